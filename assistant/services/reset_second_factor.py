"""Take away the second factors of somebody who has lost them."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from assistant.ports import Clock
from assistant.services.people_of import somebody_else
from assistant.services.record_account_event import record_account_event
from assistant.store.models import AccountEvent, User


def reset_second_factor(person_id: int, *, by: User, clock: Clock) -> User:
    """Remove every second factor of somebody else, and end their sessions.

    Make sure before that it is they who ask: afterwards their password alone signs them in.
    Raises NotAllowed for whoever is no administrator, and for oneself.
    """
    with transaction.atomic():
        person = somebody_else(person_id, by=by)
        Authenticator.objects.filter(user=person).delete()
        person.sessions_ended += 1
        person.save(update_fields=["sessions_ended"])
        record_account_event(person, AccountEvent.Kind.FACTORS_RESET, by=by, clock=clock)
    return person
