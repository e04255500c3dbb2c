"""The clock of a subject access request: a month, counted by the calendar (article 12 UK GDPR)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.domain.law.calendar import Calendar
from assistant.domain.law.deadline import (
    Basis,
    ClockKind,
    Deadline,
    SkippedDay,
    Status,
    WorkingDay,
)
from assistant.domain.law.months import months_after
from assistant.domain.law.timeline import Interval, Timeline

_MONTH, _EXTENDED = 1, 3
_EVERYWHERE = "the United Kingdom"
_PAUSED = "awaiting clarification, UK GDPR art 12A"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Limit:
    """The end of a period of months: by the calendar alone, and the working day it moves to.

    `waits` are the waits that were added to the period, `late` those that began after its end.
    """

    by_calendar: date
    on: date
    waits: tuple[Interval, ...]
    late: tuple[Interval, ...]


def subject_access(received: date, timeline: Timeline, calendar: Calendar) -> Deadline:
    """Compute the limits of a subject access request from the day of receipt.

    One month to the corresponding date, or the last day of a shorter month; three where extended
    (article 12(3)). The days spent waiting for clarification are added. A limit at a weekend or on
    a bank holiday moves to the next working day.
    """
    waiting = timeline.asked_on is not None
    months = _EXTENDED if timeline.extended_on else _MONTH
    told_by = _limit(received, _MONTH, timeline.waits, calendar)
    limit = _limit(received, months, timeline.waits, calendar)
    working, skipped = ((), ()) if waiting else _days(received, limit, calendar)
    warnings = (*timeline.warnings, *_late_askings(timeline, limit))
    if waiting:
        warnings += (_stands_since(timeline.asked_on),)
    else:
        warnings += (*_late_extension(timeline, told_by.on), *_in_part(skipped))
    return Deadline(
        kind=ClockKind.SAR,
        first_received_on=received,
        received_on=received,
        due_on=None if waiting else limit.on,
        notice_due_on=None if waiting else told_by.on,
        decision_due_on=None if waiting else limit.on,
        due_basis=Basis.STATUTORY,
        decision_basis=Basis.STATUTORY,
        status=Status.PAUSED if waiting else Status.RUNNING,
        working=working,
        skipped=skipped,
        rules=_rules(timeline, moved=not waiting and limit.on != limit.by_calendar),
        warnings=warnings,
        standing_since=timeline.standing_since,
    )


def _limit(received: date, months: int, waits: Sequence[Interval], calendar: Calendar) -> _Limit:
    """Return the end of a period; a wait that began after it cannot lengthen it any more."""
    end = months_after(received, months)
    added: list[Interval] = []
    late: list[Interval] = []
    for wait in waits:
        last_day = calendar.next_working_day(end)
        if wait.first > last_day:
            late.append(wait)
            continue
        added.append(wait)
        end = (end if wait.first <= end else last_day) + (wait.last - wait.first)
    return _Limit(end, calendar.next_working_day(end), tuple(added), tuple(late))


def _days(
    received: date, limit: _Limit, calendar: Calendar
) -> tuple[tuple[WorkingDay, ...], tuple[SkippedDay, ...]]:
    """Go from the day after receipt to the limit: every day is counted or says why it is not.

    A wait is left out from the day after the asking to the day the answer came.
    """
    working: list[WorkingDay] = []
    skipped: list[SkippedDay] = []
    for number in range(1, (limit.on - received).days + 1):
        day = received + _DAY * number
        why = calendar.why_not(day) if day >= limit.by_calendar else None
        if day != limit.on and any(wait.first < day <= wait.last for wait in limit.waits):
            skipped.append(SkippedDay(day, _PAUSED))
        elif why is not None:
            skipped.append(SkippedDay(day, why, calendar.where(day)))
        else:
            working.append(WorkingDay(len(working) + 1, day))
    return tuple(working), tuple(skipped)


def _stands_since(asked_on: date | None) -> str:
    """Say that no date is known while clarification is awaited."""
    return (
        f"The clock has stood still since {asked_on}, when clarification was sought; the days "
        "until it comes are added, so no date is known yet."
    )


def _late_askings(timeline: Timeline, limit: _Limit) -> tuple[str, ...]:
    """Warn where clarification was sought when the time had run out."""
    asked = [wait.first for wait in limit.late]
    if timeline.asked_on is not None and timeline.asked_on > limit.on:
        asked.append(timeline.asked_on)
    return tuple(
        f"Clarification was sought on {day}, after the answer was due on {limit.on}; the wait for "
        "it adds no time."
        for day in asked
    )


def _late_extension(timeline: Timeline, told_by: date) -> tuple[str, ...]:
    """Warn where the extension was told too late to count."""
    if timeline.extended_on is None or timeline.extended_on <= told_by:
        return ()
    told = f"The requester was told of the extension on {timeline.extended_on}"
    return (f"{told}, after it was due on {told_by}.",)


def _in_part(skipped: tuple[SkippedDay, ...]) -> tuple[str, ...]:
    """Warn where the limit moved because of a holiday that not every part of the kingdom keeps."""
    return tuple(
        f"{day.date} is a bank holiday in {day.where} only; elsewhere, answer by then."
        for day in skipped
        if day.where not in {"", _EVERYWHERE}
    )


def _rules(timeline: Timeline, *, moved: bool) -> tuple[str, ...]:
    """Name what was applied."""
    rules = ["UK GDPR art 12(3)"]
    if timeline.extended_on is not None:
        rules.append("UK GDPR art 12(3): two further months")
    if timeline.waits or timeline.asked_on is not None:
        rules.append("UK GDPR art 12A")
    if moved:
        rules.append("ICO guidance: to the next working day")
    return tuple(rules)
