"""A case split in two: some of its parts, or one of its messages, become a case of their own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assistant.services.split_case import split_message, split_parts
from assistant.store.models import Case, CaseMessage
from assistant.web.access import OfficerRequest, case_and_parts_of
from assistant.web.acting import attempt, posted
from assistant.web.forms.splitting import SplitForm
from assistant.web.views.cases import frame

_THEIRS = (CaseMessage.Part.REQUEST, CaseMessage.Part.REPLY)


@require_http_methods(["GET", "POST"])
def split(http_request: OfficerRequest, reference: str) -> HttpResponse:
    """Ask what becomes a case of its own, and why; by POST, split it off."""
    case = case_and_parts_of(http_request, reference)
    form = SplitForm(
        posted(http_request),
        parts=list(case.parts.all()),
        filed=_messages(case),
        initial={"version": case.version},
    )
    made: list[Case] = []
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form, lambda: made.append(_split(http_request, case, form)), version=case.version
        )
    ):
        messages.success(
            http_request,
            f"This is the new case, {made[0].reference}, split from {reference}. The two are "
            "linked.",
        )
        return redirect("web:case", made[0].reference)
    context = frame(http_request, case, "request") | {"form": form}
    return render(http_request, "web/split.html", context)


def _split(http_request: OfficerRequest, case: Case, form: SplitForm) -> Case:
    given = form.cleaned_data
    version, reason = given["version"], given["reason"]
    by, clock = http_request.user, http_request.ports.clock
    if given.get("message"):
        return split_message(
            case.pk, version=version, message_id=given["message"], reason=reason, by=by, clock=clock
        )
    return split_parts(
        case.pk, version=version, parts=given["parts"], reason=reason, by=by, clock=clock
    )


def _messages(case: Case) -> list[CaseMessage]:
    """Return the messages that could be a case of their own: not the one that all parts are of."""
    filed = CaseMessage.objects.filter(case=case, part__in=_THEIRS).select_related("message")
    sources = {part.message_id for part in case.parts.all()}
    only = sources.pop() if len(sources) == 1 else None
    return [row for row in filed.order_by("message__received_at", "pk") if row.message_id != only]
