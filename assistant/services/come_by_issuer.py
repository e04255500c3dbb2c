"""Who comes in with an account of the organisation: the person whom an address belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.services.record_account_event import record_account_event
from assistant.store.models import AccountEvent, Authority, User

NOBODY = (
    "Nobody here has that e-mail address. Ask an administrator to add you with the address that "
    "your organisation’s account has."
)
NOT_VERIFIED = (
    "Your organisation’s account gives no verified e-mail address, so that nobody can say who you "
    "are. Ask an administrator."
)


@dataclass(frozen=True, slots=True)
class NewPeople:
    """Whom the settings let in without having been added: their role, mail domains, authority."""

    role: str = ""
    domains: Sequence[str] = ()
    authority_slug: str = ""

    def take(self, address: str) -> bool:
        """Whether somebody with this address comes in."""
        return bool(self.role) and address.rpartition("@")[2] in self.domains


def come_by_issuer(
    addresses: Sequence[str], *, first_name: str, last_name: str, rule: NewPeople, clock: Clock
) -> User:
    """Return the one person whom a verified address belongs to; made anew where the rule says so.

    `addresses` are those that the issuer vouches for. Somebody who is deactivated is found too, and
    refused by whoever signs people in. Raises NotAllowed where nobody, or more than one, is found.
    """
    if not addresses:
        raise NotAllowed(NOT_VERIFIED)
    wanted = [address.strip().lower() for address in addresses]
    found = list(User.objects.filter(email__in=wanted)[:2])
    if len(found) == 1:
        return found[0]
    new = next((address for address in wanted if rule.take(address)), "")
    if found or not new:
        raise NotAllowed(NOBODY)
    return _add(new, first_name=first_name, last_name=last_name, rule=rule, clock=clock)


def _add(address: str, *, first_name: str, last_name: str, rule: NewPeople, clock: Clock) -> User:
    """Make a person of the authority that the settings describe, who has no password."""
    authority = Authority.objects.filter(slug=rule.authority_slug).first()
    if authority is None or User.objects.filter(username__iexact=address).exists():
        raise NotAllowed(NOBODY)
    with transaction.atomic():
        person = User(
            username=address,
            email=address,
            first_name=first_name[:150],
            last_name=last_name[:150],
            role=rule.role,
            authority=authority,
        )
        person.set_unusable_password()
        person.save()
        record_account_event(
            person, AccountEvent.Kind.CAME_BY_ISSUER, by=None, clock=clock, detail=rule.role
        )
    return person
