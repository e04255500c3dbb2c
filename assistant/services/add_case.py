"""Add a case by hand: a letter in the post, or a spoken request under the EIR."""

import hashlib
from datetime import date, datetime, time
from uuid import uuid4

from django.db import transaction

from assistant.domain.case import ReceiptBasis
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime
from assistant.domain.law.clock import LONDON
from assistant.ports import Clock
from assistant.services.choice import chosen
from assistant.services.open_case import NewRequest, start_case
from assistant.store.models import Authority, Case, Message, RawMessage, User
from assistant.store.packing import pack


def add_case(
    *,
    authority: Authority,
    received_on: date,
    basis: str,
    requester_name: str,
    requester_address: str,
    postal_address: str,
    subject: str,
    text: str,
    regime: str,
    by: User,
    clock: Clock,
) -> Case:
    """Open a case that no e-mail brought; `basis` is "post" or "spoken".

    A request under FOIA is in writing (s.8(1)(a)); one for environmental information may be spoken
    (EIR reg 5(1) sets no form). Raises NotAllowed for a spoken request under another regime, a day
    to come, an empty request, or a requester who cannot be answered.
    """
    if authority.pk != by.authority_id:
        raise NotAllowed("You can add cases to your own authority only.")
    how = chosen(basis, (ReceiptBasis.POST, ReceiptBasis.SPOKEN), "way to receive a request")
    chosen(regime, Regime, "regime")
    if how is ReceiptBasis.SPOKEN and regime != Regime.EIR:
        raise NotAllowed(
            "Only a request for environmental information may be spoken. Ask the requester to "
            "write, and help them to (s.16 FOIA)."
        )
    if received_on > clock.now().astimezone(LONDON).date():
        raise NotAllowed("The date of receipt cannot be in the future.")
    if not text.strip():
        raise NotAllowed("Enter what was asked, in the requester’s own words.")
    if not (requester_address.strip() or postal_address.strip()):
        raise NotAllowed("Enter an e-mail or postal address: the requester has to be answered.")
    request = NewRequest(
        authority=authority,
        received_at=datetime.combine(received_on, time(12), tzinfo=LONDON),
        received_on=received_on,
        basis=how,
        subject=subject,
        text=text,
        spans=((0, len(text)),),
        requester_name=requester_name,
        requester_address=requester_address.strip(),
        postal_address=postal_address,
        regime=regime,
    )
    # Two identical letters are two requests: the content is told apart by when it was entered.
    digest = hashlib.sha256(text.encode() + uuid4().bytes).hexdigest()
    why = {"rule": "added_by_hand", "detail": "An officer added it by hand."}
    with transaction.atomic():
        message = written_down(request, clock, digest=digest, why=why)
        return start_case(request, message=message, by=by, clock=clock)


def written_down(
    request: NewRequest, clock: Clock, *, digest: str, why: dict[str, str], imported: bool = False
) -> Message:
    """Keep the whole text of a request as a message of its own, as if it had come by e-mail.

    `digest` is what its content is known by, once in an authority; `why` is the reason of its
    disposition. Call it inside the transaction that opens the case.
    """
    raw = request.text.encode()
    message = Message.objects.create(
        authority=request.authority,
        content_sha256=digest,
        size=len(raw),
        received_at=request.received_at,
        queued_at=clock.now(),
        read_at=clock.now(),
        disposition=Message.Disposition.CASE,
        reasons=[why],
        imported=imported,
        sender_name=request.requester_name,
        sender_address=request.requester_address,
        subject=request.subject,
        text=request.text,
        reply_spans=[[0, len(request.text)]],
    )
    RawMessage.objects.create(message=message, compressed=pack(raw))
    return message
