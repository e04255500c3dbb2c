"""Files that stand in the text of a message, as mail had them before MIME: uuencode and yEnc."""

import binascii
import re

_UUENCODED = re.compile(rb"^begin [0-7]{3,4} ([^\r\n]{1,200})\r?\n", re.MULTILINE)
_UU_END = re.compile(rb"^end[ \t]*\r?$", re.MULTILINE)
_YENCODED = re.compile(rb"^=ybegin [^\r\n]{0,200}?\bname=([^\r\n]{1,200})\r?\n", re.MULTILINE)
_Y_PART = re.compile(rb"=ypart [^\r\n]{0,200}\r?\n")
_Y_END = re.compile(rb"^=yend[^\r\n]{0,200}\r?$", re.MULTILINE)
_Y_ESCAPED = re.compile(rb"=(.)", re.DOTALL)
_Y_SHIFTED = bytes((value - 42) % 256 for value in range(256))

Files = list[tuple[str, bytes]]


def uu_body(data: bytes) -> bytes:
    """Return what a body that is uuencoded as a whole holds."""
    return uu_bytes(_UUENCODED.sub(b"", data, count=1))


def uu_bytes(data: bytes) -> bytes:
    """Return what uuencoded lines hold; a broken line gives what it can."""
    pieces = []
    for line in data.splitlines():
        if line.strip() == b"end":
            break
        try:
            pieces.append(binascii.a2b_uu(line))
        except binascii.Error:
            # Some encoders pad a line beyond its own count: cut it to what the count says.
            wanted = (((line[0] - 32) & 63) * 4 + 5) // 3 if line else 0
            try:
                pieces.append(binascii.a2b_uu(line[:wanted]))
            except binascii.Error:
                continue
    return b"".join(pieces)


def y_bytes(data: bytes) -> bytes:
    """Return what yEncoded lines hold."""
    lines = data.replace(b"\r", b"").replace(b"\n", b"")
    plain = _Y_ESCAPED.sub(lambda found: bytes(((found[1][0] - 64) % 256,)), lines)
    return plain.translate(_Y_SHIFTED)


def split_encoded(data: bytes) -> tuple[bytes, Files]:
    """Return a text body without the files that stand encoded in it, and those files by name."""
    data, files = _split(data, _UUENCODED, _UU_END, b"begin ")
    data, more = _split(data, _YENCODED, _Y_END, b"=ybegin ")
    return data, [
        *((name, uu_bytes(content)) for name, content in files),
        *((name, y_bytes(_Y_PART.sub(b"", content, count=1))) for name, content in more),
    ]


def _split(
    data: bytes, begin: re.Pattern[bytes], end: re.Pattern[bytes], sign: bytes
) -> tuple[bytes, Files]:
    """Return a body without what stands between two patterns, and that by name, still encoded."""
    if sign not in data:
        return data, []
    files: Files = []
    kept: list[bytes] = []
    position = 0
    while found := begin.search(data, position):
        ended = end.search(data, found.end())
        if not ended:
            break
        kept.append(data[position : found.start()])
        name = found.group(1).decode("utf-8", "replace")
        files.append((name, data[found.end() : ended.start()]))
        position = ended.end()
    return b"".join([*kept, data[position:]]), files
