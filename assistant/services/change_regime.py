"""Change the regime that a case, or some of its parts, is answered under."""

from collections.abc import Iterable

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.law.acts import Regime
from assistant.ports import Clock
from assistant.services.choice import chosen
from assistant.services.chosen_parts import chosen_parts
from assistant.services.compose_again import queue_drafts
from assistant.services.set_clock import set_clock
from assistant.services.take_case import take_case
from assistant.store.events import record
from assistant.store.models import Case, User


def change_regime(
    case_id: int,
    *,
    version: int,
    regime: str,
    reason: str,
    by: User,
    clock: Clock,
    parts: Iterable[int] = (),
) -> Case:
    """Set the regime, compute the dates by its clock, and queue the open drafts again.

    `parts` are places within the request; none means the whole of it. A case whose parts fall under
    different regimes is one of more than one. Raises NotAllowed where what is recorded of the clock
    has no place under the regime.
    """
    chosen(regime, Regime, "regime")
    with transaction.atomic():
        case = take_case(case_id, version, by=by, reason=reason)
        changed = chosen_parts(case, parts)
        case.parts.filter(pk__in=[part.pk for part in changed]).update(regime=regime)
        now = set(case.parts.values_list("regime", flat=True))
        before, case.regime = case.regime, regime if now <= {regime} else Regime.MIXED.value
        case.regime_reasons = [reason]
        set_clock(case)
        record(
            case,
            EventKind.REGIME_CHANGED,
            by=by,
            at=clock.now(),
            reason=reason,
            before=before,
            after=case.regime,
            parts=[part.position for part in changed] if now != {regime} else [],
        )
        queue_drafts(case, clock=clock)
    return case
