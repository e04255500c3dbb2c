"""Who did what on a case and when, and what happened since a day."""

from collections.abc import Mapping
from datetime import datetime, time

from django.db.models import QuerySet

from assistant.domain.case import EventKind
from assistant.domain.chat.answer import Block, Place, Sort, Source
from assistant.domain.chat.periods import Period
from assistant.domain.law.clock import LONDON
from assistant.domain.law.timeline import long_day
from assistant.services.asked.asking import (
    Asking,
    Blocks,
    at,
    fact,
    gap,
    of_history,
)
from assistant.services.asked.case import letters_of, searches_of
from assistant.services.asked.events import CLOSING, line_of, parts_of, places_in
from assistant.services.asked.words import letter_name
from assistant.store.models import Event, Letter, Outbox

_MOST = 20
_FEW = 5
# What somebody did, by the word that the question has for it; the first that it has counts.
_DEEDS: tuple[tuple[tuple[str, ...], frozenset[EventKind]], ...] = (
    (("due", "clock"), frozenset({
        EventKind.RECEIPT_CORRECTED, EventKind.CLOCK_RECOMPUTED, EventKind.TIME_EXTENDED,
        EventKind.CLARIFICATION_SOUGHT, EventKind.CLARIFICATION_RECEIVED,
        EventKind.CLOCK_EVENT_WITHDRAWN, EventKind.FEES_NOTICE_GIVEN, EventKind.FEE_RECEIVED,
    })),
    (("assign", "owner"), frozenset({EventKind.ASSIGNED})),
    (("void",), frozenset({
        EventKind.RESPONSE_VOIDED, EventKind.ACKNOWLEDGEMENT_VOIDED, EventKind.LETTER_VOIDED,
    })),
    (("reopen",), frozenset({EventKind.REOPENED})),
    (("closed",), CLOSING),
    (("extension",), frozenset({EventKind.TIME_EXTENDED})),
    (("clarification",), frozenset({
        EventKind.CLARIFICATION_SOUGHT, EventKind.CLARIFICATION_RECEIVED,
    })),
    (("draft", "write"), frozenset({
        EventKind.DRAFTED, EventKind.DRAFT_EDITED, EventKind.LETTER_BEGUN,
    })),
    (("refuse", "decide", "release"), frozenset({
        EventKind.PART_RECORDED, EventKind.REASONING_RECORDED,
    })),
    (("regime",), frozenset({EventKind.REGIME_CHANGED})),
    (("change",), frozenset({
        EventKind.DRAFT_EDITED, EventKind.PARTS_CORRECTED, EventKind.PART_RECORDED,
        EventKind.RECEIPT_CORRECTED, EventKind.ADDRESS_CORRECTED, EventKind.REGIME_CHANGED,
        EventKind.REASONING_RECORDED,
    })),
    (("open",), frozenset({EventKind.OPENED})),
    (("record",), frozenset({
        EventKind.PART_RECORDED, EventKind.SEARCH_RECORDED, EventKind.REASONING_RECORDED,
        EventKind.ESTIMATE_RECORDED,
    })),
)  # fmt: skip
_STAGES: Mapping[str, str] = {
    Outbox.Stage.READY.value: "It waits to leave.",
    Outbox.Stage.TRANSMITTING.value: "It is leaving now.",
    Outbox.Stage.STOPPED.value: "The checks stopped it before it left.",
    Outbox.Stage.REFUSED.value: "The mail server refused it.",
    Outbox.Stage.UNKNOWN.value: "It is not known whether it left.",
    Outbox.Stage.PARTIAL.value: "It left to some of its recipients only.",
}


def who_did(asking: Asking) -> Blocks:
    """Answer who approved, sent, changed or recorded something on a case, and when."""
    arguments = asking.arguments
    if arguments.has("search"):
        return tuple(block for part in asking.parts() for block in searches_of(asking, part))
    asks_of_clarification = arguments.has("clarification") and not arguments.has("approve", "send")
    if asks_of_clarification:
        return _events(asking, _deeds(asking))
    if arguments.has("approve", "send", "acknowledgement") or arguments.letter is not None:
        kinds = _deeds(asking) if not arguments.has("approve", "send", "acknowledgement") else None
        if kinds is None:
            return _letters(asking)
    return _events(asking, _deeds(asking))


