"""Make a restored database safe to work with: what may have left since the backup is in doubt.

A backup knows nothing of what was done after it. So no letter that it holds leaves by machine, no
acknowledgement is approved by machine for what had come by then, and no reference that may have
been told to somebody is given to somebody else. The folder of sent mail, or a person, decides.
"""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.law.clock import LONDON
from assistant.ports import Clock
from assistant.services import note_sending
from assistant.store import queue
from assistant.store.events import record
from assistant.store.models import (
    Addressee,
    Authority,
    Case,
    Draft,
    LibraryIndex,
    MailboxFolder,
    Outbox,
    StandingApproval,
)
from assistant.store.numbers import leave_out

Stage = Outbox.Stage
Seat = Addressee.State
# More cases than an authority opens between two backups.
NUMBERS_LEFT_OUT = 1_000
_MIGHT_HAVE_LEFT = (Stage.READY, Stage.TRANSMITTING)
_WAIT_FOR_A_PERSON = (Stage.PARTIAL, Stage.STOPPED, Stage.REFUSED)


@dataclass(frozen=True, slots=True)
class AfterRestore:
    """What was done: letters in doubt, letters that wait for a person, and so on.

    `noted` are the cases whose history says that a letter may have left since the backup, `ended`
    the standing approvals that ended, `signed_out` the sessions, `libraries` the indexes to be
    built anew.
    """

    doubted: int
    waiting: int
    noted: int
    ended: int
    signed_out: int
    libraries: int


def after_restore(made_at: datetime, *, clock: Clock) -> AfterRestore:
    """Put in doubt what a backup of the instant `made_at` (aware) cannot know; one transaction.

    Call it over a restored database before any other program may use it.
    """
    day = made_at.astimezone(LONDON)
    backup = f"{day:%-d %B %Y, %H:%M}"
    with transaction.atomic():
        # Those that were under way then, too: nobody is at them any more.
        queue.forget_unfinished()
        # Before letters change their stage.
        noted = _note_on_cases(backup, clock)
        waiting = _let_wait(backup, clock)
        doubted = _doubt(backup, clock)
        ended = _end_standing_approvals(backup, clock)
        leave_out(range(day.year, clock.now().astimezone(LONDON).year + 1), NUMBERS_LEFT_OUT)
        MailboxFolder.objects.update(counted_at=None)
        signed_out, _ = Session.objects.all().delete()
        libraries = _have_indexes_built()
    return AfterRestore(doubted, waiting, noted, ended, signed_out, libraries)


def _doubt(backup: str, clock: Clock) -> int:
    """Put every letter in doubt that a machine would send, or was sending; return how many.

    One in doubt already is searched for again: a person may have had it sent meanwhile.
    """
    why = f"Restored from a backup of {backup}: it may have left since. {_SETTLE}"
    rows = Outbox.objects.select_related("letter__case").order_by("pk")
    for outbox in rows.filter(stage__in=_MIGHT_HAVE_LEFT):
        outbox.letter.addressees.filter(state=Seat.WAITING).update(
            state=Seat.LEAVING, changed_at=clock.now()
        )
        note_sending.unknown(outbox, why, clock)
    asked = rows.filter(stage=Stage.UNKNOWN).exclude(problem=why)
    for outbox in asked:
        outbox.problem = f"{why}\n{outbox.problem}".strip()
        outbox.searched_at, outbox.search_problem = None, ""
        outbox.save(update_fields=["problem", "searched_at", "search_problem"])
        queue.enqueue(queue.LOOK_FOR_LETTER, outbox.pk)
    return rows.filter(stage=Stage.UNKNOWN).count()


_SETTLE = "Look in the Sent folder or ask the requester, then say below whether it left."
_WAITS = (
    "Restored from a backup of {backup}: what was done about it since is not known here. Look in "
    "the Sent folder before you have it tried again."
)


def _let_wait(backup: str, clock: Clock) -> int:
    """Let no machine try a letter again for those it had not reached; return how many wait.

    That it lies in the folder of sent mail says nothing of them: it left to others. So they count
    as refused, and a person says whether it is tried again.
    """
    why = _WAITS.format(backup=backup)
    partly = Addressee.objects.filter(
        letter__outbox__stage__in=[Stage.PARTIAL, Stage.TRANSMITTING, Stage.UNKNOWN],
        state=Seat.WAITING,
    )
    partly.update(state=Seat.REFUSED, reply=why, changed_at=clock.now())
    rows = Outbox.objects.filter(stage__in=_WAIT_FOR_A_PERSON)
    for outbox in rows:
        outbox.problem = f"{why}\n{outbox.problem}".strip()
        outbox.save(update_fields=["problem"])
    return len(rows)


def _note_on_cases(backup: str, clock: Clock) -> int:
    """Say in the history of each case that has a letter in the making, or on its way."""
    open_drafts = Draft.objects.filter(state__in=Draft.OPEN).values("case_id")
    on_the_way = Outbox.objects.exclude(stage__in=[Stage.SENT, Stage.VOID]).values(
        "letter__case_id"
    )
    cases = Case.objects.filter(pk__in=open_drafts) | Case.objects.filter(pk__in=on_the_way)
    count = 0
    for case in cases.order_by("pk"):
        words = f"Restored from a backup of {backup}. {_NOTE}"
        record(case, EventKind.NOTE_ADDED, by=None, at=clock.now(), reason=words)
        count += 1
    return count


_NOTE = (
    "What was done after it is not in this history, and a letter may have left since. Look at what "
    "the Sent folder brings to this case, or ask the requester, before you approve one."
)


def _end_standing_approvals(backup: str, clock: Clock) -> int:
    """End every standing approval: what came before the next one is acknowledged by a person."""
    return StandingApproval.objects.filter(revoked_at=None).update(
        revoked_at=clock.now(),
        revoke_reason=f"Restored from a backup of {backup}. Give it again once what came since "
        "has been acknowledged.",
    )


def _have_indexes_built() -> int:
    """Mark every index as out of date, and have those that are gone built anew."""
    LibraryIndex.objects.update(stale=True)
    libraries = Authority.objects.filter(documents__isnull=False).distinct().order_by("pk")
    for authority in libraries:
        queue.enqueue(queue.INDEX_LIBRARY, authority.pk)
    return len(libraries)
