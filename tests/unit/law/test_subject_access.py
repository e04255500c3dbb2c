from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.law.calendar import uk_calendar
from assistant.domain.law.clock import (
    Basis,
    ClockEvent,
    ClockKind,
    Deadline,
    EventKind,
    Status,
    compute,
)

UK = uk_calendar(2018, 2033)
DAYS = st.dates(date(2019, 1, 1), date(2030, 12, 31))


def event(text: str) -> ClockEvent:
    kind, _, on = text.partition(" ")
    return ClockEvent(EventKind(kind), date.fromisoformat(on))


def subject_access(received: str, *events: str) -> Deadline:
    happened = [event(each) for each in events]
    return compute(ClockKind.SAR, date.fromisoformat(received), happened, UK)


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@given(DAYS)
def test_a_subject_access_month_ends_on_a_working_day_within_the_rules(received: date) -> None:
    due = compute(ClockKind.SAR, received, (), UK).due_on
    assert due is not None
    assert UK.is_working_day(due)
    year, month = (received.year + received.month // 12, received.month % 12 + 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    corresponding = min(
        date(year, month, 1) + timedelta(received.day - 1), following - timedelta(1)
    )
    assert corresponding <= due
    days = (corresponding + timedelta(number) for number in range((due - corresponding).days))
    assert not any(UK.is_working_day(day) for day in days)


@pytest.mark.parametrize(
    ("received", "events", "due"),
    [
        ("2026-01-31", (), "2026-03-02"),
        ("2024-01-31", (), "2024-02-29"),
        ("2026-11-30", (), "2026-12-30"),
        ("2026-11-25", (), "2026-12-29"),
        ("2026-12-15", (), "2027-01-15"),
        ("2026-02-05", ("extended 2026-02-20",), "2026-05-05"),
        (
            "2026-02-05",
            ("clarification-sought 2026-02-10", "clarification-received 2026-02-15"),
            "2026-03-10",
        ),
        (
            "2026-02-05",
            (
                "clarification-sought 2026-02-10",
                "clarification-received 2026-02-15",
                "extended 2026-02-20",
            ),
            "2026-05-11",
        ),
        (
            "2026-02-05",
            ("clarification-sought 2026-02-10", "clarification-received 2026-02-10"),
            "2026-03-05",
        ),
    ],
)
def test_subject_access_counts_months(received: str, events: tuple[str, ...], due: str) -> None:
    deadline = subject_access(received, *events)
    assert iso(deadline.due_on) == iso(deadline.decision_due_on) == due
    assert deadline.status is Status.RUNNING
    assert deadline.due_basis is Basis.STATUTORY


def test_subject_access_pauses_while_clarification_is_awaited() -> None:
    deadline = subject_access("2026-02-05", "clarification-sought 2026-02-10")
    assert (deadline.status, deadline.due_on) == (Status.PAUSED, None)
    assert deadline.received_on == date(2026, 2, 5)
    assert "UK GDPR art 12A" in deadline.rules


def test_subject_access_is_told_of_an_extension_within_the_first_month() -> None:
    deadline = subject_access("2026-02-05", "extended 2026-03-20")
    assert iso(deadline.notice_due_on) == "2026-03-05"
    assert "after it was due on 2026-03-05" in deadline.warnings[0]


def test_subject_access_moved_by_one_parts_holiday_says_so() -> None:
    deadline = subject_access("2026-10-30")
    assert iso(deadline.due_on) == "2026-12-01"
    assert "bank holiday in Scotland only" in deadline.warnings[0]
