"""Store messages, each content once, in the transaction that queues their reading."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from assistant.domain.mail.identity import content_sha256, message_id_of
from assistant.store import queue
from assistant.store.models import Authority, Message, RawMessage
from assistant.store.packing import pack


@dataclass(frozen=True, slots=True)
class Content:
    """A message made ready to be stored: its identity, and its bytes as a row keeps them.

    `size` is in bytes, `received_at` aware. `message_id` is as the header says it, so that a reply
    can tell that what it answers is here before that has been read. `imported` says that it is old
    mail, which nobody is sent an acknowledgement for. `held` is the reason why a person has to look
    at it, if any.
    """

    sha256: str
    size: int
    received_at: datetime
    packed: bytes | None = field(repr=False)
    imported: bool = False
    message_id: str = ""
    subject: str = ""
    held: tuple[tuple[str, str], ...] = ()


def content_of(raw: bytes, received_at: datetime, *, imported: bool = False) -> Content:
    """Make a message ready; the slow part of storing it, to be done outside the transaction."""
    return Content(
        sha256=content_sha256(raw),
        size=len(raw),
        # A time that UTC cannot say (OverflowError) is known here, before any database meets it.
        received_at=received_at.astimezone(UTC),
        packed=pack(raw),
        imported=imported,
        message_id=message_id_of(raw),
    )


def store_messages(
    authority: Authority, contents: Sequence[Content], *, at: datetime
) -> tuple[dict[str, int], set[str]]:
    """Store what is not here yet, and queue it for reading, inside the caller's transaction.

    Returns the id of each content's row by its SHA-256, and which of them are new. `at` is now.
    """
    given = {content.sha256: content for content in reversed(contents)}
    known = {
        row.content_sha256: row
        for row in Message.objects.filter(authority=authority, content_sha256__in=list(given)).only(
            "pk", "content_sha256", "received_at"
        )
    }
    fresh = [content for sha256, content in given.items() if sha256 not in known]
    fresh.reverse()
    made = Message.objects.bulk_create([_row(authority, content, at) for content in fresh])
    RawMessage.objects.bulk_create(
        RawMessage(message=row, compressed=content.packed)
        for row, content in zip(made, fresh, strict=True)
        if content.packed is not None
    )
    queue.enqueue_all(
        queue.READ_MESSAGE,
        [row.pk for row in made if row.disposition == Message.Disposition.PENDING],
    )
    _take_earliest({**known, **{row.content_sha256: row for row in made}}, contents)
    ids = {row.content_sha256: row.pk for row in (*known.values(), *made)}
    return ids, {content.sha256 for content in fresh}


def _row(authority: Authority, content: Content, at: datetime) -> Message:
    """Return a new row, to be read soon, or held at once."""
    row = Message(
        authority=authority,
        content_sha256=content.sha256,
        size=content.size,
        received_at=content.received_at,
        queued_at=at,
        imported=content.imported,
        message_id=content.message_id,
    )
    if content.held:
        row.disposition = Message.Disposition.HELD
        row.subject, row.read_at = content.subject, at
        row.reasons = [{"rule": rule, "detail": detail} for rule, detail in content.held]
    return row


def _take_earliest(rows: dict[str, Message], contents: Sequence[Content]) -> None:
    """Date each message by the earliest of our servers to have it (s.10(6) FOIA).

    A case already opened keeps the date its officer has seen, until a person corrects it.
    """
    for content in contents:
        row = rows[content.sha256]
        if content.received_at < row.received_at:
            row.received_at = content.received_at
            Message.objects.filter(pk=row.pk, received_at__gt=content.received_at).update(
                received_at=content.received_at
            )
