"""Store what mail servers handed over, before they are told that they may forget it."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import DataError, IntegrityError, transaction

from assistant.domain.mail.envelope import mailbox_address
from assistant.ports import Clock, Outcome, Submission, Taken
from assistant.services.store_messages import Content, content_of, store_messages
from assistant.store.models import Authority, Delivery, Mailbox

# What an odd message makes a database, or us, say. One that is full, locked or gone says
# OperationalError, and that is no message's fault.
ODD = (DataError, IntegrityError, ValueError, OverflowError)
logger = logging.getLogger(__name__)

_STORED = Outcome(Taken.STORED)
# The listener has let the address in, so the settings name the mailbox and the database does not
# yet: a fault of ours, and no reason to send a request back to its writer.
_NOT_PREPARED = Outcome(Taken.LATER, "The mailbox is set but not prepared: foi-assistant prepare")
_ODD = Outcome(Taken.LATER, "The database does not take this message; the log says why")


@dataclass(frozen=True, slots=True)
class _Ready:
    """A submission, its content made ready, and the mailbox that each of its recipients means."""

    submission: Submission
    content: Content
    mailboxes: Sequence[Mailbox | None]

    def deliveries(self) -> list[tuple[Mailbox, str]]:
        """Return each mailbox with the recipient it was named by.

        The same recipient named twice is one delivery, and has two outcomes (RFC 2033 section 4.2).
        """
        named = zip(self.mailboxes, self.submission.recipients, strict=True)
        return list(
            {
                (mailbox.pk, recipient.lower()): (mailbox, recipient)
                for mailbox, recipient in named
                if mailbox is not None
            }.values()
        )

    def outcomes(self) -> Sequence[Outcome]:
        """Return the outcome of each recipient once it has been committed."""
        return [_NOT_PREPARED if mailbox is None else _STORED for mailbox in self.mailboxes]


def take_submissions(
    submissions: Sequence[Submission], *, clock: Clock
) -> Sequence[Sequence[Outcome]]:
    """Store messages once each, and a delivery for each mailbox; return an outcome a recipient.

    Raw bytes, rows and queued tasks have been committed together when this returns (RFC 5321
    section 6.1). The same content handed over again, because our answer was lost or by another
    server, is one more delivery of the same message. Where one spoils the whole they are stored one
    by one. Raises what a database says that is full, locked or gone; then nothing is stored.
    """
    ours = _mailboxes()
    ready = [_ready(submission, ours) for submission in submissions]
    try:
        _commit(ready, clock)
    except ODD:
        return [_alone(each, clock) for each in ready]
    return [each.outcomes() for each in ready]


def _alone(ready: _Ready, clock: Clock) -> Sequence[Outcome]:
    """Store one; where another process was quicker with its content, look again and file it."""
    for last in (False, True):
        try:
            _commit([ready], clock)
        except ODD:
            if last:
                logger.exception("A message of %d bytes cannot be stored", ready.content.size)
        else:
            return ready.outcomes()
    return [_ODD] * len(ready.mailboxes)


def _mailboxes() -> dict[str, Mailbox]:
    """Return every mailbox by each of its addresses, in lower case."""
    return {
        address.lower(): mailbox
        for mailbox in Mailbox.objects.only("address", "aliases", "authority_id")
        for address in (*mailbox.aliases, mailbox.address)
    }


def _ready(submission: Submission, ours: Mapping[str, Mailbox]) -> _Ready:
    """Hash and pack a message, outside the transaction."""
    found = [
        ours.get(mailbox_address(recipient, ours) or "") for recipient in submission.recipients
    ]
    return _Ready(submission, content_of(submission.raw, submission.received_at), found)


def _commit(ready: Sequence[_Ready], clock: Clock) -> None:
    """Store everything that is not here yet in one transaction, with its deliveries."""
    wanted: dict[int, list[tuple[_Ready, Mailbox, str]]] = {}
    for each in ready:
        for mailbox, recipient in each.deliveries():
            wanted.setdefault(mailbox.authority_id, []).append((each, mailbox, recipient))
    with transaction.atomic():
        for authority_id, deliveries in wanted.items():
            contents = [each.content for each, _, _ in deliveries]
            authority = Authority(pk=authority_id)
            ids, _ = store_messages(authority, contents, at=clock.now())
            Delivery.objects.bulk_create(
                Delivery(
                    message_id=ids[each.content.sha256],
                    mailbox=mailbox,
                    via=each.submission.via,
                    recipient=recipient,
                    sender=each.submission.sender,
                    handed_over_by=each.submission.handed_over_by,
                    received_at=each.submission.received_at,
                )
                for each, mailbox, recipient in deliveries
            )
