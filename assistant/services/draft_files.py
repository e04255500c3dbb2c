"""Draft the letters for a message in a file, storing nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.db import DatabaseError

from assistant.domain.case import CasePart
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime, Register
from assistant.domain.law.clock import received_on
from assistant.domain.letters.blocks import Block, BlockKind, Draft, LetterKind
from assistant.domain.letters.checks import Finding, LetterFacts, check
from assistant.domain.letters.compose import compose_acknowledgement, compose_response
from assistant.domain.letters.compose_letter import compose_letter
from assistant.domain.letters.context import EvidencePassage, LetterContext
from assistant.domain.letters.dates import Standing, letter_dates
from assistant.domain.letters.fields import Given, as_given
from assistant.domain.letters.kinds import KINDS
from assistant.domain.letters.similar import Similar, similar
from assistant.domain.letters.wording import Wordings
from assistant.domain.mail.message import Message
from assistant.domain.mail.mime import read
from assistant.domain.request.questions import key_of, segment
from assistant.domain.request.regime import classify
from assistant.ports import Clock, Library
from assistant.services.choice import chosen
from assistant.services.compute_due import clock_rules
from assistant.services.draft_decisions import Decisions, decided, fitted, refuse_unused
from assistant.services.draft_evidence import passage_json, similar_json
from assistant.services.find_passages import find_passages
from assistant.services.judge_precedents import judge_precedents
from assistant.services.letter_context import REVIEW_DAYS, SAME_ADDRESS
from assistant.services.prepare import AuthorityDetails
from assistant.services.review_draft import OUTCOMES, claimed_by
from assistant.services.set_clock import KINDS as CLOCKS
from assistant.store.blocks import to_json
from assistant.store.models import Authority


@dataclass(frozen=True, slots=True)
class Desk:
    """What every draft of a run shares."""

    details: AuthorityDetails
    authority_id: int | None
    library: Library
    register: Register
    wordings: Wordings
    clock: Clock


def library_authority() -> int | None:
    """Return the authority whose library is searched; None where nothing has been set up yet."""
    try:
        return Authority.objects.order_by("pk").values_list("pk", flat=True).first()
    except DatabaseError:
        # No tables yet: the library is empty, and wording alone still makes a draft.
        return None


def draft_document(
    raw: bytes, desk: Desk, decisions: Decisions | None = None, letter: str = ""
) -> dict[str, Any]:
    """Return both drafts as the command `draft` prints them, and one of another kind if asked.

    The date of receipt is the message's Date, because a file has no server's: a real case takes
    it from the mail server. `decisions` are what people would have recorded, `letter` is a kind of
    letter. Raises TryAgainLater where the library cannot be reached, NotAllowed for decisions that
    do not fit the request or the letter.
    """
    asked = asked_in(raw, desk, decisions or Decisions())
    context, parts, passages, decisions = (
        asked.context, asked.parts, asked.passages, asked.decisions,
    )  # fmt: skip
    wanted = chosen(letter, LetterKind, "kind of letter") if letter else None
    refuse_unused(decisions, parts, KINDS[wanted].fields if wanted else ())
    acknowledgement = compose_acknowledgement(context, desk.wordings)
    response = response_to(asked, desk)
    votes = similar(parts, passages, context.letter_date)
    document = {
        "acknowledgement": _json(acknowledgement, context, parts, desk),
        "response": _json(response, context, parts, desk, passages, votes),
    }
    if wanted:
        document["letter"] = document.get(wanted.value) or _json(
            _letter(wanted, context, parts, passages, decisions, desk), context, parts, desk
        )
    return document


@dataclass(frozen=True, slots=True)
class Asked:
    """A message's request with what was decided of it, and what the library has on it."""

    context: LetterContext
    parts: tuple[CasePart, ...]
    passages: tuple[EvidencePassage, ...]
    decisions: Decisions


def asked_in(raw: bytes, desk: Desk, decisions: Decisions) -> Asked:
    """Read a request and put to its parts what was decided.

    Raises TryAgainLater where the library cannot be reached, NotAllowed for decisions that do not
    fit the request.
    """
    message = read(raw)
    spans = tuple((span.start, span.end) for span in message.reply_spans)
    asked = _parts(message, spans)
    decisions = fitted(decisions, asked)
    parts = decided(asked, decisions)
    passages: tuple[EvidencePassage, ...] = ()
    if desk.authority_id is not None:
        found = find_passages(desk.authority_id, parts, library=desk.library)
        passages = judge_precedents(found, desk.register)
    return Asked(_context(message, desk, decisions.regime), parts, passages, decisions)


def response_to(
    asked: Asked, desk: Desk, proposed: Mapping[str, Sequence[Block]] = MappingProxyType({})
) -> Draft:
    """Compose the response, with a model's placed blocks by part where there are any."""
    return compose_response(
        asked.context,
        asked.parts,
        asked.passages,
        desk.wordings,
        desk.register,
        asked.decisions.reasoning,
        asked.decisions.estimates,
        proposed=proposed,
    )


