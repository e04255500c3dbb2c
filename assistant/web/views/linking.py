"""Cases linked with each other: proposed, linked with why, and taken apart again."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assistant.services.link_cases import link_cases, unlink_cases
from assistant.services.related_requests import related_requests
from assistant.web.access import OfficerRequest, case_and_parts_of, case_of
from assistant.web.acting import attempt, posted
from assistant.web.forms.base import ReasonForm
from assistant.web.forms.linking import LinkForm
from assistant.web.linked import shown_links
from assistant.web.views.cases import frame
from assistant.web.views.joining import proposed


@require_http_methods(["GET", "POST"])
def link(http_request: OfficerRequest, reference: str) -> HttpResponse:
    """Ask which case this one is linked with, and why; by POST, link them."""
    case = case_and_parts_of(http_request, reference)
    initial = {"version": case.version, "other": http_request.GET.get("other", "")}
    form = LinkForm(posted(http_request), initial=initial)
    if http_request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        done = attempt(
            form,
            lambda: link_cases(
                case.pk, **given, by=http_request.user, clock=http_request.ports.clock
            ),
            version=case.version,
        )
        if done:
            messages.success(http_request, "The two cases are linked. The link shows on both.")
            return redirect("web:case", reference)
    linked = {each.case.reference for each in shown_links(case)}
    found = [each for each in proposed(related_requests(case)) if each[0].reference not in linked]
    context = frame(http_request, case, "request") | {"form": form, "proposed": found}
    return render(http_request, "web/link.html", context)


@require_http_methods(["GET", "POST"])
def unlink(http_request: OfficerRequest, reference: str, link_id: int) -> HttpResponse:
    """Ask why a link is taken away; by POST, take it away."""
    case = case_of(http_request, reference)
    shown = next(
        (each for each in shown_links(case) if each.link.pk == link_id and not each.merged), None
    )
    if shown is None:
        raise Http404("The case has no such link.")
    form = ReasonForm(posted(http_request), initial={"version": case.version})
    if http_request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        done = attempt(
            form,
            lambda: unlink_cases(
                case.pk, link_id, **given, by=http_request.user, clock=http_request.ports.clock
            ),
            version=case.version,
        )
        if done:
            messages.success(http_request, "The link was taken away.")
            return redirect("web:case", reference)
    context = frame(http_request, case, "request") | {"form": form, "shown": shown}
    return render(http_request, "web/unlink.html", context)
