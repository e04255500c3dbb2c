"""One part of a request: what was searched, whether it is held, what is decided."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from assistant.domain.letters.blocks import LetterKind
from assistant.services import record_part as recording
from assistant.services import record_search as searching
from assistant.services.draft_evidence import conflicts_of
from assistant.store.models import Case, RequestPart
from assistant.web.access import (
    OfficerRequest,
    case_and_parts_of,
    case_of,
    is_another_part,
    part_of,
)
from assistant.web.acting import MOVED, attempt
from assistant.web.days import today
from assistant.web.forms.parts import RecordForm, SearchForm
from assistant.web.provisions import lonely_sections, provisions_of, provisions_of_part
from assistant.web.request_text import part_name
from assistant.web.shown import passages_by_part, similar_for, with_documents
from assistant.web.views.cases import frame


@require_GET
def part(http_request: OfficerRequest, reference: str, position: int) -> HttpResponse:
    """Show a part with its forms."""
    case = case_and_parts_of(http_request, reference)
    return _page(http_request, case, part_of(case, position))


@require_POST
def record_search(http_request: OfficerRequest, reference: str, position: int) -> HttpResponse:
    """Record a search that a person made."""
    case = case_of(http_request, reference)
    found = part_of(case, position)
    form = SearchForm(http_request.POST, prefix="search")
    if form.is_valid() and is_another_part(http_request, found):
        form.add_error(None, MOVED)
    elif form.is_valid() and attempt(
        form,
        lambda: searching.record_search(
            found.pk, **form.cleaned_data, by=http_request.user, clock=http_request.ports.clock
        ),
    ):
        messages.success(http_request, f"Search for {part_name(found)} recorded.")
        return redirect("web:part", reference, position)
    return _page(http_request, case, found, search=form)


@require_POST
def record_part(http_request: OfficerRequest, reference: str, position: int) -> HttpResponse:
    """Record whether the information is held, the outcome, the sections and the facts."""
    case = case_of(http_request, reference)
    found = part_of(case, position)
    ports = http_request.ports
    form = RecordForm(http_request.POST, register=ports.register, regime=found.regime)
    if form.is_valid() and is_another_part(http_request, found):
        form.add_error(None, MOVED)
    elif form.is_valid() and attempt(
        form,
        lambda: recording.record_part(
            found.pk,
            version=form.cleaned_data["version"],
            held=form.cleaned_data["held"],
            outcome=form.cleaned_data["outcome"],
            sections=form.chosen_sections(),
            facts=form.cleaned_data["facts"],
            by=http_request.user,
            register=ports.register,
            clock=ports.clock,
        ),
        version=found.version,
    ):
        messages.success(
            http_request,
            f"Decision on {part_name(found)} recorded. The response is being composed again; what "
            "was typed in it stands.",
        )
        return redirect("web:part", reference, position)
    return _page(http_request, case, found, record=form)


def _page(
    http_request: OfficerRequest,
    case: Case,
    part: RequestPart,
    *,
    search: SearchForm | None = None,
    record: RecordForm | None = None,
) -> HttpResponse:
    """Show the part, with a form as it was posted where something in it has to be mended."""
    draft = case.drafts.filter(kind=LetterKind.RESPONSE).first()
    found = passages_by_part(draft.passages if draft else ()).get(part.key, [])
    register = http_request.ports.register
    parts = list(case.parts.all())
    context = frame(http_request, case, "request") | {
        "part": part,
        "provisions": provisions_of_part(provisions_of(case, register), part),
        "lonely": lonely_sections(part.sections, register),
        "earlier": next((each for each in reversed(parts) if each.position < part.position), None),
        "later": next((each for each in parts if each.position > part.position), None),
        "search_form": search or SearchForm(prefix="search", initial=_who(http_request)),
        "record_form": record or _record_form(http_request, part),
        "passages": with_documents(found),
        "similar": similar_for(draft, part.key),
        "conflicts": conflicts_of(case, draft).get(part.key, ()),
    }
    return render(http_request, "web/part.html", context)


def _who(http_request: OfficerRequest) -> dict[str, object]:
    """Return what most searches have in common: made by this person, today."""
    now = http_request.ports.clock.now()
    return {"who": http_request.user.shown_name, "made_on": today(now)}


def _record_form(http_request: OfficerRequest, part: RequestPart) -> RecordForm:
    """Return the form as the row stands; sections without a box go to the line for others."""
    form = RecordForm(register=http_request.ports.register, regime=part.regime)
    boxes = {value for value, _ in form.fields["sections"].choices}  # type: ignore[attr-defined]  # a choice field
    form.initial = {
        "version": part.version,
        "held": part.held,
        "outcome": part.outcome,
        "sections": [each for each in part.sections if each in boxes],
        "others": "; ".join(each for each in part.sections if each not in boxes),
        "facts": part.facts,
    }
    return form
