"""Figures, dates and periods of a text: what each is, its unit, and with which others it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from assistant.domain.dates import MONTHS, find_dates
from assistant.domain.letters.proposals.reading import bare
from assistant.domain.letters.proposals.words import stems
from assistant.domain.letters.sentences import sentences

_ONES = tuple(
    re.findall(
        r"\w+",
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen""",
    )
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORTH = {word: number for number, word in enumerate(_ONES)} | {
    word: number * 10 for number, word in enumerate(_TENS, 2)
}
_TIMES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SHORT = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000}
_ONE_WORD = "|".join((*_ONES, *_TENS, *_TIMES))
_WORDS = re.compile(rf"\b(?:{_ONE_WORD})(?:(?:[\s-]+|\s+and\s+)(?:{_ONE_WORD}))*\b", re.IGNORECASE)
_DIGITS = re.compile(
    r"(?P<money>[£$€]\s?)?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"(?:(?P<short>k|m|bn)\b|\s?(?P<times>hundred|thousand|million|billion)\b)?",
    re.IGNORECASE,
)
_MONTH = "|".join(MONTHS)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH}),? (?P<year>\d{{4}})\b", re.IGNORECASE)
_DAY_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH})\b", re.IGNORECASE
)
_UNIT = re.compile(
    r"\s?(%|per ?cent)|[\s-](minute|hour|day|week|month|year|mile|metre|kilometre|pound|pence|page"
    r"|kg|km|db|mph|times|working day|percentage point)s?\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(version|page|number|no\.|table|part|band|grade|stage|level|item|question|paragraph"
    r"|chapter|phase|zone)\s$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;()]|,(?!\d{3})|\s[–—-]\s")
