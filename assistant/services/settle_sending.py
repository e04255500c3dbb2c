"""Settle a letter of which no machine can tell whether it left."""

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import LetterKind
from assistant.ports import Clock
from assistant.services.send_letter import SENT, close_clock
from assistant.store import queue
from assistant.store.events import record
from assistant.store.models import Outbox, User


def settle_sending(outbox_id: int, *, left: bool, reason: str, by: User, clock: Clock) -> Outbox:
    """Record what a person found out: it left (the case goes on), or not (it is sent now).

    Raises NotAllowed where the sending is not in doubt, or no reason is given.
    """
    if not reason.strip():
        raise NotAllowed("Say how you know: it is kept in the history.")
    with transaction.atomic():
        outbox = (
            Outbox.objects.select_for_update(of=("self",))
            .select_related("letter__case")
            .filter(pk=outbox_id, letter__case__authority=by.authority)
            .first()
        )
        if outbox is None or outbox.stage != Outbox.Stage.UNKNOWN:
            raise NotAllowed("There is no doubt about this letter any more. Look again.")
        letter = outbox.letter
        record(
            letter.case,
            EventKind.SENDING_SETTLED,
            by=by,
            at=clock.now(),
            reason=reason,
            letter=letter.pk,
            left=left,
        )
        outbox.settled_by, outbox.problem = by, reason
        if left:
            outbox.stage, outbox.finished_at = Outbox.Stage.SENT, clock.now()
            kind = SENT[LetterKind(letter.kind)]
            record(
                letter.case,
                kind,
                by=by,
                at=clock.now(),
                letter=letter.pk,
                letter_kind=letter.kind,
            )
            if kind is EventKind.RESPONSE_SENT:
                close_clock(letter.case, clock)
        else:
            outbox.stage = Outbox.Stage.READY
            outbox.queued_at = outbox.next_try_at = clock.now()
            queue.enqueue(queue.SEND_LETTER, outbox.pk)
        outbox.save()
    return outbox
