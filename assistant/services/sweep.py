"""Queue again what nobody finished: the queue itself neither retries nor rescues.

Every task is idempotent by the state of its row, so a task queued twice does its work once.
"""

from datetime import timedelta

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.ports import Clock
from assistant.store import queue
from assistant.store.events import record
from assistant.store.models import Draft, Message, Outbox

# A server may take ten minutes to answer a letter (RFC 5321 section 4.5.3.2.6); the sender waits
# for it so long. A transmission that has stood longer was cut off by a crash.
TRANSMISSION_LOST_AFTER = timedelta(minutes=15)


def sweep(*, clock: Clock, stale_seconds: float) -> int:
    """Queue messages, drafts and letters that are still due; return how many.

    `stale_seconds` is how long queued work is left alone. A letter whose transmission had begun
    when its sender died is marked unknown and never queued: a person has to look.
    """
    before = clock.now() - timedelta(seconds=stale_seconds)
    count = 0
    with transaction.atomic():
        messages = Message.objects.select_for_update(skip_locked=True).filter(
            disposition=Message.Disposition.PENDING, queued_at__lt=before
        )
        for message in messages:
            _again(message, queue.READ_MESSAGE, clock)
            count += 1
        drafts = Draft.objects.select_for_update(skip_locked=True).filter(
            state=Draft.State.QUEUED, queued_at__lt=before
        )
        for draft in drafts:
            _again(draft, queue.COMPOSE_DRAFT, clock)
            count += 1
        letters = Outbox.objects.select_for_update(skip_locked=True).filter(
            stage=Outbox.Stage.READY, queued_at__lt=before, next_try_at__lte=clock.now()
        )
        for letter in letters:
            _again(letter, queue.SEND_LETTER, clock)
            count += 1
    _give_up_on_lost_transmissions(clock)
    queue.prune(clock.now())
    return count


def _again(row: Message | Draft | Outbox, task: str, clock: Clock) -> None:
    """Queue a row's task once more."""
    row.queued_at = clock.now()
    row.save(update_fields=["queued_at"])
    queue.enqueue(task, row.pk)


def _give_up_on_lost_transmissions(clock: Clock) -> None:
    """Ask a person about letters whose sender died between the first byte and the reply."""
    with transaction.atomic():
        lost = Outbox.objects.select_for_update(skip_locked=True, of=("self",)).filter(
            stage=Outbox.Stage.TRANSMITTING,
            begun_at__lt=clock.now() - TRANSMISSION_LOST_AFTER,
        )
        for outbox in lost.select_related("letter__case"):
            outbox.stage = Outbox.Stage.UNKNOWN
            outbox.problem = (
                "The program that was sending it stopped before the mail server had answered. Look "
                "in the Sent folder or ask the requester, then say below whether it left."
            )
            outbox.save(update_fields=["stage", "problem"])
            record(
                outbox.letter.case,
                EventKind.SENDING_UNKNOWN,
                by=None,
                at=clock.now(),
                letter=outbox.letter_id,
            )
