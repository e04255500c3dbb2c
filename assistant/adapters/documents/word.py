"""The words of a Word document (ECMA-376): paragraphs with the numbers that Word would show."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.adapters.documents.archive import DAMAGED, Archive
from assistant.adapters.documents.found import Budget, CannotBeReadError, Found
from assistant.adapters.documents.numerals import numeral

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PLACE = re.compile(r"%([1-9])")
_BREAKS = {_W + "br": "\n", _W + "cr": "\n", _W + "tab": "\t", _W + "noBreakHyphen": "-"}


@dataclass(slots=True)
class _Level:
    """How one level of a list is numbered."""

    format: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class _Lists:
    """The lists of a document: the levels of each, and how far each has been counted."""

    levels: Mapping[str, Mapping[int, _Level]] = field(default_factory=dict)
    styles: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def label(self, number: str, depth: int) -> str:
        """Count one paragraph of a list; return the label that Word writes before it."""
        levels = self.levels.get(number)
        level = levels.get(depth) if levels else None
        if levels is None or level is None:
            return ""
        counts = self.counts[number]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if level.format == "bullet":
            return "\u2022 "
        if level.format == "none":
            return ""

        def filled(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            other = levels.get(place, _Level())
            return numeral(counts.get(place, other.start), other.format)

        return _PLACE.sub(filled, level.text) + " " if level.text else ""


def read_word(content: bytes, budget: Budget) -> Found:
    """Return the text of a .docx; a table's row is a line, its cells divided by tabs."""
    archive = Archive(content)
    main = _main_part(archive)
    root = archive.xml(main)
    if root is None:
        raise CannotBeReadError(DAMAGED)
    lists = _lists(archive)
    lines = list(budget.take(_lines(root, lists)))
    for notes in ("word/footnotes.xml", "word/endnotes.xml"):
        found = archive.xml(notes) if budget.left else None
        if found is not None:
            lines.extend(each for each in budget.take(_lines(found, lists)) if each.strip())
    return Found("\n".join(lines))


def _main_part(archive: Archive) -> str:
    names = archive.names()
    return next(
        (each for each in ("word/document.xml", "word/document2.xml") if each in names),
        "word/document.xml",
    )


def _lines(root: Any, lists: _Lists) -> Iterator[str]:
    """Yield the lines of a part in order, without recursion."""
    waiting = [iter(root)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag == _W + "p":
            yield from _paragraph(element, lists)
        elif element.tag == _W + "tr":
            yield _row(element, lists)
        elif element.tag != _FALLBACK:
            waiting.append(iter(element))


def _row(row: Any, lists: _Lists) -> str:
    """Return a table's row as a line; a cell of several paragraphs keeps its own lines."""
    cells = []
    for cell in row.iter(_W + "tc"):
        paragraphs = [line for each in cell.iter(_W + "p") for line in _paragraph(each, lists)]
        cells.append("\n".join(each for each in paragraphs if each.strip()))
    return "\t".join(cells).rstrip()


def _paragraph(paragraph: Any, lists: _Lists) -> Iterator[str]:
    """Yield a paragraph's line, then those of text boxes that are anchored in it."""
    said: list[str] = []
    boxes: list[str] = []
    waiting = [iter(paragraph)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag == _W + "t":
            said.append(element.text or "")
        elif element.tag in _BREAKS:
            said.append(_BREAKS[element.tag])
        elif element.tag == _W + "txbxContent":
            boxes.extend(_box(element))
        elif element.tag == _W + "r" and _hidden(element):
            continue
        elif element.tag not in {_FALLBACK, _W + "pPr", _W + "del", _W + "moveFrom"}:
            waiting.append(iter(element))
    text = "".join(said)
    yield _label(paragraph, lists) + text if text.strip() else text
    yield from boxes


def _box(box: Any) -> Iterator[str]:
    """Yield the lines of a text box; boxes within boxes come as lines of the outer one."""
    for paragraph in box.iter(_W + "p"):
        yield "".join(each.text or "" for each in paragraph.iter(_W + "t"))


def _hidden(run: Any) -> bool:
    """Say whether Word does not show a run."""
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(_W + "val", "true") not in {"0", "false", "off"}


def _label(paragraph: Any, lists: _Lists) -> str:
    """Return the number or bullet that Word writes before a paragraph."""
    properties = paragraph.find(_W + "pPr")
    if properties is None:
        return ""
    style = _value(properties.find(_W + "pStyle"))
    number, depth = lists.styles.get(style, ("", 0))
    own = properties.find(_W + "numPr")
    if own is not None:
        number = _value(own.find(_W + "numId")) or number
        level = _value(own.find(_W + "ilvl"))
        depth = int(level) if level.isdecimal() else depth
    return lists.label(number, min(depth, 8)) if number and number != "0" else ""


def _lists(archive: Archive) -> _Lists:
    """Return the lists that the document's own parts define."""
    root = archive.xml("word/numbering.xml")
    if root is None:
        return _Lists()
    abstract = {
        each.get(_W + "abstractNumId"): {
            int(level.get(_W + "ilvl", "0")): _Level(
                _value(level.find(_W + "numFmt")) or "decimal",
                _value(level.find(_W + "lvlText")),
                _start(level),
            )
            for level in each.findall(_W + "lvl")
            if level.get(_W + "ilvl", "0").isdecimal()
        }
        for each in root.findall(_W + "abstractNum")
    }
    levels = {
        each.get(_W + "numId", ""): abstract.get(_value(each.find(_W + "abstractNumId")), {})
        for each in root.findall(_W + "num")
    }
    return _Lists(levels, _styles(archive))


def _styles(archive: Archive) -> dict[str, tuple[str, int]]:
    """Return the list and level that each numbered style belongs to."""
    root = archive.xml("word/styles.xml")
    found: dict[str, tuple[str, int]] = {}
    for style in root.findall(_W + "style") if root is not None else ():
        own = style.find(f"{_W}pPr/{_W}numPr")
        if own is not None:
            level = _value(own.find(_W + "ilvl"))
            number = _value(own.find(_W + "numId"))
            found[style.get(_W + "styleId", "")] = (number, int(level) if level.isdecimal() else 0)
    return found


def _start(level: Any) -> int:
    value = _value(level.find(_W + "start"))
    return int(value) if value.isdecimal() and len(value) < 6 else 1  # noqa: PLR2004 - no list is longer


def _value(element: Any) -> str:
    """Return the value of a property element, or "" where there is none."""
    return "" if element is None else str(element.get(_W + "val", ""))
