"""Nothing lost, nothing twice: what is stored with a delivery, and when."""

import pytest
from django.db import DatabaseError, transaction
from django_tasks_db.models import DBTaskResult

from assistant.ports import Unreadable
from assistant.services import take_delivery as taking
from assistant.services.read_raw import raw_message
from assistant.services.take_delivery import take_delivery
from assistant.store.models import Delivery, Message
from tests.letters import arrival, mail
from tests.world import World


def test_a_message_is_stored_byte_for_byte_with_its_queued_task(world: World) -> None:
    raw = mail()

    assert take_delivery(world.folder, arrival(raw), clock=world.clock)

    message = Message.objects.get()
    assert raw_message(message.pk, by=world.officer) == raw
    assert DBTaskResult.objects.get().args_kwargs["args"] == [message.pk]
    world.folder.refresh_from_db()
    assert (world.folder.uidvalidity, world.folder.last_uid) == (7, 1)


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


def test_the_same_message_id_with_other_words_is_another_message(world: World) -> None:
    take_delivery(world.folder, arrival(mail("How many cars?"), 1), clock=world.clock)

    assert take_delivery(world.folder, arrival(mail("How many vans?"), 2), clock=world.clock)

    assert Message.objects.count() == 2


def test_two_mails_without_id_or_date_are_told_apart_by_all_their_bytes(world: World) -> None:
    bare = b"From: a@example.org\n\nHow many cars?\n"
    later = b"Received: from x\nFrom: a@example.org\n\nHow many cars?\n"
    take_delivery(world.folder, arrival(bare, 1), clock=world.clock)

    assert take_delivery(world.folder, arrival(later, 2), clock=world.clock)


def test_when_the_task_cannot_be_queued_nothing_at_all_is_stored(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_task: str, _row: int) -> None:
        raise DatabaseError("database or disk is full")

    monkeypatch.setattr(taking.queue, "enqueue", full)

    with pytest.raises(DatabaseError), transaction.atomic():
        take_delivery(world.folder, arrival(mail()), clock=world.clock)

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


def test_the_earliest_server_to_have_it_gives_the_instant_of_receipt(world: World) -> None:
    late = arrival(mail(), 1)
    early = arrival(b"Received: from y\r\n" + mail(), 2, at=late.received_at.replace(hour=1))
    take_delivery(world.folder, late, clock=world.clock)

    take_delivery(world.folder, early, clock=world.clock)

    assert Message.objects.get().received_at == early.received_at
