"""Lets one document be read in a bounded process, whatever the document does there."""

import json
import os
import tempfile
import weakref
from contextlib import suppress
from dataclasses import dataclass

from assistant.adapters.documents.found import Found
from assistant.adapters.documents.kept import BrokenError, KeptProcesses, SilentError

TOO_LONG = (
    "Reading the document took too long, so it was stopped. Open it yourself, or ask the requester "
    "to send its text in an e-mail."
)
ENDED = (
    "Reading the document failed: it is damaged, or needs more memory than any letter. Ask the "
    "requester to send its text in an e-mail."
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may cost: bytes in, characters out, seconds, bytes of memory.

    `seconds` are of processor time, `patience` of the clock. After `grace` more seconds without a
    word the process that waits for the document counts as lost; it may have to start first.
    """

    content: int = 30_000_000
    characters: int = 2_000_000
    seconds: float = 8.0
    patience: float = 10.0
    grace: float = 5.0
    memory: int = 1_000_000_000


class Apart:
    """The bounded processes of one reader; threads may share it, and forks of this process."""

    def __init__(self, limits: Limits) -> None:
        """Start nothing yet: the first document does."""
        self.limits = limits
        # It is looked for once, under a lock: a fork made meanwhile would wait for that for ever.
        tempfile.gettempdir()
        self._processes = self._begun()

    def close(self) -> None:
        """End what is kept; a document that comes later starts another."""
        self._processes.end()

    def read(self, kind: str, content: bytes) -> tuple[Found, bool]:
        """Return what a document of a kind (child.py) says, and whether something was left out.

        The process ends whatever the document does. Where the kept one turns out to be broken,
        another one is tried, once.
        """
        try:
            with suppress(BrokenError):
                return self._asked(kind, content, new=False)
            return self._asked(kind, content, new=True)
        except SilentError:
            return Found("", TOO_LONG), False
        except BrokenError:
            return Found("", ENDED), False

    def _asked(self, kind: str, content: bytes, *, new: bool) -> tuple[Found, bool]:
        """Hand a document to a kept process; raises BrokenError where that is broken."""
        limits = self.limits
        told = {
            "kind": kind,
            "characters": limits.characters,
            "seconds": limits.seconds,
            "memory": limits.memory,
            # JSON writes a character in up to twelve bytes.
            "output": 12 * limits.characters + 10_000,
            "patience": limits.patience,
        }
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answer:
            given.write(content)
            given.seek(0)
            with self._kept().one(new=new) as kept:
                patience = limits.patience + limits.grace
                status = kept.ask(told, given.fileno(), answer.fileno(), patience)
            if status != 0:
                gone = status is None or status < 0
                return Found("", TOO_LONG if gone else ENDED), False
            answer.seek(0)
            return _understood(answer.read())

    def _kept(self) -> KeptProcesses:
        """Return the kept processes of this very process, which may be a fork of an earlier one."""
        if self._processes.owner != os.getpid():
            self._processes.end()
            self._processes = self._begun()
        return self._processes

    def _begun(self) -> KeptProcesses:
        """Return a place for kept processes, which end with this object at the latest."""
        made = KeptProcesses()
        weakref.finalize(self, made.end)
        return made


def _understood(answer: bytes) -> tuple[Found, bool]:
    """Return what the process of a document wrote, and whether it left something out."""
    with suppress(ValueError, RecursionError):
        match json.loads(answer):
            case [str(text), str(problem), int(pages), bool(cut)]:
                return Found(text, problem, pages), cut
            case _:
                # Only a document that took over its process could make it write anything else.
                pass
    return Found("", ENDED), False
