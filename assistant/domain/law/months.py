"""Periods of months: from a day to the corresponding day, or the last of a shorter month."""

from calendar import monthrange
from datetime import date, timedelta


def months_after(day: date, months: int) -> date:
    """Return the corresponding date so many months later; 31 January gives 28 or 29 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day_of_months(first: date, months: int) -> date:
    """Return the last day of a period of months that begins with a day: 1 March, 3 gives 31 May."""
    corresponding = months_after(first, months)
    if corresponding.day < first.day:
        return corresponding
    return corresponding - timedelta(days=1)
