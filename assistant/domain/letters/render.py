"""Turns a draft's words into what leaves: wrapped text, and the bytes of the message.

The same input gives the same bytes, because an approval is bound to their SHA-256.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from assistant.domain.letters.blocks import Draft, Enclosure
from assistant.domain.letters.tables import laid_out, table_at

WIDTH = 78
REFERENCES_LIMIT = 1500
_SIGNATURE = "-- "

_MESSAGE_ID = re.compile(r"<?([!-;=?-~]{1,900})>?")
_ADDRESS = re.compile(r"[!#-'*+\-/-9=?A-Z^-~.]{1,64}@[A-Za-z0-9\[][A-Za-z0-9.:\-\]]{0,250}")
_MARK = re.compile(r"[0-9A-Za-z-]{1,100}")
# Outlook's place in a conversation, as base64: 22 bytes, and five more for each answer.
_THREAD_INDEX = re.compile(r"[0-9A-Za-z+/]{28,800}={0,2}")
_TYPE = re.compile(r"(?!multipart/|message/)[a-z0-9.+-]+/[a-z0-9.+-]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Who writes or is written to: a display name, which may be empty, and an addr-spec."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Thread:
    """Where a letter stands in the requester's own conversation.

    `parent` is the Message-ID it answers, `earlier` are those before it, oldest first; they may
    stand with or without their angle brackets. `index` and `topic` are what Outlook sorts by: the
    Thread-Index and Thread-Topic headers of the message that is answered, or empty.
    """

    parent: str = ""
    earlier: Sequence[str] = ()
    index: str = ""
    topic: str = ""


ALONE = Thread()


def render_text(draft: Draft) -> str:
    """Return a draft's text as it leaves: lines of at most 78 columns, RFC 3676 format=flowed."""
    return flowed(draft.text)


def flowed(text: str) -> str:
    """Wrap a text as RFC 3676 asks: a line that goes on ends with a space, others never do.

    Lines that begin with a space, ">" or "From " are space-stuffed (section 4.4). A word longer
    than a line stays whole. The rows of a table that fits keep their columns. The words are those
    that came in.
    """
    given = text.split("\n")
    lines: list[str] = []
    at = 0
    while at < len(given):
        table = table_at(given, at)
        used = table[1] if table else 1
        rows = laid_out(given[at : at + used]) if table else ()
        if rows and all(len(row) < WIDTH for row in rows):
            lines += [_stuffed(row) for row in rows]
        else:
            lines += [line for each in given[at : at + used] for line in _wrapped(each)]
        at += used
    return "\n".join(lines)


def unflowed(text: str) -> str:
    """Return what `flowed` wrapped, a line for each that came in (RFC 3676 section 4.2)."""
    lines: list[str] = []
    goes_on = False
    for raw in text.split("\n"):
        line = raw.removeprefix(" ")
        if goes_on:
            lines[-1] += line
        else:
            lines.append(line)
        goes_on = line.endswith(" ") and line != _SIGNATURE
    return "\n".join(lines)


def _wrapped(line: str) -> list[str]:
    """Wrap one line; all but its last end with the space that says it goes on."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    words = line.split()
    if not words:
        return [""]
    lines, current = [], indent + words[0]
    for word in words[1:]:
        # One column is for the space that a soft line end needs, one for a stuffed first space.
        # "-- " alone would begin a signature and never go on (section 4.3).
        if len(current) + 1 + len(word) > WIDTH - 2 and f"{current} " != _SIGNATURE:
            lines.append(f"{current} ")
            current = word
        else:
            current = f"{current} {word}"
    return [_stuffed(entry) for entry in [*lines, current]]


def _stuffed(line: str) -> str:
    """Space-stuff a line that a reader of mail could take for a quotation or a separator."""
    return f" {line}" if line.startswith((" ", ">", "From ")) else line


def render_message(
    draft_text: str,
    *,
    sender: Correspondent,
    recipient: Correspondent,
    subject: str,
    message_id: str,
    date: datetime,
    thread: Thread = ALONE,
    copies: Sequence[Correspondent] = (),
    mark: str = "",
    enclosures: Sequence[Enclosure] = (),
    html: str = "",
    automatic: bool = False,
) -> bytes:
    """Return the whole message, RFC 5322 with CRLF line ends, the same for the same input.

    `html` are the same words as a page; with it the message is multipart/alternative, the plain
    text first (RFC 2046 section 5.1.4). `date` is aware; message ids of the thread that are not
    ASCII words are left out. `copies` get the letter too, in Cc. `mark` stands in X-FOI-Letter and
    says nothing but which letter it is. `automatic` says that no person approved this very letter
    (RFC 3834: Auto-Submitted). A line end in a name, a subject or a file's name is a space, never a
    new header. Raises ValueError where an address, the mark or the message id is unusable, the date
    is naive, or the text cannot be encoded.
    """
    if date.tzinfo is None:
        raise ValueError("a message's date carries its offset")
    own = _id(message_id)
    if not own:
        raise ValueError("the message id is not usable")
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = _address(sender)
    message["To"] = _address(recipient)
    if copies:
        message["Cc"] = [_address(each) for each in copies]
    message["Subject"] = _one_line(subject)
    message["Date"] = format_datetime(date)
    for name, value in _further_headers(mark, thread, subject, automatic=automatic):
        message[name] = value
    message.set_content(
        flowed(draft_text),
        charset="utf-8",
        cte="quoted-printable",
        params={"format": "flowed"},
    )
    if html:
        message.add_alternative(html, subtype="html", charset="utf-8", cte="quoted-printable")
    for enclosure in enclosures:
        _enclose(message, enclosure)
    nested = [part for part in message.walk() if part.is_multipart()]
    for number, part in enumerate(nested):
        part.set_boundary(_boundary(number, draft_text, html, enclosures))
    return _thread_headers(own, thread) + message.as_bytes()


def _further_headers(
    mark: str, thread: Thread, subject: str, *, automatic: bool
) -> Iterator[tuple[str, str]]:
    """Yield what programs read: which letter it is, Outlook's topic, whether a machine wrote it."""
    if mark and not _MARK.fullmatch(mark):
        raise ValueError("the mark is not usable")
    if mark:
        yield "X-FOI-Letter", mark
    if _THREAD_INDEX.fullmatch(thread.index):
        yield "Thread-Topic", _one_line(thread.topic or subject)
    if automatic:
        yield "Auto-Submitted", "auto-replied"
        # Exchange answers no such message by itself, neither with absences nor with receipts.
        yield "X-Auto-Response-Suppress", "All"


