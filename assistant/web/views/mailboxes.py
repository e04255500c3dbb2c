"""Mailboxes: how each is read, what to do with mail of before, and standing approval."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from assistant.domain.errors import NotAllowed
from assistant.services import choose_start as choosing
from assistant.services import standing_approval
from assistant.services.try_mailbox import GIVEN_UP, ask_trial
from assistant.store.models import Mailbox, MailboxFolder, StandingApproval, StandingDecision
from assistant.web.access import OfficerRequest, authority_of, folder_of, mailbox_of
from assistant.web.acting import attempt, attempt_and_tell, posted
from assistant.web.forms.mailboxes import EndStandingForm, StandingForm, StartForm
from assistant.web.mailboxes import shown_mailboxes, standing_tag

# How many of the latest decisions under standing approvals a page shows.
LATEST = 25


@require_GET
def mailboxes(http_request: OfficerRequest) -> HttpResponse:
    """Show how each folder is read, where every message is, and what somebody has to do."""
    return _mailboxes(http_request)


@require_POST
def choose_start(http_request: OfficerRequest, folder_id: int) -> HttpResponse:
    """Say what happens to the mail that a folder held before it was first read."""
    folder = folder_of(http_request, folder_id)
    form = StartForm(http_request.POST, folder_id=folder.pk)
    if form.is_valid() and attempt(
        form,
        lambda: choosing.choose_start(
            folder.pk,
            choice=form.cleaned_data["choice"],
            by=http_request.user,
            clock=http_request.ports.clock,
        ),
    ):
        messages.success(http_request, _chosen(folder, form.cleaned_data["choice"]))
        return redirect("web:mailboxes")
    return _mailboxes(http_request, form)


@require_http_methods(["GET", "POST"])
def trial(http_request: OfficerRequest, mailbox_id: int) -> HttpResponse:
    """Show what the latest trial of a mailbox found; by POST, ask for one."""
    mailbox = mailbox_of(http_request, mailbox_id)
    clock = http_request.ports.clock
    if http_request.method == "POST":
        attempt_and_tell(
            http_request,
            lambda: ask_trial(mailbox.pk, by=http_request.user, clock=clock),
            done="The mailbox is being tried. What is found is shown here.",
        )
        return redirect("web:mailbox-trial", mailbox.pk)
    latest = mailbox.trials.select_related("asked_by").last()
    waits = latest is not None and latest.finished_at is None
    given_up = waits and latest is not None and clock.now() - latest.asked_at >= GIVEN_UP
    context = {
        "mailbox": mailbox,
        "trial": latest,
        "waits": waits and not given_up,
        "given_up": given_up,
    }
    return render(http_request, "web/mailbox_trial.html", context)


@require_http_methods(["GET", "POST"])
def standing(http_request: OfficerRequest, mailbox_id: int) -> HttpResponse:
    """Show a mailbox's standing approval; by POST, approve exactly what was on the screen."""
    mailbox = mailbox_of(http_request, mailbox_id)
    form = _grant_form(http_request)
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: standing_approval.grant(
                mailbox.pk,
                **form.cleaned_data,
                by=http_request.user,
                clock=http_request.ports.clock,
            ),
        )
    ):
        messages.success(
            http_request,
            f"Approved. Acknowledgements from {mailbox.address} leave by machine until "
            f"{form.cleaned_data['expires_on']:%d/%m/%Y}, where every condition holds.",
        )
        return redirect("web:standing-approval", mailbox.pk)
    return _standing(http_request, mailbox, form, EndStandingForm(prefix="end"))


@require_POST
def end_standing(http_request: OfficerRequest, mailbox_id: int) -> HttpResponse:
    """End a standing approval; from then on each acknowledgement waits for a person."""
    mailbox = mailbox_of(http_request, mailbox_id)
    form = EndStandingForm(http_request.POST, prefix="end")
    if form.is_valid() and attempt(
        form,
        lambda: standing_approval.revoke(
            mailbox.pk,
            reason=form.cleaned_data["reason"],
            by=http_request.user,
            clock=http_request.ports.clock,
        ),
    ):
        messages.success(
            http_request,
            "Ended. From now on each acknowledgement waits for a person to approve it.",
        )
        return redirect("web:standing-approval", mailbox.pk)
    return _standing(http_request, mailbox, _grant_form(http_request, bound=False), form)


def _mailboxes(http_request: OfficerRequest, form: StartForm | None = None) -> HttpResponse:
    """Show the page, with a form as it was posted where something in it has to be mended."""
    shown = shown_mailboxes(authority_of(http_request), clock=http_request.ports.clock, posted=form)
    context = {"shown": shown, "form": form, "may_choose": http_request.user.supervises}
    return render(http_request, "web/mailboxes.html", context)


def _chosen(folder: MailboxFolder, choice: str) -> str:
    """Say what was chosen, and what happens now."""
    if choice == "import":
        return (
            f"The mail in {folder.name} is taken in at the next look and made into cases. None of "
            "it is acknowledged."
        )
    return f"The mail in {folder.name} stays where it is. What comes from now on is taken in."


def _grant_form(http_request: OfficerRequest, *, bound: bool = True) -> StandingForm:
    """Return the form for a new approval, filled where it was posted."""
    latest = standing_approval.latest_day(http_request.ports.clock)
    data = posted(http_request) if bound else None
    return StandingForm(data, latest=f"{latest.day} {latest.month} {latest.year}")


def _standing(
    http_request: OfficerRequest, mailbox: Mailbox, form: StandingForm, end_form: EndStandingForm
) -> HttpResponse:
    """Show a mailbox's standing approval as it stands now."""
    now = standing_approval.standing_of(mailbox, clock=http_request.ports.clock)
    preview, missing = None, ""
    try:
        preview = standing_approval.preview(mailbox)
    except NotAllowed as refusal:
        missing = str(refusal)
    history = StandingApproval.objects.filter(mailbox=mailbox)
    context = {
        "mailbox": mailbox,
        "standing": now,
        "standing_tag": standing_tag(now),
        "preview": preview,
        "missing": missing,
        "history": history.select_related("approved_by", "revoked_by").order_by("-pk"),
        "decisions": _decisions(mailbox),
        "may_approve": http_request.user.supervises,
        "form": form,
        "end_form": end_form,
    }
    return render(http_request, "web/standing_approval.html", context)


def _decisions(mailbox: Mailbox) -> QuerySet[StandingDecision]:
    """Return the latest acknowledgements under any approval of a mailbox, the newest first."""
    found = StandingDecision.objects.filter(standing__mailbox=mailbox)
    return found.select_related("draft__case", "letter").order_by("-pk")[:LATEST]
