"""What the page Mailboxes shows: how each folder stands, and what a person has to do about it."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from assistant.ports import Clock
from assistant.services.balance import Balance, FolderBalance, balance
from assistant.services.folder_standing import FolderStanding, folder_standing
from assistant.services.standing_approval import Standing, standing_of
from assistant.store.models import Authority, Mailbox, MailboxFolder
from assistant.web.forms.mailboxes import StartForm
from assistant.web.words import DISPOSITIONS


@dataclass(frozen=True, slots=True)
class ShownFolder:
    """A folder with its figures, a tag (words, colour), and what to do, where there is something.

    `form` asks what to do with the mail of before; None where there is nothing to choose.
    """

    row: MailboxFolder
    figures: FolderBalance
    standing: tuple[str, str]
    what_to_do: str
    form: StartForm | None


@dataclass(frozen=True, slots=True)
class ShownMailbox:
    """A mailbox, its folders, and its standing approval with a tag (words, colour).

    `unused` are folders that were read once and that the settings name no longer.
    """

    row: Mailbox
    folders: tuple[ShownFolder, ...]
    unused: tuple[str, ...]
    standing: Standing
    tag: tuple[str, str]


@dataclass(frozen=True, slots=True)
class ShownMailboxes:
    """All mailboxes of an authority, and what became of all messages, by name."""

    mailboxes: tuple[ShownMailbox, ...]
    dispositions: tuple[tuple[str, int], ...]
    balance: Balance


def shown_mailboxes(
    authority: Authority, *, clock: Clock, posted: StartForm | None = None
) -> ShownMailboxes:
    """Return what the page shows; `posted` is a form with something in it to mend."""
    found = balance(authority)
    figures = {(each.mailbox, each.folder): each for each in found.folders}
    rows = authority.mailboxes.prefetch_related("folders").order_by("address")
    mailboxes = []
    for mailbox in rows:
        own = sorted(mailbox.folders.all(), key=lambda row: (row.role, row.name))
        folders = tuple(
            _folder(row, figures[mailbox.address, row.name], clock, posted)
            for row in own
            if row.in_use
        )
        unused = tuple(row.name for row in own if not row.in_use)
        standing = standing_of(mailbox, clock=clock)
        tag = standing_tag(standing)
        mailboxes.append(ShownMailbox(mailbox, folders, unused, standing, tag))
    return ShownMailboxes(
        mailboxes=tuple(mailboxes),
        dispositions=tuple((DISPOSITIONS[kind], n) for kind, n in found.dispositions.items()),
        balance=found,
    )


def standing_tag(standing: Standing) -> tuple[str, str]:
    """Return the words and the colour of how a standing approval stands."""
    if standing.row is None:
        return "Off", "grey"
    return ("In force", "green") if standing.in_force else ("Void", "red")


def need_a_person(authority: Authority) -> QuerySet[MailboxFolder]:
    """Return the folders about which somebody has to do something."""
    undecided = Q(start=MailboxFolder.Start.UNDECIDED, on_server__isnull=False)
    return MailboxFolder.objects.filter(
        undecided | Q(missing__gt=0) | ~Q(problem=""), mailbox__authority=authority, in_use=True
    )


def _folder(
    row: MailboxFolder, figures: FolderBalance, clock: Clock, posted: StartForm | None
) -> ShownFolder:
    standing = folder_standing(row, clock.now())
    words, colour, what_to_do = _SAID[standing]
    form = None
    if standing is FolderStanding.WAITS:
        form = posted if posted and posted.folder_id == row.pk else StartForm(folder_id=row.pk)
    return ShownFolder(row, figures, (words, colour), what_to_do or row.problem, form)


# What the page calls a standing, in which colour, and what to do; nothing where its problem says.
_SAID = {
    FolderStanding.WAITS: (
        "Waits for a choice",
        "red",
        (
            "It holds mail from before the assistant was started, and nothing is taken in until "
            "somebody says what to do with it."
        ),
    ),
    FolderStanding.UNREADABLE: ("Cannot be read", "red", ""),
    FolderStanding.MISSING: (
        "Messages are missing",
        "red",
        (
            "They are on the mail server and not here. The next looks take them in; if they stay "
            "missing, look at the folder with a mail program and tell an administrator."
        ),
    ),
    FolderStanding.NOT_YET: (
        "Not looked at yet",
        "grey",
        "It is looked at once foi-assistant run, or foi-assistant poll, is running.",
    ),
    FolderStanding.QUIET: (
        "Not looked at for 15 minutes",
        "orange",
        (
            "New mail is not taken in. An administrator sees to it that foi-assistant run, or "
            "foi-assistant poll, is running, and looks at what foi-assistant check says."
        ),
    ),
    FolderStanding.READ: ("Is read", "green", ""),
}
