"""Editing a draft: every change is stamped on the words it changed, and on no others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import Block, BlockKind, Draft, Source
from assistant.domain.letters.sentences import sentences


def replace_block(draft: Draft, index: int, text: str, author: str, at: datetime) -> Draft:
    """Return the draft with one block typed anew; it becomes the officer's.

    The line ends of the block are kept, so that a paragraph stays one. A text without a word makes
    the block disappear. An unchanged text changes nothing. `at` is aware. Raises NotAllowed where
    the draft has no such block.
    """
    old = _block(draft, index)
    words, tail = text.strip(), old.text[len(old.text.rstrip()) :]
    if words == old.text.strip():
        return draft
    before, after = list(draft.blocks[:index]), list(draft.blocks[index + 1 :])
    if words:
        lead = old.text[: len(old.text) - len(old.text.lstrip())]
        typed = _typed(f"{lead}{words}{tail}", author, at, old.part)
        return replace(draft, blocks=(*before, typed, *after))
    if before and "\n" in tail and not before[-1].text.endswith("\n"):
        # The block ended a paragraph that others began: that paragraph still ends there.
        before[-1] = replace(before[-1], text=before[-1].text.rstrip(" ") + tail)
    return replace(draft, blocks=(*before, *after))


def accept(draft: Draft, index: int, author: str, at: datetime) -> Draft:
    """Return the draft with one generated sentence accepted, stamped with who and when.

    Raises NotAllowed where there is no such block, or it is not a model's.
    """
    block = _block(draft, index)
    if block.kind is not BlockKind.GENERATED:
        raise NotAllowed("Only a generated sentence is accepted; this one has its source already.")
    blocks = list(draft.blocks)
    blocks[index] = replace(block, accepted=True, author=author, at=at)
    return replace(draft, blocks=tuple(blocks))


def split_back(draft: Draft, edited_text: str, author: str, at: datetime) -> Draft:
    """Return the draft after the letter was edited as a whole, split back by sentence.

    A sentence that is still there, moved or not, keeps its block's kind and sources; any other
    becomes the officer's, except that a gap which still stands in it stays a gap. The result's
    text is exactly `edited_text`.
    """
    old, new = sentences(draft.text), sentences(edited_text)
    starts = _starts(old)
    kept = _matches([s.strip() for s in old], [s.strip() for s in new])
    gaps = [block.text.strip() for block in draft.gaps]
    pieces: list[_Piece] = []
    for number, sentence in enumerate(new):
        source = kept.get(number)
        if source is None:
            pieces += [_Piece(block) for block in _changed(sentence, gaps, author, at)]
        else:
            pieces += _unchanged(draft, starts[source], old[source], sentence)
    return replace(draft, blocks=tuple(piece.block for piece in _joined(pieces)))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block or part of one, and where in which block of the old draft it came from."""

    block: Block
    origin: int = -1
    low: int = 0
    high: int = 0


def _block(draft: Draft, index: int) -> Block:
    """Return a block by its place; raises NotAllowed where there is none."""
    if not 0 <= index < len(draft.blocks):
        raise NotAllowed("This draft has changed since: that sentence is no longer in it.")
    return draft.blocks[index]


def _typed(text: str, author: str, at: datetime, part: str = "") -> Block:
    """Make an officer's block."""
    return Block(BlockKind.OFFICER, text, part=part, author=author, at=at)


def _starts(units: Sequence[str]) -> list[int]:
    """Return where each sentence starts in the text they form."""
    starts, at = [], 0
    for unit in units:
        starts.append(at)
        at += len(unit)
    return starts


def _matches(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Map each sentence of the new text that was there before to its place in the old one.

    In order first; what was moved is then looked for among the sentences left over.
    """
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    kept = {
        b + step: a + step for a, b, size in matcher.get_matching_blocks() for step in range(size)
    }
    used = set(kept.values())
    left: dict[str, list[int]] = {}
    for place, sentence in enumerate(old):
        if place not in used and sentence:
            left.setdefault(sentence, []).append(place)
    for place, sentence in enumerate(new):
        if place not in kept and left.get(sentence):
            kept[place] = left[sentence].pop(0)
    return kept


def _unchanged(draft: Draft, start: int, old: str, new: str) -> list[_Piece]:
    """Return the pieces of blocks that a kept sentence is made of, with the new white space."""
    words = old.strip()
    first = start + old.index(words)
    pieces = list(_slices(draft.blocks, first, first + len(words)))
    if not pieces:
        # White space alone: it belongs to no source in particular.
        return [_Piece(Block(BlockKind.BOILERPLATE, new))]
    lead, tail = new[: len(new) - len(new.lstrip())], new[len(new.rstrip()) :]
    pieces[0] = _with_text(pieces[0], lead + pieces[0].block.text)
    pieces[-1] = _with_text(pieces[-1], pieces[-1].block.text + tail)
    return pieces


def _with_text(piece: _Piece, text: str) -> _Piece:
    """Return a piece with other white space around its words."""
    return replace(piece, block=replace(piece.block, text=text))


def _slices(blocks: Sequence[Block], start: int, end: int) -> Iterator[_Piece]:
    """Yield what the blocks hold between two places of the text, quotations cut with their span."""
    at = 0
    for origin, block in enumerate(blocks):
        low, high = max(start - at, 0), min(end - at, len(block.text))
        if low < high:
            cut = replace(block, text=block.text[low:high], sources=_cut(block, low, high))
            yield _Piece(cut, origin, low, high)
        at += len(block.text)


def _cut(block: Block, low: int, high: int) -> tuple[Source, ...]:
    """Return a block's sources; a quotation's span shrinks with the words that are left of it."""
    if block.kind is not BlockKind.QUOTE:
        return block.sources
    lead = len(block.text) - len(block.text.lstrip())
    length = len(block.text.strip())
    low, high = max(low - lead, 0), min(high - lead, length)
    return tuple(
        replace(source, start=source.start + low, end=source.start + high)
        if source.start is not None
        else source
        for source in block.sources
    )


def _changed(sentence: str, gaps: Sequence[str], author: str, at: datetime) -> Iterator[Block]:
    """Yield a changed sentence as the officer's, with the gaps that still stand in it as gaps."""
    wanted = [re.escape(gap) for gap in gaps if gap]
    if not wanted:
        yield _typed(sentence, author, at)
        return
    for piece in re.split(f"({'|'.join(wanted)})", sentence):
        if piece in gaps:
            yield Block(BlockKind.GAP, piece)
        elif piece:
            yield _typed(piece, author, at)


def _joined(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Return the pieces, with neighbours that are still in the order of one block made one."""
    joined: list[_Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else _Piece(piece.block)
        if last.origin < 0 or last.origin != piece.origin or piece.low < last.high:
            joined.append(piece)
            continue
        sources = tuple(
            replace(a, end=b.end)
            for a, b in zip(last.block.sources, piece.block.sources, strict=True)
        )
        block = replace(last.block, text=last.block.text + piece.block.text, sources=sources)
        joined[-1] = replace(last, block=block, high=piece.high)
    return joined
