"""What a workbook hides (ECMA-376 part 1, section 18)."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.found import CannotBeReadError
from assistant.adapters.documents.hidden.packaging import (
    Relation,
    bare,
    few,
    is_on,
    look_into_package,
    parts_like,
    relations,
    unshown_shapes,
    value_of,
)
from assistant.adapters.documents.hidden.seen import Seen
from assistant.adapters.documents.hidden.sheet_data import look_into_data
from assistant.adapters.documents.hidden.sheet_styles import Unseen, unseen_styles

_BOOK = "xl/workbook.xml"
_RULES = {"hidden": "hidden-sheet", "veryHidden": "very-hidden-sheet"}


@dataclass(slots=True)
class _Book:
    """What is known of a workbook: its sheets by place, which of them are hidden, its styles."""

    archive: Archive
    sheets: list[tuple[str, str, str]] = field(default_factory=list)
    unseen: Unseen = field(default_factory=Unseen)

    @property
    def hidden(self) -> list[str]:
        return [name for name, state, _ in self.sheets if state in _RULES]


def look_into_sheets(archive: Archive, seen: Seen) -> None:
    """Add to `seen` what a workbook hides."""
    root = archive.xml(_BOOK)
    if root is None:
        # The binary form (.xlsb) holds no XML that could be looked into.
        seen.add("not-inspected", "The workbook")
        return
    related = relations(archive, _BOOK)
    book = _Book(archive, _sheets(root, related), unseen_styles(archive))
    for name, state, part in book.sheets:
        _look_into_sheet(book, name, state, part, seen)
    _pivots(archive, seen)
    _links(archive, seen)
    _connections(archive, seen)
    _comments(archive, seen)
    drawings = (archive.xml(each) for each in parts_like(archive, r"xl/drawings/drawing\d*\.xml"))
    shapes = sum(unshown_shapes(each) for each in drawings if each is not None)
    seen.add_if(shapes, "hidden-shape", "the workbook")
    _names(root, book.hidden, seen)
    views = [each.get("name", "") for each in root.iter("{*}customWorkbookView")]
    if views:
        seen.add("custom-view", few(views), len(views))
    look_into_package(archive, seen)


def _sheets(root: Any, related: Mapping[str, Relation]) -> list[tuple[str, str, str]]:
    """Return name, state and part of each sheet, in the order of the tabs."""
    nowhere = Relation("", "", external=False)
    return [
        (
            each.get("name", ""),
            each.get("state", "visible"),
            related.get(value_of(each, "id"), nowhere).target,
        )
        for each in root.iter("{*}sheet")
    ]


def _look_into_sheet(book: _Book, name: str, state: str, part: str, seen: Seen) -> None:
    """Note that a sheet is hidden, or what is hidden in one that can be seen."""
    try:
        filters = _filtered_tables(book.archive, part)
        data = look_into_data(book.archive, part, seen.budget, book.unseen)
    except CannotBeReadError:
        seen.add("partly-inspected", f"sheet “{name}”")
        data, filters = None, False
    if data and data.cut:
        seen.add("partly-inspected", f"sheet “{name}”")
    if state in _RULES:
        seen.add(_RULES[state], name, data.rows if data else 0)
    elif data:
        filtered = filters or data.filtered
        seen.add_if(data.hidden_rows, "filtered-rows" if filtered else "hidden-rows", name)
        seen.add_if(data.hidden_columns, "hidden-columns", name)
        seen.add_if(data.blacked_out, "blacked-out", f"sheet “{name}”")
        seen.add_if(data.white, "white-text", f"sheet “{name}”")
        seen.add_if(data.unshown, "hidden-text", f"sheet “{name}”")


def _filtered_tables(archive: Archive, part: str) -> bool:
    """Say whether a filter is set on a table of the sheet."""
    tables = (
        archive.xml(each.target)
        for each in relations(archive, part).values()
        if each.kind == "table" and not each.external
    )
    return any(
        root is not None and next(root.iter("{*}filterColumn"), None) is not None for root in tables
    )


def _pivots(archive: Archive, seen: Seen) -> None:
    """Note the copies of data that pivot tables, a data model and slicers keep."""
    for part in parts_like(archive, r"xl/pivotCache/pivotCacheDefinition\d*\.xml"):
        root = archive.xml(part)
        if root is not None:
            _pivot(archive, part, root, seen)
    if parts_like(archive, r"xl/model/item\.data"):
        seen.add("data-model")
    for part in parts_like(archive, r"xl/slicerCaches/.+\.xml"):
        root = archive.xml(part)
        if root is not None:
            seen.add("slicer", root.get("sourceName", ""))


def _pivot(archive: Archive, part: str, root: Any, seen: Seen) -> None:
    """Note what one pivot cache keeps: records, or lists of values (section 18.10.1)."""
    related = relations(archive, part).values()
    records = [each.target for each in related if each.kind == "pivotCacheRecords"]
    count = sum(_count(archive, name, "r") for name in records)
    shared = sum(len(each) for each in root.iter("{*}sharedItems"))
    source = next(root.iter("{*}worksheetSource"), None)
    name = (source.get("sheet") or source.get("name", "")) if source is not None else ""
    told = [f"from “{name}”"] if name else []
    told.append(f"{sum(1 for _ in root.iter('{*}cacheField'))} columns")
    told += [f"{shared} listed values"] if not count else []
    if count or shared:
        seen.add("pivot-cache", ", ".join(told), count)


def _count(archive: Archive, part: str, tag: str) -> int:
    """Count the elements of a part that have a name, whatever their namespace."""
    found: Counter[str] = Counter()

    def began(_parser: object, name: str, _attributes: object) -> None:
        found[name] += 1

    archive.walk(part, began)
    return sum(number for name, number in found.items() if name.rpartition(":")[2] == tag)


def _links(archive: Archive, seen: Seen) -> None:
    """Note each other file the workbook takes values from, and how many it keeps of them."""
    for part in parts_like(archive, r"xl/externalLinks/externalLink\d*\.xml"):
        targets = [each.target for each in relations(archive, part).values() if each.external]
        kept = _count(archive, part, "v")
        seen.add("external-link", ", ".join(targets) or "of no name", kept)


def _connections(archive: Archive, seen: Seen) -> None:
    """Note connections to data, and queries (Power Query keeps its own as a DataMashup)."""
    root = archive.xml("xl/connections.xml")
    for each in root if root is not None else ():
        if bare(each) == "connection":
            seen.add("data-connection", each.get("name") or each.get("description", ""))
    for part in parts_like(archive, r"customXml/item\d+\.xml"):
        beginning = archive.part(part)[:2000]
        if b"DataMashup" in beginning or b"D\0a\0t\0a\0M\0a\0s\0h\0u\0p" in beginning:
            seen.add("data-connection", "Power Query")


def _comments(archive: Archive, seen: Seen) -> None:
    """Note comments and notes; of a thread Excel keeps a note too, which is no second one."""
    notes = parts_like(archive, r"xl/(?:comments/)?comments?\d*\.xml")
    threads = parts_like(archive, r"xl/threadedComments/.+\.xml")
    placed = {each.get("ref", "") for each in _all(archive, notes, "{*}comment")}
    threaded = list(_all(archive, threads, "{*}threadedComment"))
    refs = {each.get("ref", "") for each in threaded}
    seen.add_if(len(placed - refs) + len(threaded), "comments")


def _all(archive: Archive, parts: list[str], tag: str) -> list[Any]:
    roots = (archive.xml(part) for part in parts)
    return [each for root in roots if root is not None for each in root.iter(tag)]


def _names(root: Any, hidden: list[str], seen: Seen) -> None:
    """Note names that are hidden, or point at hidden or deleted places (section 18.2.5)."""
    quoted = [re.escape(name.replace("'", "''")) for name in hidden]
    places = re.compile(rf"(?<![\w'])'?(?:{'|'.join(quoted)})'?!") if quoted else None
    for each in root.iter("{*}definedName"):
        name, refers = each.get("name", ""), each.text or ""
        # Excel's own: print areas, filters, and what its add-ins leave behind.
        if name.startswith(("_xlnm.", "_xlfn.", "_xlpm.")):
            continue
        astray = "#REF!" in refers or bool(places and places.search(refers))
        if is_on(each.get("hidden", "")) or astray:
            seen.add("hidden-name", name)
