"""Decide what becomes of a held message: a case, a reply on a case, or not a request."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.domain.law.clock import received_on as london_date
from assistant.domain.mail.answering import takes_answers
from assistant.domain.mail.forwarded import Forwarded, named_in_form, request_within
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.ports import Clock
from assistant.services.open_case import open_case as start
from assistant.store.case_words import add_message
from assistant.store.events import record
from assistant.store.models import Case, CaseMessage, Message, User
from assistant.store.threads import own_addresses

Resolution = Message.Resolution


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who seems to have asked, in a held message that another sent, for a person to confirm.

    `words` are the requester's own, empty where the whole message is; `received_on` is the day on
    which header lines within say that it reached the authority, or None where none do.
    """

    name: str
    address: str
    subject: str = ""
    words: str = ""
    received_on: date | None = None


def proposal(message: Message) -> Proposal:
    """Return who a held message should be answered to, as far as it shows.

    That is whoever wrote what a colleague passes on, the address in a web form's text, Reply-To, or
    the sender; the address is empty where none of them could be answered.
    """
    own = own_addresses(message.authority)
    inner = _passed_on(message, own)
    if inner is not None:
        return Proposal(
            inner.sender.name,
            inner.sender.address,
            inner.subject,
            message.text[inner.span.start : inner.span.end],
            inner.on,
        )
    sender = message.answer_to or message.sender_address
    if not takes_answers(sender) or own.holds(sender):
        named = named_in_form(message.text)
        return Proposal("", "" if own.holds(named) else named)
    return Proposal(message.sender_name, sender)


def _passed_on(message: Message, own: OwnAddresses) -> Forwarded | None:
    """Return the request within a message that one of us passed on; others speak for themselves."""
    return request_within(message.text, own) if own.holds(message.sender_address) else None


def open_case(
    message_id: int,
    *,
    requester_address: str,
    reason: str,
    by: User,
    clock: Clock,
    requester_name: str = "",
    received_on: date | None = None,
) -> Case:
    """Make a held message a case; its date of receipt stays the server's unless a day is given.

    `requester_address` names the requester where it is not the sender. Where a colleague passed the
    request on, the words within are the request. `received_on` is the day (Europe/London) on which
    it reached anybody in the authority (s.10(6) FOIA); raises NotAllowed for one after the message.
    """
    with transaction.atomic():
        message = _held(message_id, by, reason)
        named = requester_address.strip()
        if not (named or message.sender_address):
            raise NotAllowed("Enter the requester’s e-mail address: there is none in the message.")
        if received_on is not None and received_on > london_date(message.received_at):
            raise NotAllowed(
                "The request cannot have reached the authority after this message did. Check the "
                "day, or leave it empty."
            )
        inner = _passed_on(message, own_addresses(message.authority))
        theirs = inner if inner and named.lower() == inner.sender.address.lower() else None
        _resolve(message, Resolution.CASE_OPENED, Message.Disposition.CASE, reason, by, clock)
        return start(
            message,
            requester_address=named,
            requester_name=requester_name.strip() or (theirs.sender.name if theirs else ""),
            received_on=received_on,
            spans=((theirs.span.start, theirs.span.end),) if theirs else None,
            subject=theirs.subject if theirs else "",
            by=by,
            reason=reason,
            clock=clock,
        )


def file_on_case(message_id: int, *, reference: str, reason: str, by: User, clock: Clock) -> Case:
    """File a held message on an existing case of the same authority; return that case.

    One that was merged stands for the case that it was merged into.
    """
    with transaction.atomic():
        message = _held(message_id, by, reason)
        # Locked, so that it is not merged at this moment.
        cases = Case.objects.select_for_update().filter(authority=by.authority)
        case = cases.filter(reference__iexact=reference.strip()).first()
        if case is not None and case.merged_into_id:
            case = cases.get(pk=case.merged_into_id)
        if case is None:
            raise NotAllowed(f"There is no case “{reference}”. Check the reference.")
        _resolve(message, Resolution.FILED, Message.Disposition.FILED, reason, by, clock)
        CaseMessage.objects.get_or_create(
            case=case,
            message=message,
            defaults={"part": CaseMessage.Part.REPLY, "filed_at": clock.now()},
        )
        add_message(case.pk, message)
        record(
            case,
            EventKind.MESSAGE_FILED,
            by=by,
            at=clock.now(),
            reason=reason,
            message=message.pk,
            content=message.content_sha256,
        )
    return case


def set_aside(message_id: int, *, reason: str, by: User, clock: Clock) -> Message:
    """Mark a held message as not a request; it stays, with the reason, and can be found."""
    with transaction.atomic():
        message = _held(message_id, by, reason)
        stays = Message.Disposition(message.disposition)
        _resolve(message, Resolution.NOT_A_REQUEST, stays, reason, by, clock)
    return message


def may_be_settled(message: Message) -> bool:
    """Say whether a person may still decide what a message is.

    That is so for a held one, and for one that the rules took for automatic and that stands on no
    case: where they were wrong, a request must not be lost.
    """
    if message.resolution:
        return False
    if message.disposition == Message.Disposition.HELD:
        return True
    by_machine = {Message.Disposition.AUTOMATIC, Message.Disposition.BOUNCE}
    return message.disposition in by_machine and not message.case_messages.exists()


def _held(message_id: int, by: User, reason: str) -> Message:
    """Return the message, locked, where it still waits for a decision."""
    if not reason.strip():
        raise NotAllowed("Give a reason: it is kept with the message.")
    message = (
        Message.objects.select_for_update(of=("self",))
        .select_related("authority")
        .filter(pk=message_id, authority=by.authority)
        .first()
    )
    if message is None:
        raise NotAllowed("There is no such message.")
    if not may_be_settled(message):
        raise NotAllowed("Somebody has decided this one already. Look at the list again.")
    return message


def _resolve(
    message: Message,
    resolution: Message.Resolution,
    disposition: Message.Disposition,
    reason: str,
    by: User,
    clock: Clock,
) -> None:
    """Note who decided what, when and why."""
    message.resolution, message.resolution_reason = resolution, reason
    message.disposition = disposition
    message.resolved_by, message.resolved_at = by, clock.now()
    message.save()
