"""The parts of a request on one page: split, joined, added, taken away."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods

from assistant.domain.case import State
from assistant.domain.request.correcting import places
from assistant.services import correct_parts as correcting
from assistant.services.part_sources import Source, source_of, sources_of
from assistant.services.second_reading import second_read
from assistant.store.models import Case, RequestPart
from assistant.web.access import OfficerRequest, case_and_parts_of
from assistant.web.acting import attempt
from assistant.web.forms.correcting import (
    AddForm,
    JoinForm,
    PartsStep,
    SplitForm,
    TakeAwayForm,
    TypeForm,
)
from assistant.web.request_text import Mark, marked, part_name
from assistant.web.views.cases import frame


@dataclass(frozen=True, slots=True)
class _Step:
    """A step: its heading, its button, its form, and what the service takes of the answers."""

    heading: str
    button: str
    explanation: str
    form: type[PartsStep]
    work: Callable[..., str]
    answers: Callable[[Any], tuple[object, ...]]


STEPS = {
    "split": _Step(
        "Split a part",
        "Split the part",
        "What is recorded on the part stays on the first of the two. The second is undecided.",
        SplitForm,
        correcting.split_part,
        lambda form: form.chosen,
    ),
    "join": _Step(
        "Join two parts",
        "Join the parts",
        "What is recorded on both is kept. Parts that are decided differently cannot be joined.",
        JoinForm,
        correcting.join_part,
        lambda form: (form.cleaned_data["part"],),
    ),
    "add": _Step(
        "Add a part from the request",
        "Add the part",
        "For a question in the requester’s own text that is not marked.",
        AddForm,
        correcting.add_part,
        lambda form: (form.cleaned_data["words"],),
    ),
    "type": _Step(
        "Add a part in your own words",
        "Add the part",
        "For a question that stands in no text of the request. It comes after all others.",
        TypeForm,
        correcting.type_part,
        lambda form: (form.cleaned_data["text"], form.cleaned_data["reason"]),
    ),
    "take-away": _Step(
        "Take a part away",
        "Take the part away",
        "For words that ask nothing. A part with something recorded on it cannot be taken away.",
        TakeAwayForm,
        correcting.take_away_part,
        lambda form: (form.cleaned_data["part"], form.cleaned_data["reason"]),
    ),
}


@require_http_methods(["GET", "POST"])
def parts(http_request: OfficerRequest, reference: str) -> HttpResponse:
    """Show the request with its parts marked and a form for each step; by POST, take one."""
    case = case_and_parts_of(http_request, reference)
    name = http_request.POST.get("step", "")
    step = STEPS.get(name)
    if step is None:
        return _page(http_request, case)
    form = step.form(http_request.POST, parts=list(case.parts.all()), prefix=name)
    said: list[str] = []
    if form.is_valid() and attempt(
        form,
        lambda: said.append(
            step.work(
                case.pk,
                *step.answers(form),
                version=form.cleaned_data["version"],
                by=http_request.user,
                clock=http_request.ports.clock,
            )
        ),
        version=case.version,
    ):
        messages.success(
            http_request,
            f"{said[0]} Letters not approved yet are being composed again; what was typed in them "
            "stands.",
        )
        return redirect("web:parts", reference)
    return _page(http_request, case, {name: form})


def _page(
    http_request: OfficerRequest, case: Case, posted: Mapping[str, PartsStep] | None = None
) -> HttpResponse:
    """Show the page, with a form as it was posted where something in it has to be mended."""
    listed = list(case.parts.all())
    given: dict[str, PartsStep] = {
        name: step.form(parts=listed, prefix=name, initial={"version": case.version})
        for name, step in STEPS.items()
    }
    forms = given | dict(posted or {})
    texts = sources_of(case)
    context = frame(http_request, case, "request") | {
        "parts": listed,
        "texts": [(text, _html(case, text, listed)) for text in texts],
        "typed": [part for part in listed if source_of(part, texts) is None],
        "open": case.state == State.OPEN,
        "second": second_read(case),
        "steps": [(name, STEPS[name], forms[name]) for name in _offered(listed, texts)],
        "problems": [form for form in forms.values() if form.errors],
    }
    return render(http_request, "web/parts.html", context)


def _offered(listed: Sequence[RequestPart], texts: Sequence[Source]) -> list[str]:
    """Return the names of the steps that these parts and texts have room for."""
    room = {
        "split": any(places(part.text) for part in listed),
        "join": len(listed) > 1,
        "add": bool(texts),
        "take-away": len(listed) > 1,
    }
    return [name for name in STEPS if room.get(name, True)]


def _html(case: Case, text: Source, listed: Sequence[RequestPart]) -> SafeString:
    """Return a text of the request with those parts marked that stand in it."""
    found = [
        Mark(
            part.start,
            part.end,
            part_name(part),
            reverse("web:part", args=[case.reference, part.position]),
        )
        for part in listed
        if text.holds(part)
    ]
    return marked(text.text, found)
