"""What supervisors count: cases, answers, outcomes and letters of an authority over months."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from assistant.domain.case import Purpose, State
from assistant.domain.law.clock import LONDON
from assistant.domain.letters.blocks import LetterKind
from assistant.store.models import Authority, Case, Draft, Letter, Outbox, RequestPart

# The day by which an answer had to be given: the decision's own where it was extended (s.10(3)).
_DUE = Coalesce("decision_due_on", "due_on")
_NOT_DECIDED = (State.OPEN, State.RESPONSE_APPROVED)
_NO_REQUESTS = (State.NOT_A_REQUEST, State.MERGED)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both in it, Europe/London."""

    first: date
    last: date

    @property
    def instants(self) -> tuple[datetime, datetime]:
        """The first instant of the period, and the last."""
        return (
            datetime.combine(self.first, time.min, tzinfo=LONDON),
            datetime.combine(self.last, time.max, tzinfo=LONDON),
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """A request that was answered: on which day, by which it was due, and by whose team.

    Days are those of Europe/London. `due` is None where nobody can say; `team` is empty where the
    case has no officer, or the officer no team.
    """

    on: date
    due: date | None
    team: str


def requests_of(authority: Authority) -> QuerySet[Case]:
    """Return the cases of an authority that are requests, without reviews.

    A merged one is counted where it went.
    """
    requests = Case.objects.filter(authority=authority, purpose=Purpose.REQUEST)
    return requests.exclude(state__in=_NO_REQUESTS)


def received_by_day(authority: Authority, period: Period) -> dict[date, int]:
    """Return how many requests were received on each day on which there were some."""
    found = requests_of(authority).filter(received_on__range=(period.first, period.last))
    return dict(found.values_list("received_on").annotate(Count("pk")).order_by())


def answers(authority: Authority, period: Period) -> list[Answer]:
    """Return the requests that were answered in a period."""
    answered = requests_of(authority).filter(answered_at__range=period.instants)
    rows = answered.annotate(due=_DUE, team=_TEAM).values_list("answered_at", "due", "team")
    # Months are told apart here: days in London are slow work for a database that knows no zones.
    return [Answer(at.astimezone(LONDON).date(), due, team) for at, due, team in rows if at]


def open_by_team(authority: Authority, today: date) -> dict[str, tuple[int, int]]:
    """Return, for each team, its open cases and how many of them are past their due date."""
    found = _open(authority).annotate(group=_TEAM, due=_DUE).values_list("group")
    rows = found.annotate(Count("pk"), late=Count("pk", filter=Q(due__lt=today))).order_by("group")
    return {group: (cases, late) for group, cases, late in rows}


def open_days(authority: Authority) -> Iterator[tuple[date, date | None]]:
    """Yield, for each open case, when it was received and when its answer is due."""
    return _open(authority).annotate(due=_DUE).values_list("received_on", "due").iterator()


def outcomes(authority: Authority, period: Period) -> Counter[str]:
    """Count the outcomes of the parts of requests that were answered in a period."""
    rows = _parts(authority, period).values_list("outcome").annotate(Count("pk"))
    return Counter(dict(rows.order_by("outcome")))


def sections(authority: Authority, period: Period) -> Counter[str]:
    """Count the provisions that parts of requests answered in a period rest on."""
    counted: Counter[str] = Counter()
    rows = _parts(authority, period).exclude(sections=[]).values_list("sections")
    for cited, parts in rows.annotate(Count("pk")).order_by():
        counted.update(dict.fromkeys(cited, parts))
    return counted


def kept_shares(authority: Authority, period: Period) -> list[tuple[date, float | None]]:
    """Return, for each response approved in a period, the day and the share of composed words."""
    rows = approved_responses(authority, period).values_list("approved_at", "kept")
    return [(at.astimezone(LONDON).date(), share) for at, share in rows]


def what_was_unread(
    authority: Authority, period: Period
) -> list[tuple[date, dict[str, Any] | None]]:
    """Return, for each response approved in a period, the day and what its approver had unread."""
    rows = approved_responses(authority, period).values_list("approved_at", "unread")
    return [(at.astimezone(LONDON).date(), kept) for at, kept in rows]


def not_read_yet(authority: Authority) -> int:
    """Count the composed responses that nobody has changed yet, nor approved."""
    ready = Draft.objects.filter(
        case__authority=authority,
        case__state__in=_NOT_DECIDED,
        kind=LetterKind.RESPONSE,
        state=Draft.State.READY,
    )
    return ready.exclude(versions__made_by__isnull=False).count()


def approved_responses(authority: Authority, period: Period) -> QuerySet[Letter]:
    """Return the responses approved in a period, those apart whose approval was taken back."""
    return Letter.objects.filter(
        case__authority=authority,
        kind=LetterKind.RESPONSE,
        approved_at__range=period.instants,
        voided_at__isnull=True,
    )


def sample_of_sent(authority: Authority, period: Period, size: int) -> list[Letter]:
    """Return responses sent in a period, picked by their digests.

    Which these are depends on the bytes of the letters alone: nobody chose them, and asking again
    gives the same ones.
    """
    sent = approved_responses(authority, period).filter(outbox__stage=Outbox.Stage.SENT)
    found = sent.select_related("case", "approved_by", "standing")
    return [*found.prefetch_related("quality_reviews").order_by("sha256")[:size]]


# Cases of nobody, and of people without a team, stand together.
_TEAM = Coalesce(F("officer__team"), Value(""))


def _open(authority: Authority) -> QuerySet[Case]:
    return requests_of(authority).filter(state__in=_NOT_DECIDED)


def _parts(authority: Authority, period: Period) -> QuerySet[RequestPart]:
    """Return the parts of requests answered in a period of which an outcome is recorded."""
    answered = RequestPart.objects.filter(
        case__authority=authority,
        case__purpose=Purpose.REQUEST,
        case__answered_at__range=period.instants,
    )
    return answered.exclude(case__state__in=_NO_REQUESTS).exclude(outcome="")
