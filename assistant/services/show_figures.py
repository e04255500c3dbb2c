"""Count how the assistant stands, for programs that watch it: figures without anybody's name.

Each source is one query over rows that have an index or are few, whatever there is to count. The
truth is in the database, so it does not matter which program is asked, nor whether one was started
anew: nothing is counted in memory.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from django.db.models import Count, Min, Q, Sum
from django.db.models.functions import Coalesce

from assistant.domain.case import State
from assistant.domain.law.clock import received_on
from assistant.store import queue
from assistant.store.models import (
    Authority,
    Case,
    Draft,
    LibraryCheck,
    LibraryIndex,
    MailboxFolder,
    Message,
    ModelCall,
    Outbox,
)

QUEUES = ("mail", "draft", "send", "library")
# A clock is about to run out within so many days, today being none.
SOON = (0, 1, 3, 7)
# So many models are told apart; further ones, of settings long past, are counted together.
MOST_MODELS = 20
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure is called, what it says, and by what it is told apart.

    A gauge goes up and down; a counter only up, and its name ends in _total where it is shown.
    """

    name: str
    about: str
    labels: tuple[str, ...] = ()
    kind: Literal["gauge", "counter"] = "gauge"


# One value of a figure: its name, its labels' values, the number.
Value = tuple[str, tuple[str, ...], float]


@dataclass(frozen=True, slots=True)
class Source:
    """One query, and the figures that it gives at an instant (aware)."""

    figures: tuple[Figure, ...]
    read: Callable[[datetime], Iterator[Value]]


def show_figures(now: datetime) -> Iterator[tuple[Figure, list[tuple[tuple[str, ...], float]]]]:
    """Yield every figure with its values at an instant (aware): labels' values and number.

    Raises what the database raises where it does not answer.
    """
    for source in SOURCES:
        found: dict[str, list[tuple[tuple[str, ...], float]]] = {}
        for name, labels, number in source.read(now):
            found.setdefault(name, []).append((labels, number))
        for figure in source.figures:
            yield figure, found.get(figure.name, [])


def _messages(_now: datetime) -> Iterator[Value]:
    open_still = Q(disposition=Message.Disposition.HELD, resolution=Message.Resolution.NONE)
    rows = Message.objects.values_list("disposition").annotate(
        every=Count("pk"), waiting=Count("pk", filter=open_still)
    )
    counts = {name: (every, waiting) for name, every, waiting in rows.order_by()}
    for one in Message.Disposition:
        yield "foi_messages", (one.value,), counts.get(one.value, (0, 0))[0]
    yield "foi_messages_waiting", (), counts.get(Message.Disposition.HELD.value, (0, 0))[1]


def _mailboxes(now: datetime) -> Iterator[Value]:
    rows = MailboxFolder.objects.filter(in_use=True).select_related("mailbox")
    for row in rows.order_by("pk"):
        labels = (str(row.mailbox.authority_id), str(row.mailbox_id), str(row.pk))
        # Never read is later than any limit.
        yield "foi_mailbox_unread_seconds", labels, _since(row.polled_at, now, never=math.inf)
        yield "foi_mailbox_failing", labels, bool(row.problem)
        # None before the first comparison: then there is nothing to tell, and nothing is told.
        if row.on_server is not None and row.counted_at is not None:
            yield "foi_mailbox_server_messages", labels, row.on_server
            yield "foi_mailbox_missing_messages", labels, row.missing


def _since(then: datetime | None, now: datetime, *, never: float) -> float:
    return never if then is None else max((now - then).total_seconds(), 0.0)


def _queues(now: datetime) -> Iterator[Value]:
    depths = queue.depths(now)
    for name in QUEUES:
        depth = depths.get(name, queue.Depth(0, 0, None))
        yield "foi_queue_waiting", (name,), depth.waiting
        yield "foi_queue_running", (name,), depth.running
        yield "foi_queue_oldest_seconds", (name,), _since(depth.since, now, never=0.0)


def _drafts(_now: datetime) -> Iterator[Value]:
    counts = dict(Draft.objects.values_list("state").annotate(Count("pk")).order_by())
    for one in Draft.State:
        yield "foi_drafts", (one.value,), counts.get(one.value, 0)


def _letters(now: datetime) -> Iterator[Value]:
    rows = Outbox.objects.values_list("stage").annotate(number=Count("pk"), first=Min("queued_at"))
    found = {stage: (number, first) for stage, number, first in rows.order_by()}
    for one in Outbox.Stage:
        yield "foi_letters", (one.value,), found.get(one.value, (0, None))[0]
    first = found.get(Outbox.Stage.READY.value, (0, None))[1]
    yield "foi_letters_oldest_waiting_seconds", (), _since(first, now, never=0.0)


def _cases(now: datetime) -> Iterator[Value]:
    today = received_on(now)
    authorities = list(Authority.objects.order_by("pk").values_list("pk", flat=True))
    undecided = Q(state=State.OPEN, due__gte=today)
    within = {
        f"within_{days}": Count("pk", filter=undecided & Q(due__lte=today + timedelta(days=days)))
        for days in SOON
    }
    # By a list, so that SQLite too finds the few that are open by their index.
    rows = Case.objects.filter(authority__in=authorities, unanswered__in=[True])
    rows = rows.annotate(due=Coalesce("decision_due_on", "due_on")).order_by()
    counted: dict[int, dict[str, Any]] = {
        row["authority"]: dict(row)
        for row in rows.values("authority").annotate(
            every=Count("pk"),
            late=Count("pk", filter=Q(due__lt=today)),
            returned=Count("pk", filter=Q(undelivered_at__isnull=False)),
            **within,
        )
    }
    for authority in authorities:
        row: dict[str, Any] = counted.get(authority, {})
        labels = (str(authority),)
        yield "foi_cases_open", labels, row.get("every", 0)
        yield "foi_cases_overdue", labels, row.get("late", 0)
        yield "foi_cases_undelivered", labels, row.get("returned", 0)
        for days in SOON:
            number = row.get(f"within_{days}", 0)
            yield "foi_cases_unapproved_due_soon", (*labels, str(days)), number


