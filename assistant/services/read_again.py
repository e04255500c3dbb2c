"""Read a held reply again once the message that it answers has come to its case."""

from datetime import datetime

from django.db.models import QuerySet

from assistant.ports import Clock
from assistant.store import queue
from assistant.store.models import CaseMessage, Message

# The reason that a reply is held for, where nothing here knows what it answers.
UNKNOWN_THREAD = "unknown_thread"


def read_again(arrived: Message, *, clock: Clock) -> int:
    """Queue the held replies to a message that is on a case now; return how many.

    Mail does not come in its order: two servers bring it, or the reader of the first message was
    stopped. A reply that nobody could place then is placed now, unless a person has decided about
    it meanwhile. Call it inside the transaction that files `arrived`.
    """
    if not arrived.message_id:
        return 0
    held = _held().filter(authority_id=arrived.authority_id)
    due = [row.pk for row in held if arrived.message_id in _answered_by(row)]
    return _queue(due, clock)


def read_late(since: datetime, *, clock: Clock) -> int:
    """Queue the replies held since an instant (aware) whose thread is known now; return how many.

    Two workers may read a reply and what it answers at the same moment, and neither sees what the
    other is about to commit. Called by the sweep.
    """
    held = [row for row in _held().filter(read_at__gte=since) if _answered_by(row)]
    wanted = {message_id for row in held for message_id in _answered_by(row)}
    known = set(
        CaseMessage.objects.filter(message__message_id__in=wanted).values_list(
            "message__authority_id", "message__message_id"
        )
    )
    due = [
        row.pk
        for row in held
        if any((row.authority_id, message_id) in known for message_id in _answered_by(row))
    ]
    return _queue(due, clock)


def _held() -> "QuerySet[Message]":
    """Return the replies that wait for a person."""
    return Message.objects.filter(
        disposition=Message.Disposition.HELD,
        resolution=Message.Resolution.NONE,
        verdict="follow-up",
    ).only("authority_id", "in_reply_to", "references", "reasons")


def _answered_by(row: Message) -> set[str]:
    """Return what a reply answers, where it is held because nobody knew that."""
    unknown = any(reason["rule"] == UNKNOWN_THREAD for reason in row.reasons)
    return {row.in_reply_to, *row.references} - {""} if unknown else set()


def _queue(due: list[int], clock: Clock) -> int:
    """Let them be read again, unless somebody settles them at this moment."""
    count = Message.objects.filter(
        pk__in=due, disposition=Message.Disposition.HELD, resolution=Message.Resolution.NONE
    ).update(disposition=Message.Disposition.PENDING, attempts=0, queued_at=clock.now())
    queue.enqueue_all(queue.READ_MESSAGE, due)
    return count
