"""Decide what happens to the mail that a folder holds when it is read for the first time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.domain.errors import NotAllowed
from assistant.ports import Arrival, Clock, FolderState, Mailbox, Unreadable
from assistant.store.models import MailboxFolder

Start = MailboxFolder.Start
Choice = Literal["from-now", "import"]


class NotChosen(NotAllowed):
    """A folder holds old mail, and nobody has said yet what to do with it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is set for a mailbox besides its server: the settings of the same names say more.

    `first_start` and `asks_above` are about mail that is there already, `after` and `move_to` about
    messages on the server that are stored here.
    """

    first_start: Literal["ask", "from-now", "import"] = "ask"
    asks_above: int = 200
    after: Literal["nothing", "flag", "move"] = "nothing"
    move_to: str = ""


_NOTED = ["began_at", "uidvalidity", "last_uid", "old_up_to", "start"]
CHOICES: Mapping[str, MailboxFolder.Start] = {"from-now": Start.FROM_NOW, "import": Start.IMPORT}


def begin(
    folder: MailboxFolder, state: FolderState, *, mailbox: Mailbox, plan: Plan, clock: Clock
) -> None:
    """Note where new mail begins in a folder, and what becomes of the mail before it.

    Raises NotChosen, with what to do, where a person has to choose first. What comes after the
    first look is new mail, however long the choice takes.
    """
    row = MailboxFolder.objects.filter(pk=folder.pk)
    # Of two pollers that see a folder first, one decides, and the other takes over what it noted.
    if folder.began_at is None:
        row.filter(began_at=None, uidvalidity=None).update(
            uidvalidity=state.uidvalidity, old_up_to=max(state.uidnext - 1, 0)
        )
        first = row.filter(began_at=None).update(began_at=clock.now())
        folder.refresh_from_db(fields=_NOTED)
        if first:
            skip_old(folder)
    if folder.start == Start.UNDECIDED:
        row.filter(start=Start.UNDECIDED).update(start=_chosen(folder, mailbox, plan))
        folder.refresh_from_db(fields=_NOTED)
        skip_old(folder)


def skip_old(folder: MailboxFolder) -> None:
    """Move the mark past the old mail of a folder that is read from now on."""
    if folder.start == Start.FROM_NOW and folder.last_uid < folder.old_up_to:
        MailboxFolder.objects.filter(pk=folder.pk, last_uid__lt=folder.old_up_to).update(
            last_uid=folder.old_up_to
        )
        folder.refresh_from_db(fields=_NOTED)


def _chosen(folder: MailboxFolder, mailbox: Mailbox, plan: Plan) -> MailboxFolder.Start:
    """Return what is set for the folder, or follows from how much it holds; raises as `begin`."""
    if plan.first_start in CHOICES:
        return CHOICES[plan.first_start]
    held = len(mailbox.uids())
    if held <= plan.asks_above:
        return Start.EVERYTHING
    if folder.role == MailboxFolder.Role.SENT:
        # Nothing is acknowledged for what colleagues sent; old letters belong to no case here.
        return Start.FROM_NOW
    # The page Mailboxes says how much there is to choose about.
    MailboxFolder.objects.filter(pk=folder.pk).update(on_server=held)
    raise NotChosen(
        f"It holds {held:,} messages from before, and nothing is taken in until somebody says what "
        f"to do with them. A supervisor can choose on the page Mailboxes, or run foi-assistant "
        f'mailbox start {folder.mailbox.address} "{folder.name}" from-now (leave them; only new '
        "mail is taken in) or import (make cases of them too, without acknowledgements)."
    )


def is_old(folder: MailboxFolder, arrival: Arrival | Unreadable) -> bool:
    """Say whether a message was in its folder before the first start.

    Its number says so, as long as the folder keeps its numbering. Where the server has renumbered
    it since, the time of receipt (INTERNALDATE) has to, for what the folder held at that moment.
    """
    if arrival.uid <= folder.old_up_to:
        return True
    return (
        isinstance(arrival, Arrival)
        and arrival.uid <= folder.by_date_up_to
        and folder.began_at is not None
        and arrival.received_at < folder.began_at
    )
