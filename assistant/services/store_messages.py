"""Store what messages are made of, each content once, and queue its reading with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from assistant.domain.mail.identity import content_sha256
from assistant.store import queue
from assistant.store.models import Authority, Message, RawMessage
from assistant.store.packing import pack


@dataclass(frozen=True, slots=True)
class Content:
    """A message made ready to be stored: its identity, and its bytes as a row keeps them."""

    sha256: str
    size: int
    received_at: datetime
    packed: bytes = field(repr=False)


def content_of(raw: bytes, received_at: datetime) -> Content:
    """Make a message ready; the slow part of storing it, to be done outside the transaction."""
    return Content(content_sha256(raw), len(raw), received_at, pack(raw))


def store_messages(
    authority: Authority, contents: Sequence[Content], *, at: datetime
) -> tuple[dict[str, int], set[str]]:
    """Store what is not here yet, and queue it for reading, inside the caller's transaction.

    Returns the id of each content's row by its SHA-256, and which of them are new. `at` is now.
    """
    ids: dict[str, int] = {}
    fresh = set()
    for content in contents:
        message, new = Message.objects.get_or_create(
            authority=authority,
            content_sha256=content.sha256,
            defaults={"size": content.size, "received_at": content.received_at, "queued_at": at},
        )
        if new:
            RawMessage.objects.create(message=message, compressed=content.packed)
            queue.enqueue(queue.READ_MESSAGE, message.pk)
            fresh.add(content.sha256)
        elif content.received_at < message.received_at:
            Message.objects.filter(pk=message.pk).update(received_at=content.received_at)
        ids[content.sha256] = message.pk
    return ids, fresh
