"""Look at every folder, again and again, whatever goes wrong with one of them."""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Clock, Mailbox
from assistant.services.poll_folder import Polled, poll_folder
from assistant.services.sweep import sweep
from assistant.store.models import MailboxFolder

logger = logging.getLogger(__name__)
Open = Callable[[], Mailbox]


def poll_once(mailboxes: Mapping[str, Open], *, clock: Clock) -> tuple[Polled, list[str]]:
    """Look once at every folder of the given mailboxes (address -> how to open it).

    Returns what was taken and one line for each folder that could not be read.
    """
    new = known = 0
    problems = []
    for folder in _folders(list(mailboxes)):
        try:
            with closing(mailboxes[folder.mailbox.address]()) as mailbox:
                polled = poll_folder(folder.pk, mailbox=mailbox, clock=clock)
        except (TryAgainLater, NotAllowed) as error:
            problems.append(f"{folder}: {error}")
        else:
            new, known = new + polled.new, known + polled.known
    return Polled(new=new, known=known), problems


def keep_polling(
    mailboxes: Mapping[str, Open],
    *,
    clock: Clock,
    stale_seconds: float,
    wait: Callable[[], bool],
) -> None:
    """Poll and sweep until `wait` (which sleeps between two looks) returns false."""
    while True:
        try:
            polled, problems = poll_once(mailboxes, clock=clock)
            for problem in problems:
                logger.warning("%s", problem)
            if polled.new:
                logger.info("%d new message(s) taken in", polled.new)
            sweep(clock=clock, stale_seconds=stale_seconds)
        except Exception:
            # The poller must outlive any fault of one pass: nothing was marked on the server, so
            # the next pass takes up whatever this one left.
            logger.exception("A look at the mailboxes failed; the next one will try again")
        if not wait():
            return


def _folders(addresses: Sequence[str]) -> list[MailboxFolder]:
    """Return the folders to look at, in a fixed order."""
    return list(
        MailboxFolder.objects.filter(mailbox__address__in=addresses, in_use=True)
        .select_related("mailbox__authority")
        .order_by("mailbox__address", "name")
    )
