"""See to what a requester wrote on a case: begin its answer, or say that it needs none."""

from django.db import transaction

from assistant.domain.case import EventKind, Purpose, State
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime
from assistant.domain.law.clock import received_on
from assistant.domain.letters.fields import Given, as_given
from assistant.domain.letters.kinds import KINDS
from assistant.ports import Clock
from assistant.services.begin_letter import queue_letter
from assistant.services.fitting_letter import letter_for
from assistant.store.events import record
from assistant.store.models import CaseMessage, Draft, User


def answer_reply(case_id: int, *, message_id: int, by: User, clock: Clock) -> Draft:
    """Begin the letter that fits a reply, and return its draft.

    Where a letter of that kind is being written on the case already, it answers this reply too.
    Raises NotAllowed for a message that is no reply on the case.
    """
    with transaction.atomic():
        filed = _taken(case_id, message_id, by)
        case = filed.case
        kind = letter_for(
            filed.message.intent, Regime(case.regime), State(case.state), Purpose(case.purpose)
        )
        drafts = Draft.objects.filter(case=case, kind=kind, state__in=Draft.OPEN)
        draft = drafts.first()
        if draft is None:
            asked = KINDS[kind].fields
            day = {"message_on": received_on(filed.message.received_at)}
            known = as_given(day, asked) if "message_on" in asked else {}
            given = Given(known, by.shown_name, clock.now())
            draft = queue_letter(case, kind, given, by, clock)
        filed.draft, filed.settled_at = draft, None
        filed.save(update_fields=["draft", "settled_at"])
    return draft


def needs_no_reply(case_id: int, *, message_id: int, reason: str, by: User, clock: Clock) -> None:
    """Record that a reply needs no answer, with the reason; it can still be answered later.

    Raises NotAllowed without a reason, for a message that is no reply on the case, and for one
    that was seen to already.
    """
    if not reason.strip():
        raise NotAllowed("Say why it needs no reply: it is kept in the history of the case.")
    with transaction.atomic():
        filed = _taken(case_id, message_id, by)
        if filed.settled_at is not None:
            raise NotAllowed("Somebody has said already that it needs no reply. Look again.")
        filed.settled_at = clock.now()
        filed.save(update_fields=["settled_at"])
        record(
            filed.case,
            EventKind.REPLY_SETTLED,
            by=by,
            at=clock.now(),
            reason=reason.strip(),
            message=message_id,
        )


def _taken(case_id: int, message_id: int, by: User) -> CaseMessage:
    """Return a reply's place on the case, locked; raises NotAllowed where there is none."""
    filed = (
        CaseMessage.objects.select_for_update(of=("self",))
        .select_related("case", "message")
        .filter(
            case_id=case_id,
            message_id=message_id,
            part=CaseMessage.Part.REPLY,
            case__authority=by.authority,
        )
        .first()
    )
    if filed is None:
        raise NotAllowed("That message is no reply on this case.")
    return filed
