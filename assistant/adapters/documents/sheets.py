"""The words of a spreadsheet (ECMA-376): a line for each row, its cells divided by tabs."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from openpyxl import load_workbook

from assistant.adapters.documents.archive import DAMAGED, Archive
from assistant.adapters.documents.found import Budget, CannotBeReadError, Found

_MOST_SHEETS = 200
_CUT = "Only the beginning of the spreadsheet was read. Read the rest yourself."


def read_sheets(content: bytes, budget: Budget) -> Found:
    """Return the cells of an .xlsx as they were last computed, each sheet below its name."""
    archive = Archive(content)
    for name in archive.names():
        # openpyxl unpacks each part whole: none may be a bomb.
        if name.endswith((".xml", ".rels")):
            archive.part(name)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = [each for each in book.worksheets if each.sheet_state == "visible"][:_MOST_SHEETS]
        lines = list(budget.take(_lines(sheets)))
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise CannotBeReadError(DAMAGED) from error
    except SyntaxError as error:
        # What the parser of the standard library calls XML that is none.
        raise CannotBeReadError(DAMAGED) from error
    return Found("\n".join(lines).strip(), "" if budget.left else _CUT, len(sheets))


def _lines(sheets: list[Any]) -> Iterator[str]:
    for sheet in sheets:
        if len(sheets) > 1:
            yield f"\n{sheet.title}"
        # The size that a sheet claims may be a million empty rows.
        sheet.reset_dimensions()
        for row in sheet.iter_rows(values_only=True):
            line = "\t".join(map(_shown, row)).rstrip()
            if line:
                yield line


def _shown(value: object) -> str:
    """Return a cell's value as a person would read it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004 - exact in a float
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(" ", "minutes")
        case _:
            return str(value).strip()
