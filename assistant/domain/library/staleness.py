"""How far the figures of an answer reach: the latest period it speaks of, as words and as a day.

A table of the ways in which a period is named. What names its end ("as at 31 March 2023", "between
2019/20 and 2021/22") goes before a month or a year that is only mentioned.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from assistant.domain.dates import MONTHS

_MONTH = "|".join(f"{each[:3]}(?:{each[3:]})?" for each in MONTHS).replace("sep(", "sept?(")
_DAY = (
    rf"\d{{1,2}}(?:\^?(?:st|nd|rd|th))?(?: of)? (?:{_MONTH})\.?,? (?:19|20)\d\d"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:(?:19|20)\d\d|\d\d)"
)
_OF_MONTH = rf"(?:{_MONTH})\.?,? (?:19|20)\d\d"
_YEARS = (
    r"(?:(?:19|20)\d\d ?[/–-] ?(?:19|20)\d\d|(?:19|20)\d\d[/–-]\d\d)"
    r"(?!\d|[/.-]\d|[,%]\d| ?(?:st|th)\b)"
)
_YEAR = r"(?:19|20)\d\d"
_PERIOD = rf"(?:{_DAY}|{_OF_MONTH}|{_YEARS}|{_YEAR})(?!\w)"
# A plan, a contract's end or a deadline is ahead of the figures, and says nothing of their age.
_AHEAD = re.compile(
    r"\b(?:expir\w*|renew\w*|end(?:s|ing)? dates?|contract|due|by the end|deadline|review date"
    r"|plan\w*"
    r"|target|forecast|until|will)\b",
    re.IGNORECASE,
)
# A year that belongs to an Act, a reference or a receipt is no period.
_NO_PERIOD = re.compile(
    r"(?:\bAct|\bS\.?I\.?|\bRegulations|\bOrder|\bRules|\bCode|\bGDPR|\bNo\.?|\bref\w*"
    r"|\bversion|©)[ .:,(]{0,3}$",
    re.IGNORECASE,
)
_NOT_FIGURES = re.compile(
    r"\b(?:received|dated|your (?:request|e-?mail|letter)|wrote|asked for|clarif\w+|apologi\w+"
    r"|published"
    r"|commissioner|internal review|reference|freedom of information|environmental information"
    r"|data protection|tel|telephone|call|phone)\b",
    re.IGNORECASE,
)
_ACADEMIC = re.compile(r"\b(?:academic|school) year|\bpupils?\b|\bterm\b", re.IGNORECASE)
_EARLIEST = 1950
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class Reach:
    """The last day that the figures of an answer reach to, and the words that say so."""

    to: date
    words: str


@dataclass(frozen=True, slots=True)
class Naming:
    """A way in which a period is named; group 1 is its end."""

    name: str
    pattern: re.Pattern[str]


def _naming(name: str, pattern: str) -> Naming:
    return Naming(name, re.compile(pattern, re.IGNORECASE))


# The first row that finds anything in an answer tells; within a row the latest period does.
NAMINGS: tuple[tuple[Naming, ...], ...] = (
    (
        _naming(
            "as at",
            rf"\b(?:as (?:at|of|on)|(?:correct|accurate|current|position|snapshot|extracted|run"
            rf"|taken)"
            rf" (?:as )?(?:at|on|to|of|up to))(?: the)?(?: end of)? ({_PERIOD})",
        ),
        _naming(
            "between",
            rf"\b(?:between|from)(?: the)? (?:{_PERIOD})(?: \w+)?,? ?(?:and|to|until|up to"
            rf"|through|[–-])"
            rf"(?: the)?(?: end of)? ({_PERIOD})",
        ),
        _naming(
            "range", rf"\b(?:{_DAY}|{_OF_MONTH}) ?(?:[–-]|to|until) ?({_DAY}|{_OF_MONTH})(?!\w)"
        ),
        _naming(
            "to",
            rf"\b(?:figures?|data|statistics|period|year|months?|quarter|records?|information"
            rf"|numbers?"
            rf"|total|up)(?: \w+){{0,4}} (?:to|up to|until|ending|ended|ends|for)(?: the)?(?:"
            rf" end of)?"
            rf" ({_PERIOD})",
        ),
        _naming("financial year", rf"(?<![\d/.-])({_YEARS})"),
    ),
    (
        _naming("day", rf"(?<![\d/.-])({_DAY})(?!\w)"),
        _naming("month", rf"\b({_OF_MONTH})(?!\w)"),
        _naming("year", rf"(?<![\d/.,£:-])\b({_YEAR})(?![\d/%]|,\d|[.-]\d)"),
    ),
)


def reach(sentences: Iterable[str], dated: date | None = None) -> Reach | None:
    """Return how far the figures of an answer reach, or None where it names no period.

    `sentences` are those of the answer alone. `dated` is the letter's day, where it is known: a
    period that begins after it is a plan, one that ends after it counts to that day.
    """
    said = [each for each in sentences if not _NOT_FIGURES.search(each)]
    for row in NAMINGS:
        found = [each for text in said for each in _by_row(row, text, dated)]
        if found:
            return max(found, key=lambda each: each.to)
    return None


def _by_row(row: Iterable[Naming], text: str, dated: date | None) -> Iterator[Reach]:
    """Yield the periods of a sentence; the year of a day or a month is no period of its own."""
    for naming in row:
        yield from _named(naming, text, dated)
        text = naming.pattern.sub(lambda match: " " * len(match[0]), text)


def _named(naming: Naming, text: str, dated: date | None) -> Iterator[Reach]:
    """Yield the periods that a sentence names in one way."""
    for match in naming.pattern.finditer(text):
        before = text[: match.start(1)]
        if _NO_PERIOD.search(before) or _AHEAD.search(before[-60:]):
            continue
        span = _span(match[1], academic=_ACADEMIC.search(text) is not None)
        if span is None or (dated is not None and span[0] > dated):
            continue
        end = span[1] if dated is None else min(span[1], dated)
        yield Reach(end, " ".join(match[0].split()))


def _span(words: str, *, academic: bool) -> tuple[date, date] | None:
    """Return the first and the last day of a period, or None where it is none."""
    for read in (_day, _month, lambda text: _years(text, academic=academic), _year):
        span = read(words)
        if span is not None:
            return span if span[0].year >= _EARLIEST else None
    return None


Read = Callable[[str], tuple[date, date] | None]


def _day(words: str) -> tuple[date, date] | None:
    """Read a day, written out or in figures."""
    figures = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})", words)
    named = re.fullmatch(rf"(\d{{1,2}})\D{{0,8}}? ?({_MONTH})\.?,? (\d{{4}})", words, re.IGNORECASE)
    try:
        if figures:
            day, month, year = map(int, figures.groups())
            made = date(year + (2000 if year < _CENTURY else 0), month, day)
        elif named:
            made = date(int(named[3]), _number(named[2]), int(named[1]))
        else:
            return None
    except ValueError:
        return None
    return made, made


def _month(words: str) -> tuple[date, date] | None:
    """Read a month: it ends on its last day."""
    match = re.fullmatch(rf"({_MONTH})\.?,? (\d{{4}})", words, re.IGNORECASE)
    if match is None:
        return None
    year, month = int(match[2]), _number(match[1])
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _years(words: str, *, academic: bool) -> tuple[date, date] | None:
    """Read two years: a financial year ends on 31 March, an academic one on 31 August.

    Years that do not follow one another are a range, which ends with its last calendar year.
    """
    match = re.fullmatch(r"(\d{4}) ?[/–-] ?(\d{2,4})", words)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2])
    if last < _CENTURY:
        last += first - first % _CENTURY
    if last == first + 1:
        begins, ends = ((9, 1), (8, 31)) if academic else ((4, 1), (3, 31))
        return date(first, *begins), date(last, *ends)
    return (date(first, 1, 1), date(last, 12, 31)) if last > first else None


def _year(words: str) -> tuple[date, date] | None:
    """Read a calendar year."""
    return (
        (date(int(words), 1, 1), date(int(words), 12, 31))
        if re.fullmatch(r"\d{4}", words)
        else None
    )


def _number(month: str) -> int:
    """Return the number of a month by its first letters."""
    return next(
        number for number, name in enumerate(MONTHS, 1) if name.startswith(month[:3].lower())
    )
