"""Open a case for a request: reference, receipt, regime, parts, clock, and its drafts queued."""

from dataclasses import dataclass
from datetime import date, datetime

from assistant.domain.case import EventKind, ReceiptBasis
from assistant.domain.law.clock import received_on as london_date
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.request.questions import key_of, segment
from assistant.domain.request.regime import classify
from assistant.ports import Clock
from assistant.services.set_clock import set_clock
from assistant.store import queue
from assistant.store.events import record
from assistant.store.models import (
    Authority,
    Case,
    CaseMessage,
    Draft,
    Message,
    Requester,
    RequestPart,
    User,
)
from assistant.store.numbers import next_reference

NO_SUBJECT = "Request with no subject"
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class NewRequest:
    """What a case is opened with, from a message or by hand.

    `text` is the whole text, `spans` which of it the requester wrote now. `regime` is empty where
    it should be proposed from the words.
    """

    authority: Authority
    received_at: datetime
    received_on: date
    basis: ReceiptBasis
    subject: str
    text: str
    spans: tuple[tuple[int, int], ...]
    requester_name: str
    requester_address: str
    postal_address: str = ""
    regime: str = ""
    reason: str = ""


def open_case(
    message: Message,
    *,
    clock: Clock,
    requester_address: str = "",
    by: User | None = None,
    reason: str = "",
) -> Case:
    """Open a case for a message, inside the caller's transaction.

    The date of receipt is the server's (s.10(6) FOIA). `requester_address` names the requester
    where a person knows better than the message: a colleague's forward, say.
    """
    request = NewRequest(
        authority=message.authority,
        received_at=message.received_at,
        received_on=london_date(message.received_at),
        basis=ReceiptBasis.SERVER,
        subject=message.subject,
        text=message.text,
        spans=tuple((start, end) for start, end in message.reply_spans),
        requester_name="" if requester_address else message.sender_name,
        requester_address=requester_address or message.sender_address,
        reason=reason,
    )
    return start_case(request, message=message, by=by, clock=clock)


def start_case(
    request: NewRequest, *, message: Message | None, by: User | None, clock: Clock
) -> Case:
    """Make the rows of a case, its clock and its queued drafts, inside the caller's transaction."""
    now = clock.now()
    proposed = classify("".join(request.text[a:b] for a, b in request.spans), request.subject)
    case = Case.objects.create(
        authority=request.authority,
        reference=next_reference(request.authority, request.received_on.year),
        title=" ".join(request.subject.split())[:LONGEST_TITLE] or NO_SUBJECT,
        regime=request.regime or proposed.value.value,
        regime_reasons=["Chosen by the officer"] if request.regime else list(proposed.reasons),
        received_at=request.received_at,
        received_on=request.received_on,
        receipt_basis=request.basis,
        opened_at=now,
    )
    Requester.objects.create(
        case=case,
        name=request.requester_name,
        address=request.requester_address,
        postal_address=request.postal_address,
    )
    _make_parts(case, request, message)
    set_clock(case)
    record(
        case,
        EventKind.OPENED,
        by=by,
        at=now,
        reason=request.reason,
        message=message.pk if message else None,
    )
    if message:
        CaseMessage.objects.create(
            case=case, message=message, part=CaseMessage.Part.REQUEST, filed_at=now
        )
    # Old mail that was imported was answered, or acknowledged, before the assistant came.
    imported = message is not None and message.imported
    first = () if imported else (LetterKind.ACKNOWLEDGEMENT,)
    for kind in (*first, LetterKind.RESPONSE):
        draft = Draft.objects.create(case=case, kind=kind, queued_at=now)
        queue.enqueue(queue.COMPOSE_DRAFT, draft.pk)
    return case


def _make_parts(case: Case, request: NewRequest, message: Message | None) -> None:
    """Store the parts of the request; one that no rule could divide is one part, whole."""
    parts = segment(request.text, request.spans)
    if not parts:
        whole = request.text.strip() or request.subject.strip() or NO_SUBJECT
        start = max(request.text.find(whole), 0)
        RequestPart.objects.create(
            case=case,
            position=1,
            key="1",
            message=message,
            start=start,
            end=start + len(whole),
            text=whole,
            regime=case.regime,
            received_on=case.received_on,
        )
        return
    for position, (key, part) in enumerate(zip(key_of(parts), parts, strict=True), start=1):
        RequestPart.objects.create(
            case=case,
            position=position,
            key=key,
            label=part.label,
            parent_label=part.parent,
            message=message,
            start=part.start,
            end=part.end,
            origin=part.origin,
            stem=part.stem,
            text=part.text,
            regime=case.regime,
            received_on=case.received_on,
        )
