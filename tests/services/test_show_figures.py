"""The figures that programs watch: each says what is in the database, and none names anybody."""

import math
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assistant.domain.case import State
from assistant.services import show_figures as figures
from assistant.services.show_figures import MOST_MODELS, SOURCES, show_figures
from assistant.store import queue
from assistant.store.models import (
    Case,
    LibraryCheck,
    LibraryIndex,
    Message,
    ModelCall,
)
from tests.letters import mail
from tests.world import World


def found(now: datetime) -> dict[tuple[str, ...], float]:
    return {
        (figure.name, *labels): number
        for figure, values in show_figures(now)
        for labels, number in values
    }


def test_every_disposition_queue_state_and_stage_has_its_figure_from_the_start(
    world: World,
) -> None:
    seen = found(world.clock.now())
    for one in Message.Disposition:
        assert seen["foi_messages", one.value] == 0
    for name in figures.QUEUES:
        assert seen["foi_queue_waiting", name] == 0
        assert seen["foi_queue_oldest_seconds", name] == 0
    assert seen["foi_letters", "unknown"] == 0
    assert seen["foi_drafts", "ready"] == 0
    assert seen["foi_cases_overdue", str(world.authority.pk)] == 0


def test_messages_are_counted_by_what_became_of_them(world: World) -> None:
    world.case()
    held = world.deliver(mail("Hello", subject="Hello", message_id="<2@example.org>"))
    Message.objects.filter(pk=held.pk).update(disposition=Message.Disposition.HELD)
    seen = found(world.clock.now())
    assert (seen["foi_messages", "case"], seen["foi_messages", "held"]) == (1, 1)
    assert seen["foi_messages_waiting",] == 1
    Message.objects.filter(pk=held.pk).update(resolution=Message.Resolution.NOT_A_REQUEST)
    assert found(world.clock.now())["foi_messages_waiting",] == 0


def test_a_folder_says_how_long_ago_it_was_read_and_one_never_read_is_later_than_any_limit(
    world: World,
) -> None:
    now, folder = world.clock.now(), world.folder
    labels = (str(world.authority.pk), str(folder.mailbox_id), str(folder.pk))
    assert found(now)["foi_mailbox_unread_seconds", *labels] == math.inf
    folder.polled_at, folder.problem = now - timedelta(minutes=16), "It refuses the password."
    folder.on_server, folder.missing, folder.counted_at = 12, 2, now
    folder.save()
    seen = found(now)
    assert seen["foi_mailbox_unread_seconds", *labels] == 960
    assert seen["foi_mailbox_failing", *labels] == 1
    assert seen["foi_mailbox_server_messages", *labels] == 12
    assert seen["foi_mailbox_missing_messages", *labels] == 2


def test_nothing_is_said_of_a_folder_that_is_not_in_use_or_was_never_compared(
    world: World,
) -> None:
    world.folder.counted_at = None
    world.folder.save()
    names = {name for name, *_ in found(world.clock.now())}
    assert "foi_mailbox_missing_messages" not in names
    world.folder.in_use = False
    world.folder.save()
    names = {name for name, *_ in found(world.clock.now())}
    assert not any(name.startswith("foi_mailbox") for name in names)


def test_queues_tell_how_many_tasks_wait_and_since_when_and_none_of_later(world: World) -> None:
    queue.enqueue(queue.CHECK_LIBRARY, world.authority.pk)
    (waiting,) = queue.DBTaskResult.objects.filter(queue_name="library")
    queue.enqueue_at(
        queue.SEND_LETTER, 1, datetime.now(tz=waiting.enqueued_at.tzinfo) + timedelta(hours=1)
    )
    seen = found(waiting.enqueued_at + timedelta(minutes=5))
    assert seen["foi_queue_waiting", "library"] == 1
    assert seen["foi_queue_oldest_seconds", "library"] == pytest.approx(300)
    assert seen["foi_queue_waiting", "send"] == 0
    queue.DBTaskResult.objects.filter(pk=waiting.pk).update(status="RUNNING")
    seen = found(waiting.enqueued_at + timedelta(minutes=5))
    assert (seen["foi_queue_waiting", "library"], seen["foi_queue_running", "library"]) == (0, 1)


