"""The statutory clock: every limit of a request or a review, with the days it was counted by.

Each part of a request has its own clock, so that clarification of one part restarts that part's
alone; `combine` gives the date that the whole case has to keep.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from assistant.domain.law.calendar import Calendar
from assistant.domain.law.counting import Count, Reason, bank_holidays, count, outside, within
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
from assistant.domain.law.months import last_day_of_months
from assistant.domain.law.subject_access import subject_access
from assistant.domain.law.timeline import Interval, Timeline, read_events

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

_FURTHER = 20
_SCHOOL_LIMIT = 60
_TO_ASK_FOR_REVIEW = 40
_MONTHS_TO_PAY = 3


@dataclass(frozen=True, slots=True)
class _Period:
    """How long a clock runs, what an extension moves, and the provisions that say so.

    `moves_answer` is whether an extension moves the answer itself (EIR reg 7, reviews) or only the
    decision on the public interest (s.10(3) with s.17(2) FOIA), which is twenty further days.
    """

    days: int
    basis: Basis
    rules: tuple[str, ...]
    moves_answer: bool = False
    extended_basis: Basis = Basis.GUIDANCE
    extended_rules: tuple[str, ...] = ()
    restart_rules: tuple[str, ...] = ()
    fee_rule: str = ""


_FOI = _Period(
    days=20,
    basis=Basis.STATUTORY,
    rules=("FOIA s10(1)", "FOIA s10(6)"),
    extended_rules=("FOIA s10(3)", "FOIA s17(2)", "ICO guidance: 40 working days in all"),
    restart_rules=("FOIA s1(3)", "FOIA s10(6)"),
    fee_rule="FOIA s10(2)",
)
PERIODS: dict[ClockKind, _Period] = {
    ClockKind.FOI: _FOI,
    ClockKind.SCHOOL: replace(
        _FOI,
        rules=(*_FOI.rules, "FOIA s10(4)", "SI 2004/3364 reg 3; SI 2009/1369; SI 2010/2768"),
        extended_rules=("FOIA s10(3)", "FOIA s17(2)", "ICO guidance: 20 further working days"),
    ),
    ClockKind.ARCHIVES: replace(
        _FOI,
        days=30,
        rules=(*_FOI.rules, "FOIA s10(4)", "SI 2004/3364"),
        extended_rules=("FOIA s10(3)", "FOIA s17(2)", "ICO guidance: 20 further working days"),
    ),
    ClockKind.EIR: _Period(
        days=20,
        basis=Basis.STATUTORY,
        rules=("EIR reg 5(2)", "EIR reg 2(1)", "FOIA s10(6)"),
        moves_answer=True,
        extended_basis=Basis.STATUTORY,
        extended_rules=("EIR reg 7(1)", "EIR reg 7(3)"),
        restart_rules=("EIR reg 9(2)", "EIR reg 9(4)"),
        fee_rule="EIR reg 8(6)",
    ),
    ClockKind.FOI_REVIEW: _Period(
        days=20,
        basis=Basis.GUIDANCE,
        rules=("FOIA s45 code of practice", "FOIA s10(6)"),
        moves_answer=True,
        extended_rules=("FOIA s45 code of practice: exceptional cases",),
    ),
    ClockKind.EIR_REVIEW: _Period(
        days=40, basis=Basis.STATUTORY, rules=("EIR reg 11(4)", "EIR reg 2(1)", "FOIA s10(6)")
    ),
}


def received_on(instant: datetime) -> date:
    """Return the date of receipt: the day in Europe/London, which ends at midnight.

    A time without an offset is read as the time in London. Weekends and holidays are days of
    receipt like any other (s.10(6) FOIA). Raises OverflowError at the ends of the calendar.
    """
    if instant.tzinfo is None:
        return instant.date()
    return instant.astimezone(ZoneInfo("Europe/London")).date()


def compute(
    kind: ClockKind,
    received: date,
    events: Iterable[ClockEvent],
    calendar: Calendar,
    terms: Sequence[Term] = (),
) -> Deadline:
    """Compute a clock from the day of receipt (a day in Europe/London) and what happened since.

    The events may come in any order; `terms` are the school's, for `ClockKind.SCHOOL`, which
    needs them. Raises ValueError for an event that cannot have happened like this, and for a
    school without terms. Rules: s.1(3), s.10, s.17(2) FOIA; regs 5, 7, 9, 11 EIR; article 12
    UK GDPR.
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
    period = PERIODS[kind]
    extended = timeline.extended_on is not None
    fees = within(timeline.fees, f"awaiting the fee, {period.fee_rule}")
    reasons = [bank_holidays(calendar), fees]
    counted = _first_limit(kind, period, timeline.start, reasons, terms)
    deadline = Deadline(
        kind=kind,
        first_received_on=received,
        received_on=timeline.start,
        due_on=None,
        notice_due_on=None,
        decision_due_on=None,
        due_basis=period.extended_basis if extended and period.moves_answer else period.basis,
        decision_basis=period.extended_basis if extended else period.basis,
        status=_status(timeline),
        rules=_rules(period, timeline),
        warnings=timeline.warnings,
    )
    if deadline.status is not Status.RUNNING:
        return _standing(deadline, timeline, counted.last)
    return _running(deadline, period, timeline, counted, count(counted.last, _FURTHER, reasons))


