"""Split a case: chosen parts, or one of its messages, become a case of their own."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time

from django.db import transaction

from assistant.domain.case import EventKind, ReceiptBasis, State
from assistant.domain.errors import NotAllowed
from assistant.domain.law.clock import LONDON
from assistant.domain.law.clock import received_on as london_date
from assistant.domain.letters.blocks import LetterKind
from assistant.ports import Clock
from assistant.services.compose_again import queue_drafts
from assistant.services.correct_parts import place_parts
from assistant.services.link_cases import keep_link
from assistant.services.merge_refusals import unsent
from assistant.services.move_parts import copy_reasons, count_for, live_entries, move_parts
from assistant.services.open_case import open_case
from assistant.services.parts_record import keep_sketch, name
from assistant.services.set_clock import set_clock
from assistant.services.take_case import take_case
from assistant.store import queue
from assistant.store.case_words import keep_sections, words_of_request
from assistant.store.events import record
from assistant.store.models import (
    Case,
    CaseLink,
    CaseMessage,
    CaseWords,
    Draft,
    Message,
    Requester,
    RequestPart,
    User,
)
from assistant.store.numbers import next_references

Part = CaseMessage.Part


def split_parts(
    case_id: int,
    *,
    version: int,
    parts: Collection[int],
    reason: str,
    by: User,
    clock: Clock,
) -> Case:
    """Make a new case of some parts of one, with all that is recorded on them; return the new one.

    `parts` are their places, from 1. Each keeps its day of receipt, and what is recorded of its
    clock; what is recorded of the clock of the whole case counts for both. Raises NotAllowed while
    the case is not open or a letter of it is on its way, and where no part would stay.
    """
    with transaction.atomic():
        case = take_case(case_id, version, by=by, reason=reason)
        every = list(case.parts.select_for_update().order_by("position"))
        going = _going(case, every, parts)
        staying = [part for part in every if part not in going]
        new = _new_case(case, going, by=by, reason=reason, clock=clock)
        # Entries of the clock of the whole case count for the whole of the new one, too.
        count_for(live_entries(case), [None], new)
        old_names = ", ".join(name(part) for part in going)
        move_parts(going, new, {part.pk: part.asked_in(case) for part in going})
        if any(part.sections for part in going):
            copy_reasons(case, new)
        place_parts(case, staying, [])
        for each, its in ((new, going), (case, staying)):
            set_clock(each)
            keep_sketch(each, its)
        keep_sections(new.pk)
        words = f"{old_names} became a case of its own, {new.reference}.\nReason: {reason.strip()}"
        record(
            case,
            EventKind.CASE_SPLIT,
            by=by,
            at=clock.now(),
            reason=words,
            other=new.pk,
            moved=[part.pk for part in going],
        )
        keep_link(case, new, CaseLink.Why.SPLIT, reason.strip(), by=by, clock=clock)
        queue_drafts(case, clock=clock)
        _queue_new(new, clock)
    return new


def split_message(
    case_id: int,
    *,
    version: int,
    message_id: int,
    reason: str,
    by: User,
    clock: Clock,
) -> Case:
    """Make a new case of one of the messages of a case; return the new one.

    Where parts of the case come from the message, these become the new case, as `split_parts` does
    it. Any other message is read as a request of its own: it was received when it came, and stays
    where it is filed, too. Raises NotAllowed for a message that nobody asked anything in.
    """
    with transaction.atomic():
        case = take_case(case_id, version, by=by, reason=reason)
        filed = case.case_messages.filter(message=message_id, part__in=(Part.REQUEST, Part.REPLY))
        row = filed.select_related("message__authority").first()
        if row is None:
            raise NotAllowed("There is no such message from the requester on this case.")
        places = list(case.parts.filter(message=message_id).values_list("position", flat=True))
        if places:
            return split_parts(
                case_id, version=version, parts=places, reason=reason, by=by, clock=clock
            )
        _refuse(case)
        case.save()
        new = open_case(
            row.message,
            requester_address=case.requester.address,
            requester_name=case.requester.name,
            by=by,
            reason=reason.strip(),
            clock=clock,
        )
        Requester.objects.filter(case=new).update(postal_address=case.requester.postal_address)
        words = f"A message became a case of its own, {new.reference}.\nReason: {reason.strip()}"
        record(
            case,
            EventKind.CASE_SPLIT,
            by=by,
            at=clock.now(),
            reason=words,
            other=new.pk,
            message=message_id,
        )
        keep_link(case, new, CaseLink.Why.SPLIT, reason.strip(), by=by, clock=clock)
    return new


def _going(case: Case, every: Sequence[RequestPart], places: Collection[int]) -> list[RequestPart]:
    """Return the parts that go; raises NotAllowed where they cannot."""
    _refuse(case)
    if case.state != State.OPEN:
        raise NotAllowed(
            f"{case.reference} is not open, so its parts cannot be taken apart. Reopen it first."
        )
    going = [part for part in every if part.position in places]
    if not going or len(going) != len(set(places)):
        raise NotAllowed("Choose the parts that become a case of their own, from those there are.")
    if len(going) == len(every):
        raise NotAllowed("At least one part must stay. Choose fewer parts.")
    return going


def _refuse(case: Case) -> None:
    """Raise NotAllowed where nothing can be split off the case."""
    reasons = unsent(case)
    if case.merged_into:
        reasons = [f"{case.reference} was merged into {case.merged_into}. Split that one instead."]
    if reasons:
        raise NotAllowed(" ".join(reasons))


def _new_case(
    case: Case, going: Sequence[RequestPart], *, by: User, reason: str, clock: Clock
) -> Case:
    """Store the case that parts go to: the same requester, the same officer, its own reference."""
    first = min(going, key=lambda part: part.asked_in(case))
    regimes = {part.regime for part in going}
    new = Case(
        authority=case.authority,
        title=case.title,
        regime=regimes.pop() if len(regimes) == 1 else case.regime,
        regime_reasons=case.regime_reasons,
        officer=case.officer,
        retain_until=case.retain_until,
        legal_hold=case.legal_hold,
        opened_at=clock.now(),
    )
    _receive(new, case, first)
    (new.reference,) = next_references(case.authority, new.received_on.year, 1)
    new.save()
    asker = case.requester
    Requester.objects.create(
        case=new, name=asker.name, address=asker.address, postal_address=asker.postal_address
    )
    texts = [part.text for part in going]
    CaseWords.objects.create(case=new, request=words_of_request(new.reference, new.title, *texts))
    for message_id in dict.fromkeys(part.message_id for part in going):
        if message_id is not None:
            CaseMessage.objects.create(
                case=new, message_id=message_id, part=Part.REQUEST, filed_at=clock.now()
            )
    words = f"Split from {case.reference}.\nReason: {reason.strip()}"
    record(new, EventKind.OPENED, by=by, at=clock.now(), reason=words, split_from=case.pk)
    return new


def _receive(new: Case, case: Case, first: RequestPart) -> None:
    """Let the new case be received when the first of its parts was, and say how that is known."""
    new.received_on = first.asked_in(case)
    if new.received_on == case.received_on:
        new.received_at, new.receipt_basis = case.received_at, case.receipt_basis
        new.receipt_reason = case.receipt_reason
        return
    new.received_at, new.receipt_basis = _known(first.message, new.received_on)
    if new.receipt_basis == ReceiptBasis.CORRECTED:
        new.receipt_reason = f"As {case.reference} had it for this part."


def _known(message: Message | None, day: date) -> tuple[datetime, ReceiptBasis]:
    """Return the instant at which a part was received on a day, and how that is known."""
    if message is not None and london_date(message.received_at) == day:
        return message.received_at, ReceiptBasis.SERVER
    return datetime.combine(day, time(12), tzinfo=LONDON), ReceiptBasis.CORRECTED


def _queue_new(new: Case, clock: Clock) -> None:
    """Queue the letters that every case has."""
    kinds = (LetterKind.ACKNOWLEDGEMENT, LetterKind.RESPONSE)
    drafts = Draft.objects.bulk_create(
        Draft(case=new, kind=kind, queued_at=clock.now()) for kind in kinds
    )
    queue.enqueue_all(queue.COMPOSE_DRAFT, [draft.pk for draft in drafts])
