"""The estimate of the work that a request would cost, for section 12 FOIA and SI 2004/3244."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.context import POUNDS_AN_HOUR

# The four activities of regulation 4(3), and nothing else, may be counted.
ACTIVITIES: Mapping[str, str] = {
    "determine": "Determining whether we hold the information",
    "locate": "Locating the information",
    "retrieve": "Retrieving the information",
    "extract": "Extracting the information from the document that contains it",
}
# Finding out whether the information is held: all that counts under section 12(2).
CONFIRMING = "determine"


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """The hours of one activity: `activity` is a key of ACTIVITIES, `task` what would be done.

    Raises NotAllowed for an activity that may not be counted, such as redaction or thinking about
    exemptions (regulation 4(3) and (4)), for hours that are no positive number, and for an hour
    count of which nobody says what it is spent on.
    """

    activity: str
    task: str
    hours: Decimal

    def __post_init__(self) -> None:
        """Refuse what a letter could not stand on."""
        if self.activity not in ACTIVITIES:
            names = ", ".join(ACTIVITIES)
            raise NotAllowed(
                f"“{self.activity}” cannot be counted towards the cost limit. Regulation 4(3) of "
                f"SI 2004/3244 allows only: {names}. Time for redaction, for thinking about "
                "exemptions or for asking others is not counted."
            )
        if not (self.hours.is_finite() and self.hours > 0):
            raise NotAllowed("Enter the hours as a number above 0, such as 7 or 2.5.")
        if not self.task.strip():
            raise NotAllowed("Say what the hours would be spent on.")


@dataclass(frozen=True, slots=True)
class CostEstimate:
    """What a person estimates that complying would take; `author` made it."""

    rows: tuple[EstimateRow, ...]
    author: str = ""

    @property
    def hours(self) -> Decimal:
        """All the hours."""
        return sum((row.hours for row in self.rows), Decimal(0))

    @property
    def cost(self) -> Decimal:
        """What they cost in pounds, at £25 an hour whoever does the work (regulation 4(4))."""
        return self.hours * POUNDS_AN_HOUR

    def exceeds(self, cost_limit: int) -> bool:
        """Tell whether the cost is above the appropriate limit, in pounds."""
        return self.cost > cost_limit

    @property
    def confirming(self) -> "CostEstimate":
        """What finding out whether the information is held would take by itself (s.12(2))."""
        return CostEstimate(
            tuple(row for row in self.rows if row.activity == CONFIRMING), self.author
        )


def together(estimates: Iterable[CostEstimate]) -> CostEstimate:
    """Return one estimate of several parts: one request is estimated as a whole (s.12(1))."""
    listed = list(estimates)
    authors = dict.fromkeys(each.author for each in listed if each.author)
    return CostEstimate(tuple(row for each in listed for row in each.rows), ", ".join(authors))


def estimate_table(estimate: CostEstimate) -> str:
    """Return the estimate as lines of plain text: activity and task, hours, cost, and the total.

    Cells are separated by " | "; the activities come in the order of the regulation.
    """
    order = list(ACTIVITIES)
    rows = sorted(estimate.rows, key=lambda row: order.index(row.activity))
    return "\n".join(("Work | Hours | Cost", *map(_line, rows), _total(estimate.rows)))


def _line(row: EstimateRow) -> str:
    """Return one row of the table."""
    task = " ".join(row.task.split()).replace("|", "/")
    cost = in_pounds(row.hours * POUNDS_AN_HOUR)
    return f"{ACTIVITIES[row.activity]}: {task} | {in_hours(row.hours)} | {cost}"


def _total(rows: Sequence[EstimateRow]) -> str:
    """Return the last row of the table."""
    hours = sum((row.hours for row in rows), Decimal(0))
    return f"Total | {in_hours(hours)} | {in_pounds(hours * POUNDS_AN_HOUR)}"


def in_hours(hours: Decimal) -> str:
    """Print hours without needless zeros: "7", "2.5", "1,140"."""
    whole = hours == hours.to_integral_value()
    return f"{hours:,.0f}" if whole else f"{hours.normalize():,f}"


def in_pounds(amount: Decimal) -> str:
    """Print an amount: "£450", "£187.50"."""
    whole = amount == amount.to_integral_value()
    return f"£{amount:,.0f}" if whole else f"£{amount:,.2f}"
