"""The library: find passages of earlier responses, and read one response whole."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from assistant.domain.errors import NotAllowed
from assistant.services import search_library
from assistant.store.library_filters import outcomes_of
from assistant.store.models import LibraryDocument
from assistant.web.access import OfficerRequest, authority_of, document_of
from assistant.web.forms.library import LibraryForm
from assistant.web.library_text import with_places
from assistant.web.shown import with_documents

RESULTS = 10


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
        "results": [],
        "outcomes": outcomes_of(authority.pk),
        "statuses": LibraryDocument.Status.choices,
    }
    if words and valid:
        try:
            answered = search_library.answer(
                authority.pk,
                words,
                k=RESULTS,
                library=http_request.ports.library,
                filters=form.filters(),
            )
            rows = [{"id": hit.id, "hit": hit} for hit in answered.found]
            context["results"] = with_documents(rows)
            context["by_words_only"] = answered.by_words_only
            context["fewer"] = len(rows) < RESULTS
        except NotAllowed as refusal:
            context["problem"] = str(refusal)
    return render(http_request, "web/library.html", context)


@require_GET
def document(http_request: OfficerRequest, ident: str) -> HttpResponse:
    """Show an earlier response whole."""
    found = document_of(http_request, ident)
    context = {"document": found, "text": with_places(found.text, found.passages.all())}
    return render(http_request, "web/document.html", context)