def changed(asking: Asking) -> Blocks:
    """Answer what happened on a case since a day; without one, what happened last."""
    case, period = asking.the_case, asking.arguments.period
    events = within(_of(asking), period)
    shown = list(events[: _MOST + 1])
    when = in_words(period)
    if not shown:
        return (gap(f"Nothing is recorded on the case{when}.", of_history(case)),)
    lead = f"What happened{when}, the newest first"
    more = f" (the last {_MOST}; the history has the rest)" if len(shown) > _MOST else ""
    places = places_in(case)
    lines = "\n".join(line_of(event, places) for event in shown[:_MOST])
    return (fact(f"{lead}{more}:\n{lines}", of_history(case)),)


def in_words(period: Period) -> str:
    """Say which days were read, so that nobody has to guess what "last year" was taken for."""
    if period.since and period.since == period.until:
        return f" on {long_day(period.since)}"
    first = f" since {long_day(period.since)}" if period.since else ""
    if period.since and period.until:
        return f" from {long_day(period.since)} to {long_day(period.until)}"
    return first or (f" until {long_day(period.until)}" if period.until else "")


def within(events: "QuerySet[Event]", period: Period) -> "QuerySet[Event]":
    """Return those of some events that happened in a period, whole days in London."""
    if period.since:
        events = events.filter(at__gte=datetime.combine(period.since, time.min, tzinfo=LONDON))
    if period.until:
        events = events.filter(at__lte=datetime.combine(period.until, time.max, tzinfo=LONDON))
    return events


def _of(asking: Asking) -> "QuerySet[Event]":
    """Return the events of the case, the newest first."""
    events = Event.objects.filter(case=asking.the_case)
    return events.select_related("actor", "note").order_by("-number")


def _deeds(asking: Asking) -> frozenset[EventKind] | None:
    """Return the kinds of event that the question asks about; None where it names none."""
    return next((kinds for words, kinds in _DEEDS if asking.arguments.has(*words)), None)


def _events(asking: Asking, kinds: frozenset[EventKind] | None) -> Blocks:
    """Say who did what was asked, the newest first."""
    case, period = asking.the_case, asking.arguments.period
    events = within(_of(asking), period)
    if kinds is not None:
        events = events.filter(kind__in=kinds)
    places = places_in(case)
    wanted = {part.position for part in asking.parts()} if asking.arguments.parts else set()
    found = [event for event in events if not wanted or wanted & parts_of(event, places)]
    if not found:
        return (
            gap(f"Nothing like that is recorded on the case{in_words(period)}.", of_history(case)),
        )
    return tuple(fact(line_of(event, places), of_history(case)) for event in found[:_FEW])


def _letters(asking: Asking) -> Blocks:
    """Say who approved which letters of a case and when, and whether each left."""
    case, wanted = asking.the_case, asking.arguments.letter
    found = letters_of(case)
    if wanted is not None:
        found = [letter for letter in found if letter.kind == wanted]
    if not found:
        what = letter_name(wanted) if wanted else "letter"
        none = f"No {what} has been approved on this case, so none has been sent."
        return (gap(none, of_history(case)),)
    newest = " last " in f" {asking.arguments.words} "
    shown = found[: 1 if newest else _FEW]
    # The address is not copied into the answer: it is looked up when the answer is read.
    where = (
        (Block(Sort.IDENTITY, "address", (of_history(case),)),)
        if asking.arguments.has("address")
        else ()
    )
    return (*(_letter(letter) for letter in shown), *where)


def _letter(letter: Letter) -> Block:
    """Say who approved a letter, when, and how far it has come."""
    source = Source(f"The {letter_name(letter.kind)}", Place("letter", (letter.pk,)))
    who = letter.approved_by.shown_name
    if letter.standing is not None:
        who = f"machine, under the standing approval of {who}"
    box = letter.outbox
    stage = _STAGES.get(box.stage, "")
    if box.stage == Outbox.Stage.SENT:
        stage = f"It was sent on {at(box.finished_at)}." if box.finished_at else "It was sent."
    said = f"The {letter_name(letter.kind)} was approved by {who} on {at(letter.approved_at)}."
    return fact(f"{said} {stage}".strip(), source)
