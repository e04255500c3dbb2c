"""The clocks of a case as its page shows them: each date with its basis, and every day counted."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from assistant.domain.law.deadline import Basis, ClockKind, Status
from assistant.domain.law.timeline import long_day
from assistant.store.models import Case, RequestPart
from assistant.web.request_text import part_name

_DAY = timedelta(days=1)
_SATURDAY = 5
_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
BASES = {
    Basis.STATUTORY.value: "Set by law",
    Basis.GUIDANCE.value: "Guidance, not set by law",
}
STATUSES = {
    Status.RUNNING.value: ("Running", "green"),
    Status.PAUSED.value: ("Waiting for the fee", "blue"),
    Status.AWAITING_CLARIFICATION.value: ("Awaiting clarification", "blue"),
}
# Of a case that is answered or closed another way: its dates stay to be compared with.
ENDED = ("Stopped: the case is closed", "grey")
NOTICES = {
    ClockKind.EIR.value: "Refusal, or word of an extension, due",
    ClockKind.SAR.value: "Word of an extension due",
}
REVIEWS = (ClockKind.FOI_REVIEW, ClockKind.EIR_REVIEW)
Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ShownDay:
    """A row of the working: a day or a weekend, its number where it counts, else why not."""

    days: str
    number: int | None
    words: str


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A date with what it is for and what it rests on."""

    name: str
    day: date
    basis: str


@dataclass(frozen=True, slots=True)
class ShownClock:
    """One clock: whose it is (empty where it is every part's), how it stands, dates, working."""

    name: str
    status: tuple[str, str]
    since: date | None
    first_received_on: date
    received_on: date
    dates: tuple[ShownDate, ...]
    rules: tuple[str, ...]
    warnings: tuple[str, ...]
    days: tuple[ShownDay, ...]

    @property
    def restarted(self) -> bool:
        """Whether clarification gave it a new date of receipt."""
        return self.received_on != self.first_received_on


def shown_clocks(case: Case, parts: Sequence[RequestPart]) -> list[ShownClock]:
    """Return each clock of a case once, with the parts it is for where they differ."""
    groups: list[tuple[Plain, list[RequestPart]]] = []
    for part in parts:
        deadline = part.deadline or case.deadline
        for known, members in groups:
            if known == deadline:
                members.append(part)
                break
        else:
            groups.append((deadline, [part]))
    if len(groups) <= 1:
        return [_shown(groups[0][0] if groups else case.deadline, "", case)]
    return [_shown(deadline, names_of(members), case) for deadline, members in groups]


def names_of(parts: Iterable[RequestPart]) -> str:
    """Return the names of some parts: "Part 2", "Parts 1 and 3"."""
    *most, last = [part_name(part).removeprefix("Part ") for part in parts]
    return f"Parts {', '.join(most)} and {last}" if most else f"Part {last}"


def standing(deadline: Plain) -> tuple[str, str]:
    """Return in words and a colour whether a clock runs, or what it waits for."""
    status = deadline.get("status", "")
    if status == Status.PAUSED and deadline.get("kind") == ClockKind.SAR:
        status = Status.AWAITING_CLARIFICATION.value
    return STATUSES.get(status, ("Clock stopped", "blue"))


def with_long_days(text: str) -> str:
    """Return a warning of the law's with its days as officers write them."""
    return _ISO_DAY.sub(lambda found: long_day(date.fromisoformat(found[0])), text)


def _shown(deadline: Plain, name: str, case: Case) -> ShownClock:
    """Return one stored deadline as the page shows it."""
    received = _day(deadline.get("received_on")) or case.received_on
    dates = tuple(_dates(deadline))
    return ShownClock(
        name=name,
        status=standing(deadline) if case.unanswered else ENDED,
        since=_day(deadline.get("standing_since")),
        first_received_on=_day(deadline.get("first_received_on")) or case.received_on,
        received_on=received,
        dates=dates,
        rules=tuple(deadline.get("rules", ())),
        warnings=tuple(with_long_days(each) for each in deadline.get("warnings", ())),
        days=tuple(_days(deadline, received, dates)),
    )


def _dates(deadline: Plain) -> Iterable[ShownDate]:
    """Yield the dates of a clock that runs; the notice's and the decision's where they are apart.

    Under the Act a refusal notice has its own duty (s.17(1)), so it is always said when it is due.
    """
    kind = deadline.get("kind", "")
    basis = BASES.get(deadline.get("due_basis", ""), "")
    due, notice = _day(deadline.get("due_on")), _day(deadline.get("notice_due_on"))
    decision = _day(deadline.get("decision_due_on"))
    if due:
        yield ShownDate("Answer due", due, basis)
    if notice and kind not in REVIEWS and (kind not in NOTICES or notice != due):
        name = NOTICES.get(kind, "Refusal notice due (s.17)")
        yield ShownDate(name, notice, BASES[Basis.STATUTORY])
    if decision and decision != due:
        name = "Decision on the public interest due"
        yield ShownDate(name, decision, BASES.get(deadline.get("decision_basis", ""), ""))


def _days(deadline: Plain, received: date, dates: Sequence[ShownDate]) -> Iterable[ShownDay]:
    """Yield every day from the receipt to the last limit; a weekend that nothing counts is one."""
    numbers = {_day(each["date"]): each["day"] for each in deadline.get("working", ())}
    skipped = {_day(each["date"]): each for each in deadline.get("skipped", ())}
    if not numbers:
        return
    yield ShownDay(_written(received), 0, "Received")
    day, last = received + _DAY, max(filter(None, numbers))
    while day <= last:
        if day in numbers:
            limits = [each.name for each in dates if each.day == day]
            yield ShownDay(_written(day), numbers[day], "; ".join(limits))
        elif day in skipped:
            yield ShownDay(_written(day), None, _why(skipped[day]))
        elif day.weekday() == _SATURDAY:
            first = f"{day:%a} {day.day}" if day.month == (day + _DAY).month else _written(day)[:-5]
            yield ShownDay(f"{first} and {_written(day + _DAY)}", None, "Weekend")
            day += _DAY
        else:
            yield ShownDay(_written(day), None, "Weekend")
        day += _DAY


def _why(skipped: Plain) -> str:
    """Say why a day was not counted, and which parts of the kingdom keep it."""
    where = skipped.get("where")
    why = str(skipped["why"])
    return f"{why[0].upper()}{why[1:]}" + (f" ({where})" if where else "")


def _written(day: date) -> str:
    """Return a day as the working writes it: Tue 17 Mar 2026."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def _day(text: object) -> date | None:
    """Read a day in ISO form, as JSON columns hold it."""
    return date.fromisoformat(text) if isinstance(text, str) else None
