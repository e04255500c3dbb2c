"""Read stored messages and give each exactly one disposition."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F

from assistant import log_context
from assistant.domain.mail import mime, screening
from assistant.domain.mail.answering import answered_at
from assistant.domain.mail.followup import intent
from assistant.domain.mail.identity import words_sha256
from assistant.domain.mail.message import Message as Mail
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.domain.mail.screening import Reason, Screening, Verdict
from assistant.ports import Clock, Documents
from assistant.services.dispose_message import asks_anew, dispose, hold, looks_at_cases, rows_for
from assistant.services.message_in_hand import MessageInHand, Office, offices
from assistant.services.notice_suspicions import notice_suspicions
from assistant.services.open_case import request_in
from assistant.services.read_attachments import Attached, asked, read_attachments, texts_of
from assistant.services.unstored import Unstored
from assistant.store.envelopes import as_delivered
from assistant.store.models import Authority, Message
from assistant.store.threads import Earlier, Place, places, pointers_in

Disposition = Message.Disposition
MOST_ATTEMPTS = 3
# After so long at most a message says that it is still being read, while the sweep waits longer.
_BEAT = timedelta(seconds=10)
# So many bytes of messages are in memory at once; a larger one is read alone.
_BYTES_TOGETHER = 8_000_000
_BY_MACHINE = frozenset({Verdict.AUTOMATIC, Verdict.BOUNCE})

logger = logging.getLogger(__name__)


def read_message(
    message_id: int,
    *,
    clock: Clock,
    documents: Documents | None = None,
    most_attempts: int = MOST_ATTEMPTS,
) -> None:
    """Parse, screen and match a message; open a case, file it, or hold it with the reason.

    Its attachments are read too, where `documents` is given, before the transaction begins: that
    may take a while.

    Idempotent: a message that already has its disposition is left alone. One that could not be
    read in `most_attempts` (its reader was killed each time) is held, and the next is still taken.
    """
    alive = _Alive([message_id], clock)
    for begun in _begin([message_id], clock, most_attempts):
        _give_dispositions([_read(begun, clock, documents, alive)], clock, lambda _: nullcontext())


def read_messages(
    message_ids: Sequence[int],
    *,
    clock: Clock,
    documents: Documents | None = None,
    most_attempts: int = MOST_ATTEMPTS,
) -> None:
    """Read several messages, each as read_message does; what goes wrong with one stays with it.

    What they have in common is looked up once, and their dispositions are stored together. A
    message that was begun before is read by itself: it may be what killed its reader, and would
    take the others along. One whose reading fails is left as it is: it is due still, is queued
    again by the sweep, and held for a person after `most_attempts`.
    """
    wanted = Message.objects.filter(pk__in=message_ids, disposition=Disposition.PENDING)
    rows = list(wanted.order_by("pk").values_list("pk", "size", "attempts"))
    groups = list(_groups([(pk, size) for pk, size, attempts in rows if not attempts]))
    groups += [[pk] for pk, _, attempts in rows if attempts]
    for group in groups:
        with _kept(group):
            _read_together(group, clock, documents, most_attempts)


@contextmanager
def _kept(message_ids: Sequence[int]) -> Iterator[None]:
    """Let messages stay due whose reading fails, and go on."""
    alone = {"message": message_ids[0]} if len(message_ids) == 1 else {}
    with log_context.bound(**alone):
        try:
            yield
        except Exception:
            logger.exception("Messages %s could not be read; they will be tried again", message_ids)


def _groups(sizes: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Divide messages, given as id and bytes, into those that are in memory at once."""
    group: list[int] = []
    held = 0
    for message_id, size in sizes:
        if group and held + size > _BYTES_TOGETHER:
            yield group
            group, held = [], 0
        group.append(message_id)
        held += size
    if group:
        yield group


class _Alive:
    """Says from time to time that messages are still being read, so that nobody else begins."""

    def __init__(self, message_ids: Sequence[int], clock: Clock) -> None:
        self._ids, self._clock, self._said = message_ids, clock, clock.now()

    def beat(self) -> None:
        """Say so, where it was not said for a while."""
        now = self._clock.now()
        if now - self._said >= _BEAT:
            pending = Message.objects.filter(pk__in=self._ids, disposition=Disposition.PENDING)
            pending.update(queued_at=now)
            self._said = now


