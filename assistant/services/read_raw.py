"""Hand out a stored message or one of its attachments as bytes, for download only."""

from assistant.domain.errors import NotAllowed
from assistant.domain.mail.message import Attachment
from assistant.domain.mail.mime import read
from assistant.store.models import RawMessage, User
from assistant.store.packing import unpack


def raw_message(message_id: int, *, by: User) -> bytes:
    """Return the bytes of a message as they came; raises NotAllowed where there are none."""
    raw = RawMessage.objects.filter(message_id=message_id, message__authority=by.authority).first()
    if raw is None:
        raise NotAllowed("The mail server never handed this message over, so there is no file.")
    return unpack(raw.compressed)


def attachment(message_id: int, position: int, *, by: User) -> Attachment:
    """Return the attachment at a position (from 0) of a message."""
    attachments = read(raw_message(message_id, by=by)).attachments
    if not 0 <= position < len(attachments):
        raise NotAllowed("The message has no such attachment.")
    return attachments[position]
