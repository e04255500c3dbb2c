"""Reading mail: bytes to a Message, what kind of message it is, and which case it belongs to."""
