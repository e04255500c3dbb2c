"""Messages: the ones held for a person, any one read in full, and what to do with a held one."""

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from assistant.domain.errors import NotAllowed
from assistant.services import read_raw, settle_held
from assistant.store.models import AttachmentText, Case, Message, Reading
from assistant.web.access import OfficerRequest, authority_of, message_of, messages_of
from assistant.web.acting import attempt
from assistant.web.context import held_messages
from assistant.web.downloads import download
from assistant.web.forms.base import PageForm
from assistant.web.forms.mail import FileOnCaseForm, OpenCaseForm, SetAsideForm
from assistant.web.replies import opinion_of

PAGE = 25
BY_MACHINE = (Message.Disposition.AUTOMATIC, Message.Disposition.BOUNCE)


@require_GET
def held(http_request: OfficerRequest) -> HttpResponse:
    """List the messages that wait for a person.

    With `show=settled` those that were decided, with `show=automatic` the automatic messages and
    delivery failures: no message is on no page.
    """
    show = http_request.GET.get("show", "")
    if show == "settled":
        decided = messages_of(http_request).exclude(resolution=Message.Resolution.NONE)
        rows = decided.select_related("resolved_by").order_by("-resolved_at")
    elif show == "automatic":
        rows = messages_of(http_request).filter(disposition__in=BY_MACHINE).order_by("-received_at")
    else:
        show, rows = "", held_messages(authority_of(http_request)).order_by("received_at")
    page = Paginator(rows, PAGE).get_page(http_request.GET.get("page"))
    return render(http_request, "web/held.html", {"page": page, "show": show})


@require_GET
def message(http_request: OfficerRequest, message_id: int) -> HttpResponse:
    """Show a message: its text, every reason, what was hidden in it, what could not be read."""
    return _page(http_request, message_of(http_request, message_id))


@require_POST
def open_case(http_request: OfficerRequest, message_id: int) -> HttpResponse:
    """Make a case of a held message."""
    form = OpenCaseForm(http_request.POST, prefix="open")

    def work(row: Message) -> Case:
        return settle_held.open_case(
            row.pk, **form.cleaned_data, by=http_request.user, clock=http_request.ports.clock
        )

    return _settle(http_request, message_id, form, work, "Case {} opened.")


@require_POST
def file_on_case(http_request: OfficerRequest, message_id: int) -> HttpResponse:
    """File a held message on a case."""
    form = FileOnCaseForm(http_request.POST, prefix="file")

    def work(row: Message) -> Case:
        return settle_held.file_on_case(
            row.pk, **form.cleaned_data, by=http_request.user, clock=http_request.ports.clock
        )

    return _settle(http_request, message_id, form, work, "Message filed on {}.")


@require_POST
def set_aside(http_request: OfficerRequest, message_id: int) -> HttpResponse:
    """Keep a held message and do nothing with it."""
    form = SetAsideForm(http_request.POST, prefix="aside")

    def work(row: Message) -> None:
        settle_held.set_aside(
            row.pk, **form.cleaned_data, by=http_request.user, clock=http_request.ports.clock
        )

    return _settle(http_request, message_id, form, work, "Message set aside.")


@require_GET
def raw(http_request: OfficerRequest, message_id: int) -> HttpResponse:
    """Hand out a message as it came, byte for byte."""
    row = message_of(http_request, message_id, Reading.What.RAW_MESSAGE)
    try:
        content = read_raw.raw_message(row.pk, by=http_request.user)
    except NotAllowed as refusal:
        raise Http404(str(refusal)) from None
    return download(content, f"message-{row.pk}.eml")


@require_GET
def attachment(http_request: OfficerRequest, message_id: int, position: int) -> HttpResponse:
    """Hand out a file that came with a message."""
    row = message_of(http_request, message_id, Reading.What.ATTACHMENT)
    try:
        file = read_raw.attachment(row.pk, position, by=http_request.user)
    except NotAllowed as refusal:
        raise Http404(str(refusal)) from None
    return download(file.content, file.name or f"attachment-{position + 1}")


def _settle(
    http_request: OfficerRequest,
    message_id: int,
    form: PageForm,
    work: Callable[[Message], Case | None],
    done: str,
) -> HttpResponse:
    """Do one of the three things, and go where the message has gone."""
    row = message_of(http_request, message_id)
    results: list[Case | None] = []
    if form.is_valid() and attempt(form, lambda: results.append(work(row))):
        case = results[0]
        if case is None:
            messages.success(http_request, done)
            return redirect("web:held")
        messages.success(http_request, done.format(case.reference))
        return redirect("web:case", case.reference)
    return _page(http_request, row, form)


def _page(
    http_request: OfficerRequest, row: Message, posted: PageForm | None = None
) -> HttpResponse:
    """Show a message, with a form as it was posted where something in it has to be mended."""
    proposed = settle_held.proposal(row)
    asked = {
        "requester_name": proposed.name,
        "requester_address": proposed.address,
        "received_on": proposed.received_on,
    }
    forms = (
        OpenCaseForm(prefix="open", initial=asked),
        FileOnCaseForm(prefix="file"),
        SetAsideForm(prefix="aside"),
    )
    open_form, file_form, aside_form = (
        posted if posted is not None and type(posted) is type(form) else form for form in forms
    )
    context = {
        "message": row,
        "has_raw": hasattr(row, "raw"),
        "files": _files(row),
        "deliveries": row.deliveries.select_related("mailbox").order_by("received_at", "pk"),
        "cases": row.cases.filter(authority=row.authority),
        "proposed": proposed,
        "opinion": opinion_of(row),
        "unread_files": row.attachment_texts.exclude(problem=""),
        "waits": settle_held.may_be_settled(row),
        "open_form": open_form,
        "file_form": file_form,
        "aside_form": aside_form,
    }
    return render(http_request, "web/message.html", context)


def _files(row: Message) -> list[tuple[dict[str, object], AttachmentText | None]]:
    """Return each attachment with what was read in it, or why that could not be read."""
    read = {each.position: each for each in row.attachment_texts.all()}
    return [(file, read.get(position)) for position, file in enumerate(row.attachments)]
