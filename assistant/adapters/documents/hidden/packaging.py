"""What Office files of every kind have in common (ECMA-376 part 2): relations, properties."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.found import CannotBeReadError
from assistant.adapters.documents.hidden.seen import Seen

_EMBEDDED = re.compile(r"(?:word|xl|ppt)/(?:embeddings|media)/[^/]+\.(\w{1,5})", re.IGNORECASE)
# Pictures, sound and film are seen or heard where they stand.
_SHOWN = frozenset({"png", "jpg", "jpeg", "gif", "emf", "wmf", "tif", "tiff", "svg", "bmp", "wdp",
                    "mp3", "mp4", "m4a", "m4v", "wav", "avi", "mov", "rels"})  # fmt: skip
_MACROS = re.compile(r"(?:word|xl|ppt)/(?:vbaProject\.bin|macrosheets/.+\.xml)", re.IGNORECASE)
_FEW = 5
_WHITISH = re.compile("(?:F[5-9A-F]){3}", re.IGNORECASE)
# What programs put into every file: templates of forms and of kinds of content, never words.
_EMPTY_FORMS = (
    "http://schemas.microsoft.com/sharepoint/v3/contenttype/forms",
    "http://schemas.microsoft.com/office/2006/metadata/contentType",
    "http://schemas.microsoft.com/DataMashup",
)
_PEOPLE = ("creator", "lastModifiedBy", "Manager")
_WORDS = ("title", "subject", "description", "keywords", "category", "contentStatus", "Company",
          "HyperlinkBase")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a part: its kind (the last word of its type), and where it leads."""

    kind: str
    target: str
    external: bool


def relations(archive: Archive, part: str) -> dict[str, Relation]:
    """Return the relations of a part by their ids; targets inside are names of parts."""
    folder, name = posixpath.split(part)
    root = archive.xml(f"{folder}/_rels/{name}.rels")
    found: dict[str, Relation] = {}
    for each in root if root is not None else ():
        external = each.get("TargetMode") == "External"
        target = each.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = each.get("Type", "").rpartition("/")[2]
        found[each.get("Id", "")] = Relation(kind, target, external)
    return found


def look_into_package(archive: Archive, seen: Seen) -> None:
    """Note what any Office file may carry: files, macros, properties, a picture of itself."""
    names = archive.names()
    if any(_MACROS.fullmatch(each) for each in names):
        seen.add("macros")
    if any(each.lower().startswith("docprops/thumbnail") for each in names):
        seen.add("thumbnail")
    _properties(archive, seen)
    _custom_data(archive, seen)
    found = [(each, _EMBEDDED.fullmatch(each)) for each in names]
    embedded = [name for name, fits in found if fits and fits[1].lower() not in _SHOWN]
    if embedded:
        seen.add("embedded-file", few(map(posixpath.basename, embedded)), len(embedded))
    for each in embedded:
        look_inside_part(archive, each, seen)


def look_inside_part(archive: Archive, name: str, seen: Seen) -> None:
    """Look into a part that is a file by itself."""
    base = posixpath.basename(name)
    try:
        content = archive.part(name)
    except CannotBeReadError:
        seen.not_inspected(base)
        return
    seen.inside(base, content)


def parts_like(archive: Archive, pattern: str) -> list[str]:
    """Return the names of the parts that a pattern fits, in the order of their numbers."""
    fits = re.compile(pattern, re.IGNORECASE)
    return sorted(filter(fits.fullmatch, archive.names()), key=_by_number)


def bare(element: Any) -> str:
    """Return the tag of an element without its namespace; comments have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value_of(element: Any, name: str) -> str:
    """Return an attribute by its name, whatever its namespace, or ""."""
    return next(
        (str(held) for key, held in element.attrib.items() if key.rpartition("}")[2] == name), ""
    )


def is_whitish(colour: str) -> bool:
    """Say whether a colour in hex (RRGGBB, or AARRGGBB) cannot be told from white paper."""
    return _WHITISH.fullmatch(colour[-6:]) is not None


def is_on(value: str) -> bool:
    """Say whether a switch is on, as XML Schema spells it."""
    return value.lower() in {"1", "true", "on"}


def said_in(element: Any, tag: str) -> Iterator[str]:
    """Yield the texts of all elements of a tag below an element."""
    return (each.text or "" for each in element.iter(tag))


def unshown_shapes(root: Any) -> int:
    """Count the objects of a drawing that are switched off.

    Buttons and lists to choose from are drawn twice, once so for older programs ([MS-ODRAWXML]).
    """
    return sum(
        is_on(value_of(each, "hidden")) and next(each.iter("{*}compatExt"), None) is None
        for each in root.iter("{*}cNvPr")
    )


def few(names: Iterable[str]) -> str:
    """Name the first few, and say how many more there are."""
    listed = list(names)
    more = f" and {len(listed) - _FEW} more" if len(listed) > _FEW else ""
    return ", ".join(listed[:_FEW]) + more


def _properties(archive: Archive, seen: Seen) -> None:
    """Note who made the file, and what its properties say."""
    said: dict[str, str] = {}
    for part in parts_like(archive, r"docProps/(?:core|app)\d*\.xml"):
        root = archive.xml(part)
        for each in root if root is not None else ():
            if (each.text or "").strip():
                said[bare(each)] = each.text.strip()
    people = list(
        dict.fromkeys([said[name] for name in _PEOPLE if name in said] + _listed(archive))
    )
    if people:
        seen.add("author", ", ".join(people))
    words = [f"{name} “{said[name]}”" for name in _WORDS if name in said]
    for part in parts_like(archive, r"docProps/custom\d*\.xml"):
        root = archive.xml(part)
        words += [
            f"{each.get('name', '')} “{''.join(each.itertext()).strip()}”"
            for each in (root if root is not None else ())
            if isinstance(each.tag, str)
        ]
    if words:
        seen.add("properties", ", ".join(words))


def _listed(archive: Archive) -> list[str]:
    """Return the people who ever wrote a remark: the list outlives them ([MS-DOCX] 2.5.5)."""
    roots = (
        archive.xml(each) for each in parts_like(archive, r"(?:word/people|xl/persons/.+)\.xml")
    )
    people = (each for root in roots if root is not None for each in root.iter("{*}person"))
    names = (value_of(each, "displayName") or value_of(each, "author") for each in people)
    return [each for each in names if each]


def _custom_data(archive: Archive, seen: Seen) -> None:
    """Note the data that a program or a form keeps beside the text (ECMA-376 part 1, 15.2.5)."""
    for part in parts_like(archive, r"customXml/item\d+\.xml"):
        try:
            root = archive.xml(part)
        except CannotBeReadError:
            seen.add("partly-inspected", part)
            continue
        if root is None or root.tag.startswith(tuple(f"{{{each}}}" for each in _EMPTY_FORMS)):
            continue
        words = " ".join(each.strip() for each in root.itertext() if each.strip())
        if words:
            seen.add("custom-data", bare(root), len(words))


def _by_number(name: str) -> tuple[int, str]:
    number = re.search(r"(\d{1,9})\D*$", name)
    return (int(number[1]) if number else 0, name)
