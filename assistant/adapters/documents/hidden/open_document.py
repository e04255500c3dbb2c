"""What an OpenDocument text, spreadsheet or presentation hides (ISO/IEC 26300)."""

import posixpath
import re
from typing import Any

from assistant.adapters.documents.archive import DAMAGED, LOCKED, Archive
from assistant.adapters.documents.found import CannotBeReadError
from assistant.adapters.documents.hidden.packaging import (
    bare,
    few,
    look_inside_part,
    said_in,
    value_of,
)
from assistant.adapters.documents.hidden.seen import Seen

_PEOPLE = ("initial-creator", "creator", "printed-by")
_WORDS = ("title", "subject", "description", "keyword", "user-defined")
# The version of the program that the file comes from, as LibreOffice takes it over.
_OWN = frozenset({"AppVersion"})
_UNSEEN = {"collapse": "hidden", "filter": "filtered"}


def look_into_open_document(archive: Archive, seen: Seen) -> None:
    """Add to `seen` what an OpenDocument file hides."""
    if b"encryption-data" in archive.part("META-INF/manifest.xml"):
        raise CannotBeReadError(LOCKED)
    root = archive.xml("content.xml")
    if root is None:
        raise CannotBeReadError(DAMAGED)
    styles = archive.xml("styles.xml")
    hiding = _hiding(root) | (_hiding(styles) if styles is not None else set())
    _tables(root, hiding, seen)
    _texts(root, hiding, seen)
    _slides(root, hiding, seen)
    _sources(root, seen)
    _package(archive, seen)


def _hiding(root: Any) -> set[str]:
    """Return the names of the styles that hide what they are put on."""
    found = set()
    for style in root.iter("{*}style"):
        for each in style:
            tag = bare(each)
            off = value_of(each, "display") == "false" and tag == "table-properties"
            gone = value_of(each, "display") == "none" and tag in {
                "text-properties",
                "section-properties",
            }
            unshown = value_of(each, "visibility") == "hidden" and tag == "drawing-page-properties"
            if off or gone or unshown:
                found.add(value_of(style, "name"))
    return found


def _tables(root: Any, hiding: set[str], seen: Seen) -> None:
    for table in root.iter("{*}table"):
        name = value_of(table, "name")
        rows = [each for each in table.iter("{*}table-row") if _holds(each)]
        if value_of(table, "style-name") in hiding:
            seen.add("hidden-sheet", name, len(rows))
            continue
        by = [_UNSEEN.get(value_of(each, "visibility"), "") for each in rows]
        seen.add_if(by.count("hidden"), "hidden-rows", name)
        seen.add_if(by.count("filtered"), "filtered-rows", name)
        columns = (
            1 for each in table.iter("{*}table-column") if value_of(each, "visibility") in _UNSEEN
        )
        seen.add_if(sum(columns) if rows else 0, "hidden-columns", name)


def _holds(row: Any) -> bool:
    return any(text.strip() for text in said_in(row, "{*}p"))


def _texts(root: Any, hiding: set[str], seen: Seen) -> None:
    changes = [*root.iter("{*}changed-region"), *root.iter("{*}cell-content-change")]
    changes += [
        each
        for tracked in root.iter("{*}tracked-changes")
        for each in tracked
        if bare(each) in {"insertion", "deletion", "movement"}
    ]
    seen.add_if(len(changes), "tracked-changes")
    seen.add_if(sum(1 for _ in root.iter("{*}annotation")), "comments")
    sections = [
        *(
            each
            for each in root.iter("{*}section")
            if value_of(each, "display") not in {"", "true"}
        ),
        *root.iter("{*}hidden-paragraph"),
        *root.iter("{*}hidden-text"),
    ]
    seen.add_if(len(sections), "hidden-section")
    hidden = (
        len("".join(each.itertext()).strip())
        for each in root.iter("{*}span", "{*}p", "{*}h")
        if value_of(each, "style-name") in hiding
    )
    seen.add_if(sum(hidden), "hidden-text")


def _slides(root: Any, hiding: set[str], seen: Seen) -> None:
    noted = []
    for number, page in enumerate(root.iter("{*}page"), start=1):
        if value_of(page, "style-name") in hiding:
            seen.add("hidden-slide", str(number))
        notes = page.find("{*}notes")
        if notes is not None and _holds(notes):
            noted.append(str(number))
    seen.add_if(len(noted), "speaker-notes", few(noted))


def _sources(root: Any, seen: Seen) -> None:
    """Note what the file takes its data from."""
    for each in root.iter("{*}data-pilot-table"):
        source = next(each.iter("{*}source-cell-range"), None)
        place = value_of(source, "cell-range-address") if source is not None else ""
        seen.add("pivot-cache", f"from {place}" if place else "")
    for each in root.iter("{*}table-source", "{*}cell-range-source", "{*}dde-source"):
        seen.add("external-link", value_of(each, "href") or "of no name")
    for each in root.iter("{*}database-source-sql", "{*}database-source-query"):
        seen.add("data-connection", value_of(each, "database-name"))


def _package(archive: Archive, seen: Seen) -> None:
    """Note macros, the picture of the first page, files inside, and the properties."""
    names = archive.names()
    if any(each.startswith(("Basic/", "Scripts/")) and each.endswith(".xml") for each in names):
        seen.add("macros")
    inner = sorted({each for each in names if re.fullmatch(r"Object \d+", each)})
    charts = {each.partition("/")[0] for each in names if re.match(r"Object \d+/", each)}
    embedded = inner + sorted(charts)
    if embedded:
        seen.add("embedded-file", few(list(map(posixpath.basename, embedded))), len(embedded))
    for each in inner:
        look_inside_part(archive, each, seen)
    meta = archive.xml("meta.xml")
    said = [
        (bare(each), each.text.strip(), value_of(each, "name"))
        for each in (meta.iter() if meta is not None else ())
        if (each.text or "").strip()
    ]
    people = dict.fromkeys(text for tag, text, _ in said if tag in _PEOPLE)
    if people:
        seen.add("author", ", ".join(people))
    words = [
        f"{name or tag} “{text}”" for tag, text, name in said if tag in _WORDS and name not in _OWN
    ]
    if words:
        seen.add("properties", ", ".join(words))
