"""Take an approval back while the letter has not begun to leave."""

from django.db import transaction

from assistant.domain.case import Purpose
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.kinds import KINDS
from assistant.domain.letters.steps import event_of
from assistant.ports import Clock
from assistant.store.events import record
from assistant.store.models import Addressee, Draft, Letter, Outbox, User

_TAKEN_BACK = {Outbox.Stage.READY, Outbox.Stage.STOPPED, Outbox.Stage.REFUSED}


def void_approval(letter_id: int, *, reason: str, by: User, clock: Clock) -> Letter:
    """Void an approval, so that the draft can be edited and approved again.

    Raises NotAllowed once the letter has begun to leave, without a reason, and where another letter
    of its kind is being written meanwhile.
    """
    if not reason.strip():
        raise NotAllowed("Say why the approval is taken back: it is kept in the history.")
    with transaction.atomic():
        outbox = (
            Outbox.objects.select_for_update(of=("self",))
            .select_related("letter__case", "letter__draft")
            .filter(letter_id=letter_id, letter__case__authority=by.authority)
            .first()
        )
        if outbox is None:
            raise NotAllowed("There is no such letter.")
        if outbox.stage not in _TAKEN_BACK and not _missed_the_requester(outbox):
            raise NotAllowed("The letter has left or is leaving now; it cannot be taken back.")
        letter = outbox.letter
        _room_for(letter)
        outbox.stage = Outbox.Stage.VOID
        outbox.finished_at = clock.now()
        outbox.save()
        letter.voided_at, letter.void_reason = clock.now(), reason
        letter.save(update_fields=["voided_at", "void_reason"])
        Draft.objects.filter(pk=letter.draft_id).update(
            state=Draft.State.READY, version=letter.draft.version + 1
        )
        record(
            letter.case,
            event_of(LetterKind(letter.kind), "voided", Purpose(letter.case.purpose)),
            by=by,
            at=clock.now(),
            reason=reason,
            letter=letter.pk,
            letter_kind=letter.kind,
        )
    return letter


def _missed_the_requester(outbox: Outbox) -> bool:
    """Say whether a letter left to people who get a copy, and not to the requester."""
    return (
        outbox.stage == Outbox.Stage.PARTIAL
        and not outbox.letter.addressees.filter(
            place=Addressee.Place.REQUESTER, state=Addressee.State.TAKEN
        ).exists()
    )


def _room_for(letter: Letter) -> None:
    """Raise NotAllowed where the draft could not be taken up again beside another of its kind."""
    others = Draft.objects.filter(case_id=letter.case_id, kind=letter.kind, state__in=Draft.OPEN)
    if others.exclude(pk=letter.draft_id).exists():
        name = KINDS[LetterKind(letter.kind)].name
        raise NotAllowed(
            f"Another letter of this kind ({name}) is being written on the case. Send or discard "
            "that one first."
        )
