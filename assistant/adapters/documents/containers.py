"""The words of files in Microsoft's compound format: Outlook items and old Word documents.

The one user of olefile.
"""

import io
import re
import struct
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import olefile

from assistant.adapters.documents.archive import DAMAGED, LOCKED
from assistant.adapters.documents.found import Budget, CannotBeReadError, Found
from assistant.domain.mail import mapi
from assistant.domain.mail.charsets import decode
from assistant.domain.mail.lzfu import decompressed
from assistant.domain.mail.markup import read_html
from assistant.domain.mail.rtf import rich_text

_OLD_WORD = (
    "This Word document is of a form that cannot be read here. Open it yourself, or ask the "
    "requester to send its text in an e-mail."
)
_LARGEST = 64_000_000
_MOST_PIECES = 200_000
# What Word 97-2003 writes for the ends of paragraphs, cells, lines and pages ([MS-DOC] 2.4.1).
_MARKS = {"\r": "\n", "\x07": "\t", "\x0b": "\n", "\x0c": "\n", "\x1e": "-", "\xa0": " "}
_FIELD = re.compile(r"\x13[^\x13\x14\x15]{0,2000}\x14?")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_item(content: bytes, _budget: Budget) -> Found:
    """Return who wrote an Outlook item (.msg, MS-OXMSG), its subject, and its text."""
    with _opened(content) as container:
        page = _code_page(container)
        lines = [
            ("From", _text(container, mapi.SENDER_NAME, page)),
            ("", _text(container, mapi.SENDER_SMTP, page)),
            ("Subject", _text(container, mapi.SUBJECT, page)),
        ]
        name, address, subject = (value for _, value in lines)
        who = f"{name} <{address}>" if name and address else name or address
        head = [f"From: {who}" if who else "", f"Subject: {subject}" if subject else ""]
        body = _body(container, page)
    if not any((name, address, subject, body)):
        raise CannotBeReadError(DAMAGED)
    return Found("\n".join([*filter(None, head), "", body]).strip())


def read_old_word(content: bytes, budget: Budget) -> Found:
    """Return the main text of a Word 97-2003 document by its piece table ([MS-DOC] 2.4.1)."""
    with _opened(content) as container:
        main = _stream(container, "WordDocument")
        if len(main) < 0x200 or main[:2] != b"\xec\xa5":  # noqa: PLR2004 - the length of its header
            raise CannotBeReadError(_OLD_WORD)
        flags = int.from_bytes(main[0x0A:0x0C], "little")
        if flags & 0x0100:
            raise CannotBeReadError(LOCKED)
        table = _stream(container, "1Table" if flags & 0x0200 else "0Table")
    (length,) = struct.unpack_from("<I", main, 0x4C)
    start, size = struct.unpack_from("<II", main, 0x1A2)
    try:
        text = "".join(budget.take(_pieces(main, table[start : start + size])))[:length]
    except (struct.error, ValueError) as error:
        raise CannotBeReadError(DAMAGED) from error
    text = _FIELD.sub("", text).replace("\x15", "")
    for mark, shown in _MARKS.items():
        text = text.replace(mark, shown)
    return Found(_CONTROL.sub("", text).strip())


def _pieces(main: bytes, table: bytes) -> Iterator[str]:
    """Yield the pieces of the text in order, each 8-bit or UTF-16 ([MS-DOC] 2.9.177)."""
    position = 0
    while table[position : position + 1] == b"\x01":
        position += 3 + int.from_bytes(table[position + 1 : position + 3], "little")
    if table[position : position + 1] != b"\x02":
        raise ValueError("no table of pieces")
    (size,) = struct.unpack_from("<I", table, position + 1)
    position += 5
    count = min((size - 4) // 12, _MOST_PIECES)
    places = struct.unpack_from(f"<{count + 1}I", table, position)
    for number in range(count):
        (where,) = struct.unpack_from("<I", table, position + 4 * (count + 1) + 8 * number + 2)
        length = max(0, places[number + 1] - places[number])
        if where & 0x40000000:
            begin = (where & 0x3FFFFFFF) // 2
            yield main[begin : begin + length].decode("cp1252", "replace")
        else:
            yield main[where : where + 2 * length].decode("utf-16-le", "replace")


def _opened(content: bytes) -> Any:
    """Open a container; raises CannotBeReadError where it is none."""
    try:
        return olefile.OleFileIO(io.BytesIO(content))
    except (OSError, ValueError, IndexError, struct.error) as error:
        raise CannotBeReadError(DAMAGED) from error


def _stream(container: Any, name: str) -> bytes:
    """Return a stream of a container; raises CannotBeReadError where it is broken."""
    try:
        if container.get_size(name) > _LARGEST:
            raise CannotBeReadError(DAMAGED)
        return bytes(container.openstream(name).read())
    except (OSError, ValueError, IndexError, struct.error) as error:
        raise CannotBeReadError(DAMAGED) from error


def _property(container: Any, number: int, type_: int) -> bytes:
    with suppress(CannotBeReadError):
        return _stream(container, f"__substg1.0_{number:04X}{type_:04X}")
    return b""


def _text(container: Any, number: int, page: str) -> str:
    """Return a text property, as UTF-16 or in the item's code page."""
    wide = _property(container, number, mapi.UNICODE)
    if wide:
        return wide.decode("utf-16-le", "replace").rstrip("\x00")
    return decode(_property(container, number, mapi.STRING8).rstrip(b"\x00"), page)[0]


def _code_page(container: Any) -> str:
    """Return the code page of 8-bit texts, from the list of short properties (MS-OXMSG 2.4)."""
    with suppress(CannotBeReadError):
        listed = _stream(container, "__properties_version1.0")
        for position in range(32, len(listed) - 15, 16):
            type_, number = struct.unpack_from("<HH", listed, position)
            if number in {mapi.CODE_PAGE, mapi.MESSAGE_CODE_PAGE} and type_ == 3:  # noqa: PLR2004 - a 32-bit number
                found = int.from_bytes(listed[position + 8 : position + 12], "little")
                return "utf-8" if found == mapi.UTF8 else f"cp{found}"
    return "cp1252"


def _body(container: Any, page: str) -> str:
    """Return an item's text: plain, else its HTML, else its RTF."""
    plain = _text(container, mapi.BODY, page)
    if plain.strip():
        return plain
    html = _property(container, mapi.HTML, mapi.BINARY)
    if html.strip():
        return read_html(decode(html, page)[0])[0]
    packed = _property(container, mapi.RTF, mapi.BINARY)
    with suppress(ValueError):
        rich = rich_text(decompressed(packed))
        return read_html(rich.text)[0] if rich.is_html else rich.text
    return ""
