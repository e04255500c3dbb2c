"""Finds dates in a text, however they are written."""

import re
from collections.abc import Iterator
from datetime import date

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_DATE = re.compile(
    rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})\.?,? (?P<y1>\d{{4}})\b"
    rf"|\b(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})\b"
    r"|\b(?P<d3>\d{1,2})[/.-](?P<m3>\d{1,2})[/.-](?P<y3>\d{4}|\d{2})\b"
    r"|\b(?P<y4>\d{4})-(?P<m4>\d{2})-(?P<d4>\d{2})\b",
    re.IGNORECASE,
)
_CENTURY = 2000


def find_dates(text: str) -> Iterator[tuple[int, int, date]]:
    """Yield every date with its span; days before months, as the United Kingdom writes them.

    "2 January 2026", "2nd Jan 2026", "January 2, 2026", "02/01/2026", "2.1.26", "2026-01-02".
    """
    for match in _DATE.finditer(re.sub(r"\s", " ", text)):
        form = next(n for n in "1234" if match[f"y{n}"])
        month = match[f"m{form}"].lower()
        number = (
            int(month)
            if month.isdigit()
            else next(n for n, name in enumerate(MONTHS, 1) if name.startswith(month[:3]))
        )
        year = int(match[f"y{form}"])
        try:
            day = date(year if year > 99 else _CENTURY + year, number, int(match[f"d{form}"]))  # noqa: PLR2004 - two digits
        except ValueError:
            continue
        yield match.start(), match.end(), day
