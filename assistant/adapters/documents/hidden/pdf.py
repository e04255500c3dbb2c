"""What a PDF hides beside its pages: files, layers, earlier versions, properties (ISO 32000)."""

import io
import re
from collections.abc import Mapping
from typing import Any

import pypdf.filters  # noqa: F401 - pypdf would load it late, for each document again
from pypdf import PdfReader
from pypdf.errors import PdfReadError

from assistant.adapters.documents.archive import DAMAGED, LOCKED, mended_tree
from assistant.adapters.documents.found import CannotBeReadError
from assistant.adapters.documents.hidden.packaging import few
from assistant.adapters.documents.hidden.pdf_pages import look_into_page
from assistant.adapters.documents.hidden.seen import Seen

_MOST_PAGES = 2_000
_END = re.compile(rb"startxref\s+\d+\s+%%EOF")
_MOST_FIELDS = 10_000
_AUTHOR = "/Author"
# Names in XMP, and those of the older list of properties that they stand for.
_SAID_IN_XMP = {"creator": "Author", "title": "Title", "description": "Subject",
                "Keywords": "Keywords"}  # fmt: skip
_WORDS = ("/Title", "/Subject", "/Keywords")


def look_into_pdf(content: bytes, seen: Seen) -> None:
    """Add to `seen` what a PDF hides; raises CannotBeReadError where it does not open."""
    try:
        reader = PdfReader(io.BytesIO(content))
        opens = not reader.is_encrypted or bool(reader.decrypt(""))
        pages = len(reader.pages) if opens else 0
    except (NotImplementedError, ImportError) as error:
        raise CannotBeReadError(LOCKED) from error
    except (PdfReadError, ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise CannotBeReadError(DAMAGED) from error
    if not opens or not pages:
        raise CannotBeReadError(LOCKED if not opens else DAMAGED)
    _versions(content, seen)
    for look in (_layers, _properties, _files, _answers):
        _safely(lambda look=look: look(reader, seen), seen, "the document’s own lists")
    _pages(reader, pages, seen)


def _pages(reader: PdfReader, pages: int, seen: Seen) -> None:
    """Look into the pages, as far as there is time."""
    scanned = 0
    for number in range(1, min(pages, _MOST_PAGES) + 1):
        if not seen.budget.left:
            seen.add("partly-inspected", f"the PDF (pages {number} to {pages})")
            break
        where = f"page {number}"
        scanned += bool(
            _safely(
                lambda page=number: look_into_page(reader.pages[page - 1], page, seen),
                seen,
                where,
            )
        )
    else:
        if pages > _MOST_PAGES:
            seen.add("partly-inspected", f"the PDF (pages {_MOST_PAGES + 1} to {pages})")
    seen.add_if(scanned, "pdf-scan-text")


def _safely(look: Any, seen: Seen, where: str) -> Any:
    """Look somewhere; what breaks there is noted, and the rest is looked into all the same."""
    try:
        return look()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - pypdf raises whatever a broken document makes it meet
        seen.add("partly-inspected", where)
        return None


def _versions(content: bytes, seen: Seen) -> None:
    """Note earlier versions: each saving in place leaves an end of its own (section 7.5.6).

    A file made for the web (annex F) has one end more from the start.
    """
    ends = len(_END.findall(content))
    linear = b"/Linearized" in content[:2048]
    seen.add_if(max(0, ends - 1 - linear), "pdf-earlier-versions")


def _layers(reader: PdfReader, seen: Seen) -> None:
    """Note the layers that are switched off (section 8.11.4.3)."""
    groups = _held(reader.root_object, "/OCProperties")
    if not groups:
        return
    usual = _held(groups, "/D") or {}
    every = [each.get_object() for each in _held(groups, "/OCGs") or ()]
    if str(usual.get("/BaseState", "/ON")) == "/OFF":
        on = [each.get_object() for each in _held(usual, "/ON") or ()]
        off = [each for each in every if each not in on]
    else:
        off = [each.get_object() for each in _held(usual, "/OFF") or ()]
    if off:
        seen.add("pdf-hidden-layer", few([str(each.get("/Name", "no name")) for each in off]))


def _properties(reader: PdfReader, seen: Seen) -> None:
    """Note who made the file and what its properties say: the older list, and XMP (ISO 16684-1)."""
    about: Mapping[str, Any] = reader.metadata or {}
    said = {key[1:]: [str(about[key])] for key in (_AUTHOR, *_WORDS) if key in about}
    for name, key in _SAID_IN_XMP.items():
        said.setdefault(key, []).extend(_xmp(reader, name))
    told = {key: _told(texts) for key, texts in said.items()}
    if told.get(_AUTHOR[1:]):
        seen.add("author", ", ".join(told[_AUTHOR[1:]]))
    words = [f"{key[1:]} “{', '.join(told[key[1:]])}”" for key in _WORDS if told.get(key[1:])]
    if words:
        seen.add("properties", ", ".join(words))


def _told(texts: list[str]) -> list[str]:
    return list(dict.fromkeys(each.strip() for each in texts if each.strip()))


def _xmp(reader: PdfReader, name: str) -> list[str]:
    """Return what the document's XMP says under a name of Dublin Core or of PDF."""
    held = _held(reader.root_object, "/Metadata")
    if held is None:
        return []
    root = mended_tree(held.get_data().strip())
    found = list(root.iter(f"{{*}}{name}")) if root is not None else []
    return [
        "".join(each.itertext()) for one in found for each in (list(one.iter("{*}li")) or [one])
    ]


def _answers(reader: PdfReader, seen: Seen) -> None:
    """Count the fields of a form that are filled in and stand on no page (section 12.7)."""
    form = _held(reader.root_object, "/AcroForm")
    fields = list(_held(form, "/Fields") or ()) if form else []
    count = 0
    for each in fields[:_MOST_FIELDS]:
        field = each.get_object()
        placed = "/Rect" in field or _held(field, "/Kids")
        count += bool(not placed and str(_held(field, "/V") or "").strip())
    seen.add_if(count, "pdf-field-off-page")


def _files(reader: PdfReader, seen: Seen) -> None:
    """Note the files inside, and look into them."""
    names = list(reader.attachments)
    if names:
        seen.add("embedded-file", few(names), len(names))
    for name in names:
        for content in reader.attachments[name]:
            seen.inside(name, content)


def _held(holder: Any, key: str) -> Any:
    found = holder.get(key)
    return found.get_object() if found is not None else None
