"""The envelope that a message came in, where a mail server handed it over."""

from assistant.store.models import Message
from assistant.store.packing import unpack


def as_delivered(message: Message) -> bytes:
    """Return a message's bytes with the Return-Path line of its final delivery on top.

    What was fetched from a mailbox has it already, from the server that put it there. What was
    handed over here has not: its bytes are kept as they came, the path beside them, and reading
    wants both, because an empty path is the mark of a report (RFC 5321 sections 4.4 and 4.5.5).
    """
    raw = unpack(message.raw.compressed)
    handed_over = message.deliveries.exclude(sender=None).order_by("pk").first()
    if handed_over is None:
        return raw
    return f"Return-Path: <{handed_over.sender}>\r\n".encode() + raw
