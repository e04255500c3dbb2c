"""Reads an .mbox for the library, message by message: only where each begins is kept in memory.

A first pass reads the headers and finds which messages belong together; a second reads the
messages themselves. RFC 4155 names the form; ">From " at the head of a line is undone (mboxrd).
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from assistant.adapters.loaders.given import LARGEST_LETTER, Given
from assistant.adapters.loaders.messages import responses_in, why_no_response
from assistant.domain.library.precedents import Loaded, SameFile, UnreadableFile
from assistant.domain.mail.mime import read

_NO_MAILBOX = "It does not begin as an .mbox does. Export the mail folder again as .mbox or .eml."
_TOO_LARGE = "The message is larger than 30 MB. Save its letter by itself, and import that."
_CHUNK = 1 << 20
_LONGEST_LINE = 1 << 16
_LONGEST_HEAD = 200_000
_SEPARATOR = re.compile(rb"From (?:\S.*)?(?:\d\d:\d\d|\d{4}|-)\S*\s*$")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_ID = re.compile(rb"<[^<>\s]{1,500}>")
_KEPT_REQUESTS = 64


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a message lies in the file, and the number of its thread."""

    start: int
    end: int
    thread: int


def load_mailbox(path: Path, given: Given) -> Iterator[Loaded]:
    """Yield every response that a mailbox file holds, each with the request it answers."""
    try:
        with path.open("rb") as file:
            yield from _load(file, str(path), given)
    except OSError as error:
        yield UnreadableFile(str(path), f"{error.strerror}.")


def _load(file: BinaryIO, path: str, given: Given) -> Iterator[Loaded]:
    """Go through the file twice: for the threads, then for the responses."""
    if not file.readline(_LONGEST_LINE).startswith(b"From "):
        yield UnreadableFile(path, _NO_MAILBOX)
        return
    threads = _Threads()
    places = [
        _Place(start, end, threads.number_of(_ids(file, start, end)))
        for start, end in messages_in(file)
    ]
    first: dict[int, int] = {}
    for number, place in enumerate(places):
        first.setdefault(threads.root(place.thread), number)

    @lru_cache(maxsize=_KEPT_REQUESTS)
    def opening(number: int) -> str:
        """Return what the first message of a thread asks, or nothing where it is the answer."""
        place = places[number]
        if place.end - place.start > LARGEST_LETTER:
            return ""
        message = read(_bytes(file, place.start, place.end))
        return message.written.strip() if why_no_response(message, given) else ""

    for number, place in enumerate(places):
        name = f"{path}#{number + 1}"
        given.read(place.start)
        if place.end - place.start > LARGEST_LETTER:
            yield UnreadableFile(name, _TOO_LARGE)
            continue
        raw = _bytes(file, place.start, place.end)
        digest = hashlib.sha256(raw).hexdigest()
        if given.known(digest):
            yield SameFile(name)
            continue
        opens = first[threads.root(place.thread)]
        request = opening(opens) if opens != number else ""
        yield from responses_in(read(raw), given, place=name, digest=digest, request=request)


def messages_in(file: BinaryIO) -> Iterator[tuple[int, int]]:
    """Yield where each message begins, below its "From " line, and where it ends."""
    file.seek(0)
    at, begun, blank, whole = 0, -1, True, True
    while line := file.readline(_LONGEST_LINE):
        # A line longer than the longest comes in pieces, and only its first may be a separator.
        if whole and blank and line.startswith(b"From ") and _SEPARATOR.match(line):
            if begun >= 0:
                yield begun, at
            begun = at + len(line)
        whole = line.endswith(b"\n")
        blank = whole and not line.strip()
        at += len(line)
    if begun >= 0:
        yield begun, at


def _bytes(file: BinaryIO, start: int, end: int) -> bytes:
    """Return the bytes of one message, with the quotation of its "From " lines undone."""
    file.seek(start)
    return _QUOTED_FROM.sub(rb"\1", file.read(end - start))


def _ids(file: BinaryIO, start: int, end: int) -> list[bytes]:
    """Return the Message-IDs that a message names in its headers, short and not readable."""
    after = file.tell()
    file.seek(start)
    head = file.read(min(end - start, _LONGEST_HEAD))
    file.seek(after)
    head = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    unfolded = re.sub(rb"\r?\n[ \t]+", b" ", head)
    found: list[bytes] = []
    for line in unfolded.splitlines():
        name, _, value = line.partition(b":")
        if name.strip().lower() in {b"message-id", b"in-reply-to", b"references"}:
            found += (hashlib.blake2b(each, digest_size=8).digest() for each in _ID.findall(value))
    return found


class _Threads:
    """Which messages belong together, by the ids that they share (RFC 5322 section 3.6.4)."""

    def __init__(self) -> None:
        self.above: list[int] = []
        self.by_id: dict[bytes, int] = {}

    def number_of(self, ids: list[bytes]) -> int:
        """Return the number of the thread of a message that names `ids`; a new one if need be."""
        number = len(self.above)
        self.above.append(number)
        for each in ids:
            known = self.root(self.by_id.setdefault(each, number))
            self.above[max(known, self.root(number))] = min(known, self.root(number))
        return self.root(number)

    def root(self, number: int) -> int:
        """Return the lowest number that a thread is known by."""
        while self.above[number] != number:
            self.above[number] = self.above[self.above[number]]
            number = self.above[number]
        return number
