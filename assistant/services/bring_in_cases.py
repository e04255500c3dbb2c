"""Bring in the cases that are open in another system on the day the assistant goes live."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime, time

from django.db import transaction

from assistant.domain.case import ReceiptBasis
from assistant.domain.errors import NotAllowed
from assistant.domain.law.clock import LONDON
from assistant.domain.request.open_cases import OpenCase, Refused, read_open_cases
from assistant.ports import Clock
from assistant.services.add_case import written_down
from assistant.services.assign_case import assign_case
from assistant.services.open_case import NewRequest, start_case
from assistant.store.models import Authority, Case, User

LARGEST = 20_000_000
_SUBJECT = 80


@dataclass(slots=True)
class BroughtIn:
    """What became of a list: the cases it has, those that are here already, and refused rows.

    `cases` pair each row with the case it became; the case is None where the list was only checked.
    `digests` are what the rows that are fit for a case are known by.
    """

    cases: list[tuple[OpenCase, Case | None]] = field(default_factory=list)
    known: list[tuple[OpenCase, Case]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    digests: set[str] = field(default_factory=set)


def bring_in_cases(
    content: bytes, *, only_check: bool, authority: Authority, by: User, clock: Clock
) -> BroughtIn:
    """Open a case for each row of a CSV list that is fit for one, and say what others lack.

    A row that was brought in before is known again and left alone, so that a mended list can be
    brought in as a whole. No acknowledgement is drafted: the other system's people sent one. With
    `only_check` nothing is stored. Raises NotAllowed where the person does not supervise, or the
    file as a whole cannot be read.
    """
    if not by.supervises or by.authority_id != authority.pk:
        raise NotAllowed("Only a supervisor can bring in cases from another system.")
    if len(content) > LARGEST:
        raise NotAllowed("The file has more than 20 MB. Cut the list into several.")
    found = BroughtIn()
    people = {
        name.lower(): person
        for person in User.objects.filter(authority=authority, is_active=True)
        for name in (person.username, person.email, person.get_full_name())
        if name
    }
    today = clock.now().astimezone(LONDON).date()
    for row in read_open_cases(content, today):
        if isinstance(row, Refused):
            found.refused.append(row)
        elif row.officer and row.officer.lower() not in people:
            words = f"Nobody here is called “{row.officer}”. Add the person, or leave it empty."
            found.refused.append(Refused(row.line, row.old_reference, words))
        else:
            officer = people.get(row.officer.lower()) if row.officer else None
            _take(row, found, authority, officer, only_check=only_check, by=by, clock=clock)
    return found


def _take(
    row: OpenCase,
    found: BroughtIn,
    authority: Authority,
    officer: User | None,
    *,
    only_check: bool,
    by: User,
    clock: Clock,
) -> None:
    """Open the case of one row, unless it is here already."""
    digest = _digest(row, authority)
    known = Case.objects.filter(authority=authority, messages__content_sha256=digest).first()
    if digest in found.digests:
        words = "The same row stands further up in the list."
        found.refused.append(Refused(row.line, row.old_reference, words))
    elif known is not None:
        found.known.append((row, known))
    else:
        case = None if only_check else _open(row, digest, authority, officer, by, clock)
        found.cases.append((row, case))
    found.digests.add(digest)


def _open(
    row: OpenCase, digest: str, authority: Authority, officer: User | None, by: User, clock: Clock
) -> Case:
    """Store a row as a case of its own, with its own transaction."""
    once = f", where it was {row.old_reference}" if row.old_reference else ""
    request = NewRequest(
        authority=authority,
        received_at=datetime.combine(row.received_on, time(12), tzinfo=LONDON),
        received_on=row.received_on,
        basis=ReceiptBasis.BROUGHT_IN,
        subject=f"{row.subject or _first_words(row.text)} ({row.old_reference})".removesuffix(
            " ()"
        ),
        text=row.text,
        spans=((0, len(row.text)),),
        requester_name=row.requester_name,
        requester_address=row.requester_address,
        postal_address=row.postal_address,
        regime=row.regime.value if row.regime else "",
        reason=f"Brought in from another system{once}.",
    )
    with transaction.atomic():
        message = written_down(
            request,
            clock,
            digest=digest,
            why={"rule": "brought_in", "detail": request.reason},
            imported=True,
        )
        case = start_case(request, message=message, by=by, clock=clock)
        if officer is not None:
            assign_case(case.pk, version=case.version, officer=officer, by=by, clock=clock)
    return case


def _digest(row: OpenCase, authority: Authority) -> str:
    """Return what a row is known by: whose it is, its reference, day and words."""
    words = [authority.pk, row.old_reference, row.received_on.isoformat(), row.text]
    return hashlib.sha256(json.dumps(["brought in", *words]).encode()).hexdigest()


def _first_words(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SUBJECT else f"{words[:_SUBJECT].rpartition(' ')[0]} …"
