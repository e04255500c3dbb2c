"""Approved letters: the list, one word for word, and what to do where one did not arrive."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from assistant.services import settle_sending, settle_undelivered
from assistant.services.promote_letter import may_be_promoted
from assistant.store.models import Addressee, Case, Letter, Outbox
from assistant.web.access import OfficerRequest, authority_of, letter_of, letters_of
from assistant.web.acting import attempt, posted
from assistant.web.forms.base import PageForm
from assistant.web.forms.drafts import SettleForm, WhyForm
from assistant.web.letter_text import shown_letter
from assistant.web.paging import page_of
from assistant.web.sending import is_searched, needing_a_person, reports_of, those_come_back

SHOWS = ("all", "sent", "doubt")
MAY_BE_VOIDED = (Outbox.Stage.READY, Outbox.Stage.STOPPED, Outbox.Stage.REFUSED)


@require_GET
def letters(http_request: OfficerRequest) -> HttpResponse:
    """List approved letters, the newest first: all, those that left, or those in doubt."""
    show = http_request.GET.get("show", "all")
    every = letters_of(http_request)
    # Asked letter by letter, the database goes along the days of approval.
    own = Case.objects.filter(pk=OuterRef("case"), authority=authority_of(http_request))
    rows = Letter.objects.filter(Exists(own))
    if show == "sent":
        rows = rows.filter(outbox__stage=Outbox.Stage.SENT)
    elif show == "doubt":
        rows = needing_a_person(rows)
    asked = http_request.GET.get("page", "")
    page = page_of(rows, ("-approved_at", "-pk"), asked, shown=every)
    return render(
        http_request,
        "web/letters.html",
        {
            "page": page,
            "show": show if show in SHOWS else "all",
            "came_back": set(those_come_back(page.rows)),
        },
    )


# What the page of a letter offers to do, to whoever may do anything.
_STEPS = ("may_void", "may_try_again", "may_be_enough", "may_be_promoted")


@require_GET
def letter(http_request: OfficerRequest, letter_id: int) -> HttpResponse:
    """Show a letter word for word, and how far it has come."""
    found = letter_of(http_request, letter_id)
    stage, reports = found.outbox.stage, reports_of(found)
    seats = list(found.addressees.all())
    refused = any(each.state == Addressee.State.REFUSED for each in seats)
    missed = any(
        each.place == Addressee.Place.REQUESTER and each.state != Addressee.State.TAKEN
        for each in seats
    )
    partial = stage == Outbox.Stage.PARTIAL
    context = {
        "letter": found,
        "shown": shown_letter(found),
        "may_void": (stage in MAY_BE_VOIDED or (partial and missed)) and found.voided_at is None,
        "in_doubt": stage == Outbox.Stage.UNKNOWN,
        "is_searched": is_searched(found),
        "was_stopped": stage == Outbox.Stage.STOPPED,
        "may_try_again": stage == Outbox.Stage.REFUSED or (partial and refused),
        "may_be_enough": partial and not missed,
        "addressees": seats,
        "reports": reports,
        "came_back": any(each.waits for each in reports) and found.voided_at is None,
        "may_be_promoted": may_be_promoted(found),
    }
    if not http_request.user.may_change:
        context |= dict.fromkeys(_STEPS, False)
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
    context = {"letter": found, "form": form, "is_searched": is_searched(found)}
    return render(http_request, "web/settle.html", context)


@dataclass(frozen=True, slots=True)
class Step:
    """What a person may do about a letter: what its page says, and the service that does it.

    `work` is called with the row's id and `reason`, `by` and `clock`; `of_outbox` says whose id.
    """

    heading: str
    explanation: str
    question: str
    missing: str
    button: str
    done: str
    work: Callable[..., object]
    of_outbox: bool = True


STEPS = {
    "try-again": Step(
        heading="Have the letter tried again",
        explanation="The mail server refused it, so nobody gets it twice. The letter that is sent "
        "is the very one that was approved, to the same address.",
        question="What has changed since it was refused?",
        missing="Enter what has changed",
        button="Try it again",
        done="The letter is tried again now.",
        work=settle_sending.send_again,
    ),
    "enough": Step(
        heading="Leave it at that",
        explanation="The requester has the letter. Somebody who was to get a copy has not.",
        question="Why is that enough?",
        missing="Enter why that is enough",
        button="Leave it at that",
        done="Settled.",
        work=settle_sending.leave_it_at_that,
    ),
    "came-back": Step(
        heading="Say how the requester got the letter",
        explanation="The letter came back. Where it has reached the requester another way, by post "
        "for instance, or need not reach them, say so here; a response counts as given from then. "
        "To write to another address, reopen the case instead.",
        question="How did the requester get it?",
        missing="Enter how the requester got it",
        button="Settle it",
        done="Settled.",
        work=settle_undelivered.settle_undelivered,
        of_outbox=False,
    ),
}


@require_http_methods(["GET", "POST"])
def step(http_request: OfficerRequest, letter_id: int, name: str) -> HttpResponse:
    """Do one thing about a letter that did not simply arrive, with a reason."""
    found, chosen = letter_of(http_request, letter_id), STEPS[name]
    form: PageForm = WhyForm(posted(http_request), question=chosen.question, missing=chosen.missing)
    row = found.outbox.pk if chosen.of_outbox else found.pk
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: chosen.work(
                row,
                reason=form.cleaned_data["reason"],
                by=http_request.user,
                clock=http_request.ports.clock,
            ),
        )
    ):
        messages.success(http_request, chosen.done)
        return redirect("web:letter", letter_id)
    context = {"letter": found, "form": form, "step": chosen}
    return render(http_request, "web/letter_step.html", context)
