"""What is recorded on a part of a request, and how it is kept when two parts become one."""

import hashlib
from collections.abc import Iterable, Sequence

from django.db.models import Max

from assistant.domain.case import EventKind, Held
from assistant.domain.errors import NotAllowed
from assistant.domain.request.correcting import further_key, title
from assistant.domain.request.likeness import sketch
from assistant.ports import Clock
from assistant.store.models import Case, ClockEvent, Event, RequestPart, RequestSketch, User


def name(part: RequestPart) -> str:
    """Return what people call a part."""
    return title(part.key, part.position)


def recorded_on(part: RequestPart) -> list[str]:
    """Return in words what is recorded on a part; nothing where it can go without a loss."""
    there = {
        "searches": part.searches.exists(),
        "whether it is held": part.held != Held.UNKNOWN,
        "an outcome": bool(part.outcome),
        "sections": bool(part.sections),
        "facts": bool(part.facts),
        "an estimate of cost": part.estimate_rows.exists(),
        "entries of the clock": part.clock_events.exists(),
    }
    return [what for what, is_there in there.items() if is_there]


def refuse_to_join(first: RequestPart, second: RequestPart) -> None:
    """Raise NotAllowed where what is recorded on two parts could not stand on one.

    A decision on one of them would become one on both, and a clock that stood still for one would
    stand still for both.
    """
    both = f"{name(first)} and {name(second)}"
    if first.regime != second.regime:
        raise NotAllowed(
            f"{both} are answered under different regimes. Change the regime of one first."
        )
    for what, one, other in (
        ("whether the information is held", first.held, second.held),
        ("the outcome", first.outcome, second.outcome),
        ("the sections", sorted(first.sections), sorted(second.sections)),
    ):
        if one != other:
            raise NotAllowed(
                f"{both} do not say the same of {what}. Joined, what is decided for one would be "
                "decided for both. Record the same on both first, then join them."
            )
    if _clock(first) != _clock(second):
        raise NotAllowed(
            f"What is recorded of the clock of {both} is not the same. Record the same for both, "
            "or withdraw what does not fit, on the page of the case first."
        )


def keep_records(first: RequestPart, second: RequestPart, *, by: User, clock: Clock) -> None:
    """Move what is recorded on the second part to the first, which is saved by the caller.

    Facts and estimates of both stand one after the other. Of what is recorded alike of both clocks
    the second entry is withdrawn, so that it does not count twice.
    """
    first.facts = "\n\n".join(filter(None, dict.fromkeys((first.facts, second.facts))))
    second.searches.update(part=first)
    last = first.estimate_rows.aggregate(last=Max("position"))["last"] or 0
    for number, row in enumerate(second.estimate_rows.order_by("position", "pk"), start=last + 1):
        row.part, row.position = first, number
        row.save(update_fields=["part", "position"])
    second.clock_events.filter(withdrawn_at=None).update(
        withdrawn_at=clock.now(),
        withdrawn_by=by,
        withdrawn_reason=f"The same stands on {name(first)}, which {name(second)} was joined to.",
    )
    second.clock_events.update(part=first)


def keep_sketch(case: Case, parts: Iterable[RequestPart]) -> None:
    """Keep the numbers by which near-identical requests are found."""
    case.sketch.all().delete()
    values = sketch(part.text for part in parts)
    RequestSketch.objects.bulk_create(RequestSketch(case=case, value=value) for value in values)


def digest(key: str) -> str:
    """Return what an event keeps of a key: labels are the requester's words."""
    return hashlib.sha256(key.encode()).hexdigest()


def new_key(case: Case, keys: Sequence[str], at: int) -> str:
    """Return a key for a part that comes to stand at a place (from 0) among those of a case.

    One that is gone may still stand in a draft that is to be composed again.
    """
    events = Event.objects.filter(case=case, kind=EventKind.PARTS_CORRECTED)
    gone = {
        each for details in events.values_list("details", flat=True) for each in details["gone"]
    }
    return further_key(keys, at, lambda key: key not in keys and digest(key) not in gone)


def _clock(part: RequestPart) -> list[tuple[object, ...]]:
    """Return what happened to the clock of a part alone and still counts."""
    events = ClockEvent.objects.filter(part=part, withdrawn_at=None)
    return sorted(events.values_list("kind", "on"))
