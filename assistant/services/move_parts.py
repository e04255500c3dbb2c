"""Move parts of one case to another, with everything that is recorded on them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Max

from assistant.services.parts_record import new_key
from assistant.store.models import Case, ClockEvent, EstimateRow, ReasoningRecord, RequestPart

# What an entry of the clock is, but for what it counts for.
_ENTRY = ("kind", "on", "note", "recorded_by_id", "recorded_at")


def move_parts(parts: Sequence[RequestPart], to: Case, days: Mapping[int, date]) -> None:
    """Let parts of one case be those of another, after those it has; call it in a transaction.

    `days` are their days of receipt by the part's id. Searches, decisions, estimates and entries of
    the clock go with them; what is recorded of the clock of the whole case they leave does not.
    Both cases are locked by the caller, who computes their clocks.
    """
    keys = list(to.parts.order_by("position").values_list("key", flat=True))
    last = to.parts.aggregate(last=Max("position"))["last"] or 0
    for position, part in enumerate(parts, start=last + 1):
        part.clock_events.update(case=to)
        EstimateRow.objects.filter(part=part).update(case=to)
        if part.key in keys:
            part.key = new_key(to, keys, len(keys))
        keys.append(part.key)
        part.case, part.position = to, position
        keep_day(part, to, days[part.pk])
        part.version += 1
        part.save()


def keep_day(part: RequestPart, case: Case, day: date) -> None:
    """Let a part count from a day of receipt; it names the day where the case has another."""
    part.asked_on = None if day == case.received_on else day


def live_entries(case: Case) -> list[ClockEvent]:
    """Return what is recorded of the clock of a whole case and still counts."""
    return list(case.clock_events.filter(part=None, withdrawn_at=None).order_by("on", "pk"))


def count_for(entries: Iterable[ClockEvent], parts: Iterable[RequestPart | None], of: Case) -> None:
    """Record entries of the clock once more, for each of some parts; None is a whole case."""
    chosen = list(parts)
    ClockEvent.objects.bulk_create(
        ClockEvent(case=of, part=part, **{name: getattr(entry, name) for name in _ENTRY})
        for entry in entries
        for part in chosen
    )


def count_for_each(case: Case) -> None:
    """Let what is recorded of the clock of a whole case be recorded of each of its parts instead.

    Then it does not count for parts that come to the case later.
    """
    first, *others = case.parts.order_by("position")
    entries = live_entries(case)
    count_for(entries, others, case)
    ClockEvent.objects.filter(pk__in=[entry.pk for entry in entries]).update(part=first)


def move_reasons(source: Case, to: Case) -> None:
    """Let why provisions apply be recorded on another case, where that says nothing of them yet."""
    there = ReasoningRecord.objects.filter(case=to).values_list("citation", flat=True)
    source.reasoning.exclude(citation__in=list(there)).update(case=to)


def copy_reasons(source: Case, to: Case) -> None:
    """Let why provisions apply be recorded on a new case, too."""
    rows = list(source.reasoning.order_by("pk"))
    for row in rows:
        row.pk, row.case, row.version = None, to, 0
    ReasoningRecord.objects.bulk_create(rows)
