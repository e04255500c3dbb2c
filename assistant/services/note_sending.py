"""Write down how a sending stands: begun, taken, put off, refused, or known to nobody.

Each function is one transaction; nothing here talks to a server. Those that are given an Outbox
change nothing where somebody else has moved the row since it was read: its stage and its number of
attempts tell. A letter is sent when the server took it for everybody it goes to.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from assistant.domain.case import EventKind, Purpose
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.steps import event_of
from assistant.ports import Clock, Refused
from assistant.services.pace_sending import jittered
from assistant.store import queue
from assistant.store.events import record
from assistant.store.models import Addressee, Case, Letter, Outbox, User

Stage = Outbox.Stage
Seat = Addressee.State
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(hours=1)
# A server that fails for so long is not going to recover by itself (RFC 5321 section 4.5.4.1 speaks
# of four to five days; the statutory clock does not wait so long).
GIVE_UP_AFTER = timedelta(days=3)
MAY_LEAVE = (Stage.READY, Stage.PARTIAL)


class AlreadyTaken(Exception):
    """Another worker is sending it, or the approval was taken back a moment ago."""


def begin(outbox: Outbox, refused: Sequence[Refused], clock: Clock) -> None:
    """Commit that the transmission begins, and to whom it does not go; `outbox` follows.

    Raises AlreadyTaken where the row is no longer what was read.
    """
    with transaction.atomic():
        moved = Outbox.objects.filter(
            pk=outbox.pk, stage=outbox.stage, attempts=outbox.attempts
        ).update(stage=Stage.TRANSMITTING, begun_at=clock.now(), attempts=F("attempts") + 1)
        if not moved:
            raise AlreadyTaken
        seats = Addressee.objects.filter(letter_id=outbox.letter_id, state=Seat.WAITING)
        for each in refused:
            seats.filter(address=each.recipient).update(
                state=Seat.WAITING if each.for_now else Seat.REFUSED,
                reply=each.reply,
                changed_at=clock.now(),
            )
        seats.exclude(address__in=[each.recipient for each in refused]).update(
            state=Seat.LEAVING, changed_at=clock.now()
        )
    outbox.stage, outbox.attempts = Stage.TRANSMITTING, outbox.attempts + 1


def taken(
    outbox_id: int, reply: str, clock: Clock, *, to: Collection[str] = (), by: User | None = None
) -> None:
    """Note that the server has the letter for the addresses `to`; empty: for those it left to.

    A late answer counts, too: whoever was told that nobody knows is told better.
    """
    with transaction.atomic():
        row = _locked(outbox_id)
        if row.stage in {Stage.SENT, Stage.VOID}:
            return
        seats = row.letter.addressees.exclude(state=Seat.TAKEN)
        now_taken = seats.filter(address__in=to) if to else seats.filter(state=Seat.LEAVING)
        ids = list(now_taken.values_list("pk", flat=True))
        seats.filter(pk__in=ids).update(state=Seat.TAKEN, reply=reply, changed_at=clock.now())
        _stand(row, clock)
        row.reply, row.failing_since = reply, None
        row.problem = _for_whom_not(row.letter) if row.stage == Stage.PARTIAL else ""
        row.save()
        if row.letter.addressees.filter(pk__in=ids, place=Addressee.Place.REQUESTER).exists():
            _answered(row.letter, by, clock)
        if row.stage == Stage.PARTIAL:
            _left_out(row, clock)
        queue.enqueue(queue.KEEP_SENT_COPY, row.pk)


def later(outbox: Outbox, problem: str, clock: Clock, *, busy: timedelta | None = None) -> None:
    """Put a letter that surely did not leave back, with a pause that doubles each time.

    `busy` is how long the server rests from everybody. After three days of failures a person is
    asked instead.
    """
    with transaction.atomic():
        row = _locked(outbox.pk)
        if _moved(row, outbox):
            return
        row.attempts += row.stage != Stage.TRANSMITTING
        row.failing_since = row.failing_since or clock.now()
        _put_back(row.letter, clock)
        failing = clock.now() - row.failing_since
        if failing >= GIVE_UP_AFTER:
            _refuse(row, f"{_GAVE_UP}\n{problem}", clock)
            return
        _stand(row, clock)
        pause = jittered(min(max(failing, FIRST_PAUSE), LONGEST_PAUSE))
        row.problem = problem
        row.queued_at = row.next_try_at = clock.now() + max(pause, busy or pause)
        row.save()
        queue.enqueue_at(queue.SEND_LETTER, row.pk, row.next_try_at)


def wait_for_slot(outbox: Outbox, until: datetime) -> None:
    """Let a letter wait for its turn; that is no failure, and not counted as one."""
    waiting = Outbox.objects.filter(pk=outbox.pk, stage=outbox.stage)
    with transaction.atomic():
        if waiting.update(next_try_at=until, queued_at=until):
            queue.enqueue_at(queue.SEND_LETTER, outbox.pk, until)


def refused(outbox: Outbox, problem: str, clock: Clock) -> None:
    """Note that the server will not have the letter; a person reads why."""
    with transaction.atomic():
        row = _locked(outbox.pk)
        if not _moved(row, outbox):
            _put_back(row.letter, clock)
            _refuse(row, problem, clock)


def unknown(outbox: Outbox, problem: str, clock: Clock) -> None:
    """Note that nobody can tell whether it left; the folder of sent mail is searched for it."""
    with transaction.atomic():
        row = _locked(outbox.pk)
        if _moved(row, outbox):
            return
        row.stage, row.problem, row.finished_at = Stage.UNKNOWN, problem, clock.now()
        row.searched_at, row.search_problem = None, ""
        row.save()
        record(
            row.letter.case,
            EventKind.SENDING_UNKNOWN,
            by=None,
            at=clock.now(),
            letter=row.letter_id,
            letter_kind=row.letter.kind,
        )
        queue.enqueue(queue.LOOK_FOR_LETTER, row.pk)


def did_not_leave(row: Outbox, clock: Clock) -> None:
    """Make a letter ready that is known not to have left; `row` is locked by the caller."""
    _put_back(row.letter, clock)
    _stand(row, clock)
    row.finished_at, row.failing_since = None, None
    row.queued_at = row.next_try_at = clock.now()
    row.save()
    queue.enqueue(queue.SEND_LETTER, row.pk)


_GAVE_UP = (
    "It was tried for three days, and the mail server never took it. Reach the requester another "
    "way, or have it tried again once the cause is mended."
)


def _locked(outbox_id: int) -> Outbox:
    """Return the row, locked for this transaction, with its letter and case."""
    rows = Outbox.objects.select_for_update(of=("self",)).select_related("letter__case")
    return rows.get(pk=outbox_id)


def _moved(row: Outbox, read: Outbox) -> bool:
    """Say whether somebody else has moved the row since it was read."""
    return (row.stage, row.attempts) != (read.stage, read.attempts)


def _put_back(letter: Letter, clock: Clock) -> None:
    """Let those wait again to whom the letter was leaving."""
    letter.addressees.filter(state=Seat.LEAVING).update(state=Seat.WAITING, changed_at=clock.now())


def _stand(row: Outbox, clock: Clock) -> None:
    """Set the stage that follows from how the addressees stand."""
    seats = set(row.letter.addressees.values_list("state", flat=True))
    if seats == {Seat.TAKEN}:
        row.stage, row.finished_at = Stage.SENT, clock.now()
    elif Seat.TAKEN in seats:
        row.stage, row.finished_at = Stage.PARTIAL, clock.now()
    elif seats == {Seat.REFUSED}:
        row.stage, row.finished_at = Stage.REFUSED, clock.now()
    else:
        row.stage = Stage.READY


def _refuse(row: Outbox, problem: str, clock: Clock) -> None:
    """Give up on all who wait, and ask a person."""
    row.letter.addressees.filter(state=Seat.WAITING).update(
        state=Seat.REFUSED, changed_at=clock.now()
    )
    _stand(row, clock)
    row.problem, row.finished_at = problem, clock.now()
    row.save()
    record(
        row.letter.case,
        EventKind.SENDING_FAILED,
        by=None,
        at=clock.now(),
        letter=row.letter_id,
        letter_kind=row.letter.kind,
    )


def _left_out(row: Outbox, clock: Clock) -> None:
    """Record that some were not reached, and try those alone who may be reached later."""
    record(
        row.letter.case,
        EventKind.SENDING_PARTIAL,
        by=None,
        at=clock.now(),
        letter=row.letter_id,
        letter_kind=row.letter.kind,
    )
    if row.letter.addressees.filter(state=Seat.WAITING).exists():
        row.failing_since = clock.now()
        row.queued_at = row.next_try_at = clock.now() + jittered(FIRST_PAUSE * 2)
        row.save()
        queue.enqueue_at(queue.SEND_LETTER, row.pk, row.next_try_at)


def _for_whom_not(letter: Letter) -> str:
    """Say which addressees the server did not take the letter for."""
    missing = letter.addressees.exclude(state=Seat.TAKEN)
    return "It left to some only. Not to: " + ", ".join(each.address for each in missing)


def _answered(letter: Letter, by: User | None, clock: Clock) -> None:
    """Record that the requester's letter has left, and stop the clock where it is the answer."""
    kind = event_of(LetterKind(letter.kind), "sent", Purpose(letter.case.purpose))
    record(letter.case, kind, by=by, at=clock.now(), letter=letter.pk, letter_kind=letter.kind)
    if kind is EventKind.RESPONSE_SENT:
        Case.objects.filter(pk=letter.case_id).update(answered_at=clock.now(), undelivered_at=None)
