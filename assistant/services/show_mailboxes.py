"""Show how each folder of each mailbox stands: what is read of it, and what somebody has to do."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count

from assistant.ports import Clock
from assistant.services.folder_standing import FolderStanding, folder_standing
from assistant.store.models import MailboxFolder, Message


@dataclass(frozen=True, slots=True)
class ShownFolder:
    """One folder as it stands; times are aware, in UTC, and None for what never happened.

    `works` is false where mail is not taken in as it should be, and `what_to_do` then says what to
    do. `on_server`, `left_alone` and `missing` are messages at the last comparison, `counted_at`.
    """

    id: int
    address: str
    folder: str
    role: str
    in_use: bool
    waits_for_choice: bool
    state: str
    works: bool
    problem: str
    what_to_do: str
    polled_at: datetime | None
    on_server: int | None
    left_alone: int
    missing: int
    counted_at: datetime | None

    @property
    def taken_in(self) -> int | None:
        """How many of the messages on the server are here; None before the first comparison."""
        if self.on_server is None or self.counted_at is None:
            return None
        return self.on_server - self.left_alone - self.missing


def show_mailboxes(*, clock: Clock, quiet_seconds: float) -> list[ShownFolder]:
    """Return every folder, by address and name; one not looked at for so long is a fault."""
    rows = MailboxFolder.objects.select_related("mailbox").order_by("mailbox__address", "name")
    quiet = timedelta(seconds=quiet_seconds)
    return [_shown(row, folder_standing(row, clock.now(), quiet=quiet)) for row in rows]


def show_dispositions() -> dict[str, int]:
    """Return how many messages have each disposition, in the words for people; each has one."""
    counts = dict(
        Message.objects.values_list("disposition").annotate(number=Count("pk")).order_by()
    )
    return {one.label: counts.get(one.value, 0) for one in Message.Disposition}


def _shown(row: MailboxFolder, standing: FolderStanding) -> ShownFolder:
    told = STANDINGS[standing]
    said = {"address": row.mailbox.address, "folder": shlex.quote(row.name), "problem": row.problem}
    return ShownFolder(
        id=row.pk,
        address=row.mailbox.address,
        folder=row.name,
        role=row.get_role_display(),
        in_use=row.in_use,
        waits_for_choice=standing is FolderStanding.WAITS,
        state=told.state,
        works=told.works,
        problem=row.problem if row.in_use else "",
        what_to_do=told.what_to_do.format(**said, missing=row.missing),
        polled_at=row.polled_at,
        on_server=row.on_server,
        left_alone=row.left_alone,
        missing=row.missing,
        counted_at=row.counted_at,
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """What a command says of a standing, whether that is as it should be, and what to do if not."""

    state: str
    works: bool = True
    what_to_do: str = ""


STANDINGS: Mapping[FolderStanding, _Said] = {
    FolderStanding.NOT_IN_USE: _Said("not in the settings any more"),
    FolderStanding.WAITS: _Said(
        "waits for a choice",
        works=False,
        what_to_do="It holds mail from before. To leave that and take in what comes from now on, "
        "run: foi-assistant mailbox start {address} {folder} from-now. To make cases of it, say "
        "import in the place of from-now.",
    ),
    FolderStanding.UNREADABLE: _Said("cannot be read", works=False, what_to_do="{problem}"),
    FolderStanding.MISSING: _Said(
        "messages are missing here",
        works=False,
        what_to_do="{missing} message(s) on the server are not here. The next looks take them in; "
        "if they stay missing, look at the folder in a mail program and report this.",
    ),
    FolderStanding.NOT_YET: _Said(
        "not looked at yet", what_to_do="It is looked at when foi-assistant run, or poll, runs."
    ),
    FolderStanding.QUIET: _Said(
        "not looked at for long",
        works=False,
        what_to_do="See that foi-assistant run, or poll, is running, and what it says.",
    ),
    FolderStanding.READ: _Said("is read"),
}
