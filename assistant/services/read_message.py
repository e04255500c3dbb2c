"""Read a stored message and give it exactly one disposition."""

from django.db import transaction
from django.db.models import F

from assistant.domain.case import EventKind
from assistant.domain.mail import followup, matching, mime, screening
from assistant.domain.mail.message import Message as Mail
from assistant.domain.mail.screening import Reason, Screening, Verdict
from assistant.ports import Clock
from assistant.services.open_case import open_case
from assistant.store import threads
from assistant.store.envelopes import as_delivered
from assistant.store.events import record
from assistant.store.models import Case, CaseMessage, Message

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
    message = Message.objects.select_related("authority", "raw").get(pk=message_id)
    if message.attempts > MOST_ATTEMPTS:
        _hold(message, [Reason("cannot_be_read", _POISON)], clock)
        return
    mail = mime.read(as_delivered(message))
    own = threads.own_addresses(message.authority)
    screened = screening.screen(mail, own)
    with transaction.atomic():
        row = Message.objects.select_for_update().get(pk=message_id)
        if row.disposition != Disposition.PENDING:
            return
        _note(row, mail, screened, clock)
        _dispose(row, mail, screened, clock)


_POISON = (
    "Reading it failed three times, so it was set apart. Download the message as a file and open "
    "it in a mail program; then make it a case or say why it is not a request."
)


def _note(row: Message, mail: Mail, screened: Screening, clock: Clock) -> None:
    """Copy what was read onto the row."""
    row.verdict = screened.verdict.value
    row.reasons = [_plain(reason) for reason in screened.reasons]
    row.read_at = clock.now()
    row.message_id = mail.message_id
    row.in_reply_to = mail.in_reply_to
    row.references = list(mail.references)
    row.sender_name, row.sender_address = mail.sender.name, mail.sender.address
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


def _dispose(row: Message, mail: Mail, screened: Screening, clock: Clock) -> None:
    """Decide what becomes of the message, and record it on every case it touches."""
    matched = matching.match(mail, threads.candidates(row.authority, mail))
    in_thread = matched.kind == "case"
    row.intent = followup.intent(mail, screened, in_thread=in_thread).value.value
    row.reasons += [_plain(reason) for reason in matched.reasons]
    cases = list(Case.objects.filter(pk__in=matched.case_ids)) if in_thread else []
    match screened.verdict:
        case Verdict.AUTOMATIC:
            _file(row, cases, Disposition.AUTOMATIC, CaseMessage.Part.AUTOMATIC, clock)
        case Verdict.BOUNCE:
            _file(row, cases, Disposition.BOUNCE, CaseMessage.Part.BOUNCE, clock)
        case Verdict.HELD:
            _hold(row, [], clock)
        case Verdict.REQUEST | Verdict.FOLLOW_UP:
            _request_or_reply(row, mail, matched, cases, clock)


def _request_or_reply(
    row: Message, mail: Mail, matched: matching.Match, cases: list[Case], clock: Clock
) -> None:
    """File what a person wrote, open a case for it, or hold it where that is in doubt."""
    if matched.kind == "held":
        _hold(row, [], clock)
    elif cases:
        _file(row, cases, Disposition.FILED, CaseMessage.Part.REPLY, clock)
    elif doubt := _doubt(row, mail):
        _hold(row, [doubt], clock)
    else:
        row.disposition = Disposition.CASE
        row.save()
        open_case(row, clock=clock)


def _doubt(row: Message, mail: Mail) -> Reason | None:
    """Return why a message that is on no case should not open one by machine."""
    if mail.message_id and threads.same_id_other_content(row):
        return Reason(
            "same_message_id",
            "Another message with the same Message-ID but different words is here already. "
            "Compare the two, then make this one a case or file it.",
        )
    if row.verdict == Verdict.FOLLOW_UP.value:
        return Reason(
            "unknown_thread",
            "It answers a message that is not on any case here. File it on its case, or make it "
            "a case if it asks for information.",
        )
    return None


def _hold(row: Message, reasons: list[Reason], clock: Clock) -> None:
    """Hold a message for a person, with every reason."""
    row.disposition = Disposition.HELD
    row.reasons = [*row.reasons, *(_plain(reason) for reason in reasons)]
    row.read_at = clock.now()
    row.save()


def _file(
    row: Message,
    cases: list[Case],
    disposition: Message.Disposition,
    part: CaseMessage.Part,
    clock: Clock,
) -> None:
    """File a message on its cases (an automatic one may have none)."""
    row.disposition = disposition
    row.save()
    kind = EventKind.NOT_DELIVERED if part == CaseMessage.Part.BOUNCE else EventKind.MESSAGE_FILED
    for case in cases:
        CaseMessage.objects.create(case=case, message=row, part=part, filed_at=clock.now())
        record(case, kind, by=None, at=clock.now(), message=row.pk, content=row.content_sha256)


def _plain(reason: Reason) -> dict[str, str]:
    """Return a reason as the row keeps it."""
    return {"rule": reason.rule, "detail": reason.detail}
