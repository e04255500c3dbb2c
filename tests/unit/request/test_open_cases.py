"""A list of open cases from another system is read row by row, and what is wrong is said."""

import csv
import io
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime
from assistant.domain.request.open_cases import MOST_ROWS, OpenCase, Refused, read_open_cases

TODAY = date(2026, 3, 3)
HEAD = "Reference,Date received,Name,E-mail,Subject,Request,Act,Owner\r\n"


def read(text: str | bytes) -> list[OpenCase | Refused]:
    return list(read_open_cases(text if isinstance(text, bytes) else text.encode(), TODAY))


def test_a_row_is_a_case_with_everything_the_list_says() -> None:
    row = "F/12,2 February 2026,Robin Ash,robin@example.org,Boats,"
    row += '"How many boats,\r\nand where?",EIR,olwen\r\n'

    assert read(HEAD + row) == [
        OpenCase(
            line=2,
            old_reference="F/12",
            received_on=date(2026, 2, 2),
            requester_name="Robin Ash",
            requester_address="robin@example.org",
            postal_address="",
            subject="Boats",
            text="How many boats,\r\nand where?",
            regime=Regime.EIR,
            officer="olwen",
        )
    ]


@pytest.mark.parametrize("parted", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_lists_come_in_the_forms_that_spreadsheets_save(parted: str, encoding: str) -> None:
    text = parted.join(["Received", "Address", "Request"]) + "\n"
    text += parted.join(["03/02/2026", "1 Café Road", "How many cafés?"]) + "\n"

    [found] = read(text.encode(encoding))

    assert isinstance(found, OpenCase)
    assert (found.received_on, found.text) == (date(2026, 2, 3), "How many cafés?")
    assert (found.postal_address, found.regime, found.officer) == ("1 Café Road", None, "")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("F/1,soon,R,r@x.test,S,Q,FOI,", "“soon” is no date"),
        ("F/1,30/2/2026,R,r@x.test,S,Q,FOI,", "is no date"),
        ("F/1,4/3/2026,R,r@x.test,S,Q,FOI,", "in the future"),
        ("F/1,2/3/2026,R,r@x.test,S, ,FOI,", "no text of the request"),
        ("F/1,2/3/2026,R,nobody,S,Q,FOI,", "“nobody” is no e-mail address"),
        ("F/1,2/3/2026,R,,S,Q,FOI,", "the requester has to be answered"),
        ("F/1,2/3/2026,R,r@x.test,S,Q,Magna Carta,", "“Magna Carta” is no regime"),
        ("F/1", "is no date"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_and_the_next_is_read(row: str, says: str) -> None:
    good = "F/2,2/3/2026,R,r@x.test,S,Q,,"

    refused, taken = read(f"{HEAD}{row}\r\n{good}\r\n")

    assert isinstance(refused, Refused)
    assert (refused.line, refused.old_reference) == (2, "F/1")
    assert says in refused.reason
    assert isinstance(taken, OpenCase)
    assert taken.line == 3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no rows"),
        ("Reference,Name\r\n1,R\r\n", "no column “received”, “request”"),
        ("Received,Name\r\n1,R\r\n", "no column “request”"),
    ],
)
def test_a_file_that_is_no_list_is_refused_as_a_whole(text: str, says: str) -> None:
    with pytest.raises(NotAllowed, match=says):
        read(text)


def test_a_row_that_is_no_csv_is_refused_alone() -> None:
    long = "x" * 200_000

    found = read(f"{HEAD}F/1,2/3/2026,R,r@x.test,S,{long},,\r\nF/2,2/3/2026,R,r@x.test,S,Q,,\r\n")

    assert isinstance(found[0], Refused)
    assert "cannot be read as CSV" in found[0].reason
    assert isinstance(found[-1], OpenCase)


def test_empty_rows_are_left_out_and_too_many_are_cut() -> None:
    row = "F/1,2/3/2026,R,r@x.test,S,Q,,\r\n"

    assert len(read(f"{HEAD}\r\n,,,,,,,\r\n{row}")) == 1
    found = read(HEAD + row * (MOST_ROWS + 5))
    assert len(found) == MOST_ROWS + 1
    assert isinstance(found[-1], Refused)


@given(st.lists(st.lists(st.text(max_size=20), min_size=8, max_size=8), max_size=5))
def test_whatever_stands_in_the_cells_each_row_is_a_case_or_refused(rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    content = HEAD.encode() + text.getvalue().encode("utf-8", "surrogatepass")

    for each in read(content):
        assert isinstance(each, OpenCase | Refused)
        assert each.line >= 2


@given(st.binary(max_size=200))
def test_any_file_is_read_or_refused(content: bytes) -> None:
    with suppress(NotAllowed):
        for each in read(content):
            assert isinstance(each, OpenCase | Refused)
