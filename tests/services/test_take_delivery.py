"""Nothing lost, nothing twice: what is stored with a delivery, and when."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import OperationalError, connection
from django_tasks_db.models import DBTaskResult

from assistant.ports import Arrival, Unreadable
from assistant.services.read_raw import raw_message
from assistant.services.take_delivery import Taken, make_ready, take_delivery, take_ready
from assistant.store.models import Delivery, MailboxFolder, Message, RawMessage
from tests.letters import arrival, mail
from tests.world import World

# A time of receipt that no instant in UTC stands for: no database takes it.
BEFORE_ALL_TIME = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))


def _take(world: World, *arrivals: Arrival | Unreadable) -> Taken:
    world.folder.refresh_from_db()
    ready = [make_ready(world.folder, each, clock=world.clock) for each in arrivals]
    return take_ready(world.folder, ready, clock=world.clock)


@contextmanager
def _full_disk() -> Iterator[None]:
    """Let the database grow no more, as on a disk that is full: SQLite alone can be told so."""
    with connection.cursor() as cursor:
        # Pages that earlier tests have freed would still take a message in.
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0] + 4}")
        try:
            yield
        finally:
            cursor.execute("PRAGMA max_page_count = 1073741823")


def test_a_message_is_stored_byte_for_byte_with_its_queued_task(world: World) -> None:
    raw = mail()

    assert take_delivery(world.folder, arrival(raw), clock=world.clock)

    message = Message.objects.get()
    assert raw_message(message.pk, by=world.officer) == raw
    assert DBTaskResult.objects.get().args_kwargs["args"] == [message.pk]
    world.folder.refresh_from_db()
    assert (world.folder.uidvalidity, world.folder.last_uid) == (7, 1)


def test_a_batch_commits_with_one_task_for_its_messages_and_the_mark_of_its_last(
    world: World,
) -> None:
    mails = [mail(f"How many cars in ward {n}?", message_id=f"<{n}@x.test>") for n in range(30)]

    taken = _take(world, *(arrival(raw, 2 * uid) for uid, raw in enumerate(mails, start=1)))

    assert taken == Taken(new=30)
    queued = [task.args_kwargs["args"] for task in DBTaskResult.objects.all()]
    everyone = sorted(row_id for ids in queued for row_id in ids)
    assert everyone == sorted(Message.objects.values_list("pk", flat=True))
    assert max(map(len, queued)) <= 50
    world.folder.refresh_from_db()
    assert world.folder.last_uid == 60


def test_the_same_uid_again_changes_nothing(world: World) -> None:
    take_delivery(world.folder, arrival(mail()), clock=world.clock)

    assert not take_delivery(world.folder, arrival(mail()), clock=world.clock)

    assert (Message.objects.count(), Delivery.objects.count()) == (1, 1)


def test_the_same_mail_by_another_route_is_one_message_with_two_deliveries(world: World) -> None:
    raw = mail()
    through_alias = b"Received: from relay.example by mx.example\r\n" + raw
    take_delivery(world.folder, arrival(raw, 1), clock=world.clock)

    assert not take_delivery(world.folder, arrival(through_alias, 2), clock=world.clock)

    message = Message.objects.get()
    assert message.deliveries.count() == 2
    assert DBTaskResult.objects.count() == 1


def test_the_same_mail_twice_within_one_batch_is_one_message(world: World) -> None:
    early = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    twice = arrival(b"Received: from x\r\n" + mail(), 2, at=early)

    assert _take(world, arrival(mail(), 1), twice) == Taken(new=1, known=1)

    message = Message.objects.get()
    assert message.deliveries.count() == 2
    assert message.received_at == early


def test_the_same_mail_in_two_mailboxes_is_one_message(world: World) -> None:
    other = MailboxFolder.objects.create(
        mailbox=world.authority.mailboxes.create(address="eir@northshire.police.example"),
        name="INBOX",
    )
    take_delivery(world.folder, arrival(mail(), 1), clock=world.clock)

    assert not take_delivery(other, arrival(mail(), 1), clock=world.clock)

    addresses = Delivery.objects.order_by("pk").values_list("mailbox__address", flat=True)
    assert list(addresses) == [world.authority.email, "eir@northshire.police.example"]


def test_the_same_message_id_with_other_words_is_another_message(world: World) -> None:
    take_delivery(world.folder, arrival(mail("How many cars?"), 1), clock=world.clock)

    assert take_delivery(world.folder, arrival(mail("How many vans?"), 2), clock=world.clock)

    assert Message.objects.count() == 2


def test_a_mail_without_id_or_date_by_another_route_is_one_message(world: World) -> None:
    bare = b"From: a@example.org\n\nHow many cars?\n"
    later = b"Received: from x\nDelivered-To: foi@y.example\n" + bare
    take_delivery(world.folder, arrival(bare, 1), clock=world.clock)

    assert not take_delivery(world.folder, arrival(later, 2), clock=world.clock)
    assert take_delivery(
        world.folder, arrival(bare.replace(b"cars", b"vans"), 3), clock=world.clock
    )


@pytest.mark.sqlite_only
@pytest.mark.django_db(transaction=True)
def test_on_a_full_disk_nothing_at_all_is_stored_and_the_mark_stays(world: World) -> None:
    large = mail("How many cars?\n" + "".join(f"{n:x}" for n in range(40_000)))

    with _full_disk(), pytest.raises(OperationalError):
        take_delivery(world.folder, arrival(large), clock=world.clock)

    assert (Message.objects.count(), Delivery.objects.count()) == (0, 0)
    world.folder.refresh_from_db()
    assert world.folder.last_uid == 0


def test_a_message_the_server_does_not_hand_over_is_held_and_the_mark_moves_on(
    world: World,
) -> None:
    unreadable = Unreadable(folder="INBOX", uidvalidity=7, uid=3, reason="NIL body")

    assert take_delivery(world.folder, unreadable, clock=world.clock)

    message = Message.objects.get()
    assert message.disposition == Message.Disposition.HELD
    assert "NIL body" in message.reasons[0]["detail"]
    world.folder.refresh_from_db()
    assert world.folder.last_uid == 3


def test_a_message_that_cannot_be_stored_is_held_with_its_bytes_and_the_others_are_taken(
    world: World,
) -> None:
    poison = mail("How many cars?", message_id="<poison@x.test>")
    good = [mail(f"How many in ward {n}?", message_id=f"<{n}@x.test>") for n in range(50)]

    taken = _take(
        world,
        arrival(poison, 1, at=BEFORE_ALL_TIME),
        *(arrival(raw, uid) for uid, raw in enumerate(good, start=2)),
    )

    assert taken == Taken(new=51)
    held = Message.objects.get(disposition=Message.Disposition.HELD)
    assert raw_message(held.pk, by=world.officer) == poison
    assert held.reasons[0]["rule"] == "cannot_be_stored"
    world.folder.refresh_from_db()
    assert world.folder.last_uid == 51
    assert _take(world, arrival(poison, 1, at=BEFORE_ALL_TIME)) == Taken(known=1)


@pytest.mark.sqlite_only  # the trigger is in its words
def test_what_cannot_be_held_with_its_bytes_is_held_with_its_place(world: World) -> None:
    with connection.cursor() as cursor:
        # A database that refuses the bytes of one message, whatever row they stand in.
        cursor.execute(
            "CREATE TEMP TRIGGER refuse BEFORE INSERT ON store_rawmessage BEGIN "
            "SELECT RAISE(ABORT, 'refused'); END"
        )
        try:
            taken = _take(world, arrival(mail(), 1))
        finally:
            cursor.execute("DROP TRIGGER refuse")

    assert taken == Taken(new=1)
    message = Message.objects.get()
    assert (message.disposition, RawMessage.objects.count()) == (Message.Disposition.HELD, 0)
    assert "message 1 in folder INBOX" in message.reasons[0]["detail"]
    world.folder.refresh_from_db()
    assert world.folder.last_uid == 1


def test_a_late_batch_does_not_take_the_mark_back(world: World) -> None:
    _take(world, arrival(mail(message_id="<9@x.test>"), 9))

    _take(world, arrival(mail(message_id="<4@x.test>"), 4))

    world.folder.refresh_from_db()
    assert world.folder.last_uid == 9


def test_the_earliest_server_to_have_it_gives_the_instant_of_receipt(world: World) -> None:
    late = arrival(mail(), 1)
    early = arrival(b"Received: from y\r\n" + mail(), 2, at=late.received_at.replace(hour=1))
    take_delivery(world.folder, late, clock=world.clock)

    take_delivery(world.folder, early, clock=world.clock)

    assert Message.objects.get().received_at == early.received_at
