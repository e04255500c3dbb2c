"""The history of a case: events appended under the workflow's rules and hash-chained."""

import hashlib
from datetime import datetime

from assistant.domain import case as rules
from assistant.domain.case import EventKind
from assistant.store.models import Case, Event, EventNote, User


def record(
    case: Case,
    kind: EventKind,
    *,
    by: User | None,
    at: datetime,
    reason: str = "",
    new: bool = False,
    **details: object,
) -> Event:
    """Append an event and move the case to the state it leads to.

    `new` says that the case was made in this transaction and has no event yet, so that nobody else
    can see it and nothing has to be looked up.

    Call it inside the transaction of the change it records. `details` are ids and hashes only; `by`
    is None for the machine. A `reason` is kept beside the event, where it can be erased; the event
    holds its hash. Raises NotAllowed where the workflow has no such step.
    """
    locked = case if new else Case.objects.select_for_update().get(pk=case.pk)
    after = rules.apply(rules.Case(locked.reference, rules.State(locked.state)), kind)
    last = None if new else Event.objects.filter(case=locked).order_by("-number").first()
    number = last.number + 1 if last else 1
    previous = last.digest if last else ""
    actor = str(by.pk) if by else ""
    if reason:
        details["reason_sha256"] = hashlib.sha256(reason.encode()).hexdigest()
    event = Event.objects.create(
        case=locked,
        number=number,
        kind=kind,
        at=at,
        actor=by,
        details=details,
        previous=previous,
        digest=rules.chain_hash(previous, number, kind, at, actor, details),
    )
    if reason:
        EventNote.objects.create(event=event, text=reason)
    if after.state != locked.state:
        Case.objects.filter(pk=locked.pk).update(state=after.state)
    case.state = after.state
    return event


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
