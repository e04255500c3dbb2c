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


@given(DAYS, st.integers(0, 27), st.integers(0, 60))
def test_subject_access_accounts_for_every_day_to_the_limit(
    received: date, gap: int, wait: int
) -> None:
    asked = received + timedelta(days=gap)
    came = asked + timedelta(days=wait)
    events = [
        ClockEvent(EventKind.CLARIFICATION_SOUGHT, asked),
        ClockEvent(EventKind.CLARIFICATION_RECEIVED, came),
    ]
    plain = compute(ClockKind.SAR, received, (), UK)
    deadline = compute(ClockKind.SAR, received, events, UK)
    assert plain.due_on is not None
    assert deadline.due_on is not None
    assert deadline.due_on >= plain.due_on
    for each in (plain, deadline):
        assert each.due_on is not None
        days = [
            received + timedelta(number) for number in range(1, (each.due_on - received).days + 1)
        ]
        counted = [one.date for one in each.working]
        passed = [one.date for one in each.skipped]
        assert sorted(counted + passed) == days
        assert counted[-1] == each.due_on
        assert [one.day for one in each.working] == list(range(1, len(counted) + 1))
    waited = [one for one in deadline.skipped if "awaiting clarification" in one.why]
    assert len(waited) == wait


def test_a_wait_that_began_after_the_limit_adds_no_time_and_is_pointed_out() -> None:
    late = subject_access(
        "2026-02-05", "clarification-sought 2026-03-06", "clarification-received 2026-03-20"
    )
    assert iso(late.due_on) == "2026-03-05"
    assert "the wait for it adds no time" in late.warnings[0]
    waiting = subject_access("2026-02-05", "clarification-sought 2026-03-06")
    assert "after the answer was due on 2026-03-05" in waiting.warnings[0]


def test_a_wait_that_began_on_the_day_the_limit_moved_to_still_counts() -> None:
    moved = subject_access(
        "2026-01-31", "clarification-sought 2026-03-02", "clarification-received 2026-03-05"
    )
    assert iso(moved.due_on) == "2026-03-05"


def test_clarification_asked_on_the_last_day_leaves_the_day_it_comes() -> None:
    deadline = subject_access(
        "2026-02-05", "clarification-sought 2026-03-05", "clarification-received 2026-03-11"
    )
    assert iso(deadline.due_on) == "2026-03-11"
