"""Correct the address that a requester is answered at."""

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.domain.mail.addresses import usable
from assistant.ports import Clock
from assistant.services.take_case import take_case
from assistant.store.events import record
from assistant.store.models import Case, Requester, User


def correct_address(
    case_id: int, *, version: int, address: str, reason: str, by: User, clock: Clock
) -> Case:
    """Set the address that further letters of a case go to.

    A letter approved for the old one is stopped before it leaves, and has to be approved again.
    Raises NotAllowed where it is no address that mail can be sent to.
    """
    if not (usable(address) and address.isascii()):
        raise NotAllowed("That is no address that mail can be sent to. Enter one such as a@b.uk.")
    with transaction.atomic():
        case = take_case(case_id, version, by=by, reason=reason)
        case.save()
        Requester.objects.filter(case=case).update(address=address)
        record(case, EventKind.ADDRESS_CORRECTED, by=by, at=clock.now(), reason=reason)
    return case
