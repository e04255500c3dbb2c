"""Compute a case's dates, with their working, from its receipt and regime."""

from dataclasses import asdict
from datetime import date
from typing import Any

from assistant.domain.law.acts import Regime
from assistant.domain.law.calendar import uk_calendar
from assistant.domain.law.clock import ClockKind, Deadline, compute
from assistant.store.models import Case

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


def set_clock(case: Case) -> None:
    """Set the case's due dates and their working, and those of its parts; saves both."""
    deadline = compute(
        KINDS[Regime(case.regime)],
        case.received_on,
        (),
        uk_calendar(case.received_on.year - 1, case.received_on.year + 2),
    )
    case.due_on = deadline.due_on
    case.decision_due_on = deadline.decision_due_on
    case.deadline = _plain(deadline)
    case.save()
    case.parts.update(
        regime=case.regime,
        received_on=case.received_on,
        due_on=deadline.due_on,
        decision_due_on=deadline.decision_due_on,
    )


def _plain(deadline: Deadline) -> dict[str, Any]:
    """Return a deadline as JSON values: dates in ISO form."""
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
