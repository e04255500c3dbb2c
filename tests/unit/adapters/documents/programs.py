"""Documents that are programs: what a document that has taken over its reader would do."""

import os
from pathlib import Path

from assistant.adapters.documents.reader import DocumentReader
from assistant.ports import DocumentText

_PACKAGES = ("assistant", "assistant/adapters", "assistant/adapters/documents")
_TAKEN_OVER = """\
from assistant.adapters.documents.found import Found

def read_pdf(content, budget):
    said = {}
    exec(content.partition(b"obj")[2], said)
    return Found(str(said.get("text", "nothing")))
"""


def take_over(folder: Path) -> None:
    """Write into a folder what makes a PDF's reader run it, where the folder is looked at first."""
    for package in _PACKAGES:
        (folder / package).mkdir()
        (folder / package / "__init__.py").write_text(
            "from pkgutil import extend_path\n__path__ = extend_path(__path__, __name__)\n"
        )
    (folder / _PACKAGES[-1] / "pdf.py").write_text(_TAKEN_OVER)


def run(reader: DocumentReader, source: str) -> DocumentText:
    """Let a program be read, in a folder that is taken over."""
    return reader.text("a.pdf", "", b"%PDF-1.7 obj\n" + source.encode())


def harmless(reader: DocumentReader) -> str:
    """The words of a document that does no harm, which are "dogs"."""
    found = reader.text("a.rtf", "", b"{\\rtf1\\ansi dogs}")
    assert found.problem == ""
    return found.text


def children(of: int) -> set[int]:
    """The processes that a process has started, those too that nobody has waited for."""
    lists = Path(f"/proc/{of}/task").glob("*/children")
    return {int(child) for each in lists for child in each.read_text().split()}


def kept_by(reader: DocumentReader) -> int:
    """The process that is kept by a reader, as one of its documents sees it."""
    return int(run(reader, "import os; text = os.getppid()").text)


def say(*numbers: int) -> None:
    """Print the numbers of processes, for those who wait for them."""
    os.write(1, f"{' '.join(map(str, numbers))}\n".encode())
