"""Looks into one file in its bounded process, and into the files inside it."""

import json
from collections.abc import Callable, Mapping

from assistant.adapters.documents.archive import LOCKED, Archive
from assistant.adapters.documents.found import Budget, CannotBeReadError, Found
from assistant.adapters.documents.hidden.open_document import look_into_open_document
from assistant.adapters.documents.hidden.others import (
    look_into_archive,
    look_into_mail,
    look_into_picture,
    look_into_rich,
)
from assistant.adapters.documents.hidden.pdf import look_into_pdf
from assistant.adapters.documents.hidden.seen import Seen
from assistant.adapters.documents.hidden.sheets import look_into_sheets
from assistant.adapters.documents.hidden.slides import look_into_slides
from assistant.adapters.documents.hidden.telling import LOOKED, PLAIN_TEXT, told
from assistant.adapters.documents.hidden.word import look_into_word

_ITEM = "email-file"
_PARTS: tuple[tuple[str, Callable[[Archive, Seen], None]], ...] = (
    ("xl/", look_into_sheets),
    ("word/", look_into_word),
    ("ppt/", look_into_slides),
    ("content.xml", look_into_open_document),
)
_BYTES: Mapping[str, Callable[[bytes, Seen], None]] = {
    "pdf": look_into_pdf,
    "rtf": look_into_rich,
    "message": look_into_mail,
    "picture": look_into_picture,
}


def look_into_zip(content: bytes, budget: Budget) -> Found:
    """Return what a zip hides: an Office file, an OpenDocument file, or any other."""
    return _looked("zip", content, budget)


def look_into_bytes(content: bytes, budget: Budget) -> Found:
    """Return what a file hides that begins as a PDF, rich text or a picture does."""
    return _looked(told("", "", content), content, budget)


def look_into_message(content: bytes, budget: Budget) -> Found:
    """Return what an e-mail as a file hides."""
    return _looked("message", content, budget)


def _looked(kind: str, content: bytes, budget: Budget) -> Found:
    """Look into a file; the answer is a list of sightings, as JSON.

    Raises CannotBeReadError where nothing can be told of the file itself.
    """
    seen = Seen(budget, _look_inside)
    _by_kind(kind, content, seen)
    rows = [[each.rule, each.place, each.count, each.within] for each in seen.sightings]
    return Found(json.dumps(rows))


def _by_kind(kind: str, content: bytes, seen: Seen) -> None:
    if kind == "zip":
        archive = Archive(content)
        names = archive.names()
        look = next(
            (look for begins, look in _PARTS if any(each.startswith(begins) for each in names)),
            look_into_archive,
        )
        look(archive, seen)
    else:
        _BYTES[kind](content, seen)


def _look_inside(name: str, content: bytes, seen: Seen) -> None:
    """Look into a file inside a file; whatever it is, the others are looked into too."""
    kind = told(name, "", content)
    if kind == PLAIN_TEXT:
        return
    if kind == "item":
        seen.add(_ITEM)
    if kind not in LOOKED:
        seen.not_inspected(name, locked=kind == "locked")
        return
    try:
        _by_kind(kind, content, seen)
    except MemoryError:
        raise
    except CannotBeReadError as error:
        seen.not_inspected(name, locked=str(error) == LOCKED)
    except Exception:  # noqa: BLE001 - whatever a library meets in a broken file
        seen.not_inspected(name)
