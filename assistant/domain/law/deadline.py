"""The words of a clock: its kinds, what happens to it, and the deadline it gives."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ClockKind(StrEnum):
    """Which period runs. SCHOOL and ARCHIVES are FOI with the period that regulations vary."""

    FOI = "foi"
    EIR = "eir"
    SAR = "sar"
    FOI_REVIEW = "foi-review"
    EIR_REVIEW = "eir-review"
    SCHOOL = "school"
    ARCHIVES = "archives"


class EventKind(StrEnum):
    """What can happen to a running clock."""

    CLARIFICATION_SOUGHT = "clarification-sought"
    CLARIFICATION_RECEIVED = "clarification-received"
    FEES_NOTICE = "fees-notice"
    FEES_PAID = "fees-paid"
    EXTENDED = "extended"


class Status(StrEnum):
    """Whether the clock runs."""

    RUNNING = "running"
    PAUSED = "paused"
    AWAITING_CLARIFICATION = "awaiting-clarification"


class Basis(StrEnum):
    """Whether a limit is the law's, or only what the Commissioner expects."""

    STATUTORY = "statutory"
    GUIDANCE = "guidance"


@dataclass(frozen=True, slots=True)
class ClockEvent:
    """Something that happened to the clock, on a day in Europe/London."""

    kind: EventKind
    on: date


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of school days, both ends included; half-terms stand between two of them."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """A day that was counted, and its number."""

    day: int
    date: date


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day that was not counted, why, and for a bank holiday the parts that keep it."""

    date: date
    why: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """What a clock says, with its working.

    `received_on` is the date of receipt that counts (the day clarification came, where it
    restarted the clock); `first_received_on` the day the request first came. `due_on` is the limit
    for the answer, `notice_due_on` for a refusal notice or for telling the requester of an
    extension, `decision_due_on` for the decision on the public interest; all are None while the
    clock stands still, which it does from `standing_since` on, for then nobody knows them.
    `working` are the days counted, to the last of the limits; `skipped` the days passed over. Where
    working days are counted, weekends are in neither; under subject access, which counts every day,
    both together are all days. `rules` are the provisions applied, `warnings` what a person has to
    look at.
    """

    kind: ClockKind
    first_received_on: date
    received_on: date
    due_on: date | None
    notice_due_on: date | None
    decision_due_on: date | None
    due_basis: Basis
    decision_basis: Basis
    status: Status
    working: tuple[WorkingDay, ...] = ()
    skipped: tuple[SkippedDay, ...] = ()
    rules: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    standing_since: date | None = None
