"""The real `ports.Loader`: finds the files, and hands each to the reader of its kind."""

import os
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from assistant.adapters.loaders.given import Given
from assistant.adapters.loaders.letters import load_letter
from assistant.adapters.loaders.mailbox_file import load_mailbox
from assistant.adapters.loaders.messages import load_message
from assistant.adapters.loaders.sheets import BrokenSheetError
from assistant.adapters.loaders.tables import first_rows, load_table
from assistant.adapters.loaders.thread_files import load_threads
from assistant.domain.errors import NotAllowed
from assistant.domain.library.columns import Columns, declared, headings_in, headings_or_fullest
from assistant.domain.library.precedents import Loaded, Source, UnreadableFile
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.ports import Documents

KINDS: Mapping[str, str] = {
    **dict.fromkeys(
        (".docx", ".docm", ".doc", ".dot", ".dotx", ".pdf", ".rtf", ".odt", ".md", ".markdown",
         ".txt", ".text", ".htm", ".html"),
        "letter",
    ),
    **dict.fromkeys((".eml", ".msg"), "message"),
    **dict.fromkeys((".mbox", ".mbx"), "mailbox"),
    **dict.fromkeys((".csv", ".tsv", ".xlsx", ".xlsm"), "table"),
    **dict.fromkeys((".json", ".jsonl", ".ndjson"), "threads"),
}  # fmt: skip
# Kinds that people have and that are not read, and what to do with them.
_OTHERS: Mapping[str, str] = {
    **dict.fromkeys(
        (".pst", ".ost"),
        "It is a data file of Outlook, which is not read. In Outlook, select the mails and drag "
        "them into a folder, or export them as .mbox or .csv, and import that.",
    ),
    **dict.fromkeys(
        (".zip", ".7z", ".rar", ".gz", ".tar", ".tgz"),
        "It is an archive. Unpack it, and import the folder.",
    ),
    ".xls": "It is a spreadsheet of an old form. Save it as .xlsx or .csv, and import that.",
    ".ods": "It is an OpenDocument spreadsheet. Save it as .xlsx or .csv, and import that.",
    **dict.fromkeys(
        (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".gif", ".bmp"),
        "It is a picture. Run text recognition over it, and import the text.",
    ),
}
_UNKNOWN = (
    "It is of no kind that is read here: .docx, .doc, .pdf, .rtf, .odt, .txt, .md, .html, .eml, "
    ".msg, .mbox, .csv, .xlsx or .json."
)
_NOT_THERE = "There is no such file. Check its name."
_NO_FILE = "It is no file."
# What systems and editors leave behind in folders.
_LITTER = frozenset({"thumbs.db", "desktop.ini", "icon\r", "__macosx"})

_Load = Callable[[Path, Given], Iterator[Loaded]]
_LOADERS: Mapping[str, _Load] = {
    "letter": load_letter,
    "message": load_message,
    "mailbox": load_mailbox,
    "threads": load_threads,
}


class KnowledgeLoader:
    """Brings files into the library; see `ports.Loader`."""

    def __init__(self, documents: Documents, own: OwnAddresses) -> None:
        """`own` tells the authority's mail from that of others, as far as addresses do."""
        self.documents = documents
        self.own = own

    def sources(self, paths: Sequence[str]) -> Iterator[Source]:
        """Yield the files in some folders, in the order of their names."""
        for given in paths:
            path = Path(given).absolute()
            if path.is_dir():
                yield from map(_source, _files(path))
            else:
                yield _source(path)

    def columns(self, source: Source, declared: str = "") -> Columns | None:
        """Return what the columns of a table hold, guessed or as a file says."""
        if source.kind != "table":
            return None
        try:
            rows = first_rows(Path(source.path))
        except BrokenSheetError:
            # Loading it says why.
            return None
        return _declared(Path(declared), rows) if declared else headings_in(rows)

    def headings(self, source: Source) -> Columns | None:
        """Return the columns of a table for a person to correct."""
        if source.kind != "table":
            return None
        try:
            return headings_or_fullest(first_rows(Path(source.path)))
        except BrokenSheetError:
            return None

    def load(
        self,
        source: Source,
        columns: Columns | None = None,
        *,
        known: Callable[[str], bool] | None = None,
        read: Callable[[int], None] | None = None,
    ) -> Iterator[Loaded]:
        """Yield what a source holds, and what of it is refused or left out."""
        given = Given(self.documents, self.own, known or _unknown, read or _unheard)
        path = Path(source.path)
        if not source.kind:
            yield UnreadableFile(source.path, source.reason)
        elif source.kind == "table":
            yield from load_table(path, columns, given)
        else:
            yield from _LOADERS[source.kind](path, given)


def _unknown(_sha256: str) -> bool:
    """Know no file."""
    return False


def _unheard(_position: int) -> None:
    """Tell nobody."""


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder; links to folders are not followed, so that it ends."""
    for where, below, names in os.walk(folder):
        below[:] = sorted(each for each in below if not is_litter(each))
        yield from (Path(where, name) for name in sorted(names) if not is_litter(name))


def is_litter(name: str) -> bool:
    """Say whether systems and editors leave a file or folder of that name behind."""
    return name.startswith((".", "~$")) or name.lower() in _LITTER


def _source(path: Path) -> Source:
    """Return a file with its kind, or why it is none that is read."""
    suffix = path.suffix.lower()
    try:
        size = path.stat().st_size
    except OSError as error:
        return Source(str(path), "", reason=_NOT_THERE if not path.exists() else f"{error}.")
    if not path.is_file():
        return Source(str(path), "", reason=_NO_FILE)
    kind = KINDS.get(suffix, "") or ("mailbox" if _begins_as_mailbox(path) else "")
    return Source(str(path), kind, size, "" if kind else _OTHERS.get(suffix, _UNKNOWN))


def _begins_as_mailbox(path: Path) -> bool:
    """Say whether a file without an ending is a mailbox, as Thunderbird keeps them."""
    if path.suffix:
        return False
    try:
        with path.open("rb") as file:
            return file.read(5) == b"From "
    except OSError:
        return False


def _declared(path: Path, rows: Sequence[Sequence[str]]) -> Columns:
    """Return the columns as a TOML file names them; raises NotAllowed where it cannot be used."""
    try:
        named = tomllib.loads(path.read_text(encoding="utf-8"))["columns"]
        names = {
            field: [each] if isinstance(each, str) else [str(one) for one in each]
            for field, each in named.items()
        }
        return declared(rows, names)
    except KeyError as error:
        raise NotAllowed(f"{path} has no table [columns]. docs/library.md shows one.") from error
    except OSError as error:
        raise NotAllowed(f"{path} cannot be read: {error.strerror}. Check its name.") from error
    except (ValueError, TypeError, AttributeError) as error:
        reason = " ".join(str(error).split())
        raise NotAllowed(f"{path} cannot be used: {reason}. Mend it.") from error
