"""Bytes as the database keeps them: compressed with zlib where that is worth its time."""

import zlib

# A stream of zlib never begins with it (RFC 1950 section 2.2: the low half of the first byte is 8).
_AS_IT_IS = b"\x00"
_WORTH_A_LOOK = 32 * 1024
_SAMPLE = 4 * 1024
# Base64 of what is compressed already (a PDF, a photograph) loses a quarter, and costs most of the
# time that taking in a mail needs.
_WORTH_IT = 0.6


def pack(content: bytes) -> bytes:
    """Make bytes ready for a row: compressed, or as they are where little would be gained."""
    if len(content) > _WORTH_A_LOOK and not _compresses(content):
        return _AS_IT_IS + content
    return zlib.compress(content, level=1)


def unpack(packed: bytes | memoryview) -> bytes:
    """Return the bytes that `pack` was given, now or in an earlier version."""
    kept = bytes(packed)
    return kept[1:] if kept[:1] == _AS_IT_IS else zlib.decompress(kept)


def _compresses(content: bytes) -> bool:
    """Say whether most of a large content compresses well, by three samples of it."""
    length = len(content)
    samples = b"".join(
        content[length * part // 4 : length * part // 4 + _SAMPLE] for part in (1, 2, 3)
    )
    return len(zlib.compress(samples, level=1)) < _WORTH_IT * len(samples)
