"""Read a held reply again once the message that it answers has come to its case."""

from assistant.ports import Clock
from assistant.store import queue
from assistant.store.models import Message

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
    held = Message.objects.filter(
        authority_id=arrived.authority_id,
        disposition=Message.Disposition.HELD,
        resolution=Message.Resolution.NONE,
        verdict="follow-up",
    ).only("in_reply_to", "references", "reasons")
    due = [row.pk for row in held if _waits_for(row, arrived.message_id)]
    Message.objects.filter(pk__in=due).update(
        disposition=Message.Disposition.PENDING, attempts=0, queued_at=clock.now()
    )
    queue.enqueue_all(queue.READ_MESSAGE, due)
    return len(due)


def _waits_for(row: Message, message_id: str) -> bool:
    """Say whether a held message answers this one, and is held for nothing else than that."""
    unknown = any(reason["rule"] == UNKNOWN_THREAD for reason in row.reasons)
    return unknown and message_id in {row.in_reply_to, *row.references}
