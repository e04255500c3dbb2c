"""Fills a wording's slots and cuts the result into blocks, each with its source."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.domain.letters.blocks import Block, BlockKind, Source
from assistant.domain.letters.wording import Slot, Wording, paragraphs, pieces


@dataclass(frozen=True, slots=True)
class Supplied:
    """Words that a person recorded for a slot, with the fact of the case that they are.

    With `at` they were typed for this letter by `author` then, and are the officer's own words.
    """

    text: str
    source: Source
    author: str = ""
    at: datetime | None = None

    def block(self, part: str) -> Block:
        """Return the words as a block."""
        kind = BlockKind.OFFICER if self.at else BlockKind.CASE_FACT
        return Block(kind, self.text, (self.source,), part, self.author, self.at)


def nothing_supplied(_slot: str) -> Supplied | None:
    """Fill no slot of an officer's."""
    return None


def fill(
    wording: Wording,
    values: Mapping[str, str],
    supplied: Callable[[str], Supplied | None] = nothing_supplied,
    *,
    part: str = "",
    about: str = "",
) -> list[Block]:
    """Return a wording as blocks: boilerplate, what an officer supplied, and gaps for the rest.

    `values` fill the slots of values once; a brace in a value stays a brace. `about` names the
    part of the request in the gap's text. Raises ValueError where a value's slot has no value.
    """
    source = Source(wording.id, wording.version, wording.title)
    blocks: list[Block] = []
    for paragraph in paragraphs(wording.text):
        text = ""
        for piece in pieces(paragraph):
            if isinstance(piece, str):
                text += piece
            elif not piece.asks:
                text += _value(wording, piece, values)
            else:
                blocks += _boilerplate(text, source, part)
                found = supplied(piece.name)
                blocks.append(found.block(part) if found else gap(piece.asks, part, about))
                text = ""
        if blocks and not text.strip():
            # Only the line end is left: it belongs to what stands before it.
            blocks[-1] = replace(blocks[-1], text=blocks[-1].text + text)
        else:
            blocks += _boilerplate(text, source, part)
    return blocks


def gap(asks: str, part: str = "", about: str = "") -> Block:
    """Return a gap that says what only an officer can supply."""
    return Block(
        BlockKind.GAP, f"[Officer to supply: {f'for {about}, ' if about else ''}{asks}]", part=part
    )


def one_line(text: str) -> str:
    """Return a text on one line, its words unchanged."""
    return " ".join(text.split())


def _boilerplate(text: str, source: Source, part: str) -> list[Block]:
    """Return the text as a block, or nothing where there is none."""
    return [Block(BlockKind.BOILERPLATE, text, (source,), part)] if text else []


def _value(wording: Wording, slot: Slot, values: Mapping[str, str]) -> str:
    """Return a slot's value on one line; raises ValueError where the letter has none for it."""
    if slot.name not in values:
        raise ValueError(f"{wording.id}: this letter has no value for the slot “{slot.name}”")
    return one_line(values[slot.name])
