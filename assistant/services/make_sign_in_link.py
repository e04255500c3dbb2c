"""Make the link by which somebody chooses a password: it works once, and for three days."""

from dataclasses import dataclass

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.services.people_of import somebody_else
from assistant.services.record_account_event import record_account_event
from assistant.store.models import AccountEvent, User


@dataclass(frozen=True, slots=True)
class SignInLink:
    """What the link's address is made of; neither part says who the person is."""

    uidb64: str
    token: str


def make_sign_in_link(person_id: int, *, by: User, clock: Clock) -> SignInLink:
    """Return a link for somebody else of the authority; the password they had works no more.

    Earlier links work no more either, and sessions end. Raises NotAllowed for whoever is no
    administrator, for oneself, and for somebody who is deactivated.
    """
    with transaction.atomic():
        person = somebody_else(person_id, by=by)
        if not person.is_active:
            raise NotAllowed("This person is deactivated. Activate them first.")
        person.set_unusable_password()
        person.save(update_fields=["password"])
        record_account_event(person, AccountEvent.Kind.LINK_GIVEN, by=by, clock=clock)
    return SignInLink(
        urlsafe_base64_encode(force_bytes(person.pk)), default_token_generator.make_token(person)
    )
