"""Bring the rows that settings and shipped knowledge describe up to date at every start."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.second_person import NCND, unknown_words
from assistant.domain.letters.wording import Wordings
from assistant.services.set_authority_profile import keep_what_was_set
from assistant.store.models import (
    Authority,
    AuthorityClock,
    Letterhead,
    Mailbox,
    MailboxFolder,
    User,
)
from assistant.store.wording import give_way, take_shipped

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MailboxDetails:
    """What the settings say of one mailbox; `sent_folder` is empty where none is read."""

    address: str
    aliases: Sequence[str] = ()
    folders: Sequence[str] = ()
    sent_folder: str = ""


@dataclass(frozen=True, slots=True)
class AuthorityDetails:
    """What the settings say of the authority, its mailboxes and its clock.

    `mailbox_address` is the one that people are told, the first of `mailboxes`.
    """

    name: str
    address: str
    phone: str
    mailbox_address: str
    own_domains: Sequence[str]
    review_contact: str
    signatory: str
    regulator_name: str
    regulator_address: str
    regulator_url: str
    four_eyes: bool
    second_person: Sequence[str] = ()
    new_officer_letters: int = 0
    cost_limit: int = 450
    authority_clock: str = "foi"
    school_terms: Sequence[tuple[date, date]] = ()
    bank_holidays: Mapping[str, object] | None = None
    authserv_ids: Sequence[str] = ()
    mailboxes: Sequence[MailboxDetails] = ()


def prepare(details: AuthorityDetails, *, wordings: Wordings) -> Authority:
    """Store the authority, its mailboxes and folders, and shipped wording; safe to run again.

    A mailbox or folder that the settings name no longer keeps its row, its mail and its mark, and
    is not looked at (`in_use` is false); where it is named again, reading goes on from the mark.
    What an administrator set on the authority's page counts, and not the settings.
    """
    if unknown := unknown_words(details.second_person):
        raise NotAllowed(
            f"“{unknown[0]}” in FOI_SECOND_PERSON is no provision. Write it like s24, s14(1) or "
            f"reg 12(4)(e), or {NCND}."
        )
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
                "second_person": list(details.second_person),
                "new_officer_letters": details.new_officer_letters,
                "cost_limit": details.cost_limit,
            },
        )
        Letterhead.objects.update_or_create(
            authority=authority, defaults={"signatory": details.signatory}
        )
        keep_what_was_set(authority)
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
        MailboxFolder.objects.filter(mailbox__authority=authority).update(in_use=False)
        for mailbox in details.mailboxes:
            _take_mailbox(authority, mailbox)
        take_shipped(wordings)
        for row in give_way(wordings):
            logger.warning(
                "wording %s: version %s, which people approved, gave way to version %s of the "
                "file; compare them on the page /wording/%s/",
                row.ident,
                row.version,
                row.gave_way_to,
                row.ident,
            )
    return authority


def _take_mailbox(authority: Authority, details: MailboxDetails) -> None:
    """Store one mailbox and what each of its folders is read for."""
    # Addresses are one whatever their case, so that another spelling makes no second mailbox.
    mailbox, _ = Mailbox.objects.update_or_create(
        address__iexact=details.address,
        defaults={
            "address": details.address,
            "authority": authority,
            "aliases": [alias.lower() for alias in details.aliases],
        },
    )
    roles = dict.fromkeys(details.folders, MailboxFolder.Role.ARRIVALS)
    if details.sent_folder:
        roles[details.sent_folder] = MailboxFolder.Role.SENT
    for name, role in roles.items():
        MailboxFolder.objects.update_or_create(
            mailbox=mailbox, name=name, defaults={"role": role, "in_use": True}
        )


def add_user(
    *, username: str, password: str, role: str, email: str = "", authority: Authority
) -> tuple[User, bool]:
    """Create a person who may sign in, or set the password and role of one who is there.

    Returns the person and whether they are new. Raises NotAllowed where the password is too weak,
    and where the e-mail address is somebody else's: people sign in with it too.
    """
    address = email.strip().lower()
    if address and User.objects.filter(email__iexact=address).exclude(username=username).exists():
        raise NotAllowed("Somebody has this e-mail address already. Everybody needs their own.")
    try:
        validate_password(password, User(username=username, email=email))
    except ValidationError as error:
        raise NotAllowed(" ".join(error.messages)) from error
    with transaction.atomic():
        user = User.objects.filter(username=username).first()
        new = user is None
        if user is None:
            user = User(username=username)
        user.authority, user.role, user.email = authority, role, address
        user.set_password(password)
        user.save()
    return user, new
