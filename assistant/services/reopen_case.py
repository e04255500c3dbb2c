"""Reopen a case that was answered, withdrawn, passed on or set aside."""

from django.db import transaction

from assistant.domain.case import EventKind, Outcome, Purpose, State
from assistant.domain.letters.steps import ANSWERS
from assistant.ports import Clock
from assistant.services.take_case import take_case
from assistant.store import queue
from assistant.store.events import record
from assistant.store.models import Case, Draft, Letter, User


def reopen_case(case_id: int, *, version: int, reason: str, by: User, clock: Clock) -> Case:
    """Open the case again on its old clock, with a response to draft anew.

    Letters already sent stay as they are; the statutory dates do not move, because the date of
    receipt has not (s.10(1) FOIA).
    """
    with transaction.atomic():
        case = take_case(case_id, version, by=by, reason=reason)
        case.answered_at = case.undelivered_at = None
        case.answered_elsewhere = False
        if case.state == State.TRANSFERRED:
            # That it was passed on is what is taken back; decisions that people recorded stay.
            case.parts.filter(outcome=Outcome.TRANSFERRED).update(outcome="")
        case.save()
        record(case, EventKind.REOPENED, by=by, at=clock.now(), reason=reason)
        drafts = Draft.objects.select_for_update().filter(
            case=case, kind=ANSWERS[Purpose(case.purpose)]
        )
        draft = drafts.exclude(state=Draft.State.DISCARDED).order_by("-pk").first()
        if draft is None:
            # The outcome of a review, which was discarded: it is begun again by hand.
            return case
        if draft.state == Draft.State.APPROVED:
            # The standing approval belongs to the letter that left. A further letter needs its own.
            Letter.objects.filter(draft=draft, voided_at__isnull=True).update(
                voided_at=clock.now(), void_reason="The case was reopened after it had left."
            )
        draft.state = Draft.State.QUEUED
        # What was typed for the letter that left stands in that letter, not in a further one.
        draft.keep_edits = False
        draft.queued_at = clock.now()
        draft.version += 1
        draft.save()
        queue.enqueue(queue.COMPOSE_DRAFT, draft.pk)
    return case
