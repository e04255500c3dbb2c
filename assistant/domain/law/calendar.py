"""Working days as section 10(6) FOIA counts them: bank holidays of any part of the kingdom.

The days come from the JSON that GOV.UK publishes, and for years it does not hold from the rules of
the `holidays` library; regulation 2(1) EIR takes the same definition.
"""

import importlib.util
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import cast

import holidays

# One-off bank holidays are proclaimed a year or two ahead. Up to this day the library was compared
# with the days that GOV.UK publishes; later days follow from the rules alone.
PUBLISHED_UNTIL = date(2028, 12, 31)

_MODULE = Path(holidays.__file__).parent / "countries" / "united_kingdom.py"
_DAY = timedelta(days=1)
_SATURDAY = 5
_PARTS = {"ENG": "England", "WLS": "Wales", "SCT": "Scotland", "NIR": "Northern Ireland"}
_DIVISIONS = {
    "england-and-wales": ("England", "Wales"),
    "scotland": ("Scotland",),
    "northern-ireland": ("Northern Ireland",),
}
# Every division keeps at least so many days a year; one with fewer in a file is not whole.
_DAYS_OF_A_WHOLE_YEAR = 8
_SUBSTITUTE = " (substitute day)"
# The library's names where GOV.UK, which officers know, says it otherwise.
_NAMES = {
    "New Year's Day": "New Year’s Day",
    "New Year Holiday": "2nd January",
    "Saint Patrick's Day": "St Patrick’s Day",
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Summer Bank Holiday": "Summer bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
    "Saint Andrew's Day": "St Andrew’s Day",
    "Battle of the Boyne": "Battle of the Boyne (Orangemen’s Day)",
    "Platinum Jubilee of Elizabeth II": "Platinum Jubilee bank holiday",
    "State Funeral of Queen Elizabeth II": (
        "Bank Holiday for the State Funeral of Queen Elizabeth II"
    ),
    "Coronation of Charles III": "Bank holiday for the coronation of King Charles III",
    "Scotland's participation in the FIFA World Cup final": "World Cup bank holiday",
}


