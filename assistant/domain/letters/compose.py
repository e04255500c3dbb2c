"""Composes letters from decisions, approved wording and evidence, and invents nothing.

What the case and the wording do not say stays a gap. The machine never says that information is
held or not: that stands in a letter only where a person recorded it.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from assistant.domain.case import CasePart, Outcome
from assistant.domain.law.acts import Regime, Register
from assistant.domain.law.citations import Act, Citation, parse_citation
from assistant.domain.letters.answers import Desk, answer, held_gap
from assistant.domain.letters.blocks import Block, Draft, LetterKind
from assistant.domain.letters.context import EvidencePassage, LetterContext, Reasoning
from assistant.domain.letters.costing import costing
from assistant.domain.letters.estimate import CostEstimate
from assistant.domain.letters.filling import fill
from assistant.domain.letters.frame import closing, desk_of, opening
from assistant.domain.letters.naming import provisions_in_words
from assistant.domain.letters.reasons import reasons
from assistant.domain.letters.reliance import (
    NOT_HELD_EIR,
    RELYING,
    Reliance,
    formally_excepted,
    reliances,
)
from assistant.domain.letters.wording import Wordings

# Stored with every draft. Raise it whenever the same case would be composed in other words or
# another order, so that drafts made before and after can be told apart.
PIPELINE_VERSION = "compose-4"
# Added to it where a model's proposals are in the letter; raise it when they are verified
# otherwise.
PROPOSING_VERSION = "proposals-1"

_APPROVED = "approved wording"
_REFUSES = frozenset({Outcome.REFUSED, Outcome.COST_S12})
_OWN_DATA = Citation(Act.FOIA, "40", ("1",))


def compose_acknowledgement(context: LetterContext, wordings: Wordings) -> Draft:
    """Compose the acknowledgement: reference, date of receipt, due date and whom to write to.

    While the clock is not running (`due_on` is None) the date is a gap.
    """
    desk = desk_of(context, wordings, Register(()), ())
    blocks = opening(context, desk)
    body = "acknowledgement" if context.due_on else "acknowledgement-undated"
    blocks += fill(wordings.for_letter(body, context.regime), desk.values)
    blocks += closing(context, desk)
    return Draft(LetterKind.ACKNOWLEDGEMENT, tuple(blocks), PIPELINE_VERSION)


def compose_response(
    context: LetterContext,
    parts: Sequence[CasePart],
    passages: Sequence[EvidencePassage],
    wordings: Wordings,
    register: Register,
    reasoning: Iterable[Reasoning] = (),
    estimates: Mapping[str, CostEstimate] = MappingProxyType({}),
    proposed: Mapping[str, Sequence[Block]] = MappingProxyType({}),
) -> Draft:
    """Compose the response, part by part, with the reasons given once for each provision.

    Meets s.17(1), (3), (5) and (7) FOIA and reg 14 EIR where something is refused, and s.1(1)(a)
    for each part. Of `passages` only approved wording is quoted that the letter checks find no
    fault with, and only for a provision that has no wording of its own; examples, and precedents
    with faults, are shown beside a draft and never in it.
    `reasoning` is what officers recorded about a provision; what it lacks stays a gap. `estimates`
    are what officers estimated for section 12, by the key of a part, "" for the whole request.
    `proposed` are blocks that a model proposed for a part, by its key, verified and placed; they
    follow the part's answer, and change nothing else of the letter.
    """
    desk = desk_of(context, wordings, register, parts)
    found = reliances(parts, register)
    blocks = [*opening(context, desk), *desk.letter("intro"), *_refusal_notice(found, parts, desk)]
    if not parts:
        blocks += desk.letter("no-parts")
    else:
        asked = held_gap(parts, desk)
        blocks += [*asked, *desk.letter("heading-parts")]
        for part in parts:
            blocks += answer(part, desk, asked_above=bool(asked))
            blocks += proposed.get(part.key, ())
    blocks += reasons(
        found,
        by_citation(reasoning),
        quotable(passages),
        desk,
        lambda each: costing(each, estimates, desk, context.cost_limit),
    )
    blocks += _after(parts, context, desk)
    version = f"{PIPELINE_VERSION}+{PROPOSING_VERSION}" if proposed else PIPELINE_VERSION
    return Draft(LetterKind.RESPONSE, tuple(blocks), version)


def by_citation(reasoning: Iterable[Reasoning]) -> dict[Citation, Reasoning]:
    """Return what officers recorded by what it is about; what cannot be read as one is left out."""
    return {citation: each for each in reasoning if (citation := parse_citation(each.citation))}


def quotable(passages: Iterable[EvidencePassage]) -> list[EvidencePassage]:
    """Return the passages that a letter may quote: approved wording without a fault.

    An example is never quoted, and no words of a response that the letter checks find fault with,
    whoever approved it.
    """
    return [passage for passage in passages if passage.status == _APPROVED and not passage.faults]


def _refusal_notice(
    found: Sequence[Reliance], parts: Sequence[CasePart], desk: Desk
) -> list[Block]:
    """Return what says that something is refused, and under what (s.17(1)(a), (b), s.17(5))."""
    limits = [each.citation for each in found if each.is_limit]
    denied = [each.citation for each in found if each.is_ncnd]
    plain = [each.citation for each in found if not each.is_limit and not each.is_ncnd]
    eir = [citation for citation in plain if citation.act is Act.EIR]
    foi = [citation for citation in plain if citation.act is not Act.EIR]
    if formally_excepted(parts, desk.regime):
        eir = [NOT_HELD_EIR, *(citation for citation in eir if citation != NOT_HELD_EIR)]
    blocks: list[Block] = []
    for name, regime, citations in (
        ("refusal-notice", "foi", foi),
        ("refusal-notice-limits", "foi", limits),
        ("refusal-notice", "eir", eir),
        ("refusal-notice-ncnd", "foi", [c for c in denied if c.act is not Act.EIR]),
        ("refusal-notice-ncnd", "eir", [c for c in denied if c.act is Act.EIR]),
    ):
        if citations:
            blocks += desk.letter(name, regime, exemptions=provisions_in_words(citations))
    if not blocks and any(part.outcome in _REFUSES for part in parts):
        return desk.letter("refusal-notice-undecided")
    return blocks


def _after(parts: Sequence[CasePart], context: LetterContext, desk: Desk) -> list[Block]:
    """Return what follows the answer: help, disclosure to the world, and the requester's rights."""
    blocks: list[Block] = []
    if any(_is_own_data(part) for part in parts):
        blocks += desk.letter("own-data")
    if any(part.outcome is Outcome.COST_S12 for part in parts):
        blocks += desk.letter("assistance-refine")
    if any(part.outcome is Outcome.REFUSED for part in parts):
        blocks += desk.letter("assistance")
    # What somebody is told about themselves is told to nobody else.
    world = () if context.regime is Regime.SAR else ("to-the-world",)
    for name in (*world, "review", "complaint"):
        blocks += desk.letter(name)
    return blocks + closing(context, desk)


def _is_own_data(part: CasePart) -> bool:
    """Tell whether a part is refused because it is about the requester (s.40(1), reg 5(3))."""
    return part.outcome in RELYING and any(
        citation is not None and citation.within(_OWN_DATA)
        for citation in map(parse_citation, part.sections)
    )
