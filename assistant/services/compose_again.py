"""Compose drafts afresh from what the officer has recorded since."""

from collections.abc import Collection

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import LetterKind
from assistant.ports import Clock
from assistant.store import queue
from assistant.store.models import Case, Draft, User


def compose_again(case_id: int, *, kind: str, by: User, clock: Clock) -> Draft:
    """Queue a case's draft for composing; what stood before remains as an earlier version.

    Raises NotAllowed where the draft has been approved: the approval has to be taken back first.
    """
    with transaction.atomic():
        draft = (
            Draft.objects.select_for_update()
            .filter(case_id=case_id, kind=kind, case__authority=by.authority)
            .first()
        )
        if draft is None:
            raise NotAllowed("The case has no such draft.")
        if draft.state == Draft.State.APPROVED:
            raise NotAllowed("It has been approved. Take the approval back before composing again.")
        # Choosing to compose again is choosing its words: this person counts as its drafter.
        draft.drafter = by
        _queue(draft, clock)
    return draft


def queue_drafts(
    case: Case, *, clock: Clock, kinds: Collection[LetterKind] = tuple(LetterKind)
) -> None:
    """Queue every draft of these kinds that is not approved, inside the caller's transaction."""
    for draft in Draft.objects.select_for_update().filter(case=case).order_by("pk"):
        if draft.kind in kinds and draft.state != Draft.State.APPROVED:
            _queue(draft, clock)


def _queue(draft: Draft, clock: Clock) -> None:
    """Set a draft back to be composed; its version rises, so that nobody edits what is going."""
    draft.state = Draft.State.QUEUED
    draft.queued_at = clock.now()
    draft.problem = ""
    draft.version += 1
    draft.save()
    queue.enqueue(queue.COMPOSE_DRAFT, draft.pk)
