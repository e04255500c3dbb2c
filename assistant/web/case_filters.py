"""The list of cases narrowed down and ordered as a person asked: a table of small functions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Exists, F, OrderBy, OuterRef, QuerySet
from django.utils import timezone

from assistant.domain.law.clock_rules import ClockRules
from assistant.store import case_search
from assistant.store.models import Case, CaseMessage, Draft, Letter, Outbox, RequestPart, User
from assistant.web.context import LIVE, NOT_ANSWERED
from assistant.web.days import working_days_after
from assistant.web.forms.case_list import ME, NOBODY, Chosen
from assistant.web.sending import needing_a_person

Stage = Outbox.Stage
Cases = QuerySet[Case]


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, on which day, and by which rules their working days are counted."""

    person: User
    on: date
    rules: ClockRules


def _state(cases: Cases, value: str, _: Asking) -> Cases:
    if value == "open":
        return cases.filter(NOT_ANSWERED)
    if value == "waiting":
        waits = RequestPart.objects.filter(case=OuterRef("pk"), due_on__isnull=True)
        return cases.filter(NOT_ANSWERED, Exists(waits), state__in=LIVE)
    # An answer that came back is none: such a case is not answered, whatever was sent.
    return cases if value == "all" else cases.filter(state=value, undelivered_at__isnull=True)


def _officer(cases: Cases, value: str, asking: Asking) -> Cases:
    if value == NOBODY:
        return cases.filter(officer__isnull=True)
    return cases.filter(officer=asking.person.pk if value == ME else int(value))


def _regime(cases: Cases, value: str, _: Asking) -> Cases:
    return cases.filter(regime=value)


def _due(cases: Cases, value: str, asking: Asking) -> Cases:
    cases = cases.filter(NOT_ANSWERED)
    if value == "none":
        return cases.filter(due_on__isnull=True)
    if value == "overdue":
        return cases.filter(due_on__lt=asking.on)
    last = working_days_after(asking.on, int(value), asking.rules)
    return cases.filter(due_on__range=(asking.on, last))


def _since(cases: Cases, value: date, _: Asking) -> Cases:
    return cases.filter(received_on__gte=value)


def _until(cases: Cases, value: date, _: Asking) -> Cases:
    return cases.filter(received_on__lte=value)


def _section(cases: Cases, value: str, _: Asking) -> Cases:
    return case_search.relying_on(cases, value)


def _words(cases: Cases, value: str, _: Asking) -> Cases:
    return case_search.having_words(cases, value)


def _letter(cases: Cases, value: str, asking: Asking) -> Cases:
    return LETTERS[value](cases, asking)


def _replied(cases: Cases, value: date, _: Asking) -> Cases:
    return cases.filter(pk__in=replies_since(value).values("case"))


def _to_approve(cases: Cases, _: Asking) -> Cases:
    ready = Draft.objects.filter(state=Draft.State.READY).values("case")
    return cases.filter(pk__in=ready, state__in=LIVE)


def _leaving(cases: Cases, _: Asking) -> Cases:
    stages = (Stage.READY, Stage.TRANSMITTING)
    return cases.filter(pk__in=Outbox.objects.filter(stage__in=stages).values("letter__case"))


def _sent(cases: Cases, _: Asking) -> Cases:
    # Written on the case when a response leaves, so that no letter has to be looked at.
    return cases.filter(answered_at__isnull=False, answered_elsewhere=False)


def _elsewhere(cases: Cases, _: Asking) -> Cases:
    return cases.filter(answered_elsewhere=True)


def _needs_a_person(cases: Cases, _: Asking) -> Cases:
    return cases.filter(pk__in=needing_a_person(Letter.objects.all()).values("case"))


LETTERS: Mapping[str, Callable[[Cases, Asking], Cases]] = {
    "approve": _to_approve,
    "leaving": _leaving,
    "sent": _sent,
    "elsewhere": _elsewhere,
    "person": _needs_a_person,
}
# Each field of the form, and how it narrows the list.
FILTERS: Mapping[str, Callable[..., Cases]] = {
    "state": _state,
    "officer": _officer,
    "regime": _regime,
    "due": _due,
    "since": _since,
    "until": _until,
    "section": _section,
    "letter": _letter,
    "replied": _replied,
    "q": _words,
}
_OFFICER = ("officer__first_name", "officer__last_name", "officer__username")
Ordering = tuple[str | OrderBy, ...]
ORDERINGS: Mapping[str, Ordering] = {
    # An answered case keeps its due date, so what still runs comes first.
    "due": ("-unanswered", F("due_on").asc(nulls_last=True), "reference"),
    "-due": ("-unanswered", F("due_on").desc(nulls_last=True), "-reference"),
    "received": ("received_on", "reference"),
    "-received": ("-received_on", "-reference"),
    "reference": ("reference",),
    "-reference": ("-reference",),
    "title": ("title", "reference"),
    "-title": ("-title", "-reference"),
    "state": ("state", "reference"),
    "-state": ("-state", "-reference"),
    "officer": (*(F(name).asc(nulls_last=True) for name in _OFFICER), "reference"),
    "-officer": (*(F(name).desc(nulls_last=True) for name in _OFFICER), "-reference"),
}


def narrowed(cases: Cases, chosen: Chosen, asking: Asking) -> Cases:
    """Return those of the cases that were asked for, in no order."""
    for name, narrow in FILTERS.items():
        value = getattr(chosen, name)
        if value:
            cases = narrow(cases, value, asking)
    return cases


def replies_since(day: date) -> QuerySet[CaseMessage]:
    """Return the replies of requesters that were filed since the beginning of a day in London."""
    began = datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())
    return CaseMessage.objects.filter(part=CaseMessage.Part.REPLY, filed_at__gte=began)
