"""Open an internal review of an answered request: a case of its own, with a clock of its own."""

import hashlib
from dataclasses import replace
from datetime import date, datetime, time
from uuid import uuid4

from django.db import transaction

from assistant.domain.case import EventKind, Purpose, ReceiptBasis, State
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime
from assistant.domain.law.clock import LONDON
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.fields import Given
from assistant.ports import Clock
from assistant.services.add_case import written_down
from assistant.services.begin_letter import queue_letter
from assistant.services.open_case import LONGEST_TITLE, NewRequest, request_in
from assistant.services.own_review import refuse_own_review
from assistant.services.set_clock import set_clock
from assistant.store.case_words import words_of_request
from assistant.store.events import record
from assistant.store.locking import take
from assistant.store.models import (
    Case,
    CaseMessage,
    CaseWords,
    Message,
    Requester,
    RequestPart,
    User,
)
from assistant.store.numbers import next_references

# The regimes under which a response is reviewed; a complaint about subject access is another thing.
REVIEWED = frozenset({Regime.FOI, Regime.EIR, Regime.MIXED})
_LETTERS = (LetterKind.REVIEW_ACKNOWLEDGED, LetterKind.REVIEW_OUTCOME)
_COPIED = ("position", "key", "label", "parent_label", "start", "end", "origin", "stem", "text")


def open_review(
    case_id: int,
    *,
    version: int,
    by: User,
    clock: Clock,
    message_id: int | None = None,
    received_on: date | None = None,
    text: str = "",
    officer: User | None = None,
) -> Case:
    """Open the review of a request and return its case; the request stays answered.

    It was asked for in a message on the case, and then the day of that message counts (s.10(6)
    FOIA), or in another way, in the words of `text`, on the day `received_on` (Europe/London).
    `officer` carries it out. The parts of the request are looked at afresh: nothing decided of
    them goes over. Raises NotAllowed for a request that has not been answered, one under another
    regime, one whose review is open already, and an officer who took part in the decision.
    """
    with transaction.atomic():
        parent = take(Case, case_id, version)
        if parent.authority_id != by.authority_id:
            raise NotAllowed("The case belongs to another authority.")
        _refuse_unfit(parent)
        request, message = _asked(parent, message_id, received_on, text, clock)
        parent.save()
        review = _case(parent, request, clock)
        _assign(review, officer)
        set_clock(review)
        _file(review, message, clock)
        record(review, EventKind.OPENED, by=by, at=clock.now(), message=message.pk, of=parent.pk)
        if officer is not None:
            record(review, EventKind.ASSIGNED, by=by, at=clock.now(), officer=officer.pk)
        record(parent, EventKind.REVIEW_OPENED, by=by, at=clock.now(), review=review.pk)
        values = {"reviewer": officer.shown_name} if officer else {}
        for kind in _LETTERS:
            queue_letter(review, kind, Given(values, by.shown_name, clock.now()), by, clock)
    return review


def _refuse_unfit(parent: Case) -> None:
    """Raise NotAllowed where a case cannot be reviewed now."""
    if parent.purpose != Purpose.REQUEST:
        raise NotAllowed(
            "This is an internal review already. Whoever is unhappy with it complains to the "
            "regulator (s.50 FOIA)."
        )
    if parent.state != State.ANSWERED:
        raise NotAllowed(
            f"{parent.reference} has not been answered, so there is no response to review yet. "
            "Answer it first."
        )
    if Regime(parent.regime) not in REVIEWED:
        raise NotAllowed(
            f"An internal review belongs to FOI and the EIR, and {parent.reference} is under "
            f"{parent.regime}. Change its regime first, or answer as a complaint."
        )
    under_way = parent.children.filter(
        purpose=Purpose.REVIEW, state__in=[State.OPEN, State.RESPONSE_APPROVED]
    ).first()
    if under_way:
        raise NotAllowed(f"{under_way.reference} reviews this request already. Go on with that.")


def _asked(
    parent: Case, message_id: int | None, received_on: date | None, text: str, clock: Clock
) -> tuple[NewRequest, Message]:
    """Return what asks for the review, and the message it stands in; raises NotAllowed."""
    if message_id is not None:
        message = parent.messages.filter(pk=message_id).first()
        if message is None:
            raise NotAllowed("That message is not filed on this case.")
        return _of(parent, request_in(message, ())), message
    if received_on is None or not text.strip():
        raise NotAllowed(
            "Choose the message that asks for the review, or enter what was asked and on which day."
        )
    if received_on > clock.now().astimezone(LONDON).date():
        raise NotAllowed("The day cannot be in the future.")
    asked = _of(
        parent,
        NewRequest(
            authority=parent.authority,
            received_at=datetime.combine(received_on, time(12), tzinfo=LONDON),
            received_on=received_on,
            basis=ReceiptBasis.POST,
            subject=f"Internal review of {parent.reference}",
            text=text.strip(),
            spans=((0, len(text.strip())),),
            requester_name="",
            requester_address="",
        ),
    )
    digest = hashlib.sha256(text.encode() + uuid4().bytes).hexdigest()
    why = {"rule": "review_by_hand", "detail": "An officer wrote down how it was asked for."}
    return asked, written_down(asked, clock, digest=digest, why=why)


def _of(parent: Case, request: NewRequest) -> NewRequest:
    """Return what asks for a review as coming from the requester, whoever sent it on."""
    if request.received_on < parent.received_on:
        raise NotAllowed("The review cannot have been asked for before the request was.")
    who = parent.requester
    return replace(
        request,
        requester_name=who.name,
        requester_address=who.address,
        postal_address=who.postal_address,
    )


def _case(parent: Case, request: NewRequest, clock: Clock) -> Case:
    """Return the case of the review, stored, with its requester, parts and words."""
    (reference,) = next_references(parent.authority, request.received_on.year, 1)
    title = f"Internal review of {parent.reference}: {parent.title}"
    review = Case.objects.create(
        authority=parent.authority,
        reference=reference,
        title=title[:LONGEST_TITLE],
        purpose=Purpose.REVIEW,
        parent=parent,
        regime=parent.regime,
        regime_reasons=[f"As {parent.reference}, which is reviewed"],
        received_at=request.received_at,
        received_on=request.received_on,
        receipt_basis=request.basis,
        opened_at=clock.now(),
    )
    Requester.objects.create(
        case=review,
        name=request.requester_name,
        address=request.requester_address,
        postal_address=request.postal_address,
    )
    RequestPart.objects.bulk_create(
        RequestPart(
            case=review,
            message_id=part.message_id,
            regime=part.regime,
            received_on=request.received_on,
            **{name: getattr(part, name) for name in _COPIED},
        )
        for part in parent.parts.order_by("position")
    )
    words = words_of_request(reference, title, request.text)
    CaseWords.objects.create(case=review, request=words)
    return review


def _assign(review: Case, officer: User | None) -> None:
    """Give the review to somebody who took no part in the decision."""
    if officer is not None and officer.authority_id != review.authority_id:
        raise NotAllowed("That person does not work for this authority.")
    refuse_own_review([review], officer)
    review.officer = officer


def _file(review: Case, message: Message, clock: Clock) -> None:
    """Let the message that asks for the review stand on it as its request."""
    CaseMessage.objects.create(
        case=review, message=message, part=CaseMessage.Part.REQUEST, filed_at=clock.now()
    )
