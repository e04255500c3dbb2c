"""How many cases there are of a kind, and which: the lists of the work, counted."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from django.db.models import F, QuerySet

from assistant.domain.case import State
from assistant.domain.chat.answer import Place, Source
from assistant.domain.law.acts import Regime
from assistant.domain.law.distance import working_days_after
from assistant.domain.law.timeline import long_day
from assistant.services.asked.asking import Asking, Blocks, fact, of_case
from assistant.services.asked.clock import days_left
from assistant.services.asked.history import in_words
from assistant.store import case_search
from assistant.store.models import Case, Message, User

_SHOWN = 10
_SOON = 3
Cases = QuerySet[Case]
Query = dict[str, str]
# A condition: what it is called, how it narrows, and how the list of cases is asked for it.
Narrowed = tuple[str, Cases, Query]


def work(asking: Asking) -> Blocks:
    """Answer how many cases there are of those that are asked for, and which are due first."""
    if asking.arguments.has("held") and asking.arguments.has("letter"):
        return _held_mail(asking)
    cases = Case.objects.filter(authority=asking.authority)
    words: list[str] = []
    query: Query = {}
    for narrow in _CONDITIONS:
        found = narrow(asking, cases)
        if found is not None:
            word, cases, more = found
            words += [word] if word else []
            query |= more
    source = Source("Cases", Place("cases", (), "", tuple(sorted(query.items()))))
    many = cases.count()
    what = ", ".join(words)
    counted = "1 case" if many == 1 else f"{many or 'No'} cases"
    blocks = [fact(f"{counted}{f': {what}' if what else ''}.", source)]
    ordered = cases.order_by("-unanswered", F("due_on").asc(nulls_last=True), "reference")
    shown = ordered.select_related("officer")[:_SHOWN]
    blocks += [fact(_line(asking, case), of_case(case, "the case")) for case in shown]
    return tuple(blocks)


def _line(asking: Asking, case: Case) -> str:
    """Say what a case is, by when it is due, and whose it is."""
    due = f"due {long_day(case.due_on)}" if case.due_on else "no date while it waits"
    left = f", {days_left(asking, case.due_on)}" if case.unanswered and case.due_on else ""
    state = f"{due}{left}" if case.unanswered else "not open"
    officer = case.officer.shown_name if case.officer else "nobody’s yet"
    return f"{case.reference}, {case.title}: {state}; {officer}."


def _held_mail(asking: Asking) -> Blocks:
    """Say how many messages wait for a person to say what they are."""
    held = Message.objects.filter(
        authority=asking.authority,
        disposition=Message.Disposition.HELD,
        resolution=Message.Resolution.NONE,
    ).count()
    many = "1 message is" if held == 1 else f"{held} messages are"
    return (fact(f"{many} held for a person.", Source("Held mail", Place("held"))),)


def _state(asking: Asking, cases: Cases) -> Narrowed | None:
    """Keep open cases, unless answered ones or those received in some days are asked for."""
    arguments = asking.arguments
    about_time = arguments.period.named and not arguments.has("due", "overdue", "open", "missing")
    if arguments.has("answer", "closed", "response") and not arguments.has("missing"):
        return "answered", cases.filter(state=State.ANSWERED), {"state": "answered"}
    if about_time or (arguments.sections and not arguments.has("open")):
        return "", cases, {"state": "all"}
    return "not answered yet", cases.filter(unanswered__in=[True]), {"state": "open"}


def _due(asking: Asking, cases: Cases) -> Narrowed | None:
    """Keep those that are overdue, or due by a day that is named."""
    arguments = asking.arguments
    if arguments.has("overdue"):
        return "overdue", cases.filter(due_on__lt=asking.on), {"due": "overdue"}
    if not arguments.has("due") and " due " not in f" {arguments.words} ":
        return None
    last = _last_day(asking)
    if last is None:
        return None
    word = f"due by {long_day(last)}" if last > asking.on else "due today"
    query = {"due": "0"} if last == asking.on else {"due": "5"}
    return word, cases.filter(due_on__range=(asking.on, last)), query


def _last_day(asking: Asking) -> date | None:
    """Return the day until which cases are due that are asked for."""
    said, on = f" {asking.arguments.words} ", asking.on
    period = asking.arguments.period
    if " tomorrow " in said:
        return on + timedelta(days=1)
    coming = " next " in said or asking.arguments.has("next")
    if coming and "week" in said:
        return on + timedelta(days=13 - on.weekday())
    if period.named:
        whole_week = period.since is not None and period.since != period.until
        return on + timedelta(days=6 - on.weekday()) if whole_week else on
    return working_days_after(on, _SOON, asking.rules) if "soon" in said or coming else None


def _officer(asking: Asking, cases: Cases) -> Narrowed | None:
    """Keep those of the person who asks, of nobody, or of somebody who is named."""
    arguments, said = asking.arguments, f" {asking.arguments.words} "
    if arguments.has("nobody"):
        return "nobody’s yet", cases.filter(officer__isnull=True), {"officer": "nobody"}
    if arguments.has("mine") or " my " in said or "have i got" in said or " i have " in said:
        return "yours", cases.filter(officer=asking.person), {"officer": "me"}
    named = [person for person in _people(asking) if _is_named(person, said)]
    if len(named) == 1:
        person = named[0]
        query = {"officer": str(person.pk)}
        return f"{person.shown_name}’s", cases.filter(officer=person), query
    return None


def _people(asking: Asking) -> QuerySet[User]:
    """Return the people of the authority."""
    return User.objects.filter(authority=asking.authority, is_active=True)


def _is_named(person: User, said: str) -> bool:
    """Whether a question names a person: by name or by user name."""
    names = (person.first_name, person.last_name, person.username)
    return any(name and f" {name.lower()} " in said for name in names)


def _regime(asking: Asking, cases: Cases) -> Narrowed | None:
    """Keep those under a law that is named."""
    if asking.arguments.has("environmental"):
        return "under the EIR", cases.filter(regime=Regime.EIR), {"regime": "EIR"}
    if asking.arguments.has("subject_access"):
        return "subject access", cases.filter(regime=Regime.SAR), {"regime": "SAR"}
    return None


def _period(asking: Asking, cases: Cases) -> Narrowed | None:
    """Keep those received, or answered, within the days that are named."""
    arguments, period = asking.arguments, asking.arguments.period
    if not period.named or arguments.has("due", "overdue"):
        return None
    answered = arguments.has("answer", "closed", "response", "send")
    field = "answered_at__date" if answered else "received_on"
    if period.since:
        cases = cases.filter(**{f"{field}__gte": period.since})
    if period.until:
        cases = cases.filter(**{f"{field}__lte": period.until})
    days: Mapping[str, date | None] = {"since": period.since, "until": period.until}
    query = {} if answered else {name: day.isoformat() for name, day in days.items() if day}
    return f"{'answered' if answered else 'received'}{in_words(period)}", cases, query


def _section(asking: Asking, cases: Cases) -> Narrowed | None:
    """Keep those of which a part relies on a section that is named."""
    if not asking.arguments.sections:
        return None
    section = asking.arguments.sections[0]
    return f"relying on {section}", case_search.relying_on(cases, section), {"section": section}


_CONDITIONS: tuple[Callable[[Asking, Cases], Narrowed | None], ...] = (
    _state, _due, _officer, _regime, _period, _section,
)  # fmt: skip
