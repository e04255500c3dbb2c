"""Withdraw what was recorded of a clock by mistake; it stays to be seen, and counts no more."""

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import LetterKind
from assistant.ports import Clock
from assistant.services.compose_again import queue_drafts
from assistant.services.set_clock import set_clock
from assistant.services.take_case import take_case
from assistant.store.events import record
from assistant.store.models import Case, User


def withdraw_clock_event(
    case_id: int, *, version: int, event_id: int, reason: str, by: User, clock: Clock
) -> Case:
    """Withdraw one event with a reason, and compute the dates without it.

    Nothing is deleted: the row keeps who withdrew it, when and why. Raises NotAllowed where another
    event answers it, which has to be withdrawn first.
    """
    with transaction.atomic():
        case = take_case(case_id, version, by=by, reason=reason)
        row = case.clock_events.select_for_update().filter(pk=event_id).first()
        if row is None:
            raise NotAllowed(f"{case.reference} has no such event of its clock.")
        if row.withdrawn_at is not None:
            raise NotAllowed("It has been withdrawn already.")
        row.withdrawn_at, row.withdrawn_by = clock.now(), by
        row.withdrawn_reason = reason.strip()
        row.save()
        set_clock(case)
        record(
            case,
            EventKind.CLOCK_EVENT_WITHDRAWN,
            by=by,
            at=clock.now(),
            reason=reason,
            clock_event=row.pk,
        )
        queue_drafts(case, clock=clock, kinds=(LetterKind.ACKNOWLEDGEMENT,))
    return case
