"""Close a case that is not answered here: it was withdrawn, or another authority has it."""

from datetime import date

from django.db import transaction

from assistant.domain.case import EventKind, Outcome, Purpose, State
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime
from assistant.domain.law.clock import LONDON
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.fields import Given, as_given
from assistant.domain.letters.kinds import KINDS
from assistant.ports import Clock
from assistant.services.begin_letter import queue_letter
from assistant.services.take_case import take_case
from assistant.store.events import record
from assistant.store.models import Case, Draft, User


def withdraw_request(
    case_id: int, *, version: int, withdrawn_on: date, reason: str, by: User, clock: Clock
) -> Case:
    """Close a case whose requester no longer wants the information, and draft the confirmation.

    `withdrawn_on` is the day on which they said so (Europe/London); `reason` says who and how. The
    clock stops. The case can be reopened on its old clock: only a new request starts another.
    Raises NotAllowed for a case that is not open, and a day to come or before the request.
    """
    with transaction.atomic():
        case = take_case(case_id, version, by=by, reason=reason)
        _refuse_days(case, clock, withdrawn_on)
        case.save()
        record(
            case,
            EventKind.WITHDRAWN,
            by=by,
            at=clock.now(),
            reason=reason.strip(),
            on=withdrawn_on.isoformat(),
        )
        _draft(case, LetterKind.WITHDRAWAL, {"message_on": withdrawn_on}, by, clock)
    return case


def transfer_request(
    case_id: int,
    *,
    version: int,
    holder: str,
    agreed_on: date,
    transferred_on: date,
    reason: str,
    by: User,
    clock: Clock,
) -> Case:
    """Close a case that was passed on to another authority, and draft the letter that says so.

    `holder` names the authority and how to reach it. A request is passed on only once its requester
    has agreed (s.45 code FOIA, and the Commissioner's guidance on reg 10 EIR), so `agreed_on` is no
    later than `transferred_on`; both are days in Europe/London. Parts of which no outcome is
    recorded are transferred; reopening takes that back. Raises NotAllowed for a case that is not
    open, a review, a regime under which nothing is passed on, and days that cannot be.
    """
    if not holder.strip():
        raise NotAllowed("Name the authority that the request was passed on to.")
    with transaction.atomic():
        case = take_case(case_id, version, by=by, reason=reason)
        row = KINDS[LetterKind.TRANSFER]
        if case.purpose == Purpose.REVIEW or Regime(case.regime) not in row.regimes:
            raise NotAllowed(
                "Only a request under FOI or the EIR is passed on to another authority."
            )
        _refuse_days(case, clock, agreed_on, transferred_on)
        if transferred_on < agreed_on:
            raise NotAllowed(
                "A request is passed on only once its requester has agreed. Check both days."
            )
        case.save()
        case.parts.filter(outcome="").update(outcome=Outcome.TRANSFERRED)
        record(
            case,
            EventKind.TRANSFERRED,
            by=by,
            at=clock.now(),
            reason=reason.strip(),
            on=transferred_on.isoformat(),
        )
        answers = {"holder": holder, "agreed_on": agreed_on, "transferred_on": transferred_on}
        _draft(case, LetterKind.TRANSFER, answers, by, clock)
    return case


def _refuse_days(case: Case, clock: Clock, *days: date) -> None:
    """Raise NotAllowed for a day to come, or before the request was received."""
    today = clock.now().astimezone(LONDON).date()
    if any(day > today for day in days):
        raise NotAllowed("The day cannot be in the future. Record it when it has happened.")
    if any(day < case.received_on for day in days):
        raise NotAllowed("The day cannot be before the request was received.")


def _draft(
    case: Case, kind: LetterKind, answers: dict[str, object], by: User, clock: Clock
) -> None:
    """Queue the letter that tells the requester, unless one is being written already."""
    row = KINDS[kind]
    fits = row.fits(Regime(case.regime), State(case.state), Purpose(case.purpose))
    written = Draft.objects.filter(case=case, kind=kind, state__in=Draft.OPEN).exists()
    if fits and not written:
        given = Given(as_given(answers, row.fields), by.shown_name, clock.now())
        queue_letter(case, kind, given, by, clock)