def _read_together(
    message_ids: Sequence[int], clock: Clock, documents: Documents | None, most_attempts: int
) -> None:
    """Read messages one after another, and store in one transaction what becomes of them."""
    in_hand: list[MessageInHand] = []
    alive = _Alive(message_ids, clock)
    for begun in _begin(message_ids, clock, most_attempts):
        with _kept([begun.row.pk]):
            in_hand.append(_read(begun, clock, documents, alive))
    _give_dispositions(in_hand, clock, _kept)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A message whose reading has begun, and what it needs."""

    row: Message
    places: tuple[Place, ...]
    office: Office


def _begin(message_ids: Sequence[int], clock: Clock, most_attempts: int) -> Iterator[_Begun]:
    """Count an attempt at each message that is not read yet; yield them, the poisonous held."""
    pending = Message.objects.filter(pk__in=message_ids, disposition=Disposition.PENDING)
    # The sweep waits from now on: a message that waited long in the queue is not read by two.
    if not pending.update(attempts=F("attempts") + 1, queued_at=clock.now()):
        return
    rows = list(pending.select_related("raw").order_by("pk"))
    authorities = Authority.objects.in_bulk({row.authority_id for row in rows})
    by_authority = offices(authorities.values())
    where = places([row.pk for row in rows])
    for row in rows:
        row.authority = authorities[row.authority_id]
        if row.attempts > most_attempts:
            hold(row, [Reason("cannot_be_read", _POISON)], clock)
            row.save()
        else:
            yield _Begun(row, where[row.pk], by_authority[row.authority_id])


def _read(begun: _Begun, clock: Clock, documents: Documents | None, alive: _Alive) -> MessageInHand:
    """Parse and screen a message, read what is attached to it, and note it on the row."""
    alive.beat()
    row, own = begun.row, begun.office.own
    mail = mime.read(as_delivered(row, begun.places))
    screened = screening.screen(mail, own)
    attached: tuple[Attached, ...] = ()
    if documents and mail.attachments and screened.verdict not in _BY_MACHINE:
        attached = read_attachments(mail, documents, alive.beat)
        screened = _with_attachments(mail, screened, attached)
    _note(row, mail, screened, own, clock)
    row.suspicions = notice_suspicions(mail, attached)
    request = request_in(row, tuple((name, said) for name, said in texts_of(attached) if said))
    # What takes a while is done here, and not within the transaction, for which others wait.
    rows = None
    if screened.verdict is Verdict.REQUEST:
        rows = rows_for(row, request, begun.office, clock)
    return MessageInHand(
        row=row,
        mail=mail,
        screened=screened,
        attached=attached,
        places=begun.places,
        office=begun.office,
        pointers=pointers_in(mail),
        first_intent=intent(mail, screened, in_thread=False).value,
        request=request,
        rows=rows,
        asks_anew=screened.verdict is Verdict.FOLLOW_UP and asks_anew(mail),
        clock=clock,
    )


def _give_dispositions(
    in_hand: Sequence[MessageInHand],
    clock: Clock,
    kept: Callable[[Sequence[int]], AbstractContextManager[None]],
) -> None:
    """Store what becomes of messages, in one transaction; `kept` is around each of them.

    Those of one authority wait for each other: a reply and what it answers, or a request that came
    twice, are never settled by two workers that cannot see each other's work.
    """
    ids = [each.row.pk for each in in_hand]
    with transaction.atomic():
        authorities = Authority.objects.select_for_update(no_key=True).order_by("pk")
        list(authorities.filter(pk__in={each.row.authority_id for each in in_hand}).values("pk"))
        waiting = Message.objects.select_for_update().filter(pk__in=ids).order_by("pk")
        due = set(waiting.filter(disposition=Disposition.PENDING).values_list("pk", flat=True))
        unstored = Unstored(Earlier([each.row for each in in_hand]), clock)
        for each in _by_themselves_first([one for one in in_hand if one.row.pk in due]):
            looks = looks_at_cases(each, unstored)
            if looks:
                unstored.store()
            # It takes its message last of all: one that fails leaves nothing there. Most write
            # nothing themselves, so that there is nothing to undo.
            writes = transaction.atomic() if looks or each.attached else nullcontext()
            with kept([each.row.pk]), writes:
                dispose(each, unstored)
        unstored.store()


def _by_themselves_first(in_hand: Sequence[MessageInHand]) -> list[MessageInHand]:
    """Return messages in their order, but for those that have nothing to do with any other.

    These come first, to be stored together. Of messages with one Message-ID, or the same words,
    the first stays the first: the day it was received counts.
    """
    ids = Counter(each.row.message_id for each in in_hand)
    words = Counter(each.row.words_sha256 for each in in_hand)

    def tied(each: MessageInHand) -> bool:
        again = ids[each.row.message_id] > 1 or words[each.row.words_sha256] > 1
        return again or bool(each.pointers)

    return sorted(in_hand, key=tied)


_POISON = (
    "Reading it failed again and again, so it was set apart. Download the message as a file and "
    "open it in a mail program; then make it a case or say why it is not a request."
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
    row.words_sha256 = words_sha256("".join(mail.text[a:b] for a, b in row.reply_spans))
    row.attachments = [
        {"name": file.name, "type": file.type, "size": file.size, "sha256": file.sha256}
        for file in mail.attachments
    ]
    row.removed = [{"what": removed.what, "text": removed.text} for removed in mail.removed]
    row.defects = list(mail.defects)
