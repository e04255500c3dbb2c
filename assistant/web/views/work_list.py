"""The work list: cases with what is left of their time, the most urgent first."""

from django.core.paginator import Paginator
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from assistant.domain.case import State
from assistant.store.clocks import rules_of
from assistant.store.models import Case, RequestPart
from assistant.web.access import OfficerRequest, authority_of, cases_of
from assistant.web.context import LIVE
from assistant.web.days import time_left, today
from assistant.web.forms.work_list import FILTERS, ORDERS, WorkListForm
from assistant.web.sending import troubles

PAGE = 25
ORDERINGS = {
    # An answered case keeps its due date, so what still runs comes first.
    "due": ("stopped", F("due_on").asc(nulls_last=True), "reference"),
    "received": ("-received_on", "-reference"),
    "reference": ("reference",),
}
STOPPED = (State.ANSWERED, State.NOT_A_REQUEST)
# Whose response came back has not been answered, whatever was sent.
NOT_ANSWERED = Q(state__in=LIVE) | Q(undelivered_at__isnull=False)


@require_GET
def work_list(http_request: OfficerRequest) -> HttpResponse:
    """Show the cases of the authority: open, one's own, waiting for the requester, or all."""
    chosen = WorkListForm(http_request.GET).chosen()
    cases = _chosen(cases_of(http_request), chosen, http_request)
    page = Paginator(cases, PAGE).get_page(http_request.GET.get("page"))
    on = today(http_request.ports.clock.now())
    rules = rules_of(authority_of(http_request).pk)
    overdue = cases_of(http_request).filter(NOT_ANSWERED, due_on__lt=on).count()
    wrong = troubles(page.object_list, on)
    return render(
        http_request,
        "web/work_list.html",
        {
            "page": page,
            "rows": [
                (case, time_left(case, on, rules), wrong.get(case.pk, ()))
                for case in page.object_list
            ],
            "chosen": chosen,
            "filters": FILTERS,
            "orders": ORDERS,
            "overdue": overdue,
        },
    )


def _chosen(
    cases: QuerySet[Case], chosen: dict[str, str], http_request: OfficerRequest
) -> QuerySet[Case]:
    """Return the cases that were asked for, in the order that was asked for."""
    if chosen["show"] == "open":
        cases = cases.filter(NOT_ANSWERED)
    if chosen["show"] == "mine":
        cases = cases.filter(NOT_ANSWERED, officer=http_request.user)
    if chosen["show"] == "waiting":
        waits = RequestPart.objects.filter(case=OuterRef("pk"), due_on__isnull=True)
        cases = cases.filter(Exists(waits), state__in=LIVE)
    words = chosen["q"].strip()
    if words:
        cases = cases.filter(Q(reference__icontains=words) | Q(title__icontains=words))
    stopped = Q(state__in=STOPPED, undelivered_at__isnull=True)
    return cases.annotate(stopped=stopped).order_by(*ORDERINGS[chosen["order"]])
