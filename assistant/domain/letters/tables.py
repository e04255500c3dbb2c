"""Tables in a letter's text: columns parted by bars, by tabs, or by wide gaps."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_RULE = re.compile(r":?[-=_]{2,}:?")
_GAP = re.compile(r" {2,}")
_LONGEST_CELL = 60
# Words may stand far apart by chance in a line or two; not in three with as many columns.
_ROWS_BY_GAP = 3
_ROWS = 2


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells. `has_header` says that the first names the columns."""

    rows: tuple[tuple[str, ...], ...]
    has_header: bool


def table_at(lines: Sequence[str], at: int) -> tuple[Table, int] | None:
    """Return the table that begins with line `at`, and how many lines it takes; or None."""
    for cells_of, least in ((_by_bars, _ROWS), (_by_tabs, _ROWS), (_by_gaps, _ROWS_BY_GAP)):
        rows = _rows(lines, at, cells_of)
        if cells_of is _by_gaps:
            rows = _alike(rows)
        table = _table(rows)
        if table and len(table.rows) >= least:
            return table, len(rows)
    return None


def laid_out(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of a table as they stand in plain text: tabs become columns of spaces."""
    rows = [_by_tabs(line) for line in lines]
    if not all(rows):
        return tuple(line.rstrip() for line in lines)
    widths: dict[int, int] = {}
    for row in rows:
        for column, cell in enumerate(row):
            widths[column] = max(widths.get(column, 0), len(cell))
    return tuple(
        "  ".join(cell.ljust(widths[column]) for column, cell in enumerate(row)).rstrip()
        for row in rows
    )


def is_rule(cells: Sequence[str]) -> bool:
    """Tell whether a row only draws a line."""
    return any(cells) and all(not cell or _RULE.fullmatch(cell) for cell in cells)


def _rows(
    lines: Sequence[str], at: int, cells_of: Callable[[str], tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """Return the rows that the lines from `at` on are, up to the first that is none."""
    rows: list[tuple[str, ...]] = []
    for number in range(at, len(lines)):
        cells = cells_of(lines[number])
        if len(cells) < 2:  # noqa: PLR2004 - two columns are what makes a row
            break
        rows.append(cells)
    return rows


def _alike(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the rows up to the first with another number of cells."""
    for number, row in enumerate(rows):
        if len(row) != len(rows[0]):
            return rows[:number]
    return rows


def _table(rows: Sequence[tuple[str, ...]]) -> Table | None:
    """Return rows as a table without its rules; None where nothing but rules is left."""
    filled = [row for row in rows if not is_rule(row)]
    if not filled:
        return None
    width = max(len(row) for row in filled)
    even = tuple(row + ("",) * (width - len(row)) for row in filled)
    ruled = len(rows) > 1 and is_rule(rows[1])
    return Table(even, len(even) > 1 and (ruled or _names_columns(even)))


def _names_columns(rows: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether the first row names the columns: no figure in it, and figures below."""
    below = any(any(c.isdigit() for c in cell) for row in rows[1:] for cell in row)
    return below and not any(c.isdigit() for cell in rows[0] for c in cell)


def _by_bars(line: str) -> tuple[str, ...]:
    """Cut a line at its bars; nothing where it is no row."""
    bare = line.strip()
    if not (bare.startswith("|") or " | " in bare):
        return ()
    return _cells(bare.removeprefix("|").removesuffix("|").split("|"))


def _by_tabs(line: str) -> tuple[str, ...]:
    """Cut a line at its tabs."""
    return _cells(line.strip().split("\t")) if "\t" in line.strip() else ()


def _by_gaps(line: str) -> tuple[str, ...]:
    """Cut a line at gaps of two spaces or more; prose with wide spaces is no row."""
    cells = _cells(_GAP.split(line.strip()))
    if any(len(cell) > _LONGEST_CELL or cell.endswith((".", "?", "!", ":")) for cell in cells):
        return ()
    return cells


def _cells(cells: Sequence[str]) -> tuple[str, ...]:
    """Return cells with single spaces."""
    return tuple(" ".join(cell.split()) for cell in cells)
