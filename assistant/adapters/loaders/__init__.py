"""The way into the library: each kind of file that may hold earlier responses, a reader each."""
