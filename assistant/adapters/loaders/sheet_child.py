"""The process that reads a spreadsheet: a JSON list a row, or one object that says why not."""

import json
import resource
import signal
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, time
from typing import Any

_SECONDS = 300
_MEMORY = 1_500_000_000
# Unpacked, a log of ten years has some tens of megabytes; a bomb has gigabytes.
_LARGEST_UNPACKED = 400_000_000
_MOST_PARTS = 5_000
_CHUNK = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0"
_DAMAGED = "The spreadsheet is damaged. Open it, save it as .csv, and import that."
_LOCKED = "The spreadsheet is locked with a password. Save it without one, and import that."
_BOMB = "The spreadsheet unpacks to more than any log holds. Do not open it; ask where it is from."
_NO_ROWS = "There are no rows in it."
# openpyxl would load numpy where it finds it, which takes a second and much memory.
_NOT_WANTED = ("numpy", "pandas")


class _Refused(Exception):
    """Why the spreadsheet cannot be read, in a sentence."""


def main(path: str) -> None:
    """Print the rows of the first visible sheet that has any.

    Whatever a library meets in a broken file ends this process with status 1.
    """
    _limit()
    for name in _NOT_WANTED:
        sys.modules[name] = None  # type: ignore[assignment]  # this is how an import is refused
    try:
        _refuse_bombs(path)
        for row in _rows(path):
            sys.stdout.write(json.dumps(row) + "\n")
    except _Refused as refused:
        _say(str(refused))
    except MemoryError:
        _say(_BOMB)
    except BrokenPipeError:
        # Whoever asked has seen enough.
        sys.stderr.close()
        return
    with suppress(BrokenPipeError):
        sys.stdout.flush()


def _say(problem: str) -> None:
    sys.stdout.write(json.dumps({"problem": problem}) + "\n")


def _refuse_bombs(path: str) -> None:
    """Unpack every part once, keeping nothing: what a zip says of its sizes may be a lie."""
    with open(path, "rb") as file:  # noqa: PTH123 - one name less to import
        if file.read(4) == _OLE:
            raise _Refused(_LOCKED)
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS:
                raise _Refused(_BOMB)
            if any(part.flag_bits & 1 for part in parts):
                raise _Refused(_LOCKED)
            size = 0
            for part in parts:
                with archive.open(part) as opened:
                    while piece := opened.read(_CHUNK):
                        size += len(piece)
                        if size > _LARGEST_UNPACKED:
                            raise _Refused(_BOMB)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
        raise _Refused(_DAMAGED) from error


def _rows(path: str) -> Iterator[list[str]]:
    """Yield the rows of the first visible sheet that has any, without empty ones at its foot."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        # The size that a sheet claims may be a million empty rows.
        sheet.reset_dimensions()
        some, blank = False, 0
        for row in sheet.iter_rows(values_only=True):
            cells = [_shown(value) for value in row]
            if not any(cells):
                blank += 1
                continue
            yield from ([] for _ in range(blank))
            some, blank = True, 0
            yield cells
        if some:
            return
    raise _Refused(_NO_ROWS)


def _shown(value: Any) -> str:
    """Return a cell's value as a person would read it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _limit() -> None:
    """Bound this process for good: processor time, wall clock, memory, files."""
    signal.alarm(10 * _SECONDS)
    for what, limit in (
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        # Some systems do not know every limit.
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (limit, limit))
