"""A draft by its blocks: read with sources beside the text, edit, accept, compose again."""

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.kinds import KINDS
from assistant.services import clear_set_aside as clearing
from assistant.services import compose_again as composing
from assistant.services import edit_draft, read_draft
from assistant.services.accept_generated import accept_generated
from assistant.services.draft_evidence import conflicts_of
from assistant.services.inspect_files import inspected_files
from assistant.services.read_draft import open_sources, unread_by
from assistant.store.models import Case, Draft, Letter
from assistant.web.access import OfficerRequest, case_of, draft_of
from assistant.web.acting import attempt, attempt_and_tell, posted
from assistant.web.beside import beside, selected
from assistant.web.forms.drafts import BlockForm, FileForm, ReadForm, WholeForm
from assistant.web.provisions import provisions_of
from assistant.web.sections import shown_sections
from assistant.web.shown import (
    ShownDraft,
    keep_line_ends,
    passages_by_part,
    shown_draft,
    with_documents,
)
from assistant.web.views.cases import frame
from assistant.web.words import LETTERS, clock_reminder

RESPONSE = LetterKind.RESPONSE.value


def letter_context(
    http_request: OfficerRequest, reference: str, kind: str
) -> tuple[Draft, dict[str, object]]:
    """Return a draft, and what every page about it says: of which case and kind it is."""
    case = case_of(http_request, reference)
    found = draft_of(case, kind)
    row = KINDS[LetterKind(kind)]
    return found, {
        "case": case,
        "draft": found,
        "kind": kind,
        "kind_name": LETTERS[kind],
        "row": row,
        "reminder": clock_reminder(row),
    }


def draft_context(
    http_request: OfficerRequest, reference: str, kind: str
) -> tuple[Draft, dict[str, object]]:
    """Return a draft, and what its page shows."""
    found, about = letter_context(http_request, reference, kind)
    case = found.case
    prefetch_related_objects([case], "parts__searches")
    parts = {part.key: part for part in case.parts.all()}
    grouped = passages_by_part(with_documents(found.passages))
    letter = Letter.objects.filter(draft=found, voided_at__isnull=True).first()
    shown = shown_draft(found)
    return found, frame(http_request, case, kind) | about | {
        "shown": shown,
        **_reading(http_request, found, shown),
        "inspected": inspected_files(found),
        "file_form": FileForm(),
        "letter": letter,
        "passages": [(parts.get(key), rows) for key, rows in grouped.items()],
        "similar": found.similar,
        "conflicts": [(parts.get(key), each) for key, each in conflicts_of(case, found).items()],
        "undo_to": _undone(found),
        "edited": any(block["author"] and block["at"] for block in found.blocks),
        "has_model": http_request.ports.has_model,
        "unverified_here": _unverified_here(http_request, case) if kind == RESPONSE else [],
    }


def _reading(http_request: OfficerRequest, found: Draft, shown: ShownDraft) -> dict[str, object]:
    """Return what stands beside the draft, what this person has left of it, and its sections.

    Sources that the page shows are noted as opened.
    """
    left = unread_by(found, http_request.user)
    chosen = http_request.GET
    aside = beside(found, left, block=chosen.get("block", ""), source=chosen.get("source", ""))
    if aside.shown:
        used = selected(found, aside.shown)
        open_sources(found, used, by=http_request.user, clock=http_request.ports.clock)
    return {
        "beside": aside,
        "opened_count": sum(each.opened for each in aside.listed),
        "reading": left,
        "read_count": left.blocks - len(left.unread),
        "sections": shown_sections(found, shown, left),
        # Where the focus goes once the page, or a piece of it, is there.
        "just_read": chosen.get("read", ""),
        "closed": chosen.get("closed", ""),
    }


def _undone(found: Draft) -> int | None:
    """Return the number of the version before the last where a person made the last, else None."""
    last = [*found.versions.order_by("-number").values_list("number", "made_by")[:2]]
    return last[1][0] if len(last) > 1 and last[0][1] else None


def _unverified_here(http_request: OfficerRequest, case: Case) -> list[str]:
    """Return the provisions that the response relies on and nobody saw in the Act."""
    shown = provisions_of(case, http_request.ports.register)
    return [
        str(each.provision.citation) for each in shown if each.parts and not each.provision.verified
    ]


@require_GET
def draft(http_request: OfficerRequest, reference: str, kind: str) -> HttpResponse:
    """Show a draft; while it is being composed the page asks again by itself, where it can."""
    _, context = draft_context(http_request, reference, kind)
    return render(http_request, "web/draft.html", context)