_JOIN = re.compile(r"\b(?:of which|to|and|or|but|while)\s+(?:[^\W\d]+\s+)?$", re.IGNORECASE)
# "The 2026 vans" counts vans; "in 2026 vans" does not.
_OF_A_YEAR = re.compile(
    rf"\b(?:in|since|from|during|until|till|by|for|of|between|and|to|or|after|before|year|{_MONTH}),?\s$",
    re.IGNORECASE,
)
_THEN_A_WORD = re.compile(r"\s[^\W\d_]")
_NO_YEAR = re.compile(r"\b0\d{3}\b")
_UNIT_STEMS = stems(
    "minutes hours days weeks months years miles metres kilometres pounds pence pages times points "
    f"version page number table part {' '.join((*_ONES, *_TENS, *_TIMES, *MONTHS))}"
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
PERIODS = frozenset({"year", "month", "date", "day of a month"})

Token = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its unit ("%", "hour", "year", "date", "£", "version" or none)."""

    value: str
    unit: str
    start: int
    end: int

    @property
    def token(self) -> Token:
        """What it is, wherever it stands and however it is written."""
        return (self.value, self.unit)

    @property
    def implied(self) -> frozenset[Token]:
        """Itself, and what a date says with it: its month and its year."""
        if self.unit == "date":
            year, month, day = self.value.split("-")
            more = {(year, "year"), (f"{year}-{month}", "month"), (f"{month}-{day}", _DAY)}
            return frozenset({self.token, *more})
        if self.unit == "month":
            return frozenset({self.token, (self.value[:4], "year")})
        return frozenset({self.token})


_DAY = "day of a month"


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence with the figures that stand together in it, and its words' stems.

    `own` are its own stems, `sentence` those of the whole sentence.
    """

    figures: tuple[Figure, ...]
    own: frozenset[str]
    sentence: frozenset[str]

    @property
    def context(self) -> frozenset[str]:
        """What its figures are said of; of the sentence where it says nothing ("1,377 in 2023")."""
        return self.own or self.sentence

    @property
    def tokens(self) -> frozenset[Token]:
        """All that its figures say."""
        return frozenset().union(*(figure.implied for figure in self.figures))


# What was offered for a part is read again for each of its proposals.
@lru_cache(maxsize=1024)
def figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text in order: dates, months, years, numbers in digits and words."""
    plain = bare(text)
    found: list[Figure] = []
    for finder in (_dates, _months, _days, _numbers, _in_words):
        for each in finder(plain):
            found.append(each)
            plain = plain[: each.start] + " " * (each.end - each.start) + plain[each.end :]
    # Units are read in the text itself: what stands beside a figure may have been blanked.
    whole = bare(text)
    return tuple(sorted((_with_unit(each, whole) for each in found), key=lambda each: each.start))


@lru_cache(maxsize=1024)
def clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a text that hold figures."""
    found: list[Clause] = []
    for sentence in sentences(text):
        context = stems(sentence) - _UNIT_STEMS
        found += _merged([_clause(piece, context) for piece in _cut(sentence)], context)
    return tuple(each for each in found if each.figures)


def _cut(sentence: str) -> Iterator[str]:
    """Cut a sentence where one figure's clause ends and another's begins."""
    cuts = {match.end() for match in _BREAK.finditer(sentence)}
    for figure in figures(sentence):
        if joined := _JOIN.search(sentence[: figure.start]):
            cuts.add(joined.start())
    start = 0
    for cut in (*sorted(cuts), len(sentence)):
        if sentence[start:cut].strip():
            yield sentence[start:cut]
        start = cut


def _clause(piece: str, context: frozenset[str]) -> Clause:
    """Read one piece."""
    own = stems(piece) - _UNIT_STEMS
    return Clause(figures(piece), own, context)


def _merged(pieces: list[Clause], context: frozenset[str]) -> list[Clause]:
    """Return the clauses with those that only name a period put to what they are about."""
    found: list[Clause] = []
    waiting: tuple[Figure, ...] = ()
    for piece in pieces:
        if piece.figures and not piece.own and all(f.unit in PERIODS for f in piece.figures):
            waiting += piece.figures
            continue
        found.append(replace(piece, figures=(*waiting, *piece.figures)))
        waiting = ()
    if waiting and found:
        found[-1] = replace(found[-1], figures=(*found[-1].figures, *waiting))
    elif waiting:
        found.append(Clause(waiting, frozenset(), context))
    return found


def _dates(text: str) -> Iterator[Figure]:
    for start, end, day in find_dates(text):
        if _NO_YEAR.search(text[start:end]):
            continue
        yield Figure(day.isoformat(), "date", start, end)


def _months(text: str) -> Iterator[Figure]:
    for match in _MONTH_YEAR.finditer(text):
        yield Figure(f"{match['year']}-{_month(match['month'])}", "month", *match.span())


def _days(text: str) -> Iterator[Figure]:
    for match in _DAY_MONTH.finditer(text):
        value = f"{_month(match['month'])}-{int(match['day']):02}"
        yield Figure(value, _DAY, *match.span())


def _month(name: str) -> str:
    return f"{MONTHS.index(name.lower()) + 1:02}"


def _numbers(text: str) -> Iterator[Figure]:
    for match in _DIGITS.finditer(text):
        value = Decimal(match["number"].replace(",", ""))
        value *= _SHORT.get((match["short"] or "").lower(), 1)
        value *= _TIMES.get((match["times"] or "").lower(), 1)
        plain = not (match["money"] or match["short"] or match["times"])
        year = plain and re.fullmatch(r"\d{4}", match["number"]) is not None
        unit = "year" if year and _FIRST_YEAR <= value <= _LAST_YEAR else ""
        yield Figure(_printed(value), (match["money"] or "").strip() or unit, *match.span())


def _in_words(text: str) -> Iterator[Figure]:
    for match in _WORDS.finditer(text):
        total = part = 0
        for word in re.findall(_ONE_WORD, match[0].lower()):
            if word in _WORTH:
                part += _WORTH[word]
            elif word == "hundred":
                part = max(part, 1) * _TIMES[word]
            else:
                total, part = total + max(part, 1) * _TIMES[word], 0
        yield Figure(str(total + part), "", *match.span())


def _printed(value: Decimal) -> str:
    """Print a number without the zeros that say nothing."""
    return f"{value.normalize():f}"


def _with_unit(figure: Figure, text: str) -> Figure:
    """Return a figure with the unit after it, or the label before it."""
    if figure.unit in PERIODS and figure.unit != "year":
        return figure
    before_it = text[max(0, figure.start - 20) : figure.start]
    if figure.unit == "year" and _THEN_A_WORD.match(text, figure.end):
        counts = not _OF_A_YEAR.search(before_it)
        figure = replace(figure, unit="" if counts else "year")
    if after := _UNIT.match(text, figure.end):
        unit = (after[1] or after[2]).lower().replace("per cent", "%").replace("percent", "%")
        return replace(figure, unit=f"{figure.unit if figure.unit != 'year' else ''}{unit}")
    if before := _LABEL.search(before_it):
        return replace(figure, unit=before[1].lower())
    return figure
