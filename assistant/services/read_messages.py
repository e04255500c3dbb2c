"""Read several stored messages, one after another; what goes wrong with one stays with it."""

import logging
from collections.abc import Sequence

from assistant.ports import Clock, Documents
from assistant.services.read_message import read_message

logger = logging.getLogger(__name__)


def read_messages(
    message_ids: Sequence[int], *, clock: Clock, documents: Documents | None = None
) -> None:
    """Read each message and give it its disposition; `documents` read what is attached.

    One whose reading fails is left as it is: it is due still, is queued again by the sweep, and
    held for a person after three attempts.
    """
    for message_id in message_ids:
        try:
            read_message(message_id, clock=clock, documents=documents)
        except Exception:
            logger.exception("Message %d could not be read; it will be tried again", message_id)
