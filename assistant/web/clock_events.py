"""What can be recorded of a case's clock: one row for each kind of event, and which fit now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.domain.case import State
from assistant.domain.law.deadline import ClockEvent, EventKind
from assistant.domain.law.timeline import why_not
from assistant.services.set_clock import clock_kind
from assistant.store.clocks import events_of
from assistant.store.models import Case


@dataclass(frozen=True, slots=True)
class KindOfEvent:
    """A kind of event: its address, and what its page says."""

    address: str
    heading: str
    done: str
    explanation: str
    day_hint: str


KINDS_OF_EVENT: Mapping[EventKind, KindOfEvent] = {
    EventKind.CLARIFICATION_SOUGHT: KindOfEvent(
        address="clarification-sought",
        heading="Record that clarification was sought",
        done="Clarification sought: recorded. The clock stands still until it comes.",
        explanation="For when you have asked the requester what they mean, and cannot find the "
        "information otherwise (s.1(3) FOIA, reg 9(2) EIR). No date runs while you wait, and the "
        "day the answer comes is the new date of receipt. Under subject access the clock pauses. "
        "Parts that you do not choose run on.",
        day_hint="The day the requester was asked.",
    ),
    EventKind.CLARIFICATION_RECEIVED: KindOfEvent(
        address="clarification-received",
        heading="Record that clarification came",
        done="Clarification received: recorded. The dates were computed again.",
        explanation="The day it reached the authority, weekends and holidays included, is the new "
        "date of receipt (s.10(6) FOIA, reg 9(4) EIR). Under subject access the days of waiting "
        "are added instead.",
        day_hint="The day it reached the authority.",
    ),
    EventKind.FEES_NOTICE: KindOfEvent(
        address="fees-notice",
        heading="Record a fees notice",
        done="Fees notice: recorded. The clock stands still until the fee comes.",
        explanation="The days from the notice to the fee, both included, are not counted "
        "(s.10(2) FOIA, reg 8(6) EIR). The requester has three months to pay under FOIA "
        "(s.9(2)), 60 working days under the EIR (reg 8(5)).",
        day_hint="The day the notice was given.",
    ),
    EventKind.FEES_PAID: KindOfEvent(
        address="fee-received",
        heading="Record that the fee came",
        done="Fee received: recorded. The dates were computed again.",
        explanation="The clock goes on on the day after the fee is received.",
        day_hint="The day the fee was received.",
    ),
    EventKind.EXTENDED: KindOfEvent(
        address="extend",
        heading="Record an extension",
        done="Extension: recorded. The dates were computed again.",
        explanation="Under FOIA the refusal notice stays due on the twentieth working day; only "
        "the decision on the public interest gets a later date (s.10(3), s.17(2)). Under the EIR "
        "a request that is both complex and voluminous may take 40 working days (reg 7). Under "
        "subject access two further months are possible (article 12(3) UK GDPR).",
        day_hint="The day the requester was told of it.",
    ),
}


def fitting(case: Case, on: date) -> dict[EventKind, list[int]]:
    """Return, for each kind of event, the places of the parts that it could happen to on a day."""
    events = events_of(case)
    parts = [(part, clock_kind(case, part.regime), events[part.pk]) for part in case.parts.all()]
    return {
        kind: [
            part.position
            for part, clock, happened in parts
            if why_not(clock, part.asked_in(case), happened, ClockEvent(kind, on)) is None
        ]
        for kind in KINDS_OF_EVENT
    }


def possible(case: Case, on: date) -> list[tuple[str, str]]:
    """Return the address and heading of each kind of event that could be recorded on a day."""
    if case.state != State.OPEN:
        return []
    fits = fitting(case, on)
    return [
        (f"web:{each.address}", each.heading) for kind, each in KINDS_OF_EVENT.items() if fits[kind]
    ]
