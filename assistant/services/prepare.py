"""Bring the rows that settings and shipped knowledge describe up to date at every start."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.wording import Wordings
from assistant.store.models import (
    Authority,
    AuthorityClock,
    Letterhead,
    Mailbox,
    MailboxFolder,
    User,
)
from assistant.store.wording import take_shipped


@dataclass(frozen=True, slots=True)
class AuthorityDetails:
    """What the settings say of the authority, its mailbox and its clock."""

    name: str
    address: str
    phone: str
    mailbox_address: str
    folders: Sequence[str]
    own_domains: Sequence[str]
    review_contact: str
    signatory: str
    regulator_name: str
    regulator_address: str
    regulator_url: str
    four_eyes: bool
    cost_limit: int = 450
    authority_clock: str = "foi"
    school_terms: Sequence[tuple[date, date]] = ()
    bank_holidays: Mapping[str, object] | None = None
    authserv_ids: Sequence[str] = ()


def prepare(details: AuthorityDetails, *, wordings: Wordings) -> Authority:
    """Store the authority, its mailbox and folders, and shipped wording; safe to run again."""
    with transaction.atomic():
        authority, _ = Authority.objects.update_or_create(
            slug=slugify(details.name) or "authority",
            defaults={
                "name": details.name,
                "address": details.address,
                "phone": details.phone,
                "email": details.mailbox_address,
                "own_domains": [domain.lower() for domain in details.own_domains],
                "authserv_ids": [each.lower() for each in details.authserv_ids],
                "review_contact": details.review_contact or details.mailbox_address,
                "regulator_name": details.regulator_name,
                "regulator_address": details.regulator_address,
                "regulator_url": details.regulator_url,
                "four_eyes": details.four_eyes,
                "cost_limit": details.cost_limit,
            },
        )
        Letterhead.objects.update_or_create(
            authority=authority, defaults={"signatory": details.signatory}
        )
        AuthorityClock.objects.update_or_create(
            authority=authority,
            defaults={
                "kind": details.authority_clock,
                "terms": [
                    [first.isoformat(), last.isoformat()] for first, last in details.school_terms
                ],
                "bank_holidays": details.bank_holidays or {},
            },
        )
        if details.mailbox_address:
            mailbox, _ = Mailbox.objects.update_or_create(
                address=details.mailbox_address, defaults={"authority": authority}
            )
            for folder in details.folders:
                MailboxFolder.objects.get_or_create(mailbox=mailbox, name=folder)
        take_shipped(wordings)
    return authority


def add_user(
    *, username: str, password: str, role: str, email: str = "", authority: Authority
) -> tuple[User, bool]:
    """Create a person who may sign in, or set the password and role of one who is there.

    Returns the person and whether they are new. Raises NotAllowed where the password is too weak.
    """
    try:
        validate_password(password, User(username=username, email=email))
    except ValidationError as error:
        raise NotAllowed(" ".join(error.messages)) from error
    with transaction.atomic():
        user = User.objects.filter(username=username).first()
        new = user is None
        if user is None:
            user = User(username=username)
        user.authority, user.role, user.email = authority, role, email
        user.set_password(password)
        user.save()
    return user, new
