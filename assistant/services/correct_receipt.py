"""Correct the date of receipt: a request that reached any colleague was received that day."""

from datetime import date, datetime, time

from django.db import transaction

from assistant.domain.case import EventKind, ReceiptBasis
from assistant.domain.errors import NotAllowed
from assistant.domain.law.clock import LONDON
from assistant.ports import Clock
from assistant.services.compose_again import queue_drafts
from assistant.services.set_clock import set_clock
from assistant.services.take_case import take_case
from assistant.store.events import record
from assistant.store.models import Case, User


def correct_receipt(
    case_id: int, *, version: int, received_on: date, reason: str, by: User, clock: Clock
) -> Case:
    """Set the date of receipt (Europe/London) and compute every date again (s.10(6) FOIA).

    Drafts not yet approved are composed again, because they state the dates. Raises NotAllowed for
    a day to come.
    """
    if received_on > clock.now().astimezone(LONDON).date():
        raise NotAllowed("The date of receipt cannot be in the future.")
    with transaction.atomic():
        case = take_case(case_id, version, by=by, reason=reason)
        before = case.received_on
        case.received_on = received_on
        case.received_at = datetime.combine(received_on, time(12), tzinfo=LONDON)
        case.receipt_basis = ReceiptBasis.CORRECTED
        case.receipt_reason = reason
        set_clock(case)
        record(
            case,
            EventKind.RECEIPT_CORRECTED,
            by=by,
            at=clock.now(),
            reason=reason,
            before=before.isoformat(),
            after=received_on.isoformat(),
        )
        queue_drafts(case, clock=clock)
    return case