def _first_limit(
    kind: ClockKind,
    period: _Period,
    start: date,
    reasons: list[Reason],
    terms: Sequence[Term],
) -> Count:
    """Count to the first limit; for a school to the earlier of its two (SI 2004/3364 reg 3)."""
    if kind is not ClockKind.SCHOOL:
        return count(start, period.days, reasons)
    school_days = outside([Interval(term.first, term.last) for term in terms], "not a school day")
    longest = count(start, _SCHOOL_LIMIT, reasons)
    in_school = count(start, period.days, [*reasons, school_days])
    reached = len(in_school.working) == period.days
    return in_school if reached and in_school.last <= longest.last else longest


def _running(
    deadline: Deadline, period: _Period, timeline: Timeline, counted: Count, further: Count
) -> Deadline:
    """Put the dates of a running clock into a deadline, with the days that gave them."""
    first = last = counted.last
    warnings = list(_fee_warnings(deadline.kind, timeline))
    if timeline.extended_on is not None:
        counted, last = counted.then(further), further.last
        if timeline.extended_on > first:
            warnings.append(
                f"The requester was told of the extension on {timeline.extended_on}, after it was "
                f"due on {first}."
            )
    return replace(
        deadline,
        due_on=last if period.moves_answer else first,
        notice_due_on=last if period.moves_answer else first,
        decision_due_on=last,
        working=counted.working,
        skipped=counted.skipped,
        warnings=(*deadline.warnings, *warnings),
    )


def _standing(deadline: Deadline, timeline: Timeline, would_be_due: date) -> Deadline:
    """Say why a clock stands still, and what to look at meanwhile."""
    warnings = list(deadline.warnings)
    if timeline.asked_on is not None:
        warnings.append(
            f"Clarification has been awaited since {timeline.asked_on}; the day it comes is the "
            "new date of receipt, so no date is known yet."
        )
        if timeline.asked_on > would_be_due:
            warnings.append(f"It was sought after the answer was due on {would_be_due}.")
    if timeline.unpaid_since is not None:
        warnings.append(
            f"The fee has been awaited since {timeline.unpaid_since}; no date is known until it "
            "is received."
        )
    warnings += _fee_warnings(deadline.kind, timeline)
    return replace(deadline, warnings=tuple(warnings))


def _fee_warnings(kind: ClockKind, timeline: Timeline) -> tuple[str, ...]:
    """Say until when a fee may be paid, and which came too late (s.9(2) FOIA)."""
    if kind is ClockKind.EIR:
        return ()
    late = tuple(
        f"The fee of the notice given on {fee.first} came on {fee.last}, after the three months of "
        "FOIA s9(2); the authority need not comply."
        for fee in timeline.fees
        if fee.last > last_day_of_months(fee.first, _MONTHS_TO_PAY)
    )
    if timeline.unpaid_since is None:
        return late
    until = last_day_of_months(timeline.unpaid_since, _MONTHS_TO_PAY)
    return (*late, f"The fee may be paid until {until} (FOIA s9(2)).")


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


def _rules(period: _Period, timeline: Timeline) -> tuple[str, ...]:
    """Name the provisions applied, each once."""
    applied = (
        (True, period.rules),
        (timeline.restarted or timeline.asked_on is not None, period.restart_rules),
        (bool(timeline.fees) or timeline.unpaid_since is not None, (period.fee_rule,)),
        (timeline.extended_on is not None, period.extended_rules),
    )
    return tuple(dict.fromkeys(rule for applies, rules in applied if applies for rule in rules))
