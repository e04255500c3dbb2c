"""Counts one clock's working days to its limits, and says what in its events came too late."""

from collections.abc import Iterator, Sequence
from datetime import date

from assistant.domain.law.calendar import Calendar
from assistant.domain.law.counting import Count, bank_holidays, between, count, within
from assistant.domain.law.deadline import ClockKind, Term
from assistant.domain.law.months import last_day_of_months
from assistant.domain.law.periods import PERIODS
from assistant.domain.law.timeline import Interval, Timeline

_FURTHER = 20
_SCHOOL_LIMIT = 60
_MONTHS_TO_PAY = 3
_DAYS_TO_PAY = 60


class Limits:
    """The limits of one clock; what its count passes over is settled when it is made."""

    def __init__(
        self, kind: ClockKind, timeline: Timeline, calendar: Calendar, terms: Sequence[Term]
    ) -> None:
        self._kind = kind
        self._timeline = timeline
        self._calendar = calendar
        self._terms = terms if kind is ClockKind.SCHOOL else ()
        self._period = PERIODS[kind]
        fees = within(timeline.fees, f"awaiting the fee, {self._period.fee_rule}")
        self._reasons = [bank_holidays(calendar), fees]

    def first(self, start: date) -> Count:
        """Count to the first limit; for a school to the earlier of its two (SI 2004/3364 reg 3)."""
        plain = count(start, self._period.days, self._reasons)
        if not self._terms:
            return plain
        terms = [Interval(term.first, term.last) for term in self._terms]
        school_days = between(terms, "not a school day")
        in_school = count(start, self._period.days, [*self._reasons, school_days])
        longest = count(start, _SCHOOL_LIMIT, self._reasons)
        return in_school if in_school.last <= longest.last else longest

    def further(self, first: Count) -> Count:
        """Count on by the twenty days that an extension adds."""
        return first.then(count(first.last, _FURTHER, self._reasons))

    def answer(self, start: date, *, extended: bool) -> Count:
        """Count to the limit of the answer itself, which not every extension moves."""
        first = self.first(start)
        return self.further(first) if extended and self._period.moves_answer else first

    def warnings(self) -> tuple[str, ...]:
        """Say what came too late, until when a fee may be paid, and which terms are not known."""
        return (*self._late_askings(), *self._fees(), *self._unknown_terms())

    def _late_askings(self) -> Iterator[str]:
        """Point out clarification sought when the time for the answer had run out."""
        for earlier in self._timeline.earlier:
            limit = self.answer(earlier.start, extended=earlier.extended).last
            if earlier.asked_on > limit:
                yield (
                    f"Clarification was sought on {earlier.asked_on}, after the answer was due on "
                    f"{limit}."
                )
        if self._timeline.asked_on is not None:
            extended = self._timeline.extended_on is not None
            limit = self.answer(self._timeline.start, extended=extended).last
            if self._timeline.asked_on > limit:
                yield f"It was sought after the answer was due on {limit}."

    def _fees(self) -> Iterator[str]:
        """Point out notices and fees that came too late, and say until when a fee may be paid."""
        unpaid = self._timeline.unpaid_since
        given = [fee.first for fee in self._timeline.fees] + ([unpaid] if unpaid else [])
        limit = self.first(self._timeline.start).last
        for notice in given:
            if notice > limit:
                yield f"The fees notice of {notice} was given after the answer was due on {limit}."
        for fee in self._timeline.fees:
            until, allowed, rule = self._payable_until(fee.first)
            if fee.last > until:
                yield (
                    f"The fee of the notice given on {fee.first} came on {fee.last}, after the "
                    f"{allowed} of {rule}; the authority need not comply."
                )
        if unpaid is not None:
            until, _, rule = self._payable_until(unpaid)
            yield f"The fee may be paid until {until} ({rule})."

    def _payable_until(self, notice: date) -> tuple[date, str, str]:
        """Return the last day to pay after a notice, the time allowed, and the provision."""
        if self._kind is ClockKind.EIR:
            last = count(notice, _DAYS_TO_PAY, [bank_holidays(self._calendar)]).last
            return last, "60 working days", "EIR reg 8(5)"
        return last_day_of_months(notice, _MONTHS_TO_PAY), "three months", "FOIA s9(2)"

    def _unknown_terms(self) -> Iterator[str]:
        """Say where a school's count went beyond the terms that are known."""
        if not self._terms:
            return
        known_from = min(term.first for term in self._terms)
        known_to = max(term.last for term in self._terms)
        start = self._timeline.start
        if start < known_from or self.first(start).last > known_to:
            yield (
                f"The school’s terms are known from {known_from} to {known_to}; days outside them "
                "were counted as school days."
            )