@require_http_methods(["GET", "POST"])
def edit_block(
    http_request: OfficerRequest, reference: str, kind: str, number: int
) -> HttpResponse:
    """Change the words of one block; `number` counts from 1."""
    found, context = letter_context(http_request, reference, kind)
    if not 1 <= number <= len(found.blocks):
        raise Http404("The draft has no such block.")
    before = found.blocks[number - 1]["text"]
    initial = {"version": found.version, "text": before.strip("\n")}
    form = BlockForm(posted(http_request), initial=initial)
    if http_request.method == "POST" and form.is_valid():
        ports = http_request.ports
        if attempt(
            form,
            lambda: edit_draft.edit_block(
                found.pk,
                version=form.cleaned_data["version"],
                index=number - 1,
                text=keep_line_ends(before, form.cleaned_data["text"]),
                by=http_request.user,
                register=ports.register,
                clock=ports.clock,
            ),
            version=found.version,
        ):
            messages.success(http_request, f"Block {number} changed.")
            return redirect("web:draft", reference, kind)
    # Not by the name of “block”: within {% block %} that is the template’s own.
    shown = shown_draft(found).blocks[number - 1]
    return render(http_request, "web/edit_block.html", context | {"form": form, "piece": shown})


@require_http_methods(["GET", "POST"])
def edit_whole(http_request: OfficerRequest, reference: str, kind: str) -> HttpResponse:
    """Change the letter as one text; sentences left alone keep their sources."""
    found, context = letter_context(http_request, reference, kind)
    text = "".join(block["text"] for block in found.blocks)
    form = WholeForm(posted(http_request), initial={"version": found.version, "text": text})
    if http_request.method == "POST" and form.is_valid():
        ports = http_request.ports
        if attempt(
            form,
            lambda: edit_draft.edit_whole(
                found.pk,
                version=form.cleaned_data["version"],
                text=form.cleaned_data["text"],
                by=http_request.user,
                register=ports.register,
                clock=ports.clock,
            ),
            version=found.version,
        ):
            messages.success(http_request, "Letter changed.")
            return redirect("web:draft", reference, kind)
    return render(
        http_request, "web/edit_whole.html", context | {"form": form, "current_text": text}
    )


@require_POST
def accept_block(
    http_request: OfficerRequest, reference: str, kind: str, number: int
) -> HttpResponse:
    """Accept one sentence that a model wrote."""
    found = draft_of(case_of(http_request, reference), kind)
    version = http_request.POST.get("version", "")
    ports = http_request.ports
    attempt_and_tell(
        http_request,
        lambda: accept_generated(
            found.pk,
            version=int(version) if version.isdecimal() else -1,
            index=number - 1,
            checked=http_request.POST.get("checked") == "yes",
            by=http_request.user,
            register=ports.register,
            clock=ports.clock,
        ),
        done=f"Block {number} accepted.",
    )
    return redirect("web:draft", reference, kind)


@require_POST
def read_section(http_request: OfficerRequest, reference: str, kind: str) -> HttpResponse:
    """Take somebody's word that they have read some blocks; `first` and `last` count from 1."""
    found = draft_of(case_of(http_request, reference), kind)
    form = ReadForm(http_request.POST)
    if not form.is_valid():
        messages.error(http_request, "It was not said which blocks were read. Nothing was marked.")
        return redirect("web:draft", reference, kind)
    first, last = form.cleaned_data["first"], form.cleaned_data["last"]
    try:
        read_draft.confirm_read(
            found.pk,
            version=form.cleaned_data["version"],
            numbers=range(first, last + 1),
            by=http_request.user,
            clock=http_request.ports.clock,
        )
    except NotAllowed as refusal:
        messages.error(http_request, str(refusal))
        return redirect("web:draft", reference, kind)
    # The page says so at this place: a message at its top would be out of sight.
    there = reverse("web:draft", args=[reference, kind])
    return redirect(f"{there}?read={first}#read-{first}")


@require_POST
def compose_again(http_request: OfficerRequest, reference: str, kind: str) -> HttpResponse:
    """Queue a draft to be composed afresh from what has been recorded since."""
    case = case_of(http_request, reference)
    keep = http_request.POST.get("edits") != "drop"
    attempt_and_tell(
        http_request,
        lambda: composing.compose_again(
            case.pk,
            kind=kind,
            by=http_request.user,
            clock=http_request.ports.clock,
            keep_edits=keep,
        ),
        done="The draft is being composed again. What stood before is kept as an earlier version"
        + (", and what was typed stands." if keep else "."),
    )
    return redirect("web:draft", reference, kind)


@require_POST
def clear_set_aside(http_request: OfficerRequest, reference: str, kind: str) -> HttpResponse:
    """Take away the words that gave way, once somebody has seen to them."""
    found = draft_of(case_of(http_request, reference), kind)
    version = http_request.POST.get("version", "")
    attempt_and_tell(
        http_request,
        lambda: clearing.clear_set_aside(
            found.pk, version=int(version) if version.isdecimal() else -1, by=http_request.user
        ),
        done="The words that gave way are shown no more. They stay in the earlier versions.",
    )
    return redirect("web:draft", reference, kind)
