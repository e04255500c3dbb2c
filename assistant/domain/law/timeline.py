"""Reads the events of a clock in order: where it starts, where it stood still, whether it stands.

Under FOIA (s.1(3) with s.10(6)) and the EIR (reg 9(4)) clarification received is a new receipt;
under subject access the wait for it is left out of the count. A fees notice stops the count from
the day it is given to the day the fee is received, both included (s.10(2)).
"""

from collections.abc import Callable, Iterable, Sequence
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


# An event as a sentence can begin with it, and the regimes' names where one has no place.
IN_WORDS = {
    EventKind.CLARIFICATION_SOUGHT: "the asking for clarification",
    EventKind.CLARIFICATION_RECEIVED: "the clarification",
    EventKind.FEES_NOTICE: "the fees notice",
    EventKind.FEES_PAID: "the fee",
    EventKind.EXTENDED: "the extension",
}
_PLACES = {
    ClockKind.SAR: "subject access",
    ClockKind.FOI_REVIEW: "an internal review (FOI)",
    ClockKind.EIR_REVIEW: "an internal review (EIR)",
}


class ImpossibleEvent(ValueError):
    """An event that cannot have happened to a clock.

    `event` is the one, `why` says so in words that go on after it and its day: "is before ...".
    """

    def __init__(self, message: str, event: ClockEvent, why: str) -> None:
        self.event = event
        self.why = why
        super().__init__(message)

    @property
    def plain(self) -> str:
        """The fault as a sentence for an officer, without its full stop."""
        words = IN_WORDS.get(self.event.kind, f"“{self.event.kind}”")
        return f"{words[0].upper()}{words[1:]} of {long_day(self.event.on)} {self.why}"


def long_day(day: date) -> str:
    """Return a day as officers write it: 3 April 2026."""
    return f"{day.day} {day:%B %Y}"


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

    Raises ImpossibleEvent where one is before the receipt, does not belong to this kind of clock,
    or answers something that had not happened yet.
    """
    timeline = Timeline(received_on, restarts=kind is not ClockKind.SAR)
    for event in sorted(events, key=lambda event: event.on):
        _check(kind, received_on, event)
        timeline = _STEPS[event.kind](timeline, event.on)
    return timeline


def why_not(
    kind: ClockKind, received_on: date, events: Sequence[ClockEvent], new: ClockEvent
) -> str | None:
    """Return why an event cannot be added to those of a clock, or None where it can.

    The answer is a sentence for an officer, without its full stop. Asking twice and extending
    twice, which change nothing, are refused too.
    """
    try:
        now = read_events(kind, received_on, events)
        read_events(kind, received_on, [*events, new])
    except ImpossibleEvent as fault:
        return fault.plain
    if new.kind is EventKind.CLARIFICATION_SOUGHT and now.asked_on is not None:
        return f"Clarification has been awaited since {long_day(now.asked_on)} already"
    if new.kind is EventKind.EXTENDED and now.extended_on is not None:
        return f"The time was extended on {long_day(now.extended_on)} already"
    return None


def _check(kind: ClockKind, received_on: date, event: ClockEvent) -> None:
    """Raise ImpossibleEvent where an event cannot happen to this clock."""
    if event.kind not in _STEPS:
        raise ImpossibleEvent(
            f"{event.kind} is no event of a clock; there are {', '.join(EventKind)}",
            event,
            "is nothing that moves a clock",
        )
    if event.kind not in ALLOWED[kind]:
        takes = ", ".join(each for each in EventKind if each in ALLOWED[kind]) or "no events"
        raise ImpossibleEvent(
            f"{event.kind} has no place under {kind}, which takes {takes}",
            event,
            f"has no place under {_PLACES[kind]}",
        )
    if event.on < received_on:
        raise ImpossibleEvent(
            f"{event.kind} on {event.on} is before the receipt on {received_on}; "
            "an event cannot come before the request",
            event,
            f"is before the request, which was received on {long_day(received_on)}",
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
        raise ImpossibleEvent(
            f"clarification-received on {on} has no clarification-sought on or before that day; "
            "give the day on which it was sought",
            ClockEvent(EventKind.CLARIFICATION_RECEIVED, on),
            "answers nothing: none had been sought by that day",
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
        raise ImpossibleEvent(
            f"fees-notice on {on} follows one on {timeline.unpaid_since} that was not paid; "
            "give the day of fees-paid between them, or leave one out",
            ClockEvent(EventKind.FEES_NOTICE, on),
            f"follows one of {long_day(timeline.unpaid_since)} that has not been paid",
        )
    return replace(timeline, unpaid_since=on)


def _paid(timeline: Timeline, on: date) -> Timeline:
    """End the wait for a fee."""
    if timeline.unpaid_since is None:
        raise ImpossibleEvent(
            f"fees-paid on {on} has no fees-notice on or before that day; "
            "give the day on which the notice was given",
            ClockEvent(EventKind.FEES_PAID, on),
            "answers nothing: no fees notice had been given by that day",
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
