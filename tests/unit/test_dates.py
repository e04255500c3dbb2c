"""Days are found however they are written, and only days that there are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.dates import find_dates
from assistant.domain.letters.context import long_date


@pytest.mark.parametrize(
    "text",
    [
        "2 January 2026",
        "2nd of January 2026",
        "2nd Jan 2026",
        "January 2, 2026",
        "02/01/2026",
        "2.1.26",
        "2026-01-02",
        "2\nJanuary 2026",
    ],
)
def test_dates_are_found_however_they_are_written(text: str) -> None:
    assert [day for _, _, day in find_dates(f"by {text}.")] == [date(2026, 1, 2)]


@pytest.mark.parametrize(
    "text", ["31 February 2026", "32/01/2026", "2026-13-01", "1.2", "May 2026"]
)
def test_what_is_no_day_is_not_found(text: str) -> None:
    assert list(find_dates(text)) == []


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_day_as_letters_write_it_is_found_where_it_stands(day: date) -> None:
    text = f"You will hear from us by {long_date(day)} at the latest."
    assert [(text[start:end], found) for start, end, found in find_dates(text)] == [
        (long_date(day), day)
    ]