def words_of(message: bytes) -> tuple[str, ...]:
    """Return the words of a message's text, read back from its bytes and unwrapped.

    Raises ValueError where the message has no text.
    """
    return tuple(text_of(message).split())


def text_of(message: bytes) -> str:
    """Return a message's text as it was before it was wrapped, line ends LF.

    Raises ValueError where the message has no text.
    """
    text = _body(message, "plain")
    if text is None:
        raise ValueError("the message has no text")
    return unflowed(text)


def html_of(message: bytes) -> str:
    """Return the HTML that goes along with a message's text, or nothing."""
    return _body(message, "html") or ""


def enclosures_in(message: bytes) -> tuple[Enclosure, ...]:
    """Return the files that go along with a message, in their order."""
    # The policy's type is EmailMessage; the stub of message_from_bytes knows only its parent.
    parsed = message_from_bytes(message, policy=policy.SMTP)
    return tuple(
        Enclosure(part.get_filename() or "", part.get_content_type(), bytes(_content(part)))
        for part in parsed.iter_attachments()
    )


def _content(part: EmailMessage) -> bytes:
    """Return the bytes of a file in a message."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _body(message: bytes, subtype: str) -> str | None:
    """Return a message's text of one kind, line ends LF."""
    # The policy's type is EmailMessage; the stub of message_from_bytes knows only its parent.
    parsed = message_from_bytes(message, policy=policy.SMTP)
    body = parsed.get_body(preferencelist=(subtype,))
    return None if body is None else str(body.get_content()).replace("\r\n", "\n")


def _one_line(text: str) -> str:
    """Return a text on one line, without control characters or half a surrogate pair."""
    shown = "".join(c if c.isprintable() or c.isspace() else " " for c in text)
    return " ".join(shown.encode("utf-8", "replace").decode().split())


def _address(who: Correspondent) -> Address:
    """Return a header's address; raises ValueError where it could not be delivered to."""
    if not _ADDRESS.fullmatch(who.address):
        raise ValueError(f"“{_one_line(who.address)}” is not an address that mail can be sent to")
    local, _, domain = who.address.rpartition("@")
    return Address(display_name=_one_line(who.name), username=local, domain=domain)


def _id(text: str) -> str:
    """Return a message id in angle brackets, or nothing where it is no ASCII word."""
    match = _MESSAGE_ID.fullmatch(text.strip())
    return f"<{match[1]}>" if match else ""


def _thread_headers(own: str, thread: Thread) -> bytes:
    """Return Message-ID, In-Reply-To, References and Thread-Index, one id a line.

    They are written here, not by the email package, which folds a long id into an RFC 2047 word;
    such an id no longer names its thread.
    """
    headers = [f"Message-ID: {own}\r\n"]
    parent = _id(thread.parent)
    if parent:
        headers.append(f"In-Reply-To: {parent}\r\n")
    chain = _trimmed([found for found in map(_id, thread.earlier) if found], parent)
    if chain:
        headers.append("References: " + "\r\n ".join(chain) + "\r\n")
    if _THREAD_INDEX.fullmatch(thread.index):
        headers.append(f"Thread-Index: {thread.index}\r\n")
    return "".join(headers).encode("ascii")


def _trimmed(ids: Sequence[str], parent: str) -> list[str]:
    """Return the ids of a thread without repeats: the first, and as many of the latest as fit."""
    chain = list(dict.fromkeys(entry for entry in ids if entry != parent))
    chain += [parent] if parent else []
    if not chain:
        return []
    kept, room = [], REFERENCES_LIMIT - len(chain[0])
    for entry in reversed(chain[1:]):
        room -= len(entry) + 1
        if room < 0:
            break
        kept.append(entry)
    # The parent is what threads the answer: where both do not fit, the first gives way.
    if parent and parent != chain[0] and parent not in kept:
        return [parent]
    return [chain[0], *reversed(kept)]


def _enclose(message: EmailMessage, enclosure: Enclosure) -> None:
    """Add a file, base64, under a name without folders (RFC 2231 where it is not ASCII)."""
    kind = enclosure.type if _TYPE.fullmatch(enclosure.type) else "application/octet-stream"
    maintype, _, subtype = kind.partition("/")
    name = re.sub(r"[/\\]", "_", _one_line(enclosure.name)) or "attachment"
    message.add_attachment(enclosure.content, maintype=maintype, subtype=subtype, filename=name)


def _boundary(number: int, text: str, html: str, enclosures: Sequence[Enclosure]) -> str:
    """Return a boundary that depends on nothing but what it separates, and how deep it stands."""
    digest = hashlib.sha256(f"{number} {text} {html}".encode("utf-8", "replace"))
    for enclosure in enclosures:
        digest.update(hashlib.sha256(enclosure.content).digest())
    return f"=_{digest.hexdigest()[:40]}"
