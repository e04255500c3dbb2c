"""What one authority's clocks run by: its kind, a school's terms, the bank holidays of GOV.UK."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.domain.law.calendar import Calendar, uk_calendar
from assistant.domain.law.clock import ClockEvent, ClockKind, Deadline, Term, compute

# The kinds of authority whose requests under the Act have a clock of their own (s.10(4) FOIA).
OF_AUTHORITIES = (ClockKind.FOI, ClockKind.SCHOOL, ClockKind.ARCHIVES)


@dataclass(frozen=True, slots=True)
class ClockRules:
    """The rules of one authority's clocks.

    `kind` is one of OF_AUTHORITIES; `terms` are those of a school, `published` the days of a GOV.UK
    file (calendar.from_gov_uk), where the authority has one.
    """

    kind: ClockKind = ClockKind.FOI
    terms: tuple[Term, ...] = ()
    published: Calendar | None = None

    def own(self, kind: ClockKind) -> ClockKind:
        """Return the clock that runs for a kind here: a school's or an archive's FOI is its own."""
        return self.kind if kind is ClockKind.FOI else kind

    def calendar(self, first_year: int, last_year: int) -> Calendar:
        """Return the working days of whole years, both included."""
        return uk_calendar(first_year, last_year, self.published)

    def deadline(
        self, kind: ClockKind, received: date, events: Iterable[ClockEvent] = ()
    ) -> Deadline:
        """Compute a clock by these rules; days are in Europe/London.

        Raises ValueError for events that cannot have happened like this, and for a school whose
        terms are not known.
        """
        happened = tuple(events)
        days = [received, *(event.on for event in happened)]
        calendar = self.calendar(min(days).year, max(days).year + 1)
        return compute(self.own(kind), received, happened, calendar, self.terms)


# Those of an authority that has set nothing.
USUAL = ClockRules()
