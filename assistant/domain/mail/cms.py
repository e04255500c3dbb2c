"""S/MIME without keys: what is signed is taken out of its wrapping, what is encrypted is told so.

A walk over the few layers of BER (X.690) around the content of CMS signed-data (RFC 5652, RFC
8551). No signature is checked.
"""

from collections.abc import Iterator

SIGNED, ENVELOPED, COMPRESSED = "signed-data", "enveloped-data", "compressed-data"
_KINDS = {
    bytes.fromhex("2a864886f70d010702"): SIGNED,
    bytes.fromhex("2a864886f70d010703"): ENVELOPED,
    bytes.fromhex("2a864886f70d01091001" + "17"): ENVELOPED,
    bytes.fromhex("2a864886f70d01091001" + "09"): COMPRESSED,
}
_OBJECT_ID, _OCTETS, _INTEGER, _SEQUENCE, _SET, _CONTENT = 0x06, 0x04, 0x02, 0x30, 0x31, 0xA0
_OCTETS_IN_PIECES = 0x24
_END = 0x00
_CONSTRUCTED = 0x20
_MOST_ELEMENTS = 200_000
_DEEPEST = 16


def kind_of(data: bytes) -> str:
    """Return what kind of CMS content some bytes are, or "" where they are none."""
    try:
        _, start, _ = _element(data, 0)
        tag, begin, end = _element(data, start)
    except ValueError:
        return ""
    return _KINDS.get(data[begin:end], "") if tag == _OBJECT_ID else ""


def is_whole(data: bytes) -> bool:
    """Say whether the outermost layer ends where it says, so that nothing was cut off."""
    try:
        _, _, end = _element(data, 0, cut=False)
    except ValueError:
        return False
    return end <= len(data) if end >= 0 else data.rstrip(b"\r\n").endswith(b"\0\0")


def signed_content(data: bytes) -> bytes:
    """Return the content of signed-data: a MIME entity. Raises ValueError where there is none."""
    if kind_of(data) != SIGNED:
        raise ValueError("it is not signed data")
    budget = [_MOST_ELEMENTS]
    outer = _inside(data, 0, budget)
    content = _first(outer, _CONTENT)
    signed = _first(_inside(data, content, budget), _SEQUENCE)
    encapsulated = _first(_inside(data, signed, budget), _SEQUENCE)
    wrapped = _first(_inside(data, encapsulated, budget), _CONTENT)
    for tag, at in _inside(data, wrapped, budget):
        if tag in {_OCTETS, _OCTETS_IN_PIECES}:
            return b"".join(_octets(data, at, budget, 0))
    raise ValueError("it holds no content")


def _first(elements: Iterator[tuple[int, int]], wanted: int) -> int:
    """Return where the first element with a tag begins."""
    for tag, at in elements:
        if tag == wanted:
            return at
    raise ValueError("a layer is missing")


def _inside(data: bytes, at: int, budget: list[int]) -> Iterator[tuple[int, int]]:
    """Yield tag and place of each element inside the one that begins at `at`."""
    _, position, end = _element(data, at)
    while end < 0 or position < end:
        tag, _, _ = _element(data, position)
        if tag == _END:
            return
        yield tag, position
        position = _past(data, position, budget, 0)


def _octets(data: bytes, at: int, budget: list[int], depth: int) -> Iterator[bytes]:
    """Yield the pieces of an octet string, which may be made of others."""
    tag, start, end = _element(data, at)
    if tag == _OCTETS:
        yield data[start:end]
        return
    if depth > _DEEPEST:
        raise ValueError("its layers stand too deep inside each other")
    for inner, place in _inside(data, at, budget):
        if inner in {_OCTETS, _OCTETS_IN_PIECES}:
            yield from _octets(data, place, budget, depth + 1)


def _past(data: bytes, at: int, budget: list[int], depth: int) -> int:
    """Return where the element after the one at `at` begins."""
    budget[0] -= 1
    if budget[0] < 0 or depth > _DEEPEST:
        raise ValueError("it has too many layers")
    _, position, end = _element(data, at)
    if end >= 0:
        return end
    while data[position : position + 2] != b"\0\0":
        position = _past(data, position, budget, depth + 1)
    return position + 2


def _element(data: bytes, at: int, *, cut: bool = True) -> tuple[int, int, int]:
    """Return the tag of an element, where its content begins and where it ends (-1: by a mark).

    With `cut` a content that is said to be longer than the bytes there are ends with them.
    """
    if at + 2 > len(data):
        raise ValueError("it is cut off")
    tag, length = data[at], data[at + 1]
    start = at + 2
    if tag & 31 == 31:  # noqa: PLR2004 - a tag of several bytes (X.690 section 8.1.2.4)
        raise ValueError("it holds what no message does")
    if length == 0x80:  # noqa: PLR2004 - the indefinite form (X.690 section 8.1.3.6)
        if not tag & _CONSTRUCTED:
            raise ValueError("its length is missing")
        return tag, start, -1
    if length > 0x80:  # noqa: PLR2004 - the long form (X.690 section 8.1.3.5)
        count = length & 0x7F
        if count > 8:  # noqa: PLR2004 - no length takes more than eight bytes
            raise ValueError("it is longer than anything")
        length = int.from_bytes(data[start : start + count], "big")
        start += count
    return tag, start, min(start + length, len(data)) if cut else start + length
