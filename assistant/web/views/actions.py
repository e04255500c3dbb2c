"""The day-one actions on a case: each on a page of its own, each with a reason."""

from collections.abc import Mapping

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assistant.domain.letters.blocks import LetterKind
from assistant.domain.mail.followup_kinds import IntentKind
from assistant.services import (
    add_case as adding,
)
from assistant.services import (
    assign_case,
    change_regime,
    close_case,
    correct_address,
    correct_receipt,
    mark_not_a_request,
    open_review,
    record_sent_elsewhere,
    reopen_case,
)
from assistant.services import bring_in_cases as bringing
from assistant.services.letter_dates import dates_of
from assistant.services.own_review import took_part
from assistant.store.models import Case
from assistant.web.access import OfficerRequest, authority_of, case_of
from assistant.web.acting import attempt, posted
from assistant.web.days import today
from assistant.web.forms.base import PageForm, ReasonForm
from assistant.web.forms.cases import (
    AddressForm,
    AssignForm,
    ListForm,
    NewCaseForm,
    ReceiptForm,
    RegimeForm,
    ReviewForm,
)
from assistant.web.forms.closing import ElsewhereForm, TransferredForm, WithdrawnForm
from assistant.web.replies import replies_of, reply_words
from assistant.web.views.action import Action
from assistant.web.views.cases import frame
from assistant.web.views.clock import CLOCK_ACTIONS


def _receipt_form(http_request: OfficerRequest, case: Case) -> PageForm:
    return ReceiptForm(
        posted(http_request),
        today=today(http_request.ports.clock.now()),
        initial={"version": case.version, "received_on": case.received_on},
    )


def _address_form(http_request: OfficerRequest, case: Case) -> PageForm:
    initial = {"version": case.version, "address": case.requester.address}
    return AddressForm(posted(http_request), initial=initial)


def _regime_form(http_request: OfficerRequest, case: Case) -> PageForm:
    parts = list(case.parts.all())
    initial = {"version": case.version, "regime": case.regime}
    return RegimeForm(posted(http_request), parts=parts, initial=initial)


def _assign_form(http_request: OfficerRequest, case: Case) -> PageForm:
    return AssignForm(
        posted(http_request),
        authority=case.authority,
        initial={"version": case.version, "officer": case.officer_id or http_request.user.pk},
    )


def _review_form(http_request: OfficerRequest, case: Case) -> PageForm:
    replies = replies_of(case)
    asking = [each for each in replies if each.intent == IntentKind.INTERNAL_REVIEW_REQUEST]
    named = http_request.GET.get("message", "")
    chosen = next((each for each in replies if str(each.pk) == named), None)
    chosen = chosen or next(iter(asking), None)
    return ReviewForm(
        posted(http_request),
        messages=[(each.pk, reply_words(each)) for each in replies],
        people=took_part([case.pk])[case.pk],
        authority=case.authority,
        initial={"version": case.version, "message": chosen.pk if chosen else ""},
    )


def _reason_form(http_request: OfficerRequest, case: Case) -> PageForm:
    return ReasonForm(posted(http_request), initial={"version": case.version})


def _withdrawn_form(http_request: OfficerRequest, case: Case) -> PageForm:
    on = today(http_request.ports.clock.now())
    told = dates_of(case, LetterKind.WITHDRAWAL, on).message_on
    initial = {"version": case.version, "withdrawn_on": told}
    return WithdrawnForm(posted(http_request), today=on, initial=initial)


def _transferred_form(http_request: OfficerRequest, case: Case) -> PageForm:
    on = today(http_request.ports.clock.now())
    return TransferredForm(posted(http_request), today=on, initial={"version": case.version})


def _elsewhere_form(http_request: OfficerRequest, case: Case) -> PageForm:
    return ElsewhereForm(
        posted(http_request),
        http_request.FILES or None,
        today=today(http_request.ports.clock.now()),
        authority=case.authority,
        initial={"version": case.version, "answered_by": http_request.user.pk},
    )


