"""Work that nobody finished is queued again; the history cannot be rewritten unseen."""

from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.db import DatabaseError, connection, transaction
from django_tasks_db.models import DBTaskResult

from assistant.domain.errors import NotAllowed
from assistant.ports import DocumentText
from assistant.services.read_messages import read_message
from assistant.services.sweep import sweep
from assistant.services.take_delivery import take_delivery
from assistant.store import queue
from assistant.store.events import broken_link
from assistant.store.models import Draft, Event, Message, Refinement
from tests.letters import arrival, mail
from tests.world import World


def _queued() -> int:
    return DBTaskResult.objects.filter(status="READY").count()


def test_a_message_whose_task_is_lost_is_queued_again_after_a_while(world: World) -> None:
    take_delivery(world.folder, arrival(mail()), clock=world.clock)
    DBTaskResult.objects.all().delete()

    at_once = sweep(clock=world.clock, stale_seconds=60)
    world.clock.advance(timedelta(seconds=61))
    later = sweep(clock=world.clock, stale_seconds=60)

    assert (at_once, later, _queued()) == (0, 1, 1)


def test_words_that_nobody_writes_any_more_are_asked_for_again_once(world: World) -> None:
    draft = Draft.objects.filter(case=world.case()).first()
    row = Refinement.objects.create(
        draft=draft,
        version=1,
        action="shorter",
        first=0,
        past=1,
        before="Thank you.",
        by=world.officer,
        asked_at=world.clock.now(),
    )
    DBTaskResult.objects.all().delete()

    world.clock.advance(timedelta(minutes=14))
    while_written = sweep(clock=world.clock, stale_seconds=60)
    world.clock.advance(timedelta(minutes=2))
    found = [sweep(clock=world.clock, stale_seconds=60) for _ in range(2)]

    queued = DBTaskResult.objects.filter(task_path=queue.REFINE)
    assert (while_written, found) == (0, [1, 0])
    assert [task.args_kwargs["args"] for task in queued] == [[row.pk]]


def test_what_waits_in_the_queue_is_not_queued_twice_however_long_it_waits(world: World) -> None:
    world.deliver(mail())
    take_delivery(world.folder, arrival(mail(message_id="<2@x.test>"), 2), clock=world.clock)
    before = _queued()
    world.clock.advance(timedelta(hours=1))

    assert sweep(clock=world.clock, stale_seconds=60) == 0
    assert _queued() == before


def test_a_message_that_may_have_killed_its_reader_gets_a_task_of_its_own(world: World) -> None:
    for uid in range(1, 5):
        take_delivery(world.folder, arrival(mail(message_id=f"<{uid}>"), uid), clock=world.clock)
    DBTaskResult.objects.all().delete()
    suspect = Message.objects.order_by("pk").first()
    Message.objects.filter(pk=suspect.pk).update(attempts=1)
    world.clock.advance(timedelta(seconds=61))

    assert sweep(clock=world.clock, stale_seconds=60) == 4

    queued = [task.args_kwargs["args"] for task in DBTaskResult.objects.all()]
    assert sorted(map(len, queued)) == [1, 3]
    assert [suspect.pk] in queued


def test_a_draft_whose_worker_was_killed_is_queued_again(world: World) -> None:
    case = world.deliver(mail()).cases.get()
    DBTaskResult.objects.all().delete()
    world.clock.advance(timedelta(seconds=61))

    assert sweep(clock=world.clock, stale_seconds=60) == 2

    world.compose(case)
    world.compose(case)
    assert Draft.objects.get(case=case, kind="response").versions.count() == 1


def test_what_is_done_is_left_alone(world: World) -> None:
    world.case()
    DBTaskResult.objects.all().delete()
    world.clock.advance(timedelta(days=1))

    assert sweep(clock=world.clock, stale_seconds=60) == 0


def test_an_event_cannot_be_changed_or_deleted(world: World) -> None:
    event = world.case().events.first()
    event.kind = "assigned"

    with pytest.raises(NotAllowed):
        event.save()
    with pytest.raises(NotAllowed):
        event.delete()
    with pytest.raises(DatabaseError, match="appended"), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(kind="assigned")


def test_a_history_that_was_cut_is_noticed(world: World) -> None:
    case = world.case()
    world.case(mail("How many vans do you own?", message_id="<2@example.org>"))
    events = list(case.events.all())
    assert broken_link(case) is None

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            # There even this is refused; whoever owns the table can still switch the guard off.
            cursor.execute("ALTER TABLE store_event DISABLE TRIGGER events_are_appended")
        cursor.execute("DELETE FROM store_event WHERE id = %s", [events[1].pk])
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE store_event ENABLE TRIGGER events_are_appended")

    assert broken_link(case) == 2


def test_finished_tasks_are_kept_for_a_week(world: World) -> None:
    world.case()
    DBTaskResult.objects.update(status="SUCCESSFUL", finished_at=world.clock.now())

    sweep(clock=world.clock, stale_seconds=60)
    kept = DBTaskResult.objects.count()
    world.clock.advance(timedelta(days=8))
    sweep(clock=world.clock, stale_seconds=60)

    assert kept > 0
    assert DBTaskResult.objects.count() == 0


def test_a_message_that_takes_long_to_read_is_not_begun_again_meanwhile(world: World) -> None:
    begun_again: list[int] = []

    class Slow:
        """A reader of documents that takes 25 seconds for each."""

        def reads(self, name: str, type_: str, content: bytes) -> bool:
            return True

        def text(self, name: str, type_: str, content: bytes) -> DocumentText:
            world.clock.advance(timedelta(seconds=25))
            begun_again.append(sweep(clock=world.clock, stale_seconds=60))
            return DocumentText("The number of cars.")

    raw = EmailMessage()
    raw["From"], raw["To"], raw["Message-ID"] = "p@example.org", "foi@x.test", "<a@example.org>"
    raw.set_content("How many cars do you own?")
    for number in range(6):
        raw.add_attachment(
            b"%PDF-", maintype="application", subtype="pdf", filename=f"{number}.pdf"
        )
    take_delivery(world.folder, arrival(raw.as_bytes()), clock=world.clock)
    DBTaskResult.objects.all().delete()
    world.clock.advance(timedelta(seconds=59))
    message = Message.objects.get()

    read_message(message.pk, clock=world.clock, documents=Slow())

    message.refresh_from_db()
    assert (message.disposition, message.attempts) == (Message.Disposition.CASE, 1)
    assert begun_again == [0] * 6
