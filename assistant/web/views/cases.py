"""A case: the request with its parts, its deadline with the working, its letters, its history."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from assistant.domain.case import TRANSITIONS, EventKind, Purpose, State
from assistant.domain.letters.blocks import LetterKind
from assistant.services.related_requests import related_requests
from assistant.store.clocks import rules_of
from assistant.store.models import Case, CaseMessage, ClockEvent, Draft, Event, Message, RequestPart
from assistant.web.access import (
    OfficerRequest,
    case_and_parts_of,
    case_of,
    drafts_of,
    letters_of,
    notes_of,
)
from assistant.web.clock_events import possible
from assistant.web.clocks import shown_clocks
from assistant.web.days import time_left, today
from assistant.web.linked import shown_links
from assistant.web.provisions import provisions_of
from assistant.web.readings import readings_of
from assistant.web.replies import follow_ups, open_rows
from assistant.web.request_text import Mark, marked, part_name
from assistant.web.reviews import answers_elsewhere, reviewed, reviews_in
from assistant.web.sending import troubles
from assistant.web.shown import shown_draft
from assistant.web.words import REGIMES

# What a person may do to a case: the event that it records, the page that asks for it, its name.
ACTIONS = (
    (EventKind.ASSIGNED, "web:assign", "Assign to an officer"),
    (EventKind.RECEIPT_CORRECTED, "web:correct-receipt", "Correct the date of receipt"),
    (EventKind.ADDRESS_CORRECTED, "web:correct-address", "Correct the requester’s address"),
    (EventKind.REGIME_CHANGED, "web:change-regime", "Change the regime"),
    (EventKind.WITHDRAWN, "web:withdrawn", "Close as withdrawn by the requester"),
    (EventKind.TRANSFERRED, "web:transferred", "Close as transferred to another authority"),
    (EventKind.MARKED_NOT_A_REQUEST, "web:not-a-request", "Mark as not a request"),
    (EventKind.ANSWERED_ELSEWHERE, "web:sent-elsewhere", "Record a reply sent elsewhere"),
    (EventKind.REVIEW_OPENED, "web:open-review", "Open an internal review"),
    (EventKind.REOPENED, "web:reopen", "Reopen the case"),
    (EventKind.CASE_SPLIT, "web:split", "Split the case"),
    (EventKind.OTHER_MERGED_IN, "web:merge", "Merge another case into this one"),
)

# As many notes stand on the page of a case; all of them have a page.
LATEST = 3
# What is done to cases of one purpose only.
FOR: Mapping[EventKind, tuple[Purpose, ...]] = {
    EventKind.REVIEW_OPENED: (Purpose.REQUEST,),
    EventKind.MARKED_NOT_A_REQUEST: (Purpose.REQUEST,),
    EventKind.TRANSFERRED: (Purpose.REQUEST,),
}

# The letters that every case has, a request or a review, in the order in which they leave.
OF_EVERY_CASE = (
    LetterKind.ACKNOWLEDGEMENT.value,
    LetterKind.RESPONSE.value,
    LetterKind.REVIEW_ACKNOWLEDGED.value,
    LetterKind.REVIEW_OUTCOME.value,
)


def frame(
    http_request: OfficerRequest, case: Case, tab: str, drafts: Iterable[Draft] | None = None
) -> dict[str, Any]:
    """Return what the head of every page of a case shows, and the rules of the clock it shows.

    `drafts` are those of the case, where they are known already.
    """
    rules = rules_of(case.authority_id)
    on = today(http_request.ports.clock.now())
    allowed = {kind for state, kind in TRANSITIONS if state == State(case.state)}
    return {
        "case": case,
        "tab": tab,
        "left": time_left(case, on, rules),
        "rules": rules,
        "actions": [
            (address, name)
            for kind, address, name in ACTIONS
            if kind in allowed
            and http_request.user.may_change
            and case.purpose in FOR.get(kind, tuple(Purpose))
        ],
        "draft_kinds": _kinds(case, drafts),
        "regime_name": dict(REGIMES).get(case.regime, case.regime),
    }


@require_GET
def case(http_request: OfficerRequest, reference: str) -> HttpResponse:
    """Show the request with its parts marked in it, what is decided, and how the drafts stand."""
    found = case_and_parts_of(http_request, reference)
    people = ClockEvent.objects.select_related("part", "recorded_by", "withdrawn_by")
    prefetch_related_objects([found], Prefetch("clock_events", people))
    parts = list(found.parts.all())
    on = today(http_request.ports.clock.now())
    drafts = drafts_of(found)
    head = frame(http_request, found, "request", drafts.values())
    review = found.purpose == Purpose.REVIEW
    rows = open_rows(found)
    # Read together, because a page costs few queries.
    said = list(notes_of(found, EventKind.REVIEW_OPENED))
    links = shown_links(found)
    context = head | {
        "parts": parts,
        "linked": [each for each in links if not each.merged],
        "merged": [each.case for each in links if each.merged and not found.merged_into_id],
        "may_link": http_request.user.may_change and found.state != State.MERGED,
        "troubles": troubles([found], on).get(found.pk, []),
        "undecided": sum(1 for part in parts if not part.outcome),
        "provisions": provisions_of(found, http_request.ports.register),
        "texts": [
            (row.message, request_html(found, row.message, parts))
            for row in rows
            if row.part == CaseMessage.Part.REQUEST
        ],
        "follow_ups": follow_ups(found, rows),
        "drafts": [
            (drafts[kind], shown_draft(drafts[kind], sources=False)) for kind in head["draft_kinds"]
        ],
        "related": None if review else related_requests(found, head["rules"]),
        "clocks": [] if found.merged_into_id else shown_clocks(found, parts),
        "clock_open": found.state == State.OPEN and http_request.user.may_change,
        "clock_actions": possible(found, on) if http_request.user.may_change else [],
        "clock_events": found.clock_events.all(),
        "notes": [event for event in said if event.kind == EventKind.NOTE_ADDED][:LATEST],
        "elsewhere": answers_elsewhere(found),
        "reviews": reviews_in(said),
        "reviewed": reviewed(found),
    }
    return render(http_request, "web/case.html", context)


@require_GET
def correspondence(http_request: OfficerRequest, reference: str) -> HttpResponse:
    """Show every letter that was approved on a case and every message filed on it."""
    found = case_of(http_request, reference)
    filed = CaseMessage.objects.filter(case=found).select_related("message", "draft")
    context = frame(http_request, found, "correspondence") | {
        "elsewhere": answers_elsewhere(found),
        "letters": letters_of(http_request).filter(case=found).order_by("approved_at"),
        "filed": filed.order_by("message__received_at"),
    }
    return render(http_request, "web/correspondence.html", context)


@require_GET
def history(http_request: OfficerRequest, reference: str) -> HttpResponse:
    """Show what happened on a case: when, what, who, and the reason that was given."""
    found = case_of(http_request, reference)
    events = Event.objects.filter(case=found).select_related("actor", "note").order_by("number")
    context = frame(http_request, found, "history") | {"events": events}
    if http_request.user.oversees:
        context["readings"] = readings_of(found)
    return render(http_request, "web/history.html", context)


def request_html(case: Case, message: Message, parts: list[RequestPart]) -> SafeString:
    """Return a message's text with those parts marked that were found in it."""
    marks = [
        Mark(
            part.start,
            part.end,
            part_name(part),
            reverse("web:part", args=[case.reference, part.position]),
        )
        for part in parts
        if part.message_id == message.pk and not part.origin
    ]
    return marked(message.text, marks)


def _kinds(case: Case, drafts: Iterable[Draft] | None) -> list[str]:
    """Return the kinds of the letters of a case: those of every case, then those being written.

    A case that was imported with its mail has no acknowledgement: it was sent elsewhere.
    """
    if drafts is None:
        kept = case.drafts.exclude(state=Draft.State.DISCARDED).order_by("pk")
        found = list(kept.values_list("kind", "state"))
    else:
        found = [(draft.kind, draft.state) for draft in drafts]
    first = [kind for kind in OF_EVERY_CASE if any(kind == has for has, _ in found)]
    read = (*Draft.OPEN, Draft.State.KEPT)
    return first + [kind for kind, state in found if state in read and kind not in OF_EVERY_CASE]
