"""Store delivered messages, byte for byte, in the transaction that queues their reading."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import DataError, IntegrityError, OperationalError, transaction
from django.db.models import Value
from django.db.models.functions import Greatest

from assistant.domain.errors import NeedsAPerson
from assistant.domain.mail.identity import content_sha256
from assistant.ports import Arrival, Clock, Unreadable
from assistant.services.first_start import is_old
from assistant.services.store_messages import Content, content_of, store_messages
from assistant.store.models import Delivery, LeftAlone, MailboxFolder, Message
from assistant.store.packing import pack, unpack

logger = logging.getLogger(__name__)

# What an odd message makes a database, or us, say. A database that is full, locked or gone says
# OperationalError: that is no message's fault, and nothing is passed over for it.
ODD = (DataError, IntegrityError, ValueError, LookupError, OverflowError, RecursionError)


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of deliveries: how many messages were new, known already, or left alone."""

    new: int = 0
    known: int = 0
    left_alone: int = 0

    def __add__(self, other: "Taken") -> "Taken":
        """Count two together."""
        return Taken(
            self.new + other.new, self.known + other.known, self.left_alone + other.left_alone
        )


@dataclass(frozen=True, slots=True)
class Ready:
    """A delivery, and its content made ready to be stored; none where that was not possible.

    What is ready holds the message once, packed; its `arrival` has no bytes any more.
    """

    arrival: Arrival | Unreadable
    content: Content | None

    @property
    def weight(self) -> int:
        """How many bytes of the message it holds."""
        if self.content is not None:
            return len(self.content.packed or b"")
        return len(self._bytes)

    @property
    def whole(self) -> Arrival | Unreadable:
        """The delivery as it came."""
        if isinstance(self.arrival, Arrival) and self.content and self.content.packed is not None:
            return replace(self.arrival, raw=unpack(self.content.packed))
        return self.arrival

    @property
    def _bytes(self) -> bytes:
        return self.arrival.raw if isinstance(self.arrival, Arrival) else b""


def take_delivery(folder: MailboxFolder, arrival: Arrival | Unreadable, *, clock: Clock) -> bool:
    """Store one delivery and move the folder's high-water mark; return whether it was new."""
    return bool(take_ready(folder, [make_ready(folder, arrival, clock=clock)], clock=clock).new)


def make_ready(folder: MailboxFolder, arrival: Arrival | Unreadable, *, clock: Clock) -> Ready:
    """Hash and pack a message, outside the transaction; asks the database nothing."""
    if isinstance(arrival, Unreadable):
        return Ready(arrival, _place(folder, arrival, arrival.reason, clock))
    try:
        imported = folder.start == MailboxFolder.Start.IMPORT and is_old(folder, arrival)
        content = content_of(arrival.raw, arrival.received_at, imported=imported)
    except ODD as error:
        logger.warning("Message %d of %s cannot be made ready: %r", arrival.uid, folder, error)
        return Ready(arrival, None)
    return Ready(replace(arrival, raw=b""), content)


def take_ready(folder: MailboxFolder, ready: Sequence[Ready], *, clock: Clock) -> Taken:
    """Store deliveries of one folder, and move its high-water mark, in one transaction.

    Raw bytes, rows, queued task and mark commit together or not at all, so that a crash anywhere
    leaves a message either wholly taken or still to be fetched (RFC 5321 section 6.1). The same
    content delivered again, by another route or after the server renumbered, is one more delivery
    of the same message. Where an odd message spoils the whole they are taken one by one, and the
    odd one is held for a person. Passes on what a database says that is full, locked or gone; then
    nothing that was not stored is marked.
    """
    if not ready:
        return Taken()
    try:
        return _commit(folder, ready, clock)
    except (*ODD, OperationalError):
        # One odd message spoils the whole; and where the disk is nearly full, small ones may fit.
        taken = Taken()
        for each in ready:
            taken += _take_alone(folder, each, clock)
        return taken


def _take_alone(folder: MailboxFolder, ready: Ready, clock: Clock) -> Taken:
    """Take one message: as it is, or else held with its bytes, or else held with its place."""
    fault = "it cannot be read"
    # Twice: another poller may have been quicker, and what it committed is seen by looking again.
    for _ in range(2):
        try:
            return _commit(folder, [ready], clock)
        except ODD as error:
            fault = type(error).__name__
    arrival = ready.whole
    for content in _as_can_be(folder, arrival, fault, clock):
        try:
            return _commit(folder, [Ready(arrival, content)], clock)
        except ODD as error:
            logger.warning("Message %d of %s cannot be held: %r", arrival.uid, folder, error)
    raise NeedsAPerson(
        f"Message {arrival.uid} of {folder} can neither be stored nor held, so nothing behind it "
        "is taken in. Look at it with a mail program and tell whoever keeps the assistant."
    )


