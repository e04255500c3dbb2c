"""The pages on which an officer records what happened to a clock, and takes it back."""

from collections.abc import Mapping
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assistant.domain.law.deadline import EventKind
from assistant.services.record_clock_event import record_clock_event
from assistant.services.withdraw_clock_event import withdraw_clock_event
from assistant.store.models import Case
from assistant.web.access import OfficerRequest, case_of
from assistant.web.acting import attempt, posted
from assistant.web.clock_events import KINDS_OF_EVENT, fitting
from assistant.web.days import today
from assistant.web.forms.base import PageForm, ReasonForm
from assistant.web.forms.clock import ClockEventForm
from assistant.web.views.action import Action
from assistant.web.views.cases import frame


def _form(kind: EventKind, http_request: OfficerRequest, case: Case) -> PageForm:
    """Return the form of a kind of event, the parts it fits ticked."""
    on = today(http_request.ports.clock.now())
    return ClockEventForm(
        posted(http_request),
        today=on,
        parts=list(case.parts.all()),
        fitting=fitting(case, on)[kind],
        day_hint=KINDS_OF_EVENT[kind].day_hint,
        initial={"version": case.version},
    )


CLOCK_ACTIONS: Mapping[str, Action] = {
    each.address: Action(
        heading=each.heading,
        button="Record it",
        done=each.done,
        explanation=each.explanation,
        form=partial(_form, kind),
        work=partial(record_clock_event, kind=kind),
    )
    for kind, each in KINDS_OF_EVENT.items()
}


@require_http_methods(["GET", "POST"])
def withdraw(http_request: OfficerRequest, reference: str, event_id: int) -> HttpResponse:
    """Ask why an event of the clock is withdrawn; by POST, withdraw it."""
    case = case_of(http_request, reference)
    event = case.clock_events.filter(pk=event_id, withdrawn_at__isnull=True).first()
    if event is None:
        raise Http404
    form = ReasonForm(posted(http_request), initial={"version": case.version})
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: withdraw_clock_event(
                case.pk,
                **form.cleaned_data,
                event_id=event_id,
                by=http_request.user,
                clock=http_request.ports.clock,
            ),
            version=case.version,
        )
    ):
        messages.success(http_request, "Withdrawn. The dates were computed again without it.")
        return redirect("web:case", reference)
    context = frame(http_request, case, "request") | {"form": form, "event": event}
    return render(http_request, "web/withdraw_clock_event.html", context)
