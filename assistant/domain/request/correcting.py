"""Where a part can be split, where words stand in a text, and what a further part is called."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import count

from assistant.domain.request.questions import ordinal
from assistant.domain.request.sentences import sentences, trim

Span = tuple[int, int]

# The key of a part that bears no label and stands under none: "p4" was the fourth.
UNNUMBERED = re.compile(r"p\d+")
_RANK = re.compile(r" \((?:[a-z]+|no\. \d+)\)$")
# A new line, and within a sentence what follows a semicolon, a comma or an "and".
_CLAUSE = re.compile(r"[^\S\n]*\n\s*|(?<=[;:,])\s+|\s+(?=(?:and|or)\s)", re.IGNORECASE)
_WORD = re.compile(r"\w")
# More than the label that a part begins with.
_SAID = re.compile(r"[^\W\d_]{2}")
# A label may fill the column of keys by itself.
_LONGEST_BASE = 25


def title(key: str, position: int) -> str:
    """Return what people call a part: by its key, or by its place where nobody numbered it."""
    return f"Part {position}" if UNNUMBERED.fullmatch(key) else f"Part {key}"


def places(text: str) -> tuple[int, ...]:
    """Return where a second part can begin in the text of a part, in order.

    Each is the start of a line, a sentence or a clause, has white space before it, and leaves words
    on both sides. Offsets are code points of `text`.
    """
    found = {start for start, _ in sentences(text, 0, len(text))}
    found |= {match.end() for match in _CLAUSE.finditer(text)}
    return tuple(place for place in sorted(found) if _divides(text, place))


def halves(text: str, start: int, end: int, place: int) -> tuple[Span, Span]:
    """Return the spans of the two parts that `text[start:end]` makes, cut at `text[place]`.

    White space at their ends belongs to neither.
    """
    return trim(text, start, place), trim(text, place, end)


def occurrences(words: str, text: str) -> list[Span]:
    """Return where words stand in a text, letter for letter but for white space and line breaks.

    They are whole words: "port" is not found in "report".
    """
    pieces = [re.escape(piece) for piece in words.split()]
    if not pieces:
        return []
    before = r"(?<!\w)" if _WORD.match(words.strip()) else ""
    after = r"(?!\w)" if _WORD.match(words.strip()[-1]) else ""
    pattern = re.compile(before + r"\s+".join(pieces) + after)
    return [match.span() for match in pattern.finditer(text)]


def overlapping(span: Span, others: Iterable[Span]) -> bool:
    """Say whether a span shares a code point with one of the others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def further_key(keys: Sequence[str], place: int, is_free: Callable[[str], bool]) -> str:
    """Return a key for a part that comes to stand at `place` among others (from 0).

    It goes by the requester's label above it ("2 (second)"), or, above all labels, by the first of
    them ("before 1"). Where the requester numbered nothing it is called by a number of its own.
    `is_free` refuses every key that a part of the case has or ever had.
    """
    labels = [None if UNNUMBERED.fullmatch(key) else _RANK.sub("", key) for key in keys]
    above = next((each for each in reversed(labels[:place]) if each), None)
    first = next((each for each in labels if each), None)
    if above:
        base = above[:_LONGEST_BASE]
        named = (f"{base} ({ordinal(rank)})" for rank in count(2))
    elif first:
        base = f"before {first[:_LONGEST_BASE]}"
        named = (base if rank == 1 else f"{base} ({ordinal(rank)})" for rank in count(1))
    else:
        named = (f"p{number}" for number in count(len(keys) + 1))
    return next(key for key in named if is_free(key))


def _divides(text: str, place: int) -> bool:
    """Say whether a place has white space before it and words on both sides."""
    return (
        place > 0
        and text[place - 1].isspace()
        and _SAID.search(text, 0, place) is not None
        and _SAID.search(text, place) is not None
    )
