"""What has been seen in a file so far, and in the files inside it."""

from dataclasses import dataclass, field
from typing import Protocol

from assistant.adapters.documents.found import Budget
from assistant.domain.inspection.findings import LONGEST_PLACE, MOST_SIGHTINGS, Sighting

# A file in a file in a file: deeper ones are not looked into.
DEEPEST = 3
# What all the files inside a file may unpack to together.
_MOST_INSIDE = 100_000_000
_MOST_FILES = 200


@dataclass(slots=True)
class _Shared:
    """What the files inside a file share with it: the list of what was seen, and the bounds."""

    sightings: list[Sighting] = field(default_factory=list)
    unpacked: int = 0
    files: int = 0


class LookInside(Protocol):
    """What looks into a file inside a file."""

    def __call__(self, name: str, content: bytes, seen: "Seen") -> None:
        """Add what the file hides to `seen`."""
        ...


class Seen:
    """What has been seen in one file."""

    def __init__(self, budget: Budget, look_inside: LookInside) -> None:
        """Begin with a file that nobody has looked into."""
        self.budget = budget
        self._look_inside = look_inside
        self._shared = _Shared()
        self._within = ""
        self._depth = 0

    @property
    def sightings(self) -> list[Sighting]:
        """All that was seen, in the order it was, files inside included."""
        return self._shared.sightings

    def add(self, rule: str, place: str = "", count: int = 0) -> None:
        """Note one sighting; beyond two hundred of them no more are kept."""
        if len(self._shared.sightings) < MOST_SIGHTINGS:
            self._shared.sightings.append(
                Sighting(rule, place[: 2 * LONGEST_PLACE], count, self._within)
            )

    def add_if(self, count: int, rule: str, place: str = "") -> None:
        """Note a sighting where there is anything to count."""
        if count:
            self.add(rule, place, count)

    def not_inspected(self, name: str, *, locked: bool = False) -> None:
        """Note that nobody looked into a file inside this one."""
        self.add("locked" if locked else "not-inspected", f"“{name}”")

    def inside(self, name: str, content: bytes) -> None:
        """Look into a file inside this one, as far as there is time and room."""
        self._shared.unpacked += len(content)
        self._shared.files += 1
        shared = self._shared
        if (
            self._depth >= DEEPEST
            or shared.unpacked > _MOST_INSIDE
            or shared.files > _MOST_FILES
            or not self.budget.left
        ):
            self.not_inspected(name)
            return
        within, self._within = self._within, f"{self._within} › {name}".removeprefix(" › ")
        self._depth += 1
        try:
            self._look_inside(name, content, self)
        finally:
            self._within = within
            self._depth -= 1
