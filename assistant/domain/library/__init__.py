"""What the library does with earlier responses: read what they decided, and how far to trust them."""
