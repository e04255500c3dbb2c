"""Files that go with a letter: attach, take off, look at again, answer for what they hide."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from assistant.services import accept_finding as accepting
from assistant.services import attach_file as attaching
from assistant.store.packing import unpack
from assistant.web.access import OfficerRequest, case_of, draft_of
from assistant.web.acting import attempt, attempt_and_tell
from assistant.web.downloads import download
from assistant.web.forms.drafts import AcceptForm, FileForm
from assistant.web.views.drafts import draft_context


@require_POST
def attach_file(http_request: OfficerRequest, reference: str, kind: str) -> HttpResponse:
    """Attach a file to a draft."""
    found, context = draft_context(http_request, reference, kind)
    form = FileForm(http_request.POST, http_request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        if attempt(
            form,
            lambda: attaching.attach_file(
                found.pk,
                name=file.name,
                content_type=file.content_type or "application/octet-stream",
                content=file.read(),
                by=http_request.user,
                register=http_request.ports.register,
                inspector=http_request.ports.inspector,
                clock=http_request.ports.clock,
            ),
        ):
            messages.success(http_request, f"{file.name} attached.")
            return redirect("web:draft", reference, kind)
    return render(http_request, "web/draft.html", context | {"file_form": form})


@require_POST
def remove_file(
    http_request: OfficerRequest, reference: str, kind: str, file_id: int
) -> HttpResponse:
    """Take a file off a draft."""
    found = draft_of(case_of(http_request, reference), kind)
    attempt_and_tell(
        http_request,
        lambda: attaching.remove_file(
            found.pk,
            file_id=file_id,
            by=http_request.user,
            register=http_request.ports.register,
            clock=http_request.ports.clock,
        ),
        done="File taken off the letter.",
    )
    return redirect("web:draft", reference, kind)


@require_POST
def accept_finding(
    http_request: OfficerRequest, reference: str, kind: str, file_id: int
) -> HttpResponse:
    """Let a file leave with something it hides, for the reason given."""
    found = draft_of(case_of(http_request, reference), kind)
    form = AcceptForm(http_request.POST)
    if form.is_valid():
        attempt_and_tell(
            http_request,
            lambda: accepting.accept_finding(
                found.pk,
                file_id=file_id,
                key=form.cleaned_data["key"],
                reason=form.cleaned_data["reason"],
                by=http_request.user,
                clock=http_request.ports.clock,
            ),
            done="Accepted. The history of the case says why.",
        )
    else:
        messages.error(http_request, str(next(iter(form.errors.values()))[0]))
    page = "web:approve" if http_request.POST.get("page") == "approve" else "web:draft"
    return redirect(reverse(page, args=(reference, kind)) + "#files")


@require_GET
def case_file(http_request: OfficerRequest, reference: str, file_id: int) -> HttpResponse:
    """Hand out a file of a case for saving."""
    file = get_object_or_404(case_of(http_request, reference).files, pk=file_id)
    return download(unpack(file.compressed), file.name)
