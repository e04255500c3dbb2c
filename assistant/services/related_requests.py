"""Find the requests that are like a case's: the same one again, or one requester's on a subject.

These are facts for the officer. Whether a request is repeated (s.14(2) FOIA), or may be counted
with others for the cost limit (s.12(4), and regulation 5 of the Fees Regulations 2004), only a
person decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, QuerySet, prefetch_related_objects

from assistant.domain.case import Purpose, State
from assistant.domain.law.calendar import Calendar
from assistant.domain.law.clock_rules import ClockRules
from assistant.domain.request.likeness import (
    NEAR_IDENTICAL,
    SAME_SUBJECT,
    likeness,
    subject_likeness,
)
from assistant.store.clocks import rules_of
from assistant.store.models import Case, RequestSketch

# Regulation 5(2)(b): received within any period of sixty consecutive working days.
SIXTY = 60
# Sixty working days are never longer than this, whatever holidays there are.
_LOOKED_BACK = timedelta(days=110)
_MOST_LOOKED_AT = 200
_NO_REQUESTS = (State.NOT_A_REQUEST, State.MERGED)
MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class LikeCase:
    """A case whose request is like another's.

    `likeness` is the share of their words in a row that both have, or of the subject's words, from
    0 to 1. `apart` is the number of working days between the days of receipt. `outcomes` and
    `sections` are what was decided for its parts.
    """

    reference: str
    title: str
    received_on: date
    state: State
    answered_on: date | None
    likeness: float
    same_requester: bool
    apart: int
    outcomes: tuple[str, ...]
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """The requests like a case's, the most alike first.

    `near_identical` are of anybody (a round robin, a resend, a campaign), `how_many` counts them
    all; `answered_before` those of the same requester that were answered before this one came;
    `same_subject` the same requester's within sixty working days.
    """

    near_identical: tuple[LikeCase, ...]
    how_many: int
    answered_before: tuple[LikeCase, ...]
    same_subject: tuple[LikeCase, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.near_identical or self.answered_before or self.same_subject)


def related_requests(case: Case, rules: ClockRules | None = None) -> Related:
    """Return the requests of the authority that are like the one of a case.

    `rules` are those of the authority's clocks, where they are known already. Cases that were
    marked as no request, or merged into another, are left out. Dates are in Europe/London.
    """
    questions = [part.text for part in case.parts.all()]
    calendar = (rules or rules_of(case.authority_id)).calendar(
        case.received_on.year - 1, case.received_on.year + 1
    )
    sharing, of_requester = list(_sharing(case)), list(_of_requester(case))
    prefetch_related_objects([*sharing, *of_requester], "parts")
    alike = sorted(
        (
            each
            for other in sharing
            if (each := _compared(case, other, questions, calendar)).likeness >= NEAR_IDENTICAL
        ),
        key=lambda each: (-each.likeness, each.reference),
    )
    before = tuple(
        each
        for each in alike
        if each.same_requester and each.answered_on and each.answered_on <= case.received_on
    )
    theirs = (
        _compared(case, other, questions, calendar, by_subject=True) for other in of_requester
    )
    near = sorted(
        (each for each in theirs if each.apart < SIXTY and each.likeness >= SAME_SUBJECT),
        key=lambda each: (-each.likeness, each.reference),
    )
    return Related(tuple(alike[:MOST_SHOWN]), len(alike), before, tuple(near[:MOST_SHOWN]))


def _others(case: Case) -> "QuerySet[Case]":
    """Return the other requests of the authority, with what is compared of each."""
    return (
        Case.objects.filter(authority_id=case.authority_id)
        .exclude(pk=case.pk)
        .exclude(state__in=_NO_REQUESTS)
        .exclude(purpose=Purpose.REVIEW)
        .select_related("requester")
    )


def _sharing(case: Case) -> "QuerySet[Case]":
    """Return the cases that share a number with this one; of too many, those that share most.

    They are found from the numbers first: asked for both at once, the database may look at every
    case of the authority instead.
    """
    values = RequestSketch.objects.filter(case=case.pk).values("value")
    sharing = (
        RequestSketch.objects.filter(value__in=values, case__authority=case.authority_id)
        .exclude(case=case.pk)
        .exclude(case__state__in=_NO_REQUESTS)
    )
    most = sharing.values("case").annotate(shared=Count("pk")).order_by("-shared", "-case")
    keys = list(most.values_list("case", flat=True)[:_MOST_LOOKED_AT])
    return _others(case).filter(pk__in=keys)


def _of_requester(case: Case) -> "QuerySet[Case] | tuple[Case, ...]":
    """Return the cases of the same requester that were received around the same time."""
    address = case.requester.address
    if not address:
        return ()
    return (
        _others(case)
        .filter(
            requester__address__iexact=address,
            received_on__range=(case.received_on - _LOOKED_BACK, case.received_on + _LOOKED_BACK),
        )
        .order_by("-received_on")[:_MOST_LOOKED_AT]
    )


def _compared(
    case: Case,
    other: Case,
    questions: Sequence[str],
    calendar: Calendar,
    *,
    by_subject: bool = False,
) -> LikeCase:
    """Hold another case against this one."""
    parts = list(other.parts.all())
    measure = subject_likeness if by_subject else likeness
    mine, theirs = (each.requester.address.strip().casefold() for each in (case, other))
    return LikeCase(
        reference=other.reference,
        title=other.title,
        received_on=other.received_on,
        state=State(other.state),
        answered_on=other.answered_at.date() if other.answered_at else None,
        likeness=measure(questions, [part.text for part in parts]),
        same_requester=bool(mine) and mine == theirs,
        apart=_working_days(calendar, *sorted((case.received_on, other.received_on))),
        outcomes=tuple(dict.fromkeys(part.outcome for part in parts if part.outcome)),
        sections=tuple(dict.fromkeys(section for part in parts for section in part.sections)),
    )


def _working_days(calendar: Calendar, first: date, last: date) -> int:
    """Count the working days after one day up to and with another, 400 days at most."""
    days = min((last - first).days, 400)
    return sum(calendar.is_working_day(first + timedelta(days=n)) for n in range(1, days + 1))
