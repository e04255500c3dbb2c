"""The clock of a subject access request: a month, counted by the calendar (article 12 UK GDPR)."""

from datetime import date, timedelta

from assistant.domain.law.calendar import Calendar
from assistant.domain.law.deadline import Basis, ClockKind, Deadline, SkippedDay, Status
from assistant.domain.law.months import months_after
from assistant.domain.law.timeline import Timeline

_MONTH, _EXTENDED = 1, 3
_EVERYWHERE = "the United Kingdom"
_DAY = timedelta(days=1)


def subject_access(received: date, timeline: Timeline, calendar: Calendar) -> Deadline:
    """Compute the limits of a subject access request from the day of receipt.

    One month to the corresponding date, or the last day of a shorter month; three where extended
    (article 12(3)). The days spent waiting for clarification are added. A limit at a weekend or on
    a bank holiday moves to the next working day.
    """
    waiting = timeline.asked_on is not None
    told_by, due, skipped = None, None, tuple[SkippedDay, ...]()
    warnings = timeline.warnings
    if waiting:
        warning = (
            f"The clock has stood still since {timeline.asked_on}, when clarification was sought; "
            "the days until it comes are added, so no date is known yet."
        )
        warnings += (warning,)
    else:
        paused = sum((wait.last - wait.first).days for wait in timeline.waits)
        months = _EXTENDED if timeline.extended_on else _MONTH
        told_by, _ = _rolled(months_after(received, _MONTH) + _DAY * paused, calendar)
        due, skipped = _rolled(months_after(received, months) + _DAY * paused, calendar)
        warnings += (*_late(timeline, told_by), *_in_part(skipped))
    return Deadline(
        kind=ClockKind.SAR,
        first_received_on=received,
        received_on=received,
        due_on=due,
        notice_due_on=told_by,
        decision_due_on=due,
        due_basis=Basis.STATUTORY,
        decision_basis=Basis.STATUTORY,
        status=Status.PAUSED if waiting else Status.RUNNING,
        skipped=skipped,
        rules=_rules(timeline, skipped),
        warnings=warnings,
    )


def _rolled(day: date, calendar: Calendar) -> tuple[date, tuple[SkippedDay, ...]]:
    """Return the first working day from a day on, and what was passed over on the way."""
    skipped: list[SkippedDay] = []
    while (why := calendar.why_not(day)) is not None:
        skipped.append(SkippedDay(day, why, calendar.where(day)))
        day += _DAY
    return day, tuple(skipped)


def _late(timeline: Timeline, told_by: date) -> tuple[str, ...]:
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


def _rules(timeline: Timeline, skipped: tuple[SkippedDay, ...]) -> tuple[str, ...]:
    """Name what was applied."""
    rules = ["UK GDPR art 12(3)"]
    if timeline.extended_on is not None:
        rules.append("UK GDPR art 12(3): two further months")
    if timeline.waits or timeline.asked_on is not None:
        rules.append("UK GDPR art 12A")
    if skipped:
        rules.append("ICO guidance: to the next working day")
    return tuple(rules)
