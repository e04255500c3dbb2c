"""A whole authority on one machine, to try the assistant with: mail servers and sample mail."""
