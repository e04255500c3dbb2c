"""Properties of an Outlook item: their names as numbers, and lists of them in TNEF (MS-OXPROPS)."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

SUBJECT = 0x0037
SENDER_NAME = 0x0C1A
SENDER_ADDRESS = 0x0C1F
SENDER_SMTP = 0x5D01
BODY = 0x1000
RTF = 0x1009
HTML = 0x1013
CODE_PAGE = 0x3FDE
MESSAGE_CODE_PAGE = 0x3FFD
DISPLAY_NAME = 0x3001
ATTACH_DATA = 0x3701
ATTACH_NAME = 0x3704
ATTACH_LONG_NAME = 0x3707
ATTACH_TYPE = 0x370E

UTF8 = 65001

STRING8, UNICODE, OBJECT, BINARY = 0x1E, 0x1F, 0x0D, 0x102
_SIZED = {STRING8, UNICODE, OBJECT, BINARY}
# How many bytes a value of each fixed type takes, filled up to a multiple of four.
_FIXED = {
    0x02: 4,
    0x03: 4,
    0x04: 4,
    0x05: 8,
    0x06: 8,
    0x07: 8,
    0x0A: 4,
    0x0B: 4,
    0x14: 8,
    0x40: 8,
    0x48: 16,
}
_MANY = 0x1000
_NAMED = 0x8000
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Value:
    """The bytes of a property and what type they are of."""

    type: int
    data: bytes

    def text(self, code_page: str) -> str:
        """Return a text property; the 8-bit kind is read in the item's own code page."""
        from_ = "utf-16-le" if self.type == UNICODE else code_page
        try:
            text = self.data.decode(from_, "replace")
        except LookupError:
            text = self.data.decode("cp1252", "replace")
        return text.split("\x00", 1)[0] if self.type == UNICODE else text.rstrip("\x00")


def properties(data: bytes) -> Mapping[int, Value]:
    """Return the properties of a list as TNEF writes it, by number; of several values the first.

    Raises ValueError or struct.error where the list breaks off; use `salvaged` to keep the rest.
    """
    found, broken = salvaged(data)
    if broken:
        raise ValueError("the list of properties breaks off")
    return found


def salvaged(data: bytes) -> tuple[Mapping[int, Value], bool]:
    """Return the properties as far as they can be read, and whether the list breaks off."""
    found: dict[int, Value] = {}
    try:
        (count,) = struct.unpack_from("<I", data)
        position = 4
        for _ in range(min(count, _MOST)):
            type_, number = struct.unpack_from("<HH", data, position)
            position = _past_name(data, position + 4, number)
            position = _value(data, position, type_, number, found)
    except (struct.error, ValueError):
        return found, True
    return found, False


def _past_name(data: bytes, position: int, number: int) -> int:
    """Return where the value of a property begins: some have a name of their own before it."""
    if number < _NAMED:
        return position
    (kind,) = struct.unpack_from("<I", data, position + 16)
    if kind == 0:
        return position + 24
    (length,) = struct.unpack_from("<I", data, position + 20)
    return position + 24 + _filled(length)


def _value(data: bytes, position: int, type_: int, number: int, found: dict[int, Value]) -> int:
    """Read one property's values into `found`; return where the next property begins."""
    kind = type_ & ~_MANY
    count = 1
    if type_ & _MANY or kind in _SIZED:
        (count,) = struct.unpack_from("<I", data, position)
        position += 4
    if kind not in _SIZED:
        size = _FIXED.get(kind)
        if size is None or position + size * count > len(data):
            raise ValueError("an unknown type, or cut off")
        found.setdefault(number, Value(kind, data[position : position + size]))
        return position + size * count
    for _ in range(count):
        (length,) = struct.unpack_from("<I", data, position)
        position += 4
        if position + length > len(data):
            raise ValueError("cut off")
        found.setdefault(number, Value(kind, data[position : position + length]))
        position += _filled(length)
    return position


def _filled(length: int) -> int:
    return (length + 3) & ~3
