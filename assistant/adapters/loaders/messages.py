"""Reads e-mails for the library: the authority's letter, what it attaches, what it answers."""

from collections.abc import Iterator
from pathlib import Path

from assistant.adapters.loaders.given import Given, unread, whole
from assistant.domain.library.exchanges import (
    EMPTY,
    NOT_OURS,
    NOTHING_DECIDED,
    Speaker,
    decides_nothing,
    speaker_of,
)
from assistant.domain.library.precedents import (
    LeftOut,
    Loaded,
    Precedent,
    UnreadableFile,
)
from assistant.domain.mail.history import older_messages
from assistant.domain.mail.message import Attachment, Message
from assistant.domain.mail.mime import read
from assistant.domain.mail.screening import Verdict, screen
from assistant.domain.mail.subjects import base_subject

_AUTOMATIC = "A program wrote it, and no person."
# A cover note of fewer words than this says nothing that the attached letter does not.
_COVER_NOTE = 60
_MOST_ATTACHMENTS = 10
_LETTER = "dear "
_HEAD = "Content-Type: text/plain; charset=utf-8\nMIME-Version: 1.0\n"


def load_message(path: Path, given: Given) -> Iterator[Loaded]:
    """Yield the response that an .eml or .msg file holds, or why it cannot be taken."""
    opened = whole(path, given)
    if not isinstance(opened, tuple):
        yield opened
        return
    content, digest = opened
    if path.suffix.lower() == ".msg":
        said = given.documents.text(path.name, "", content)
        if said.problem or not said.text.strip():
            yield unread(str(path), said.problem or EMPTY)
            return
        content = (_HEAD + said.text).encode("utf-8", "replace")
    yield from responses_in(read(content), given, place=str(path), digest=digest, request="")


def responses_in(
    message: Message, given: Given, *, place: str, digest: str, request: str, title: str = ""
) -> Iterator[Loaded]:
    """Yield the response that a message is, with what it attaches as letters.

    `request` is what it answers where the thread says so; else the oldest letter of a requester
    that is quoted below it counts as that.
    """
    why_not = why_no_response(message, given)
    if why_not:
        yield LeftOut(place, why_not)
        return
    letters: list[str] = []
    for attachment in message.attachments[:_MOST_ATTACHMENTS]:
        found = _attached(attachment, given, place)
        if isinstance(found, UnreadableFile):
            yield found
        elif found:
            letters.append(found)
    written = message.written.strip()
    cover = bool(letters) and len(written.split()) < _COVER_NOTE
    text = "\n\n".join([*([] if cover else [written]), *letters]).strip()
    if not text or (not letters and decides_nothing(text)):
        yield LeftOut(place, NOTHING_DECIDED if text else EMPTY)
        return
    subject = base_subject(message.subject)
    yield Precedent(
        ident=title or subject or Path(place).stem,
        title=title or _as_written(message.subject, subject) or Path(place).stem,
        text=text,
        dated=message.date.date() if message.date else None,
        request=request or quoted_request(message),
        source=place,
        kind="message",
        file_sha256=digest,
        people=tuple(
            dict.fromkeys(
                each
                for person in (*message.to, *message.cc)
                if not given.own.holds(person.address)
                for each in (person.name, person.address)
                if each
            )
        ),
    )


def why_no_response(message: Message, given: Given) -> str:
    """Return why a message is no response of the authority, or nothing where it may be one."""
    if not message.text.strip() and not message.attachments:
        return EMPTY
    screened = screen(message, given.own)
    rules = {reason.rule for reason in screened.reasons}
    if screened.verdict is Verdict.BOUNCE or rules & {"auto_submitted", "automatic_subject"}:
        return _AUTOMATIC
    if speaks_for_authority(message, given):
        return ""
    return NOT_OURS


def speaks_for_authority(message: Message, given: Given) -> bool:
    """Say whether the authority wrote a message: by its address, or else by its words."""
    if given.own.holds(message.sender.address):
        return True
    return speaker_of(message.written) is Speaker.AUTHORITY


def quoted_request(message: Message) -> str:
    """Return the oldest quoted letter that the authority did not write, or nothing."""
    older = older_messages(message)
    return next((each for each in reversed(older) if speaker_of(each) is not Speaker.AUTHORITY), "")


def _attached(attachment: Attachment, given: Given, place: str) -> str | UnreadableFile:
    """Return the words of an attached letter, nothing for other files, or why it is not read.

    Figures and papers that went along are what was disclosed, and no letter: they greet nobody.
    """
    if not given.documents.reads(attachment.name, attachment.type, attachment.content):
        return ""
    said = given.documents.text(attachment.name, attachment.type, attachment.content)
    if said.problem:
        return unread(f"{place}/{attachment.name}", said.problem)
    text = said.text.strip()
    return text if _LETTER in text[:4000].lower() else ""


def _as_written(subject: str, base: str) -> str:
    """Return a subject without what programs put before it, in the letters of its writer."""
    place = subject.casefold().find(base)
    return subject[place:].strip() if base and place >= 0 else subject.strip()
