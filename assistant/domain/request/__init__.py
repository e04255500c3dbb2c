"""Understanding a request: its parts as spans of the requester's text, and its regime."""
