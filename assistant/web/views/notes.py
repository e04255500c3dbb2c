"""The notes of a case, which are internal, and a form for one more."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assistant.services.add_note import add_note
from assistant.web.access import OfficerRequest, case_of, notes_of
from assistant.web.acting import attempt, posted
from assistant.web.forms.notes import NoteForm
from assistant.web.views.cases import frame


@require_http_methods(["GET", "POST"])
def notes(http_request: OfficerRequest, reference: str) -> HttpResponse:
    """Show the notes of a case, the newest first; by POST, add one."""
    case = case_of(http_request, reference)
    form = NoteForm(posted(http_request))
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: add_note(
                case.pk,
                **form.cleaned_data,
                by=http_request.user,
                clock=http_request.ports.clock,
            ),
        )
    ):
        messages.success(http_request, "Note added.")
        return redirect("web:notes", reference)
    context = frame(http_request, case, "notes") | {"form": form, "notes": notes_of(case)}
    return render(http_request, "web/notes.html", context)
