"""The versions of a draft as pages show them, and what became of its words between two of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.letters.difference import Change, Piece, difference
from assistant.store.models import Draft, DraftVersion, Letter


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """A version and the number of the one before it; None for the first."""

    row: DraftVersion
    before: int | None


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """A piece of a difference; `number` counts the places of changes, and is None elsewhere."""

    change: Change
    text: str
    number: int | None


@dataclass(frozen=True, slots=True)
class TextComparison:
    """The pieces that lead from one text to another."""

    pieces: tuple[ShownPiece, ...]

    @property
    def places(self) -> list[int]:
        """The numbers of the places at which they say different things."""
        return [piece.number for piece in self.pieces if piece.number is not None]


@dataclass(frozen=True, slots=True)
class Comparison(TextComparison):
    """Two versions of a draft, the earlier first, and the pieces that lead to the later."""

    old: DraftVersion
    new: DraftVersion


def compared_texts(before: str, after: str) -> TextComparison:
    """Return what leads from one text to another."""
    return TextComparison(_numbered(difference(before, after)))


def versions_of(draft: Draft) -> list[DraftVersion]:
    """Return the versions of a draft in order, with who made each."""
    return [*draft.versions.select_related("made_by").order_by("number")]


def newest_first(versions: Sequence[DraftVersion]) -> list[ShownVersion]:
    """Return versions for a list that begins with the last, each with the one before it."""
    befores = [None, *(each.number for each in versions)]
    pairs = zip(versions, befores, strict=False)
    return [ShownVersion(row, before) for row, before in pairs][::-1]


def compared(versions: Sequence[DraftVersion], old: str, new: str) -> Comparison | None:
    """Return the comparison of two versions, which are given by number as an address has them.

    Without the one, the last is taken; without the other, what was composed last before it, or else
    the one before it. None where there are not two, or no such version.
    """
    by_number = {str(each.number): each for each in versions}
    if len(versions) < 2 or any(number and number not in by_number for number in (old, new)):  # noqa: PLR2004 - a comparison has two sides
        return None
    after = by_number[new] if new else versions[-1]
    earlier = [each for each in versions if each.number < after.number]
    composed = [each for each in earlier if each.made_by_id is None]
    before = by_number[old] if old else (composed or earlier or versions)[-1]
    if before.number > after.number:
        before, after = after, before
    return Comparison(_numbered(difference(_text(before), _text(after))), before, after)


def changed_by_people(draft: Draft) -> Comparison | None:
    """Return what people changed since a draft was composed last, or None where nobody did."""
    versions = versions_of(draft)
    return compared(versions, "", "") if versions and versions[-1].made_by_id else None


def approved_version(versions: Sequence[DraftVersion], letter: Letter | None) -> int | None:
    """Return the number of the version that a letter says, or None where there is no letter."""
    if letter is None:
        return None
    return max((v.number for v in versions if v.number <= letter.draft_version), default=None)


def _numbered(pieces: Sequence[Piece]) -> tuple[ShownPiece, ...]:
    """Count the places of changes: what went and what came in its stead are one."""
    shown: list[ShownPiece] = []
    number = 0
    same = True
    for piece in pieces:
        begins = piece.change is not Change.SAME and same
        number += begins
        shown.append(ShownPiece(piece.change, piece.text, number if begins else None))
        same = piece.change is Change.SAME
    return tuple(shown)


def _text(version: DraftVersion) -> str:
    return "".join(str(block["text"]) for block in version.blocks)
