"""Wording that people propose: the words of a block put back in, and what stands against them."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from assistant.domain.letters.blocks import Block, BlockKind, Source
from assistant.domain.letters.wording import Slot, Wording, paragraphs, pieces

# What every letter has a value for; any other slot of a value is there in some letters only.
EVERY_LETTER = frozenset(
    {
        "address",
        "authority",
        "contact_email",
        "letter_date",
        "received_on",
        "reference",
        "regulator_address",
        "regulator_name",
        "regulator_url",
        "requester",
        "review_contact",
        "review_days",
        "subject",
    }
)
_GAP = "[officer to supply"


def value_slots(text: str) -> frozenset[str]:
    """Return the names of the slots that the case fills."""
    return frozenset(each.name for each in pieces(text) if isinstance(each, Slot) and not each.asks)


def officer_slots(text: str) -> frozenset[str]:
    """Return the names of the slots that only an officer can fill."""
    return frozenset(each.name for each in pieces(text) if isinstance(each, Slot) and each.asks)


def problem_of(proposed: Wording, earlier: Iterable[str], others: Iterable[Wording]) -> str:
    """Say what stands against a proposed text, or nothing; `Wording` itself has read its slots.

    `earlier` are the texts that the wording has had: what they have a slot for, its letters have a
    value for. `others` are the wordings in use; two of one kind for one provision are refused, as
    among files.
    """
    if _GAP in proposed.text.lower():
        return (
            "The text holds a gap of a letter (“[Officer to supply”). Write a slot in its place, "
            "such as {why: what brings the information within the exemption}."
        )
    known = EVERY_LETTER.union(*map(value_slots, earlier))
    if unknown := sorted(value_slots(proposed.text) - known):
        return (
            f"No letter with this wording has a value for {{{unknown[0]}}}. The slots that can be "
            f"used here are {', '.join(f'{{{name}}}' for name in sorted(known))}."
        )
    for other in others:
        same = other.section == proposed.section and other.kind is proposed.kind
        if proposed.section and same and other.id != proposed.id:
            return (
                f"“{other.title}” is the wording of this kind for {proposed.section} already. "
                "Propose a new version of it instead."
            )
    return ""


def origin_of(
    composed: Sequence[Block], present: Sequence[Block], index: int
) -> tuple[Block, Source] | None:
    """Return the block of approved wording that a block is, or took the place of, with its source.

    None where the block has no such origin, or it cannot be told: where one block was typed anew,
    what stands around it must be what was composed.
    """
    block = present[index]
    if block.kind is BlockKind.OFFICER and not block.sources:
        block = _replaced(composed, present, index) or block
    if block.kind is not BlockKind.BOILERPLATE or len(block.sources) != 1:
        return None
    return block, block.sources[0]


def _replaced(composed: Sequence[Block], present: Sequence[Block], index: int) -> Block | None:
    """Return the one composed block that a typed one stands in place of, or None."""
    old, new = [each.text for each in composed], [each.text for each in present]
    for kind, low, high, start, end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if kind == "replace" and start <= index < end and high - low == end - start:
            return composed[low + index - start]
    return None


def with_words(text: str, was: str, now: str) -> str | None:
    """Return a wording's text in which the words of one block are new, the slots put back.

    `was` is what the block said as it was composed, `now` what it says. None where that cannot be
    done exactly: where it cannot be told from which place of the text the block came, or which
    words are values of the case.
    """
    rows = paragraphs(text)
    found = [
        (row, number, values)
        for row, paragraph in enumerate(rows)
        for number, run in enumerate(_runs(paragraph))
        if (values := _values(run, was)) is not None
    ]
    rebuilt = _rebuilt(rows)
    if len(found) != 1 or paragraphs(rebuilt) != rows:
        return None
    row, number, values = found[0]
    words = _with_slots(now.strip(), values)
    if words is None:
        return None
    runs = _runs(rows[row])
    old = runs[number]
    lead, tail = old[: len(old) - len(old.lstrip())], old[len(old.rstrip()) :]
    changed = [*runs[:number], f"{lead}{words}{tail}", *runs[number + 1 :]]
    return _rebuilt([*rows[:row], _joined(rows[row], changed), *rows[row + 1 :]])


def _runs(paragraph: str) -> list[str]:
    """Return a paragraph's text between the slots of an officer, with the slots of the case."""
    return re.split(r"\{[a-z_]+: [^{}\n]+\}", paragraph)


def _joined(paragraph: str, runs: Sequence[str]) -> str:
    """Return a paragraph with other runs between its slots of an officer."""
    asked = re.findall(r"\{[a-z_]+: [^{}\n]+\}", paragraph)
    return runs[0] + "".join(slot + run for slot, run in zip(asked, runs[1:], strict=True))


def _values(run: str, said: str) -> dict[str, str] | None:
    """Return the value of each slot of a run that reads so when filled, or None.

    None as well where it can be read in two ways.
    """
    if not re.sub(r"\{[a-z_]+\}", "", run).strip():
        return None
    readings = []
    for some in (".+?", ".+"):
        seen: set[str] = set()
        pattern = ""
        for piece in pieces(run.strip()):
            if isinstance(piece, str):
                pattern += re.escape(piece)
            elif piece.name in seen:
                pattern += f"(?P={piece.name})"
            else:
                seen.add(piece.name)
                pattern += f"(?P<{piece.name}>{some})"
        match = re.fullmatch(pattern, said.strip())
        readings.append(match.groupdict() if match else None)
    return readings[0] if readings[0] == readings[1] else None


def _with_slots(words: str, values: dict[str, str]) -> str | None:
    """Return words with slots in place of the values, or None where a value is not there once."""
    if "{" in words or "}" in words:
        return None
    places = []
    for name, value in values.items():
        if len(found := [*re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", words)]) != 1:
            return None
        places.append((*found[0].span(), name))
    places.sort(reverse=True)
    if any(later[0] < earlier[1] for later, earlier in pairwise(places)):
        return None
    for start, end, name in places:
        words = f"{words[:start]}{{{name}}}{words[end:]}"
    return words


def _rebuilt(rows: Sequence[str]) -> str:
    """Return the text that has these paragraphs; a line that is kept ends with a backslash."""
    text = ""
    for row, after in zip(rows, (*rows[1:], ""), strict=True):
        kept = row.endswith("\n") and not row.endswith("\n\n") and not after.startswith("- ")
        text += f"{row[:-1]}\\\n" if kept else row
    return text.strip()


@dataclass(frozen=True, slots=True)
class SlotsChanged:
    """The officer's slots that a proposal brings and takes away; the latter are asked no more."""

    come: Collection[str]
    gone: Collection[str]


def slots_changed(before: str, after: str) -> SlotsChanged:
    """Return what becomes of the slots of an officer."""
    old, new = officer_slots(before), officer_slots(after)
    return SlotsChanged(sorted(new - old), sorted(old - new))
