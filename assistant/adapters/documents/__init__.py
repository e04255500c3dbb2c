"""The words of documents (PDF, Word, spreadsheets, Outlook items), read in a bounded process."""
