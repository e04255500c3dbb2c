"""Choose what happens to the mail that a folder held before it was first read."""

import logging

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.services.first_start import CHOICES, Choice, Start, skip_old
from assistant.store.models import LeftAlone, MailboxFolder, User

logger = logging.getLogger(__name__)


def choose_start(folder_id: int, *, choice: Choice, by: User | None, clock: Clock) -> MailboxFolder:
    """Leave the old mail of a folder where it is, or import it without acknowledgements.

    `by` is None where the choice comes from the command line. Old mail that was left alone may be
    imported later: then the folder is read again from its first message. Raises NotAllowed where
    the person may not choose, or the mail has been taken in already.
    """
    if by is not None and not by.supervises:
        raise NotAllowed("Only a supervisor chooses this. Ask one to open this page.")
    with transaction.atomic():
        folder = (
            MailboxFolder.objects.select_for_update(of=("self",))
            .select_related("mailbox__authority")
            .filter(pk=folder_id)
            .first()
        )
        if folder is None:
            raise NotAllowed("There is no such folder any more. Go back and look again.")
        start = CHOICES[choice]
        if folder.start == start:
            return folder
        if folder.start not in {Start.UNDECIDED, Start.FROM_NOW}:
            raise NotAllowed(
                f"The mail of {folder} is being taken in already, so there is nothing to choose."
            )
        folder.start, folder.problem, folder.counted_at = start, "", None
        if start == Start.IMPORT:
            # Read it again from the first message; what is here already is known by its number.
            folder.last_uid = 0
            LeftAlone.objects.filter(folder=folder).delete()
        folder.save(update_fields=["start", "problem", "counted_at", "last_uid"])
        if folder.began_at is not None:
            skip_old(folder)
    logger.info(
        "%s: %s, chosen by %s at %s", folder, choice, by or "a command", clock.now().isoformat()
    )
    return folder
