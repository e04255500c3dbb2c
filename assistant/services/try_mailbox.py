"""Try a mailbox at an administrator's wish: sign in, and open each folder, changing nothing."""

import logging
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import timedelta

from django.db import transaction

from assistant.domain.errors import NeedsAPerson, NotAllowed, TryAgainLater
from assistant.ports import Clock, Mailbox
from assistant.store import models, queue

logger = logging.getLogger(__name__)

# A trial that is not finished after so long is given up: its worker has ended.
GIVEN_UP = timedelta(minutes=5)
_UNEXPECTED = "It could not be tried. An administrator finds why in the log of the worker."


def ask_trial(mailbox_id: int, *, by: models.User, clock: Clock) -> models.MailboxTrial:
    """Queue a trial of a mailbox; a worker makes it within seconds. Return it.

    Where one is under way already, that one is returned. Raises NotAllowed for whoever is no
    administrator.
    """
    if not by.administers:
        raise NotAllowed("Only an administrator tries a mailbox. Ask one.")
    now = clock.now()
    with transaction.atomic():
        mailbox = models.Mailbox.objects.select_for_update(no_key=True).get(pk=mailbox_id)
        latest = mailbox.trials.last()
        if latest and latest.finished_at is None and now - latest.asked_at < GIVEN_UP:
            return latest
        trial = models.MailboxTrial.objects.create(mailbox=mailbox, asked_by=by, asked_at=now)
        queue.enqueue(queue.TRY_MAILBOX, trial.pk)
    return trial


def try_mailbox(
    trial_id: int, *, mailboxes: Mapping[str, Callable[[], Mailbox]], clock: Clock
) -> None:
    """Make a trial and note what was found; one that was made already is left as it is.

    `mailboxes` says how to open each one, by its address.
    """
    trial = models.MailboxTrial.objects.select_related("mailbox").get(pk=trial_id)
    if trial.finished_at is not None:
        return
    trial.found = _found(trial.mailbox, mailboxes.get(trial.mailbox.address))
    trial.finished_at = clock.now()
    trial.save(update_fields=["found", "finished_at"])


def _found(
    mailbox: models.Mailbox, open_it: Callable[[], Mailbox] | None
) -> list[dict[str, object]]:
    """Return a row for each folder, in the order of their names."""
    if open_it is None:
        return [_row("", "No IMAP server is set for it: mail is handed over, or not taken in.")]
    folders = mailbox.folders.filter(in_use=True).order_by("name")
    try:
        opened = open_it()
    except (NotAllowed, TryAgainLater) as error:
        return [_row("", str(error))]
    with closing(opened) as box:
        return [_folder(box, folder.name) for folder in folders]


def _folder(box: Mailbox, name: str) -> dict[str, object]:
    """Open one folder; what is wrong with it is said, and the next one is tried."""
    try:
        state = box.open(name)
    except (NotAllowed, TryAgainLater, NeedsAPerson) as error:
        return _row(name, str(error))
    except Exception:
        logger.exception("Folder %s could not be tried", name)
        return _row(name, _UNEXPECTED)
    holds = "1 message" if state.messages == 1 else f"{state.messages:,} messages"
    return _row(name, f"Signed in and opened; it holds {holds}.", works=True)


def _row(folder: str, said: str, *, works: bool = False) -> dict[str, object]:
    return {"folder": folder, "works": works, "said": said}
