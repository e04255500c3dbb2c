"""The sample mail: fourteen fictional messages, dated a few days back from now."""

import re
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from email.utils import format_datetime
from importlib import resources
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
_PLACE = re.compile(r"\[\[(date|day of ([\w-]+))\]\]")


@dataclass(frozen=True, slots=True)
class Sample:
    """One arrival: the file it is made from, and when it reached the server."""

    name: str
    days_ago: int
    at: time


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message as it reached the mail server; `received_at` is aware."""

    name: str
    received_at: datetime
    raw: bytes = field(repr=False)


# In the order of arrival. One file named twice is the same message delivered twice.
SAMPLES = (
    Sample("e-scooters", 27, time(21, 17)),
    Sample("my-own-records", 12, time(9, 2)),
    Sample("firing-range", 9, time(14, 48)),
    Sample("firing-range", 9, time(14, 53)),
    Sample("custody-meals", 8, time(11, 30)),
    Sample("out-of-office", 8, time(11, 31)),
    Sample("bounce", 7, time(8, 12)),
    Sample("gorsafoedd", 6, time(16, 5)),
    Sample("body-worn-cameras", 5, time(10, 41)),
    Sample("tasers-pdf", 4, time(13, 26)),
    Sample("encrypted", 3, time(19, 59)),
    Sample("instructions", 3, time(23, 8)),
    Sample("e-scooters-chaser", 2, time(7, 55)),
    Sample("prevent-referrals", 1, time(12, 34)),
)


def deliveries(now: datetime) -> list[Delivery]:
    """Return the sample mail as if it had arrived in the weeks before `now` (aware).

    Times are of Europe/London. The Date header of a message is that of its first arrival, so that a
    second delivery has the same bytes.
    """
    today = now.astimezone(LONDON).date()
    arrivals = [
        (sample, datetime.combine(today - timedelta(days=sample.days_ago), sample.at, LONDON))
        for sample in SAMPLES
    ]
    first: dict[str, datetime] = {}
    for sample, received_at in arrivals:
        first.setdefault(sample.name, received_at)
    return [
        Delivery(sample.name, received_at, _filled(sample.name, first))
        for sample, received_at in arrivals
    ]


def _filled(name: str, first: dict[str, datetime]) -> bytes:
    """Return the message of a file, dates put in and with the line ends of mail (RFC 5322)."""
    source = resources.files(__package__).joinpath("mail", f"{name}.eml")

    def date(match: re.Match[str]) -> str:
        if match[2] is None:
            return format_datetime(first[name])
        day = first[match[2]]
        return f"{day.day} {day:%B %Y at %H:%M}"

    text = _PLACE.sub(date, source.read_text(encoding="utf-8"))
    return text.replace("\n", "\r\n").encode("utf-8")
