"""How similar questions were answered: a vote of the library, never a proposal of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.domain.case import CasePart, Outcome
from assistant.domain.letters.context import EvidencePassage
from assistant.domain.letters.precedent_conflicts import NEAR, letter_of

# Whether information is held is a fact that only a search finds: no earlier answer votes on it.
_NEVER_VOTED = frozenset(
    {Outcome.NOT_HELD, Outcome.PART_NOT_HELD, Outcome.ACKNOWLEDGEMENT_ONLY, Outcome.OTHER}
)
# What a letter's vote is worth by its status; one that was overturned has none.
_BY_STATUS = {"approved wording": 1.0, "example": 0.8, "superseded": 0.3, "overturned": 0.0}
# After so many years a letter counts half; one without a date counts as if it were so old.
_HALF_AFTER = 5.0
_DAYS_A_YEAR = 365.25
# With so much evidence (one good recent letter weighs about one) confidence is half the share.
_HALF_TRUSTED = 0.5
# Below this nothing is shown: it says less than knowing nothing.
LEAST_CONFIDENCE = 0.25
_MOST = 8


@dataclass(frozen=True, slots=True)
class Counted:
    """An outcome, how many letters had it, and the sections they relied on with their number."""

    outcome: Outcome
    letters: int
    weight: float
    sections: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Similar:
    """How similar questions were answered, for one part.

    `outcome` and `sections` are what most of the evidence says, weighed by likeness, age, quality
    and status; `confidence` is its share of that evidence, from 0 to 1, the lower the less evidence
    there is. `counts` are all outcomes, the weightiest first. `outcome` is None where too little
    that is comparable was found, or what was found does not say.
    """

    part: str
    outcome: Outcome | None
    sections: tuple[str, ...]
    confidence: float
    evidence: tuple[str, ...]
    counts: tuple[Counted, ...] = ()


def similar(
    parts: Sequence[CasePart], passages: Sequence[EvidencePassage], on: date
) -> tuple[Similar, ...]:
    """Return, for each part, how the library answered similar questions; `on` is today.

    Passages found for the whole request count where none was found for the part itself. Each letter
    votes once, by its nearest passage. The same input gives the same answer: ties go to the outcome
    whose best passage comes first by id.
    """
    return tuple(_vote(part, _letters(part, passages), on) for part in parts)


def _letters(part: CasePart, passages: Sequence[EvidencePassage]) -> list[EvidencePassage]:
    """Return the nearest passage of each letter that is comparable, the best first."""
    own = [passage for passage in passages if passage.part_key == part.key]
    pool = own or [passage for passage in passages if not passage.part_key]
    letters: dict[str, EvidencePassage] = {}
    for passage in sorted(pool, key=lambda each: (-each.score, each.id)):
        if passage.score >= NEAR:
            letters.setdefault(letter_of(passage), passage)
    return list(letters.values())[:_MOST]


def _vote(part: CasePart, near: Sequence[EvidencePassage], on: date) -> Similar:
    """Count the letters' outcomes by what each is worth."""
    votes: dict[Outcome, list[tuple[EvidencePassage, float]]] = {}
    whole = 0.0
    for passage in near:
        weight = worth(passage, on)
        outcome = _outcome(passage)
        # What may not vote is evidence all the same, that the question may end otherwise.
        whole += weight
        if outcome is not None and weight:
            votes.setdefault(outcome, []).append((passage, weight))
    counts = sorted(
        (_counted(outcome, backing) for outcome, backing in votes.items()),
        key=lambda counted: -counted.weight,
    )
    if counts:
        winner = counts[0]
        confidence = round(winner.weight / whole * whole / (whole + _HALF_TRUSTED), 3)
        if confidence >= LEAST_CONFIDENCE:
            backing = votes[winner.outcome]
            return Similar(
                part.key,
                winner.outcome,
                tuple(section for section, _ in winner.sections),
                confidence,
                tuple(passage.id for passage, _ in backing),
                tuple(counts),
            )
    return Similar(part.key, None, (), 0.0, tuple(passage.id for passage in near), ())


def worth(passage: EvidencePassage, on: date) -> float:
    """Return what the vote of a letter is worth, from 0 to 1: by likeness, age, quality, status."""
    years = (on - passage.date).days / _DAYS_A_YEAR if passage.date else _HALF_AFTER
    age: float = 0.5 ** (max(0.0, years) / _HALF_AFTER)
    quality = 1.0 if passage.quality is None else passage.quality
    return passage.score * age * quality * _BY_STATUS.get(passage.status, 0.0)


def _counted(outcome: Outcome, backing: Sequence[tuple[EvidencePassage, float]]) -> Counted:
    """Count the letters behind an outcome, and the sections they relied on."""
    sections: dict[str, int] = {}
    for passage, _ in backing:
        for section in dict.fromkeys(each.strip() for each in passage.section.split(";")):
            if section:
                sections[section] = sections.get(section, 0) + 1
    ranked = sorted(sections.items(), key=lambda item: -item[1])
    return Counted(outcome, len(backing), sum(weight for _, weight in backing), tuple(ranked))


def _outcome(passage: EvidencePassage) -> Outcome | None:
    """Return what a passage votes for, or None where it may not or does not say."""
    outcome = next((each for each in Outcome if each.value == passage.outcome), None)
    return None if outcome in _NEVER_VOTED else outcome
