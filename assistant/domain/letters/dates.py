"""Days that some letters state: what an extension, a fee or a review comes to by the clock."""

from dataclasses import dataclass, fields
from datetime import date

from assistant.domain.law.acts import Regime
from assistant.domain.law.calendar import Calendar
from assistant.domain.law.clock import ClockEvent, ClockKind, EventKind, compute
from assistant.domain.law.counting import bank_holidays, count
from assistant.domain.law.months import last_day_of_months

_MONTHS_TO_PAY = 3
_DAYS_TO_PAY_EIR = 60
_COUNTED_AT_MOST = 4000


@dataclass(frozen=True, slots=True)
class LetterDates:
    """Days in Europe/London, each None where it is not known or does not arise.

    `message_on` is when the message came that the letter answers, `responded_on` when the request
    was answered. `decision_on` is the estimate of s.17(2)(a) FOIA, `extended_due_on` the limit of
    reg 7(1) EIR, `fee_until` the last day to pay (s.9(2) FOIA, reg 8(5) EIR), `sar_due_on` the
    limit of a subject access request that came on the day of receipt. `working_days_late` is how
    long ago the answer was due.
    """

    message_on: date | None = None
    responded_on: date | None = None
    review_received_on: date | None = None
    review_due_on: date | None = None
    decision_on: date | None = None
    extended_due_on: date | None = None
    fee_until: date | None = None
    sar_due_on: date | None = None
    working_days_late: int = 0

    def known(self) -> dict[str, date]:
        """Return the days that are known, by the names of the slots they fill."""
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: day for name, day in found.items() if isinstance(day, date)}


UNKNOWN = LetterDates()


@dataclass(frozen=True, slots=True)
class Standing:
    """What the dates of a letter follow from.

    `started_on` is the date of receipt that counts, `due_on` the limit by the clock as it stands
    (None while it does not run).
    """

    regime: Regime
    received_on: date
    started_on: date
    due_on: date | None
    letter_date: date
    message_on: date | None = None
    responded_on: date | None = None
    review_received_on: date | None = None


def letter_dates(standing: Standing, calendar: Calendar) -> LetterDates:
    """Compute what the letters of a case may state; each rule is named at LetterDates."""
    eir = standing.regime is Regime.EIR
    return LetterDates(
        message_on=standing.message_on,
        responded_on=standing.responded_on,
        review_received_on=standing.review_received_on,
        review_due_on=_review_due(standing, calendar),
        decision_on=None if eir else _extended(ClockKind.FOI, standing, calendar),
        extended_due_on=_extended(ClockKind.EIR, standing, calendar),
        fee_until=_fee_until(standing, calendar),
        sar_due_on=compute(ClockKind.SAR, standing.received_on, (), calendar).due_on,
        working_days_late=_late(standing, calendar),
    )


def _extended(kind: ClockKind, standing: Standing, calendar: Calendar) -> date | None:
    """Return the last limit of a clock that is extended by this letter; None where it stands still.

    Under the EIR an extension that is told after the first limit is none (reg 7(3)).
    """
    late = standing.due_on is not None and standing.letter_date > standing.due_on
    if standing.due_on is None or (kind is ClockKind.EIR and late):
        return None
    told = ClockEvent(EventKind.EXTENDED, max(standing.letter_date, standing.started_on))
    return compute(kind, standing.started_on, (told,), calendar).decision_due_on


def _review_due(standing: Standing, calendar: Calendar) -> date | None:
    """Return when the outcome of a review is due, where one was asked for."""
    if standing.review_received_on is None:
        return None
    kind = ClockKind.EIR_REVIEW if standing.regime is Regime.EIR else ClockKind.FOI_REVIEW
    return compute(kind, standing.review_received_on, (), calendar).due_on


def _fee_until(standing: Standing, calendar: Calendar) -> date:
    """Return the last day to pay a fee of which notice is given by this letter."""
    if standing.regime is Regime.EIR:
        return count(standing.letter_date, _DAYS_TO_PAY_EIR, [bank_holidays(calendar)]).last
    return last_day_of_months(standing.letter_date, _MONTHS_TO_PAY)


def _late(standing: Standing, calendar: Calendar) -> int:
    """Return how many working days have passed since the answer was due."""
    if standing.due_on is None or standing.letter_date <= standing.due_on:
        return 0
    days = min((standing.letter_date - standing.due_on).days, _COUNTED_AT_MOST)
    counted = count(standing.due_on, days, [bank_holidays(calendar)])
    return sum(1 for each in counted.working if each.date <= standing.letter_date)
