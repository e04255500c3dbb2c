"""A file of bank holidays in the shape of GOV.UK's, made of the days this version knows."""

from typing import Any

from assistant.domain.law.calendar import uk_calendar

DIVISIONS = {
    "england-and-wales": "England",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
}


def document(first: int, last: int | None = None, **more: str) -> dict[str, Any]:
    """Return whole years, and more days for every division: day_2026_06_19="A day off"."""
    days = uk_calendar(first, last or first).bank_holidays
    added = [
        {"title": title, "date": name.removeprefix("day_").replace("_", "-"), "notes": ""}
        for name, title in more.items()
    ]
    return {
        division: {
            "division": division,
            "events": [
                {"title": each.name, "date": day.isoformat(), "notes": "", "bunting": True}
                for day, each in days.items()
                if part in each.parts
            ]
            + added,
        }
        for division, part in DIVISIONS.items()
    }
