"""The days that officers mean when they say since when, until when, and in which year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.chat.periods import find_period

# A Tuesday.
TODAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("since 2022", date(2022, 1, 1), None),
        ("from 2021", date(2021, 1, 1), None),
        ("2021 onwards", date(2021, 1, 1), None),
        ("in 2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("before 2020", None, date(2019, 12, 31)),
        ("until 2020", None, date(2020, 12, 31)),
        ("between 2020 and 2022", date(2020, 1, 1), date(2022, 12, 31)),
        ("2020-2022", date(2020, 1, 1), date(2022, 12, 31)),
        ("in 2023/24", date(2023, 4, 1), date(2024, 3, 31)),
        ("last year", date(2025, 1, 1), date(2025, 12, 31)),
        ("since last year", date(2025, 1, 1), None),
        ("this year", date(2026, 1, 1), TODAY),
        ("last month", date(2026, 2, 1), date(2026, 2, 28)),
        ("last week", date(2026, 2, 23), date(2026, 3, 1)),
        ("this week", date(2026, 3, 2), TODAY),
        ("since yesterday", date(2026, 3, 2), None),
        ("yesterday", date(2026, 3, 2), date(2026, 3, 2)),
        ("overnight", date(2026, 3, 2), None),
        ("today", TODAY, TODAY),
        ("since monday", date(2026, 3, 2), None),
        ("since tuesday", date(2026, 2, 24), None),
        ("since last fri", date(2026, 2, 27), None),
        ("since january", date(2026, 1, 1), None),
        ("since october", date(2025, 10, 1), None),
        ("since march 2024", date(2024, 3, 1), None),
        ("in feb 2025", date(2025, 2, 1), date(2025, 2, 28)),
        ("in the last 3 months", date(2025, 12, 3), None),
        ("in the past two years", date(2024, 3, 3), None),
        ("over the last year", date(2025, 3, 3), None),
        ("5 days ago", date(2026, 2, 26), None),
        ("since 1 march 2026", date(2026, 3, 1), None),
        ("since 1/3/26", date(2026, 3, 1), None),
        ("until 31.12.2024", None, date(2024, 12, 31)),
        ("on 2 march 2026", date(2026, 3, 2), date(2026, 3, 2)),
        ("since 2026-02-01", date(2026, 2, 1), None),
    ],
)
def test_a_period_is_read_as_officers_mean_it(
    words: str, since: date | None, until: date | None
) -> None:
    found, rest = find_period(f"what changed {words}", TODAY)
    assert (found.since, found.until) == (since, until)
    assert rest.split() == ["what", "changed"]


@pytest.mark.parametrize("words", ["what may change", "part 2 of 3", "s.31(1)", "since ever"])
def test_what_names_no_days_is_left_alone(words: str) -> None:
    assert find_period(words, TODAY) == (find_period("", TODAY)[0], words)


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(0, 200))
def test_no_period_looked_back_begins_after_today(today: date, count: int) -> None:
    for unit in ("days", "weeks", "months", "years"):
        found, _ = find_period(f"in the last {count} {unit}", today)
        assert found.since is not None
        assert found.since <= today
