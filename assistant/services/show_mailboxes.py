"""Show how each folder of each mailbox stands: what is read of it, and what somebody has to do."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.ports import Clock
from assistant.store.models import MailboxFolder


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
        return None if self.on_server is None else self.on_server - self.left_alone - self.missing


def show_mailboxes(*, clock: Clock, quiet_seconds: float) -> list[ShownFolder]:
    """Return every folder, by address and name; one not looked at for so long is a fault."""
    rows = MailboxFolder.objects.select_related("mailbox").order_by("mailbox__address", "name")
    quiet_since = clock.now() - timedelta(seconds=quiet_seconds)
    return [_shown(row, quiet_since) for row in rows]


def _shown(row: MailboxFolder, quiet_since: datetime) -> ShownFolder:
    state, works, what_to_do = _standing(row, quiet_since)
    return ShownFolder(
        id=row.pk,
        address=row.mailbox.address,
        folder=row.name,
        role=row.get_role_display(),
        in_use=row.in_use,
        waits_for_choice=_waits(row),
        state=state,
        works=works,
        problem=row.problem if row.in_use else "",
        what_to_do=what_to_do,
        polled_at=row.polled_at,
        on_server=row.on_server,
        left_alone=row.left_alone,
        missing=row.missing,
        counted_at=row.counted_at,
    )


def _waits(row: MailboxFolder) -> bool:
    """Say whether mail from before the first look waits for somebody to choose."""
    return (
        row.in_use and row.start == MailboxFolder.Start.UNDECIDED and row.began_at is not None
    )


def _standing(row: MailboxFolder, quiet_since: datetime) -> tuple[str, bool, str]:
    """Return how a folder stands, whether that is as it should be, and what to do if not."""
    if not row.in_use:
        return "not in the settings any more", True, ""
    if _waits(row):
        return (
            "waits for a choice",
            False,
            f"It holds mail from before. To leave that and take in what comes from now on, run: "
            f"foi-assistant mailbox start {row.mailbox.address} {row.name!r} from-now. To make "
            "cases of it, import in the place of from-now.",
        )
    if row.problem:
        return "cannot be read", False, row.problem
    if row.polled_at is None:
        return "not looked at yet", True, "It is looked at when foi-assistant run, or poll, runs."
    if row.polled_at < quiet_since:
        return (
            "not looked at for long",
            False,
            "See that foi-assistant run, or poll, is running, and what it says.",
        )
    if row.missing:
        return (
            "messages are missing here",
            False,
            f"{row.missing:,} message(s) on the server are not here. The next looks take them in; "
            "if they stay missing, look at the folder in a mail program and report this.",
        )
    return "is read", True, ""
