from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.law import calendar as law_calendar
from assistant.domain.law.calendar import Calendar, from_gov_uk, uk_calendar, years_in_part
from tests.unit.law.own_holidays import UNION

UK = uk_calendar(2019, 2030)
DAYS = st.dates(date(2019, 1, 1), date(2030, 12, 31))


def gov_uk(**divisions: list[tuple[str, str]]) -> dict[str, object]:
    return {
        name.replace("_", "-"): {
            "division": name,
            "events": [{"title": title, "date": day, "notes": ""} for day, title in events],
        }
        for name, events in divisions.items()
    }


PUBLISHED = gov_uk(
    england_and_wales=[("2026-04-03", "Good Friday"), ("2026-04-06", "Easter Monday")],
    scotland=[("2026-04-03", "Good Friday"), ("2027-01-04", "2nd January")],
    northern_ireland=[("2026-04-03", "Good Friday"), ("2026-04-06", "Easter Monday")],
)


@given(DAYS)
def test_a_working_day_is_no_weekend_and_no_holiday_of_any_part(day: date) -> None:
    expected = day.weekday() < 5 and day not in UNION
    assert UK.is_working_day(day) is expected
    assert (UK.why_not(day) is None) is expected


def test_every_bank_holiday_of_twelve_years_is_the_one_worked_out_anew() -> None:
    weekdays = {day for day in UK.bank_holidays if day.weekday() < 5}
    assert weekdays == {day for day in UNION if 2019 <= day.year <= 2030}


@pytest.mark.parametrize(
    ("day", "why", "where"),
    [
        (date(2026, 4, 3), "Good Friday", "the United Kingdom"),
        (date(2026, 4, 6), "Easter Monday", "England, Wales and Northern Ireland"),
        (date(2026, 3, 17), "St Patrick’s Day", "Northern Ireland"),
        (date(2026, 11, 30), "St Andrew’s Day", "Scotland"),
        (date(2026, 12, 28), "Boxing Day (substitute day)", "the United Kingdom"),
        (date(2026, 8, 3), "Summer bank holiday", "Scotland"),
        (date(2026, 4, 4), "Saturday", ""),
        (date(2026, 4, 5), "Sunday", ""),
    ],
)
def test_a_day_that_does_not_count_says_why_and_where(day: date, why: str, where: str) -> None:
    assert (UK.why_not(day), UK.where(day)) == (why, where)


@pytest.mark.parametrize(
    "day",
    [
        date(2022, 6, 2),
        date(2022, 6, 3),
        date(2022, 9, 19),
        date(2023, 5, 8),
        date(2026, 6, 15),
        date(2027, 1, 4),
        date(2024, 12, 2),
    ],
)
def test_one_off_and_substitute_holidays_are_known(day: date) -> None:
    assert not UK.is_working_day(day)


def test_a_working_day_is_its_own_next_one() -> None:
    assert UK.next_working_day(date(2026, 4, 2)) == date(2026, 4, 2)
    assert UK.next_working_day(date(2026, 4, 3)) == date(2026, 4, 7)


def test_the_horizon_is_no_later_than_what_has_been_published() -> None:
    assert uk_calendar(2026, 2026).horizon == date(2026, 12, 31)
    assert uk_calendar(2026, 2035).horizon == law_calendar.PUBLISHED_UNTIL


def test_years_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(ValueError, match="2025, is before the first, 2026"):
        uk_calendar(2026, 2025)


@given(st.integers(2006, 2040))
def test_a_year_alone_is_the_same_as_within_others(year: int) -> None:
    alone, among = uk_calendar(year, year), uk_calendar(year - 1, year + 1)
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]
    assert [alone.why_not(day) for day in days] == [among.why_not(day) for day in days]


def test_the_days_that_gov_uk_publishes_make_a_calendar() -> None:
    calendar = from_gov_uk(PUBLISHED)
    assert calendar.why_not(date(2026, 4, 3)) == "Good Friday"
    assert calendar.where(date(2026, 4, 3)) == "the United Kingdom"
    assert calendar.where(date(2027, 1, 4)) == "Scotland"
    assert calendar.is_working_day(date(2026, 3, 17))


def test_the_horizon_of_gov_uk_is_the_year_that_every_division_has() -> None:
    calendar = from_gov_uk(PUBLISHED)
    assert (calendar.first, calendar.horizon) == (date(2026, 1, 1), date(2026, 12, 31))


def test_a_document_without_a_division_is_refused_by_its_name() -> None:
    with pytest.raises(ValueError, match="scotland: the bank holidays have no list"):
        from_gov_uk({key: value for key, value in PUBLISHED.items() if key != "scotland"})


