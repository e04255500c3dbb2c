"""Let a person in who was not here before."""

from django.db import IntegrityError, transaction

from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.services.people_of import ALONE
from assistant.services.record_account_event import record_account_event
from assistant.store.models import AccountEvent, User

TAKEN = "Somebody has this user name already. Choose another."
ADDRESS_TAKEN = "Somebody has this e-mail address already. Everybody needs their own."


def add_person(
    *, username: str, first_name: str, last_name: str, email: str, role: str, by: User, clock: Clock
) -> User:
    """Add a person to the administrator's authority, without a password yet.

    They come in by a one-time link, or with the organisation's account if they have the address.
    Raises NotAllowed where the name or the address is somebody's, and for anybody but an
    administrator.
    """
    if not by.administers or by.authority is None:
        raise NotAllowed(ALONE)
    address = email.strip().lower()
    if User.objects.filter(username__iexact=username).exists():
        raise NotAllowed(TAKEN)
    if address and User.objects.filter(email__iexact=address).exists():
        raise NotAllowed(ADDRESS_TAKEN)
    person = User(
        username=username,
        first_name=first_name,
        last_name=last_name,
        email=address,
        role=role,
        authority=by.authority,
    )
    person.set_unusable_password()
    try:
        with transaction.atomic():
            person.save()
            record_account_event(person, AccountEvent.Kind.ADDED, by=by, clock=clock, detail=role)
    except IntegrityError:
        raise NotAllowed(TAKEN) from None
    return person
