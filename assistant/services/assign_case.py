"""Give a case to an officer."""

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.services.own_review import refuse_own_review
from assistant.store.events import record
from assistant.store.locking import take
from assistant.store.models import Case, User


def assign_case(
    case_id: int, *, version: int, officer: User | None, by: User, clock: Clock
) -> Case:
    """Set who works the case (nobody where `officer` is None); no reason is asked for.

    Raises NotAllowed where it is an internal review of what that person decided.
    """
    with transaction.atomic():
        case = take(Case, case_id, version)
        if case.authority_id != by.authority_id:
            raise NotAllowed("The case belongs to another authority.")
        if officer is not None and officer.authority_id != case.authority_id:
            raise NotAllowed("That person does not work for this authority.")
        refuse_own_review([case], officer)
        case.officer = officer
        case.save()
        record(
            case,
            EventKind.ASSIGNED,
            by=by,
            at=clock.now(),
            officer=officer.pk if officer else None,
        )
    return case
