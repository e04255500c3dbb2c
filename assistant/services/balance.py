"""Compare what is on the mail server with what is here, so that nothing can be missing unseen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from assistant.ports import Clock
from assistant.store.models import Authority, Delivery, LeftAlone, MailboxFolder, Message


@dataclass(frozen=True, slots=True)
class FolderBalance:
    """A folder as it was last compared: what the server held up to the mark, and where that is.

    `on_server` is the sum of `here`, `left_alone` and `missing`; all are None before the first
    comparison.
    """

    mailbox: str
    folder: str
    role: str
    on_server: int | None
    here: int | None
    left_alone: int | None
    missing: int | None
    counted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Balance:
    """Every message taken in, and what became of it: `messages` is the sum of `dispositions`."""

    folders: tuple[FolderBalance, ...]
    messages: int
    dispositions: Mapping[str, int]

    @property
    def adds_up(self) -> bool:
        """Whether every message has one disposition, and nothing is missing."""
        return self.messages == sum(self.dispositions.values()) and not any(
            folder.missing for folder in self.folders
        )


def balance(authority: Authority) -> Balance:
    """Return where every message of an authority is, on the servers and here."""
    counts = Message.objects.filter(authority=authority).aggregate(
        messages=Count("pk"),
        **{
            disposition.value: Count("pk", filter=Q(disposition=disposition))
            for disposition in Message.Disposition
        },
    )
    folders = MailboxFolder.objects.filter(mailbox__authority=authority, in_use=True)
    return Balance(
        folders=tuple(
            _of(folder)
            for folder in folders.select_related("mailbox").order_by("mailbox__address", "name")
        ),
        messages=counts.pop("messages"),
        dispositions=counts,
    )


def is_due(folder: MailboxFolder, after: timedelta, *, clock: Clock) -> bool:
    """Say whether a folder was last compared so long ago, or never."""
    return folder.counted_at is None or clock.now() - folder.counted_at >= after


def compare(folder: MailboxFolder, uids: Sequence[int], *, clock: Clock) -> list[int]:
    """Compare a folder with the UIDs that the server lists; note the figures on its row.

    Returns the UIDs, ascending, of messages that should be here and are not: at or below the mark,
    never delivered, and not left alone as old. Some servers show a message after a later one.
    """
    listed = [uid for uid in uids if uid <= folder.last_uid]
    here = set(
        Delivery.objects.filter(
            mailbox=folder.mailbox, folder=folder.name, uidvalidity=folder.uidvalidity or 0
        ).values_list("uid", flat=True)
    )
    left = _left_alone(folder)
    rest = [uid for uid in listed if uid not in here]
    missing = [uid for uid in rest if uid not in left and not _is_old(folder, uid)]
    folder.on_server, folder.missing = len(listed), len(missing)
    folder.left_alone = len(rest) - len(missing)
    folder.counted_at = clock.now()
    folder.save(update_fields=["on_server", "missing", "left_alone", "counted_at"])
    return sorted(missing)


def _left_alone(folder: MailboxFolder) -> set[int]:
    """Return the old messages of a renumbered folder that were left where they are."""
    rows = LeftAlone.objects.filter(folder=folder, uidvalidity=folder.uidvalidity or 0)
    return set(rows.values_list("uid", flat=True))


def _is_old(folder: MailboxFolder, uid: int) -> bool:
    """Say whether a message was left alone because the folder is read from a later one on."""
    return folder.start == MailboxFolder.Start.FROM_NOW and uid <= folder.old_up_to


def _of(folder: MailboxFolder) -> FolderBalance:
    counted = folder.counted_at is not None
    here = (folder.on_server or 0) - folder.left_alone - folder.missing
    return FolderBalance(
        mailbox=folder.mailbox.address,
        folder=folder.name,
        role=folder.role,
        on_server=folder.on_server if counted else None,
        here=here if counted else None,
        left_alone=folder.left_alone if counted else None,
        missing=folder.missing if counted else None,
        counted_at=folder.counted_at,
    )
