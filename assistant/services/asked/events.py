"""A row of a case's history in words, and which rows end a case."""

from collections.abc import Iterable, Mapping
from datetime import date

from assistant.domain.case import EventKind
from assistant.domain.event_words import event_words
from assistant.domain.law.timeline import long_day
from assistant.services.asked.asking import at, listed
from assistant.store.models import Case, Event

CLOSING = frozenset({
    EventKind.MARKED_NOT_A_REQUEST, EventKind.RESPONSE_SENT, EventKind.ANSWERED_ELSEWHERE,
    EventKind.WITHDRAWN, EventKind.TRANSFERRED, EventKind.CASE_MERGED,
})  # fmt: skip


def places_in(case: Case) -> dict[int, int]:
    """Return the place of each part in the request, by its row."""
    return dict(case.parts.values_list("pk", "position"))


def parts_of(event: Event, places: Mapping[int, int]) -> set[int]:
    """Return the places of the parts that an event is about; a part that is gone has none."""
    named: Iterable[object] = event.details.get("parts") or ()
    found = {each for each in named if isinstance(each, int)}
    row = event.details.get("part")
    return found | ({places[row]} if row in places else set())


def line_of(event: Event, places: Mapping[int, int]) -> str:
    """Say what happened, when, to which parts, and who did it; the reason that was given with it.

    `places` are those of `places_in`. The day of something that happened elsewhere, such as a
    letter by post, stands beside it.
    """
    who = event.actor.shown_name if event.actor else "by machine"
    note = getattr(event, "note", None)
    why = f" Reason: {note.text}" if note else ""
    keys = sorted(parts_of(event, places))
    named = listed(str(each) for each in keys)
    parts = f", part{'' if len(keys) == 1 else 's'} {named}" if keys else ""
    on = event.details.get("on")
    day = f" on {long_day(date.fromisoformat(str(on)))}" if on else ""
    return f"{at(event.at)}: {event_words(event.kind)}{day}{parts} ({who}).{why}"
