"""Store what a mail server handed over, before it is told that it may forget it."""

from collections.abc import Sequence

from django.db import transaction

from assistant.domain.mail.envelope import mailbox_address
from assistant.ports import Clock, Outcome, Submission, Taken
from assistant.services import take_delivery as taking
from assistant.store.models import Delivery, Mailbox, Message

_STORED = Outcome(Taken.STORED)
# The listener has let the address in, so the settings name the mailbox and the database does not
# yet: a fault of ours, and no reason to send a request back to its writer.
_NOT_PREPARED = Outcome(Taken.LATER, "The mailbox is set but not prepared: foi-assistant prepare")


def take_submission(submission: Submission, *, clock: Clock) -> Sequence[Outcome]:
    """Store a message once, and a delivery for each mailbox it is for; return their outcomes.

    Raw bytes, rows and queued task have been committed together when this returns STORED (RFC 5321
    section 6.1). The same content handed over again, because our answer was lost or by another
    server, is one more delivery of the same message. Raises what the database raises; nothing has
    been stored then.
    """
    mailboxes = _mailboxes()
    found = [
        mailboxes.get(mailbox_address(recipient, mailboxes) or "")
        for recipient in submission.recipients
    ]
    # The same recipient named twice is one delivery, and has two outcomes (RFC 2033 section 4.2).
    wanted = {
        (mailbox.pk, recipient.lower()): (mailbox, recipient)
        for mailbox, recipient in zip(found, submission.recipients, strict=True)
        if mailbox is not None
    }
    messages: dict[int, Message] = {}
    with transaction.atomic():
        for mailbox, recipient in wanted.values():
            if mailbox.authority_id not in messages:
                messages[mailbox.authority_id] = _content(mailbox, submission, clock)
            Delivery.objects.create(
                message=messages[mailbox.authority_id],
                mailbox=mailbox,
                via=submission.via,
                recipient=recipient,
                sender=submission.sender,
                handed_over_by=submission.handed_over_by,
                received_at=submission.received_at,
            )
    return [_NOT_PREPARED if mailbox is None else _STORED for mailbox in found]


def _mailboxes() -> dict[str, Mailbox]:
    """Return every mailbox by each of its addresses, in lower case."""
    return {
        address.lower(): mailbox
        for mailbox in Mailbox.objects.select_related("authority")
        for address in (*mailbox.aliases, mailbox.address)
    }


def _content(mailbox: Mailbox, submission: Submission, clock: Clock) -> Message:
    """Return the row of this content, by the rules of identity that polling has."""
    message, _ = taking.message_row(mailbox, submission.raw, submission.received_at, clock)
    return message
