"""Change the regime a case is answered under."""

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.law.acts import Regime
from assistant.ports import Clock
from assistant.services.choice import chosen
from assistant.services.compose_again import queue_drafts
from assistant.services.set_clock import set_clock
from assistant.services.take_case import take_case
from assistant.store.events import record
from assistant.store.models import Case, User


def change_regime(
    case_id: int, *, version: int, regime: str, reason: str, by: User, clock: Clock
) -> Case:
    """Set the regime, compute the dates by its clock, and queue the open drafts again."""
    chosen(regime, Regime, "regime")
    with transaction.atomic():
        case = take_case(case_id, version, by=by, reason=reason)
        before, case.regime = case.regime, regime
        case.regime_reasons = [reason]
        set_clock(case)
        record(
            case,
            EventKind.REGIME_CHANGED,
            by=by,
            at=clock.now(),
            reason=reason,
            before=before,
            after=regime,
        )
        queue_drafts(case, clock=clock)
    return case
