"""Looks into files that go out, each in a bounded process, and says what they hide."""

import json
from collections.abc import Iterator
from contextlib import suppress

from assistant.adapters.documents.apart import Apart, Limits
from assistant.adapters.documents.archive import LOCKED
from assistant.adapters.documents.child import HIDDEN
from assistant.adapters.documents.hidden.telling import LOOKED, PLAIN_TEXT, told
from assistant.domain.inspection.findings import MOST_SIGHTINGS, Sighting
from assistant.domain.inspection.rules import RULES

# A person waits for it, and it is done once for each file: more than reading a letter may take.
PATIENT = Limits(seconds=20.0, patience=25.0)
_NOT_INSPECTED = Sighting("not-inspected", "The file")
_LOCKED = Sighting("locked", "The file")
_WAYS = {"zip": "zip", "message": "message"}


class FileInspector:
    """The real `ports.Inspector`; threads may share it, and a process forked off may use it."""

    def __init__(self, limits: Limits = PATIENT) -> None:
        self.limits = limits
        self._apart = Apart(limits)

    def close(self) -> None:
        """End what is kept; a file that comes later starts another."""
        self._apart.close()

    def inspect(self, name: str, type_: str, content: bytes) -> tuple[Sighting, ...]:
        """Return what a file hides; never raises for what it holds."""
        kind = told(name, type_, content)
        if kind == PLAIN_TEXT:
            return ()
        if kind == "item":
            return (Sighting("email-file"), _NOT_INSPECTED)
        if kind == "locked":
            return (_LOCKED,)
        if kind not in LOOKED or len(content) > self.limits.content:
            return (_NOT_INSPECTED,)
        found, cut = self._apart.read(HIDDEN + _WAYS.get(kind, "bytes"), content)
        if found.problem == LOCKED:
            return (_LOCKED,)
        seen = None if found.problem or cut else _understood(found.text)
        return (_NOT_INSPECTED,) if seen is None else seen


def _understood(text: str) -> tuple[Sighting, ...] | None:
    """Return the sightings of a list in JSON; None where it is none.

    Only a file that took over its process could make it write anything else.
    """
    with suppress(ValueError, RecursionError, TypeError):
        rows = json.loads(text)
        seen = tuple(_sightings(rows))
        return seen if len(seen) == len(rows) <= MOST_SIGHTINGS else None
    return None


def _sightings(rows: list[object]) -> Iterator[Sighting]:
    for row in rows:
        match row:
            case [str(rule), str(place), int(count), str(within)] if rule in RULES:
                yield Sighting(rule, place, count, within)
            case _:
                return
