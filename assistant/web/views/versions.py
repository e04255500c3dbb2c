"""The versions of a draft: what changed between two of them, and going back to one."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from assistant.services import edit_draft
from assistant.store.models import Draft, Letter
from assistant.web.access import OfficerRequest, case_of, draft_of
from assistant.web.acting import attempt_and_tell
from assistant.web.versions import approved_version, compared, newest_first, versions_of
from assistant.web.views.drafts import letter_context


@require_GET
def versions(http_request: OfficerRequest, reference: str, kind: str) -> HttpResponse:
    """Show every version of a draft, and what became of the words between two of them."""
    found, context = letter_context(http_request, reference, kind)
    rows = versions_of(found)
    old, new = http_request.GET.get("old", ""), http_request.GET.get("new", "")
    letter = Letter.objects.filter(draft=found, voided_at__isnull=True).first()
    comparison = compared(rows, old, new)
    if (old or new) and comparison is None:
        raise Http404("The draft has no such versions.")
    return render(
        http_request,
        "web/versions.html",
        context
        | {
            "versions": rows,
            "listed": newest_first(rows),
            "comparison": comparison,
            "approved_version": approved_version(rows, letter),
            "may_restore": found.state == Draft.State.READY,
        },
    )


@require_POST
def restore_version(
    http_request: OfficerRequest, reference: str, kind: str, number: int
) -> HttpResponse:
    """Make an earlier version the draft again."""
    found = draft_of(case_of(http_request, reference), kind)
    version = http_request.POST.get("version", "")
    ports = http_request.ports
    attempt_and_tell(
        http_request,
        lambda: edit_draft.restore_version(
            found.pk,
            version=int(version) if version.isdecimal() else -1,
            number=number,
            by=http_request.user,
            register=ports.register,
            clock=ports.clock,
        ),
        done=f"The draft says what version {number} says. What it said before is kept too.",
    )
    return redirect("web:draft", reference, kind)
