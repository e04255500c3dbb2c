"""Put a copy of a letter that has left into the folder of sent mail, where the server does not."""

from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import timedelta

from django.db.models import Q

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Clock, SentFolder
from assistant.store.models import Outbox
from assistant.store.packing import unpack

Open = Callable[[], SentFolder]
LEFT = (Outbox.Stage.SENT, Outbox.Stage.PARTIAL)
# So long one worker has a copy to itself; and so long is waited after a failure.
A_WHILE = timedelta(minutes=5)
# After a week of failures the copy is not worth another try; the letter is here all the same.
TRIED_FOR = timedelta(days=7)


def keep_sent_copy(outbox_id: int, *, folders: Mapping[str, Open], clock: Clock) -> None:
    """Append the letter's bytes to the folder of sent mail, unless it is there already.

    `folders` opens that folder, by address, for each mailbox whose server keeps no copies itself. A
    failure is written down and tried again; it never changes how the letter stands.
    """
    now = clock.now()
    row = Outbox.objects.filter(pk=outbox_id)
    outbox = row.select_related("letter__case__authority").get()
    letter = outbox.letter
    own = (letter.sender or letter.case.authority.email).lower()
    folder = next((folders[each] for each in folders if each.lower() == own), None)
    mine = row.filter(
        Q(copy_try_at__isnull=True) | Q(copy_try_at__lte=now),
        stage__in=LEFT,
        copy=Outbox.Copy.OPEN,
    )
    if folder is None:
        mine.update(copy=Outbox.Copy.SERVER)
        return
    if not mine.update(copy_try_at=now + A_WHILE):
        return
    try:
        with closing(folder()) as sent:
            if sent.holds(letter.message_id, mark=letter.mark):
                row.update(copy=Outbox.Copy.FOUND, copy_problem="")
                return
            sent.append(unpack(letter.compressed), at=outbox.finished_at or now)
    except (TryAgainLater, NotAllowed) as error:
        row.update(copy_problem=str(error))
    else:
        row.update(copy=Outbox.Copy.APPENDED, copy_problem="")
