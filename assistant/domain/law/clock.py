"""The statutory clock: every limit of a request or a review, with the days it was counted by.

Each part of a request has its own clock, so that clarification of one part restarts that part's
alone; `combine` gives the date that the whole case has to keep.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from assistant.domain.law.calendar import Calendar
from assistant.domain.law.counting import bank_holidays, count
from assistant.domain.law.deadline import (
    Basis,
    ClockEvent,
    ClockKind,
    Deadline,
    EventKind,
    SkippedDay,
    Status,
    Term,
    WorkingDay,
)
from assistant.domain.law.limits import Limits
from assistant.domain.law.periods import PERIODS, rules_applied
from assistant.domain.law.subject_access import subject_access
from assistant.domain.law.timeline import Timeline, read_events

__all__ = [
    "Basis",
    "ClockEvent",
    "ClockKind",
    "Deadline",
    "EventKind",
    "SkippedDay",
    "Status",
    "Term",
    "WorkingDay",
    "combine",
    "compute",
    "latest_day_to_ask_for_review",
    "received_on",
]

_TO_ASK_FOR_REVIEW = 40
# Where every day of a statutory clock begins and ends.
LONDON = ZoneInfo("Europe/London")


def received_on(instant: datetime) -> date:
    """Return the date of receipt: the day in Europe/London, which ends at midnight.

    A time without an offset is read as the time in London. Weekends and holidays are days of
    receipt like any other (s.10(6) FOIA). Raises OverflowError at the ends of the calendar.
    """
    if instant.tzinfo is None:
        return instant.date()
    return instant.astimezone(LONDON).date()


def compute(
    kind: ClockKind,
    received: date,
    events: Iterable[ClockEvent],
    calendar: Calendar,
    terms: Sequence[Term] = (),
) -> Deadline:
    """Compute a clock from the day of receipt (a day in Europe/London) and what happened since.

    The events may come in any order; `terms` are the school's, for `ClockKind.SCHOOL`, which
    needs them; days before and after all of them count as school days. Raises ValueError for an
    event that cannot have happened like this, and for a school without terms. Rules: s.1(3), s.10,
    s.17(2) FOIA; regs 5, 7, 8, 9, 11 EIR; articles 12 and 12A UK GDPR.
    """
    if kind is ClockKind.SCHOOL and not terms:
        raise ValueError("a school's clock needs the dates of its terms")
    timeline = read_events(kind, received, events)
    if kind is ClockKind.SAR:
        deadline = subject_access(received, timeline, calendar)
    else:
        deadline = _counted(kind, received, timeline, calendar, terms)
    return _with_horizon(deadline, calendar)


def latest_day_to_ask_for_review(response_on: date, calendar: Calendar) -> date:
    """Return the last day on which an authority need take a request for review (guidance).

    The fortieth working day after the response; the Commissioner lets it refuse a later one.
    """
    return count(response_on, _TO_ASK_FOR_REVIEW, [bank_holidays(calendar)]).last


def combine(deadlines: Iterable[Deadline]) -> date | None:
    """Return the earliest limit for an answer among a case's clocks; None where all stand still."""
    return min((each.due_on for each in deadlines if each.due_on is not None), default=None)


def _counted(
    kind: ClockKind,
    received: date,
    timeline: Timeline,
    calendar: Calendar,
    terms: Sequence[Term],
) -> Deadline:
    """Compute a clock that counts working days."""
    period, limits = PERIODS[kind], Limits(kind, timeline, calendar, terms)
    moved = period.extended_basis if timeline.extended_on else period.basis
    deadline = Deadline(
        kind=kind,
        first_received_on=received,
        received_on=timeline.start,
        due_on=None,
        notice_due_on=None,
        decision_due_on=None,
        due_basis=moved if period.moves_answer else period.basis,
        decision_basis=moved,
        status=_status(timeline),
        rules=rules_applied(period, timeline),
        warnings=(*timeline.warnings, *_waiting(timeline), *limits.warnings()),
        standing_since=timeline.standing_since,
    )
    if deadline.status is not Status.RUNNING:
        return deadline
    return _running(deadline, timeline, limits, moves_answer=period.moves_answer)


def _running(
    deadline: Deadline, timeline: Timeline, limits: Limits, *, moves_answer: bool
) -> Deadline:
    """Put the dates of a running clock into a deadline, with the days that gave them."""
    counted = limits.first(timeline.start)
    first, warnings = counted.last, deadline.warnings
    if timeline.extended_on is not None:
        counted = limits.further(counted)
        if timeline.extended_on > first:
            late = (
                f"The requester was told of the extension on {timeline.extended_on}, after it was "
                f"due on {first}."
            )
            warnings = (*warnings, late)
    return replace(
        deadline,
        due_on=counted.last if moves_answer else first,
        notice_due_on=counted.last if moves_answer else first,
        decision_due_on=counted.last,
        working=counted.working,
        skipped=counted.skipped,
        warnings=warnings,
    )


def _waiting(timeline: Timeline) -> Iterator[str]:
    """Say what a clock that stands still waits for."""
    if timeline.asked_on is not None:
        yield (
            f"Clarification has been awaited since {timeline.asked_on}; the day it comes is the "
            "new date of receipt, so no date is known yet."
        )
    if timeline.unpaid_since is not None:
        yield (
            f"The fee has been awaited since {timeline.unpaid_since}; no date is known until it "
            "is received."
        )


def _with_horizon(deadline: Deadline, calendar: Calendar) -> Deadline:
    """Warn where a date lies beyond the bank holidays that are known."""
    last = max(filter(None, (deadline.due_on, deadline.decision_due_on)), default=None)
    warnings = list(deadline.warnings)
    if last is not None and last > calendar.horizon:
        warnings.append(
            f"Bank holidays are known until {calendar.horizon}; a holiday proclaimed after that "
            f"would move {last}."
        )
    if deadline.received_on < calendar.first:
        warnings.append(f"Bank holidays before {calendar.first} are not known to this calendar.")
    return replace(deadline, warnings=tuple(warnings))


def _status(timeline: Timeline) -> Status:
    """Say whether the clock runs; waiting for clarification comes before waiting for a fee."""
    if timeline.asked_on is not None:
        return Status.AWAITING_CLARIFICATION
    return Status.RUNNING if timeline.unpaid_since is None else Status.PAUSED
