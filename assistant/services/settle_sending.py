"""Settle a letter of which no machine can tell whether it left, or that reached some only."""

from typing import Any

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.services import note_sending
from assistant.store.events import record
from assistant.store.models import Addressee, Outbox, User

Stage = Outbox.Stage
Seat = Addressee.State


def settle_sending(outbox_id: int, *, left: bool, reason: str, by: User, clock: Clock) -> Outbox:
    """Record what a person found out: it left (the case goes on), or not (it is sent now).

    Raises NotAllowed where the sending is not in doubt, or no reason is given.
    """
    if not reason.strip():
        raise NotAllowed("Say how you know: it is kept in the history.")
    with transaction.atomic():
        outbox = _of(outbox_id, by)
        if outbox is None or outbox.stage != Stage.UNKNOWN:
            raise NotAllowed("There is no doubt about this letter any more. Look again.")
        _record(outbox, EventKind.SENDING_SETTLED, reason, by, clock, left=left)
        outbox.settled_by, outbox.problem = by, reason
        outbox.save()
        if left:
            note_sending.taken(outbox.pk, "", clock, by=by)
        else:
            note_sending.did_not_leave(outbox, clock)
        outbox.refresh_from_db()
        if outbox.stage == Stage.SENT:
            outbox.problem = reason
            outbox.save(update_fields=["problem"])
    return outbox


def send_again(outbox_id: int, *, reason: str, by: User, clock: Clock) -> Outbox:
    """Have a letter tried again for those the server refused it for; the bytes stay the same.

    It surely did not reach them, so nobody gets it twice. Raises NotAllowed where nobody was
    refused, or no reason is given.
    """
    if not reason.strip():
        raise NotAllowed("Say what has changed: it is kept in the history.")
    with transaction.atomic():
        outbox = _of(outbox_id, by)
        if outbox is None or outbox.stage not in {Stage.REFUSED, Stage.PARTIAL}:
            raise NotAllowed("This letter was not refused. Look again.")
        seats = outbox.letter.addressees.filter(state=Seat.REFUSED)
        if not seats.update(state=Seat.WAITING, changed_at=clock.now()):
            raise NotAllowed("Nobody was refused for good; it is tried again by itself.")
        _record(outbox, EventKind.SENDING_RESUMED, reason, by, clock)
        note_sending.did_not_leave(outbox, clock)
    return outbox


def leave_it_at_that(outbox_id: int, *, reason: str, by: User, clock: Clock) -> Outbox:
    """Record that a letter needs to reach nobody else: the requester has it, a copy did not arrive.

    Raises NotAllowed where it has not left to the requester, or no reason is given.
    """
    if not reason.strip():
        raise NotAllowed("Say why that is enough: it is kept in the history.")
    with transaction.atomic():
        outbox = _of(outbox_id, by)
        if outbox is None or outbox.stage != Stage.PARTIAL:
            raise NotAllowed("This letter does not wait for that. Look again.")
        seats = outbox.letter.addressees
        if seats.filter(place=Addressee.Place.REQUESTER).exclude(state=Seat.TAKEN).exists():
            raise NotAllowed(
                "The requester has not got the letter. Have it tried again, or take the approval "
                "back and write to another address."
            )
        seats.filter(state=Seat.WAITING).update(state=Seat.REFUSED, changed_at=clock.now())
        _record(outbox, EventKind.SENDING_SETTLED, reason, by, clock, left=True)
        outbox.stage, outbox.settled_by, outbox.problem = Stage.SENT, by, reason
        outbox.save()
    return outbox


def _of(outbox_id: int, by: User) -> Outbox | None:
    """Return the row of the person's own authority, locked."""
    rows = Outbox.objects.select_for_update(of=("self",)).select_related("letter__case")
    return rows.filter(pk=outbox_id, letter__case__authority=by.authority).first()


def _record(
    outbox: Outbox, kind: EventKind, reason: str, by: User, clock: Clock, **details: Any
) -> None:
    """Append the event with the reason that was given."""
    letter = outbox.letter
    record(letter.case, kind, by=by, at=clock.now(), reason=reason, letter=letter.pk, **details)
