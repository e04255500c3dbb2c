"""What answers a question: read-only tools over what is on record, one for each kind."""
