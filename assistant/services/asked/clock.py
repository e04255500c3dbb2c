"""When a case is due and why, and which law answers it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from assistant.domain.case import State
from assistant.domain.chat.answer import Block
from assistant.domain.event_words import event_words
from assistant.domain.law.clock import received_on
from assistant.domain.law.deadline import Status
from assistant.domain.law.distance import working_days_between
from assistant.domain.law.timeline import long_day
from assistant.services.asked.asking import (
    Asking,
    Blocks,
    at,
    fact,
    gap,
    law,
    listed,
    name_of,
    no_such_part,
    of_case,
    of_history,
    of_part,
    of_provision,
)
from assistant.services.asked.words import REGIMES
from assistant.store.models import Case, RequestPart

Plain = Mapping[str, Any]
_RECEIPTS = {
    "server": "when our mail server received it",
    "corrected": "as a person corrected it",
    "post": "as it came by post",
    "spoken": "as it was spoken",
    "brought_in": "as the earlier system says",
}
_WAITS = {
    Status.PAUSED.value: "waits for the fee",
    Status.AWAITING_CLARIFICATION.value: "waits for clarification",
}


def due(asking: Asking) -> Blocks:
    """Answer when a case, or the parts that are named, must be answered, with the working."""
    case, parts = asking.the_case, asking.parts()
    if asking.arguments.parts and not parts:
        return no_such_part(asking)
    groups = list(_groups(case, parts))
    clocks = (
        block
        for deadline, members in groups
        for block in _clock(asking, deadline, members if len(groups) > 1 else parts, len(groups))
    )
    return (*clocks, *_recorded(case))


def _recorded(case: Case) -> Iterator[Block]:
    """Yield what was recorded of the clock, the oldest first; what was taken back is left out."""
    rows = case.clock_events.filter(withdrawn_at__isnull=True).order_by("on", "pk")
    for row in rows.select_related("part", "recorded_by"):
        of_which = f", {name_of(row.part).lower()}" if row.part else ""
        note = f" {row.note}" if row.note else ""
        who = row.recorded_by.shown_name if row.recorded_by else "by machine"
        said = f"{event_words(row.kind)} on {long_day(row.on)}{of_which} ({who}).{note}"
        yield fact(said, of_history(case))


def regime(asking: Asking) -> Blocks:
    """Answer which law a case falls under, and why."""
    case = asking.the_case
    source = of_case(case, "regime")
    blocks = [fact(f"The request is answered under {REGIMES[case.regime]}.", source)]
    blocks += [fact(reason, source) for reason in case.regime_reasons]
    if not case.regime_reasons:
        blocks.append(gap("No reason is on record for it.", source))
    for part in asking.parts():
        if part.regime != case.regime:
            said = f"{name_of(part)} is answered under {REGIMES[part.regime]}."
            blocks.append(fact(said, of_part(case, part)))
    return tuple(blocks)


def days_left(asking: Asking, day: date) -> str:
    """Say how far off a day is, in working days of the authority's own calendar."""
    if day < asking.on:
        late = max(working_days_between(day, asking.on, asking.rules), 1)
        return f"overdue by {_days(late)}"
    if day == asking.on:
        return "today"
    return f"{_days(working_days_between(asking.on, day, asking.rules))} left"


def _days(count: int) -> str:
    """Spell out a number of working days."""
    return "1 working day" if count == 1 else f"{count} working days"


def _groups(case: Case, parts: Sequence[RequestPart]) -> Iterator[tuple[Plain, list[RequestPart]]]:
    """Yield each clock of a case once with the parts it is for; without parts the case's own."""
    groups: list[tuple[Plain, list[RequestPart]]] = []
    for part in parts:
        deadline = part.deadline or case.deadline
        known = next((members for other, members in groups if other == deadline), None)
        if known is None:
            groups.append((deadline, [part]))
        else:
            known.append(part)
    yield from groups or [(case.deadline, [])]


def _clock(
    asking: Asking, deadline: Plain, parts: Sequence[RequestPart], clocks: int
) -> Iterator[Block]:
    """Yield what one clock says: the date, what it was counted from, which days were not."""
    case = asking.the_case
    source = of_case(case, "the clock", "clock")
    whose = f"{listed(name_of(part) for part in parts)}: the" if clocks > 1 else "The"
    day = _day(deadline.get("due_on"))
    if day is None:
        waits = _WAITS.get(str(deadline.get("status", "")), "stands still")
        since = _day(deadline.get("standing_since"))
        when = f" since {long_day(since)}" if since else ""
        yield fact(f"{whose} clock {waits}{when}, so no date is known now.", source)
    else:
        answered = (of_history(case),) if case.answered_at else ()
        said = f"{whose} answer is due on {_weekday(day)}{_how_it_stands(asking, day)}."
        yield fact(said, source, *answered)
        yield from _further_dates(deadline, day, source_of=case)
        yield fact(_counted(case, deadline), source)
    for warning in deadline.get("warnings", ()):
        yield fact(str(warning), source)
    rules = [str(rule) for rule in deadline.get("rules", ())]
    if rules:
        yield law(f"Rules applied: {listed(rules)}.", *(of_provision(rule) for rule in rules))


def _how_it_stands(asking: Asking, day: date) -> str:
    """Say what is left of the time; of an answered case, when it was answered."""
    case = asking.the_case
    if case.state in {State.OPEN, State.RESPONSE_APPROVED} or case.undelivered_at:
        return f": {days_left(asking, day)}"
    if case.answered_at is None:
        return ""
    late = "in time" if received_on(case.answered_at) <= day else "late"
    return f"; it was answered on {at(case.answered_at)}, {late}"


def _further_dates(deadline: Plain, due_on: date, *, source_of: Case) -> Iterator[Block]:
    """Yield the day of the decision on the public interest, where it is another."""
    decision = _day(deadline.get("decision_due_on"))
    if decision is not None and decision != due_on:
        yield fact(
            f"The decision on the public interest is due on {_weekday(decision)}.",
            of_case(source_of, "the clock", "clock"),
        )


def _counted(case: Case, deadline: Plain) -> str:
    """Say from which day the days were counted, how many, and which were passed over."""
    first = _day(deadline.get("received_on")) or case.received_on
    working = list(deadline.get("working", ()))
    restarted = deadline.get("first_received_on") not in {None, first.isoformat()}
    basis = (
        "the day that clarification came"
        if restarted
        else f"the date of receipt ({_RECEIPTS.get(case.receipt_basis, 'as recorded')})"
    )
    skipped = [
        f"{long_day(date.fromisoformat(each['date']))} ({each['why']})"
        for each in deadline.get("skipped", ())
    ]
    passed = f" Not counted: weekends, {listed(skipped)}." if skipped else ""
    last = working[-1] if working else None
    count = f" Day {last['day']} is {_weekday(date.fromisoformat(last['date']))}." if last else ""
    return f"Counted from the day after {_weekday(first)}, {basis}.{count}{passed}"


def _weekday(day: date) -> str:
    """Return a day with its weekday: Tuesday 31 March 2026."""
    return f"{day:%A} {long_day(day)}"


def _day(text: object) -> date | None:
    """Read a day in ISO form, as JSON columns hold it."""
    return date.fromisoformat(text) if isinstance(text, str) else None
