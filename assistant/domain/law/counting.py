"""Counts working days one by one, and keeps what was counted and what was passed over."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.domain.law.calendar import Calendar
from assistant.domain.law.deadline import SkippedDay, WorkingDay
from assistant.domain.law.timeline import Interval

_DAY = timedelta(days=1)
_SATURDAY = 5

Reason = Callable[[date], SkippedDay | None]


@dataclass(frozen=True, slots=True)
class Count:
    """The days counted, in order and numbered from 1, and the weekdays passed over."""

    working: tuple[WorkingDay, ...]
    skipped: tuple[SkippedDay, ...]

    @property
    def last(self) -> date:
        """The last day counted; a count of nothing has none, and raises IndexError."""
        return self.working[-1].date

    def then(self, further: "Count") -> "Count":
        """Return the count carried on by another that began on its last day."""
        done = len(self.working)
        carried = tuple(WorkingDay(done + each.day, each.date) for each in further.working)
        return Count((*self.working, *carried), (*self.skipped, *further.skipped))


def count(received_on: date, days: int, reasons: Iterable[Reason]) -> Count:
    """Count working days after a receipt, whose own day is day 0 (s.10(1), (6) FOIA).

    Every reason is asked of each weekday; the first that answers passes it over. Each passes over
    a stretch that ends, so the count does too.
    """
    asked = tuple(reasons)
    working: list[WorkingDay] = []
    skipped: list[SkippedDay] = []
    day = received_on
    while len(working) < days:
        day += _DAY
        if day.weekday() >= _SATURDAY:
            continue
        why = next((said for reason in asked if (said := reason(day))), None)
        if why is None:
            working.append(WorkingDay(len(working) + 1, day))
        else:
            skipped.append(why)
    return Count(tuple(working), tuple(skipped))


def bank_holidays(calendar: Calendar) -> Reason:
    """Pass over the bank holidays of a calendar, with their names."""

    def reason(day: date) -> SkippedDay | None:
        why = calendar.why_not(day)
        return SkippedDay(day, why, calendar.where(day)) if why else None

    return reason


def within(intervals: Iterable[Interval], why: str) -> Reason:
    """Pass over the days of some intervals."""
    stretches = tuple(intervals)

    def reason(day: date) -> SkippedDay | None:
        return SkippedDay(day, why) if any(day in each for each in stretches) else None

    return reason


def between(intervals: Iterable[Interval], why: str) -> Reason:
    """Pass over the days that lie between some intervals: after the first begins, in none of them.

    What comes before them all and after them all is not known, and is counted.
    """
    stretches = tuple(intervals)
    first = min(each.first for each in stretches)
    last = max(each.last for each in stretches)

    def reason(day: date) -> SkippedDay | None:
        known = first <= day <= last
        inside = any(day in each for each in stretches)
        return SkippedDay(day, why) if known and not inside else None

    return reason
