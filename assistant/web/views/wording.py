"""Approved wording: the list, and each wording with its versions and where it was used."""

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from assistant.store.models import Letter, WordingProposal
from assistant.store.wording_uses import uses_of
from assistant.web.access import OfficerRequest, authority_of, proposals_of
from assistant.web.forms.wording import WordingForm
from assistant.web.wordings import STATUSES, narrowed, one_each, shown_versions
from assistant.web.words import WORDING_KINDS

PAGE = 25
USES = 50


@require_GET
def wordings(http_request: OfficerRequest) -> HttpResponse:
    """List the wordings that are asked for, each by the version in use."""
    authority = authority_of(http_request)
    asked = WordingForm(http_request.GET).chosen()
    versions = shown_versions(authority, http_request.ports.clock)
    listed = one_each(versions)
    # Where people have made a version since, they have seen what the file brought.
    in_use = {each.row.ident: each.row.version for each in listed}
    gone = {each.row.ident for each in versions if each.row.gave_way_to == in_use[each.row.ident]}
    page = Paginator(narrowed(listed, asked), PAGE).get_page(http_request.GET.get("page"))
    waiting = proposals_of(http_request).filter(state=WordingProposal.State.PROPOSED)
    context = {
        "asked": asked,
        "page": page,
        "kinds": (("", "Every kind"), *WORDING_KINDS.items()),
        "statuses": STATUSES,
        "overdue": sum(each.overdue for each in listed),
        "gave_way": [each for each in listed if each.row.ident in gone],
        "proposed": waiting.count(),
    }
    return render(http_request, "web/wordings.html", context)


@require_GET
def wording(http_request: OfficerRequest, wording_id: str) -> HttpResponse:
    """Show a wording whole: its slots, its versions, its proposals, and where it was used."""
    authority = authority_of(http_request)
    versions = shown_versions(authority, http_request.ports.clock, wording_id)
    if not versions:
        raise Http404("There is no such wording.")
    shown = one_each(versions)[0]
    standing = Letter.objects.filter(voided_at__isnull=True)
    uses = uses_of(authority, wording_id)
    context = {
        "shown": shown,
        "versions": versions,
        "gave_way": [each for each in versions if each.row.gave_way_to],
        "proposals": proposals_of(http_request).filter(ident=wording_id).order_by("-pk")[:USES],
        "uses": uses.prefetch_related(
            Prefetch("draft__letters", queryset=standing, to_attr="standing")
        )[:USES],
        "count": uses.count(),
        "most": USES,
    }
    return render(http_request, "web/wording.html", context)
