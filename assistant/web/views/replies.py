"""Seeing to a reply on a case: its answer begun with one button, or none needed."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from assistant.domain.errors import NotAllowed
from assistant.services import answer_reply as answering
from assistant.store.models import CaseMessage
from assistant.web.access import OfficerRequest, case_of
from assistant.web.acting import attempt, posted
from assistant.web.forms.drafts import WhyForm
from assistant.web.replies import seems
from assistant.web.views.cases import frame
from assistant.web.words import LETTERS


@require_POST
def answer_reply(http_request: OfficerRequest, reference: str, message_id: int) -> HttpResponse:
    """Begin the letter that fits a reply, and go on to its draft."""
    case = case_of(http_request, reference)
    try:
        draft = answering.answer_reply(
            case.pk,
            message_id=message_id,
            by=http_request.user,
            clock=http_request.ports.clock,
        )
    except NotAllowed as refusal:
        messages.error(http_request, str(refusal))
        return redirect("web:case", reference)
    messages.success(http_request, f"{LETTERS[draft.kind]}: being written.")
    return redirect("web:draft", reference, draft.kind)


@require_http_methods(["GET", "POST"])
def no_reply(http_request: OfficerRequest, reference: str, message_id: int) -> HttpResponse:
    """Ask why a reply needs no answer; by POST, record it."""
    case = case_of(http_request, reference)
    filed = (
        CaseMessage.objects.filter(
            case=case, message=message_id, part=CaseMessage.Part.REPLY, settled_at=None
        )
        .select_related("message")
        .first()
    )
    if filed is None:
        raise Http404("No such reply waits on the case.")
    form = WhyForm(
        posted(http_request),
        question="Why does it need no reply?",
        missing="Enter why it needs no reply",
    )
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: answering.needs_no_reply(
                case.pk,
                message_id=message_id,
                **form.cleaned_data,
                by=http_request.user,
                clock=http_request.ports.clock,
            ),
        )
    ):
        messages.success(http_request, "Recorded that it needs no reply.")
        return redirect("web:case", reference)
    context = frame(http_request, case, "request") | {
        "form": form,
        "message": filed.message,
        "seems": seems(filed.message),
    }
    return render(http_request, "web/no_reply.html", context)
