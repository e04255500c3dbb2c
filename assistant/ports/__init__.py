"""The outside world as small protocols: mailbox, post box, library, documents, writer, clock.

One door opens inward: the listener hands what a mail server brought to a use case it was given.

Services are given these and nothing else of the outside. assistant/adapters holds the real ones,
tests/fakes.py working stand-ins; the same contract tests run over both.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal, Protocol

from assistant.domain.errors import TryAgainLater
from assistant.domain.inspection.findings import Sighting
from assistant.domain.letters.structure import Element
from assistant.ports.allowance import Allowance
from assistant.ports.library import (
    Compared,
    Fit,
    Hit,
    IndexGone,
    LaidOut,
    Library,
    Loader,
    Uploads,
)
from assistant.ports.writer import (
    Call,
    Choice,
    NotUsable,
    Offered,
    PartToWrite,
    Refined,
    RefiningTask,
    Sentence,
    Span,
    Understood,
    Writer,
    WritingTask,
    Written,
    WrittenPart,
)

__all__ = [
    "Allowance",
    "Arrival",
    "Begun",
    "Call",
    "Choice",
    "Clock",
    "Compared",
    "DocumentText",
    "Documents",
    "Envelope",
    "Fit",
    "FolderState",
    "Hit",
    "IndexGone",
    "Inspector",
    "LaidOut",
    "Library",
    "Loader",
    "Mailbox",
    "NotUsable",
    "Offered",
    "Outcome",
    "PartToWrite",
    "Particulars",
    "Postbox",
    "Refined",
    "RefiningTask",
    "Refused",
    "SentFolder",
    "Sentence",
    "ServerBusy",
    "Span",
    "Submission",
    "TakeSubmissions",
    "Taken",
    "Typesetter",
    "Understood",
    "Unreadable",
    "Uploads",
    "Writer",
    "WritingTask",
    "Written",
    "WrittenPart",
]


@dataclass(frozen=True, slots=True)
class FolderState:
    """What a server says when a folder is opened (RFC 3501 section 2.3.1.1).

    `uidvalidity` names the present numbering of the folder: when it differs from the one on record,
    the same numbers may stand for other messages. `uidnext` is a number above every message the
    folder holds now, and `messages` how many it holds.
    """

    uidvalidity: int
    uidnext: int
    messages: int = 0


@dataclass(frozen=True, slots=True)
class Arrival:
    """One message as the server holds it, byte for byte.

    `received_at` is the server's own time of receipt (INTERNALDATE), aware; the statutory clock
    runs from it and never from the Date header, which the sender writes (FOIA s10(1), (6)).
    """

    folder: str
    uidvalidity: int
    uid: int
    received_at: datetime
    raw: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A message which the server lists and does not hand over: a person has to look at it there."""

    folder: str
    uidvalidity: int
    uid: int
    reason: str


class Mailbox(Protocol):
    """One mailbox on a server. Nothing in it is ever changed, but where `put_away` is asked to.

    One connection is kept from `open` to `close`. Every method raises TryAgainLater when the server
    is gone or too slow, and NotAllowed when it refuses the sign-in or has no such folder; the
    message says which and what to do.
    """

    def open(self, folder: str) -> FolderState:
        """Open `folder` without changing it (EXAMINE) and return its state."""
        ...

    def arrivals(self, after_uid: int, *, limit: int) -> Iterator[Arrival | Unreadable]:
        """Yield up to `limit` messages of the opened folder whose UID is above `after_uid`.

        They come in ascending order of UID. A message expunged meanwhile is left out.
        """
        ...

    def uids(self) -> list[int]:
        """Return the UID of every message that the opened folder holds now, ascending."""
        ...

    def fetch(self, uids: Sequence[int]) -> Iterator[Arrival | Unreadable]:
        """Yield these messages of the opened folder, ascending; an expunged one is left out."""
        ...

    def wait(self, seconds: float) -> bool:
        """Wait until something happens in the opened folder, at most so long; return whether.

        The server tells it by IDLE (RFC 2177) where it can, and a silence of the whole time is as
        good as news: the caller looks at the folder afterwards in either case.
        """
        ...

    def put_away(self, uids: Sequence[int], *, move_to: str = "") -> None:
        """Flag messages that are stored, or move them to a folder, as a courtesy to colleagues.

        Called after their commit alone. A message that is gone meanwhile is no error.
        """
        ...

    def close(self) -> None:
        """Sign out; never raises, and may be called more than once."""
        ...


class SentFolder(Protocol):
    """The folder of sent mail of one mailbox: where a letter that left may be found.

    Every method raises TryAgainLater and NotAllowed as those of Mailbox do.
    """

    def holds(self, message_id: str, *, mark: str = "") -> bool:
        """Say whether it holds a message with this Message-ID, or with this X-FOI-Letter mark.

        Some servers give a message another Message-ID as it leaves, and keep the first one in
        X-Microsoft-Original-Message-ID, which counts too.
        """
        ...

    def append(self, message: bytes, *, at: datetime) -> None:
        """Put a copy of a letter there, marked as read, dated `at` (aware)."""
        ...

    def close(self) -> None:
        """Sign out; never raises, and may be called more than once."""
        ...


@dataclass(frozen=True, slots=True)
class Submission:
    """One message that a mail server handed over, with its envelope (RFC 5321 section 2.3.1).

    `sender` is the address that bounces go to, empty for the null path; `recipients` are those that
    were accepted, in the order they were named and each as often as it was. `received_at` is our
    own clock, aware, once the whole message was here. `raw` is what came, with nothing added.
    `handed_over_by` names the server as it named itself, and its address.
    """

    via: Literal["smtp", "lmtp"]
    sender: str
    recipients: tuple[str, ...]
    received_at: datetime
    handed_over_by: str
    raw: bytes = field(repr=False)


