"""The list of cases: narrowed down, ordered, assigned one or many at once, and filters kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from assistant.domain.errors import NotAllowed
from assistant.services.assign_cases import Assigned, assign_cases
from assistant.services.save_filter import forget_filter, save_filter
from assistant.store.clocks import rules_of
from assistant.store.models import User
from assistant.web.access import OfficerRequest, authority_of, cases_of
from assistant.web.acting import attempt_and_tell
from assistant.web.case_filters import ORDERINGS, Asking, narrowed
from assistant.web.days import time_left, today
from assistant.web.forms.case_list import (
    COLUMNS,
    DUE,
    LETTERS,
    NOBODY,
    ORDERS,
    STATES,
    CaseListForm,
    Chosen,
    SaveFilterForm,
)
from assistant.web.paging import page_of
from assistant.web.sending import troubles
from assistant.web.words import REGIMES

# The place where ticking begins.
FIRST_TICK = "case-1"
# What an address says of the list; the rest of a query is dropped when a filter is kept.
FIELDS = tuple(CaseListForm.base_fields)


@dataclass(frozen=True, slots=True)
class Ticked:
    """What was posted and could not be done: the cases that were ticked, and why not."""

    cases: Mapping[str, int] = field(default_factory=dict)
    officer: str = ""
    problem: str = ""
    place: str = "main-content"


@require_GET
def cases(http_request: OfficerRequest) -> HttpResponse:
    """Show the cases of the authority that were asked for, page by page."""
    return _list(http_request, http_request.GET)


@require_POST
def assign(http_request: OfficerRequest) -> HttpResponse:
    """Assign the ticked cases to the officer who was chosen; say which somebody changed before."""
    query = _query(http_request)
    versions = _versions(http_request.POST.getlist("case"))
    chosen = http_request.POST.get("to", "")
    people = _people(http_request)
    officer = next((person for person in people if str(person.pk) == chosen), None)
    if not versions:
        ticked = Ticked(versions, chosen, "Tick the cases to assign", FIRST_TICK)
        return _list(http_request, query, ticked)
    if officer is None and chosen != NOBODY:
        return _list(http_request, query, Ticked(versions, chosen, "Select an officer", "to"))
    try:
        found = assign_cases(
            versions, officer=officer, by=http_request.user, clock=http_request.ports.clock
        )
    except NotAllowed as refusal:
        return _list(http_request, query, Ticked(versions, chosen, str(refusal)))
    _tell(http_request, found, officer.shown_name if officer else "nobody")
    return redirect(_address(query))


@require_POST
def keep_filter(http_request: OfficerRequest) -> HttpResponse:
    """Keep the filter that is shown under a name."""
    query = _query(http_request)
    form = SaveFilterForm(http_request.POST)
    if not form.is_valid():
        problem = " ".join(str(said) for said in form.errors["name"])
        return _list(http_request, query, Ticked(problem=problem, place="name"))
    kept = QueryDict(mutable=True)
    kept.update({name: str(query[name]) for name in FIELDS if query.get(name)})
    attempt_and_tell(
        http_request,
        lambda: save_filter(
            **form.cleaned_data,
            query=kept.urlencode(),
            by=http_request.user,
            clock=http_request.ports.clock,
        ),
        done=f"Saved as “{form.cleaned_data['name']}”.",
    )
    return redirect(_address(query))


@require_POST
def delete_filter(http_request: OfficerRequest, filter_id: int) -> HttpResponse:
    """Delete one of the person's own filters."""
    found = get_object_or_404(http_request.user.saved_filters, pk=filter_id)
    attempt_and_tell(
        http_request,
        lambda: forget_filter(found.pk, by=http_request.user),
        done=f"Filter “{found.name}” deleted.",
    )
    return redirect("web:cases")


def _tell(http_request: OfficerRequest, found: Assigned, name: str) -> None:
    """Let the next page say which cases were assigned, and which were not."""
    if found.done:
        messages.success(http_request, f"Assigned to {name}: {', '.join(found.done)}.")
    if found.changed_meanwhile:
        messages.error(
            http_request,
            "Somebody changed these since you looked, so they were left as they are: "
            f"{', '.join(found.changed_meanwhile)}. Look at them again, and assign them if it is "
            "still right.",
        )


def _list(
    http_request: OfficerRequest, query: QueryDict, ticked: Ticked | None = None
) -> HttpResponse:
    """Show the list that a query asks for, with what was ticked where that has to be mended."""
    people = _people(http_request)
    form = CaseListForm(query, people=people)
    chosen = form.chosen()
    on = today(http_request.ports.clock.now())
    rules = rules_of(authority_of(http_request).pk)
    asking = Asking(http_request.user, on, rules)
    every = cases_of(http_request)
    found = narrowed(every, chosen, asking)
    page = page_of(
        found,
        ORDERINGS[chosen.order],
        str(query.get("page", "")),
        shown=every,
        at_once=bool(chosen.q),
    )
    wrong = troubles(page.rows, on)
    context = {
        "page": page,
        "rows": [(case, time_left(case, on, rules), wrong.get(case.pk, ())) for case in page.rows],
        "chosen": chosen,
        "asked": form,
        "unread": _unread(form),
        "states": STATES,
        "dues": DUE,
        "letters": LETTERS,
        "regimes": REGIMES,
        "orders": ORDERS,
        "columns": _columns(query, chosen),
        "officers": form.fields["officer"].choices,  # type: ignore[attr-defined]  # a choice field
        "people": people,
        "query": query.urlencode(),
        "saved": [
            (kept, _address(QueryDict(kept.query)))
            for kept in http_request.user.saved_filters.all()
        ],
        "ticked": ticked or Ticked(),
    }
    return render(http_request, "web/cases.html", context)


def _people(http_request: OfficerRequest) -> list[User]:
    """Return those who may work on cases of the authority, by name."""
    people = User.objects.filter(authority=authority_of(http_request), is_active=True)
    return sorted(people, key=lambda person: person.shown_name.casefold())


def _unread(form: CaseListForm) -> dict[str, str]:
    """Return what was asked for and could not be read, by field; the list is not narrowed by it."""
    days = {"since": "Received from", "until": "Received until", "replied": "Replied since"}
    return {
        name: f"{words}: enter the date as day, month and year, such as 31 1 2026"
        for name, words in days.items()
        if name in form.errors
    }


def _columns(query: QueryDict, chosen: Chosen) -> list[tuple[str, str, str]]:
    """Return each column's name, the address that orders by it, and how it is ordered now."""
    shown = []
    for value, name in COLUMNS:
        turned = query.copy()
        turned.pop("page", None)
        turned["order"] = f"-{value}" if chosen.order == value else value
        standing = {value: "ascending", f"-{value}": "descending"}.get(chosen.order, "")
        shown.append((name, _address(turned), standing))
    return shown


def _query(http_request: OfficerRequest) -> QueryDict:
    """Return the query of the list from which something was posted."""
    try:
        return QueryDict(http_request.POST.get("query", ""))
    except ValueError:
        raise Http404("There is no such list.") from None


def _address(query: QueryDict) -> str:
    """Return the address of the list that a query asks for."""
    encoded = query.urlencode()
    return reverse("web:cases") + (f"?{encoded}" if encoded else "")


def _versions(posted: list[str]) -> dict[str, int]:
    """Return the versions of the ticked cases by reference; what names none is dropped."""
    pairs = (value.rpartition(":") for value in posted)
    return {reference: int(at) for reference, _, at in pairs if reference and at.isdecimal()}
