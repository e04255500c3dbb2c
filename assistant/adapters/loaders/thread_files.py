"""Reads threads in JSON for the library: an object, a list of them, or one a line; never whole."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from assistant.adapters.loaders.given import Given
from assistant.domain.library.precedents import Loaded, UnreadableFile
from assistant.domain.library.thread_records import precedents_of

_NO_JSON = "It is no JSON from character {place} on: {why}. Export it again."
_TOO_LONG = "A thread of it is longer than 20 million characters, which no thread is."
_CUT_OFF = "It ends in the middle of a thread. Export it again."
_CHUNK = 1 << 18
_LONGEST = 20_000_000
_BETWEEN = " \t\r\n,"


class _BrokenError(Exception):
    """The file cannot be read on; the message says why."""


def load_threads(path: Path, given: Given) -> Iterator[Loaded]:
    """Yield the responses of every thread in a file, and where it cannot be read on."""
    number = 0
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            for number, record in enumerate(_records(file, given), start=1):
                yield from precedents_of(record, source=_place(path, number, record))
    except _BrokenError as broken:
        yield UnreadableFile(f"{path}#{number + 1}", str(broken))
    except OSError as error:
        yield UnreadableFile(str(path), f"{error.strerror}.")


def _place(path: Path, number: int, record: object) -> str:
    """Return where a thread stands: the file, and its id or number."""
    said = record.get("id") or record.get("thread") if isinstance(record, dict) else None
    return f"{path}#{said or number}"


def _records(file: TextIO, given: Given) -> Iterator[object]:
    """Yield the values that follow each other in a file, or are the entries of its only list."""
    text = _Text(file, given)
    first = text.peek()
    if first == "[":
        text.take(1)
    while (sign := text.peek()) not in {"", "]"} or (sign == "]" and first != "["):
        yield text.value()
    if first == "[" and sign == "":
        raise _BrokenError(_CUT_OFF)


class _Text:
    """As much of a file as one value needs."""

    def __init__(self, file: TextIO, given: Given) -> None:
        self.file = file
        self.given = given
        self.held = ""
        self.at = 0
        self.done = 0
        self.decoder = json.JSONDecoder()

    def peek(self) -> str:
        """Return the next sign that begins or ends a value; empty at the end."""
        while True:
            while self.at < len(self.held) and self.held[self.at] in _BETWEEN:
                self.at += 1
            if self.at < len(self.held):
                return self.held[self.at]
            if not self._more(_CHUNK):
                return ""

    def take(self, signs: int) -> None:
        """Leave some signs behind."""
        self.at += signs

    def value(self) -> object:
        """Return the next value; raises _BrokenError where there is none."""
        wanted = _CHUNK
        while True:
            try:
                found, self.at = self.decoder.raw_decode(self.held, self.at)
            except (ValueError, RecursionError) as error:
                if len(self.held) - self.at > _LONGEST:
                    raise _BrokenError(_TOO_LONG) from error
                if isinstance(error, RecursionError) or not self._more(wanted):
                    why = getattr(error, "msg", "it is nested too deep")
                    raise _BrokenError(
                        _NO_JSON.format(place=self.done + self.at, why=why)
                    ) from error
                # What is read doubles each time, so that a long value is not tried too often.
                wanted = max(_CHUNK, len(self.held) - self.at)
            else:
                return found

    def _more(self, signs: int) -> bool:
        """Read on, forgetting what is done; say whether there was more."""
        self.done += self.at
        self.held, self.at = self.held[self.at :], 0
        piece = self.file.read(signs)
        self.held += piece
        self.given.read(self.done)
        return bool(piece)
