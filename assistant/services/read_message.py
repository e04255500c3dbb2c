"""Read a stored message and give it exactly one disposition."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F

from assistant.domain.mail import mime, screening
from assistant.domain.mail.answering import answered_at
from assistant.domain.mail.message import Message as Mail
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.domain.mail.screening import Reason, Screening, Verdict
from assistant.ports import Clock, Documents
from assistant.services.dispose_message import dispose, hold
from assistant.services.read_attachments import Attached, asked, read_attachments, texts_of
from assistant.store import threads
from assistant.store.envelopes import as_delivered
from assistant.store.models import AttachmentText, Message

Disposition = Message.Disposition
MOST_ATTEMPTS = 3
_BY_MACHINE = frozenset({Verdict.AUTOMATIC, Verdict.BOUNCE})


def read_message(message_id: int, *, clock: Clock, documents: Documents | None = None) -> None:
    """Parse, screen and match a message; open a case, file it, or hold it with the reason.

    Its attachments are read too, where `documents` is given, before the transaction begins: that
    may take a while.

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
    mail = mime.read(as_delivered(row))
    own = threads.own_addresses(row.authority)
    screened = screening.screen(mail, own)
    attached: tuple[Attached, ...] = ()
    if documents and mail.attachments and screened.verdict not in _BY_MACHINE:
        attached = read_attachments(mail, documents)
        screened = _with_attachments(mail, screened, attached)
    with transaction.atomic():
        waiting = Message.objects.select_for_update().filter(pk=message_id)
        if not waiting.filter(disposition=Disposition.PENDING).values_list("pk").first():
            return
        _note(row, mail, screened, own, clock)
        _keep_texts(row, attached)
        dispose(row, mail, screened, own, clock=clock)


_POISON = (
    "Reading it failed three times, so it was set apart. Download the message as a file and open "
    "it in a mail program; then make it a case or say why it is not a request."
)


def _with_attachments(mail: Mail, screened: Screening, attached: Sequence[Attached]) -> Screening:
    """Return the screening of a message whose request may stand in what is attached to it."""
    if not any(reason.rule == "nothing_readable" for reason in screened.reasons):
        return screened
    asking = {part.origin for part in asked(mail.text, [], texts_of(attached))}
    if not asking:
        return screened
    names = ", ".join(sorted(asking))
    found = Reason("read_from_attachment", f"It has no text; its request was read from {names}.")
    return screening.without(screened, "nothing_readable", found)


def _keep_texts(row: Message, attached: Sequence[Attached]) -> None:
    """Keep the words of each attachment, or why they could not be read."""
    rows = [
        AttachmentText(
            message=row,
            position=position,
            name=each.file.name,
            text=each.said.text,
            problem=each.said.problem,
        )
        for position, each in enumerate(attached)
        if each.said is not None
    ]
    if rows:
        AttachmentText.objects.bulk_create(rows)


def _note(row: Message, mail: Mail, screened: Screening, own: OwnAddresses, clock: Clock) -> None:
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
