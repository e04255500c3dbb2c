"""What a language model proposes for a letter, read by themes; `verifying` holds the table."""
