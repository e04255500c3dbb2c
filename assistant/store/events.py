"""The history of a case: events appended under the workflow's rules and hash-chained."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from django.db.models import OuterRef, Subquery

from assistant.domain import case as rules
from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.store import case_words
from assistant.store.models import Case, Event, EventNote, User


def record(
    case: Case,
    kind: EventKind,
    *,
    by: User | None,
    at: datetime,
    reason: str = "",
    **details: object,
) -> Event:
    """Append an event and move the case to the state it leads to.

    Call it inside the transaction of the change it records. `details` are ids and hashes only; `by`
    is None for the machine. A `reason` is kept beside the event, where it can be erased; the event
    holds its hash. Raises NotAllowed where the workflow has no such step.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    before = locked.state
    last = Event.objects.filter(case=locked).order_by("-number").first()
    event = _next(locked, last, kind, by, at, reason, details)
    event.save()
    if reason:
        EventNote.objects.create(event=event, text=reason)
    if locked.state != before:
        Case.objects.filter(pk=locked.pk).update(state=locked.state)
    case.state = locked.state
    case_words.follow(case.pk, kind)
    return event


def record_alike(
    cases: Sequence[Case], kind: EventKind, *, by: User | None, at: datetime, **details: object
) -> None:
    """Append one event of a kind to each of many cases, as `record` would, in a few statements.

    The cases are locked by the caller, inside the transaction of the change. It is for events that
    leave a case in its state, and change nothing that it is found by.
    """
    newest = Event.objects.filter(case=OuterRef("case")).order_by("-number").values("pk")[:1]
    last = {
        event.case_id: event
        for event in Event.objects.filter(case__in=cases, pk=Subquery(newest)).order_by()
    }
    events = [_next(case, last.get(case.pk), kind, by, at, "", dict(details)) for case in cases]
    Event.objects.bulk_create(events)


def first_event(
    case: Case,
    kind: EventKind,
    *,
    by: User | None,
    at: datetime,
    reason: str = "",
    **details: object,
) -> tuple[Event, EventNote | None]:
    """Return the event that a new case begins with, and its reason; as `record`, but not stored.

    Nobody else can see the case yet, so that nothing has to be looked up.
    """
    event = _next(case, None, kind, by, at, reason, details)
    return event, EventNote(event=event, text=reason) if reason else None


def _next(
    case: Case,
    last: Event | None,
    kind: EventKind,
    by: User | None,
    at: datetime,
    reason: str,
    details: dict[str, object],
) -> Event:
    """Return the event that follows the last one, not stored, and move the case in memory."""
    if by is not None and not by.may_change:
        raise NotAllowed("Auditors read; they change nothing. Ask an officer.")
    case.state = rules.apply(rules.Case(case.reference, rules.State(case.state)), kind).state
    number = last.number + 1 if last else 1
    previous = last.digest if last else ""
    if reason:
        details["reason_sha256"] = hashlib.sha256(reason.encode()).hexdigest()
    return Event(
        case=case,
        number=number,
        kind=kind,
        at=at,
        actor=by,
        details=details,
        previous=previous,
        digest=rules.chain_hash(previous, number, kind, at, str(by.pk) if by else "", details),
    )


def broken_link(case: Case) -> int | None:
    """Return the number of the first event whose hash does not fit, or None when all do."""
    previous, expected = "", 1
    for event in Event.objects.filter(case=case).order_by("number"):
        actor = str(event.actor_id) if event.actor_id else ""
        digest = rules.chain_hash(
            previous, event.number, event.kind, event.at, actor, event.details
        )
        if (event.number, event.previous, event.digest) != (expected, previous, digest):
            return expected
        previous, expected = event.digest, expected + 1
    return None
