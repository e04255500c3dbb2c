"""FOI Assistant: a public authority's information requests, from mailbox to approved letter."""
