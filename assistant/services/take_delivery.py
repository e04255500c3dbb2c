"""Store a delivered message, byte for byte, in the transaction that queues its reading."""

from datetime import datetime

from django.db import transaction

from assistant.domain.mail.identity import content_sha256
from assistant.ports import Arrival, Clock, Unreadable
from assistant.store import queue
from assistant.store.models import Delivery, Mailbox, MailboxFolder, Message, RawMessage
from assistant.store.packing import pack


def take_delivery(folder: MailboxFolder, arrival: Arrival | Unreadable, *, clock: Clock) -> bool:
    """Store one delivery and move the folder's high-water mark; return whether it was new.

    Raw bytes, rows, queued task and mark commit together or not at all, so that a crash anywhere
    leaves a message either wholly taken or still to be fetched (RFC 5321 section 6.1). The same
    content delivered again, by another route or after the server renumbered, is one more delivery
    of the same message.
    """
    with transaction.atomic():
        known = Delivery.objects.filter(
            mailbox=folder.mailbox,
            folder=folder.name,
            uidvalidity=arrival.uidvalidity,
            uid=arrival.uid,
        ).exists()
        new = False
        if not known:
            if isinstance(arrival, Unreadable):
                message, new = _not_handed_over(folder.mailbox, arrival, clock.now())
                received_at = message.received_at
            else:
                message, new = _message(folder.mailbox, arrival.raw, arrival.received_at, clock)
                received_at = arrival.received_at
            Delivery.objects.create(
                message=message,
                mailbox=folder.mailbox,
                folder=folder.name,
                uidvalidity=arrival.uidvalidity,
                uid=arrival.uid,
                received_at=received_at,
            )
        MailboxFolder.objects.filter(pk=folder.pk).update(
            uidvalidity=arrival.uidvalidity, last_uid=arrival.uid
        )
    return new


def _message(
    mailbox: Mailbox, raw: bytes, received_at: datetime, clock: Clock
) -> tuple[Message, bool]:
    """Return the row of this content, made and queued for reading where it is new."""
    message, new = Message.objects.get_or_create(
        authority=mailbox.authority,
        content_sha256=content_sha256(raw),
        defaults={"size": len(raw), "received_at": received_at, "queued_at": clock.now()},
    )
    if new:
        RawMessage.objects.create(message=message, compressed=pack(raw))
        queue.enqueue(queue.READ_MESSAGE, message.pk)
    elif received_at < message.received_at:
        # The earliest of our servers to have it decides the date of receipt (s.10(6) FOIA). A case
        # already opened keeps the date its officer has seen, until a person corrects it.
        Message.objects.filter(pk=message.pk).update(received_at=received_at)
    return message, new


def _not_handed_over(mailbox: Mailbox, arrival: Unreadable, at: datetime) -> tuple[Message, bool]:
    """Hold a message that the server lists and does not hand over, so that a person looks there."""
    place = f"{mailbox.address}/{arrival.folder};{arrival.uidvalidity}/{arrival.uid}"
    return Message.objects.get_or_create(
        authority=mailbox.authority,
        content_sha256=content_sha256(place.encode()),
        defaults={
            "size": 0,
            "received_at": at,
            "queued_at": at,
            "read_at": at,
            "disposition": Message.Disposition.HELD,
            "subject": "(a message the mail server did not hand over)",
            "reasons": [
                {
                    "rule": "not_handed_over",
                    "detail": f"The mail server did not hand it over: {arrival.reason}. Look for "
                    f"message {arrival.uid} in folder {arrival.folder} with a mail program.",
                }
            ],
        },
    )
