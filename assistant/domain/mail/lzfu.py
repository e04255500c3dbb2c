"""Compressed RTF, as Outlook stores the text of a message (MS-OXRTFCP), bounded in size."""

import struct

_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_HEADER = struct.Struct("<IIII")
_COMPRESSED = 0x75465A4C
_STORED = 0x414C454D
_WINDOW = 4096
LARGEST = 4_000_000


def decompressed(data: bytes) -> bytes:
    """Return the RTF that some compressed RTF holds, at most LARGEST bytes of it.

    Raises ValueError where it does not begin as such, or refers to what was never written. What
    is cut off gives what came before.
    """
    if len(data) < _HEADER.size:
        raise ValueError("it is too short")
    _, size, magic, _ = _HEADER.unpack_from(data)
    size = min(size, LARGEST)
    if magic == _STORED:
        return data[_HEADER.size : _HEADER.size + size]
    if magic != _COMPRESSED:
        raise ValueError("it does not begin as compressed RTF does")
    return _unpacked(data, len(_DICTIONARY) + size)[len(_DICTIONARY) :]


def _unpacked(data: bytes, wanted: int) -> bytes:
    """Return the dictionary and what the tokens write after it (MS-OXRTFCP section 2.2.3)."""
    out = bytearray(_DICTIONARY)
    position = _HEADER.size
    while position < len(data) and len(out) < wanted:
        control = data[position]
        position += 1
        for bit in range(8):
            if not control >> bit & 1:
                out += data[position : position + 1]
                position += 1
                continue
            token = int.from_bytes(data[position : position + 2], "big")
            position += 2
            back = (len(out) - (token >> 4)) % _WINDOW
            if back == 0 or position > len(data):
                # A reference to the place of writing itself ends the text.
                return bytes(out[:wanted])
            _copy(out, back, (token & 15) + 2)
    return bytes(out[:wanted])


def _copy(out: bytearray, back: int, length: int) -> None:
    """Append `length` bytes from `back` bytes ago, which may run into what is being written."""
    if back > len(out):
        raise ValueError("it refers to what was never written")
    start = len(out) - back
    piece = out[start : start + length]
    while len(piece) < length:
        piece += piece[: length - len(piece)]
    out += piece
