"""An approved letter read back from the exact message, for showing it as it left."""

from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from assistant.store.models import Letter
from assistant.store.packing import unpack


@dataclass(frozen=True, slots=True)
class ShownLetter:
    """The words of a letter, the names of the files that go with it, whether HTML goes along."""

    text: str
    files: tuple[str, ...]
    has_html: bool


def shown_letter(letter: Letter) -> ShownLetter:
    """Return what a letter says, from the bytes that were approved (RFC 5322)."""
    message = message_from_bytes(unpack(letter.compressed), _class=EmailMessage, policy=default)
    body = message.get_body(preferencelist=("plain",))
    text = body.get_content() if body is not None else ""
    names = (part.get_filename() or "unnamed file" for part in message.iter_attachments())
    has_html = message.get_body(preferencelist=("html",)) is not None
    return ShownLetter(text=str(text), files=tuple(names), has_html=has_html)
