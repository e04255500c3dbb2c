"""What complying with a request would cost: the four activities that count, and their hours."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.letters.context import POUNDS_AN_HOUR

# SI 2004/3244 reg 4(3). Redacting, thinking about exemptions and consulting do not count.
ACTIVITIES: Mapping[str, str] = {
    "determining": "determining whether the information is held",
    "locating": "locating the information, or a document which may contain it",
    "retrieving": "retrieving the information, or a document which may contain it",
    "extracting": "extracting the information from a document containing it",
}


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """A task of one of the four activities, with the hours of work it would take."""

    activity: str
    task: str
    hours: Decimal


@dataclass(frozen=True, slots=True)
class CostEstimate:
    """An estimate for a part or the whole of a request; `author` made it."""

    rows: tuple[EstimateRow, ...]
    author: str = ""

    @property
    def hours(self) -> Decimal:
        """All hours together."""
        return sum((row.hours for row in self.rows), Decimal(0))

    @property
    def cost(self) -> Decimal:
        """The cost in pounds, at £25 an hour (reg 4(4))."""
        return self.hours * POUNDS_AN_HOUR
