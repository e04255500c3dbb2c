"""Record what complying would cost: the hours of the four activities that count (s.12 FOIA)."""

import re
from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction
from django.db.models import Max, QuerySet

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.estimate import ACTIVITIES, EstimateRow
from assistant.ports import Clock
from assistant.services.compose_again import take_up
from assistant.store import models
from assistant.store.events import record
from assistant.store.models import Case, RequestPart, User

MOST_HOURS = Decimal(10_000)
_STEP = Decimal("0.01")
# What people count and SI 2004/3244 reg 4(3) does not; each with the words to say it by.
NOT_COUNTABLE: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\bredact(?:ing|ed)?\b|\bredactions?\b(?! (?:log|register|polic))", re.IGNORECASE
        ),
        "Redacting",
    ),
    (
        re.compile(
            r"\b(?:consider|apply|think|assess|decid|weigh|review)\w*\b[^.]*\b(?:exempt|exception)"
            r"|\bpublic interest\b|\bprejudice test\b",
            re.IGNORECASE,
        ),
        "Thinking about exemptions",
    ),
    (
        re.compile(r"\bconsulting\b|\bconsultation with\b|\blegal advice\b", re.IGNORECASE),
        "Consulting others",
    ),
    (
        re.compile(r"\b(?:draft|writ)ing (?:the |a )?(?:response|reply|letter)\b", re.IGNORECASE),
        "Writing the response",
    ),
)


def record_estimate(
    case_id: int,
    rows: Sequence[EstimateRow],
    *,
    version: int,
    by: User,
    clock: Clock,
    part_id: int | None = None,
) -> None:
    """Replace the estimate of a request, or of one part of it, and compose the response again.

    `version` is what `estimate_version` gave when the officer looked. Hours are of one person's
    work. What people typed in the response stands. Raises NotAllowed for an activity that does not
    count, hours that are none, a row without its task, and where somebody was quicker.
    """
    for row in rows:
        _refuse_unfit(row)
    with transaction.atomic():
        case = Case.objects.select_for_update().filter(pk=case_id, authority=by.authority).first()
        if case is None:
            raise NotAllowed("The case belongs to another authority.")
        part = _part(case, part_id)
        if estimate_version(case, part) != version:
            raise NotAllowed(
                "Somebody changed this since you looked. Nothing was saved: read it again below "
                "and make your change once more."
            )
        _rows(case, part).delete()
        models.EstimateRow.objects.bulk_create(
            models.EstimateRow(
                case=case,
                part=part,
                activity=row.activity,
                task=row.task.strip(),
                hours=row.hours.quantize(_STEP),
                position=position,
                recorded_by=by,
                recorded_at=clock.now(),
            )
            for position, row in enumerate(rows, start=1)
        )
        record(
            case,
            EventKind.ESTIMATE_RECORDED,
            by=by,
            at=clock.now(),
            rows=list(_rows(case, part).values_list("pk", flat=True)),
            part=part.pk if part else None,
        )
        take_up(case, by=by, clock=clock)


def estimate_version(case: Case, part: RequestPart | None) -> int:
    """Return a number that no other state of this estimate has: its rows are replaced together."""
    newest: int | None = _rows(case, part).aggregate(newest=Max("pk"))["newest"]
    return newest or 0


def _rows(case: Case, part: RequestPart | None) -> "QuerySet[models.EstimateRow]":
    """Return the rows of one estimate."""
    return models.EstimateRow.objects.filter(case=case, part=part).order_by("position", "pk")


def _part(case: Case, part_id: int | None) -> RequestPart | None:
    """Return the part an estimate is for; None for the whole request."""
    if part_id is None:
        return None
    part = case.parts.filter(pk=part_id).first()
    if part is None:
        raise NotAllowed("There is no such part.")
    return part


def _refuse_unfit(row: EstimateRow) -> None:
    """Raise NotAllowed where a row could not stand in an estimate (SI 2004/3244 reg 4(3), (4))."""
    if row.activity not in ACTIVITIES:
        raise NotAllowed(
            f"“{row.activity}” does not count. Only these do: {'; '.join(ACTIVITIES.values())}."
        )
    if not row.task.strip():
        raise NotAllowed("Say what has to be done in these hours.")
    if not (row.hours.is_finite() and _STEP <= row.hours <= MOST_HOURS):
        raise NotAllowed(f"Enter hours above 0, at most {MOST_HOURS:,}, for “{row.task.strip()}”.")
    for pattern, what in NOT_COUNTABLE:
        if pattern.search(row.task):
            raise NotAllowed(
                f"{what} does not count towards the limit (SI 2004/3244 reg 4(3)), and “"
                f"{row.task.strip()[:80]}” speaks of it. Count only finding out whether the "
                "information is held, locating, retrieving and extracting it."
            )
