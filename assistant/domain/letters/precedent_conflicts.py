"""Where a decision differs from how similar questions were answered before.

A different decision may be right: time has passed, facts have changed, the earlier letter was
wrong. But whoever decides should know of it, because the requester may.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.case import CasePart, Outcome
from assistant.domain.law.citation import Act
from assistant.domain.law.citations import find_citations
from assistant.domain.letters.context import EvidencePassage, long_date

# Passages less like the question than this say nothing of it (the search's likeness, from 0 to 1):
# of those that judges found useless one in ten or so is still above (bench/README.md).
NEAR = 0.3
# Nearer than this has to be what a decision is warned to differ from: of 20 warnings at 0.3 that
# were read five were about the same information, and of those from 0.3 to 0.45 next to none
# (bench/README.md).
SAME = 0.45
# These refuse for the size or the manner of a request, and say nothing of the information: two
# letters that rest on such a one and on an exemption do not contradict each other.
_OF_THE_REQUEST = frozenset({(Act.FOIA, "12"), (Act.FOIA, "14")})
_MOST = 4
GIVEN = frozenset({Outcome.DISCLOSED_FULL, Outcome.ALREADY_ACCESSIBLE_S21})
WITHHELD = frozenset({Outcome.REFUSED, Outcome.NCND, Outcome.COST_S12, Outcome.VEXATIOUS_S14})
_THEN = {
    Outcome.DISCLOSED_FULL: "disclosed",
    Outcome.DISCLOSED_PART: "disclosed in part",
    Outcome.ALREADY_ACCESSIBLE_S21: "already accessible (section 21)",
    Outcome.REFUSED: "refused",
    Outcome.NCND: "neither confirmed nor denied",
    Outcome.COST_S12: "refused for its cost (section 12)",
    Outcome.VEXATIOUS_S14: "refused as vexatious or repeated (section 14)",
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A sentence for the officer, and the passages that it rests on."""

    text: str
    evidence: tuple[str, ...]


def conflicts(part: CasePart, passages: Sequence[EvidencePassage]) -> tuple[Conflict, ...]:
    """Return where a part's outcome differs from earlier answers, and where those differ.

    Passages count that were found for the part and are near enough to its question, each letter
    once; overturned ones are named as such.
    """
    near = _near(part, passages)
    found = [_overturned(each) for each in near if each.status == "overturned"]
    standing = [(each, then) for each in near if (then := _outcome(each)) is not None]
    if part.outcome is not None:
        found += [
            Conflict(
                f"{_then(each, then)}; {_THEN.get(part.outcome, part.outcome.value)} now.",
                (each.id,),
            )
            for each, then in standing
            if _opposed(then, part.outcome)
        ]
        found += _other_sections(part, standing)
    return (*found[:_MOST], *_among_themselves(standing))


def _near(part: CasePart, passages: Sequence[EvidencePassage]) -> list[EvidencePassage]:
    """Return the nearest passage of each letter that is near enough, the nearest first."""
    letters: dict[str, EvidencePassage] = {}
    for each in sorted(passages, key=lambda one: (-one.score, one.id)):
        if each.part_key == part.key and each.score >= SAME:
            letters.setdefault(letter_of(each), each)
    return list(letters.values())


def letter_of(passage: EvidencePassage) -> str:
    """Return the letter a passage stands in; its id is the letter's with a number behind it."""
    return passage.id.rpartition("#")[0] or passage.id


def _outcome(passage: EvidencePassage) -> Outcome | None:
    """Return what an earlier letter decided; None where it does not say or no longer stands."""
    if passage.status == "overturned":
        return None
    return next((each for each in _THEN if each.value == passage.outcome), None)


def _opposed(one: Outcome, other: Outcome) -> bool:
    """Say whether of two outcomes one gives what the other withholds."""
    return (one in GIVEN and other in WITHHELD) or (one in WITHHELD and other in GIVEN)


def _other_sections(
    part: CasePart, standing: Sequence[tuple[EvidencePassage, Outcome]]
) -> list[Conflict]:
    """Return the letters that withheld the same under other provisions altogether."""
    ours = _sections(" ".join(part.sections))
    if part.outcome not in WITHHELD | {Outcome.DISCLOSED_PART} or not ours:
        return []
    return [
        Conflict(
            f"{_then(each, then)} under {each.section.replace(';', ', ')}; "
            f"{', '.join(part.sections)} now.",
            (each.id,),
        )
        for each, then in standing
        if then not in GIVEN and (theirs := _sections(each.section)) and not theirs & ours
    ]


def _sections(text: str) -> frozenset[tuple[Act | None, str]]:
    """Return which exemptions and exceptions a text cites, whatever the limb."""
    return (
        frozenset(
            (cited.act, cited.section) for _, _, cited in find_citations(text.replace(";", ", "))
        )
        - _OF_THE_REQUEST
    )


def _among_themselves(
    standing: Sequence[tuple[EvidencePassage, Outcome]],
) -> tuple[Conflict, ...]:
    """Return that earlier letters differ from each other, where they do."""
    for each, then in standing:
        for other, other_then in standing:
            if then in GIVEN and other_then in WITHHELD:
                words = f"Earlier answers differ: {_lower(_then(each, then))}, "
                return (
                    Conflict(f"{words}{_lower(_then(other, other_then))}.", (each.id, other.id)),
                )
    return ()


def _then(passage: EvidencePassage, outcome: Outcome) -> str:
    """Return what a letter decided, and which letter that was."""
    words = _THEN[outcome]
    return f"{words[:1].upper()}{words[1:]} in {_named(passage)}"


def _named(passage: EvidencePassage) -> str:
    """Name a letter by its title and date."""
    return f"“{passage.title}”" + (f" of {long_date(passage.date)}" if passage.date else "")


def _overturned(passage: EvidencePassage) -> Conflict:
    """Return that an earlier answer did not stand."""
    return Conflict(f"The answer in {_named(passage)} was overturned.", (passage.id,))


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"
