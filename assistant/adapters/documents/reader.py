"""Reads documents for the rest of the assistant: text at once, all else in a bounded process."""

import json
import os
import tempfile
import weakref
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from assistant.adapters.documents import plain
from assistant.adapters.documents.archive import DAMAGED, LOCKED
from assistant.adapters.documents.found import Budget, Found, Reader
from assistant.adapters.documents.kept import BrokenError, KeptProcesses, SilentError
from assistant.adapters.documents.kinds import PLAIN, kind_of
from assistant.domain.mail.hidden import visible
from assistant.ports import DocumentText

_PLAIN: Mapping[str, Reader] = {
    "text": plain.read_text,
    "html": plain.read_page,
    "calendar": plain.read_invitation,
    "message": plain.read_message,
}
_TOO_BIG = "The file is too large to be read here. Read it yourself."
_TOO_LONG = (
    "Reading the document took too long, so it was stopped. Open it yourself, or ask the requester "
    "to send its text in an e-mail."
)
_ENDED = (
    "Reading the document failed: it is damaged, or needs more memory than any letter. Ask the "
    "requester to send its text in an e-mail."
)
_SILENT = "The document has no words that can be read here; it may hold pictures. Read it yourself."
_CUT = "The document is longer than any letter; only its beginning was read."


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


class DocumentReader:
    """The real `ports.Documents`; threads may share it, and a process forked off may use it.

    The first document that needs it starts a process, which is kept for those that follow. It ends
    with `close`, with this object, and with the process that started it, however that ends.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._processes = self._begun()

    def close(self) -> None:
        """End what is kept; a document that comes later starts another."""
        self._processes.end()

    def reads(self, name: str, type_: str, content: bytes) -> bool:
        """Say whether this is a kind of document whose words can be read."""
        return bool(kind_of(name, type_, content))

    def text(self, name: str, type_: str, content: bytes) -> DocumentText:
        """Return the words of a document, in canonical form; never raises for what it holds."""
        kind = kind_of(name, type_, content)
        if not kind:
            return DocumentText("")
        if len(content) > self.limits.content:
            return DocumentText("", _TOO_BIG)
        if kind == "pdf" and b"obj" not in content:
            # A PDF is made of objects (ISO 32000-1 section 7.3.10): without one no process is due.
            return DocumentText("", DAMAGED)
        if kind == "locked":
            return DocumentText("", LOCKED)
        found, cut = self._plainly(kind, content) if kind in PLAIN else self._apart(kind, content)
        text = visible(found.text)[0].strip("\n")
        silent = _SILENT if not text and not found.problem and kind not in PLAIN else ""
        problem = " ".join(filter(None, (found.problem, _CUT if cut else "", silent)))
        return DocumentText(text, problem, found.pages, stopped=found.problem == _TOO_LONG)

    def _plainly(self, kind: str, content: bytes) -> tuple[Found, bool]:
        """Read what is text already, here."""
        most = self.limits.characters
        found = _PLAIN[kind](content, Budget(most, self.limits.seconds, float))
        return Found(found.text[:most], found.problem), len(found.text) > most

    def _apart(self, kind: str, content: bytes) -> tuple[Found, bool]:
        """Read a document in a process of its own, which ends whatever the document does.

        Where the kept process turns out to be broken, another one is tried, once.
        """
        try:
            with suppress(BrokenError):
                return self._asked(kind, content, new=False)
            return self._asked(kind, content, new=True)
        except SilentError:
            return Found("", _TOO_LONG), False
        except BrokenError:
            return Found("", _ENDED), False

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
                return Found("", _TOO_LONG if gone else _ENDED), False
            answer.seek(0)
            return _understood(answer.read())

    def _kept(self) -> KeptProcesses:
        """Return the kept processes of this very process, which may be a fork of an earlier one."""
        if self._processes.owner != os.getpid():
            self._processes.end()
            self._processes = self._begun()
        return self._processes

    def _begun(self) -> KeptProcesses:
        """Return a place for kept processes, which end with this reader at the latest."""
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
    return Found("", _ENDED), False
