"""The days that a question means: "since 2022", "last year", "since yesterday", "in the past week".

Every reading is one row: a pattern, and a small function that gives the first and the last day.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.domain.dates import MONTHS, find_dates

_YEAR = r"(?:19|20)\d\d"
_MONTH = "|".join(rf"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = (
    r"mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?"
)
_FROM = r"(?:since|from|after|starting|as of)"
_TO = r"(?:until|till|up to|before|to|prior to)"
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "few": 3, "couple of": 2, "couple": 2, "ten": 10, "twelve": 12,
}  # fmt: skip
_COUNT = rf"\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))}"
_LAST_MONTH = 12
_APRIL = 4


@dataclass(frozen=True, slots=True)
class Period:
    """Days in Europe/London, both included; None is open. `words` are those that said it."""

    since: date | None = None
    until: date | None = None
    words: str = ""

    @property
    def named(self) -> bool:
        """Whether any days were named at all."""
        return self.since is not None or self.until is not None


Days = tuple[date | None, date | None]
Reading = Callable[[re.Match[str], date], Days]


def find_period(text: str, today: date) -> tuple[Period, str]:
    """Return the days that a question in small letters means, and the question without them.

    `today` is a day in Europe/London. A whole date is read first, then the rows of _ROWS in their
    order; the first that fits is the one.
    """
    for pattern, reading in (*_DATED, *_ROWS):
        found = pattern.search(text)
        if found is None:
            continue
        try:
            first, last = reading(found, today)
        except (ValueError, OverflowError):
            continue
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        return Period(first, last, found.group().strip()), rest
    return Period(), text


def _day_in(text: str) -> date:
    """Return the one date in some words; raises ValueError where there is none."""
    for _, _, day in find_dates(text):
        return day
    raise ValueError(text)


def _since_day(found: re.Match[str], _: date) -> Days:
    return _day_in(found["day"]), None


def _until_day(found: re.Match[str], _: date) -> Days:
    return None, _day_in(found["day"])


def _on_day(found: re.Match[str], _: date) -> Days:
    day = _day_in(found["day"])
    return day, day


def _years(found: re.Match[str], _: date) -> Days:
    first, last = sorted((int(found["one"]), int(found["two"])))
    return date(first, 1, 1), date(last, 12, 31)


def _financial(found: re.Match[str], _: date) -> Days:
    year = int(found["one"])
    if (year + 1) % 100 != int(found["two"]):
        raise ValueError(found.group())
    return date(year, _APRIL, 1), date(year + 1, 3, 31)


def _since_year(found: re.Match[str], _: date) -> Days:
    return date(int(found["year"]), 1, 1), None


def _until_year(found: re.Match[str], _: date) -> Days:
    before = found["how"].startswith(("before", "prior"))
    return None, date(int(found["year"]) - before, 12, 31)


def _in_year(found: re.Match[str], _: date) -> Days:
    return date(int(found["year"]), 1, 1), date(int(found["year"]), 12, 31)


def _month_named(found: re.Match[str], today: date) -> date:
    """Return the first of a month: of the year named with it, else the last such month."""
    number = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(found["month"][:3]))
    if found["year"]:
        return date(int(found["year"]), number, 1)
    return date(today.year - (number > today.month), number, 1)


def _since_month(found: re.Match[str], today: date) -> Days:
    return _month_named(found, today), None


def _in_month(found: re.Match[str], today: date) -> Days:
    first = _month_named(found, today)
    return first, _last_of_month(first)


def _last_of_month(first: date) -> date:
    """Return the last day of the month that a day stands in."""
    year = first.year + (first.month == _LAST_MONTH)
    return date(year, first.month % _LAST_MONTH + 1, 1) - timedelta(days=1)


def _back(today: date, count: int, unit: str) -> date:
    """Return the day that lies so many days, weeks, months or years before."""
    if unit.startswith(("day", "night")):
        return today - timedelta(days=count)
    if unit.startswith(("week", "fortnight")):
        return today - timedelta(weeks=count * (2 if unit.startswith("f") else 1))
    months = count * (_LAST_MONTH if unit.startswith("y") else 1)
    year, month = divmod(today.year * _LAST_MONTH + today.month - 1 - months, _LAST_MONTH)
    last = _last_of_month(date(year, month + 1, 1))
    return last.replace(day=min(today.day, last.day))


def _past(found: re.Match[str], today: date) -> Days:
    said = found["count"] or "one"
    count = int(said) if said.isdigit() else _COUNTS[said]
    return _back(today, count, found["unit"]), None


def _weekday(found: re.Match[str], today: date) -> Days:
    number = next(n for n, day in enumerate(_WEEKDAYS) if day.startswith(found["day"][:3]))
    return today - timedelta(days=(today.weekday() - number - 1) % 7 + 1), None


def _start_of(unit: str, today: date) -> date:
    """Return the first day of the week, month or year that a day stands in."""
    if unit.startswith("week"):
        return today - timedelta(days=today.weekday())
    return today.replace(day=1) if unit.startswith("month") else date(today.year, 1, 1)


def _this(found: re.Match[str], today: date) -> Days:
    return _start_of(found["unit"], today), today


def _last_whole(found: re.Match[str], today: date) -> Days:
    last = _start_of(found["unit"], today) - timedelta(days=1)
    return _start_of(found["unit"], last), None if found["since"] else last


def _yesterday(found: re.Match[str], today: date) -> Days:
    day = today - timedelta(days=1)
    return day, None if found["since"] or found["day"] == "overnight" else day


def _today(_: re.Match[str], today: date) -> Days:
    return today, today


_SINCE = rf"(?P<since>\b{_FROM}\s+(?:the\s+)?)?"
_DATE = r"(?P<day>\d{1,2}(?:st|nd|rd|th)?[ /.\-]\S+[ /.\-]\d{2,4}|\d{4}-\d\d-\d\d)"
_DATED: tuple[tuple[re.Pattern[str], Reading], ...] = (
    (re.compile(rf"\b{_FROM}\s+(?:the\s+)?{_DATE}"), _since_day),
    (re.compile(rf"\b{_TO}\s+(?:the\s+)?{_DATE}"), _until_day),
    (re.compile(rf"\bon\s+(?:the\s+)?{_DATE}"), _on_day),
)
_ROWS: tuple[tuple[re.Pattern[str], Reading], ...] = tuple(
    (re.compile(pattern), reading)
    for pattern, reading in (
        (
            rf"\b(?:between|from)\s+(?P<one>{_YEAR})\s*(?:and|to|until|-|–)\s*(?P<two>{_YEAR})\b",
            _years,
        ),
        (rf"\b(?:in\s+)?(?P<one>{_YEAR})\s*(?:-|–|to)\s*(?P<two>{_YEAR})\b", _years),
        (rf"\b(?:in\s+|for\s+)?(?:fy\s*)?(?P<one>{_YEAR})\s*[/-]\s*(?P<two>\d\d)\b", _financial),
        (rf"\b{_FROM}\s+(?P<month>{_MONTH})\b\.?\s*(?P<year>{_YEAR})?(?![\d(])", _since_month),
        (
            rf"\b{_FROM}\s+(?:the year |start of |the start of |early )?(?P<year>{_YEAR})\b",
            _since_year,
        ),
        (rf"\b(?P<year>{_YEAR})\s+(?:onwards?|on|to date|and later)\b", _since_year),
        (rf"\b(?P<how>{_TO})\s+(?P<year>{_YEAR})\b", _until_year),
        (rf"\b(?:in|during)\s+(?P<month>{_MONTH})\b\.?\s*(?P<year>{_YEAR})?", _in_month),
        (rf"\b(?P<month>{_MONTH})\s+(?P<year>{_YEAR})\b", _in_month),
        (
            (
                rf"\b(?:in|over|within|during|since)?\s*(?:the\s+)?(?:last|past|previous)\s+"
                rf"(?P<count>{_COUNT})\s+(?P<unit>days?|nights?|weeks?|fortnights?|months?|years?|yrs?)\b"
            ),
            _past,
        ),
        (
            (
                r"\b(?:in|over|within|during)\s+the\s+(?:last|past)\s+(?P<count>(?!.))?"
                r"(?P<unit>day|week|fortnight|month|year)\b"
            ),
            _past,
        ),
        (rf"\b(?P<count>{_COUNT})\s+(?P<unit>days?|weeks?|months?|years?)\s+ago\b", _past),
        (rf"{_SINCE}\b(?:last|previous)\s+(?P<unit>week|month|year|yr)\b", _last_whole),
        (r"\bpast (?P<count>(?!.))?(?P<unit>day|week|fortnight|month|year)\b", _past),
        (rf"\b{_FROM}\s+(?:last\s+|on\s+)?(?P<day>{_WEEKDAY})\b", _weekday),
        (r"\b(?:so far )?this\s+(?P<unit>week|month|year)(?:\s+so far)?\b", _this),
        (r"\b(?:since )?the (?:start|beginning) of the (?P<unit>week|month|year)\b", _this),
        (rf"{_SINCE}\b(?P<day>yesterday|yday|overnight|last night)\b", _yesterday),
        (rf"(?:{_FROM}\s+)?\b(?:today|this morning|this afternoon)\b", _today),
        (rf"\b(?:in|during|for|of)?\s*\b(?P<year>{_YEAR})\b", _in_year),
    )
)
