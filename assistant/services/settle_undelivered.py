"""Record what a person did about a letter that came back."""

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.steps import is_answer
from assistant.ports import Clock
from assistant.store.events import record
from assistant.store.models import Case, DeliveryReport, Letter, User


def settle_undelivered(letter_id: int, *, reason: str, by: User, clock: Clock) -> Letter:
    """Record that the requester has the letter all the same, or need not have it.

    A response counts as given again, from now. To write to another address instead, the case is
    reopened. Raises NotAllowed where no report waits for a person, or no reason is given.
    """
    if not reason.strip():
        raise NotAllowed("Say how the requester got it: it is kept in the history.")
    with transaction.atomic():
        letter = (
            Letter.objects.select_related("case")
            .filter(pk=letter_id, case__authority=by.authority)
            .first()
        )
        waiting = DeliveryReport.objects.filter(
            letter_id=letter_id, action=DeliveryReport.Action.FAILED, settled_at__isnull=True
        )
        if letter is None or not waiting.update(settled_at=clock.now(), settled_by=by):
            raise NotAllowed("Nothing about this letter waits for a person. Look again.")
        record(
            letter.case,
            EventKind.SENDING_SETTLED,
            by=by,
            at=clock.now(),
            reason=reason,
            letter=letter.pk,
            left=True,
        )
        if is_answer(letter.kind, letter.case.purpose):
            Case.objects.filter(pk=letter.case_id, undelivered_at__isnull=False).update(
                undelivered_at=None, answered_at=clock.now()
            )
    return letter
