"""Messages that are read together become what they would have become one after another."""

import logging

import pytest
from django.db import connection

from assistant.services.read_messages import read_messages
from assistant.services.take_delivery import take_delivery
from assistant.store.models import AwaitedMessage, Case, CaseMessage, Draft, Message
from tests.letters import arrival, mail
from tests.world import World

Disposition = Message.Disposition


def read(world: World, *mails: bytes) -> list[Message]:
    """Take mails in, read them together, and return their rows in order."""
    first = world.uid + 1
    for raw in mails:
        world.uid += 1
        take_delivery(world.folder, arrival(raw, world.uid), clock=world.clock)
    rows = Message.objects.filter(deliveries__uid__gte=first).order_by("pk")
    read_messages([row.pk for row in rows], clock=world.clock, documents=world.documents)
    return list(rows.all())


def asking(number: int, **headers: str) -> bytes:
    """A request of its own."""
    return mail(
        f"How many cars do you own in ward {number}?",
        message_id=f"<{number}@example.org>",
        subject=f"Ward {number}",
        **headers,
    )


def test_each_request_becomes_a_case_with_a_reference_in_the_order_of_arrival(
    world: World,
) -> None:
    rows = read(world, *(asking(number) for number in range(5)))

    cases = [row.cases.get() for row in rows]
    numbers = [int(case.reference.rpartition("-")[2]) for case in cases]
    assert numbers == list(range(numbers[0], numbers[0] + 5))
    for number, case in enumerate(cases):
        assert case.parts.get().text == f"How many cars do you own in ward {number}?"
        assert case.requester.address == "alex.carter@example.org"
        assert [event.kind for event in case.events.all()] == ["opened"]
        assert Draft.objects.filter(case=case).count() == 2
        assert case.due_on is not None


def test_a_reply_read_with_what_it_answers_is_filed_on_its_case(world: World) -> None:
    request, reply, other = read(
        world,
        asking(1),
        mail(
            "Please add the vans.",
            message_id="<reply@example.org>",
            subject="Re: Ward 1",
            in_reply_to="<1@example.org>",
        ),
        asking(2),
    )

    assert reply.disposition == Disposition.FILED
    assert list(reply.cases.all()) == list(request.cases.all())
    assert other.disposition == Disposition.CASE
    assert Case.objects.count() == 2


def test_a_reply_stored_before_what_it_answers_is_placed_when_both_are_read_together(
    world: World,
) -> None:
    reply, request = read(
        world,
        mail(
            "Please add the vans.",
            message_id="<reply@example.org>",
            subject="Re: Ward 1",
            In_Reply_To="<1@example.org>",
        ),
        asking(1),
    )

    assert reply.disposition == Disposition.FILED
    assert list(reply.cases.all()) == list(request.cases.all())
    assert not AwaitedMessage.objects.exists()


def test_a_reply_read_before_what_it_answers_is_due_again(world: World) -> None:
    (reply,) = read(
        world,
        mail(
            "Please add the vans.",
            message_id="<reply@example.org>",
            subject="Re: Ward 1",
            In_Reply_To="<1@example.org>",
        ),
    )
    assert reply.disposition == Disposition.HELD
    assert AwaitedMessage.objects.get().reply == reply

    (request,) = read(world, asking(1))

    reply.refresh_from_db()
    assert reply.disposition == Disposition.PENDING
    read_messages([reply.pk], clock=world.clock)
    reply.refresh_from_db()
    assert list(reply.cases.all()) == list(request.cases.all())


def test_of_the_same_words_the_message_that_came_first_is_the_case_though_it_points_elsewhere(
    world: World,
) -> None:
    words = "Under the Freedom of Information Act, please provide the number of cars you own."
    first, again = read(
        world,
        mail(words, message_id="<a@example.org>", In_Reply_To="<newsletter@example.net>"),
        mail(words, message_id="<b@example.org>"),
    )

    assert (first.disposition, again.disposition) == (Disposition.CASE, Disposition.FILED)
    assert list(again.cases.all()) == list(first.cases.all())


def test_a_request_sent_twice_and_read_together_is_one_case(world: World) -> None:
    first, again = read(
        world,
        mail("How many cars do you own?", message_id="<a@example.org>"),
        mail("How many  cars do you own?", message_id="<b@example.org>"),
    )

    assert (first.disposition, again.disposition) == (Disposition.CASE, Disposition.FILED)
    assert CaseMessage.objects.filter(case=first.cases.get()).count() == 2
    assert again.reasons[-1]["rule"] == "repeated_request"


def test_two_messages_with_one_message_id_are_one_case_and_one_copy(world: World) -> None:
    first, again = read(
        world,
        mail("How many cars do you own?", message_id="<a@example.org>"),
        mail("How many vans do you own?", message_id="<a@example.org>"),
    )

    assert (first.disposition, again.disposition) == (Disposition.CASE, Disposition.FILED)
    assert again.reasons[-1]["rule"] == "possible_duplicate"


def test_the_same_words_of_another_sender_are_another_case(world: World) -> None:
    rows = read(
        world,
        mail("How many cars do you own?", message_id="<a@example.org>"),
        mail("How many cars do you own?", message_id="<b@example.org>", sender="bo@example.org"),
    )

    assert {row.disposition for row in rows} == {Disposition.CASE}


@pytest.mark.sqlite_only  # the trigger is in its words
def test_one_that_cannot_be_stored_stays_due_and_the_others_have_their_disposition(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    reply = mail("Any news?", message_id="<r@example.org>", in_reply_to="<1@example.org>")
    with connection.cursor() as cursor, caplog.at_level(logging.CRITICAL):
        # A database that refuses one row of what becomes of one message.
        cursor.execute(
            "CREATE TEMP TRIGGER refuse BEFORE INSERT ON store_casemessage "
            "WHEN NEW.part = 'reply' BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )
        try:
            rows = read(world, asking(1), asking(2), reply, asking(3))
        finally:
            cursor.execute("DROP TRIGGER refuse")

    assert [row.disposition for row in rows] == ["case", "case", "pending", "case"]
    assert [row.attempts for row in rows] == [1, 1, 1, 1]
    read_messages([row.pk for row in rows], clock=world.clock)
    assert Case.objects.count() == 3
    rows = list(Message.objects.order_by("pk"))
    assert [row.attempts for row in rows] == [1, 1, 2, 1]
    assert rows[2].disposition == Disposition.FILED
