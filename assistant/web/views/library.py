"""The library: find passages, read a response whole, judge it, and add a letter that left."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.services import judge_document as judging
from assistant.services import promote_letter as promoting
from assistant.services import search_library
from assistant.services.show_original import show_original
from assistant.store.models import LibraryDocument
from assistant.web.access import OfficerRequest, authority_of, document_of, letter_of
from assistant.web.acting import attempt, posted
from assistant.web.forms.library import JudgeForm, LibraryForm, PromoteForm
from assistant.web.library_text import with_masks, with_places
from assistant.web.shown import with_documents

RESULTS = 10


@require_GET
def library(http_request: OfficerRequest) -> HttpResponse:
    """Search the earlier responses of the authority."""
    authority = authority_of(http_request)
    form = LibraryForm(http_request.GET)
    words = form.cleaned_data["q"].strip() if form.is_valid() else ""
    context: dict[str, object] = {"words": words, "problem": "", "results": []}
    if words:
        try:
            found = search_library.search(
                authority.pk, words, k=RESULTS, library=http_request.ports.library
            )
            rows = [{"id": hit.id, "hit": hit} for hit in found]
            context["results"] = with_documents(rows)
        except (NotAllowed, TryAgainLater) as refusal:
            context["problem"] = str(refusal)
    return render(http_request, "web/library.html", context)


@require_GET
def document(http_request: OfficerRequest, ident: str) -> HttpResponse:
    """Show an earlier response whole."""
    return _document(http_request, document_of(http_request, ident))


@require_POST
def judge(http_request: OfficerRequest, ident: str) -> HttpResponse:
    """Say how far an earlier response may be trusted."""
    found = document_of(http_request, ident)
    if not http_request.user.supervises:
        messages.error(http_request, judging.SUPERVISORS_ALONE)
        return redirect("web:document", ident)
    form = JudgeForm(http_request.POST)
    if form.is_valid() and attempt(
        form,
        lambda: judging.judge_document(
            found.pk, **form.cleaned_data, by=http_request.user, clock=http_request.ports.clock
        ),
    ):
        messages.success(http_request, "Recorded. Drafts composed from now on heed it.")
        return redirect("web:document", ident)
    return _document(http_request, found, form)


@require_GET
def original(http_request: OfficerRequest, ident: str) -> HttpResponse:
    """Show an earlier response as it was imported, to a supervisor."""
    found = document_of(http_request, ident)
    try:
        shown = show_original(found.pk, by=http_request.user)
    except NotAllowed as refusal:
        messages.error(http_request, str(refusal))
        return redirect("web:document", ident)
    context = {
        "document": found,
        "texts": [
            (name, with_masks(getattr(shown, part), shown.masks.get(part, ())))
            for part, name in (("title", "Title"), ("request", "Request"), ("text", "Response"))
            if getattr(shown, part)
        ],
    }
    return render(http_request, "web/original.html", context)


@require_http_methods(["GET", "POST"])
def promote(http_request: OfficerRequest, letter_id: int) -> HttpResponse:
    """Show a sent letter as it would stand in the library; by POST, put it there."""
    letter = letter_of(http_request, letter_id)
    ports = http_request.ports
    if not promoting.may_be_promoted(letter):
        messages.error(http_request, "Only an answer that has left can join the library.")
        return redirect("web:letter", letter_id)
    form = PromoteForm(posted(http_request))
    valid = form.is_valid()
    if (
        valid
        and "look" not in http_request.POST
        and attempt(
            form,
            lambda: promoting.promote_letter(
                letter.pk,
                hidden=form.hidden_words(),
                by=http_request.user,
                register=ports.register,
                clock=ports.clock,
            ),
        )
    ):
        messages.success(http_request, "The letter is in the library now, as an example.")
        return redirect("web:library")
    hidden = form.hidden_words() if valid else ()
    entry = promoting.proposed_entry(letter, ports.register, hidden)
    context = {"letter": letter, "form": form, "entry": entry}
    return render(http_request, "web/promote.html", context)


def _document(
    http_request: OfficerRequest, found: LibraryDocument, form: JudgeForm | None = None
) -> HttpResponse:
    """Show an earlier response, with a form as it was posted where something has to be mended."""
    supervises = http_request.user.supervises
    context = {
        "document": found,
        "text": with_places(found.text, found.passages.all()),
        "findings": found.quality.get("findings", ()),
        "score": found.quality.get("score"),
        "decisions": found.decisions.select_related("by"),
        "form": form or JudgeForm(initial={"status": found.status}) if supervises else None,
        "has_original": supervises and hasattr(found, "original"),
    }
    return render(http_request, "web/document.html", context)