def _as_can_be(
    folder: MailboxFolder, arrival: Arrival | Unreadable, fault: str, clock: Clock
) -> list[Content]:
    """Return what may be kept of a message that cannot be stored, the most of it first."""
    place = _place(folder, arrival, f"it cannot be stored here ({fault})", clock)
    if isinstance(arrival, Unreadable):
        return [place]
    detail = (
        f"It could not be taken in as other messages are ({fault}). Download it as a file and open "
        "it in a mail program; then make it a case or say why it is not a request."
    )
    whole = Content(
        sha256=content_sha256(b"%d of %d\r\n" % (arrival.uid, arrival.uidvalidity) + arrival.raw),
        size=len(arrival.raw),
        received_at=clock.now(),
        packed=pack(arrival.raw),
        subject="(a message that could not be stored as it is)",
        held=(("cannot_be_stored", detail),),
    )
    return [whole, place]


def _place(
    folder: MailboxFolder, arrival: Arrival | Unreadable, reason: str, clock: Clock
) -> Content:
    """Hold a message's place on the server, so that a person looks there."""
    where = f"{folder.mailbox.address}/{arrival.folder};{arrival.uidvalidity}/{arrival.uid}"
    detail = (
        f"The mail server did not hand it over: {reason}. Look for message {arrival.uid} in folder "
        f"{arrival.folder} with a mail program."
    )
    return Content(
        sha256=content_sha256(where.encode()),
        size=0,
        received_at=clock.now(),
        packed=None,
        subject="(a message the mail server did not hand over)",
        held=(("not_handed_over", detail),),
    )


def _commit(folder: MailboxFolder, ready: Sequence[Ready], clock: Clock) -> Taken:
    """Store everything that is not here yet in one transaction, with the mark."""
    uidvalidity = ready[0].arrival.uidvalidity
    contents = {each.arrival.uid: each.content for each in ready if each.content is not None}
    if len(contents) < len(ready):
        raise ValueError("a message could not be made ready")
    with transaction.atomic():
        here = set(
            Delivery.objects.filter(
                mailbox=folder.mailbox,
                folder=folder.name,
                uidvalidity=uidvalidity,
                uid__in=list(contents),
            ).values_list("uid", flat=True)
        )
        unseen = {uid: content for uid, content in contents.items() if uid not in here}
        left = _left_alone(folder, ready, unseen)
        wanted = {uid: content for uid, content in unseen.items() if uid not in left}
        ids, fresh = store_messages(folder.mailbox.authority, list(wanted.values()), at=clock.now())
        Delivery.objects.bulk_create(
            Delivery(
                message_id=ids[content.sha256],
                mailbox=folder.mailbox,
                folder=folder.name,
                uidvalidity=uidvalidity,
                uid=uid,
                received_at=content.received_at,
            )
            for uid, content in wanted.items()
        )
        _move_mark(folder, uidvalidity, max(contents))
    return Taken(len(fresh), len(ready) - len(left) - len(fresh), len(left))


def _left_alone(
    folder: MailboxFolder, ready: Sequence[Ready], unseen: Mapping[int, Content]
) -> set[int]:
    """Note and return the old mail of a folder that was to be read from now on, by its UIDs.

    That comes up where the server has renumbered the folder, and all of it is read again. What is
    known here is a delivery of it all the same.
    """
    if folder.start != MailboxFolder.Start.FROM_NOW:
        return set()
    old = {
        each.arrival.uid: unseen[each.arrival.uid].sha256
        for each in ready
        if each.arrival.uid in unseen and is_old(folder, each.arrival)
    }
    known = set(
        Message.objects.filter(
            authority=folder.mailbox.authority, content_sha256__in=list(old.values())
        ).values_list("content_sha256", flat=True)
    )
    left = {uid for uid, sha256 in old.items() if sha256 not in known}
    LeftAlone.objects.bulk_create(
        [
            LeftAlone(folder=folder, uidvalidity=ready[0].arrival.uidvalidity, uid=uid)
            for uid in sorted(left)
        ],
        ignore_conflicts=True,
    )
    return left


def _move_mark(folder: MailboxFolder, uidvalidity: int, uid: int) -> None:
    """Raise the mark to `uid`; never lower it, unless the numbering is another one."""
    row = MailboxFolder.objects.filter(pk=folder.pk)
    if not row.filter(uidvalidity=uidvalidity).update(last_uid=Greatest("last_uid", Value(uid))):
        row.update(uidvalidity=uidvalidity, last_uid=uid)
