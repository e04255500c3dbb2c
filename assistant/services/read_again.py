"""Read a reply that had no case again once the message that it answers has come to its case."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import QuerySet

from assistant.ports import Clock
from assistant.store import queue
from assistant.store.models import AwaitedMessage, CaseMessage, Message

# The reason that a reply is held for, where nothing here knows what it answers.
UNKNOWN_THREAD = "unknown_thread"
# What others wrote is held till then; what we sent ourselves is kept without a case.
_WITHOUT_A_CASE = (Message.Disposition.HELD, Message.Disposition.AUTOMATIC)


def await_thread(reply: Message) -> None:
    """Remember what a reply answers that has no case because nothing here knows it.

    Call it inside the transaction that holds the reply, or keeps what we sent without a case.
    """
    awaited = {reply.in_reply_to, *reply.references} - {""}
    AwaitedMessage.objects.bulk_create(
        [AwaitedMessage(reply=reply, message_id=message_id) for message_id in sorted(awaited)],
        ignore_conflicts=True,
    )


def read_again(arrived: Sequence[Message], *, clock: Clock) -> int:
    """Queue the held replies to messages that are on a case now; return how many.

    Mail does not come in its order: two servers bring it, or the reader of the first message was
    stopped. A reply that nobody could place then is placed now, unless a person has decided about
    it meanwhile. Call it inside the transaction that files `arrived`.
    """
    here = {(row.authority_id, row.message_id) for row in arrived if row.message_id}
    if not here:
        return 0
    awaiting = _awaiting().filter(message_id__in={message_id for _, message_id in here})
    found = awaiting.values_list("reply_id", "reply__authority_id", "message_id")
    due = {reply_id for reply_id, *message in found if tuple(message) in here}
    return _queue(sorted(due), clock)


def read_late(since: datetime, *, clock: Clock) -> int:
    """Queue the replies held since an instant (aware) whose thread is known now; return how many.

    Two workers may read a reply and what it answers at the same moment, and neither sees what the
    other is about to commit. Called by the sweep.
    """
    awaited = list(
        _awaiting()
        .filter(reply__read_at__gte=since)
        .values_list("reply_id", "reply__authority_id", "message_id")
    )
    known = set(
        CaseMessage.objects.filter(
            message__message_id__in={message_id for _, _, message_id in awaited}
        ).values_list("message__authority_id", "message__message_id")
    )
    due = {reply_id for reply_id, *message in awaited if tuple(message) in known}
    return _queue(sorted(due), clock)


def _awaiting() -> "QuerySet[AwaitedMessage]":
    """Return what the replies answer that have no case, and that nobody has decided about."""
    return AwaitedMessage.objects.filter(
        reply__disposition__in=_WITHOUT_A_CASE, reply__resolution=Message.Resolution.NONE
    )


def _queue(due: list[int], clock: Clock) -> int:
    """Let them be read again, unless somebody settles them at this moment."""
    if not due:
        return 0
    count = Message.objects.filter(
        pk__in=due, disposition__in=_WITHOUT_A_CASE, resolution=Message.Resolution.NONE
    ).update(disposition=Message.Disposition.PENDING, attempts=0, queued_at=clock.now())
    AwaitedMessage.objects.filter(reply_id__in=due).delete()
    queue.enqueue_all(queue.READ_MESSAGE, due)
    return count
