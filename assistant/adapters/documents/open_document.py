"""The words of an OpenDocument text, spreadsheet or presentation (ISO/IEC 26300)."""

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # no types

from assistant.adapters.documents.archive import DAMAGED, LOCKED, Archive
from assistant.adapters.documents.found import Budget, CannotBeReadError, Found
from assistant.adapters.documents.numerals import numeral

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_LOCKED_PART = b"encryption-data"
_WORDLESS = {_TEXT + "tracked-changes", _OFFICE + "annotation", _TEXT + "note-citation"}
_BREAKS = {_TEXT + "tab": "\t", _TEXT + "line-break": "\n"}
_MOST_BLANKS = 100
_MOST_REPEATED = 50

Levels = Mapping[int, tuple[str, str, str]]


def read_open_document(content: bytes, budget: Budget) -> Found:
    """Return the text of an .odt, .ods or .odp; a table's row is a line, its cells tabs apart."""
    archive = Archive(content)
    if _LOCKED_PART in archive.part("META-INF/manifest.xml"):
        raise CannotBeReadError(LOCKED)
    root = archive.xml("content.xml")
    if root is None:
        raise CannotBeReadError(DAMAGED)
    body = root.find(_OFFICE + "body")
    if body is None:
        raise CannotBeReadError(DAMAGED)
    styles = {
        each.get(_STYLE + "name", ""): _levels(each) for each in root.iter(_TEXT + "list-style")
    }
    return Found("\n".join(budget.take(_lines(body, styles))).strip("\n"))


def _levels(style: Any) -> Levels:
    """Return format, prefix and suffix of each numbered level of a list."""
    return {
        int(each.get(_TEXT + "level", "1")): (
            each.get(_STYLE + "num-format", ""),
            each.get(_STYLE + "num-prefix", ""),
            each.get(_STYLE + "num-suffix", ""),
        )
        for each in style.findall(_TEXT + "list-level-style-number")
        if each.get(_TEXT + "level", "1").isdecimal()
    }


class _Lists:
    """The open lists around the place that is being read, and how far each has counted."""

    def __init__(self, styles: Mapping[str, Levels]) -> None:
        self.styles = styles
        self.open: list[tuple[Levels, list[int]]] = []
        self.label = ""

    def begin(self, element: Any) -> None:
        """Enter an element: a list opens, an item counts."""
        if element.tag == _TEXT + "list":
            outer = self.open[-1][0] if self.open else {}
            style = self.styles.get(element.get(_TEXT + "style-name", ""), outer)
            self.open.append((style, [0]))
        elif element.tag == _TEXT + "list-item" and self.open:
            levels, count = self.open[-1]
            count[0] += 1
            format_, prefix, suffix = levels.get(len(self.open), ("", "\u2022", ""))
            number = numeral(count[0], format_) if format_ else ""
            self.label = f"{prefix}{number}{suffix} ".lstrip()

    def end(self, element: Any) -> None:
        """Leave an element."""
        if element.tag == _TEXT + "list":
            self.open.pop()

    def labelled(self, said: str) -> str:
        """Return a paragraph behind the label of the item that it is the first of."""
        label, self.label = self.label, "" if said.strip() else self.label
        return label + said if said.strip() else said


def _lines(body: Any, styles: Mapping[str, Levels]) -> Iterator[str]:
    """Yield the lines in order, without recursion."""
    lists = _Lists(styles)
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            lists.end(element)
        elif element.tag in {_TEXT + "p", _TEXT + "h"}:
            yield lists.labelled(_said(element))
            walk.skip_subtree()
        elif element.tag == _TABLE + "table-row":
            yield _row(element)
            walk.skip_subtree()
        elif element.tag in _WORDLESS or not isinstance(element.tag, str):
            walk.skip_subtree()
        else:
            lists.begin(element)


def _row(row: Any) -> str:
    cells: list[str] = []
    for cell in row:
        if cell.tag != _TABLE + "table-cell":
            continue
        text = "\n".join(_said(each) for each in cell.iter(_TEXT + "p"))
        repeated = cell.get(_TABLE + "number-columns-repeated", "1")
        times = int(repeated) if repeated.isdecimal() and len(repeated) < 9 else 1  # noqa: PLR2004 - digits
        cells.extend([text] * (min(times, _MOST_REPEATED) if text else min(times, 1)))
    return "\t".join(cells).rstrip()


def _said(paragraph: Any) -> str:
    """Return the words of a paragraph: blanks, tabs and breaks are elements of their own."""
    said: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            said.append((element.tail or "") if element is not paragraph else "")
        elif element.tag in _WORDLESS or not isinstance(element.tag, str):
            walk.skip_subtree()
        elif element.tag == _TEXT + "s":
            count = element.get(_TEXT + "c", "1")
            said.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS))
        else:
            said.append(_BREAKS.get(element.tag) or element.text or "")
    return "".join(said)
