"""The operators of a page's stream with their operands (ISO 32000-1 section 7.8.2).

A page has tens of thousands of them; most are a few numbers and a word, which one pattern takes.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any

Operation = tuple[bytes, list[Any]]

_BLANK = rb"[\x00\t\n\x0c\r ]"
_END = rb"(?=[\x00\t\n\x0c\r ()<>\[\]{}/%]|\Z)"
_NUMBER = rb"[+-]?[0-9.]+"
_WORD = rb"[A-Za-z'\"][A-Za-z0-9'\"*]*"
_PLAIN = re.compile(rb"%b*+((?:%b%b++){0,6}+)(%b)%b" % (_BLANK, _NUMBER, _BLANK, _WORD, _END))
_TOKEN = re.compile(
    rb"(?:%b++|%%[^\r\n]*+)*+(?:"
    rb"(?P<number>[+-]*+[0-9.][0-9.+-]*+)|(?P<word>%b)|(?P<name>/[^\x00\t\n\x0c\r ()<>\[\]{}/%%]*+)"
    rb"|\((?P<string>(?:[^()\\]++|\\.)*+)\)|(?P<nested>\()|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|<(?P<hex>[0-9A-Fa-f\x00\t\n\x0c\r ]*+)>|(?P<other>.))" % (_BLANK, _WORD),
    re.DOTALL,
)
_PARENTHESES = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_CODED = re.compile(rb"#([0-9A-Fa-f]{2})")
_PICTURE_END = re.compile(rb"%bEI(?=%b|\Z)" % (_BLANK, _BLANK))
_UNPRINTABLE = re.compile(rb"[^\t\n\x0c\r -~]")
# What follows the end of a picture is looked at so far, to know it from a chance in its data.
_AHEAD = 12
_WORTH = {b"true": True, b"false": False, b"null": None}


def operations(stream: bytes) -> Iterator[Operation]:
    """Yield each operator with its operands: numbers, strings (bytes), names ("/F1"), and lists.

    What stands in a dictionary is a list, too. A picture in the stream is "INLINE IMAGE". Nothing
    is raised, whatever the bytes: what is no token is passed over.
    """
    place = 0
    while True:
        plain = _PLAIN.match(stream, place)
        if plain is None or plain[2] in _RARE:
            found = _step(stream, place)
            if found is None:
                return
            operation, place = found
            yield operation
        else:
            place = plain.end()
            yield plain[2], _numbers(plain[1])


_RARE = frozenset({b"BI", *_WORTH})


def _step(stream: bytes, place: int) -> tuple[Operation, int] | None:
    """Read on to the next operator token by token; None at the end of the stream."""
    operands: list[Any] = []
    outer: list[list[Any]] = []
    while token := _TOKEN.match(stream, place):
        place = token.end()
        kind = token.lastgroup or ""
        word = token["word"]
        if word == b"BI":
            return (b"INLINE IMAGE", []), _after_picture(stream, place)
        if word and word not in _WORTH and not outer:
            return (word, operands), place
        if kind == "open":
            outer.append(operands)
            operands = []
        elif kind == "close" and outer:
            inner, operands = operands, outer.pop()
            operands.append(inner)
        elif kind == "nested":
            text, place = _nested(stream, place)
            operands.append(text)
        elif kind in _READ:
            operands.append(_READ[kind](token[kind]))
    return None


def _nested(stream: bytes, start: int) -> tuple[bytes, int]:
    """Return a string with brackets in it, and where it ends; `start` is behind its bracket."""
    depth = 1
    for each in _PARENTHESES.finditer(stream, start):
        depth += {b"(": 1, b")": -1}.get(each[0], 0)
        if not depth:
            return _unescaped(stream[start : each.start()]), each.end()
    return _unescaped(stream[start:]), len(stream)


def _after_picture(stream: bytes, place: int) -> int:
    """Return where the data of a picture in the stream ends (section 8.9.7)."""
    begins = re.compile(rb"(?<=[\x00\t\n\x0c\r >\]])ID(?=%b)" % _BLANK).search(stream, place)
    for end in _PICTURE_END.finditer(stream, begins.end() if begins else place):
        if not _UNPRINTABLE.search(stream, end.end(), end.end() + _AHEAD):
            return end.end()
    return len(stream)


def _numbers(written: bytes) -> list[Any]:
    try:
        return [float(each) for each in written.split()]
    except ValueError:
        return [_number(each) for each in written.split()]


def _number(written: bytes) -> float:
    """Return a number; one that is spelled wrongly is nought, as readers take it."""
    try:
        return float(written)
    except ValueError:
        return 0.0


def _unescaped(written: bytes) -> bytes:
    """Return what the bytes between brackets stand for (section 7.3.4.2)."""
    return _ESCAPED.sub(_meant, written) if b"\\" in written or b"\r" in written else written


def _meant(found: re.Match[bytes]) -> bytes:
    said = found[1]
    if said is None:
        return b"\n"
    if said.isdigit() and said[:1] < b"8":
        return bytes([int(said, 8) & 0xFF])
    return b"" if said in {b"\n", b"\r", b"\r\n"} else _ESCAPES.get(said, said)


def _from_hex(written: bytes) -> bytes:
    digits = written.translate(None, b"\x00\t\n\x0c\r ")
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _named(written: bytes) -> str:
    plain = _CODED.sub(lambda found: bytes.fromhex(found[1].decode()), written)
    # The same codes in the same order as pypdf, so that resources are found by their names.
    for code in ("utf-8", "gbk"):
        with suppress(UnicodeDecodeError):
            return plain.decode(code)
    return plain.decode("latin-1")


_READ: Mapping[str, Callable[[bytes], Any]] = {
    "number": _number,
    "name": _named,
    "string": _unescaped,
    "hex": _from_hex,
    "word": _WORTH.get,
}
