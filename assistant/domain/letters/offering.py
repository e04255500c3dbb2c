"""What a model may use for a part of a letter: facts of the case, passages, approved wording."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.case import CasePart
from assistant.domain.letters.answers import Desk, contradicts, recorded
from assistant.domain.letters.blocks import Source
from assistant.domain.letters.context import EvidencePassage
from assistant.domain.letters.filling import fill
from assistant.domain.letters.placing import Origin
from assistant.domain.letters.wording import Slot, Wording, WordingKind, pieces

# Wording that the composer places by itself, wherever a decision asks for it.
_PLACED = ("outcome-", "held-", "heading-", "contradiction", "provision-unknown", "where-to-find")
# What the authority says of itself; a name, a reference or a subject is the requester's.
_SLOTS = frozenset(
    {
        "address",
        "authority",
        "contact_email",
        "contact_phone",
        "regulator_address",
        "regulator_name",
        "regulator_url",
        "review_contact",
        "review_days",
    }
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A piece that is offered, and what it is in the letter."""

    ident: str
    kind: str
    text: str
    origin: Origin


def offers(part: CasePart, quotable: Sequence[EvidencePassage], desk: Desk) -> tuple[Offer, ...]:
    """Return what may be used for a part that is decided; nothing where it is not.

    `quotable` are passages of approved wording without a fault; those found for this part count.
    Where the search and the outcome cannot both be right, nothing is said before a person has
    looked.
    """
    if part.outcome is None or contradicts(part):
        return ()
    return (*_facts(part), *_passages(part, quotable), *_wording(part, desk))


def _facts(part: CasePart) -> Iterator[Offer]:
    """Yield what officers recorded for the part."""
    found = recorded(part)
    if found is not None:
        yield Offer(found.source.id, "fact", found.text, Origin(found.source, is_fact=True))


def _passages(part: CasePart, quotable: Sequence[EvidencePassage]) -> Iterator[Offer]:
    """Yield the passages that were found for the part; a template is none."""
    for passage in quotable:
        if passage.part_key == part.key and not set("{}[]") & set(passage.text):
            source = Source(passage.id, passage.version, passage.title, passage.start, passage.end)
            yield Offer(passage.id, "passage", passage.text, Origin(source))


def _wording(part: CasePart, desk: Desk) -> Iterator[Offer]:
    """Yield the authority's wording for answers that nothing places by itself."""
    for wording in desk.wordings:
        if _is_free(wording):
            blocks = tuple(fill(wording, desk.values, part=part.key))
            source = Source(wording.id, wording.version, wording.title)
            text = "".join(block.text for block in blocks).strip()
            yield Offer(wording.id, "wording", text, Origin(source, wording=blocks))


def _is_free(wording: Wording) -> bool:
    """Tell whether wording is of an answer, is placed by nothing else, and needs no officer."""
    slots = [piece for piece in pieces(wording.text) if isinstance(piece, Slot)]
    return (
        wording.kind is WordingKind.PART
        and not wording.section
        and not wording.id.startswith(_PLACED)
        and all(not slot.asks and slot.name in _SLOTS for slot in slots)
    )
