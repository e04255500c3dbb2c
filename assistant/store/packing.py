"""Bytes as the database keeps them: compressed with zlib."""

import zlib


def pack(content: bytes) -> bytes:
    """Compress bytes for a row."""
    return zlib.compress(content, level=6)


def unpack(compressed: bytes | memoryview) -> bytes:
    """Return the bytes that `pack` was given."""
    return zlib.decompress(bytes(compressed))
