"""Record an answer that an officer gave outside the assistant, and close the case with it."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction

from assistant.domain.case import EventKind, Outcome, Way
from assistant.domain.errors import NotAllowed
from assistant.domain.law.clock import LONDON
from assistant.ports import Clock
from assistant.services.attach_file import LARGEST, safe_name
from assistant.services.choice import chosen
from assistant.store.case_words import add_text
from assistant.store.events import record
from assistant.store.locking import take
from assistant.store.models import AnswerElsewhere, Case, CaseFile, User
from assistant.store.packing import pack

# What a reply that closes a case may come to.
OUTCOMES = tuple(
    outcome
    for outcome in Outcome
    if outcome not in {Outcome.CLARIFICATION_NEEDED, Outcome.ACKNOWLEDGEMENT_ONLY}
)


@dataclass(frozen=True, slots=True)
class SentFile:
    """What was sent, as it is kept on the case: its name, its type and its bytes."""

    name: str
    content_type: str
    content: bytes


def record_sent_elsewhere(
    case_id: int,
    *,
    version: int,
    on: date,
    how: str,
    outcome: str,
    by: User,
    clock: Clock,
    text: str = "",
    file: SentFile | None = None,
    answered_by: User | None = None,
) -> Case:
    """Close a case that was answered by another way on a day in Europe/London; nothing is sent.

    `text` is what was said, `file` what was sent. `answered_by` is who gave the answer, where it
    is not the person who records it. The outcome stands on every part of which none is recorded.
    The clock stops on that day. Raises NotAllowed for a day to come or before the request, where
    neither words nor a file say what the answer was, and for a case that is not open.
    """
    way = chosen(how, Way, "way to answer")
    result = chosen(outcome, OUTCOMES, "outcome of an answer")
    now = clock.now()
    _refuse_unfit(text, file, on, now)
    who = answered_by or by
    if who.authority_id != by.authority_id:
        raise NotAllowed("That person does not work for this authority.")
    with transaction.atomic():
        case = take(Case, case_id, version)
        if case.authority_id != by.authority_id:
            raise NotAllowed("The case belongs to another authority.")
        if on < case.received_on:
            raise NotAllowed("The answer cannot have left before the request was received.")
        case.answered_at = min(datetime.combine(on, time(12), tzinfo=LONDON), now)
        case.answered_elsewhere = True
        case.save()
        row = AnswerElsewhere.objects.create(
            case=case,
            on=on,
            how=way,
            outcome=result,
            text=text.strip(),
            file=_kept(case, file, by, clock) if file else None,
            answered_by=who,
            recorded_by=by,
            recorded_at=now,
        )
        case.parts.filter(outcome="").update(outcome=result)
        add_text(case.pk, text)
        record(
            case,
            EventKind.ANSWERED_ELSEWHERE,
            by=by,
            at=now,
            on=on.isoformat(),
            answer=row.pk,
            outcome=result.value,
            sha256=hashlib.sha256(text.strip().encode()).hexdigest(),
        )
    return case


def _refuse_unfit(text: str, file: SentFile | None, on: date, now: datetime) -> None:
    """Raise NotAllowed where nothing says what the answer was, or the day has not come."""
    if not text.strip() and file is None:
        raise NotAllowed("Say what the answer was, or add the file that was sent.")
    if file and not 0 < len(file.content) <= LARGEST:
        raise NotAllowed("The file is empty or larger than 20 MB. Choose another.")
    if on > now.astimezone(LONDON).date():
        raise NotAllowed("The day cannot be in the future. Record it when the answer has left.")


def _kept(case: Case, file: SentFile, by: User, clock: Clock) -> CaseFile:
    """Keep what was sent as a file of the case; nothing is done with what is in it."""
    return CaseFile.objects.create(
        case=case,
        name=safe_name(file.name),
        type=file.content_type or "application/octet-stream",
        size=len(file.content),
        sha256=hashlib.sha256(file.content).hexdigest(),
        compressed=pack(file.content),
        added_by=by,
        added_at=clock.now(),
    )
