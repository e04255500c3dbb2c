"""What letters say of the authority: an administrator's page."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assistant.services.set_authority_profile import set_authority_profile, values_of
from assistant.store.models import AuthorityChange, AuthorityProfile
from assistant.web.access import OfficerRequest, authority_of
from assistant.web.acting import attempt, posted
from assistant.web.forms.authority import LABELS, AuthorityForm

LATEST = 50


@require_http_methods(["GET", "POST"])
def authority(http_request: OfficerRequest) -> HttpResponse:
    """Show the profile with where each value comes from; by POST, change it."""
    row = authority_of(http_request)
    profile = AuthorityProfile.objects.filter(authority=row).first()
    set_here = profile.set_here if profile else {}
    form = AuthorityForm(posted(http_request), initial=values_of(row), set_here=tuple(set_here))
    if form.is_valid() and attempt(
        form,
        lambda: set_authority_profile(
            row.pk,
            values=form.values(),
            give_back=form.cleaned_data.get("give_back", ()),
            reason=form.cleaned_data["reason"],
            by=http_request.user,
            clock=http_request.ports.clock,
        ),
    ):
        messages.success(
            http_request,
            "Saved. Letters composed from now on use it; compose an open draft again for it to.",
        )
        return redirect("web:authority")
    given = profile.from_settings if profile else {}
    changes = AuthorityChange.objects.filter(authority=row).select_related("by").order_by("-pk")
    context = {
        "row": row,
        "form": form,
        "set_here": [(LABELS[name], given.get(name, "")) for name in LABELS if name in set_here],
        "changes": [(LABELS[each.field], each) for each in changes[:LATEST]],
    }
    return render(http_request, "web/authority.html", context)
