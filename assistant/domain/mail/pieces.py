"""Pieces of readable text on their way from a message's parts to its canonical text."""

from dataclasses import dataclass, field

from assistant.domain.mail.message import Attachment, Removed


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of readable text, not yet rendered; `forwarded` where another message holds it.

    `kind` is "plain" or "html". A `spare` piece (an invitation, a winmail.dat) is read only where
    the message says nothing in its own words.
    """

    kind: str
    source: str
    forwarded: bool = False
    spare: bool = False


@dataclass(slots=True)
class Body:
    """What `read_body` found. `own` is how much of `text` is the message's own, not forwarded."""

    text: str = ""
    own: int = 0
    attachments: tuple[Attachment, ...] = ()
    removed: list[Removed] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)
    status_parts: list[bytes] = field(default_factory=list)
    original: bytes = b""
