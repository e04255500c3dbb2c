"""Say what a person may do from now on."""

from django.db import transaction

from assistant.ports import Clock
from assistant.services.people_of import somebody_else
from assistant.services.record_account_event import record_account_event
from assistant.store.models import AccountEvent, User


def change_role(person_id: int, *, role: str, by: User, clock: Clock) -> User:
    """Give somebody else of the authority another role; holds from their next click.

    Raises NotAllowed for whoever is no administrator, and for one's own role.
    """
    with transaction.atomic():
        person = somebody_else(person_id, by=by)
        if person.role == role:
            return person
        detail = f"{person.role} to {role}"
        person.role = role
        person.save(update_fields=["role"])
        record_account_event(
            person, AccountEvent.Kind.ROLE_CHANGED, by=by, clock=clock, detail=detail
        )
    return person
