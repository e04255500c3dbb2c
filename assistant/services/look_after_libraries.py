"""Have every library looked at when the assistant starts, and checked once a night."""

from datetime import datetime, timedelta

from assistant.domain.law.clock import LONDON
from assistant.ports import Clock
from assistant.store import queue
from assistant.store.models import Authority, LibraryCheck

# Between these hours, when nobody waits for a search; one that was missed (the machine was off)
# is made up for at any hour.
NIGHT = range(1, 5)
NIGHTLY = timedelta(hours=20)
OVERDUE = timedelta(hours=44)


def look_at_start() -> None:
    """Queue a cheap look at every library that has passages."""
    waiting = queue.waiting(queue.LOOK_AT_LIBRARY)
    for authority_id in _with_passages():
        if authority_id not in waiting:
            queue.enqueue(queue.LOOK_AT_LIBRARY, authority_id)


def check_nightly(*, clock: Clock) -> int:
    """Queue the check of every library that is due for it; return how many."""
    now = clock.now()
    last = dict(LibraryCheck.objects.values_list("authority_id", "begun_at"))
    due = [one for one in _with_passages() if _is_due(last.get(one), now)]
    waiting = queue.waiting(queue.CHECK_LIBRARY) if due else set()
    for authority_id in due:
        if authority_id not in waiting:
            queue.enqueue(queue.CHECK_LIBRARY, authority_id)
    return len(due)


def _is_due(last: datetime | None, now: datetime) -> bool:
    """Whether a library that was last checked then is to be checked now."""
    by_night = now.astimezone(LONDON).hour in NIGHT
    if last is None:
        return by_night
    return now - last > (NIGHTLY if by_night else OVERDUE)


def _with_passages() -> list[int]:
    """Return the authorities that have a library."""
    rows = Authority.objects.filter(documents__isnull=False).distinct().order_by("pk")
    return list(rows.values_list("pk", flat=True))
