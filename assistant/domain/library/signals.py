"""What a sentence of an answer can tell of its outcome, and the tables of phrases that tell it."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.phrases import Phrases


class Signal(StrEnum):
    """What one sentence says of the outcome of what it answers."""

    ANNOUNCED = "announced"
    ELSEWHERE = "elsewhere"
    GIVEN = "given"
    LINKED = "linked"
    ACCESSIBLE = "accessible"
    WITHHELD = "withheld"
    REFUSED = "refused"
    UNABLE = "unable"
    NOT_HELD = "not_held"
    COST = "cost"
    VEXATIOUS = "vexatious"
    NEITHER = "neither"
    UNCLEAR = "unclear"
    INVALID = "invalid"
    TRANSFERRED = "transferred"
    WAITING = "waiting"
    EXTENDED = "extended"
    DELAYED = "delayed"
    RECEIVED = "received"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Cue:
    """A table of phrases with what they tell; `unless` are phrases that take the sentence out."""

    name: str
    signal: Signal
    says: Phrases
    unless: Phrases
    because: str


def cue(name: str, signal: Signal, because: str, *says: str, unless: tuple[str, ...] = ()) -> Cue:
    """Return a cue of phrases that each begin a word; `unless` takes a sentence out."""
    return Cue(name, signal, Phrases(*says, before=r"\b"), Phrases(*unless, before=r"\b"), because)


def section(numbers: str) -> str:
    """Return the pattern of a section by its number, and not of a postcode ("S12 4LN")."""
    return rf"(?:sections?|sect?\.?|s\.?) ?(?:{numbers})(?!\d)(?! ?\d[a-z]{{2}}\b)"
