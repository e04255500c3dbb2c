"""Compute the dates of each part of a case, with their working, and those the whole case keeps."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from typing import Any

from assistant.domain.case import Purpose
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime
from assistant.domain.law.clock import ClockEvent, ClockKind, Deadline
from assistant.domain.law.clock_rules import ClockRules
from assistant.domain.law.timeline import ImpossibleEvent
from assistant.store.clocks import events_of, rules_of
from assistant.store.models import Case, RequestPart

KINDS = {
    Regime.FOI: ClockKind.FOI,
    Regime.EIR: ClockKind.EIR,
    # Environmental parts of a mixed request have the same 20 working days (EIR reg 5(2)).
    Regime.MIXED: ClockKind.FOI,
    Regime.SAR: ClockKind.SAR,
    # Any written request may be one under the Act (s.8 FOIA); until a person says otherwise the
    # statutory clock runs.
    Regime.BAU: ClockKind.FOI,
}
# An internal review has a clock of its own: guidance under the Act, regulation 11(4) under the EIR.
_OF_REVIEWS = {Regime.EIR: ClockKind.EIR_REVIEW}
_DATES = ["received_on", "due_on", "decision_due_on", "deadline"]


def clock_kind(case: Case, regime: str) -> ClockKind:
    """Return which clock runs for a part of a case that is answered under a regime."""
    if case.purpose == Purpose.REVIEW:
        return _OF_REVIEWS.get(Regime(regime), ClockKind.FOI_REVIEW)
    return KINDS[Regime(regime)]


def set_clock(case: Case, rules: ClockRules | None = None) -> None:
    """Set the dates of each part, by its own regime and events, and those of the case; saves both.

    The case keeps the clock that ends first; where every part's stands still it has no date. Raises
    NotAllowed where what is recorded of the clock cannot have happened.
    """
    rules = rules or rules_of(case.authority_id)
    events = events_of(case)
    parts = list(case.parts.order_by("position"))
    deadlines = [
        _deadline(rules, clock_kind(case, part.regime), part.asked_in(case), events[part.pk])
        for part in parts
    ]
    whole = deadlines or [
        _deadline(rules, clock_kind(case, case.regime), case.received_on, events[None])
    ]
    _take(case, parts, deadlines, _first(whole))
    if parts:
        RequestPart.objects.bulk_update(parts, _DATES)
    case.save()


def first_clock(case: Case, parts: Sequence[RequestPart], rules: ClockRules) -> None:
    """Set the dates of a case that is being opened and of its parts; stores nothing.

    Nothing has happened to its clock yet. Parts of one regime share one clock.
    """
    by_regime = {
        regime: _deadline(rules, clock_kind(case, regime), case.received_on, ())
        for regime in {case.regime, *(part.regime for part in parts)}
    }
    deadlines = [by_regime[part.regime] for part in parts]
    _take(case, parts, deadlines, _first(deadlines or [by_regime[case.regime]]))


def _take(
    case: Case, parts: Sequence[RequestPart], deadlines: Sequence[Deadline], first: Deadline
) -> None:
    """Put computed dates on the rows of a case and its parts."""
    for part, deadline in zip(parts, deadlines, strict=True):
        part.received_on = deadline.received_on
        part.due_on, part.decision_due_on = deadline.due_on, deadline.decision_due_on
        part.deadline = dict(_plain(deadline))
    case.due_on, case.decision_due_on = first.due_on, first.decision_due_on
    case.deadline = _plain(first) | {"waiting": _waiting(parts)}


def _deadline(
    rules: ClockRules, kind: ClockKind, received_on: date, events: Sequence[ClockEvent]
) -> Deadline:
    """Compute one clock; what cannot be becomes a refusal that says what to do."""
    try:
        return _computed(rules, kind, received_on, tuple(events))
    except ImpossibleEvent as fault:
        raise NotAllowed(
            f"{fault.plain}. Check the date, or withdraw what was recorded by mistake on the page "
            "of the case first."
        ) from fault


# What comes in on one day has the same dates and the same working, which is long.
@lru_cache(maxsize=64)
def _computed(
    rules: ClockRules, kind: ClockKind, received_on: date, events: tuple[ClockEvent, ...]
) -> Deadline:
    """Compute one clock."""
    return rules.deadline(kind, received_on, events)


def _first(deadlines: Sequence[Deadline]) -> Deadline:
    """Return the clock that ends first; one that stands still comes after all that run."""
    return min(
        deadlines, key=lambda each: (each.due_on or date.max, each.decision_due_on or date.max)
    )


def _waiting(parts: Sequence[RequestPart]) -> list[int]:
    """Return the places of the parts that wait for the requester."""
    return [part.position for part in parts if part.due_on is None]


@lru_cache(maxsize=64)
def _plain(deadline: Deadline) -> dict[str, Any]:
    """Return a deadline as JSON values: dates in ISO form. Whoever keeps it takes a copy."""
    return {key: _value(value) for key, value in asdict(deadline).items()}


def _value(value: object) -> object:
    """Turn dates into text, through lists and mappings."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _value(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_value(inner) for inner in value]
    return value