@pytest.mark.parametrize(
    "event",
    ["Good Friday", {"title": "Good Friday"}, {"title": "x", "date": "soon"}, {"date": 5}],
)
def test_an_event_that_cannot_be_read_is_refused_by_its_division(event: object) -> None:
    document = PUBLISHED | {"scotland": {"events": [event]}}
    with pytest.raises(ValueError, match="scotland: an event that cannot be read"):
        from_gov_uk(document)


def test_a_calendar_is_a_value() -> None:
    assert uk_calendar(2026, 2026) == uk_calendar(2026, 2026)
    assert hash(uk_calendar(2026, 2026)) == hash(uk_calendar(2026, 2026))
    assert uk_calendar(2026, 2026) != Calendar({}, date(2026, 1, 1), date(2026, 12, 31))


def test_a_library_that_keeps_the_country_elsewhere_gives_the_same_days() -> None:
    quick = law_calendar.library_class()(subdiv="SCT", years=2026)
    ordinary = law_calendar.library_class(Path("missing.py"))(subdiv="SCT", years=2026)
    assert dict(quick) == dict(ordinary)


def published(year: int, *more: tuple[str, str]) -> dict[str, object]:
    """The days that the library gives for a year, as a file of GOV.UK, with some more."""
    whole = uk_calendar(year, year).bank_holidays
    names = {"england_and_wales": "England", "scotland": "Scotland"}
    names["northern_ireland"] = "Northern Ireland"
    return gov_uk(
        **{
            division: [
                *(
                    (day.isoformat(), each.name)
                    for day, each in whole.items()
                    if part in each.parts
                ),
                *more,
            ]
            for division, part in names.items()
        }
    )


def test_a_published_year_counts_alone_and_brings_what_was_proclaimed_since() -> None:
    calendar = uk_calendar(2026, 2027, from_gov_uk(published(2026, ("2026-06-19", "A day off"))))
    assert calendar.why_not(date(2026, 6, 19)) == "A day off"
    assert calendar.where(date(2026, 6, 19)) == "the United Kingdom"
    assert calendar.why_not(date(2027, 3, 26)) == "Good Friday"
    assert calendar.horizon == date(2026, 12, 31)


def test_a_published_year_may_lack_a_day_that_the_library_has() -> None:
    document = published(2026)
    for division in document.values():
        division["events"] = [  # type: ignore[index]  # a table of the document
            each
            for each in division["events"]  # type: ignore[index]  # likewise
            if each["date"] != "2026-06-15"
        ]
    calendar = uk_calendar(2026, 2026, from_gov_uk(document))
    assert calendar.is_working_day(date(2026, 6, 15))
    assert not UK.is_working_day(date(2026, 6, 15))


def test_days_published_for_part_of_a_year_are_added_to_the_usual_ones() -> None:
    calendar = from_gov_uk(dict.fromkeys(published(2026), gov_uk(a=[("2026-06-19", "New")])["a"]))
    assert years_in_part(calendar) == (2026,)
    merged = uk_calendar(2026, 2026, calendar)
    assert merged.why_not(date(2026, 6, 19)) == "New"
    assert merged.why_not(date(2026, 4, 3)) == "Good Friday"
    assert years_in_part(from_gov_uk(published(2026))) == ()


def test_a_note_of_gov_uk_tells_a_substitute_day() -> None:
    event = {"title": "Boxing Day", "date": "2026-12-28", "notes": "Substitute day"}
    names = ("england-and-wales", "scotland", "northern-ireland")
    calendar = from_gov_uk({name: {"events": [event]} for name in names})
    assert calendar.why_not(date(2026, 12, 28)) == UK.why_not(date(2026, 12, 28))


def test_divisions_without_a_year_in_common_are_refused() -> None:
    document = PUBLISHED | gov_uk(scotland=[("2027-01-04", "2nd January")])
    with pytest.raises(ValueError, match="no year for which every division"):
        from_gov_uk(document)


@pytest.mark.parametrize("document", [None, [], "holidays", {"scotland": []}, 7])
def test_what_is_no_document_of_gov_uk_is_refused(document: object) -> None:
    with pytest.raises(ValueError, match="england-and-wales"):
        from_gov_uk(document)


def test_two_holidays_on_one_day_are_both_named() -> None:
    assert UK.why_not(date(2023, 1, 2)) == "New Year’s Day (substitute day) / 2nd January"


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2022, 6, 3), "Platinum Jubilee bank holiday"),
        (date(2022, 9, 19), "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        (date(2023, 5, 8), "Bank holiday for the coronation of King Charles III"),
        (date(2026, 6, 15), "World Cup bank holiday"),
        (date(2026, 1, 2), "2nd January"),
    ],
)
def test_days_are_named_as_gov_uk_names_them(day: date, why: str) -> None:
    assert UK.why_not(day) == why
