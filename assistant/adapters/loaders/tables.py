"""Reads disclosure logs for the library, row by row: .csv and .tsv here, .xlsx in a process."""

import codecs
import csv
import itertools
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TextIO

from assistant.adapters.loaders.given import Given
from assistant.adapters.loaders.messages import responses_in
from assistant.adapters.loaders.sheets import BrokenSheetError, sheet_rows
from assistant.domain.library.columns import Columns, headings_in, of_row
from assistant.domain.library.precedents import LeftOut, Loaded, UnreadableFile
from assistant.domain.mail.mime import read

NO_HEADINGS = (
    "No row of its first 15 says what its columns hold. Name the columns in a file and give it "
    "with --columns."
)
NO_ANSWERS = (
    "Its columns do not say what was asked and what was answered. Name the columns in a file and "
    "give it with --columns."
)
_EMPTY_ROW = "The row lacks what was asked or what was answered."
_TOO_LONG = "A cell of it is longer than any letter. Divide the file, or save it as .xlsx."
_HEAD_ROWS = 15
_LONGEST_CELL = 2_000_000
_SAMPLE = 64_000


def first_rows(path: Path) -> list[Sequence[str]]:
    """Return the first rows of a table; raises BrokenSheetError where it cannot be read."""
    with closing(rows_of(path)) as rows:
        return list(itertools.islice(rows, _HEAD_ROWS))


def load_table(path: Path, columns: Columns | None, given: Given) -> Iterator[Loaded]:
    """Yield each row of a log with its request and its answer, or why it cannot be taken."""
    try:
        columns = columns or headings_in(first_rows(path))
        if columns is None:
            yield UnreadableFile(str(path), NO_HEADINGS)
        elif columns.is_mail:
            yield from _mails(path, columns, given)
        elif not columns.usable:
            yield UnreadableFile(str(path), NO_ANSWERS)
        else:
            yield from _rows(path, columns, given)
    except BrokenSheetError as error:
        yield UnreadableFile(str(path), str(error))


def _rows(path: Path, columns: Columns, given: Given) -> Iterator[Loaded]:
    """Yield the rows below the headings."""
    kind = path.suffix.lower().lstrip(".")
    for number, cells in enumerate(rows_of(path, given)):
        if number <= columns.row or not any(cell.strip() for cell in cells):
            continue
        place = f"{path}#{number + 1}"
        yield of_row(cells, columns, source=place, kind=kind) or LeftOut(place, _EMPTY_ROW)


def _mails(path: Path, columns: Columns, given: Given) -> Iterator[Loaded]:
    """Yield the responses among the mails of an exported folder."""
    at = {name: number for number, name in enumerate(columns.headings)}
    for number, cells in enumerate(rows_of(path, given)):
        if number <= columns.row:
            continue

        def said(name: str, cells: Sequence[str] = cells) -> str:
            place = at.get(name, len(cells))
            return cells[place] if place < len(cells) else ""

        head = (
            f"From: {said('From: (Address)')}\nTo: {said('To: (Address)')}\n"
            f"Subject: {' '.join(said('Subject').split())}\nMIME-Version: 1.0\n"
            "Content-Type: text/plain; charset=utf-8\n\n"
        )
        message = read((head + said("Body")).encode("utf-8", "replace"))
        place = f"{path}#{number + 1}"
        yield from responses_in(message, given, place=place, digest="", request="")


def rows_of(path: Path, given: Given | None = None) -> Generator[list[str], None, None]:
    """Yield the rows of a table as texts; raises BrokenSheetError where it cannot be read."""
    if path.suffix.lower() in {".xlsx", ".xlsm"}:
        yield from sheet_rows(path)
        return
    try:
        with path.open(encoding=_charset(path), errors="replace", newline="") as file:
            yield from _csv_rows(file, path, given)
    except OSError as error:
        raise BrokenSheetError(f"{error.strerror}.") from error


def _csv_rows(file: TextIO, path: Path, given: Given | None) -> Iterator[list[str]]:
    """Yield the rows of comma or tab separated text."""
    sample = file.read(_SAMPLE)
    file.seek(0)
    delimiter = "\t" if path.suffix.lower() == ".tsv" else _delimiter(sample)
    lines = (line.replace("\0", "") for line in _lines(file, given))
    # The limit is the process's: what else reads tables here keeps its own.
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from csv.reader(lines, delimiter=delimiter)
    except csv.Error as error:
        raise BrokenSheetError(_TOO_LONG) from error
    finally:
        csv.field_size_limit(before)


def _lines(file: TextIO, given: Given | None) -> Iterator[str]:
    """Yield lines, the longest in pieces, and tell how far the file is read."""
    done = 0
    while line := file.readline(_LONGEST_CELL):
        done += len(line)
        if given is not None:
            given.read(done)
        yield line


def _delimiter(sample: str) -> str:
    """Return what divides the cells: the sign of which the first lines have most."""
    head = "\n".join(sample.splitlines()[:_HEAD_ROWS])
    return max(",;\t|", key=head.count)


def _charset(path: Path) -> str:
    """Return the charset: by the mark at its head, else UTF-8 where it is that, else Windows'."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        if file.read(2) in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
            return "utf-16"
        file.seek(0)
        try:
            while piece := file.read(_SAMPLE):
                decoder.decode(piece)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"
