"""How similar questions were answered: a vote of the library, never a proposal of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.case import CasePart, Outcome
from assistant.domain.letters.context import EvidencePassage

# Whether information is held is a fact that only a search finds: no earlier answer votes on it.
_NEVER_VOTED = frozenset(
    {Outcome.NOT_HELD, Outcome.PART_NOT_HELD, Outcome.ACKNOWLEDGEMENT_ONLY, Outcome.OTHER}
)
# A passage below this share of the best one's score is about something else.
_NEAR_THE_BEST = 0.5
_MOST = 5


@dataclass(frozen=True, slots=True)
class Similar:
    """How similar questions were answered, for one part.

    `outcome` and `sections` are what most of the evidence, weighed by its score, says; `confidence`
    is that share, from 0 to 1, times the best score, so that agreement on poor matches stays low.
    `outcome` is None where nothing comparable was found or the passages do not say.
    """

    part: str
    outcome: Outcome | None
    sections: tuple[str, ...]
    confidence: float
    evidence: tuple[str, ...]


def similar(parts: Sequence[CasePart], passages: Sequence[EvidencePassage]) -> tuple[Similar, ...]:
    """Return, for each part, how the library answered similar questions.

    Passages found for the whole request count where none was found for the part itself. The same
    input gives the same answer: ties go to the outcome whose best passage comes first by id.
    """
    return tuple(_vote(part, _nearest(part, passages)) for part in parts)


def _nearest(part: CasePart, passages: Sequence[EvidencePassage]) -> list[EvidencePassage]:
    """Return the few passages that are comparable with the part, the best first."""
    own = [passage for passage in passages if passage.part_key == part.key]
    pool = own or [passage for passage in passages if not passage.part_key]
    ranked = sorted(pool, key=lambda passage: (-passage.score, passage.id))
    best = ranked[0].score if ranked else 0.0
    return [p for p in ranked if p.score > 0 and p.score >= best * _NEAR_THE_BEST][:_MOST]


def _vote(part: CasePart, near: Sequence[EvidencePassage]) -> Similar:
    """Count the passages' outcomes by their scores."""
    votes: dict[Outcome, float] = {}
    for passage in near:
        outcome = _outcome(passage)
        if outcome is not None:
            votes[outcome] = votes.get(outcome, 0.0) + passage.score
    if not votes:
        return Similar(part.key, None, (), 0.0, tuple(passage.id for passage in near))
    winner = max(votes, key=lambda outcome: votes[outcome])
    backing = [passage for passage in near if _outcome(passage) is winner]
    share = votes[winner] / sum(passage.score for passage in near)
    sections = dict.fromkeys(
        section.strip()
        for passage in backing
        for section in passage.section.split(";")
        if section.strip()
    )
    return Similar(
        part.key,
        winner,
        tuple(sections),
        round(min(1.0, share * min(1.0, near[0].score)), 3),
        tuple(passage.id for passage in backing),
    )


def _outcome(passage: EvidencePassage) -> Outcome | None:
    """Return what a passage votes for, or None where it may not or does not say."""
    outcome = next((each for each in Outcome if each.value == passage.outcome), None)
    return None if outcome in _NEVER_VOTED else outcome
