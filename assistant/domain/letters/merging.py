"""Composing again without losing what people typed: the new letter and the edited one, merged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.domain.letters.blocks import Block


@dataclass(frozen=True, slots=True)
class SetAside:
    """Words that gave way and stand nowhere in the letter; `typed` where a person wrote them."""

    text: str
    typed: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """The letter after merging, and what gave way in it."""

    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class _Change:
    """Blocks `start` up to `end` of the base, replaced; an insertion where the two are equal."""

    start: int
    end: int
    blocks: tuple[Block, ...]
    typed: bool

    def touches(self, start: int, end: int) -> bool:
        """Whether it and a stretch of the base concern the same blocks, or the same gap."""
        if self.start == self.end or start == end:
            inside = start < self.start < end or self.start < start < self.end
            return inside or (self.start, self.end) == (start, end)
        return self.start < end and start < self.end


def merge(base: Sequence[Block], edited: Sequence[Block], composed: Sequence[Block]) -> Merged:
    """Return what was composed now with every edit made since `base` was composed.

    Where both changed the same blocks, a person's words stand and the composed ones are set aside.
    Only where the composer rewrote more than the person did (a part was decided anew) its words
    stand and the person's are set aside. So nothing typed vanishes: it stands in the letter or is
    set aside to be shown. Without edits the result is `composed`, without news it is `edited`.
    """
    changes = [*_changes(base, edited, typed=True), *_changes(base, composed, typed=False)]
    blocks: list[Block] = []
    aside: list[SetAside] = []
    at = 0
    newest = _newest(base, composed)
    for start, end, group in _groups(changes):
        blocks += newest[at:start]
        standing, given_way = _settle(start, end, group)
        blocks += _applied(newest, start, end, standing)
        standing_text = "".join(block.text for change in standing for block in change.blocks)
        aside += [each for each in given_way if each.text and each.text not in standing_text]
        at = end
    blocks += newest[at:]
    return Merged(tuple(blocks), tuple(aside))


def _key(block: Block) -> tuple[str, str, bool]:
    """Return what makes two blocks the same: a newer version of the same words is no change."""
    return block.kind, block.text, block.accepted


def _matcher(base: Sequence[Block], other: Sequence[Block]) -> "SequenceMatcher[object]":
    """Compare two letters by what their blocks say."""
    return SequenceMatcher(None, list(map(_key, base)), list(map(_key, other)), autojunk=False)


def _changes(base: Sequence[Block], other: Sequence[Block], *, typed: bool) -> Iterator[_Change]:
    """Yield where a letter departs from the base."""
    for tag, start, end, low, high in _matcher(base, other).get_opcodes():
        if tag != "equal":
            yield _Change(start, end, tuple(other[low:high]), typed)


def _newest(base: Sequence[Block], composed: Sequence[Block]) -> list[Block]:
    """Return the base with the sources that the composer gives the same words now."""
    newest = list(base)
    for match in _matcher(base, composed).get_matching_blocks():
        newest[match.a : match.a + match.size] = composed[match.b : match.b + match.size]
    return newest


def _groups(changes: Sequence[_Change]) -> Iterator[tuple[int, int, list[_Change]]]:
    """Yield changes that concern the same blocks together, in the order of the base."""
    waiting: list[_Change] = []
    start = end = 0
    for change in sorted(changes, key=lambda each: (each.start, each.end, each.typed)):
        if waiting and change.touches(start, end):
            end = max(end, change.end)
            waiting.append(change)
            continue
        if waiting:
            yield start, end, waiting
        waiting, start, end = [change], change.start, change.end
    if waiting:
        yield start, end, waiting


def _settle(
    start: int, end: int, group: Sequence[_Change]
) -> tuple[list[_Change], tuple[SetAside, ...]]:
    """Return which changes stand in a stretch, and what gives way to them."""
    typed = [each for each in group if each.typed]
    composed = [each for each in group if not each.typed]
    if not (typed and composed):
        return list(group), ()
    if start == end:
        # Both put something in at one place, and neither takes anything out.
        same = list(map(_key, typed[0].blocks)) == list(map(_key, composed[0].blocks))
        return (typed if same else [*composed, *typed]), ()
    persons = min(each.start for each in typed), max(each.end for each in typed)
    if persons == (start, end):
        return typed, _given_way(composed)
    return composed, _given_way(typed)


def _given_way(changes: Sequence[_Change]) -> tuple[SetAside, ...]:
    """Return the words of changes that do not stand."""
    texts = ("".join(block.text for block in each.blocks).strip() for each in changes)
    return tuple(SetAside(text, changes[0].typed) for text in texts)


def _applied(
    base: Sequence[Block], start: int, end: int, changes: Sequence[_Change]
) -> Iterator[Block]:
    """Yield a stretch of the base with changes made in it."""
    at = start
    for change in changes:
        yield from base[at : change.start]
        yield from change.blocks
        at = max(at, change.end)
    yield from base[at:end]
