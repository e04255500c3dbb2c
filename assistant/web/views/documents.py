"""Letters as documents: to save as Word or PDF, and the HTML version to look at."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from assistant.domain.errors import NotAllowed
from assistant.services import letter_documents
from assistant.services.set_letter import Form
from assistant.web.access import OfficerRequest, case_of, draft_of, letter_of
from assistant.web.downloads import download, letter_page

# What the address of a draft's document ends with: its form, and whether pages say "draft".
DRAFT_FORMS = {
    "docx": (Form.DOCX, True),
    "pdf": (Form.PDF, True),
    "html": (Form.HTML, True),
    # The PDF exactly as it would go along with the letter.
    "enclosed-pdf": (Form.PDF, False),
}


@require_GET
def draft_document(
    http_request: OfficerRequest, reference: str, kind: str, form: str
) -> HttpResponse:
    """Hand out a draft as a document, marked as a draft; show its HTML version."""
    found = draft_of(case_of(http_request, reference), kind)
    if form not in DRAFT_FORMS:
        raise Http404("There is no such document.")
    made_as, marked = DRAFT_FORMS[form]
    ports = http_request.ports
    try:
        made = letter_documents.draft_document(
            found.pk, made_as, typesetter=ports.typesetter, clock=ports.clock, marked=marked
        )
    except NotAllowed as refusal:
        messages.error(http_request, str(refusal))
        return redirect("web:draft", reference, kind)
    return _handed_out(made, made_as)


@require_GET
def letter_document(http_request: OfficerRequest, letter_id: int, form: str) -> HttpResponse:
    """Hand out an approved letter as a document; show the HTML that leaves with it."""
    found = letter_of(http_request, letter_id)
    if form not in set(Form):
        raise Http404("There is no such document.")
    try:
        made = letter_documents.letter_document(
            found.pk, Form(form), typesetter=http_request.ports.typesetter
        )
    except NotAllowed as refusal:
        messages.error(http_request, str(refusal))
        return redirect("web:letter", letter_id)
    return _handed_out(made, Form(form))


def _handed_out(made: letter_documents.LetterDocument, form: Form) -> HttpResponse:
    """Return HTML to look at, and anything else to save."""
    if form is Form.HTML:
        return letter_page(made.content)
    return download(made.content, made.name)
