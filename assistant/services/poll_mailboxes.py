"""Look at every mailbox, again and again, whatever goes wrong with one of them."""

import logging
import secrets
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection

from assistant import log_context
from assistant.domain.errors import NeedsAPerson, NotAllowed, TryAgainLater
from assistant.ports import Clock, FolderState, Mailbox
from assistant.services.first_start import NotChosen, Plan
from assistant.services.look_after_libraries import look_at_start
from assistant.services.poll_folder import COUNTED_EVERY, Polled, never, poll_folder
from assistant.services.sweep import sweep
from assistant.store.models import MailboxFolder

logger = logging.getLogger(__name__)
Open = Callable[[], Mailbox]
Plans = Mapping[str, Plan]

LONGEST_PAUSE = 300.0


def nobody_listens() -> None:
    """Give a sign of life to nobody."""


# How many seconds the end waits for what is being stored; what takes longer is undone.
ENDING = 5.0


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at a mailbox gave: what was taken, which folders were read, what was wrong.

    `waiting` counts the folders that could be read and wait for a person's choice.
    """

    polled: Polled
    read: tuple[str, ...]
    problems: tuple[str, ...]
    waiting: int

    @property
    def failed(self) -> bool:
        """Whether nothing of the mailbox could be read."""
        return bool(self.problems) and not self.read and not self.waiting


def poll_once(
    mailboxes: Mapping[str, Open], *, clock: Clock, plans: Plans | None = None
) -> tuple[Polled, list[str]]:
    """Look once at every folder of the given mailboxes (address -> how to open it).

    Returns what was taken and one line for each folder that could not be read.
    """
    new = known = 0
    problems: list[str] = []
    for address in sorted(mailboxes):
        with closing(mailboxes[address]()) as mailbox:
            looked = look(
                address,
                mailbox,
                clock=clock,
                plan=(plans or {}).get(address),
                count_after=timedelta(0),
            )
        new, known = new + looked.polled.new, known + looked.polled.known
        problems += looked.problems
    return Polled(new=new, known=known), problems


def look(
    address: str,
    mailbox: Mailbox,
    *,
    clock: Clock,
    plan: Plan | None = None,
    count_after: timedelta = COUNTED_EVERY,
    stopping: Callable[[], bool] = never,
) -> Looked:
    """Look at the folders of one mailbox in turn, over one connection.

    One folder that cannot be read does not keep the others from being read.
    """
    new = known = waiting = 0
    read, problems = [], []
    for folder in folders_of(address):
        try:
            with log_context.bound(mailbox=folder.mailbox_id, folder=folder.pk):
                polled = poll_folder(
                    folder.pk,
                    mailbox=mailbox,
                    clock=clock,
                    plan=plan,
                    count_after=count_after,
                    stopping=stopping,
                )
        except (TryAgainLater, NotAllowed, NeedsAPerson) as error:
            problems.append(f"{folder}: {error}")
            waiting += isinstance(error, NotChosen)
        else:
            read.append(folder.name)
            new, known = new + polled.new, known + polled.known
    return Looked(Polled(new, known), tuple(read), tuple(problems), waiting)


def folders_of(address: str) -> list[MailboxFolder]:
    """Return the folders of a mailbox that are in use, those that mail arrives in first."""
    return list(
        MailboxFolder.objects.filter(mailbox__address=address, in_use=True)
        .select_related("mailbox__authority")
        .order_by("role", "name")
    )


def keep_polling(
    mailboxes: Mapping[str, Open],
    *,
    clock: Clock,
    stale_seconds: float,
    poll_seconds: float,
    stop: threading.Event,
    plans: Plans | None = None,
    ending: float = ENDING,
    beat: Callable[[], None] = nobody_listens,
) -> None:
    """Watch every mailbox, each in a thread of its own, and sweep meanwhile, until `stop` is set.

    Each is looked at every `poll_seconds`, and at once where its server says that mail has come.
    `beat` is called before each sweep, as a sign of life.
    At the end, what is being stored is waited for, at most `ending` seconds.
    """
    watches = [
        Watch(
            address,
            open_mailbox,
            clock=clock,
            poll_seconds=poll_seconds,
            stop=stop,
            plan=(plans or {}).get(address),
        )
        for address, open_mailbox in sorted(mailboxes.items())
    ]
    for watch in watches:
        # A thread that waits for its server when the program ends is just left behind.
        threading.Thread(target=watch.keep, name=f"poll {watch.address}", daemon=True).start()
    try:
        look_at_start()
        while not stop.is_set():
            beat()
            try:
                sweep(clock=clock, stale_seconds=stale_seconds)
            except Exception:
                # Whatever went wrong with one sweep, the next one finds the same rows again.
                logger.exception("A sweep failed; the next one will try again")
            stop.wait(poll_seconds)
    finally:
        stop.set()
        until = time.monotonic() + ending
        for watch in watches:
            watch.finish(max(until - time.monotonic(), 0))


def pause_after(failures: int) -> float:
    """Return how many seconds to wait after so many failures in a row.

    Any time up to a limit that doubles from one second to five minutes: where many wait for one
    server, they do not all come back at the same moment.
    """
    longest = min(LONGEST_PAUSE, 2.0 ** min(failures - 1, 30))
    return secrets.SystemRandom().uniform(0, longest)


class Watch:
    """One mailbox and its connection, which is kept open between two looks."""

    def __init__(
        self,
        address: str,
        open_mailbox: Open,
        *,
        clock: Clock,
        poll_seconds: float,
        stop: threading.Event,
        plan: Plan | None = None,
        pause: Callable[[int], float] = pause_after,
    ) -> None:
        """Remember what to watch; `pause` says how long to wait after failures, in seconds."""
        self.address = address
        self._open = open_mailbox
        self._clock = clock
        self._poll_seconds = poll_seconds
        self._stop = stop
        self._plan = plan
        self._pause = pause
        self._mailbox: Mailbox | None = None
        self._seen: FolderState | None = None
        self._at_work = threading.Lock()

    def keep(self) -> None:
        """Look and wait in turn until told to stop."""
        failures = 0
        while not self._stop.is_set():
            try:
                well = self._look_and_wait()
            except Exception:
                # It must outlive any fault of one look: nothing was marked on the server, so the
                # next one takes up whatever this one left.
                logger.exception("A look at %s failed; the next one will try again", self.address)
                well = False
            if well:
                failures = 0
            else:
                failures += 1
                self._close()
                self._stop.wait(self._pause(failures))
        self._close()

    def finish(self, seconds: float) -> None:
        """Wait, at most so long, until nothing is being stored; let nothing begin; sign out."""
        if self._at_work.acquire(timeout=seconds):
            self._close()

    def _look_and_wait(self) -> bool:
        """Look once, then wait for news; say whether the mailbox could be read at all."""
        with self._at_work:
            if self._stop.is_set():
                return True
            looked = self._look()
        for problem in looked.problems:
            logger.warning("%s", problem)
        if looked.polled.new:
            logger.info("%s: %d new message(s) taken in", self.address, looked.polled.new)
        if looked.failed:
            return False
        try:
            self._wait(looked.read)
        except (TryAgainLater, NotAllowed) as error:
            logger.warning("%s: %s", self.address, error)
            return False
        return True

    def _look(self) -> Looked:
        try:
            if self._mailbox is None:
                self._mailbox = self._open()
            return look(
                self.address,
                self._mailbox,
                clock=self._clock,
                plan=self._plan,
                stopping=self._stop.is_set,
            )
        finally:
            # Each thread has a connection of its own, which nobody else closes.
            connection.close()

    def _wait(self, folders: Sequence[str]) -> None:
        """Wait until there is news of the first folder that could be read, or the time is up."""
        if self._stop.is_set():
            return
        if self._mailbox is None or not folders:
            self._stop.wait(self._poll_seconds)
            return
        state = self._mailbox.open(folders[0])
        if state == self._seen:
            self._mailbox.wait(self._poll_seconds)
        # Otherwise something has come since the last look began, and is told by no news.
        self._seen = state

    def _close(self) -> None:
        mailbox, self._mailbox = self._mailbox, None
        self._seen = None
        if mailbox is not None:
            mailbox.close()
