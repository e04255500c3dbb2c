"""Approve a composed acknowledgement under a standing approval, where every condition holds.

Two programs that answer each other never stop (RFC 3834 section 2), and an acknowledgement that a
machine approves is the only letter that no person has seen. So all of CONDITIONS have to hold, and
where one does not, the draft waits for a person as every other does, and its page says why.

The envelope sender stays the mailbox's own address. A null one (RFC 3834 section 3.3) would keep
answers from being answered, but also reports from coming, and an authority has to learn that an
acknowledgement came back. The same section allows an address whose mail is not answered: a bounce
is screened as one, opens no case, and without a case nothing is acknowledged.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from assistant.domain.case import EventKind, State
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Register
from assistant.domain.law.clock import LONDON
from assistant.domain.letters.blocks import BlockKind, LetterKind
from assistant.domain.mail import mime, screening
from assistant.domain.mail.message import Message as Mail
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.ports import Clock
from assistant.services.approve_draft import AS_USUAL, Forms, approve_draft
from assistant.services.approve_draft import preview as preview_letter
from assistant.services.standing_approval import COVERED, standing_of
from assistant.store import threads
from assistant.store.blocks import draft_of
from assistant.store.cases import request_message
from assistant.store.models import (
    Authority,
    Case,
    Draft,
    Event,
    Letter,
    Mailbox,
    Message,
    RawMessage,
    StandingApproval,
    StandingDecision,
)
from assistant.store.packing import unpack

logger = logging.getLogger(__name__)

ONE_A_SENDER = timedelta(hours=24)
MOST_A_CASE = 3


@dataclass(frozen=True, slots=True)
class Composed:
    """An acknowledgement, and all that the conditions ask about; `now` is aware."""

    draft: Draft
    case: Case
    message: Message
    mail: Mail
    own: OwnAddresses
    standing: StandingApproval
    over: tuple[str, ...]
    now: datetime


def acknowledge_by_standing(
    draft_id: int, *, register: Register, clock: Clock, forms: Forms = AS_USUAL
) -> Letter | None:
    """Approve an acknowledgement that has just been composed, or note why it waits for a person.

    Returns the letter, which is queued for sending, or None. Does nothing for any other draft, for
    one that was decided before, and where no standing approval was given for the mailbox.
    """
    draft = _undecided(draft_id)
    mailbox = _mailbox(draft.case) if draft else None
    if draft is None or mailbox is None:
        return None
    with transaction.atomic():
        # One at a time for an authority: of two messages of one sender only the first may be
        # answered. NO KEY, because every other row that names the authority has to be stored
        # meanwhile; SQLite lets only one write at a time anyhow.
        Authority.objects.select_for_update(no_key=True).get(pk=mailbox.authority_id)
        standing = standing_of(mailbox, clock=clock)
        decided = StandingDecision.objects.filter(draft=draft).exists()
        if standing.row is None or decided:
            return None
        draft.refresh_from_db()
        found = _composed(draft, standing.row, standing.why_not, clock)
        letter, why_not = None, found if isinstance(found, str) else _why_not(found)
        if not why_not:
            letter, why_not = _approve(draft, standing.row, register, clock, forms)
        StandingDecision.objects.create(
            standing=standing.row, draft=draft, letter=letter, why_not=why_not, at=clock.now()
        )
    return letter


def undecided(before: datetime) -> list[int]:
    """Return acknowledgements that a worker composed and then did not live to decide on.

    They were composed before the instant `before`, on cases opened while a standing approval stood.
    """
    waiting = Draft.objects.filter(
        kind=LetterKind.ACKNOWLEDGEMENT,
        state=Draft.State.READY,
        drafter=None,
        composed_at__lt=before,
        standing_decision__isnull=True,
        case__state=State.OPEN,
    ).select_related("case__authority")
    standing = StandingApproval.objects.filter(revoked_at=None)
    first = standing.order_by("approved_at").first()
    if first is None:
        return []
    since = waiting.filter(case__opened_at__gte=first.approved_at)
    return [draft.pk for draft in since if _mailbox(draft.case)]


def _undecided(draft_id: int) -> Draft | None:
    """Return the acknowledgement, where it is composed and nothing has been decided about it."""
    return (
        Draft.objects.select_related("case__authority", "case__requester")
        .filter(
            pk=draft_id,
            kind=LetterKind.ACKNOWLEDGEMENT,
            state=Draft.State.READY,
            standing_decision__isnull=True,
        )
        .first()
    )


def _mailbox(case: Case) -> Mailbox | None:
    """Return the mailbox with a standing approval that the request came to, or None."""
    return (
        Mailbox.objects.select_related("authority")
        .filter(
            authority_id=case.authority_id,
            deliveries__message__case_messages__case=case,
            standing_approvals__revoked_at=None,
            standing_approvals__isnull=False,
        )
        .order_by("pk")
        .first()
    )


def _composed(
    draft: Draft, standing: StandingApproval, over: tuple[str, ...], clock: Clock
) -> Composed | str:
    """Gather what the conditions ask about; where the request has no bytes, say so."""
    message = request_message(draft.case)
    raw = RawMessage.objects.filter(message=message).first() if message else None
    if message is None or raw is None:
        return "The case was not opened for an e-mail that is kept here."
    return Composed(
        draft=draft,
        case=draft.case,
        message=message,
        mail=mime.read(unpack(raw.compressed)),
        own=threads.own_addresses(draft.case.authority),
        standing=standing,
        over=over,
        now=clock.now(),
    )


def _approve(
    draft: Draft, standing: StandingApproval, register: Register, clock: Clock, forms: Forms
) -> tuple[Letter | None, str]:
    """Approve as a person would, with nothing overruled; where that is refused, say why."""
    try:
        # In a savepoint: what is refused leaves nothing behind but the reason.
        with transaction.atomic():
            seen = preview_letter(draft.pk, register=register, clock=clock, forms=forms)
            letter = approve_draft(
                draft.pk,
                version=seen.version,
                fingerprint=seen.fingerprint,
                by=standing.approved_by,
                register=register,
                clock=clock,
                forms=forms,
                standing=standing,
            )
    except (NotAllowed, ValueError) as refusal:
        return None, f"It cannot be approved as it stands: {refusal}"
    return letter, ""


def _why_not(found: Composed) -> str:
    """Return the first reason why a person has to look, or an empty text."""
    return next((reason for ask in CONDITIONS if (reason := ask(found))), "")


def _approval_is_over(found: Composed) -> str:
    """Ask whether the standing approval is in force."""
    return " ".join(("The standing approval is void.", *found.over)) if found.over else ""


def _came_elsewhere(found: Composed) -> str:
    """Ask whether the request came to the mailbox that the approval is for, and to no other."""
    mailboxes = set(found.message.deliveries.values_list("mailbox_id", flat=True))
    if mailboxes == {found.standing.mailbox_id}:
        return ""
    return "The request came to more than one of our mailboxes, and the approval is for one."


def _opened_otherwise(found: Composed) -> str:
    """Ask whether the machine opened the case, for this message, since the approval was given."""
    opened = Event.objects.filter(case=found.case, kind=EventKind.OPENED).first()
    by_machine = opened is not None and opened.actor_id is None
    if not by_machine or found.message.resolution or found.message.disposition != "case":
        return "A person opened the case."
    if found.case.opened_at < found.standing.approved_at:
        return "The case was opened before the standing approval was given."
    # Read again after a restore, it may have been acknowledged before: a restore ends approvals.
    if found.message.received_at < found.standing.approved_at:
        return "The request was received before the standing approval was given."
    return ""


def _imported(found: Composed) -> str:
    """Ask whether the message was in the mailbox before the first start."""
    return "The message is from before the assistant was started." if found.message.imported else ""


def _moved_on(found: Composed) -> str:
    """Ask whether the case still stands as it was opened, and its time runs."""
    if found.case.state != State.OPEN:
        return f"The case is {found.case.state.replace('_', ' ')} by now."
    if found.case.regime not in COVERED:
        return f"The request was read as {found.case.regime}, which no standing approval covers."
    today = found.now.astimezone(LONDON).date()
    if found.case.due_on is None or found.case.due_on < today:
        return "The day by which to answer, which it would state, has passed or is not known."
    return ""


def _no_plain_request(found: Composed) -> str:
    """Ask whether the message, read once more from its bytes, is a first request and no more."""
    if found.message.verdict != screening.Verdict.REQUEST:
        return f"The message was screened as {found.message.verdict}."
    sign = screening.acknowledgeable(found.mail, found.own)
    return f"The message should not be answered by machine. {sign}" if sign else ""


def _wrong_sender(found: Composed) -> str:
    """Ask whether the letter goes to the sender of the message, and to nobody of ours."""
    recipient = found.case.requester.address.lower()
    if not recipient or recipient != found.mail.sender.address.lower():
        return "The requester’s address is not the one the message came from."
    domain = recipient.rpartition("@")[2]
    ours = any(domain == each or domain.endswith(f".{each}") for each in found.own.domains)
    if ours or recipient in found.own.addresses:
        return "The sender’s address is one of our own."
    return ""


def _other_words(found: Composed) -> str:
    """Ask whether the draft is what was composed, of the wording that was approved and no other."""
    draft = found.draft
    versions = list(draft.versions.order_by("number"))
    by_person = draft.drafter_id is not None or any(each.made_by_id for each in versions)
    if by_person or not versions or versions[-1].blocks != draft.blocks:
        return "A person has changed the draft."
    if draft.enclosures.exists():
        return "A file goes with the letter."
    approved = {(each["id"], each["version"]) for each in found.standing.wordings}
    for block in draft_of(draft).blocks:
        used = {(source.id, source.version) for source in block.sources}
        of_the_case = all(ident.startswith("case:") for ident, _ in used)
        if block.kind is BlockKind.CASE_FACT and used and of_the_case:
            continue
        if block.kind is not BlockKind.BOILERPLATE or not used or not used <= approved:
            return f"The approval does not cover these words: “{block.text.strip()[:80]}”"
    return ""


def _answered_lately(found: Composed) -> str:
    """Ask whether this sender had an automatic letter within a day, by any mailbox of ours."""
    lately = Letter.objects.filter(
        standing__authority=found.case.authority_id, approved_at__gt=found.now - ONE_A_SENDER
    )
    sender = one_name(found.case.requester.address)
    if any(one_name(address) == sender for address in lately.values_list("recipient", flat=True)):
        return "The sender had an automatic acknowledgement within the last 24 hours."
    return ""


def _often_enough(found: Composed) -> str:
    """Ask whether the case has had all the automatic letters that one may have."""
    sent = Letter.objects.filter(case=found.case, standing__isnull=False).count()
    return f"The case has had {sent} automatic letters." if sent >= MOST_A_CASE else ""


def one_name(address: str) -> str:
    """Return an address in lower case and without what follows a plus sign (RFC 5233).

    A program that signs each mail with another tag is still one sender.
    """
    local, _, domain = address.strip().lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


Condition = Callable[[Composed], str]
# Each returns why a person has to look, or nothing; all have to hold, and the first that does not
# is what the draft's page says.
CONDITIONS: tuple[Condition, ...] = (
    _approval_is_over,
    _came_elsewhere,
    _opened_otherwise,
    _imported,
    _moved_on,
    _no_plain_request,
    _wrong_sender,
    _other_words,
    _answered_lately,
    _often_enough,
)
