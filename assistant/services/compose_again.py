"""Compose drafts afresh from what the officer has recorded since."""

from collections.abc import Collection

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import LetterKind
from assistant.ports import Clock
from assistant.store import queue
from assistant.store.models import Case, Draft, User


def compose_again(
    case_id: int, *, kind: str, by: User, clock: Clock, keep_edits: bool = True
) -> Draft:
    """Queue a case's draft for composing; what stood before remains as an earlier version.

    `keep_edits` says whether what people typed stands in the new draft, or gives way to it. Raises
    NotAllowed where the draft has been approved: the approval has to be taken back first.
    """
    with transaction.atomic():
        draft = (
            Draft.objects.select_for_update()
            .filter(case_id=case_id, kind=kind, case__authority=by.authority)
            .exclude(state=Draft.State.DISCARDED)
            .order_by("-pk")
            .first()
        )
        if draft is None:
            raise NotAllowed("The case has no such draft.")
        if draft.state == Draft.State.APPROVED:
            raise NotAllowed("It has been approved. Take the approval back before composing again.")
        if draft.state == Draft.State.KEPT:
            raise NotAllowed(
                "The case was merged into another, and its drafts are kept only to be read. Write "
                "on the case that it was merged into."
            )
        # Choosing to compose again is choosing its words: this person counts as its drafter.
        draft.drafter = by
        _queue(draft, clock, keep_edits=keep_edits)
    return draft


def take_up(case: Case, *, by: User | None, clock: Clock) -> None:
    """Queue the response, so that it says what has just been recorded; call it in a transaction.

    What people typed in it stands. `by` is who decided what it says, and counts as its drafter;
    None leaves the drafter as it was. An approved response is left alone.
    """
    draft = Draft.objects.select_for_update().filter(case=case, kind=LetterKind.RESPONSE).first()
    if draft is None or draft.state == Draft.State.APPROVED:
        return
    draft.drafter = by or draft.drafter
    _queue(draft, clock, keep_edits=_keeps(draft))


def queue_drafts(
    case: Case, *, clock: Clock, kinds: Collection[LetterKind] = tuple(LetterKind)
) -> None:
    """Queue every draft of these kinds that is not approved, inside the caller's transaction.

    What people typed in them stands.
    """
    open_ones = Draft.objects.select_for_update().filter(
        case=case, kind__in=list(kinds), state__in=Draft.OPEN
    )
    for draft in open_ones.order_by("pk"):
        _queue(draft, clock, keep_edits=_keeps(draft))


def _keeps(draft: Draft) -> bool:
    """Whether edits stand: always, unless a person chose otherwise and that is still waiting."""
    return draft.state != Draft.State.QUEUED or draft.keep_edits


def _queue(draft: Draft, clock: Clock, *, keep_edits: bool) -> None:
    """Set a draft back to be composed; its version rises, so that nobody edits what is going."""
    draft.state = Draft.State.QUEUED
    draft.keep_edits = keep_edits
    draft.queued_at = clock.now()
    draft.problem = ""
    draft.version += 1
    draft.save()
    queue.enqueue(queue.COMPOSE_DRAFT, draft.pk)
