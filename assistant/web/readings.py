"""Reading access: noted once for each hour of a session, and shown to who looks after it."""

from collections import OrderedDict
from datetime import datetime
from threading import Lock

from django.db.models import Q, QuerySet

from assistant.services.record_reading import Thing, record_reading
from assistant.store.models import Case, CaseMessage, Reading, User

What = Reading.What
# So many are remembered in this process at most; what is forgotten costs a query that does nothing.
REMEMBERED = 10_000
SHOWN = 200


class Noted:
    """What this process has noted already, so that a page opened again costs no query."""

    def __init__(self, most: int = REMEMBERED) -> None:
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._most = most
        self._lock = Lock()

    def is_new(self, key: str) -> bool:
        """Whether the key was not there; it is now, and the oldest gives way."""
        with self._lock:
            if key in self._seen:
                return False
            self._seen[key] = None
            if len(self._seen) > self._most:
                self._seen.popitem(last=False)
            return True


_noted = Noted()


def note_reading(
    thing: Thing, what: Reading.What, *, by: User, session: str | None, now: datetime
) -> None:
    """Note that somebody opened a thing: one query the first time in an hour, none after it."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    if _noted.is_new(f"{session}:{by.pk}:{what}:{thing.pk}:{hour.isoformat()}"):
        record_reading(thing, what, by=by, hour=hour)


def readings_of(case: Case) -> QuerySet[Reading]:
    """Return who opened a case, its letters and the messages filed on it; the newest first."""
    filed = CaseMessage.objects.filter(case=case).values("message_id")
    readings = Reading.objects.filter(Q(case=case) | Q(message_id__in=filed))
    return readings.select_related("person").order_by("-hour", "-pk")[:SHOWN]
