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
# How often an outcome is decided whatever was asked: of 90 letters of one council 57 % disclosed
# all and 17 % a part, and of 118 others 54 % and 19 %; each of the rest is rare (bench/README.md).
_ANYWAY = {Outcome.DISCLOSED_FULL: 0.55, Outcome.DISCLOSED_PART: 0.17}
_RARELY = 0.03
# What is known without any letter counts as much as this much evidence (a good recent letter that
# is very alike weighs somewhat less). Half or twice of it fits about as well; so chosen, what was
# said and what came true agreed within 0.05 from 0.5 upwards on the second half of the letters,
# which was looked at, too, while this was chosen.
_KNOWN_ANYWAY = 1.0
# Below this no outcome is named. On the half it was chosen on, those named came true in 74 of 100
# cases; from 0.5 on it would have been 61, and 57 of 100 end in the commonest outcome anyway.
LEAST_CONFIDENCE = 0.6
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
    and status; `confidence` is in how many of 100 such cases, over 100, that was then decided.
    `counts` are all outcomes of the `letters` that are alike, the weightiest first, whether or not
    they say enough, and `weight` is what all of these letters weigh. `outcome` is None, and
    `confidence` 0, where too little that is comparable was found, or what was found does not say.
    `evidence` are the passages behind the outcome, or else all that are alike.
    """

    part: str
    outcome: Outcome | None
    sections: tuple[str, ...]
    confidence: float
    evidence: tuple[str, ...]
    counts: tuple[Counted, ...] = ()
    letters: int = 0
    weight: float = 0.0


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
        # One that was overturned takes nobody's place.
        if passage.score >= NEAR and _BY_STATUS.get(passage.status, 0.0):
            letters.setdefault(letter_of(passage), passage)
    return list(letters.values())[:_MOST]


def _vote(part: CasePart, near: Sequence[EvidencePassage], on: date) -> Similar:
    """Count the letters' outcomes by what each is worth."""
    votes: dict[Outcome, list[tuple[EvidencePassage, float]]] = {}
    whole = 0.0
    standing = [passage for passage in near if worth(passage, on)]
    for passage in standing:
        weight = worth(passage, on)
        outcome = _outcome(passage)
        # What may not vote is evidence all the same, that the question may end otherwise.
        whole += weight
        if outcome is not None:
            votes.setdefault(outcome, []).append((passage, weight))
    counts = tuple(
        sorted(
            (_counted(outcome, backing) for outcome, backing in votes.items()),
            key=lambda counted: -counted.weight,
        )
    )
    number = len(standing)
    if counts:
        sure = round(confidence(counts[0].outcome, counts[0].weight, whole), 3)
        if sure >= LEAST_CONFIDENCE:
            sections = _relied_on(counts[0])
            behind = tuple(passage.id for passage, _ in votes[counts[0].outcome])
            return Similar(
                part.key, counts[0].outcome, sections, sure, behind, counts, number, whole
            )
    return Similar(part.key, None, (), 0.0, tuple(one.id for one in near), counts, number, whole)


def _relied_on(counted: Counted) -> tuple[str, ...]:
    """Return the sections that go with an outcome: none where nothing was withheld."""
    if counted.outcome is Outcome.DISCLOSED_FULL:
        return ()
    return tuple(section for section, _ in counted.sections)


def confidence(outcome: Outcome, weight: float, whole: float) -> float:
    """Return how likely an outcome is, from 0 to 1, where so much of the evidence speaks for it.

    `weight` of the `whole` evidence (sums of `worth`) is for it. Without evidence that is how often
    it is decided anyway; with more and more it comes near its share of the evidence.
    """
    known = _KNOWN_ANYWAY * _ANYWAY.get(outcome, _RARELY)
    return (weight + known) / (whole + _KNOWN_ANYWAY)


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
