"""How long a case still has, in words and as a colour that repeats what the words say."""

from dataclasses import dataclass
from datetime import date, datetime

from assistant.domain.case import State
from assistant.domain.law.clock import received_on as london_date
from assistant.domain.law.clock_rules import USUAL, ClockRules
from assistant.domain.law.distance import working_days_after, working_days_between
from assistant.store.models import Case
from assistant.web.clocks import standing

__all__ = [
    "RUNNING",
    "SOON",
    "TimeLeft",
    "time_left",
    "today",
    "working_day_before",
    "working_days_after",
    "working_days_between",
]

SOON = 3
RUNNING = (State.OPEN, State.RESPONSE_APPROVED)


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """What to write beside a due date; `colour` is a GOV.UK tag's modifier."""

    words: str
    colour: str


def today(now: datetime) -> date:
    """Return the date in Europe/London, in which the working days of s.10 FOIA are counted."""
    return london_date(now)


def working_day_before(day: date, rules: ClockRules = USUAL) -> date:
    """Return the last working day before a day."""
    calendar = rules.calendar(day.year - 1, day.year)
    day = date.fromordinal(day.toordinal() - 1)
    while not calendar.is_working_day(day):
        day = date.fromordinal(day.toordinal() - 1)
    return day


def time_left(case: Case, on: date, rules: ClockRules = USUAL) -> TimeLeft | None:
    """Say how many working days a case has left on a day, by the authority's own bank holidays.

    None where the case is closed and its answer did not come back; where every clock stands still,
    what it waits for.
    """
    if case.state not in RUNNING and case.undelivered_at is None:
        return None
    if case.due_on is None:
        return TimeLeft(*standing(case.deadline))
    if case.due_on < on:
        late = working_days_between(case.due_on, on, rules)
        return TimeLeft(f"Overdue by {_days(max(late, 1))}", "red")
    left = working_days_between(on, case.due_on, rules)
    if case.due_on == on:
        return TimeLeft("Due today", "orange")
    return TimeLeft(f"{_days(left)} left", "yellow" if left <= SOON else "green")


def _days(count: int) -> str:
    """Spell out a number of working days."""
    return "1 working day" if count == 1 else f"{count} working days"
