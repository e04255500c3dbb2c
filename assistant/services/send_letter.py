"""Send an approved letter: once, and never again by machine where it may have left."""

import hashlib
import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import F

from assistant.domain.case import EventKind
from assistant.domain.errors import NeedsAPerson, NotAllowed, TryAgainLater
from assistant.domain.law.acts import Register
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.kinds import KINDS
from assistant.ports import Clock, Envelope, Postbox
from assistant.services.recheck_letter import Recheck, recheck_letter
from assistant.store.events import record
from assistant.store.models import Case, Draft, Outbox
from assistant.store.packing import unpack

logger = logging.getLogger(__name__)
Stage = Outbox.Stage
LONGEST_WAIT = timedelta(hours=1)
SENT = {kind: row.sent for kind, row in KINDS.items()}


def send_letter(outbox_id: int, *, postbox: Postbox, register: Register, clock: Clock) -> None:
    """Hand one letter to the mail server, if it is still waiting to leave.

    The checks run once more first: whatever they find that nobody overruled at the approval stops
    the letter before anything has left, and a person is asked.
    The stage TRANSMITTING is committed before the first byte of the message is sent, and taken
    from READY by one worker only. From there a letter is sent, refused, back to READY (where the
    server said definitely not now), or UNKNOWN; an UNKNOWN one waits for a person.
    """
    outbox = (
        Outbox.objects.select_related("letter__case__authority")
        .filter(pk=outbox_id, stage=Stage.READY, next_try_at__lte=clock.now())
        .first()
    )
    if outbox is None:
        return
    letter = outbox.letter
    message = unpack(letter.compressed)
    if hashlib.sha256(message).hexdigest() != letter.sha256:
        _close(outbox, Stage.REFUSED, EventKind.SENDING_FAILED, clock, problem=_CHANGED)
        return
    envelope = Envelope(
        sender=letter.case.authority.email, recipient=letter.recipient, message=message
    )
    try:
        seen = recheck_letter(letter, register=register, clock=clock)
        if seen.objections:
            _stop(outbox, seen, clock)
            return
        reply = postbox.deliver(envelope, begun=lambda: _begin(outbox, clock))
    except _AlreadyTaken:
        return
    except Exception as error:  # noqa: BLE001 - whatever it was, the row must say what is known
        _not_sent(outbox, error, clock)
    else:
        _close(outbox, Stage.SENT, SENT[LetterKind(letter.kind)], clock, reply=reply)


def _not_sent(outbox: Outbox, error: Exception, clock: Clock) -> None:
    """Write down what an error says of the letter: not yet, not ever, or nobody knows."""
    match error:
        case TryAgainLater():
            _wait(outbox, str(error), clock)
        case NotAllowed():
            _close(outbox, Stage.REFUSED, EventKind.SENDING_FAILED, clock, problem=str(error))
        case NeedsAPerson():
            _close(outbox, Stage.UNKNOWN, EventKind.SENDING_UNKNOWN, clock, problem=str(error))
        case _:
            # Nobody foresaw it. The stage on the row tells whether bytes may have left.
            logger.error("Sending letter %d failed", outbox.letter_id, exc_info=error)
            _after_surprise(outbox, clock)


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


class _AlreadyTaken(Exception):
    """Another worker is sending it, or the approval was taken back a moment ago."""


def _begin(outbox: Outbox, clock: Clock) -> None:
    """Commit that the transmission begins; raises _AlreadyTaken where somebody was quicker."""
    taken = Outbox.objects.filter(pk=outbox.pk, stage=Stage.READY).update(
        stage=Stage.TRANSMITTING, begun_at=clock.now(), attempts=F("attempts") + 1
    )
    if not taken:
        raise _AlreadyTaken


def _wait(outbox: Outbox, problem: str, clock: Clock) -> None:
    """Put a letter that surely did not leave back, with a growing pause."""
    outbox.refresh_from_db(fields=["stage", "attempts"])
    if outbox.stage not in {Stage.READY, Stage.TRANSMITTING}:
        return
    attempts = outbox.attempts + (outbox.stage == Stage.READY)
    pause = min(timedelta(seconds=15 * 2 ** min(attempts, 10)), LONGEST_WAIT)
    Outbox.objects.filter(pk=outbox.pk, stage=outbox.stage).update(
        stage=Stage.READY, attempts=attempts, next_try_at=clock.now() + pause, problem=problem
    )


def _after_surprise(outbox: Outbox, clock: Clock) -> None:
    """Treat an unforeseen fault by what the row says: before the first byte, or after."""
    outbox.refresh_from_db(fields=["stage"])
    if outbox.stage == Stage.TRANSMITTING:
        _close(
            outbox,
            Stage.UNKNOWN,
            EventKind.SENDING_UNKNOWN,
            clock,
            problem="Sending broke off with an error. Find out whether it left, then say so below.",
        )
    else:
        _wait(outbox, "Sending failed before anything left; it will be tried again.", clock)


def _close(
    outbox: Outbox,
    stage: Stage,
    kind: EventKind,
    clock: Clock,
    *,
    reply: str = "",
    problem: str = "",
) -> None:
    """Write down how a sending ended, with its event, in one transaction."""
    with transaction.atomic():
        row = Outbox.objects.select_for_update().get(pk=outbox.pk)
        if row.stage in {Stage.SENT, Stage.VOID}:
            return
        row.stage, row.reply, row.problem = stage, reply, problem
        row.finished_at = clock.now()
        row.save()
        case = outbox.letter.case
        letter = outbox.letter
        record(
            case,
            kind,
            by=None,
            at=clock.now(),
            letter=letter.pk,
            letter_kind=letter.kind,
        )
        if kind is EventKind.RESPONSE_SENT:
            close_clock(case, clock)


def close_clock(case: Case, clock: Clock) -> None:
    """Note when a case was answered: the statutory clock has stopped."""
    Case.objects.filter(pk=case.pk).update(answered_at=clock.now())
