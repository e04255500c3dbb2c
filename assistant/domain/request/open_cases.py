"""Reads a list of open cases that another system kept: a CSV with a heading for each column."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.domain.dates import find_dates
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime

MOST_ROWS = 5_000
_LONGEST_TEXT = 200_000
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_ADDRESS = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+")
# By field, the headings that systems give it, in small letters and without signs.
HEADINGS = {
    "old_reference": ("reference", "ref", "case reference", "our reference", "case number", "id"),
    "received": ("received", "received on", "date received", "date of receipt", "receipt date"),
    "requester_name": ("requester", "requester name", "name", "applicant", "applicant name"),
    "requester_address": ("email", "e mail", "email address", "e mail address", "applicant email"),
    "postal_address": ("address", "postal address"),
    "subject": ("subject", "title", "summary", "topic"),
    "text": ("request", "text", "request text", "details", "description", "question"),
    "regime": ("regime", "act", "legislation", "type"),
    "officer": ("officer", "case officer", "assigned to", "owner", "case owner"),
}
_NEEDED = ("received", "text")
_REGIMES = {
    "foi": Regime.FOI,
    "foia": Regime.FOI,
    "freedom of information": Regime.FOI,
    "eir": Regime.EIR,
    "environmental information": Regime.EIR,
    "sar": Regime.SAR,
    "dsar": Regime.SAR,
    "subject access": Regime.SAR,
}


@dataclass(frozen=True, slots=True)
class OpenCase:
    """One open case of a list; `line` is that of the file it begins on, counted from 1.

    `regime` is None where the list says none, and is then proposed from the words. `officer` is a
    user name, or empty.
    """

    line: int
    old_reference: str
    received_on: date
    requester_name: str
    requester_address: str
    postal_address: str
    subject: str
    text: str
    regime: Regime | None
    officer: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is no case, with the reason in words for whoever made the list."""

    line: int
    old_reference: str
    reason: str


class _Rows(Protocol):
    """What reads CSV: rows, and how many lines of the file it has read."""

    line_num: int

    def __next__(self) -> list[str]: ...


def read_open_cases(content: bytes, today: date) -> Iterator[OpenCase | Refused]:
    """Yield each row of a list as a case, or as refused with its reason; empty rows are left out.

    `content` is CSV (RFC 4180) in UTF-8 or Windows-1252, with commas, semicolons or tabs. Dates
    stand day before month. `today` is a Europe/London day. Raises NotAllowed where the file as a
    whole cannot be read: no headings, or none for a column that is needed.
    """
    rows = csv.reader(_LINE.findall(_text(content)), _dialect(content))
    places = _places(_next(rows))
    for number, (line, row) in enumerate(_numbered(rows)):
        if number >= MOST_ROWS:
            yield Refused(line, "", f"Only {MOST_ROWS} rows are read at a time. Cut the list here.")
            return
        if isinstance(row, str):
            yield Refused(line, "", row)
        else:
            cells = {name: _cell(row, place) for name, place in places.items()}
            yield _case(line, cells, today)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _dialect(content: bytes) -> type[csv.Dialect]:
    """Return how the cells of a list are parted, from its first line."""
    first = content.split(b"\n", 1)[0]
    parted = max((b",", b";", b"\t"), key=first.count)

    class Parted(csv.excel):
        delimiter = parted.decode()

    return Parted


def _next(rows: _Rows) -> list[str]:
    try:
        return next(rows)
    except (StopIteration, csv.Error):
        raise NotAllowed(
            "The file has no rows. Choose a CSV file with a row of headings."
        ) from None


def _numbered(rows: _Rows) -> Iterator[tuple[int, list[str] | str]]:
    """Yield each row that is not empty with the line it begins on, or why it cannot be read."""
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, f"The row cannot be read as CSV: {error}."
            continue
        if any(cell.strip() for cell in row):
            yield line, row


def _places(headings: list[str]) -> dict[str, int]:
    """Return the column of each field; raises NotAllowed where a needed one has none."""
    plain = [" ".join(re.findall(r"[a-z0-9]+", heading.lower())) for heading in headings]
    places = {
        field: min(plain.index(name) for name in names if name in plain)
        for field, names in HEADINGS.items()
        if any(name in plain for name in names)
    }
    missing = [HEADINGS[field][0] for field in _NEEDED if field not in places]
    if missing:
        raise NotAllowed(
            f"The list has no column “{'”, “'.join(missing)}”. Its first row has to name the "
            "columns: received and request are needed; reference, name, email, address, subject, "
            "regime and officer are read where they are there."
        )
    return places


def _cell(row: list[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""


def _case(line: int, cells: dict[str, str], today: date) -> OpenCase | Refused:
    """Return one row as a case, or what is wrong with it."""
    old_reference = cells.get("old_reference", "")
    received = [day for _, _, day in find_dates(cells["received"])]
    address, regime = cells.get("requester_address", ""), cells.get("regime", "").lower()
    faults = (
        (not received, f"“{cells['received']}” is no date. Write it like 27/3/2026."),
        (any(day > today for day in received), "The date of receipt is in the future."),
        (not cells["text"], "There is no text of the request."),
        (len(cells["text"]) > _LONGEST_TEXT, "The text of the request is too long."),
        (
            bool(address) and not _ADDRESS.fullmatch(address),
            f"“{address}” is no e-mail address.",
        ),
        (
            not address and not cells.get("postal_address"),
            "There is no e-mail or postal address: the requester has to be answered.",
        ),
        (
            bool(regime) and regime not in _REGIMES,
            f"“{cells.get('regime')}” is no regime. Write FOI, EIR or SAR, or nothing.",
        ),
    )
    reason = next((words for wrong, words in faults if wrong), "")
    if reason:
        return Refused(line, old_reference, reason)
    return OpenCase(
        line=line,
        old_reference=old_reference,
        received_on=received[0],
        requester_name=cells.get("requester_name", ""),
        requester_address=address,
        postal_address=cells.get("postal_address", ""),
        subject=cells.get("subject", ""),
        text=cells["text"],
        regime=_REGIMES.get(regime),
        officer=cells.get("officer", ""),
    )