@pytest.mark.parametrize(
    ("left", "state", "overdue", "within"),
    [
        (-1, State.OPEN, 1, (0, 0, 0, 0)),
        (0, State.OPEN, 0, (1, 1, 1, 1)),
        (2, State.OPEN, 0, (0, 0, 1, 1)),
        (8, State.OPEN, 0, (0, 0, 0, 0)),
        (0, State.RESPONSE_APPROVED, 0, (0, 0, 0, 0)),
        (-1, State.RESPONSE_APPROVED, 1, (0, 0, 0, 0)),
    ],
)
def test_clocks_about_to_run_out_with_nothing_approved_are_counted_by_days(
    world: World, left: int, state: State, overdue: int, within: tuple[int, ...]
) -> None:
    case = world.case()
    now = world.clock.now()
    due = date(2026, 3, 3) + timedelta(days=left)
    assert now.date() <= date(2026, 3, 3)
    Case.objects.filter(pk=case.pk).update(due_on=due, decision_due_on=None, state=state)
    seen = found(datetime(2026, 3, 3, 12, tzinfo=now.tzinfo))
    of = str(world.authority.pk)
    assert seen["foi_cases_open", of] == 1
    assert seen["foi_cases_overdue", of] == overdue
    days = [seen["foi_cases_unapproved_due_soon", of, str(one)] for one in figures.SOON]
    assert tuple(days) == within


def test_the_day_of_an_extended_decision_counts_and_a_stopped_clock_has_none(
    world: World,
) -> None:
    case, now = world.case(), datetime(2026, 3, 3, 12, tzinfo=world.clock.now().tzinfo)
    of = str(world.authority.pk)
    Case.objects.filter(pk=case.pk).update(
        due_on=date(2026, 3, 2), decision_due_on=date(2026, 3, 30)
    )
    assert found(now)["foi_cases_overdue", of] == 0
    Case.objects.filter(pk=case.pk).update(due_on=None, decision_due_on=None)
    seen = found(now)
    assert (seen["foi_cases_open", of], seen["foi_cases_overdue", of]) == (1, 0)


def test_the_index_says_what_its_last_check_found(world: World) -> None:
    now, of = world.clock.now(), str(world.authority.pk)
    LibraryIndex.objects.create(
        authority=world.authority,
        fit_id="a",
        embedder="b",
        dimension=3,
        blob=b"",
        built_at=now,
        passages=40,
        stale=True,
    )
    check = LibraryCheck.objects.create(authority=world.authority, begun_at=now)
    assert found(now)["foi_index_unchecked_seconds", of] == math.inf
    check.ended_at, check.lacking, check.left = now - timedelta(hours=1), 5, 2
    check.save()
    seen = found(now)
    assert (seen["foi_index_passages", of], seen["foi_index_out_of_date", of]) == (40, 1)
    assert seen["foi_index_drift_passages", of] == 5
    assert seen["foi_index_unmended_passages", of] == 2
    assert seen["foi_index_unchecked_seconds", of] == 3600


def _call(world: World, model: str, problem: str = "") -> None:
    ModelCall.objects.create(
        at=world.clock.now(),
        purpose="write",
        model=model,
        prompt="write",
        prompt_version="1",
        prompt_hash="ab",
        problem=problem,
        tokens_in=100,
        tokens_out=10,
        pence=Decimal("0.25"),
        milliseconds=1500,
    )


def test_models_tell_their_calls_time_tokens_and_cost(world: World) -> None:
    _call(world, "scripted-1")
    _call(world, "scripted-1", "left out two sentences")
    _call(world, "scripted-1", "It gave no JSON.")
    seen = found(world.clock.now())
    assert seen["foi_model_calls", "scripted-1", "used"] == 2
    assert seen["foi_model_calls", "scripted-1", "failed"] == 1
    assert seen["foi_model_seconds", "scripted-1"] == 4.5
    assert seen["foi_model_tokens", "scripted-1", "in"] == 300
    assert seen["foi_model_tokens", "scripted-1", "out"] == 30
    assert seen["foi_model_pence", "scripted-1"] == 0.75


def test_models_beyond_a_number_are_counted_together(world: World) -> None:
    for number in range(MOST_MODELS + 3):
        _call(world, f"model-{number:02}")
    seen = found(world.clock.now())
    assert seen["foi_model_calls", "other", "used"] == 3
    names = {labels[0] for name, *labels in seen if name == "foi_model_pence"}
    assert len(names) == MOST_MODELS + 1


def test_every_source_is_one_query_or_two_however_much_there_is_to_count(world: World) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            found(world.clock.now())
        return len(seen)

    before = cost()
    for number in range(3):
        world.deliver(mail(f"Question {number}?", message_id=f"<{number}@example.org>"))
    assert cost() == before <= len(SOURCES) + 1


def test_what_is_told_apart_and_what_is_given_agree(world: World) -> None:
    world.case()
    _call(world, "scripted-1")
    named = {figure.name: figure for source in SOURCES for figure in source.figures}
    assert len(named) == sum(len(source.figures) for source in SOURCES)
    for source in SOURCES:
        own = {figure.name for figure in source.figures}
        for name, labels, _ in source.read(world.clock.now()):
            assert name in own
            assert len(labels) == len(named[name].labels)
