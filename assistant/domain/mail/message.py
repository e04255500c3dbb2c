"""A message as the rest of the assistant sees it, whatever bytes it came from."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Address:
    """A display name and an addr-spec (RFC 5322 section 3.4); either may be empty."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of Python code points in a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message; `name` is safe to show and to save under."""

    name: str
    type: str
    size: int
    sha256: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Removed:
    """Something hidden in the message that was taken out of its text, and what it said."""

    what: str
    text: str


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """A delivery status notification (RFC 3464) of one recipient, and which message it is about.

    `action` is failed, delayed, delivered, relayed or expanded; `status` an enhanced status code
    (RFC 3463) or empty; `words` what the server said. The message is named by its Message-ID, or by
    the X-FOI-Letter mark that our letters bear; either may be empty.
    """

    action: str
    status: str
    recipient: str
    original_message_id: str
    mark: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One e-mail, read: canonical text, who wrote it, and everything that was odd about it.

    `text` is the whole readable body; `reply_spans` say which of it the sender wrote this time.
    `headers` are (lower-case name, decoded value) pairs in order. `defects` name what could not be
    read, `removed` what was hidden in the text and has been taken out. `date` is what the sender
    claims, aware where it carried an offset; the date of receipt never comes from it. `reports` are
    those of a delivery report, one a recipient, the worst first.
    """

    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    date: datetime | None
    text: str
    reply_spans: tuple[Span, ...]
    attachments: tuple[Attachment, ...]
    removed: tuple[Removed, ...]
    defects: tuple[str, ...]
    headers: tuple[tuple[str, str], ...] = field(repr=False, default=())
    reports: tuple[DeliveryReport, ...] = ()

    def header(self, name: str) -> str:
        """Return the first value of a header, or an empty string."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key == wanted), "")

    @property
    def report(self) -> DeliveryReport | None:
        """The delivery report of the recipient that fared worst, or None where there is none."""
        return self.reports[0] if self.reports else None

    @property
    def written(self) -> str:
        """What the sender wrote this time, history left out."""
        return "".join(self.text[span.start : span.end] for span in self.reply_spans)
