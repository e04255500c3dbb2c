"""Read a stored message and give it exactly one disposition."""

from django.db import transaction
from django.db.models import F

from assistant.domain.mail import mime, screening
from assistant.domain.mail.answering import answered_at
from assistant.domain.mail.message import Message as Mail
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.domain.mail.screening import Reason, Screening
from assistant.ports import Clock
from assistant.services.dispose_message import dispose, hold
from assistant.store import threads
from assistant.store.models import Message
from assistant.store.packing import unpack

Disposition = Message.Disposition
MOST_ATTEMPTS = 3


def read_message(message_id: int, *, clock: Clock) -> None:
    """Parse, screen and match a message; open a case, file it, or hold it with the reason.

    Idempotent: a message that already has its disposition is left alone. One that could not be
    read in three attempts (its reader was killed each time) is held, and the next is still taken.
    """
    started = Message.objects.filter(pk=message_id, disposition=Disposition.PENDING).update(
        attempts=F("attempts") + 1
    )
    if not started:
        return
    row = Message.objects.select_related("authority", "raw").get(pk=message_id)
    if row.attempts > MOST_ATTEMPTS:
        hold(row, [Reason("cannot_be_read", _POISON)], clock)
        return
    mail = mime.read(unpack(row.raw.compressed))
    own = threads.own_addresses(row.authority)
    screened = screening.screen(mail, own)
    with transaction.atomic():
        waiting = Message.objects.select_for_update().filter(pk=message_id)
        if not waiting.filter(disposition=Disposition.PENDING).values_list("pk").first():
            return
        _note(row, mail, screened, own, clock)
        dispose(row, mail, screened, own, clock=clock)


_POISON = (
    "Reading it failed three times, so it was set apart. Download the message as a file and open "
    "it in a mail program; then make it a case or say why it is not a request."
)


def _note(
    row: Message, mail: Mail, screened: Screening, own: OwnAddresses, clock: Clock
) -> None:
    """Copy what was read onto the row."""
    row.verdict = screened.verdict.value
    row.reasons = [{"rule": each.rule, "detail": each.detail} for each in screened.reasons]
    row.read_at = clock.now()
    row.message_id = mail.message_id
    row.in_reply_to = mail.in_reply_to
    row.references = list(mail.references)
    row.sender_name, row.sender_address = mail.sender.name, mail.sender.address
    row.answer_to = answered_at(mail, own).address
    row.recipients = [address.address for address in (*mail.to, *mail.cc)]
    row.subject = mail.subject
    row.sent_at = mail.date if mail.date and mail.date.tzinfo else None
    row.text = mail.text
    row.reply_spans = [[span.start, span.end] for span in mail.reply_spans]
    row.attachments = [
        {"name": file.name, "type": file.type, "size": file.size, "sha256": file.sha256}
        for file in mail.attachments
    ]
    row.removed = [{"what": removed.what, "text": removed.text} for removed in mail.removed]
    row.defects = list(mail.defects)
