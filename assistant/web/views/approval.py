"""Approving: exactly what would leave, and the approval bound to it; taking it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assistant.domain.errors import NotAllowed
from assistant.services import approve_draft, inspect_files, void_approval
from assistant.services.read_draft import unread_by
from assistant.store.models import Draft
from assistant.web.access import OfficerRequest, PagePorts, letter_of
from assistant.web.acting import attempt, posted
from assistant.web.beside import title_of
from assistant.web.forms.drafts import ApprovalForm, VoidForm
from assistant.web.letter_text import shown_letter
from assistant.web.sections import unread_sections
from assistant.web.versions import changed_by_people
from assistant.web.views.drafts import letter_context


def forms_of(ports: PagePorts) -> approve_draft.Forms:
    """Return in which forms letters leave here."""
    return approve_draft.Forms(
        html=ports.html_mail, pdf=ports.typesetter if ports.attach_pdf else None
    )


@require_http_methods(["GET", "POST"])
def approve(http_request: OfficerRequest, reference: str, kind: str) -> HttpResponse:
    """Show exactly what leaves; by POST, approve what was shown and nothing else."""
    found, context = letter_context(http_request, reference, kind)
    if found.state != Draft.State.READY:
        return redirect("web:draft", reference, kind)
    form = ApprovalForm(posted(http_request))
    ports = http_request.ports
    inspect_files.inspect_draft(found.pk, inspector=ports.inspector, clock=ports.clock)
    chosen = http_request.POST if http_request.method == "POST" else http_request.GET
    copies = chosen.getlist("copy")
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: approve_draft.approve_draft(
                found.pk,
                version=form.cleaned_data["version"],
                fingerprint=form.cleaned_data["fingerprint"],
                by=http_request.user,
                register=ports.register,
                clock=ports.clock,
                reason=form.cleaned_data["reason"],
                forms=forms_of(ports),
                copies=copies,
            ),
        )
    ):
        reminder = context["reminder"]
        messages.success(http_request, f"Approved. The letter leaves now. {reminder}".strip())
        return redirect("web:correspondence", reference)
    try:
        shown = approve_draft.preview(
            found.pk,
            register=ports.register,
            clock=ports.clock,
            forms=forms_of(ports),
            copies=copies,
        )
    except NotAllowed as refusal:
        messages.error(http_request, str(refusal))
        return redirect("web:draft", reference, kind)
    # The page always carries what it shows now, never what was posted to it.
    copied = {each.address for each in shown.copies}
    return render(
        http_request,
        "web/approve.html",
        context
        | {
            "form": form,
            "preview": shown,
            "copied": copied,
            "second": shown.second,
            "second_refuses": shown.second.refuses(http_request.user),
            "since_composed": changed_by_people(found),
        }
        | _left(http_request, found),
    )


def _left(http_request: OfficerRequest, found: Draft) -> dict[str, object]:
    """Return what of a draft this person has not opened and not read."""
    left = unread_by(found, http_request.user)
    return {
        "reading": left,
        "unopened": [(each, title_of(each.source)) for each in left.unopened],
        "unread": unread_sections(found, left),
    }


@require_http_methods(["GET", "POST"])
def void(http_request: OfficerRequest, letter_id: int) -> HttpResponse:
    """Take an approval back while the letter has not left."""
    letter = letter_of(http_request, letter_id)
    form = VoidForm(posted(http_request))
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: void_approval.void_approval(
                letter.pk,
                reason=form.cleaned_data["reason"],
                by=http_request.user,
                clock=http_request.ports.clock,
            ),
        )
    ):
        messages.success(http_request, "Approval taken back. The draft can be edited again.")
        return redirect("web:draft", letter.case.reference, letter.kind)
    context = {"letter": letter, "shown": shown_letter(letter), "form": form}
    return render(http_request, "web/void.html", context)
