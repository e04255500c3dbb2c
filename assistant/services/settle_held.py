"""Decide what becomes of a held message: a case, a reply on a case, or not a request."""

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.services.open_case import open_case as start
from assistant.store.events import record
from assistant.store.models import Case, CaseMessage, Message, User

Resolution = Message.Resolution


def open_case(
    message_id: int, *, requester_address: str, reason: str, by: User, clock: Clock
) -> Case:
    """Make a held message a case; its date of receipt stays the server's.

    `requester_address` names the requester where it is not the sender (a colleague's forward).
    """
    with transaction.atomic():
        message = _held(message_id, by, reason)
        if not (requester_address.strip() or message.sender_address):
            raise NotAllowed("Enter the requester’s e-mail address: there is none in the message.")
        _resolve(message, Resolution.CASE_OPENED, Message.Disposition.CASE, reason, by, clock)
        return start(
            message, requester_address=requester_address.strip(), by=by, reason=reason, clock=clock
        )


def file_on_case(message_id: int, *, reference: str, reason: str, by: User, clock: Clock) -> Case:
    """File a held message on an existing case of the same authority."""
    with transaction.atomic():
        message = _held(message_id, by, reason)
        case = Case.objects.filter(
            authority=by.authority, reference__iexact=reference.strip()
        ).first()
        if case is None:
            raise NotAllowed(f"There is no case “{reference}”. Check the reference.")
        _resolve(message, Resolution.FILED, Message.Disposition.FILED, reason, by, clock)
        CaseMessage.objects.get_or_create(
            case=case,
            message=message,
            defaults={"part": CaseMessage.Part.REPLY, "filed_at": clock.now()},
        )
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
