"""Queue again what nobody finished: the queue itself neither retries nor rescues.

Every task is idempotent by the state of its row, so a task queued twice does its work once. What a
task still waits for in the queue is left alone: a heap of mail would otherwise grow by itself.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from assistant.ports import Clock
from assistant.services import note_sending
from assistant.services.acknowledge_by_standing import undecided
from assistant.services.forget import forget_nightly
from assistant.services.import_uploads import resume_imports
from assistant.services.keep_sent_copy import LEFT, TRIED_FOR
from assistant.services.look_after_libraries import check_nightly
from assistant.services.read_again import read_late
from assistant.services.reconcile_sending import still_searched
from assistant.store import queue
from assistant.store.models import Addressee, Draft, Message, Outbox, Refinement

# A server may take ten minutes to answer a letter (RFC 5321 section 4.5.3.2.6); the sender waits
# for it so long. A transmission that has stood longer was cut off by a crash.
TRANSMISSION_LOST_AFTER = timedelta(minutes=15)
# No model is waited for so long, with all its attempts and fallbacks.
WRITING_LOST_AFTER = timedelta(minutes=15)
MOST_AT_ONCE = 1_000
# A reply and what it answers, read by two workers at once, missed each other so lately at most.
THREADS_MEET_WITHIN = timedelta(hours=1)

# A letter that reached some only waits for a person, unless one of the others may be tried again.
_WAITING = Addressee.objects.filter(letter=OuterRef("letter"), state=Addressee.State.WAITING)


def sweep(*, clock: Clock, stale_seconds: float) -> int:
    """Queue messages, drafts, letters and imports that are still due; return how many.

    `stale_seconds` is how long queued work is left alone. A letter whose transmission had begun
    when its sender died is marked unknown and never queued: it is looked for in the folder of sent
    mail, and otherwise a person has to look. Copies for that folder are tried again. By night, the
    check of each library is queued, and the deletion of what is old. Words that an officer asked a
    model for, and that nobody is writing any more, are asked for again.
    """
    before = clock.now() - timedelta(seconds=stale_seconds)
    count = 0
    with transaction.atomic():
        count += _unread_again(before, clock)
        count += resume_imports(before, clock)
        count += read_late(clock.now() - THREADS_MEET_WITHIN, clock=clock)
        drafts = Draft.objects.select_for_update(skip_locked=True).filter(
            state=Draft.State.QUEUED, queued_at__lt=before
        )
        lost = undecided(before)
        composing = queue.waiting(queue.COMPOSE_DRAFT) if drafts or lost else set()
        for draft in drafts:
            if draft.pk not in composing:
                _again(draft, queue.COMPOSE_DRAFT, clock)
                count += 1
        for draft_id in lost:
            if draft_id not in composing:
                queue.enqueue(queue.COMPOSE_DRAFT, draft_id)
                count += 1
        letters = (
            Outbox.objects.select_for_update(skip_locked=True)
            .filter(
                stage__in=note_sending.MAY_LEAVE,
                queued_at__lt=before,
                next_try_at__lte=clock.now(),
            )
            .filter(Exists(_WAITING))
        )
        for letter in letters:
            _again(letter, queue.SEND_LETTER, clock)
            count += 1
        count += _refinements_again(clock)
    _give_up_on_lost_transmissions(clock)
    _look_after_sent_mail(clock)
    check_nightly(clock=clock)
    forget_nightly(clock=clock)
    queue.prune(clock.now())
    return count


def _unread_again(before: datetime, clock: Clock) -> int:
    """Queue messages that were queued so long ago, and that no queued task is going to read.

    At most a thousand at once: the others follow with the next sweep. One that was begun before may
    be what killed its reader, and gets a task of its own.
    """
    unread = Message.objects.select_for_update(skip_locked=True).filter(
        disposition=Message.Disposition.PENDING, queued_at__lt=before
    )
    rows = list(unread.order_by("pk").values_list("pk", "attempts"))
    waiting = queue.waiting(queue.READ_MESSAGE) if rows else set()
    due = [(row_id, attempts) for row_id, attempts in rows if row_id not in waiting][:MOST_AT_ONCE]
    Message.objects.filter(pk__in=[row_id for row_id, _ in due]).update(queued_at=clock.now())
    queue.enqueue_all(queue.READ_MESSAGE, [row_id for row_id, attempts in due if not attempts])
    for row_id in [row_id for row_id, attempts in due if attempts]:
        queue.enqueue(queue.READ_MESSAGE, row_id)
    return len(due)


def _refinements_again(clock: Clock) -> int:
    """Queue what officers asked to have put otherwise and whose writer died."""
    lost = list(
        Refinement.objects.select_for_update(skip_locked=True).filter(
            state=Refinement.State.ASKED, asked_at__lt=clock.now() - WRITING_LOST_AFTER
        )
    )
    waiting = queue.waiting(queue.REFINE) if lost else set()
    again = [row.pk for row in lost if row.pk not in waiting]
    Refinement.objects.filter(pk__in=again).update(asked_at=clock.now())
    for row_id in again:
        queue.enqueue(queue.REFINE, row_id)
    return len(again)


def _again(row: Draft | Outbox, task: str, clock: Clock) -> None:
    """Queue a row's task once more."""
    row.queued_at = clock.now()
    row.save(update_fields=["queued_at"])
    queue.enqueue(task, row.pk)


def _give_up_on_lost_transmissions(clock: Clock) -> None:
    """Ask about letters whose sender died between the first byte and the reply."""
    lost = Outbox.objects.filter(
        stage=Outbox.Stage.TRANSMITTING, begun_at__lt=clock.now() - TRANSMISSION_LOST_AFTER
    )
    for outbox in lost:
        note_sending.unknown(outbox, _CUT_OFF, clock)


_CUT_OFF = (
    "The program that was sending it stopped before the mail server had answered. Look in the Sent "
    "folder or ask the requester, then say below whether it left."
)


def _look_after_sent_mail(clock: Clock) -> None:
    """Queue the search for letters in doubt, and the copies that are still missing."""
    for outbox in Outbox.objects.filter(stage=Outbox.Stage.UNKNOWN):
        if still_searched(outbox):
            queue.enqueue(queue.LOOK_FOR_LETTER, outbox.pk)
    missing = Outbox.objects.filter(
        Q(copy_try_at__isnull=True) | Q(copy_try_at__lte=clock.now()),
        stage__in=LEFT,
        copy=Outbox.Copy.OPEN,
        finished_at__gt=clock.now() - TRIED_FOR,
    )
    for outbox in missing:
        queue.enqueue(queue.KEEP_SENT_COPY, outbox.pk)
