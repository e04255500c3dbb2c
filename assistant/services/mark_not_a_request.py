"""Close a case that turned out not to be a request for recorded information."""

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.ports import Clock
from assistant.services.take_case import take_case
from assistant.store.events import record
from assistant.store.models import Case, User


def mark_not_a_request(case_id: int, *, version: int, reason: str, by: User, clock: Clock) -> Case:
    """Close the case with its reason; it can be reopened."""
    with transaction.atomic():
        case = take_case(case_id, version, by=by, reason=reason)
        case.save()
        record(case, EventKind.MARKED_NOT_A_REQUEST, by=by, at=clock.now(), reason=reason)
    return case
