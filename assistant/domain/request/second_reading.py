"""A second reading of a request held against its parts: in what they differ, and in nothing else.

The second reader may be a language model. What it noticed counts only where it stands in the words
of the requester; a difference is a proposal for an officer, and changes nothing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.dates import find_dates
from assistant.domain.request.correcting import Span, overlapping, places

# So many places are looked at; no letter has more, and nobody reads more.
MOST_PLACES = 100
# Of a question, or of a part, so much has to stand in the other for the two to be about the same.
_MOSTLY = 0.5
_FEWEST_LETTERS = 8
# What a question's label may put between the place where a part can be cut and its first word.
_BEFORE = re.compile(r"\W*(?:\w{1,4}[.):]\W*)?(?:(?:and|or|also)\W+)*", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:last|past|previous|next|this|financial|calendar)\s+(?:\w+\s+)?"
    r"(?:years?|months?|weeks?|days?|quarters?)\b|\b(?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december)\b|\bto date\b|\btoday\b",
    re.IGNORECASE,
)


class Step(StrEnum):
    """What would make the parts say what the second reader read."""

    SPLIT = "split"
    JOIN = "join"
    ADD = "add"
    TAKE_AWAY = "take_away"


@dataclass(frozen=True, slots=True)
class Noticed:
    """A place of a text that was noticed, its offsets in code points; see ports.writer.Span."""

    start: int
    end: int
    kind: str
    asks: str = "nothing"
    regime: str = "none"

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference, and the step that would settle it.

    `parts` are the places, from 0, of the parts that it is about. `place` is an offset in the text
    of the part where it would be split; `words` are the question's, for a part that is missing.
    """

    step: Step
    parts: tuple[int, ...]
    words: str = ""
    place: int = 0
    start: int = 0
    end: int = 0

    @property
    def key(self) -> str:
        """What names it, also when the parts before it were corrected: its place in the text."""
        return f"{self.step}-{self.start}-{self.end}"


def usable(noticed: Sequence[Noticed], text: str, own: Sequence[Span]) -> tuple[Noticed, ...]:
    """Return what may count, in the order of the text.

    A place has to stand in the words that the requester wrote now (`own`) and say something;
    questions do not overlap: the earlier stands. A date is one that can be read in it.
    """
    found: list[Noticed] = []
    asked: list[Span] = []
    for each in sorted(noticed, key=lambda one: (one.start, one.end)):
        if not any(start <= each.start < each.end <= end for start, end in own):
            continue
        words = text[each.start : each.end]
        if each.kind == "date" and not _has_date(words):
            continue
        if each.kind == "question":
            if overlapping(each.span, asked) or _letters(words) < _FEWEST_LETTERS:
                continue
            asked.append(each.span)
        found.append(each)
    return tuple(found[:MOST_PLACES])


def differences(parts: Sequence[Span], asked: Sequence[Span], text: str) -> tuple[Difference, ...]:
    """Return in what a reading of the questions differs from the parts, in the order of the text.

    Both are spans of the text, in its order. Where nothing was read as a question there is no
    difference: silence says nothing against a part.
    """
    if not asked:
        return ()
    found = [
        *_joined(parts, asked, text),
        *_split(parts, asked, text),
        *_missing(parts, asked, text),
        *_none(parts, asked, text),
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.step)))


def _joined(parts: Sequence[Span], asked: Sequence[Span], text: str) -> Iterable[Difference]:
    """Yield two parts in a row that one question has most of."""
    for place in range(len(parts) - 1):
        one, two = parts[place], parts[place + 1]
        if any(_share(one, each) >= _MOSTLY <= _share(two, each) for each in asked):
            yield Difference(
                Step.JOIN, (place, place + 1), text[two[0] : two[1]], 0, one[0], two[1]
            )


def _split(parts: Sequence[Span], asked: Sequence[Span], text: str) -> Iterable[Difference]:
    """Yield a part that has two questions or more, with where the next of them begins."""
    for number, (start, end) in enumerate(parts):
        inside = [each for each in asked if _share(each, (start, end)) > _MOSTLY]
        for each in inside[1:]:
            place = _place_before(text[start:end], each[0] - start)
            if place:
                yield Difference(
                    Step.SPLIT, (number,), text[each[0] : each[1]], place, start + place, each[1]
                )


def _missing(parts: Sequence[Span], asked: Sequence[Span], text: str) -> Iterable[Difference]:
    """Yield a question that stands in no part."""
    for each in asked:
        if not overlapping(each, parts):
            yield Difference(Step.ADD, (), text[each[0] : each[1]], 0, *each)


def _none(parts: Sequence[Span], asked: Sequence[Span], text: str) -> Iterable[Difference]:
    """Yield a part that no question stands in, where another has one."""
    silent = [number for number, part in enumerate(parts) if not overlapping(part, asked)]
    if len(silent) < len(parts):
        for number in silent:
            start, end = parts[number]
            yield Difference(Step.TAKE_AWAY, (number,), text[start:end], 0, start, end)


def _share(one: Span, other: Span) -> float:
    """Return how much of a span stands in another, from 0 to 1."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / max(1, one[1] - one[0])


def _place_before(text: str, wanted: int) -> int:
    """Return where a part can be cut so that the second begins at `wanted`; 0 where it cannot be.

    What leads to it ("2.", "and") goes with it.
    """
    fitting = [place for place in places(text) if place <= wanted]
    last = max(fitting, default=0)
    return last if _BEFORE.fullmatch(text, last, max(wanted, last)) else 0


def _has_date(words: str) -> bool:
    """Say whether a date or a period can be read in some words."""
    return bool(_PERIOD.search(words)) or next(find_dates(words), None) is not None


def _letters(words: str) -> int:
    """Count the letters and figures."""
    return sum(character.isalnum() for character in words)
