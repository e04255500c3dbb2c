"""Record what happened to the clock: clarification, fees, more time; of the case or of parts."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.domain.law import deadline as law
from assistant.domain.law.clock import LONDON
from assistant.domain.law.timeline import why_not
from assistant.domain.letters.blocks import LetterKind
from assistant.ports import Clock
from assistant.services.chosen_parts import chosen_parts
from assistant.services.compose_again import queue_drafts
from assistant.services.set_clock import clock_kind, set_clock
from assistant.services.take_case import take_case
from assistant.store.clocks import events_of
from assistant.store.events import record
from assistant.store.models import Case, ClockEvent, RequestPart, User

# What the history of a case calls each.
HISTORY: Mapping[law.EventKind, EventKind] = {
    law.EventKind.CLARIFICATION_SOUGHT: EventKind.CLARIFICATION_SOUGHT,
    law.EventKind.CLARIFICATION_RECEIVED: EventKind.CLARIFICATION_RECEIVED,
    law.EventKind.FEES_NOTICE: EventKind.FEES_NOTICE_GIVEN,
    law.EventKind.FEES_PAID: EventKind.FEE_RECEIVED,
    law.EventKind.EXTENDED: EventKind.TIME_EXTENDED,
}


def record_clock_event(
    case_id: int,
    *,
    version: int,
    kind: law.EventKind,
    on: date,
    reason: str,
    by: User,
    clock: Clock,
    parts: Iterable[int] = (),
) -> Case:
    """Record an event of a day in Europe/London, and compute the dates of what it touches again.

    `parts` are places within the request; none means every part. Only these parts' clocks are
    touched: the others run on. An acknowledgement not yet approved is composed again, because it
    states the date. Raises NotAllowed for a day to come, and for what cannot have happened.
    """
    if on > clock.now().astimezone(LONDON).date():
        raise NotAllowed("The day cannot be in the future. Record it when it has happened.")
    with transaction.atomic():
        case = take_case(case_id, version, by=by, reason=reason)
        chosen = chosen_parts(case, parts)
        _refuse_what_cannot_be(case, chosen, law.ClockEvent(kind, on))
        whole = len(chosen) == case.parts.count()
        rows = [
            ClockEvent.objects.create(
                case=case,
                part=part,
                kind=kind,
                on=on,
                note=reason.strip(),
                recorded_by=by,
                recorded_at=clock.now(),
            )
            for part in ([None] if whole else chosen)
        ]
        set_clock(case)
        record(
            case,
            HISTORY[kind],
            by=by,
            at=clock.now(),
            reason=reason,
            on=on.isoformat(),
            parts=[] if whole else [part.position for part in chosen],
            clock_events=[row.pk for row in rows],
        )
        queue_drafts(case, clock=clock, kinds=(LetterKind.ACKNOWLEDGEMENT,))
    return case


def _refuse_what_cannot_be(case: Case, parts: list[RequestPart], new: law.ClockEvent) -> None:
    """Raise NotAllowed for the first part whose clock the event cannot happen to, naming it."""
    events = events_of(case)
    for part in parts:
        kind = clock_kind(case, part.regime)
        fault = why_not(kind, part.asked_in(case), events[part.pk], new)
        if fault:
            of_which = "" if len(events) <= 2 else f" (part {part.label or part.position})"  # noqa: PLR2004 - the case and its one part
            raise NotAllowed(f"{fault}{of_which}. Nothing was recorded.")
