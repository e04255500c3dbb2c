"""Reads the labels that requesters give their questions: 1., Q2), (iii), 4a, 1.1, bullets."""

import re
from dataclasses import dataclass
from enum import StrEnum

HIGHEST = 150
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


class Kind(StrEnum):
    """What a label counts in."""

    NUMBER = "number"
    LETTER = "letter"
    ROMAN = "roman"
    DECIMAL = "decimal"
    COMPOUND = "compound"
    BULLET = "bullet"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it stands: bare `name`, `value` counted from 1, and how many code points it takes.

    `style` is its dress (brackets, stop, "Q"), which tells levels apart. A COMPOUND ("4a") names
    its parent's number in `outer`. `sure` is false where only its neighbours make it a label.
    """

    kind: Kind
    style: str
    name: str
    value: int
    width: int
    outer: str = ""
    sure: bool = True


_WORD = r"(?:question|ques|query|part|item|point|request|cwestiwn)"
_OUTER = r"[(\[]?(?:q\.?\s?)?(?P<outer>\d{1,2})\s?[.(]?\s?"
_Q = r"q(?:u|n)?[.\s]?\s?(?P<name>\d{1,3})(?![\d/])(?!\s?20\d\d)"
_DOTTED = r"(?P<outer>\d{1,2}(?:\.\d{1,2}){0,2})\."
# A figure before these is a quantity ("1.5 million").
_UNIT = r"(?:[mb]illion|per\s?cent|km|miles?|tonnes?|hours?|fte|kg|metres?|m|k)\b"
_BULLETS = (
    r"(?P<name>[•·●▪◦‣⁃∙■□➢►▶✓\uf0b7\uf0a7\uf0d8]|[-–—*+_](?=[^-–—*+_=])|[-*](?=$)|o(?=\s{2,}|\t))"
)
# This dress of a label is one at the beginning of a line only: "[Name 1]" is none.
LINE_ONLY = "1]"
_PATTERNS: tuple[tuple[Kind, str, bool, re.Pattern[str]], ...] = tuple(
    (kind, style, sure, re.compile(pattern, re.IGNORECASE))
    for kind, style, sure, pattern in (
        (
            Kind.COMPOUND,
            "1a",
            True,
            _OUTER + r"(?P<name>[a-h])(?:[.):\]]{1,2}|\s?[-–—](?=\s)|(?=\s{2,}|\t|\s(?-i:[A-Z])))",
        ),
        (
            Kind.COMPOUND,
            "1i",
            True,
            _OUTER + r"(?P<name>[ivx]{1,5})[.):\]]{1,2}",
        ),
        (
            Kind.NUMBER,
            "q",
            True,
            _Q + r"(?:\s?[.):\]](?!\d)|\s?[-–—](?=\s)|(?=\s|$))",
        ),
        (
            Kind.NUMBER,
            "word",
            True,
            _WORD
            + r"\s?(?:no\.?\s?|number\s)?#?(?P<name>\d{1,3})\s?(?:[.):\]](?!\d)|[-–—](?=\s)|$)",
        ),
        (
            Kind.LETTER,
            "word",
            True,
            r"(?:part|question|section)\s(?P<name>[a-h])\s?(?:[.):]|[-–—](?=\s)|$)",
        ),
        (
            Kind.DECIMAL,
            "1.1",
            True,
            _DOTTED
            + r"(?P<name>\d{1,2})(?:[.):](?!\d)|(?=\s{1,8}(?!"
            + _UNIT
            + r")[A-Za-z(“\"']))",
        ),
        (Kind.NUMBER, "(1)", True, r"[(\[](?P<name>\d{1,3})[)\]][.:]?"),
        (Kind.NUMBER, "1)", True, r"(?P<name>\d{1,3})\s?\)"),
        (Kind.NUMBER, LINE_ONLY, True, r"(?P<name>\d{1,3})\s?\](?=\s)"),
        (Kind.NUMBER, "1.", True, r"#?(?P<name>\d{1,3})\s?\.(?!\d)"),
        (Kind.NUMBER, "1/", True, r"(?P<name>\d{1,2})\s?/(?=\s|(?-i:[A-Z]))"),
        (Kind.NUMBER, "1,", True, r"(?P<name>\d{1,2})\s?,(?=\s(?-i:[A-Z]))"),
        (Kind.NUMBER, "1:", True, r"(?P<name>\d{1,3})\s?:(?!\d)"),
        (Kind.NUMBER, "1-", True, r"(?P<name>\d{1,3})\s{0,4}[-–—](?=[\s“\"]|(?-i:[A-Z]))(?!\s?\d)"),
        (Kind.NUMBER, "1", False, r"(?P<name>\d{1,2})(?:\t|\s{1,6})(?=(?-i:[A-Z]))"),
        (Kind.NUMBER, "1", False, r"(?P<name>\d{1,2})(?=(?-i:[A-Z][a-z]{1,30}\s)|$)"),
        (Kind.ROMAN, "(i)", True, r"[(\[](?P<name>[ivx]{1,5})[)\]]"),
        (Kind.ROMAN, "i)", True, r"(?P<name>[ivx]{1,5})\s?\)"),
        (Kind.ROMAN, "i.", True, r"(?P<name>[ivx]{1,5})[.:](?=\s|$)"),
        (Kind.LETTER, "(a)", True, r"[(\[](?P<name>[a-z])[)\]][.:]?"),
        (Kind.LETTER, "a)", True, r"(?P<name>[a-z])\s?\)"),
        (Kind.LETTER, "a.", True, r"(?P<name>[a-z])[.:](?=\s|$|(?-i:[A-Z][a-z]))"),
        (Kind.LETTER, "a-", True, r"(?P<name>[a-z])\s?[-–—](?=\s)"),
        (
            Kind.BULLET,
            "",
            True,
            _BULLETS,
        ),
        (Kind.LOST, "lost", True, r"(?P<name>)[).](?=\s)"),
    )
)


def read_label(line: str) -> Label | None:
    """Return the label that a trimmed line begins with, or None where it begins with none.

    Letters that may be roman numerals come back as ROMAN; the outline settles what they are by
    their neighbours.
    """
    for kind, style, sure, pattern in _PATTERNS:
        match = pattern.match(line)
        if match is not None:
            label = _label(kind, style, match, sure=sure)
            if label is not None:
                return label
    return None


def _label(kind: Kind, style: str, match: re.Match[str], *, sure: bool) -> Label | None:
    """Give a match its value; None where the value is no label (a year, a quantity, no roman)."""
    name = match["name"]
    outer = match["outer"] if kind in (Kind.COMPOUND, Kind.DECIMAL) else ""
    value = value_of(kind, name)
    if value is None:
        return None
    if kind is Kind.BULLET:
        style, name = name, ""
    if kind is Kind.LETTER or kind is Kind.ROMAN:
        style = style.upper() if name.isupper() else style
    if kind is Kind.DECIMAL:
        style, name = f"{style}/{outer.count('.')}", f"{outer}.{name}"
    return Label(kind, style, name, value, match.end(), outer=outer, sure=sure)


def value_of(kind: Kind, name: str) -> int | None:
    """Count a bare label from 1; None where it is nothing that people count with."""
    # Blind to case, a pattern takes a Turkish dotted or dotless i for an i; nobody counts with it.
    if kind in (Kind.ROMAN, Kind.LETTER, Kind.COMPOUND) and not name.isascii():
        return None
    if kind in (Kind.NUMBER, Kind.DECIMAL):
        return int(name) if 0 < int(name) <= HIGHEST else None
    if kind is Kind.ROMAN or (kind is Kind.COMPOUND and len(name) > 1):
        return _roman(name.lower())
    if kind in (Kind.LETTER, Kind.COMPOUND):
        return ord(name.lower()) - ord("a") + 1
    return 0


def _roman(name: str) -> int | None:
    """Read a small roman numeral; None where it is not written as the numeral of its value."""
    total = 0
    for here, after in zip(name, [*name[1:], ""], strict=True):
        worth = _ROMAN[here]
        total += -worth if after and _ROMAN[after] > worth else worth
    return total if name == _to_roman(total) else None


def _to_roman(value: int) -> str:
    """Write a number up to 49 as a roman numeral."""
    tens, ones = divmod(value, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


# Inside a paragraph only a bracket or a stop before a capital can be a label, and only where what
# stands before it is not the noun that a mere reference follows ("see question 2.").
INLINE = re.compile(
    r"(?:(?<=\s)|(?<=[?.;:,]))(?:[(\[]?q?\d{1,2}\s?[a-h]?[)\]]|q?\d{1,2}[.:](?=\s{0,8}[A-Za-z])"
    r"|[(\[]?[a-z][)\]]|[(\[][ivx]{1,5}[)\]]|[ivx]{2,4}\)|[•●▪‣\uf0b7](?=\s))",
    re.IGNORECASE,
)
# Without one of these signs there is none.
INLINE_SIGN = re.compile(r"[)\]•●▪‣\uf0b7]|\d[.:]")
REFERRED = re.compile(
    r"[)\]\d.]\s?(?:and|or|to|[-–&])\W{0,2}$"
    r"|\b(?:questions?|sections?|parts?|points?|options?|items?|either|articles?|act"
    r"|paragraphs?|regulations?|regs?|schedules?|nos?|numbers?|annex|class|class(?:es)?|figure"
    r"|tables?|categor(?:y|ies)|grades?|levels?|phases?|stages?|appendix|chapter|see|ref|s|ss"
    r"|rule|clause|q|age|aged|year|years|band|tier|key|steps?|\d)[\s(]{0,2}$",
    re.IGNORECASE,
)
