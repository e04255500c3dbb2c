"""Bank holidays of 2018 to 2033 worked out anew, without the library that the program uses.

From the Banking and Financial Dealings Act 1971 (schedule 1), the common law and the proclamations:
so that the clock's tests do not take their days from the place they test.
"""

from collections.abc import Iterator
from datetime import date, timedelta

YEARS = range(2018, 2034)
ONE_OFFS = {
    date(2022, 6, 3),  # Platinum Jubilee
    date(2022, 9, 19),  # State Funeral
    date(2023, 5, 8),  # Coronation
    date(2026, 6, 15),  # World Cup, Scotland
}
# Proclaimed in place of the usual day.
MOVED = {
    date(2020, 5, 4): date(2020, 5, 8),  # VE Day
    date(2022, 5, 30): date(2022, 6, 2),  # Platinum Jubilee
}
MONDAY, SATURDAY = 0, 5


def easter(year: int) -> date:
    """The Sunday of Easter, by Gauss’s reckoning."""
    golden, century = year % 19, year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return date(year, month, sunday + 28 - 31 * (month // 4))


def first_monday(year: int, month: int) -> date:
    day = date(year, month, 1)
    return day + timedelta(days=(MONDAY - day.weekday()) % 7)


def last_monday(year: int, month: int) -> date:
    day = date(year, month, 31)
    return day - timedelta(days=day.weekday())


def off_the_weekend(day: date) -> date:
    """The following Monday, for a day that falls on a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= SATURDAY else 0)


def pair(first: date) -> Iterator[date]:
    """Two days together, each with the next free weekday where it falls on a weekend."""
    second = first + timedelta(days=1)
    if first.weekday() == SATURDAY - 1:  # Friday and Saturday
        yield from (first, first + timedelta(days=3))
    elif first.weekday() == SATURDAY:  # Saturday and Sunday
        yield from (first + timedelta(days=2), first + timedelta(days=3))
    elif first.weekday() > SATURDAY:  # Sunday and Monday
        yield from (second, first + timedelta(days=2))
    else:
        yield from (first, second)


def of_year(year: int) -> Iterator[date]:
    """Every weekday that is a bank holiday in some part of the United Kingdom."""
    yield from pair(date(year, 1, 1))  # 2 January is Scotland's
    yield off_the_weekend(date(year, 3, 17))
    yield easter(year) - timedelta(days=2)
    yield easter(year) + timedelta(days=1)
    yield first_monday(year, 5)
    yield last_monday(year, 5)
    yield off_the_weekend(date(year, 7, 12))
    yield first_monday(year, 8)
    yield last_monday(year, 8)
    yield off_the_weekend(date(year, 11, 30))
    yield from pair(date(year, 12, 25))


def holidays_of_the_union() -> frozenset[date]:
    usual = {day for year in YEARS for day in of_year(year)}
    return frozenset((usual - set(MOVED)) | set(MOVED.values()) | ONE_OFFS)


UNION = holidays_of_the_union()


def walked(received: date, number: int, left_out: frozenset[date] = frozenset()) -> date:
    """The working day of that number after a receipt, counted one by one."""
    day = received
    while number:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY and day not in UNION and day not in left_out:
            number -= 1
    return day
