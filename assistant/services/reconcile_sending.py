"""Search the folder of sent mail for a letter of which nobody can tell whether it left."""

import logging
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import timedelta
from typing import Any

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Clock, SentFolder
from assistant.services import note_sending
from assistant.store.events import record
from assistant.store.models import Letter, Outbox

logger = logging.getLogger(__name__)
Open = Callable[[], SentFolder]
# A server may keep its copy some minutes after it has taken the letter.
SEARCHED_FOR = timedelta(minutes=15)


def reconcile_sending(outbox_id: int, *, sent: Mapping[str, Open], clock: Clock) -> bool:
    """Search the folders of sent mail for a letter in doubt; return whether it was found.

    `sent` opens the folder of each mailbox, by its address; the sender's own is searched first.
    What is found there has left: the case goes on, and the history says on what evidence. Not found
    proves nothing, because some servers keep no copies: the letter stays in doubt.
    """
    outbox = Outbox.objects.select_related("letter__case__authority").get(pk=outbox_id)
    if not still_searched(outbox):
        return False
    letter = outbox.letter
    own = letter.sender or letter.case.authority.email
    problems = []
    for address in sorted(sent, key=lambda each: each.lower() != own.lower()):
        try:
            with closing(sent[address]()) as folder:
                found = folder.holds(letter.message_id, mark=letter.mark)
        except (TryAgainLater, NotAllowed) as error:
            problems.append(f"{address}: {error}")
            continue
        if found:
            _found(outbox, address, clock)
            return True
    if sent:
        searched = {} if problems else {"searched_at": clock.now()}
        Outbox.objects.filter(pk=outbox.pk).update(search_problem="\n".join(problems), **searched)
    return False


def still_searched(outbox: Outbox) -> bool:
    """Say whether a letter in doubt is to be searched for again.

    That is so until one search has come late enough for the slowest server to have kept its copy.
    """
    if outbox.stage != Outbox.Stage.UNKNOWN:
        return False
    begun = outbox.begun_at
    return outbox.searched_at is None or (
        begun is not None and outbox.searched_at < begun + SEARCHED_FOR
    )


def settle_as_left(letter: Letter, evidence: str, clock: Clock, **details: Any) -> bool:
    """Record that a letter in doubt has left, on evidence that no person had to find.

    Returns false where somebody settled it meanwhile. Call it for letters in doubt alone.
    """
    with transaction.atomic():
        row = Outbox.objects.select_for_update().get(letter=letter)
        if row.stage != Outbox.Stage.UNKNOWN:
            return False
        record(
            letter.case,
            EventKind.SENDING_SETTLED,
            by=None,
            at=clock.now(),
            reason=evidence,
            letter=letter.pk,
            left=True,
            **details,
        )
        note_sending.taken(row.pk, evidence, clock)
    return True


def _found(outbox: Outbox, address: str, clock: Clock) -> None:
    """Settle a letter that lies in a folder of sent mail; its copy need not be put there."""
    if settle_as_left(outbox.letter, f"Found in the folder of sent mail of {address}.", clock):
        Outbox.objects.filter(pk=outbox.pk).update(
            copy=Outbox.Copy.FOUND, searched_at=clock.now(), search_problem=""
        )
