"""Asking the assistant: of a case, and of the library, the law and the work."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from assistant.domain.chat.kinds import KINDS
from assistant.services.ask import answering
from assistant.services.ask import ask as ask_assistant
from assistant.services.asked.by_model import Model
from assistant.store.models import AskedQuestion, Case, Reading
from assistant.web.access import OfficerRequest, authority_of, case_of, noted
from assistant.web.acting import attempt, posted
from assistant.web.asked import FORMS, shown_questions
from assistant.web.downloads import download
from assistant.web.forms.ask import LONGEST, AskForm
from assistant.web.streaming import FORM, streamed
from assistant.web.views.cases import frame

PAGE = 10


@require_http_methods(["GET", "POST"])
def of_case(http_request: OfficerRequest, reference: str) -> HttpResponseBase:
    """Show what was asked of a case, and answer one more question."""
    case = case_of(http_request, reference)
    return _page(http_request, case)


@require_http_methods(["GET", "POST"])
def of_work(http_request: OfficerRequest) -> HttpResponseBase:
    """Show what the person asked of the library, the law and the work, and answer one more."""
    authority_of(http_request)
    return _page(http_request, None)


@require_GET
def export_of_case(http_request: OfficerRequest, reference: str, form: str) -> HttpResponse:
    """Hand out every question of a case with its answer."""
    case = case_of(http_request, reference)
    return _export(http_request, case, form)


@require_GET
def export_of_work(http_request: OfficerRequest, form: str) -> HttpResponse:
    """Hand out what the person asked of the library, the law and the work."""
    authority_of(http_request)
    return _export(http_request, None, form)


def questions_of(http_request: OfficerRequest, case: Case | None) -> QuerySet[AskedQuestion]:
    """Return the questions of a case, whoever asked them; of the work, the person's own."""
    rows = AskedQuestion.objects.filter(authority=authority_of(http_request))
    if case is None:
        rows = rows.filter(case__isnull=True, asked_by=http_request.user)
    else:
        rows = rows.filter(case=case)
    return rows.select_related("asked_by")


def _page(http_request: OfficerRequest, case: Case | None) -> HttpResponseBase:
    """Show the page; by POST answer, and lead back to it, or give htmx the answer alone.

    Who asks for events is told what is being looked at, and then given the answer alone.
    """
    form = AskForm(posted(http_request))
    by_events = http_request.headers.get("Accept") == FORM
    alone = http_request.headers.get("HX-Request") == "true" or by_events
    if form.is_valid():
        if by_events:
            return _streamed(http_request, case, form)
        asked: list[AskedQuestion] = []
        if attempt(form, lambda: asked.append(_ask(http_request, case, form))):
            if not alone:
                _noted(http_request, case, asked[0])
                return redirect(f"{_own_address(asked[0].case)}#question-{asked[0].pk}")
            return HttpResponse(_answer(http_request, case, asked[0]))
    if alone and form.errors:
        return render(http_request, "web/_not_asked.html", {"form": form})
    return render(http_request, "web/ask.html", _context(http_request, case, form))


def _streamed(http_request: OfficerRequest, case: Case | None, form: AskForm) -> HttpResponseBase:
    """Answer by server-sent events."""

    def refused(why: str) -> str:
        form.add_error(None, why)
        return render_to_string("web/_not_asked.html", {"form": form}, http_request)

    working = answering(form.cleaned_data["question"], **_given(http_request, case))
    return streamed(working, lambda row: _answer(http_request, case, row), refused)


def _noted(http_request: OfficerRequest, case: Case | None, row: AskedQuestion) -> None:
    """Note that a case is read whose page this is not."""
    if case is None and row.case is not None:
        noted(http_request, row.case, Reading.What.CASE)


def _answer(http_request: OfficerRequest, case: Case | None, row: AskedQuestion) -> str:
    """Return the HTML of one question with its answer."""
    _noted(http_request, case, row)
    shown = shown_questions([row], to=http_request.user, case=row.case)
    return render_to_string("web/_answers.html", {"questions": shown}, http_request)


def _ask(http_request: OfficerRequest, case: Case | None, form: AskForm) -> AskedQuestion:
    """Have a question answered and kept."""
    return ask_assistant(form.cleaned_data["question"], **_given(http_request, case))


def _given(http_request: OfficerRequest, case: Case | None) -> dict[str, Any]:
    """Return who asks, of what, and what there is to answer with."""
    ports = http_request.ports
    return {
        "by": http_request.user,
        "register": ports.register,
        "library": ports.library,
        "clock": ports.clock,
        "case_id": case.pk if case else None,
        "model": Model(ports.chooser, ports.model_prices) if ports.chooser else None,
    }


def _context(http_request: OfficerRequest, case: Case | None, form: AskForm) -> dict[str, Any]:
    """Return what the page shows."""
    page = Paginator(questions_of(http_request, case), PAGE).get_page(http_request.GET.get("page"))
    typed = form.data.get("question", "") or http_request.GET.get("q", "")
    context: dict[str, Any] = {
        "form": form,
        "typed": typed[:LONGEST],
        "longest": LONGEST,
        "with_model": http_request.ports.chooser is not None,
        "page": page,
        "questions": shown_questions(list(page.object_list), to=http_request.user, case=case),
        "can": [row for row in KINDS.values() if row.of_a_case == (case is not None)],
        "also": [row for row in KINDS.values() if not row.of_a_case] if case else [],
        "own_address": _own_address(case),
        "exports": [(name, _export_address(case, name)) for name in FORMS],
    }
    return context | (frame(http_request, case, "ask") if case else {})


def _own_address(case: Case | None) -> str:
    """Return the address of the page."""
    return reverse("web:ask-case", args=[case.reference]) if case else reverse("web:ask")


def _export_address(case: Case | None, form: str) -> str:
    """Return the address of an export."""
    if case is None:
        return reverse("web:export-asked", args=[form])
    return reverse("web:export-asked-case", args=[case.reference, form])


def _export(http_request: OfficerRequest, case: Case | None, form: str) -> HttpResponse:
    """Hand out questions and answers as a file, the oldest first."""
    if form not in FORMS:
        raise Http404(f"There is no form “{form}”. There are: {', '.join(FORMS)}.")
    rows = list(questions_of(http_request, case).order_by("asked_at", "pk"))
    shown = shown_questions(rows, to=http_request.user, case=case)
    about = case.reference if case else "library-and-work"
    return download(FORMS[form](shown, f"Questions asked: {about}"), f"{about}-questions.{form}")
