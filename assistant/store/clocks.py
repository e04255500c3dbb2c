"""Load what a clock is computed from: the authority's rules, and the events of each part."""

from datetime import date

from assistant.domain.law.calendar import from_gov_uk
from assistant.domain.law.clock_rules import ClockRules
from assistant.domain.law.deadline import ClockEvent, ClockKind, EventKind, Term
from assistant.store import models


def rules_of(authority_id: int) -> ClockRules:
    """Return the rules of an authority's clocks; the usual ones where it has no row yet."""
    row = models.AuthorityClock.objects.filter(authority_id=authority_id).first()
    if row is None:
        return ClockRules()
    terms = (Term(date.fromisoformat(first), date.fromisoformat(last)) for first, last in row.terms)
    published = from_gov_uk(row.bank_holidays) if row.bank_holidays else None
    return ClockRules(ClockKind(row.kind), tuple(terms), published)


def events_of(case: models.Case) -> dict[int | None, tuple[ClockEvent, ...]]:
    """Return what happened to the clock of each part, by its id; None stands for the whole case.

    A part's events are its own and those of the whole case. Withdrawn ones are left out.
    """
    rows = [row for row in case.clock_events.all() if row.withdrawn_at is None]
    return {
        part: tuple(
            ClockEvent(EventKind(row.kind), row.on) for row in rows if row.part_id in {None, part}
        )
        for part in (None, *(row.pk for row in case.parts.all()))
    }
