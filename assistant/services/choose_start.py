"""Choose what happens to the mail that a folder held before it was first read."""

from typing import Literal

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.store.models import MailboxFolder, User

Start = MailboxFolder.Start
CHOICES = {"from-now": Start.FROM_NOW, "import": Start.IMPORT}


def choose_start(
    folder_id: int, *, choice: Literal["from-now", "import"], by: User | None = None, clock: Clock
) -> MailboxFolder:
    """Leave the old mail of a folder where it is, or import it without acknowledgements.

    `by` is None where the choice comes from the command line. Raises NotAllowed where the person
    may not choose, or the choice has been made.
    """
    del clock
    if by is not None and not by.supervises:
        raise NotAllowed("Only a supervisor chooses this. Ask one to open this page.")
    with transaction.atomic():
        folder = MailboxFolder.objects.select_for_update().get(pk=folder_id)
        if folder.start not in {Start.UNDECIDED, CHOICES[choice]}:
            raise NotAllowed(
                f"The mail of {folder} is being taken in already, so there is nothing to choose."
            )
        folder.start, folder.problem = CHOICES[choice], ""
        if folder.start == Start.FROM_NOW:
            folder.last_uid = max(folder.last_uid, folder.old_up_to)
        folder.save(update_fields=["start", "problem", "last_uid"])
    return folder
