"""A message costs a bounded number of database queries, however much it asks."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from assistant.services.read_message import read_message
from assistant.services.take_delivery import take_delivery
from assistant.store.models import Message
from tests.letters import arrival, mail
from tests.world import World

Disposition = Message.Disposition
CARS = "How many cars do you own?"
MANY = "\n\n".join(f"{number}. How many cars of type {number}?" for number in range(1, 31))


def queries(world: World, raw: bytes, becomes: str) -> int:
    """Return how many statements reading a message takes, those about savepoints left out."""
    world.uid += 1
    take_delivery(world.folder, arrival(raw, world.uid), clock=world.clock)
    message = Message.objects.get(deliveries__uid=world.uid)
    with CaptureQueriesContext(connection) as seen:
        read_message(message.pk, clock=world.clock)
    message.refresh_from_db()
    assert message.disposition == becomes
    return sum("SAVEPOINT" not in each["sql"] for each in seen)


def test_a_case_of_thirty_parts_costs_no_more_queries_than_one_of_one(world: World) -> None:
    # The first case of a year makes the counter of references.
    world.deliver(mail())
    one = mail(CARS, subject="Cars", message_id="<1@example.org>")
    thirty = mail(MANY, subject="Types of cars", message_id="<2@example.org>")

    few, many = (queries(world, raw, Disposition.CASE) for raw in (one, thirty))

    assert few == many <= 20


def test_a_reply_and_an_automatic_message_cost_few_queries(world: World) -> None:
    world.deliver(mail())
    reply = mail(
        "When can I expect an answer?",
        message_id="<3@example.org>",
        in_reply_to="<request-1@example.org>",
    )
    away = mail(
        "I am out of the office.",
        subject="Automatic reply: your letter",
        message_id="<4@example.org>",
        auto_submitted="auto-replied",
    )

    assert queries(world, reply, Disposition.FILED) <= 20
    assert queries(world, away, Disposition.AUTOMATIC) <= 7
