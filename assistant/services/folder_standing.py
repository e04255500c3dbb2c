"""How a folder stands: read as it should be, or not; one answer for page and commands."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum

from assistant.store.models import MailboxFolder

# A folder that was not read for so long is a problem, whatever its row says otherwise.
LOOKED_AT_EVERY = timedelta(minutes=15)


class FolderStanding(StrEnum):
    """How a folder stands; what it is called and what to do about it depends on who reads it."""

    NOT_IN_USE = "not_in_use"
    WAITS = "waits"
    UNREADABLE = "unreadable"
    MISSING = "missing"
    NOT_YET = "not_yet"
    QUIET = "quiet"
    READ = "read"


def waits_for_choice(row: MailboxFolder) -> bool:
    """Say whether somebody was asked about the mail of before, and has not answered."""
    asked = row.on_server is not None
    return row.in_use and row.start == MailboxFolder.Start.UNDECIDED and asked


# The gravest first: the first that holds counts. The instant is the one since when nobody has
# looked at a folder that has gone quiet.
_RULES: tuple[tuple[FolderStanding, Callable[[MailboxFolder, datetime], bool]], ...] = (
    (FolderStanding.NOT_IN_USE, lambda row, _: not row.in_use),
    (FolderStanding.WAITS, lambda row, _: waits_for_choice(row)),
    (FolderStanding.UNREADABLE, lambda row, _: bool(row.problem)),
    (FolderStanding.MISSING, lambda row, _: row.missing > 0),
    (FolderStanding.NOT_YET, lambda row, _: row.polled_at is None),
    (FolderStanding.QUIET, lambda row, since: row.polled_at is not None and row.polled_at < since),
    (FolderStanding.READ, lambda _row, _: True),
)


def folder_standing(
    row: MailboxFolder, now: datetime, *, quiet: timedelta = LOOKED_AT_EVERY
) -> FolderStanding:
    """Return how a folder stands at an instant (aware); unread for `quiet`, it has gone quiet."""
    return next(standing for standing, holds in _RULES if holds(row, now - quiet))
