"""The estimate of the work that a request would cost, for section 12 FOIA and SI 2004/3244."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.context import POUNDS_AN_HOUR
from assistant.domain.letters.naming import capital

# SI 2004/3244 reg 4(3). Redacting, thinking about exemptions and consulting do not count.
ACTIVITIES: Mapping[str, str] = {
    "determining": "determining whether the information is held",
    "locating": "locating the information, or a document which may contain it",
    "retrieving": "retrieving the information, or a document which may contain it",
    "extracting": "extracting the information from a document containing it",
}
# Finding out whether the information is held: all that counts under section 12(2).
CONFIRMING = "determining"


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """The hours of one activity: `activity` is a key of ACTIVITIES, `task` what would be done."""

    activity: str
    task: str
    hours: Decimal


def refuse_unfit(row: EstimateRow) -> None:
    """Raise NotAllowed for a row that a letter could not stand on.

    That is an activity that may not be counted, such as redaction or thinking about exemptions
    (regulation 4(3) and (4)), hours that are no positive number, and hours spent on nothing.
    """
    if row.activity not in ACTIVITIES:
        names = ", ".join(ACTIVITIES)
        raise NotAllowed(
            f"“{row.activity}” cannot be counted towards the cost limit. Regulation 4(3) of "
            f"SI 2004/3244 allows only: {names}. Time for redaction, for thinking about "
            "exemptions or for asking others is not counted."
        )
    if not (row.hours.is_finite() and row.hours > 0):
        raise NotAllowed("Enter the hours as a number above 0, such as 7 or 2.5.")
    if not row.task.strip():
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

    Cells are separated by " | "; the activities come in the order of the regulation. Raises
    NotAllowed for a row that may not be counted.
    """
    for row in estimate.rows:
        refuse_unfit(row)
    order = list(ACTIVITIES)
    rows = sorted(estimate.rows, key=lambda row: order.index(row.activity))
    return "\n".join(("Work | Hours | Cost", *map(_line, rows), _total(estimate.rows)))


def _line(row: EstimateRow) -> str:
    """Return one row of the table."""
    task = " ".join(row.task.split()).replace("|", "/")
    cost = in_pounds(row.hours * POUNDS_AN_HOUR)
    return f"{capital(ACTIVITIES[row.activity])}: {task} | {in_hours(row.hours)} | {cost}"


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
