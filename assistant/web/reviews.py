"""How a case was answered, and what an internal review of it looks at."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.domain.case import EventKind, Purpose
from assistant.domain.letters.blocks import LetterKind
from assistant.store.models import AnswerElsewhere, Case, Event, Letter, Outbox, RequestPart
from assistant.web.letter_text import ShownLetter, shown_letter


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The request, its parts with what was decided, and its response as it left, where it did."""

    request: Case
    parts: tuple[RequestPart, ...]
    response: Letter | None
    shown: ShownLetter | None
    elsewhere: list[AnswerElsewhere]


def reviewed(case: Case) -> Reviewed | None:
    """Return what a case reviews; None for one that is no internal review."""
    if case.purpose != Purpose.REVIEW or case.parent is None:
        return None
    sent = Letter.objects.filter(
        case=case.parent, kind=LetterKind.RESPONSE, outbox__stage=Outbox.Stage.SENT
    )
    response = sent.order_by("-outbox__finished_at").first()
    return Reviewed(
        case.parent,
        tuple(case.parent.parts.order_by("position")),
        response,
        shown_letter(response) if response else None,
        answers_elsewhere(case.parent),
    )


def reviews_in(events: Iterable[Event]) -> list[Case]:
    """Return the internal reviews that some events of a case opened, the first first."""
    opened = [event.details["review"] for event in events if event.kind == EventKind.REVIEW_OPENED]
    return list(Case.objects.filter(pk__in=opened).order_by("pk")) if opened else []


def answers_elsewhere(case: Case) -> list[AnswerElsewhere]:
    """Return the answers that were given by another way, the first first."""
    if not case.answered_elsewhere:
        # One that a reopening has set aside stands in the history alone.
        return []
    rows = case.answers_elsewhere.select_related("answered_by", "recorded_by", "file", "case")
    return list(rows)
