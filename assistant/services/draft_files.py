"""Draft the acknowledgement and the response for a message in a file, storing nothing."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import DatabaseError

from assistant.domain.case import CasePart
from assistant.domain.law.acts import Register
from assistant.domain.law.clock import received_on
from assistant.domain.letters.blocks import Draft
from assistant.domain.letters.checks import LetterFacts, check
from assistant.domain.letters.compose import compose_acknowledgement, compose_response
from assistant.domain.letters.context import EvidencePassage, LetterContext
from assistant.domain.letters.similar import Similar, similar
from assistant.domain.letters.wording import Wordings
from assistant.domain.mail.message import Message
from assistant.domain.mail.mime import read
from assistant.domain.request.questions import key_of, segment
from assistant.domain.request.regime import classify
from assistant.ports import Clock, Library
from assistant.services.compose_draft import passage_json, similar_json
from assistant.services.compute_due import clock_rules
from assistant.services.find_passages import find_passages
from assistant.services.letter_context import REVIEW_DAYS, SAME_ADDRESS
from assistant.services.prepare import AuthorityDetails
from assistant.services.review_draft import OUTCOMES
from assistant.services.set_clock import KINDS
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


def draft_document(raw: bytes, desk: Desk) -> dict[str, Any]:
    """Return both drafts as the command `draft` prints them.

    The date of receipt is the message's Date, because a file has no server's: a real case takes
    it from the mail server. Raises TryAgainLater where the library cannot be reached.
    """
    message = read(raw)
    spans = tuple((span.start, span.end) for span in message.reply_spans)
    parts = _parts(message, spans)
    context = _context(message, desk)
    passages: tuple[EvidencePassage, ...] = ()
    if desk.authority_id is not None:
        passages = find_passages(desk.authority_id, parts, library=desk.library)
    acknowledgement = compose_acknowledgement(context, desk.wordings)
    response = compose_response(context, parts, passages, desk.wordings, desk.register)
    votes = similar(parts, passages)
    return {
        "acknowledgement": _json(acknowledgement, context, parts, desk),
        "response": _json(response, context, parts, desk, passages, votes),
    }


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


def _context(message: Message, desk: Desk) -> LetterContext:
    """Return what the letters may say, from the message and the settings."""
    details = desk.details
    today = received_on(desk.clock.now())
    day = _day(message.date, today)
    regime = classify(message.written or message.text, message.subject).value
    rules = clock_rules(details.authority_clock, details.school_terms, details.bank_holidays)
    deadline = rules.deadline(KINDS[regime], day)
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
        due_on=deadline.due_on,
        letter_date=max(today, day),
        officer_name="",
        officer_title=details.signatory,
        regulator_name=details.regulator_name,
        regulator_address=details.regulator_address,
        regulator_url=details.regulator_url,
        review_contact=details.review_contact or details.mailbox_address or SAME_ADDRESS,
        review_days=REVIEW_DAYS,
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
        evidence=tuple(part.text for part in parts),
    )
    checked = check(draft.text, facts, desk.register)
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
            for finding in checked.findings
        ],
        "passages": [passage_json(passage) for passage in passages],
        "similar": [similar_json(answer) for answer in votes],
        "pipeline_version": draft.pipeline_version,
        "model": None,
    }
