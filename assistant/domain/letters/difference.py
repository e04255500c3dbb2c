"""Shows what became of a text: which words stayed, which went and which came."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# Lines with less in common than this are shown whole, the old before the new: a word here and
# there that happens to stand in both makes nobody wiser.
_ALIKE = 0.4
# Comparing word by word takes the product of both lengths; beyond this the lines are shown whole.
_MOST_PAIRS = 4_000_000
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"\s+|\w+|[^\w\s]")


class Change(StrEnum):
    """What became of some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row of which the same became; never empty."""

    change: Change
    text: str


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces that lead from one text to the other, in reading order.

    What was not added, put together, is exactly `before`; what was not removed is exactly `after`.
    Lines are compared first, then the words of lines that were changed.
    """
    old, new = _LINE.findall(before), _LINE.findall(after)
    pieces: list[Piece] = []
    for kind, low, high, start, end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        gone, come = "".join(old[low:high]), "".join(new[start:end])
        if kind == "equal":
            pieces.append(Piece(Change.SAME, gone))
        else:
            pieces += _by_words(gone, come)
    return tuple(_joined(pieces))


def _by_words(before: str, after: str) -> list[Piece]:
    """Return the pieces of lines that were changed."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if old and new and len(old) * len(new) <= _MOST_PAIRS:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        if _alike(matcher, old, new) >= _ALIKE:
            return list(_without_islands(_compared(matcher, old, new)))
    return _replaced(before, after)


def _alike(matcher: "SequenceMatcher[str]", old: Sequence[str], new: Sequence[str]) -> float:
    """Return how many of the words of two rows stand in both, from 0 to 1; signs do not count."""
    shared = sum(
        _is_word(old[place])
        for begin, _, length in matcher.get_matching_blocks()
        for place in range(begin, begin + length)
    )
    return 2 * shared / max(1, sum(map(_is_word, old)) + sum(map(_is_word, new)))


def _is_word(text: str) -> bool:
    return text[0].isalnum()


def _compared(
    matcher: "SequenceMatcher[str]", old: Sequence[str], new: Sequence[str]
) -> Iterator[Piece]:
    """Yield the pieces of two rows of words."""
    for kind, low, high, start, end in matcher.get_opcodes():
        if kind == "equal":
            yield Piece(Change.SAME, "".join(old[low:high]))
        else:
            yield from _replaced("".join(old[low:high]), "".join(new[start:end]))


def _replaced(before: str, after: str) -> list[Piece]:
    """Return the old words and the new ones, where there are any."""
    both = (Piece(Change.REMOVED, before), Piece(Change.ADDED, after))
    return [piece for piece in both if piece.text]


def _without_islands(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Let blanks and signs between two changes change with them: they would tear words apart."""
    rows = list(pieces)
    for place, piece in enumerate(rows):
        inside = 0 < place < len(rows) - 1
        if inside and piece.change is Change.SAME and not re.search(r"\w|\n", piece.text):
            yield Piece(Change.REMOVED, piece.text)
            yield Piece(Change.ADDED, piece.text)
        else:
            yield piece


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Put together what was removed between two places that stayed, then what was added there."""
    gone = come = same = ""
    for piece in pieces:
        if piece.change is Change.SAME:
            yield from _replaced(gone, come)
            gone = come = ""
            same += piece.text
            continue
        if same:
            yield Piece(Change.SAME, same)
            same = ""
        if piece.change is Change.REMOVED:
            gone += piece.text
        else:
            come += piece.text
    yield from ([Piece(Change.SAME, same)] if same else _replaced(gone, come))
