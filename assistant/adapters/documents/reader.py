"""Reads documents for the rest of the assistant: text at once, all else in a bounded process."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO

from assistant.adapters.documents import plain
from assistant.adapters.documents.archive import DAMAGED
from assistant.adapters.documents.found import Budget, Found, Reader
from assistant.adapters.documents.kinds import PLAIN, kind_of
from assistant.domain.mail.hidden import visible
from assistant.ports import DocumentText

_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from assistant.adapters.documents.child import main; main()"
)
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
    """What reading one document may cost: bytes in, characters out, seconds, bytes of memory."""

    content: int = 30_000_000
    characters: int = 2_000_000
    seconds: float = 8.0
    patience: float = 10.0
    memory: int = 1_000_000_000


class DocumentReader:
    """The real `ports.Documents`."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

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
        """Read a document in a process of its own, and end that process whatever it does."""
        limits = self.limits
        told = {
            "kind": kind,
            "characters": limits.characters,
            "seconds": limits.seconds,
            "memory": limits.memory,
            # JSON writes a character in up to twelve bytes.
            "output": 12 * limits.characters + 10_000,
        }
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answer:
            given.write(json.dumps(told).encode() + b"\n")
            given.write(content)
            given.seek(0)
            process = _start(given, answer)
            try:
                status = process.wait(timeout=limits.patience)
            except subprocess.TimeoutExpired:
                status = None
            finally:
                process.kill()
                process.wait()
            if status != 0:
                gone = status is None or status < 0
                return Found("", _TOO_LONG if gone else _ENDED), False
            answer.seek(0)
            text, problem, pages, cut = json.loads(answer.read())
        return Found(text, problem, pages), cut


def _start(given: IO[bytes], answer: IO[bytes]) -> "subprocess.Popen[bytes]":
    """Start the reader by this very interpreter, without any of our settings or passwords."""
    paths = [os.path.abspath(each) for each in sys.path]  # noqa: PTH100 - "" is this folder here
    return subprocess.Popen(  # noqa: S603 - our own program, and nothing of the document in it
        [sys.executable, "-I", "-S", "-c", _PROGRAM, *paths],
        stdin=given,
        stdout=answer,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath, "LANG": "C.UTF-8"},
        start_new_session=True,
    )
