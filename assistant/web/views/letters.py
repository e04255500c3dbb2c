"""Approved letters: the list, one word for word, and settling one that a crash left in doubt."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from assistant.services import settle_sending
from assistant.store.models import Outbox
from assistant.web.access import OfficerRequest, letter_of, letters_of
from assistant.web.acting import attempt, posted
from assistant.web.forms.drafts import SettleForm
from assistant.web.letter_text import shown_letter

PAGE = 25
DOUBT = (Outbox.Stage.UNKNOWN, Outbox.Stage.STOPPED, Outbox.Stage.REFUSED)
SHOWS = {"sent": (Outbox.Stage.SENT,), "doubt": DOUBT, "all": tuple(Outbox.Stage)}
MAY_BE_VOIDED = (Outbox.Stage.READY, Outbox.Stage.STOPPED, Outbox.Stage.REFUSED)


@require_GET
def letters(http_request: OfficerRequest) -> HttpResponse:
    """List approved letters, the newest first: all, those that left, or those in doubt."""
    show = http_request.GET.get("show", "all")
    stages = SHOWS.get(show, SHOWS["all"])
    rows = letters_of(http_request).filter(outbox__stage__in=stages).order_by("-approved_at", "-pk")
    page = Paginator(rows, PAGE).get_page(http_request.GET.get("page"))
    return render(
        http_request,
        "web/letters.html",
        {"page": page, "show": show if show in SHOWS else "all"},
    )


@require_GET
def letter(http_request: OfficerRequest, letter_id: int) -> HttpResponse:
    """Show a letter word for word, and how far it has come."""
    found = letter_of(http_request, letter_id)
    context = {
        "letter": found,
        "shown": shown_letter(found),
        "may_void": found.outbox.stage in MAY_BE_VOIDED and found.voided_at is None,
        "in_doubt": found.outbox.stage == Outbox.Stage.UNKNOWN,
        "was_stopped": found.outbox.stage == Outbox.Stage.STOPPED,
    }
    return render(http_request, "web/letter.html", context)


@require_http_methods(["GET", "POST"])
def settle(http_request: OfficerRequest, letter_id: int) -> HttpResponse:
    """Say whether a letter left, where no machine can tell."""
    found = letter_of(http_request, letter_id)
    form = SettleForm(posted(http_request))
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: settle_sending.settle_sending(
                found.outbox.pk,
                left=form.cleaned_data["left"] == "yes",
                reason=form.cleaned_data["reason"],
                by=http_request.user,
                clock=http_request.ports.clock,
            ),
        )
    ):
        messages.success(http_request, "Settled.")
        return redirect("web:letter", letter_id)
    return render(http_request, "web/settle.html", {"letter": found, "form": form})