@dataclass(frozen=True, slots=True)
class BankHoliday:
    """A bank holiday: its name, and the parts of the United Kingdom that keep it."""

    name: str
    parts: tuple[str, ...]

    @property
    def where(self) -> str:
        """The parts in words: "Scotland", "England, Wales and Northern Ireland"."""
        if len(self.parts) == len(_PARTS):
            return "the United Kingdom"
        *most, last = self.parts
        return f"{', '.join(most)} and {last}" if most else last


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days count, from `first` to `horizon`, both included.

    Outside that range only weekends are known; whoever computes a date beyond it has to say so.
    """

    bank_holidays: Mapping[date, BankHoliday] = field(hash=False)
    first: date
    horizon: date

    def is_working_day(self, day: date) -> bool:
        """Whether a day counts under s.10(6) FOIA."""
        return day.weekday() < _SATURDAY and day not in self.bank_holidays

    def why_not(self, day: date) -> str | None:
        """Return why a day does not count ("Saturday", "Good Friday"), or None where it does."""
        if day.weekday() >= _SATURDAY:
            return "Saturday" if day.weekday() == _SATURDAY else "Sunday"
        holiday = self.bank_holidays.get(day)
        return holiday.name if holiday else None

    def where(self, day: date) -> str:
        """Return the parts of the kingdom that keep a bank holiday, or an empty string."""
        holiday = self.bank_holidays.get(day)
        return holiday.where if holiday else ""

    def next_working_day(self, day: date) -> date:
        """Return the day itself where it counts, else the first later one that does."""
        while not self.is_working_day(day):
            day += _DAY
        return day


def uk_calendar(first_year: int, last_year: int, published: Calendar | None = None) -> Calendar:
    """Return the calendar of whole years, both included, with the holidays of all four parts.

    `published` are the days of a GOV.UK file, from `from_gov_uk`. They alone count for a year in
    which every part of the kingdom has its days; to a year that the file holds in part they are
    added; and the horizon is the file's. Other years follow from the rules, each computed once,
    because they give the same answer for ever. Raises ValueError where the last year is before the
    first.
    """
    if last_year < first_year:
        raise ValueError(f"the last year, {last_year}, is before the first, {first_year}")
    days: dict[date, BankHoliday] = {}
    for year in range(first_year, last_year + 1):
        days |= _year(year) if published is None else _published_year(year, published)
    known = PUBLISHED_UNTIL if published is None else published.horizon
    horizon = min(date(last_year, 12, 31), known)
    return Calendar(MappingProxyType(days), date(first_year, 1, 1), horizon)


def from_gov_uk(document: object) -> Calendar:
    """Build a calendar from the structure of www.gov.uk/bank-holidays.json.

    The horizon is the end of the last year for which every division has days. Raises ValueError
    naming the division and the event that cannot be read.
    """
    tables = document if isinstance(document, Mapping) else {}
    found: dict[date, list[tuple[str, str]]] = {}
    years: list[set[int]] = []
    for division, parts in _DIVISIONS.items():
        events = [_event(division, event) for event in _events(tables, division)]
        years.append({day.year for day, _ in events})
        for day, title in events:
            found.setdefault(day, []).extend((title, part) for part in parts)
    shared = set.intersection(*years)
    if not shared:
        raise ValueError("there is no year for which every division has bank holidays")
    days = {day: _joined(found[day]) for day in sorted(found)}
    first, last = date(min(shared), 1, 1), date(max(shared), 12, 31)
    return Calendar(MappingProxyType(days), first, last)


def years_in_part(published: Calendar) -> tuple[int, ...]:
    """Return the years, up to its horizon, of which a published calendar lacks days.

    For these the rules of the library fill in what is missing.
    """
    years = range(published.first.year, published.horizon.year + 1)
    return tuple(year for year in years if not _is_whole(_of_year(year, published)))


@lru_cache(maxsize=4)
def library_class(module: Path = _MODULE) -> Callable[..., Mapping[date, str]]:
    """Return the library's class for the United Kingdom, loaded from its own module.

    Imported by its name, the module would bring the library's two hundred other countries with it,
    which takes two thirds of a second where nothing is compiled yet. A library that keeps it
    elsewhere is asked in the ordinary, slower way.
    """
    spec = importlib.util.spec_from_file_location("holidays_of_the_united_kingdom", module)
    if spec is None or spec.loader is None or not module.is_file():
        return partial(holidays.country_holidays, "GB")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return cast("Callable[..., Mapping[date, str]]", loaded.UnitedKingdom)


@lru_cache(maxsize=256)
def _year(year: int) -> Mapping[date, BankHoliday]:
    """Return the bank holidays of one year with the parts that keep them."""
    found: dict[date, list[tuple[str, str]]] = {}
    for code, part in _PARTS.items():
        for day, name in library_class()(subdiv=code, years=year).items():
            found.setdefault(day, []).extend((each, part) for each in _names(name))
    return MappingProxyType({day: _joined(found[day]) for day in sorted(found)})


def _of_year(year: int, published: Calendar) -> dict[date, BankHoliday]:
    """Return the published bank holidays of one year."""
    return {day: each for day, each in published.bank_holidays.items() if day.year == year}


def _is_whole(days: Mapping[date, BankHoliday]) -> bool:
    """Whether the days of a year are all of them, in every part of the kingdom."""
    kept = [sum(part in each.parts for each in days.values()) for part in _PARTS.values()]
    return min(kept) >= _DAYS_OF_A_WHOLE_YEAR


def _published_year(year: int, published: Calendar) -> Mapping[date, BankHoliday]:
    """Return the published days of a year; where they are not whole, with the library's."""
    days = _of_year(year, published)
    return days if _is_whole(days) else {**_year(year), **days}


def _names(names: str) -> Iterator[str]:
    """Yield what GOV.UK would call a day, with a note where it stands in for another.

    The library joins the names of two holidays on one day by a semicolon.
    """
    for name in names.split("; "):
        plain, observed, _ = name.partition(" (observed)")
        yield _NAMES.get(plain, plain) + (_SUBSTITUTE if observed else "")


def _joined(named: Iterable[tuple[str, str]]) -> BankHoliday:
    """Make one holiday of what each part calls it and keeps of it."""
    pairs = tuple(named)
    names = dict.fromkeys(name for name, _ in pairs)
    keeping = {part for _, part in pairs}
    return BankHoliday(" / ".join(names), tuple(p for p in _PARTS.values() if p in keeping))


def _events(document: Mapping[str, object], division: str) -> list[object]:
    """Return the events of a division of the GOV.UK document."""
    table = document.get(division)
    events = table.get("events") if isinstance(table, Mapping) else None
    if not isinstance(events, list) or not events:
        raise ValueError(f"{division}: the bank holidays have no list of events")
    return events


def _event(division: str, event: object) -> tuple[date, str]:
    """Read one event of the GOV.UK document."""
    fields = event if isinstance(event, Mapping) else {}
    note = str(fields.get("notes", "")).strip().lower()
    substitute = _SUBSTITUTE if note == "substitute day" else ""
    try:
        return date.fromisoformat(fields["date"]), str(fields["title"]) + substitute
    except (KeyError, TypeError, ValueError) as fault:
        raise ValueError(f"{division}: an event that cannot be read: {event!r}") from fault
