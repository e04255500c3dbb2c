"""Pieces of a letter put otherwise: asked for, looked at as a difference, taken or left."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.refining import Put, Weighed
from assistant.domain.letters.verifying import Standing
from assistant.services import refine_block
from assistant.services.refine_choices import choices_for
from assistant.store.models import Draft, Refinement
from assistant.web.access import OfficerRequest
from assistant.web.acting import attempt, posted
from assistant.web.forms.refining import RefineForm
from assistant.web.shown import shown_draft
from assistant.web.versions import compared_texts
from assistant.web.views.drafts import letter_context

ACTIONS = {
    "shorter": "Make it shorter",
    "plainer": "Say it in plainer English",
    "answer": "Answer the question from a passage",
    "explain": "Explain the exemption for the harm on record",
    "welsh": "Put it in Welsh",
}


@require_http_methods(["GET", "POST"])
def refine(http_request: OfficerRequest, reference: str, kind: str, number: int) -> HttpResponse:
    """Offer what can be done with a block (`number` from 1); by POST, have it done."""
    found, context = letter_context(http_request, reference, kind)
    if not 1 <= number <= len(found.blocks):
        raise Http404("The draft has no such block.")
    ports = http_request.ports
    offered = choices_for(found, number - 1, connected=ports.has_model)
    form = RefineForm(posted(http_request), offered=offered, initial={"version": found.version})
    asked: list[Refinement] = []
    if form.is_valid():
        action, source = form.chosen
        if attempt(
            form,
            lambda: asked.append(
                refine_block.ask_refinement(
                    found.pk,
                    version=form.cleaned_data["version"],
                    index=number - 1,
                    action=action,
                    source=source,
                    by=http_request.user,
                    clock=ports.clock,
                    connected=ports.has_model,
                )
            ),
            version=found.version,
        ):
            return redirect("web:settle-refinement", reference, kind, asked[0].pk)
    shown = shown_draft(found).blocks[number - 1]
    page = context | {
        "form": form,
        "piece": shown,
        "offered": offered,
        "has_model": ports.has_model,
    }
    return render(http_request, "web/refine.html", page)


@require_http_methods(["GET", "POST"])
def settle_refinement(
    http_request: OfficerRequest, reference: str, kind: str, refinement_id: int
) -> HttpResponse:
    """Show what was proposed as a difference; by POST, take it or leave it."""
    found, context = letter_context(http_request, reference, kind)
    rows = Refinement.objects.filter(draft=found).select_related("by")
    row = get_object_or_404(rows, pk=refinement_id)
    if http_request.method == "POST" and _settled(http_request, row):
        return redirect("web:draft", reference, kind)
    weighed = Weighed(
        Standing(row.standing or Standing.DROPPED),
        tuple(Put(**{**each, "doubts": tuple(each["doubts"])}) for each in row.sentences),
    )
    page = context | {
        "row": row,
        "action": ACTIONS[row.action],
        "comparison": compared_texts(row.before.strip(), weighed.text) if row.sentences else None,
        "sentences": row.sentences,
        "stale": found.version != row.version or found.state != Draft.State.READY,
        "block_number": row.first + 1,
    }
    return render(http_request, "web/refinement.html", page)


def _settled(http_request: OfficerRequest, row: Refinement) -> bool:
    """Take or leave a proposal; say so, or why not."""
    ports = http_request.ports
    try:
        if http_request.POST.get("what") == "take":
            refine_block.take_refinement(
                row.pk,
                by=http_request.user,
                register=ports.register,
                clock=ports.clock,
                checked=http_request.POST.get("checked") == "yes",
            )
            said = "The words were put into the letter, as a version of its own."
        else:
            refine_block.leave_refinement(row.pk, by=http_request.user, clock=ports.clock)
            said = "Left. The letter is as it was."
    except NotAllowed as refusal:
        messages.error(http_request, str(refusal))
        return False
    messages.success(http_request, said)
    return True
