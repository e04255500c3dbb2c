"""The library: find passages, read a response whole, judge it, and add a letter that left."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from assistant.domain.errors import NotAllowed
from assistant.services import judge_document as judging
from assistant.services import promote_letter as promoting
from assistant.services import search_library
from assistant.services.show_original import show_original
from assistant.store.library_filters import outcomes_of
from assistant.store.models import LibraryDocument, Reading
from assistant.web.access import OfficerRequest, authority_of, document_of, letter_of, noted
from assistant.web.acting import attempt, posted
from assistant.web.forms.library import JudgeForm, LibraryForm, PromoteForm
from assistant.web.library_text import with_masks, with_places
from assistant.web.shown import by_response, with_documents

RESPONSES = 10
# So many passages are looked at, because several are often of one response.
_PASSAGES = 40


@require_GET
def library(http_request: OfficerRequest) -> HttpResponse:
    """Search the earlier responses of the authority."""
    authority = authority_of(http_request)
    form = LibraryForm(http_request.GET)
    valid = form.is_valid()
    words = form.cleaned_data.get("q", "").strip()
    problem = "" if valid else " ".join(str(said[0]) for said in form.errors.values())
    context: dict[str, object] = {
        "words": words,
        "asked": form,
        "problem": problem,
        "narrowed": valid and not form.filters().empty,
        "results": [],
        "outcomes": outcomes_of(authority.pk),
        "statuses": LibraryDocument.Status.choices,
    }
    if words and valid:
        try:
            answered = search_library.answer(
                authority.pk,
                words,
                k=_PASSAGES,
                library=http_request.ports.library,
                filters=form.filters(),
            )
            rows = [{"id": hit.id, "hit": hit} for hit in answered.found]
            found = by_response(with_documents(rows))
            context["results"] = found[:RESPONSES]
            context["by_words_only"] = answered.by_words_only
            context["fewer"] = len(rows) < _PASSAGES and len(found) <= RESPONSES
        except NotAllowed as refusal:
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
    noted(http_request, found, Reading.What.ORIGINAL)
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
