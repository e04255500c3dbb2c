"""Compute the clocks of live cases again when the rules they run by may have changed."""

from django.db import transaction

from assistant.domain.case import EventKind, State
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import LetterKind
from assistant.ports import Clock
from assistant.services.compose_again import queue_drafts
from assistant.services.set_clock import set_clock
from assistant.store.clocks import rules_of
from assistant.store.events import record
from assistant.store.models import Authority, Case

LIVE = (State.OPEN, State.RESPONSE_APPROVED)
REASON = "The bank holidays or the authority’s clock changed in the settings."


def recompute_clocks(authority: Authority, *, clock: Clock) -> int:
    """Set the dates of every live case again; return how many moved.

    A case whose dates move has it in its history, and its acknowledgement, where not approved yet,
    is composed again. One whose recorded events no longer fit keeps the dates it has.
    """
    rules = rules_of(authority.pk)
    live = Case.objects.filter(authority=authority, state__in=LIVE).order_by("pk")
    moved = 0
    for case_id in live.values_list("pk", flat=True):
        with transaction.atomic():
            case = Case.objects.select_for_update().get(pk=case_id)
            before = _dates(case)
            try:
                set_clock(case, rules)
            except NotAllowed:
                continue
            if _dates(case) == before:
                continue
            moved += 1
            record(
                case,
                EventKind.CLOCK_RECOMPUTED,
                by=None,
                at=clock.now(),
                reason=REASON,
                before=before[0],
                after=_dates(case)[0],
            )
            queue_drafts(case, clock=clock, kinds=(LetterKind.ACKNOWLEDGEMENT,))
    return moved


def _dates(case: Case) -> tuple[str, ...]:
    """Return the dates of a case and its parts, the due date of the case first."""
    parts = case.parts.order_by("position").values_list("due_on", "decision_due_on")
    days = [case.due_on, case.decision_due_on, *(day for row in parts for day in row)]
    return tuple("no date" if day is None else day.isoformat() for day in days)
