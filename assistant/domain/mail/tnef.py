"""What Outlook packs into a winmail.dat (TNEF, MS-OXTNEF): the text, and the files.

Whatever is broken ends the reading there; what came before is kept, and a defect says so.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assistant.domain.mail import mapi
from assistant.domain.mail.charsets import codec_of, decode
from assistant.domain.mail.lzfu import decompressed
from assistant.domain.mail.mapi import Value
from assistant.domain.mail.rtf import rich_text

SIGNATURE = b"\x78\x9f\x3e\x22"
_ITEM = 1
_FROM, _SUBJECT, _BODY = 0x8000, 0x8004, 0x800C
_FILE_BEGINS, _FILE_NAME, _FILE_DATA, _FILE_PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
_PROPERTIES, _CODE_PAGE = 0x9003, 0x9007
_EMBEDDED = bytes.fromhex("0703020000000000c000000000000046")
_MOST_ATTRIBUTES = 20_000
_MOST_FILES = 1_000
_DEEPEST = 5
_BROKEN = (
    "The Outlook winmail.dat is damaged; what could be read of it is shown. Ask the sender to send "
    "the message again as plain text or HTML."
)


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file in a winmail.dat: its name as it stands there, its type or "", its bytes."""

    name: str
    type: str
    content: bytes = field(repr=False)


@dataclass(slots=True)
class Winmail:
    """What a winmail.dat holds. `kind` says whether `text` is "plain" or "html"."""

    subject: str = ""
    text: str = ""
    kind: str = "plain"
    hidden: str = ""
    files: list[PackedFile] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)


def winmail(data: bytes) -> Winmail:
    """Return what a winmail.dat holds; never raises. Time and memory grow with its size."""
    return _read(data, 0)


@dataclass(slots=True)
class _Attributes:
    """The attributes of an item that say something, and those of each of its files."""

    page: str = "cp1252"
    subject: bytes = b""
    body: bytes = b""
    properties: Mapping[int, Value] = field(default_factory=dict)
    files: list[dict[int, bytes]] = field(default_factory=list)
    broken: bool = False

    def note(self, level: int, number: int, value: bytes) -> None:
        """Take in one attribute."""
        if number == _FILE_BEGINS and len(self.files) < _MOST_FILES:
            self.files.append({})
        elif level != _ITEM and self.files:
            self.files[-1].setdefault(number, value)
        elif number == _CODE_PAGE:
            self.page = codec_of(f"cp{int.from_bytes(value[:4], 'little')}") or self.page
        elif number == _SUBJECT:
            self.subject = value
        elif number == _BODY:
            self.body = value
        elif number == _PROPERTIES:
            self.properties, broken = mapi.salvaged(value)
            self.broken = self.broken or broken


def _read(data: bytes, depth: int) -> Winmail:
    found = Winmail()
    item = _Attributes(broken=not data.startswith(SIGNATURE))
    try:
        for level, number, value in _attributes(data) if not item.broken else ():
            item.note(level, number, value)
    except (struct.error, ValueError):
        item.broken = True
    found.defects.extend([_BROKEN] * item.broken)
    _take_text(found, item)
    for each in item.files:
        _take_file(found, each, item.page, depth)
    found.defects = list(dict.fromkeys(found.defects))
    return found


def _attributes(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield level, number and value of each attribute (MS-OXTNEF section 2.1.3)."""
    position = len(SIGNATURE) + 2
    for _ in range(_MOST_ATTRIBUTES):
        if position >= len(data):
            return
        level, number, _type, length = struct.unpack_from("<BHHI", data, position)
        position += 9
        if position + length > len(data):
            # A last file that was cut off is still worth having.
            yield level, number, data[position:]
            raise ValueError("cut off")
        yield level, number, data[position : position + length]
        position += length + 2


def _take_text(found: Winmail, item: _Attributes) -> None:
    """Choose the text: HTML as it is, then plain text, then RTF, which may wrap HTML."""
    properties, page = item.properties, item.page
    found.subject = _text(item.subject, page) or _property(properties, mapi.SUBJECT, page)
    html = properties.get(mapi.HTML)
    plain = _property(properties, mapi.BODY, page) or _text(item.body, page)
    if html and html.data.strip(b"\x00 \r\n"):
        found.kind = "html"
        found.text = html.text(page) if html.type == mapi.UNICODE else _web(html, properties, page)
    elif plain.strip():
        found.text = plain
    elif mapi.RTF in properties:
        _take_rich(found, properties[mapi.RTF].data)


def _property(properties: Mapping[int, Value], number: int, page: str) -> str:
    return properties[number].text(page) if number in properties else ""


def _web(html: Value, properties: Mapping[int, Value], page: str) -> str:
    """Return HTML that stands there as bytes, in the code page that the item names for it."""
    declared = properties.get(mapi.CODE_PAGE)
    number = int.from_bytes(declared.data[:4], "little") if declared else 0
    own = "utf-8" if number == mapi.UTF8 else codec_of(f"cp{number}")
    return decode(html.data.rstrip(b"\x00"), own or page)[0]


def _take_rich(found: Winmail, data: bytes) -> None:
    try:
        rich = rich_text(decompressed(data))
    except ValueError:
        found.defects.append(_BROKEN)
        return
    found.text, found.hidden = rich.text, rich.hidden
    found.kind = "html" if rich.is_html else "plain"


def _take_file(found: Winmail, attributes: Mapping[int, bytes], page: str, depth: int) -> None:
    """Add one file; an Outlook item among the files adds its own text and files."""
    properties, broken = mapi.salvaged(attributes.get(_FILE_PROPERTIES, b"\0\0\0\0"))
    found.defects.extend([_BROKEN] * broken)
    content = attributes.get(_FILE_DATA, b"")
    name = _text(attributes.get(_FILE_NAME, b""), page)
    for number in (mapi.DISPLAY_NAME, mapi.ATTACH_NAME, mapi.ATTACH_LONG_NAME):
        if number in properties:
            name = properties[number].text(page) or name
    packed = properties.get(mapi.ATTACH_DATA)
    if packed and packed.type == mapi.OBJECT and packed.data.startswith(_EMBEDDED):
        if depth < _DEEPEST:
            _take_item(found, _read(packed.data[len(_EMBEDDED) :], depth + 1))
        return
    if packed and not content:
        content = packed.data
    declared = properties.get(mapi.ATTACH_TYPE)
    found.files.append(PackedFile(name, declared.text(page) if declared else "", content))


def _take_item(found: Winmail, inner: Winmail) -> None:
    """Add what an Outlook item among the files says, and its files."""
    found.files.extend(inner.files)
    found.defects.extend(inner.defects)
    if inner.text.strip():
        title = f"{inner.subject or 'message'}.{'html' if inner.kind == 'html' else 'txt'}"
        kind = "text/html" if inner.kind == "html" else "text/plain"
        found.files.append(PackedFile(title, f"{kind}; charset=utf-8", inner.text.encode()))


def _text(value: bytes, page: str) -> str:
    return decode(value.rstrip(b"\x00"), page)[0]