class Taken(StrEnum):
    """What became of a submission for one recipient."""

    STORED = "stored"
    LATER = "later"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a submission for one recipient, and why in words fit for its mail server.

    STORED: it is committed, and the server may forget it. LATER: nothing was stored, and the server
    has to keep it. REFUSED: there is no such mailbox, and its sender has to be told.
    """

    taken: Taken
    reason: str = ""


TakeSubmissions = Callable[[Sequence[Submission]], Sequence[Sequence[Outcome]]]
"""What the listener is given: it takes what came at about the same time, to commit it together.

It returns for each submission one outcome for each recipient, in their order. Whatever it raises
counts as LATER for all of them.
"""


@dataclass(frozen=True, slots=True)
class Envelope:
    """A message ready to leave: the exact bytes approved, and for whom (RFC 5321 section 2.3.1).

    `sender` is the address that bounces go to, or empty for none. The first of `recipients` is the
    one the letter is written to. `id` comes back in delivery reports (RFC 3461 section 4.4).
    """

    sender: str
    recipients: tuple[str, ...]
    message: bytes = field(repr=False)
    id: str = ""

    @property
    def recipient(self) -> str:
        """Whom the letter is written to."""
        return self.recipients[0]


@dataclass(frozen=True, slots=True)
class Refused:
    """A recipient that the server would not take, in its words; `for_now` where it may do later."""

    recipient: str
    reply: str
    for_now: bool


class ServerBusy(TryAgainLater):
    """The server takes nothing from us at the moment: all sending has to slow down."""


class Begun(Protocol):
    """What is called when a transmission begins; see Postbox."""

    def __call__(self, refused: Sequence[Refused] = ()) -> None:
        """Record that the letter now leaves to all but `refused`."""
        ...


class Postbox(Protocol):
    """Where approved letters leave. Only the sender is given one."""

    def deliver(self, envelope: Envelope, *, begun: Begun) -> str:
        """Hand `envelope` to the mail server and return the server's last reply.

        `begun` is called once the server has accepted the sender and at least one recipient, before
        the first byte of the message is sent: the caller records there that the transmission has
        begun, and to whom it does not go. What `begun` raises is passed on, and nothing is sent.

        Raises TryAgainLater when the letter surely did not leave and may do so later (server gone
        before `begun`, or any definite 4xx reply; ServerBusy where it asks everybody to slow down),
        NotAllowed when it was definitely refused (5xx), and NeedsAPerson when the connection was
        lost or the time ran out after `begun`, so that nobody can tell whether it left (RFC 1047).
        Where no recipient is accepted, the reply for the first one decides.
        """
        ...


@dataclass(frozen=True, slots=True)
class Particulars:
    """What stands around a letter's words when they are set on paper.

    `title` names the document for programs that read it out, `dated` is the day it bears in its
    own properties. `authority` and `address` (its lines) make the letterhead, `reference` the foot.
    `approved` is false for a draft, and every page of it says so.
    """

    title: str
    dated: date
    authority: str = ""
    address: tuple[str, ...] = ()
    reference: str = ""
    approved: bool = False


class Typesetter(Protocol):
    """Sets a letter's elements on paper, word for word; the same input gives the same bytes.

    Every method raises NotAllowed where the letter cannot be set, saying why and what to do:
    the authority's letterhead cannot be used, no typeface has one of its characters, or it is
    longer than any letter.
    """

    def docx(self, letter: Sequence[Element], particulars: Particulars) -> bytes:
        """Return a letter as a Word document (ECMA-376) on the authority's letterhead."""
        ...

    def pdf(self, letter: Sequence[Element], particulars: Particulars) -> bytes:
        """Return a letter as a tagged PDF that programs can read out (PDF/UA-1)."""
        ...


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The words of a document as far as they could be read, in the canonical form of mail.

    `problem` is empty, or says in whole sentences what is missing and what a person should do.
    `pages` counts pages, slides or sheets, and is 0 where the kind has none. `stopped` says that
    the time ran out: more such files of one message are better left to a person.
    """

    text: str
    problem: str = ""
    pages: int = 0
    stopped: bool = False


class Documents(Protocol):
    """Reads the words of files that people send or that hold past responses.

    Whatever a file holds, it costs bounded time and memory and harms nothing.
    """

    def reads(self, name: str, type_: str, content: bytes) -> bool:
        """Say at once whether this is a kind of document whose words can be read.

        `name` and `type_` (a media type) are what the sender claims; how the bytes begin decides.
        """
        ...

    def text(self, name: str, type_: str, content: bytes) -> DocumentText:
        """Return the words of a document; never raises for what it holds.

        A kind that is not read has neither text nor problem.
        """
        ...


class Inspector(Protocol):
    """Looks into files before they go out, for what they hold beside what a reader sees.

    Whatever a file holds, it costs bounded time and memory and harms nothing.
    """

    def inspect(self, name: str, type_: str, content: bytes) -> tuple[Sighting, ...]:
        """Return what a file hides; never raises for what it holds.

        `name` and `type_` (a media type) are what it is called; how the bytes begin decides. A
        file that cannot be looked into has the sighting "not-inspected".
        """
        ...


class Clock(Protocol):
    """The time of day, so that a test may choose it."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...
