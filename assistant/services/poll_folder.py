"""Read what is new in one folder of one mailbox."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from django.db import DatabaseError

from assistant.domain.errors import NeedsAPerson, NotAllowed, TryAgainLater
from assistant.ports import Arrival, Clock, FolderState, Mailbox, Unreadable
from assistant.services import balance
from assistant.services.fetch_ahead import ahead
from assistant.services.first_start import Plan, begin
from assistant.services.take_delivery import Ready, Taken, make_ready, take_ready
from assistant.store.models import Delivery, LeftAlone, MailboxFolder

logger = logging.getLogger(__name__)

ASKED_FOR_AT_ONCE = 500
COUNTED_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Polled:
    """What a look at a folder gave: new messages, and deliveries of messages already known."""

    new: int
    known: int


def never() -> bool:
    """Say that nobody has asked to stop."""
    return False


def poll_folder(
    folder_id: int,
    *,
    mailbox: Mailbox,
    clock: Clock,
    plan: Plan | None = None,
    count_after: timedelta = COUNTED_EVERY,
    stopping: Callable[[], bool] = never,
) -> Polled:
    """Take every message above the folder's high-water mark, a batch in each transaction.

    When the server has renumbered the folder (another UIDVALIDITY, RFC 3501 section 2.3.1.1) all
    of it is read again, and content already known is filed nowhere twice. Afterwards, if that was
    not done within `count_after`, the folder is compared with what is here, and what is missing is
    fetched. Ends early, between two batches, once `stopping` says so. Raises TryAgainLater and
    NotAllowed as the mailbox does, and where a person has to choose what to do with old mail, after
    noting it on the folder's row; a database that cannot store is TryAgainLater, too.
    """
    folder = MailboxFolder.objects.select_related("mailbox__authority").get(pk=folder_id)
    plan = plan or Plan()
    try:
        state = _numbered(folder, mailbox.open(folder.name))
        begin(folder, state, mailbox=mailbox, plan=plan, clock=clock)
        taken = _take_new(folder, state, mailbox, plan, clock, stopping)
        if not stopping() and balance.is_due(folder, count_after, clock=clock):
            taken += _heal(folder, state, mailbox, clock)
    except (TryAgainLater, NotAllowed, NeedsAPerson) as error:
        _note(folder_id, str(error))
        raise
    except DatabaseError as error:
        said = TryAgainLater(
            f"The database cannot store mail at the moment: {' '.join(str(error).split())}. "
            "Nothing is lost: the messages are still on the mail server, and will be fetched "
            "again. Look whether the disk is full."
        )
        _note(folder_id, str(said))
        raise said from error
    _note(folder_id, "", polled_at=clock.now())
    return Polled(new=taken.new, known=taken.known)


def _note(folder_id: int, problem: str, **more: object) -> None:
    """Write on the folder's row how the look ended, as far as the database takes it."""
    try:
        MailboxFolder.objects.filter(pk=folder_id).update(problem=problem, **more)
    except DatabaseError:
        logger.exception("What is wrong with folder %d could not be noted: %s", folder_id, problem)


def _numbered(folder: MailboxFolder, state: FolderState) -> FolderState:
    """Compare the folder's numbering with the one on record; begin again where it has changed.

    Returns the state under the numbering that holds. A server that names no UIDVALIDITY is taken
    to number as before: reading all of it again is what nobody wants each time.
    """
    if folder.uidvalidity is None:
        return state
    if state.uidvalidity == 0:
        state = replace(state, uidvalidity=folder.uidvalidity)
    if state.uidvalidity == folder.uidvalidity and state.uidnext > folder.last_uid:
        return state
    if state.uidvalidity == folder.uidvalidity:
        # The server has gone back, as a restored one does, and gives the same numbers again to
        # other messages: nobody can tell any more which message had which.
        Delivery.objects.filter(
            mailbox=folder.mailbox, folder=folder.name, uidvalidity=state.uidvalidity
        ).update(uid=None)
        LeftAlone.objects.filter(folder=folder).delete()
    folder.uidvalidity, folder.last_uid = state.uidvalidity, 0
    folder.old_up_to, folder.by_date_up_to = 0, max(state.uidnext - 1, 0)
    folder.counted_at = None
    folder.save(
        update_fields=["uidvalidity", "last_uid", "old_up_to", "by_date_up_to", "counted_at"]
    )
    return state


def _take_new(
    folder: MailboxFolder,
    state: FolderState,
    mailbox: Mailbox,
    plan: Plan,
    clock: Clock,
    stopping: Callable[[], bool],
) -> Taken:
    """Take what is above the mark, until there is no more of it."""
    taken = Taken()
    mark = folder.last_uid
    ready = _making_ready(folder, state, clock)
    while not stopping():
        before = mark
        stored: list[int] = []
        arrivals = mailbox.arrivals(mark, limit=ASKED_FOR_AT_ONCE)
        for batch in ahead(arrivals, ready):
            taken += take_ready(folder, batch, clock=clock)
            mark = batch[-1].arrival.uid
            stored += [each.arrival.uid for each in batch if isinstance(each.arrival, Arrival)]
            if stopping():
                break
        _put_away(folder, mailbox, stored, plan)
        if mark == before:
            break
    return taken


def _heal(folder: MailboxFolder, state: FolderState, mailbox: Mailbox, clock: Clock) -> Taken:
    """Compare the folder with what is here, and take what is missing."""
    folder.refresh_from_db(fields=["uidvalidity", "last_uid"])
    taken = Taken()
    missing = balance.compare(folder, mailbox.uids(), clock=clock)
    for start in range(0, len(missing), ASKED_FOR_AT_ONCE):
        some = missing[start : start + ASKED_FOR_AT_ONCE]
        for batch in ahead(mailbox.fetch(some), _making_ready(folder, state, clock)):
            taken += take_ready(folder, batch, clock=clock)
    if missing:
        logger.warning("%s: %d message(s) came late and were fetched", folder, taken.new)
        balance.compare(folder, mailbox.uids(), clock=clock)
    return taken


def _making_ready(
    folder: MailboxFolder, state: FolderState, clock: Clock
) -> Callable[[Arrival | Unreadable], Ready]:
    """Return what makes a message ready, under the numbering that holds where none is named."""

    def ready(arrival: Arrival | Unreadable) -> Ready:
        if arrival.uidvalidity != state.uidvalidity:
            arrival = replace(arrival, uidvalidity=state.uidvalidity)
        return make_ready(folder, arrival, clock=clock)

    return ready


def _put_away(folder: MailboxFolder, mailbox: Mailbox, uids: list[int], plan: Plan) -> None:
    """Flag or move on the server what is stored here, where that is set; a courtesy, no more."""
    if not uids or plan.after == "nothing" or folder.role != MailboxFolder.Role.ARRIVALS:
        return
    try:
        mailbox.put_away(uids, move_to=plan.move_to if plan.after == "move" else "")
    except (TryAgainLater, NotAllowed) as error:
        logger.warning("%s: messages are stored here, but could not be put away: %s", folder, error)
        mailbox.open(folder.name)
