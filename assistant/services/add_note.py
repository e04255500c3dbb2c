"""Add an internal note to a case: kept in its history, and put right by a further note only."""

from django.db import transaction

from assistant.domain.case import EventKind
from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.store.case_words import add_text
from assistant.store.events import record
from assistant.store.models import Case, Event, User

LONGEST_NOTE = 10_000


def add_note(case_id: int, *, text: str, by: User, clock: Clock) -> Event:
    """Append a note to the history of a case, whatever its state; the case is found by its words.

    It stands beside the event, as reasons do: no letter is composed of it, and no model is given
    it. Raises NotAllowed for an empty or overlong note, and for another authority's case.
    """
    words = text.strip()
    if not words:
        raise NotAllowed("Write the note first.")
    if len(words) > LONGEST_NOTE:
        raise NotAllowed(f"A note has at most {LONGEST_NOTE:,} characters. Make two of it.")
    with transaction.atomic():
        case = (
            Case.objects.select_for_update(of=("self",))
            .filter(pk=case_id, authority=by.authority)
            .first()
        )
        if case is None:
            raise NotAllowed("There is no such case.")
        event = record(case, EventKind.NOTE_ADDED, by=by, at=clock.now(), reason=words)
        add_text(case.pk, words)
    return event
