"""The page a day begins with: what is late, what is due, and what waits for whoever looks."""

from datetime import date

from django.db.models import Count, F, Max, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from assistant.domain.letters.blocks import LetterKind
from assistant.store.clocks import rules_of
from assistant.store.models import Case, Draft, User
from assistant.web.access import OfficerRequest, authority_of, cases_of
from assistant.web.case_filters import replies_since
from assistant.web.context import LIVE, NOT_ANSWERED, held_messages
from assistant.web.days import SOON, time_left, today, working_day_before, working_days_after

# So many rows of each block; the rest stands in the list that the block leads to.
FIRST = 5


@require_GET
def page(http_request: OfficerRequest) -> HttpResponse:
    """Show what waits: each block with its count, the first few rows, and a link to all of them.

    The person's own cases come first.
    """
    authority = authority_of(http_request)
    person, on = http_request.user, today(http_request.ports.clock.now())
    rules = rules_of(authority.pk)
    soon = working_days_after(on, SOON, rules)
    since = working_day_before(on, rules)
    running = cases_of(http_request).filter(NOT_ANSWERED)
    overdue, near = running.filter(due_on__lt=on), running.filter(due_on__range=(on, soon))
    counted = running.filter(due_on__lte=soon).aggregate(
        overdue=Count("pk", filter=Q(due_on__lt=on)),
        mine_overdue=Count("pk", filter=Q(due_on__lt=on, officer=person)),
        near=Count("pk", filter=Q(due_on__gte=on)),
        mine_near=Count("pk", filter=Q(due_on__gte=on, officer=person)),
    )
    ready = Draft.objects.filter(
        state=Draft.State.READY, case__authority=authority, case__state__in=LIVE
    )
    mine = for_approval(ready, person)
    replied = _replied(http_request, since)
    context = {
        "on": on,
        "since": since,
        "is_yesterday": (on - since).days == 1,
        "counted": counted,
        "overdue": [(case, time_left(case, on, rules)) for case in _own_first(overdue, person)],
        "near": [(case, time_left(case, on, rules)) for case in _own_first(near, person)],
        "held": held_messages(authority).order_by("received_at")[:FIRST],
        "mine_to_approve": mine.count(),
        "to_approve": mine.select_related("case").order_by(
            F("case__due_on").asc(nulls_last=True), "pk"
        )[:FIRST],
        "waiting_drafts": ready.count(),
        "replied": replied.count(),
        "replies": _newest_first(replied, person),
    }
    return render(http_request, "web/today.html", context)


def for_approval(ready: QuerySet[Draft], person: User) -> QuerySet[Draft]:
    """Return those of the ready drafts that wait for this person's approval.

    They are the letters of the person's own cases. Those that a second person has to approve wait
    for everybody but who has the case and who typed in them last.
    """
    own = Q(case__officer=person)
    authority = person.authority
    grave = Q(needs_second=True)
    answers = Q(kind=LetterKind.RESPONSE) if authority and authority.four_eyes else grave
    typed = Q(drafter__isnull=False) & ~Q(drafter=person)
    decided = Q(drafter__isnull=True) & Q(case__officer__isnull=False)
    of_others = (answers & ~grave & typed) | (grave & ~own & (typed | decided))
    return ready.filter((own & ~answers & ~grave) | of_others)


def _own_first(cases: QuerySet[Case], person: User) -> list[Case]:
    """Return the first few of the cases, the person's own before others, the most urgent first."""
    ordered = cases.annotate(own=_is_own(person)).order_by("-own", "due_on", "reference")
    return list(ordered[:FIRST])


def _is_own(person: User) -> Q:
    """Return the condition that a case is the person's; nobody's is not."""
    return Q(officer__isnull=False) & Q(officer=person)


def _replied(http_request: OfficerRequest, since: date) -> QuerySet[Case]:
    """Return the cases whose requester wrote since a day."""
    return cases_of(http_request).filter(pk__in=replies_since(since).values("case"))


def _newest_first(replied: QuerySet[Case], person: User) -> list[Case]:
    """Return the first few of the cases with a reply, each with when the last one came."""
    ordered = replied.annotate(own=_is_own(person), last_reply=Max("case_messages__filed_at"))
    return list(ordered.order_by("-own", "-last_reply", "reference")[:FIRST])
