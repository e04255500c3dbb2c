"""The rows of one sheet, as a stream: which hold something, and which of that nobody sees."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.found import Budget
from assistant.adapters.documents.hidden.packaging import bare, is_on
from assistant.adapters.documents.hidden.sheet_styles import Unseen

_LETTERS = re.compile(r"[A-Z]{1,3}")
_HOLDS = frozenset({"v", "is", "f"})
# How often the time is looked at.
_EVERY = 500
_WIDEST = 16_384


@dataclass(slots=True)
class SheetData:
    """What a sheet holds: numbers of rows, columns and cells with content."""

    rows: int = 0
    hidden_rows: int = 0
    filtered: bool = False
    blacked_out: int = 0
    white: int = 0
    unshown: int = 0
    cut: bool = False
    hidden: list[tuple[int, int]] = field(default_factory=list)
    used_hidden: set[int] = field(default_factory=set)

    @property
    def hidden_columns(self) -> int:
        """How many hidden columns hold something."""
        return len(self.used_hidden)


def look_into_data(archive: Archive, part: str, budget: Budget, unseen: Unseen) -> SheetData:
    """Return what a sheet holds; `cut` where there was no time for all of it.

    Raises CannotBeReadError where the part is broken.
    """
    data = SheetData()
    tags = ("{*}col", "{*}row", "{*}filterColumn")
    for number, element in enumerate(archive.elements(part, *tags)):
        if number % _EVERY == 0 and not budget.left:
            data.cut = True
            break
        match bare(element):
            case "col":
                _column(element, data)
            case "row":
                _row(element, data, unseen)
            case _:
                data.filtered = True
    return data


def _column(element: Any, data: SheetData) -> None:
    width = element.get("width", "1")
    if is_on(element.get("hidden", "")) or (_is_zero(width) and width):
        first, last = element.get("min", ""), element.get("max", "")
        if first.isdecimal() and last.isdecimal():
            data.hidden.append((int(first), min(int(last), _WIDEST)))


def _row(element: Any, data: SheetData, unseen: Unseen) -> None:
    cells = list(_filled(element))
    if not cells:
        return
    data.rows += 1
    if is_on(element.get("hidden", "")) or _is_zero(element.get("ht", "1")):
        data.hidden_rows += 1
        return
    for column, style, length in cells:
        if data.hidden and any(first <= column <= last for first, last in data.hidden):
            data.used_hidden.add(column)
        elif style in unseen.black:
            data.blacked_out += length
        elif style in unseen.white:
            data.white += length
        elif style in unseen.unshown:
            data.unshown += length


def _filled(row: Any) -> Iterator[tuple[int, int, int]]:
    """Yield column, style and length of each cell that holds something."""
    column = 0
    for cell in row:
        if bare(cell) != "c":
            continue
        column = _number(cell.get("r", "")) or column + 1
        held = [each for each in cell if bare(each) in _HOLDS]
        if held:
            style = cell.get("s", "0")
            yield column, int(style) if style.isdecimal() else 0, max(_length(cell, held), 1)


def _length(cell: Any, held: list[Any]) -> int:
    """Return how many characters stand in a cell; a shared text counts as one."""
    return 1 if cell.get("t") == "s" else sum(len("".join(each.itertext())) for each in held)


def _number(reference: str) -> int:
    """Return the number of the column in a reference such as AB12, or 0."""
    letters = _LETTERS.match(reference)
    number = 0
    for letter in letters[0] if letters else "":
        number = 26 * number + ord(letter) - 64
    return number


def _is_zero(value: str) -> bool:
    try:
        return float(value) == 0
    except ValueError:
        return False
