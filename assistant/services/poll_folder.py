"""Read what is new in one folder of one mailbox."""

from dataclasses import dataclass

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Clock, Mailbox
from assistant.services.take_delivery import take_delivery
from assistant.store.models import MailboxFolder

BATCH = 200


@dataclass(frozen=True, slots=True)
class Polled:
    """What a look at a folder gave: new messages, and deliveries of messages already known."""

    new: int
    known: int


def poll_folder(folder_id: int, *, mailbox: Mailbox, clock: Clock) -> Polled:
    """Take every message above the folder's high-water mark; each commits on its own.

    When the server has renumbered the folder (another UIDVALIDITY, RFC 3501 section 2.3.1.1) all
    of it is read again, and content already known is filed nowhere twice. Raises TryAgainLater
    and NotAllowed as the mailbox does, after noting them on the folder's row.
    """
    folder = MailboxFolder.objects.select_related("mailbox__authority").get(pk=folder_id)
    new = known = 0
    try:
        state = mailbox.open(folder.name)
        mark = folder.last_uid if folder.uidvalidity == state.uidvalidity else 0
        while True:
            taken = 0
            for arrival in mailbox.arrivals(mark, limit=BATCH):
                is_new = take_delivery(folder, arrival, clock=clock)
                new, known = new + is_new, known + (not is_new)
                mark = arrival.uid
                taken += 1
            if taken < BATCH:
                break
    except (TryAgainLater, NotAllowed) as error:
        MailboxFolder.objects.filter(pk=folder_id).update(problem=str(error))
        raise
    MailboxFolder.objects.filter(pk=folder_id).update(problem="", polled_at=clock.now())
    return Polled(new=new, known=known)
