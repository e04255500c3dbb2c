"""Send an approved letter: once, and never again by machine where it may have left."""

import hashlib
import logging
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from assistant import log_context
from assistant.domain.case import EventKind
from assistant.domain.errors import NeedsAPerson, NotAllowed, TryAgainLater
from assistant.domain.law.acts import Register
from assistant.ports import Begun, Clock, Envelope, Postbox, Refused, ServerBusy
from assistant.services import note_sending
from assistant.services.note_sending import MAY_LEAVE, AlreadyTaken
from assistant.services.pace_sending import (
    USUAL_PACE,
    Pace,
    give_back_slot,
    hold_slot,
    slow_down,
    take_slot,
    went_well,
)
from assistant.services.recheck_letter import Recheck, recheck_letter
from assistant.store.events import record
from assistant.store.models import Addressee, Draft, Letter, Outbox, SendingSlot
from assistant.store.packing import unpack

logger = logging.getLogger(__name__)
Stage = Outbox.Stage


def send_letter(
    outbox_id: int,
    *,
    postbox: Postbox,
    register: Register,
    clock: Clock,
    pace: Pace = USUAL_PACE,
) -> None:
    """Hand one letter to the mail server, if it is still waiting to leave.

    The checks run once more first: whatever they find that nobody overruled at the approval stops
    the letter before anything has left, and a person is asked.
    The stage TRANSMITTING is committed before the first byte of the message is sent, and taken by
    one worker only. From there a letter is sent, sent to some, refused, waiting again (where the
    server said definitely not now), or UNKNOWN; an UNKNOWN one waits for a person. Where `pace`
    leaves no room now, it waits for its turn.
    """
    outbox = (
        Outbox.objects.select_related("letter__case__authority")
        .filter(pk=outbox_id, stage__in=MAY_LEAVE, next_try_at__lte=clock.now())
        .first()
    )
    if outbox is None:
        return
    envelope = _envelope(outbox.letter)
    if not envelope.recipients:
        return
    if hashlib.sha256(envelope.message).hexdigest() != outbox.letter.sha256:
        note_sending.refused(outbox, _CHANGED, clock)
        return
    slot = take_slot(pace, clock=clock)
    if isinstance(slot, datetime):
        note_sending.wait_for_slot(outbox, slot)
        return
    used = True
    try:
        with log_context.bound(case=outbox.letter.case_id):
            used = _stopped_or_sent(outbox, envelope, postbox, register, slot, clock)
    finally:
        give_back_slot(slot, used=used, clock=clock)


def _stopped_or_sent(
    outbox: Outbox,
    envelope: Envelope,
    postbox: Postbox,
    register: Register,
    slot: SendingSlot,
    clock: Clock,
) -> bool:
    """Look at a letter once more and send it; return whether the server was asked to take it."""
    try:
        # What has left to one of its addressees already is not held back from the others.
        if outbox.stage == Stage.READY:
            seen = recheck_letter(outbox.letter, register=register, clock=clock)
            if seen.objections:
                _stop(outbox, seen, clock)
                return False
        left_to: list[str] = []
        reply = postbox.deliver(envelope, begun=_begun(outbox, envelope, slot, left_to, clock))
    except AlreadyTaken:
        pass
    except Exception as error:  # noqa: BLE001 - whatever it was, the row must say what is known
        _not_sent(outbox, error, clock)
    else:
        note_sending.taken(outbox.pk, reply, clock, to=left_to)
        went_well()
    return True


def _envelope(letter: Letter) -> Envelope:
    """Return the bytes approved, for those the server has not taken them for yet."""
    waiting = letter.addressees.filter(state=Addressee.State.WAITING)
    return Envelope(
        sender=letter.sender or letter.case.authority.email,
        recipients=tuple(waiting.values_list("address", flat=True)),
        message=unpack(letter.compressed),
        id=letter.mark,
    )


def _begun(
    outbox: Outbox, envelope: Envelope, slot: SendingSlot, left_to: list[str], clock: Clock
) -> Begun:
    """Return what commits the beginning of this transmission, and notes to whom it goes."""

    def begun(refused: Sequence[Refused] = ()) -> None:
        note_sending.begin(outbox, refused, clock)
        hold_slot(slot, clock=clock)
        gone = {each.recipient for each in refused}
        left_to[:] = [each for each in envelope.recipients if each not in gone]

    return begun


def _not_sent(outbox: Outbox, error: Exception, clock: Clock) -> None:
    """Write down what an error says of the letter: not yet, not ever, or nobody knows."""
    match error:
        case ServerBusy():
            until = slow_down(clock=clock)
            note_sending.later(outbox, str(error), clock, busy=until - clock.now())
        case TryAgainLater():
            note_sending.later(outbox, str(error), clock)
        case NotAllowed():
            note_sending.refused(outbox, str(error), clock)
        case NeedsAPerson():
            note_sending.unknown(outbox, str(error), clock)
        case _:
            # Nobody foresaw it. The stage on the row tells whether bytes may have left.
            logger.error("Sending letter %d failed", outbox.letter_id, exc_info=error)
            if outbox.stage == Stage.TRANSMITTING:
                note_sending.unknown(outbox, _BROKE_OFF, clock)
            else:
                note_sending.later(outbox, _BEFORE, clock)


_BROKE_OFF = "Sending broke off with an error. Find out whether it left, then say so below."
_BEFORE = "Sending failed before anything left; it will be tried again."
_CHANGED = (
    "The stored message is not the one that was approved, so nothing was sent. Take the approval "
    "back, look at the letter and approve it again; tell an administrator."
)


def _stop(outbox: Outbox, seen: Recheck, clock: Clock) -> None:
    """Hold a letter back for a person, where it is still waiting: nothing of it has left."""
    found = "\n".join(f"- {objection}" for objection in seen.objections)
    with transaction.atomic():
        row = Outbox.objects.select_for_update().get(pk=outbox.pk)
        if row.stage != Stage.READY:
            return
        row.stage, row.finished_at = Stage.STOPPED, clock.now()
        row.problem = (
            f"Nothing was sent. The checks ran again before it left, and found:\n{found}\nTake the "
            "approval back, look at the letter, and approve it again."
        )
        row.save()
        # The draft's page says the same once the approval is taken back.
        Draft.objects.filter(pk=outbox.letter.draft_id).update(findings=seen.findings)
        case = outbox.letter.case
        record(case, EventKind.SENDING_STOPPED, by=None, at=clock.now(), letter=outbox.letter_id)