def findings_in(
    draft: Draft, context: LetterContext, parts: tuple[CasePart, ...], desk: Desk
) -> tuple[Finding, ...]:
    """Return what the checks find in a draft."""
    facts = LetterFacts(
        regime=context.regime,
        reference=context.reference,
        authority=context.authority,
        requester_name=context.requester_name,
        received_on=context.received_on,
        due_on=context.due_on,
        letter_date=context.letter_date,
        request="\n".join((context.subject, *(part.question for part in parts))),
        parts=tuple((part.key, part.text) for part in parts),
        outcome=OUTCOMES.get(draft.kind),
        claimed=claimed_by(draft.kind, parts, desk.register, context.regime) or None,
        evidence=_evidence(draft, parts, context),
        review=draft.kind is LetterKind.REVIEW_OUTCOME,
        cost_limit=context.cost_limit,
    )
    return tuple(check(draft.text, facts, desk.register).findings)


def _letter(
    kind: LetterKind,
    context: LetterContext,
    parts: tuple[CasePart, ...],
    passages: tuple[EvidencePassage, ...],
    decisions: Decisions,
    desk: Desk,
) -> Draft:
    """Compose a letter of another kind from the decisions."""
    context = _under_a_fitting_regime(kind, context)
    given = Given(as_given(decisions.values, KINDS[kind].fields))
    return compose_letter(
        kind,
        context,
        parts,
        desk.wordings,
        desk.register,
        given,
        decisions.reasoning,
        passages,
    )


def _under_a_fitting_regime(kind: LetterKind, context: LetterContext) -> LetterContext:
    """Return the facts under a regime that the letter is for; raises NotAllowed where none is.

    Any written request may be one under the Act until a person says otherwise (s.8 FOIA).
    """
    regimes = KINDS[kind].regimes
    if context.regime in regimes:
        return context
    if context.regime is Regime.BAU and Regime.FOI in regimes:
        return replace(context, regime=Regime.FOI)
    raise NotAllowed(
        f"“{KINDS[kind].name}” is a letter under {', '.join(sorted(regimes))}, and this request "
        f"reads as {context.regime}. Choose another letter, or give “regime” in the decisions."
    )


def _parts(message: Message, spans: tuple[tuple[int, int], ...]) -> tuple[CasePart, ...]:
    """Return the parts of the request, or the whole of it as one."""
    found = segment(message.text, spans)
    if not found:
        whole = message.written.strip() or message.text.strip() or message.subject.strip()
        return (CasePart(key="1", label="", text=whole or "(no text)"),)
    return tuple(
        CasePart(key=key, label=part.label, text=part.text, stem=part.stem)
        for key, part in zip(key_of(found), found, strict=True)
    )


def _context(message: Message, desk: Desk, chosen_regime: Regime | None) -> LetterContext:
    """Return what the letters may say, from the message and the settings."""
    details = desk.details
    today = received_on(desk.clock.now())
    day = _day(message.date, today)
    proposed = classify(message.written or message.text, message.subject).value
    regime = chosen_regime or proposed
    rules = clock_rules(details.authority_clock, details.school_terms, details.bank_holidays)
    due_on = rules.deadline(CLOCKS[regime], day).due_on
    written = max(today, day)
    calendar = rules.calendar(day.year - 1, written.year + 2)
    return LetterContext(
        authority=details.name,
        address=details.address,
        contact_email=details.mailbox_address or SAME_ADDRESS,
        contact_phone=details.phone,
        reference=f"FOI-{day.year}-DRAFT",
        requester_name=message.sender.name,
        subject=message.subject,
        regime=regime,
        received_on=day,
        due_on=due_on,
        letter_date=written,
        officer_name="",
        officer_title=details.signatory,
        regulator_name=details.regulator_name,
        regulator_address=details.regulator_address,
        regulator_url=details.regulator_url,
        review_contact=details.review_contact or details.mailbox_address or SAME_ADDRESS,
        review_days=REVIEW_DAYS,
        cost_limit=details.cost_limit,
        dates=letter_dates(Standing(regime, day, day, due_on, written), calendar),
    )


def _day(written: datetime | None, today: date) -> date:
    """Return the London day a message says it was written, where that can be believed."""
    if written is None:
        return today
    try:
        day = received_on(written)
    except (OverflowError, ValueError):
        return today
    # The Act came fully into force in 2005; a date before it, or a day to come, is a wrong clock.
    return day if date(2005, 1, 1) <= day <= today else today


def _json(
    draft: Draft,
    context: LetterContext,
    parts: tuple[CasePart, ...],
    desk: Desk,
    passages: tuple[EvidencePassage, ...] = (),
    votes: tuple[Similar, ...] = (),
) -> dict[str, Any]:
    """Return one draft with its findings and evidence."""
    return {
        "text": draft.text,
        "blocks": to_json(draft.blocks),
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity,
                "message": finding.message,
                "start": finding.start,
                "end": finding.end,
            }
            for finding in findings_in(draft, context, parts, desk)
        ],
        "passages": [passage_json(passage) for passage in passages],
        "similar": [similar_json(answer) for answer in votes],
        "pipeline_version": draft.pipeline_version,
        "model": None,
    }


def _evidence(draft: Draft, parts: tuple[CasePart, ...], context: LetterContext) -> tuple[str, ...]:
    """Return what figures of the letter may come from.

    The request, what people recorded, and what the settings say of the authority and its regulator.
    """
    known = (b.text for b in draft.blocks if b.kind in {BlockKind.OFFICER, BlockKind.CASE_FACT})
    settings = (
        context.address,
        context.contact_email,
        context.contact_phone,
        context.review_contact,
        context.regulator_address,
        context.regulator_url,
    )
    return (*(part.question for part in parts), *known, *filter(None, settings))
