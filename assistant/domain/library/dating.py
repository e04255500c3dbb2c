"""The date that a letter bears, told from the dates that it only mentions."""

import re
from collections.abc import Iterator
from datetime import date

from assistant.domain.dates import find_dates

# "Date: 14 May 2025", "Our ref: 2025/11   14 May 2025": few words beside the date.
_MOST_OTHER_WORDS = 6
_HEAD_LINES = 15
_FOOT_LINES = 8
_NOT_THE_LETTERS = re.compile(
    r"\b(?:received|request(?:ed)? (?:of|on|date)|date of (?:request|birth)|born|your (?:ref|letter"
    r"|e-?mail)|review(?:ed)? by|valid|between|from|to|until|since|since|due|by)\b",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"^\W*(?:date(?:d| of (?:this )?(?:letter|response|reply|issue))?)\b\W", re.IGNORECASE
)
_DEAR = re.compile(r"^\s*dear\b", re.IGNORECASE)


def date_of_letter(text: str) -> date | None:
    """Return the day a letter bears: a line that says so, else one of its head, else of its foot.

    A date within a sentence is never the letter's own. None where no line bears one.
    """
    lines = [line.strip() for line in text.replace("\u00a0", " ").splitlines() if line.strip()]
    said = (line for line in lines if _SAYS_SO.match(line))
    for group in (said, _head(lines), reversed(lines[-_FOOT_LINES:])):
        found = next((day for line in group if (day := _only_date(line)) is not None), None)
        if found is not None:
            return found
    return None


def _head(lines: list[str]) -> Iterator[str]:
    """Yield the lines above the salutation; the first few where there is none."""
    for line in lines[:_HEAD_LINES]:
        if _DEAR.match(line):
            return
        yield line


def _only_date(line: str) -> date | None:
    """Return the date of a line that says little else, and nothing of another date."""
    dates = list(find_dates(line))
    if len(dates) != 1:
        return None
    start, end, day = dates[0]
    rest = f"{line[:start]} {line[end:]}"
    if len(rest.split()) > _MOST_OTHER_WORDS or _NOT_THE_LETTERS.search(rest):
        return None
    return day
