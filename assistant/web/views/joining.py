"""Two cases of one request made one: both beside each other, then merged."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assistant.services.merge_cases import Seen, merge_cases, same_requester
from assistant.services.merge_refusals import why_not_merge
from assistant.services.related_requests import LikeCase, Related, related_requests
from assistant.store.models import Case, CaseMessage, Letter
from assistant.web.access import OfficerRequest, case_and_parts_of, cases_of
from assistant.web.acting import CHANGED, attempt, posted
from assistant.web.clocks import ShownClock, shown_clocks
from assistant.web.forms.joining import MergeForm, OtherCaseForm
from assistant.web.views.cases import frame


@dataclass(frozen=True, slots=True)
class Beside:
    """A case as it stands beside another: who asked what and when, its mail, letters and clock."""

    case: Case
    heading: str
    filed: list[CaseMessage]
    letters: list[Letter]
    clocks: list[ShownClock]


@require_http_methods(["GET", "POST"])
def merge(http_request: OfficerRequest, reference: str) -> HttpResponse:
    """Ask which case is merged into this one, and show both; by POST, merge them."""
    stays = case_and_parts_of(http_request, reference)
    given = (http_request.POST if http_request.method == "POST" else http_request.GET).get("other")
    finder = OtherCaseForm({"other": given} if given is not None else None)
    gone = None
    if finder.is_valid():
        gone = _named(http_request, finder)
    if gone is None:
        context = frame(http_request, stays, "request") | {
            "finder": finder,
            "proposed": proposed(related_requests(stays)),
        }
        return render(http_request, "web/merge.html", context)
    return _merge(http_request, stays, case_and_parts_of(http_request, gone.reference))


def proposed(related: Related) -> list[tuple[LikeCase, str]]:
    """Return the cases that may be one with another, each once, with why it is shown."""
    found: dict[str, tuple[LikeCase, str]] = {}
    for each in related.near_identical:
        who = "the same requester" if each.same_requester else "another requester"
        found[each.reference] = each, f"Nearly the same words, by {who}"
    for each in related.same_subject:
        found.setdefault(each.reference, (each, "The same requester, on a like subject"))
    return list(found.values())


def _named(http_request: OfficerRequest, finder: OtherCaseForm) -> Case | None:
    """Return the case that a person named, or say at the field that there is none."""
    wanted = finder.cleaned_data["other"].strip()
    found = cases_of(http_request).filter(reference__iexact=wanted).first()
    if found is None:
        finder.add_error("other", f"There is no case “{wanted}”. Check the reference")
    return found


def _merge(http_request: OfficerRequest, stays: Case, gone: Case) -> HttpResponse:
    """Show both cases beside each other and ask what is needed; by POST, merge them."""
    reasons = why_not_merge(stays, gone)
    form = MergeForm(
        posted(http_request), stays=stays, gone=gone, same_requester=same_requester(stays, gone)
    )
    if (
        http_request.method == "POST"
        and form.is_valid()
        and not _other_changed(form, gone)
        and attempt(form, lambda: _work(http_request, form, stays, gone), version=stays.version)
    ):
        messages.success(
            http_request,
            f"{gone.reference} was merged into this case. Mail for it comes here from now on.",
        )
        return redirect("web:case", stays.reference)
    context: dict[str, Any] = frame(http_request, stays, "request") | {
        "form": form,
        "gone": gone,
        "reasons": reasons,
        "both": [_beside(stays, "Stays"), _beside(gone, "Is merged into it")],
    }
    return render(http_request, "web/merge_both.html", context)


def _other_changed(form: MergeForm, gone: Case) -> bool:
    """Whether somebody changed the other case since it was shown; the form says so then."""
    if form.cleaned_data["other_version"] == gone.version:
        return False
    data = QueryDict(mutable=True)
    data.update(form.data)
    data["other_version"] = str(gone.version)
    form.data = data
    form.add_error(None, CHANGED)
    return True


def _work(http_request: OfficerRequest, form: MergeForm, stays: Case, gone: Case) -> None:
    given = form.cleaned_data
    merge_cases(
        Seen(stays.pk, given["version"]),
        Seen(gone.pk, given["other_version"]),
        parts=given.get("parts", ()),
        requesters=given.get("requesters", "") if given.get("confirmed") else "",
        reason=given["reason"],
        by=http_request.user,
        clock=http_request.ports.clock,
    )


def _beside(case: Case, heading: str) -> Beside:
    filed = CaseMessage.objects.filter(case=case).select_related("message")
    letters = Letter.objects.filter(case=case).select_related("outbox")
    return Beside(
        case,
        heading,
        list(filed.order_by("message__received_at", "pk")),
        list(letters.defer("compressed").order_by("approved_at")),
        shown_clocks(case, list(case.parts.all())),
    )
