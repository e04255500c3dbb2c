"""Answers `due`: the dates of one clock, or of a batch of them, with the working.

It touches no stored data and imports nothing but the law, so that it starts at once.
"""

import difflib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from assistant.domain.errors import NotAllowed
from assistant.domain.law.calendar import from_gov_uk
from assistant.domain.law.clock import (
    ClockEvent,
    ClockKind,
    Deadline,
    EventKind,
    Term,
    received_on,
)
from assistant.domain.law.clock_rules import USUAL, ClockRules

REGIMES = tuple(ClockKind)
# The Act and the Regulations have been in force since the first of these years.
FIRST_YEAR, LAST_YEAR = 2005, 2098
_OPTIONS = ("received", "regime", "event")
_BESIDE = frozenset({"id", "json"})


def clock_rules(
    kind: str = "foi",
    terms: Iterable[tuple[date, date]] = (),
    bank_holidays: Mapping[str, object] | None = None,
) -> ClockRules:
    """Return the rules of an authority's clocks, as its settings say them.

    `kind` is foi, school or archives, `terms` the first and last day of each of a school's,
    `bank_holidays` the document of a GOV.UK file. Raises ValueError where one cannot be used.
    """
    published = from_gov_uk(bank_holidays) if bank_holidays else None
    return ClockRules(
        ClockKind(kind or "foi"), tuple(Term(first, last) for first, last in terms), published
    )


def due_document(options: Mapping[str, object], rules: ClockRules = USUAL) -> dict[str, object]:
    """Return the answer to one query, as `due --json` prints it.

    `received` is a date or a time (ISO 8601; without an offset it is the time in London),
    `regime` one of the kinds of clock, `event` a list of "KIND:DATETIME"; `rules` are the
    authority's own, so that foi in a school is the school's clock. Raises NotAllowed with a line
    that says what would be right.
    """
    unknown = _unknown(options)
    received = _day("received", options.get("received"))
    kind = _regime(options.get("regime"))
    events = tuple(_event(each) for each in _listed(options.get("event")))
    if rules.own(kind) is ClockKind.SCHOOL and not rules.terms:
        raise NotAllowed(
            "A school’s clock needs the dates of its terms. Set FOI_SCHOOL_TERMS, such as "
            "2026-09-02/2026-10-23."
        )
    try:
        deadline = rules.deadline(kind, received, events)
    except ValueError as fault:
        raise NotAllowed(f"{fault}.") from fault
    return _document(kind, deadline, unknown)


def due_batch(lines: Iterable[str], rules: ClockRules = USUAL) -> Iterator[dict[str, object]]:
    """Yield an answer for each line that is not blank: one JSON object, the options by name.

    An `id` is passed through. A line that cannot be answered gives an object with `error` and its
    `line`, counted from 1, and the next is still answered.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _answer(number, line, rules)


def _answer(number: int, line: str, rules: ClockRules) -> dict[str, object]:
    """Answer one line of a batch."""
    answer: dict[str, object] = {}
    try:
        options = _object(line)
        if "id" in options:
            answer["id"] = options["id"]
        return answer | due_document(options, rules)
    except NotAllowed as fault:
        return answer | {"line": number, "error": str(fault)}


def _object(line: str) -> Mapping[str, object]:
    """Read a line as one JSON object."""
    try:
        read = json.loads(line.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as fault:
        raise NotAllowed(
            "This is not JSON. Give one object a line, the options by name."
        ) from fault
    if not isinstance(read, dict):
        raise NotAllowed('This is not a JSON object. Write it like {"received": "2026-03-27"}.')
    return read


def _unknown(options: Mapping[str, object]) -> tuple[str, ...]:
    """Return the options that mean nothing here; refuse one that is nearly an option.

    An `events` that was quietly left out would give a wrong date.
    """
    unknown = tuple(key for key in options if key not in _BESIDE and key not in _OPTIONS)
    for key in unknown:
        for near in difflib.get_close_matches(key.lower(), _OPTIONS, n=1):
            raise NotAllowed(f"There is no option “{key}”. Did you mean “{near}”?")
    return unknown


def _regime(value: object) -> ClockKind:
    """Read the regime; FOI where none is named."""
    wanted = "foi" if value is None else str(value).strip().lower()
    for kind in REGIMES:
        if kind.value == wanted:
            return kind
    raise NotAllowed(f"There is no regime “{value}”. It is one of: {', '.join(REGIMES)}.")


def _listed(value: object) -> list[object]:
    """Return the events as a list: none, one alone, or several."""
    if value is None:
        return []
    if isinstance(value, list | tuple):
        return list(value)
    return [value]


def _event(value: object) -> ClockEvent:
    """Read an event, "KIND:DATETIME"."""
    name, colon, when = str(value).partition(":")
    kinds = {kind.value: kind for kind in EventKind}
    kind = kinds.get(name.strip().lower())
    if kind is None or not colon:
        raise NotAllowed(
            f"“{value}” is not an event. Write it like {EventKind.EXTENDED}:2026-04-20; "
            f"it begins with one of: {', '.join(kinds)}."
        )
    return ClockEvent(kind, _day(kind, when))


def _day(name: str, value: object) -> date:
    """Read a date or a time as its day in London, within the years that the law is known for."""
    if value is None or value == "":
        raise NotAllowed(f"Say when: “{name}” needs a date or a time like 2026-03-27T23:10.")
    try:
        day = received_on(datetime.fromisoformat(str(value).strip()))
    except (ValueError, OverflowError) as fault:
        raise NotAllowed(
            f"“{value}” ({name}) is not a date or a time. Write it like 2026-03-27 or "
            "2026-03-27T23:10."
        ) from fault
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotAllowed(
            f"“{value}” ({name}) is outside the years {FIRST_YEAR} to {LAST_YEAR}. Check the year."
        )
    return day


def _document(asked: ClockKind, deadline: Deadline, unknown: tuple[str, ...]) -> dict[str, object]:
    """Put a deadline into the shape that `due --json` promises."""
    ignored = tuple(f"The option “{key}” means nothing here and was left out." for key in unknown)
    return {
        "regime": str(asked),
        "clock": str(deadline.kind),
        "received_on": deadline.received_on.isoformat(),
        "first_received_on": deadline.first_received_on.isoformat(),
        "due_on": _iso(deadline.due_on),
        "notice_due_on": _iso(deadline.notice_due_on),
        "decision_due_on": _iso(deadline.decision_due_on),
        "basis": {
            "due_on": str(deadline.due_basis),
            "decision_due_on": str(deadline.decision_basis),
        },
        "status": str(deadline.status),
        "standing_since": _iso(deadline.standing_since),
        "working": [
            {"day": counted.day, "date": counted.date.isoformat()} for counted in deadline.working
        ],
        "skipped": [
            {"date": skipped.date.isoformat(), "why": skipped.why, "where": skipped.where}
            for skipped in deadline.skipped
        ],
        "rules": list(deadline.rules),
        "warnings": [*deadline.warnings, *ignored],
    }


def _iso(day: date | None) -> str | None:
    """Print a date, or nothing where there is none."""
    return None if day is None else day.isoformat()
