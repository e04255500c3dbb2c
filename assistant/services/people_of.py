"""Whose account it is that an administrator changes, and what nobody does to their own."""

from assistant.domain.errors import NotAllowed
from assistant.store.models import User

ALONE = "Only an administrator says who may come in. Ask one."


def person_of(person_id: int, *, by: User) -> User:
    """Return somebody of the administrator's authority, locked until the transaction ends.

    Raises NotAllowed for whoever is no administrator, and where there is no such person here.
    """
    if not by.administers:
        raise NotAllowed(ALONE)
    found = User.objects.select_for_update().filter(pk=person_id, authority=by.authority_id)
    person = found.exclude(authority=None).first()
    if person is None:
        raise NotAllowed("There is no such person in your authority.")
    return person


def somebody_else(person_id: int, *, by: User) -> User:
    """Return somebody as `person_of` does, but never the administrator: one is always left."""
    if person_id == by.pk:
        raise NotAllowed("Ask another administrator to change your own role or access.")
    return person_of(person_id, by=by)
