"""Proposing wording from a draft or from the wording's page, and deciding on what is proposed."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from assistant.domain.law.clock import received_on as london_date
from assistant.domain.letters.wording_proposals import origin_of, slots_changed, with_words
from assistant.services import decide_wording as deciding
from assistant.services import propose_wording as proposing
from assistant.store.blocks import from_json
from assistant.store.models import Draft, Wording, WordingProposal
from assistant.store.wording import rows_for, used
from assistant.web.access import (
    OfficerRequest,
    authority_of,
    case_of,
    draft_of,
    proposals_of,
)
from assistant.web.acting import attempt, posted
from assistant.web.forms.wording import (
    ApproveWordingForm,
    NewWordingForm,
    ProposalForm,
    ReturnWordingForm,
)
from assistant.web.versions import compared_texts
from assistant.web.words import WORDING_KINDS

SENT_ON = "Proposed. A supervisor reads it, and it is used once they approve it."
_YEAR = timedelta(days=365)


@require_http_methods(["GET", "POST"])
def propose_version(http_request: OfficerRequest, wording_id: str) -> HttpResponse:
    """Propose other words for a wording, from its own page."""
    present = _present(http_request, wording_id)
    if present is None:
        raise Http404("There is no such wording in use.")
    return _version(http_request, present, present.text)


@require_http_methods(["GET", "POST"])
def propose_new(http_request: OfficerRequest) -> HttpResponse:
    """Propose a wording that is not there yet."""
    return _new(http_request, "")


@require_http_methods(["GET", "POST"])
def propose_block(
    http_request: OfficerRequest, reference: str, kind: str, number: int
) -> HttpResponse:
    """Propose the words of a draft's block: for the wording it came from, or as a new one."""
    draft = draft_of(case_of(http_request, reference), kind)
    if not 1 <= number <= len(draft.blocks):
        raise Http404("The draft has no such block.")
    present, text = _from_block(http_request, draft, number - 1)
    words = str(draft.blocks[number - 1]["text"]).strip()
    if present is None:
        return _new(http_request, words)
    return _version(http_request, present, text or present.text, "" if text else words)


@require_GET
def proposals(http_request: OfficerRequest) -> HttpResponse:
    """List what waits for a supervisor, and what was decided last."""
    found = proposals_of(http_request)
    waiting = WordingProposal.State.PROPOSED
    context = {
        "waiting": found.filter(state=waiting),
        "decided": found.exclude(state=waiting).order_by("-decided_at")[:50],
    }
    return render(http_request, "web/wording_proposals.html", context)


@require_http_methods(["GET", "POST"])
def proposal(http_request: OfficerRequest, proposal_id: int) -> HttpResponse:
    """Show a proposal beside the words in use; by POST, approve it or return it."""
    found = get_object_or_404(proposals_of(http_request), pk=proposal_id)
    today = london_date(http_request.ports.clock.now())
    approving = ApproveWordingForm(
        posted(http_request) if "approve" in http_request.POST else None,
        initial={"review_by": today + _YEAR},
        prefix="approve",
    )
    returning = ReturnWordingForm(
        posted(http_request) if "return" in http_request.POST else None, prefix="return"
    )
    if _decided(http_request, found, approving, returning):
        return redirect("web:wording-proposal", proposal_id)
    before = _words_before(found)
    context = {
        "proposal": found,
        "kind": WORDING_KINDS.get(found.kind, found.kind),
        "before": before,
        "comparison": compared_texts(before, found.text),
        "slots": slots_changed(before, found.text),
        "approving": approving,
        "returning": returning,
        "form": approving if approving.is_bound else returning,
        "open": found.state == WordingProposal.State.PROPOSED and http_request.user.supervises,
        "own": found.by_id == http_request.user.pk,
    }
    return render(http_request, "web/wording_proposal.html", context)


def _decided(
    http_request: OfficerRequest,
    found: WordingProposal,
    approving: ApproveWordingForm,
    returning: ReturnWordingForm,
) -> bool:
    """Approve or return a proposal, as posted; whether it was done, which the next page says."""
    by, clock = http_request.user, http_request.ports.clock
    if approving.is_bound and approving.is_valid():
        given = approving.cleaned_data
        done = attempt(
            approving, lambda: deciding.approve_wording(found.pk, **given, by=by, clock=clock)
        )
        said = "Approved. Drafts composed from now on use it."
    elif returning.is_bound and returning.is_valid():
        comment = returning.cleaned_data["comment"]
        done = attempt(
            returning,
            lambda: deciding.return_wording(found.pk, comment=comment, by=by, clock=clock),
        )
        said = "Returned with your comment."
    else:
        return False
    if done:
        messages.success(http_request, said)
    return done


def _words_before(found: WordingProposal) -> str:
    """Return the words that a proposal started from; none for a new wording."""
    rows = rows_for(found.authority).filter(ident=found.ident, version=found.base)
    return rows.values_list("text", flat=True).first() or ""


def _present(http_request: OfficerRequest, ident: str) -> Wording | None:
    """Return the version of a wording that drafts use, or None."""
    rows = rows_for(authority_of(http_request)).filter(ident=ident)
    return used(rows).get(ident)


def _from_block(
    http_request: OfficerRequest, draft: Draft, index: int
) -> tuple[Wording | None, str | None]:
    """Return the wording in use that a block came from, and its text with the block's new words.

    The text is None where the words cannot be put into it exactly.
    """
    composed = draft.versions.filter(made_by__isnull=True).order_by("number").last()
    blocks = from_json(draft.blocks)
    found = origin_of(from_json(composed.blocks) if composed else (), blocks, index)
    present = _present(http_request, found[1].id) if found else None
    if found is None or present is None:
        return None, None
    if present.version != found[1].version:
        return present, None
    return present, with_words(present.text, found[0].text, blocks[index].text)


def _version(
    http_request: OfficerRequest, present: Wording, text: str, words: str = ""
) -> HttpResponse:
    """Show the form for other words of a wording; by POST, propose them.

    `words` are those of a block that could not be put into the text exactly.
    """
    initial = {"base": present.version, "text": text}
    form = ProposalForm(posted(http_request), initial=initial)
    if form.is_valid() and attempt(
        form,
        lambda: proposing.propose_version(
            present.ident,
            **form.cleaned_data,
            by=http_request.user,
            clock=http_request.ports.clock,
        ),
    ):
        messages.success(http_request, SENT_ON)
        return redirect("web:wording", present.ident)
    context = {"form": form, "wording": present, "words": words}
    return render(http_request, "web/propose_wording.html", context)


def _new(http_request: OfficerRequest, words: str) -> HttpResponse:
    """Show the form for a new wording; by POST, propose it."""
    form = NewWordingForm(posted(http_request), initial={"text": words})
    if form.is_valid() and attempt(
        form,
        lambda: proposing.propose_new(
            **form.cleaned_data,
            by=http_request.user,
            register=http_request.ports.register,
            clock=http_request.ports.clock,
        ),
    ):
        messages.success(http_request, SENT_ON)
        return redirect("web:wording-proposals")
    context = {"form": form, "from_block": bool(words)}
    return render(http_request, "web/propose_wording.html", context)
