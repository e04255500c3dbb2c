"""Long lists page by page: keys come first, off an index, and then the rows of one page alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, OrderBy, QuerySet

PAGE = 25
# So many are counted exactly; further ones cost time and tell nobody anything.
MOST_COUNTED = 2_000
MOST_PAGES = 100_000

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of a list: its rows in their order, how many there are, and what lies beside it.

    Where there are more than `MOST_COUNTED`, nobody counts them: `more` says so.
    """

    rows: list[Row]
    number: int
    count: int
    more: bool
    has_next: bool

    @property
    def has_previous(self) -> bool:
        """Whether a page lies before it."""
        return self.number > 1

    @property
    def next_page_number(self) -> int:
        """The number of the page after it."""
        return self.number + 1

    @property
    def previous_page_number(self) -> int:
        """The number of the page before it."""
        return self.number - 1

    @property
    def pages(self) -> int:
        """How many pages there are, as far as they were counted."""
        return -(-self.count // PAGE)

    @property
    def counted(self) -> str:
        """How many there are, in words."""
        return f"More than {self.count:,}" if self.more else f"{self.count:,}"


def page_of(
    found: QuerySet[Row],
    order: Sequence[str | OrderBy],
    asked: str,
    *,
    shown: QuerySet[Row],
    at_once: bool = False,
) -> Page[Row]:
    """Return one page of what was found; what is no page is read as the first, or as the last.

    `shown` are rows of the same table with what a page shows of each: rows are wide, and are read
    for this page alone. `at_once` counts and orders in one statement, for what takes long to find
    and is ordered by no index anyway.
    """
    ordered = found.order_by(*order).values_list("pk", flat=True)
    counted = ordered if at_once else found.order_by().values_list("pk", flat=True)
    first_keys = list(counted[: MOST_COUNTED + 1])
    more = len(first_keys) > MOST_COUNTED
    count = min(len(first_keys), MOST_COUNTED)
    number = min(int(asked), MOST_PAGES) if asked.isdecimal() else 1
    number = max(number, 1) if more else min(max(number, 1), max(-(-count // PAGE), 1))
    first, last = PAGE * (number - 1), PAGE * number + 1
    known = at_once and last <= MOST_COUNTED
    keys = first_keys[first:last] if known else list(ordered[first:last])
    rows = shown.in_bulk(keys[:PAGE])
    return Page(
        [rows[key] for key in keys[:PAGE] if key in rows],
        number,
        count,
        more,
        has_next=len(keys) > PAGE,
    )
