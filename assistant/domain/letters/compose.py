"""Composes letters from decisions, approved wording and evidence, and invents nothing.

What the case and the wording do not say stays a gap. The machine never says that information is
held or not: that stands in a letter only where a person recorded it.
"""

from collections.abc import Iterable, Sequence

from assistant.domain.case import CasePart, Outcome
from assistant.domain.law.acts import Regime, Register
from assistant.domain.law.citations import Act, parse_citation
from assistant.domain.letters.answers import Desk, answer, held_gap
from assistant.domain.letters.blocks import Block, Draft, LetterKind
from assistant.domain.letters.context import EvidencePassage, LetterContext, Reasoning
from assistant.domain.letters.filling import fill
from assistant.domain.letters.naming import part_names, provisions_in_words
from assistant.domain.letters.reasons import reasons
from assistant.domain.letters.reliance import NOT_HELD_EIR, Reliance, reliances
from assistant.domain.letters.wording import Wordings

# Stored with every draft. Raise it whenever the same case would be composed in other words or
# another order, so that drafts made before and after can be told apart.
PIPELINE_VERSION = "compose-2"

_APPROVED = "approved wording"
_OFFERS_HELP = frozenset({Outcome.REFUSED, Outcome.COST_S12})


def compose_acknowledgement(context: LetterContext, wordings: Wordings) -> Draft:
    """Compose the acknowledgement: reference, date of receipt, due date and whom to write to.

    While the clock is not running (`due_on` is None) the date is a gap.
    """
    desk = _desk(context, wordings, Register(()), ())
    blocks = _opening(context, desk)
    body = "acknowledgement" if context.due_on else "acknowledgement-undated"
    blocks += fill(wordings.for_letter(body, context.regime), desk.values)
    blocks += _closing(context, desk)
    return Draft(LetterKind.ACKNOWLEDGEMENT, tuple(blocks), PIPELINE_VERSION)


def compose_response(
    context: LetterContext,
    parts: Sequence[CasePart],
    passages: Sequence[EvidencePassage],
    wordings: Wordings,
    register: Register,
    reasoning: Iterable[Reasoning] = (),
) -> Draft:
    """Compose the response, part by part, with the reasons given once for each provision.

    Meets s.17(1), (3), (5) and (7) FOIA and reg 14 EIR where something is refused, and s.1(1)(a)
    for each part. Of `passages` only approved wording is quoted, and only for a provision that has
    no wording of its own; examples are shown beside a draft and never in it.
    `reasoning` is what officers recorded about a provision; what it lacks stays a gap.
    """
    desk = _desk(context, wordings, register, parts)
    found = reliances(parts, register)
    blocks = [*_opening(context, desk), *desk.letter("intro"), *_refusal_notice(found, parts, desk)]
    if not parts:
        blocks += desk.letter("no-parts")
    else:
        asked = held_gap(parts, desk)
        blocks += [*asked, *desk.letter("heading-parts")]
        for part in parts:
            blocks += answer(part, desk, asked_above=bool(asked))
    recorded = {citation: each for each in reasoning if (citation := parse_citation(each.citation))}
    quotable = [passage for passage in passages if passage.status == _APPROVED]
    blocks += reasons(found, recorded, quotable, desk)
    blocks += _after(parts, context, desk)
    return Draft(LetterKind.RESPONSE, tuple(blocks), PIPELINE_VERSION)


def _desk(
    context: LetterContext, wordings: Wordings, register: Register, parts: Sequence[CasePart]
) -> Desk:
    """Return what the letter is written with."""
    return Desk(wordings, register, context.regime, context.values(), part_names(parts))


def _opening(context: LetterContext, desk: Desk) -> list[Block]:
    """Return the letterhead, the salutation and the subject line."""
    head = "letterhead" if context.address.strip() else "letterhead-plain"
    return [*desk.letter(head), *desk.letter("salutation"), *desk.letter("subject")]


def _refusal_notice(
    found: Sequence[Reliance], parts: Sequence[CasePart], desk: Desk
) -> list[Block]:
    """Return what says that something is refused, and under what (s.17(1)(a), (b), s.17(5))."""
    limits = [each.citation for each in found if each.is_limit]
    denied = [each.citation for each in found if each.is_ncnd]
    plain = [each.citation for each in found if not each.is_limit and not each.is_ncnd]
    eir = [citation for citation in plain if citation.act is Act.EIR]
    foi = [citation for citation in plain if citation.act is not Act.EIR]
    if desk.regime is Regime.EIR and any(p.outcome is Outcome.NOT_HELD for p in parts):
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
    if not blocks and any(part.outcome in _OFFERS_HELP for part in parts):
        return desk.letter("refusal-notice-undecided")
    return blocks


def _after(parts: Sequence[CasePart], context: LetterContext, desk: Desk) -> list[Block]:
    """Return what follows the answer: help, disclosure to the world, and the requester's rights."""
    blocks: list[Block] = []
    if any(part.outcome in _OFFERS_HELP for part in parts):
        blocks += fill(desk.wordings.for_letter("assistance", desk.regime), desk.values)
    # What somebody is told about themselves is told to nobody else.
    world = () if context.regime is Regime.SAR else ("to-the-world",)
    for name in (*world, "review", "complaint"):
        blocks += desk.letter(name)
    return blocks + _closing(context, desk)


def _closing(context: LetterContext, desk: Desk) -> list[Block]:
    """Return whom to write to, and the sign-off."""
    name = "sign-off-authority"
    if context.officer_name.strip():
        name = "sign-off" if context.officer_title.strip() else "sign-off-untitled"
    contact = "contact-phone" if context.contact_phone.strip() else "contact"
    return [*desk.letter(contact), *desk.letter(name)]