def _libraries(_now: datetime) -> Iterator[Value]:
    rows = LibraryIndex.objects.order_by("authority_id")
    for authority, passages, stale in rows.values_list("authority_id", "passages", "stale"):
        yield "foi_index_passages", (str(authority),), passages
        yield "foi_index_out_of_date", (str(authority),), bool(stale)


def _library_checks(now: datetime) -> Iterator[Value]:
    rows = LibraryCheck.objects.order_by("authority_id")
    for authority, ended, lacking, left in rows.values_list(
        "authority_id", "ended_at", "lacking", "left"
    ):
        labels = (str(authority),)
        yield "foi_index_drift_passages", labels, lacking
        yield "foi_index_unmended_passages", labels, left
        yield "foi_index_unchecked_seconds", labels, _since(ended, now, never=math.inf)


def _models(_now: datetime) -> Iterator[Value]:
    rows = ModelCall.objects.values_list("model").annotate(
        calls=Count("pk"),
        # A call that was used may still say what of its answer was left out.
        failed=Count("pk", filter=Q(problem__gt="") & ~Q(problem__startswith="left out ")),
        spent=Sum("milliseconds"),
        tokens_in=Sum("tokens_in"),
        tokens_out=Sum("tokens_out"),
        pence=Sum("pence"),
    )
    sums: dict[str, list[float]] = {}
    for place, (model, *numbers) in enumerate(rows.order_by("-calls", "model")):
        known_as = model if place < MOST_MODELS else OTHER
        before = sums.setdefault(known_as, [0.0] * len(numbers))
        sums[known_as] = [a + float(b) for a, b in zip(before, numbers, strict=True)]
    for model, (calls, failed, spent, tokens_in, tokens_out, pence) in sums.items():
        yield "foi_model_calls", (model, "used"), calls - failed
        yield "foi_model_calls", (model, "failed"), failed
        yield "foi_model_seconds", (model,), spent / 1000
        yield "foi_model_tokens", (model, "in"), tokens_in
        yield "foi_model_tokens", (model, "out"), tokens_out
        yield "foi_model_pence", (model,), pence


_FOLDER = ("authority", "mailbox", "folder")
SOURCES: tuple[Source, ...] = (
    Source(
        (
            Figure("foi_messages", "Messages by what became of them.", ("disposition",)),
            Figure("foi_messages_waiting", "Held messages that nobody has decided about."),
        ),
        _messages,
    ),
    Source(
        (
            Figure(
                "foi_mailbox_unread_seconds",
                "Seconds since a folder was last read without a fault; +Inf if it never was.",
                _FOLDER,
            ),
            Figure("foi_mailbox_failing", "1 where the last look at a folder failed.", _FOLDER),
            Figure(
                "foi_mailbox_server_messages",
                "Messages on the mail server at the last comparison.",
                _FOLDER,
            ),
            Figure(
                "foi_mailbox_missing_messages",
                "Messages on the mail server that should be here and are not.",
                _FOLDER,
            ),
        ),
        _mailboxes,
    ),
    Source(
        (
            Figure("foi_queue_waiting", "Tasks that wait for a worker.", ("queue",)),
            Figure("foi_queue_running", "Tasks that a worker is at.", ("queue",)),
            Figure("foi_queue_oldest_seconds", "How long the first of them waits.", ("queue",)),
        ),
        _queues,
    ),
    Source((Figure("foi_drafts", "Drafts by state.", ("state",)),), _drafts),
    Source(
        (
            Figure("foi_letters", "Approved letters by how far their sending is.", ("stage",)),
            Figure(
                "foi_letters_oldest_waiting_seconds", "How long the first letter waits to leave."
            ),
        ),
        _letters,
    ),
    Source(
        (
            Figure("foi_cases_open", "Cases without an answer.", ("authority",)),
            Figure("foi_cases_overdue", "Of these, those past their day.", ("authority",)),
            Figure(
                "foi_cases_undelivered",
                "Of these, those whose letter came back.",
                ("authority",),
            ),
            Figure(
                "foi_cases_unapproved_due_soon",
                "Cases due today or within so many days, with no response approved.",
                ("authority", "days"),
            ),
        ),
        _cases,
    ),
    Source(
        (
            Figure("foi_index_passages", "Passages in the library’s index.", ("authority",)),
            Figure("foi_index_out_of_date", "1 where the index is to be mended.", ("authority",)),
        ),
        _libraries,
    ),
    Source(
        (
            Figure(
                "foi_index_drift_passages",
                "Passages that the last check found missing, out of date or over.",
                ("authority",),
            ),
            Figure(
                "foi_index_unmended_passages",
                "Of these, those that could not be mended.",
                ("authority",),
            ),
            Figure(
                "foi_index_unchecked_seconds",
                "Seconds since the last whole check; +Inf while one runs for the first time.",
                ("authority",),
            ),
        ),
        _library_checks,
    ),
    Source(
        (
            Figure("foi_model_calls", "Calls of models.", ("model", "outcome"), "counter"),
            Figure("foi_model_seconds", "Seconds spent waiting for them.", ("model",), "counter"),
            Figure("foi_model_tokens", "Tokens in and out.", ("model", "direction"), "counter"),
            Figure(
                "foi_model_pence", "Pence, by the prices of the settings.", ("model",), "counter"
            ),
        ),
        _models,
    ),
)
