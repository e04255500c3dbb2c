"""Note what a mail server on the way reports of a letter: delivered, late, or come back."""

from datetime import timedelta

from django.db import transaction

from assistant.domain.case import EventKind, State
from assistant.domain.letters.steps import is_answer
from assistant.ports import Clock
from assistant.services.reconcile_sending import settle_as_left
from assistant.store.events import record
from assistant.store.models import Addressee, Case, DeliveryReport, Letter, Message, Outbox

Action = DeliveryReport.Action
# What a report may call it (RFC 3464 section 2.3.3): a letter that became several was passed on.
ACTIONS = {
    "delivered": Action.DELIVERED,
    "relayed": Action.RELAYED,
    "expanded": Action.RELAYED,
    "delayed": Action.DELAYED,
    "failed": Action.FAILED,
}
EVENTS = {
    Action.DELIVERED: EventKind.DELIVERED,
    Action.RELAYED: EventKind.DELIVERED,
    Action.DELAYED: EventKind.DELIVERY_DELAYED,
    Action.FAILED: EventKind.NOT_DELIVERED,
}
# How long servers go on trying before they give a message back (RFC 5321 section 4.5.4.1).
GIVEN_BACK_WITHIN = timedelta(days=6)
LONGEST_WORDS = 1_000


def report_delivery(
    message: Message,
    *,
    action: str,
    status: str = "",
    recipient: str = "",
    detail: str = "",
    letter_message_id: str = "",
    mark: str = "",
    clock: Clock,
) -> DeliveryReport | None:
    """Store what a report says of one recipient of a letter, and record it on the case.

    `message` is the report; `action` one of RFC 3464 ("failed", "delayed", "delivered", "relayed",
    "expanded"), `status` an enhanced code (RFC 3463), `detail` the server's words. The letter is
    found by its X-FOI-Letter mark, by its Message-ID, or as the only letter that left to the
    recipient within the days in which servers give up. Returns None where no letter is found or the
    action is none of these. Call it inside the transaction that files the message; a report that is
    noted already is returned as it is.

    A letter in doubt that is reported on has left. A response that came back has not been given:
    the case shows as not answered until a person has seen to it.
    """
    what = ACTIONS.get(action.lower())
    if what is None:
        return None
    letter = _letter(message, mark, letter_message_id, recipient, clock)
    if letter is None:
        return None
    known = DeliveryReport.objects.filter(letter=letter, message=message, recipient=recipient)
    if known.exists():
        return known.first()
    if letter.outbox.stage == Outbox.Stage.UNKNOWN:
        settle_as_left(letter, _PROOF, clock, message=message.pk)
    with transaction.atomic():
        addressee = _addressee(letter, recipient)
        report = DeliveryReport.objects.create(
            letter=letter,
            message=message,
            addressee=addressee,
            action=what,
            status=status,
            recipient=recipient,
            words=detail[:LONGEST_WORDS],
            at=clock.now(),
        )
        record(
            letter.case,
            EVENTS[what],
            by=None,
            at=clock.now(),
            letter=letter.pk,
            letter_kind=letter.kind,
            message=message.pk,
        )
        if what is Action.FAILED:
            _not_answered(letter, addressee, clock)
    return report


_PROOF = "A mail server on the way reported on the letter, so it has left."


def _letter(
    message: Message, mark: str, message_id: str, recipient: str, clock: Clock
) -> Letter | None:
    """Return the letter that a report is about, the surest sign first."""
    letters = Letter.objects.select_related("case", "outbox").filter(
        case__authority_id=message.authority_id
    )
    for sign in ({"mark": mark}, {"message_id": message_id}):
        if all(sign.values()) and (found := letters.filter(**sign).first()):
            return found
    if not recipient:
        return None
    lately = letters.filter(
        addressees__address__iexact=recipient,
        addressees__state__in=[Addressee.State.TAKEN, Addressee.State.LEAVING],
        outbox__begun_at__gt=clock.now() - GIVEN_BACK_WITHIN,
    ).distinct()
    only = list(lately[:2])
    return only[0] if len(only) == 1 else None


def _addressee(letter: Letter, recipient: str) -> Addressee | None:
    """Return whom a report is about; None where several got it and it names none of them.

    Servers name the last address they tried, which may be another than the one we wrote to.
    """
    seats = list(letter.addressees.all())
    named = [each for each in seats if each.address.lower() == recipient.lower()]
    if named:
        return named[0]
    return seats[0] if len(seats) == 1 else None


def _not_answered(letter: Letter, addressee: Addressee | None, clock: Clock) -> None:
    """Show a case as not answered whose response came back from the requester."""
    if addressee is not None and addressee.place == Addressee.Place.COPY:
        return
    if not is_answer(letter.kind, letter.case.purpose) or letter.voided_at is not None:
        return
    Case.objects.filter(pk=letter.case_id, state=State.ANSWERED).update(
        answered_at=None, undelivered_at=clock.now()
    )
