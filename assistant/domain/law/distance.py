"""How many working days lie between two days, and which day lies so many after another."""

from datetime import date

from assistant.domain.law.clock_rules import USUAL, ClockRules


def working_days_between(start: date, end: date, rules: ClockRules = USUAL) -> int:
    """Return the working days after `start` up to and including `end` (s.10(6) FOIA)."""
    calendar = rules.calendar(start.year, end.year)
    days = (date.fromordinal(n) for n in range(start.toordinal() + 1, end.toordinal() + 1))
    return sum(1 for day in days if calendar.is_working_day(day))


def working_days_after(start: date, count: int, rules: ClockRules = USUAL) -> date:
    """Return the day that lies so many working days after another (s.10(6) FOIA)."""
    calendar = rules.calendar(start.year, start.year + 1)
    day = start
    while count > 0:
        day = date.fromordinal(day.toordinal() + 1)
        count -= calendar.is_working_day(day)
    return day
