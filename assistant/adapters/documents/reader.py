"""Reads documents for the rest of the assistant: text at once, all else in a bounded process."""

from collections.abc import Mapping

from assistant.adapters.documents import plain
from assistant.adapters.documents.apart import TOO_LONG, Apart, Limits
from assistant.adapters.documents.archive import DAMAGED, LOCKED
from assistant.adapters.documents.found import Budget, Found, Reader
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
_SILENT = "The document has no words that can be read here; it may hold pictures. Read it yourself."
_CUT = "The document is longer than any letter; only its beginning was read."


class DocumentReader:
    """The real `ports.Documents`; threads may share it, and a process forked off may use it.

    The first document that needs it starts a process, which is kept for those that follow. It ends
    with `close`, with this object, and with the process that started it, however that ends.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._bounded = Apart(self.limits)

    def close(self) -> None:
        """End what is kept; a document that comes later starts another."""
        self._bounded.close()

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
        found, cut = (
            self._plainly(kind, content) if kind in PLAIN else self._bounded.read(kind, content)
        )
        text = visible(found.text)[0].strip("\n")
        silent = _SILENT if not text and not found.problem and kind not in PLAIN else ""
        problem = " ".join(filter(None, (found.problem, _CUT if cut else "", silent)))
        return DocumentText(text, problem, found.pages, stopped=found.problem == TOO_LONG)

    def _plainly(self, kind: str, content: bytes) -> tuple[Found, bool]:
        """Read what is text already, here."""
        most = self.limits.characters
        found = _PLAIN[kind](content, Budget(most, self.limits.seconds, float))
        return Found(found.text[:most], found.problem), len(found.text) > most
