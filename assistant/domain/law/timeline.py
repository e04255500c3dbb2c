"""Reads the events of a clock in order: where it starts, where it stood still, whether it stands.

Under FOIA (s.1(3) with s.10(6)) and the EIR (reg 9(4)) clarification received is a new receipt;
under subject access the wait for it is left out of the count. A fees notice stops the count from
the day it is given to the day the fee is received, both included (s.10(2)).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from assistant.domain.law.deadline import ClockEvent, ClockKind, EventKind

_REQUEST = frozenset(EventKind)
ALLOWED: dict[ClockKind, frozenset[EventKind]] = {
    ClockKind.FOI: _REQUEST,
    ClockKind.EIR: _REQUEST,
    ClockKind.SCHOOL: _REQUEST,
    ClockKind.ARCHIVES: _REQUEST,
    ClockKind.SAR: _REQUEST - {EventKind.FEES_NOTICE, EventKind.FEES_PAID},
    ClockKind.FOI_REVIEW: frozenset({EventKind.EXTENDED}),
    ClockKind.EIR_REVIEW: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class EarlierClock:
    """A clock that clarification ended: its receipt, the asking, and whether it was extended."""

    start: date
    asked_on: date
    extended: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the events come to.

    `start` is the date of receipt that counts; `earlier` the clocks that clarification ended;
    `fees` and `waits` the closed stretches for a fee and (under subject access) for clarification;
    `unpaid_since` and `asked_on` the open ones; `extended_on` when the requester was last told of
    an extension of the clock that now runs.
    """

    start: date
    restarts: bool
    fees: tuple[Interval, ...] = ()
    waits: tuple[Interval, ...] = ()
    unpaid_since: date | None = None
    asked_on: date | None = None
    earlier: tuple[EarlierClock, ...] = ()
    extended_on: date | None = None
    warnings: tuple[str, ...] = ()

    @property
    def standing_since(self) -> date | None:
        """The day from which the clock stands still; None while it runs."""
        return min(filter(None, (self.asked_on, self.unpaid_since)), default=None)


def read_events(kind: ClockKind, received_on: date, events: Iterable[ClockEvent]) -> Timeline:
    """Return what the events come to, in the order of their dates and, within a day, as given.

    Raises ValueError where one is before the receipt, does not belong to this kind of clock, or
    answers something that had not happened yet.
    """
    timeline = Timeline(received_on, restarts=kind is not ClockKind.SAR)
    for event in sorted(events, key=lambda event: event.on):
        _check(kind, received_on, event)
        timeline = _STEPS[event.kind](timeline, event.on)
    return timeline


def _check(kind: ClockKind, received_on: date, event: ClockEvent) -> None:
    """Raise ValueError where an event cannot happen to this clock."""
    if event.kind not in ALLOWED[kind]:
        takes = ", ".join(each for each in EventKind if each in ALLOWED[kind]) or "no events"
        raise ValueError(f"{event.kind} has no place under {kind}, which takes {takes}")
    if event.on < received_on:
        raise ValueError(
            f"{event.kind} on {event.on} is before the receipt on {received_on}; "
            "an event cannot come before the request"
        )


def _sought(timeline: Timeline, on: date) -> Timeline:
    """Begin waiting for clarification; asking again while waiting changes nothing."""
    if timeline.asked_on is not None:
        return _warned(
            timeline,
            f"Clarification was asked for again on {on} while it was awaited; "
            f"the asking on {timeline.asked_on} counts.",
        )
    return replace(timeline, asked_on=on)


def _answered(timeline: Timeline, on: date) -> Timeline:
    """End the wait for clarification: a new receipt under FOIA and the EIR, else a pause."""
    if timeline.asked_on is None:
        raise ValueError(
            f"clarification-received on {on} has no clarification-sought on or before that day; "
            "give the day on which it was sought"
        )
    asked_on, timeline = timeline.asked_on, replace(timeline, asked_on=None)
    if not timeline.restarts:
        return replace(timeline, waits=(*timeline.waits, Interval(asked_on, on)))
    ended = EarlierClock(timeline.start, asked_on, timeline.extended_on is not None)
    if timeline.extended_on is not None:
        timeline = _warned(
            timeline,
            f"The extension told on {timeline.extended_on} was of the clock before clarification; "
            f"a new period began on {on}.",
        )
    return replace(timeline, start=on, earlier=(*timeline.earlier, ended), extended_on=None)


def _charged(timeline: Timeline, on: date) -> Timeline:
    """Begin waiting for a fee, for one notice at a time."""
    if timeline.unpaid_since is not None:
        raise ValueError(
            f"fees-notice on {on} follows one on {timeline.unpaid_since} that was not paid; "
            "give the day of fees-paid between them, or leave one out"
        )
    return replace(timeline, unpaid_since=on)


def _paid(timeline: Timeline, on: date) -> Timeline:
    """End the wait for a fee."""
    if timeline.unpaid_since is None:
        raise ValueError(
            f"fees-paid on {on} has no fees-notice on or before that day; "
            "give the day on which the notice was given"
        )
    paid = Interval(timeline.unpaid_since, on)
    return replace(timeline, unpaid_since=None, fees=(*timeline.fees, paid))


def _extended(timeline: Timeline, on: date) -> Timeline:
    """Note that the requester was told it will take longer; the first telling counts."""
    if timeline.extended_on is not None:
        return _warned(
            timeline,
            f"An extension was told again on {on}; it gives no further time beyond that told on "
            f"{timeline.extended_on}.",
        )
    return replace(timeline, extended_on=on)


def _warned(timeline: Timeline, warning: str) -> Timeline:
    """Add a warning."""
    return replace(timeline, warnings=(*timeline.warnings, warning))


_STEPS: dict[EventKind, Callable[[Timeline, date], Timeline]] = {
    EventKind.CLARIFICATION_SOUGHT: _sought,
    EventKind.CLARIFICATION_RECEIVED: _answered,
    EventKind.FEES_NOTICE: _charged,
    EventKind.FEES_PAID: _paid,
    EventKind.EXTENDED: _extended,
}
