"""The envelope that a message came in, where a mail server handed it over."""

from collections.abc import Iterable

from assistant.store.models import Message
from assistant.store.packing import unpack
from assistant.store.threads import Place


def as_delivered(message: Message, places: Iterable[Place]) -> bytes:
    """Return a message's bytes with the Return-Path line of its final delivery on top.

    `places` are where it was delivered. What was fetched from a mailbox has the line already, from
    the server that put it there. What was handed over here has not: its bytes are kept as they
    came, the path beside them, and reading wants both, because an empty path is the mark of a
    report (RFC 5321 sections 4.4 and 4.5.5).
    """
    raw = unpack(message.raw.compressed)
    handed_over = next((each.sender for each in places if each.sender is not None), None)
    return raw if handed_over is None else f"Return-Path: <{handed_over}>\r\n".encode() + raw
