"""Keep a person out, or let them in again; what they did stays on record either way."""

from django.db import transaction

from assistant.ports import Clock
from assistant.services.people_of import somebody_else
from assistant.services.record_account_event import record_account_event
from assistant.store.models import AccountEvent, User


def deactivate_person(person_id: int, *, by: User, clock: Clock) -> User:
    """Keep somebody else of the authority out; every session they have ends with it.

    Raises NotAllowed for whoever is no administrator, and for oneself.
    """
    return _set(person_id, active=False, by=by, clock=clock)


def activate_person(person_id: int, *, by: User, clock: Clock) -> User:
    """Let somebody in again who was kept out; they sign in anew."""
    return _set(person_id, active=True, by=by, clock=clock)


def _set(person_id: int, *, active: bool, by: User, clock: Clock) -> User:
    """Set it, and write it down where it was not so before."""
    with transaction.atomic():
        person = somebody_else(person_id, by=by)
        if person.is_active == active:
            return person
        person.is_active = active
        person.sessions_ended += not active
        person.save(update_fields=["is_active", "sessions_ended"])
        kind = AccountEvent.Kind.REACTIVATED if active else AccountEvent.Kind.DEACTIVATED
        record_account_event(person, kind, by=by, clock=clock)
    return person