ACTIONS: Mapping[str, Action] = {
    "correct-receipt": Action(
        heading="Correct the date of receipt",
        button="Correct the date",
        done="Date of receipt corrected. The due date was computed again.",
        explanation="A request is received on the day it reaches anybody in the authority, even "
        "a colleague on leave. The due date is computed again, and drafts not yet approved are "
        "composed again.",
        form=_receipt_form,
        work=correct_receipt.correct_receipt,
    ),
    "correct-address": Action(
        heading="Correct the requester’s address",
        button="Correct the address",
        done="Address corrected. Further letters go there.",
        explanation="Letters go to this address and to no other. One that was approved for the old "
        "address and has not left yet is stopped, and has to be approved again.",
        form=_address_form,
        work=correct_address.correct_address,
    ),
    "change-regime": Action(
        heading="Change the regime",
        button="Change the regime",
        done="Regime changed. The due date was computed again.",
        explanation="The due date and the sections to choose from follow the regime, part by part. "
        "Drafts not yet approved are composed again.",
        form=_regime_form,
        work=change_regime.change_regime,
    ),
    "assign": Action(
        heading="Assign to an officer",
        button="Assign",
        done="Officer assigned.",
        explanation="The case shows first on this officer’s page Today, and among theirs in "
        "the list of cases.",
        form=_assign_form,
        work=assign_case.assign_case,
    ),
    "not-a-request": Action(
        heading="Mark as not a request",
        button="Mark as not a request",
        done="Marked as not a request. The case can be reopened.",
        explanation="The clock stops and nothing is sent. Nothing is deleted, and the case can be "
        "reopened.",
        form=_reason_form,
        work=mark_not_a_request.mark_not_a_request,
        warns=True,
    ),
    "withdrawn": Action(
        heading="Close as withdrawn by the requester",
        button="Close the case",
        done="Closed as withdrawn. The letter that confirms it is being drafted.",
        explanation="For when the requester no longer wants the information. The clock stops, and "
        "a letter that confirms it is drafted. Nothing is deleted, and the case can be reopened on "
        "its old clock; asking again later is a new request.",
        form=_withdrawn_form,
        work=close_case.withdraw_request,
        warns=True,
    ),
    "transferred": Action(
        heading="Close as transferred to another authority",
        button="Close the case",
        done="Closed as transferred. The letter that says so is being drafted.",
        explanation="For when another authority holds the information and you have passed the "
        "request on (section 45 code, regulation 10 EIR). The clock stops here, and the other "
        "authority’s starts when the request reaches it. If you hold some of the information, "
        "answer that part instead. Nothing is passed on by this page, and the case can be "
        "reopened on its old clock.",
        form=_transferred_form,
        work=close_case.transfer_request,
        warns=True,
    ),
    "sent-elsewhere": Action(
        heading="Record a reply sent elsewhere",
        button="Record it and close the case",
        done="Recorded. The case is closed as answered elsewhere, and can be reopened.",
        explanation="For an answer that left by post, by phone or from a mailbox of your own. "
        "Nothing is sent from here; the clock stops and the case is closed. Under FOI whether "
        "information is held has to be said in writing (s.1(1)(a)), and so has a refusal (s.17, "
        "regulation 14 EIR): after a phone call alone, send a letter as well.",
        form=_elsewhere_form,
        work=record_sent_elsewhere.record_sent_elsewhere,
    ),
    "open-review": Action(
        heading="Open an internal review",
        button="Open the review",
        done="Internal review opened, with its own reference and clock. Its letters are being "
        "drafted.",
        explanation="The review is a case of its own, linked to this one. Its clock starts on the "
        "day it was asked for: 20 working days under the section 45 code, 40 under regulation 11 "
        "EIR. Nobody who handled or approved the response can carry it out.",
        form=_review_form,
        work=open_review.open_review,
    ),
    "reopen": Action(
        heading="Reopen the case",
        button="Reopen the case",
        done="Case reopened.",
        explanation="Letters already sent stay as they are. The due date stays what it was: the "
        "date of receipt has not changed.",
        form=_reason_form,
        work=reopen_case.reopen_case,
    ),
    **CLOCK_ACTIONS,
}


@require_http_methods(["GET", "POST"])
def act(http_request: OfficerRequest, reference: str, action: str) -> HttpResponse:
    """Ask what the action needs; by POST, do it."""
    chosen = ACTIONS[action]
    case = case_of(http_request, reference)
    form = chosen.form(http_request, case)
    changed: list[Case] = []
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: changed.append(
                chosen.work(
                    case.pk,
                    **form.cleaned_data,
                    by=http_request.user,
                    clock=http_request.ports.clock,
                )
            ),
            version=case.version,
        )
    ):
        messages.success(http_request, chosen.done)
        # The case itself, or the one that was opened from it.
        return redirect("web:case", changed[0].reference)
    context = frame(http_request, case, "request") | {"form": form, "action": chosen}
    return render(http_request, "web/act.html", context)


@require_http_methods(["GET", "POST"])
def add_case(http_request: OfficerRequest) -> HttpResponse:
    """Add a case by hand: a letter, or a spoken request for environmental information."""
    authority = authority_of(http_request)
    clock = http_request.ports.clock
    form = NewCaseForm(posted(http_request), today=today(clock.now()))
    opened: list[Case] = []
    if (
        http_request.method == "POST"
        and form.is_valid()
        and attempt(
            form,
            lambda: opened.append(
                adding.add_case(
                    authority=authority, **form.cleaned_data, by=http_request.user, clock=clock
                )
            ),
        )
    ):
        messages.success(http_request, f"{opened[0].reference} opened.")
        return redirect("web:case", opened[0].reference)
    return render(http_request, "web/add_case.html", {"form": form})


@require_http_methods(["GET", "POST"])
def bring_in(http_request: OfficerRequest) -> HttpResponse:
    """Check a list of cases that are open in another system, or bring them in."""
    authority = authority_of(http_request)
    if not http_request.user.supervises:
        raise PermissionDenied("Only supervisors bring in cases from another system.")
    form = ListForm(posted(http_request), http_request.FILES or None)
    only_check = http_request.POST.get("do") != "bring-in"
    found: list[bringing.BroughtIn] = []
    if http_request.method == "POST" and form.is_valid():
        attempt(
            form,
            lambda: found.append(
                bringing.bring_in_cases(
                    form.cleaned_data["file"].read(bringing.LARGEST + 1),
                    only_check=only_check,
                    authority=authority,
                    by=http_request.user,
                    clock=http_request.ports.clock,
                )
            ),
        )
    context = {"form": form, "found": found[0] if found else None, "only_check": only_check}
    return render(http_request, "web/bring_in.html", context)
