"""Change the name that colleagues see and that letters are signed with."""

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.services.record_account_event import record_account_event
from assistant.store.models import AccountEvent, User


def rename_person(
    person_id: int, *, first_name: str, last_name: str, by: User, clock: Clock
) -> User:
    """Change a person's name; one's own, or anybody's of the authority by an administrator.

    Raises NotAllowed for anybody else. Nothing is recorded where the name stays what it was.
    """
    with transaction.atomic():
        person = User.objects.select_for_update().get(pk=person_id)
        others = by.administers and by.authority_id == person.authority_id
        if by.pk != person.pk and not others:
            raise NotAllowed("Only an administrator changes other people’s names.")
        if (person.first_name, person.last_name) == (first_name, last_name):
            return person
        person.first_name, person.last_name = first_name, last_name
        person.save(update_fields=["first_name", "last_name"])
        record_account_event(person, AccountEvent.Kind.NAME_CHANGED, by=by, clock=clock)
    return person
