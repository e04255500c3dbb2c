"""A message costs a bounded number of database queries, however much it asks."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from assistant.services.read_messages import read_messages
from assistant.services.take_delivery import take_delivery
from assistant.store.models import Message
from tests.letters import arrival, mail
from tests.world import World

Disposition = Message.Disposition
CARS = "How many cars do you own?"
MANY = "\n\n".join(f"{number}. How many cars of type {number}?" for number in range(1, 31))


def queries(world: World, *mails: bytes, becomes: str) -> int:
    """Return how many statements reading messages takes, those about savepoints left out."""
    first = world.uid + 1
    for raw in mails:
        world.uid += 1
        take_delivery(world.folder, arrival(raw, world.uid), clock=world.clock)
    messages = Message.objects.filter(deliveries__uid__gte=first)
    ids = list(messages.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as seen:
        read_messages(ids, clock=world.clock)
    assert set(messages.values_list("disposition", flat=True)) == {becomes}
    return sum("SAVEPOINT" not in each["sql"] for each in seen)


def test_a_case_of_thirty_parts_costs_no_more_queries_than_one_of_one(world: World) -> None:
    # The first case of a year makes the counter of references.
    world.deliver(mail())
    one = mail(CARS, subject="Cars", message_id="<1@example.org>")
    thirty = mail(MANY, subject="Types of cars", message_id="<2@example.org>")

    few, many = (queries(world, raw, becomes=Disposition.CASE) for raw in (one, thirty))

    assert few == many <= 24


def test_twenty_cases_cost_hardly_more_queries_than_one(world: World) -> None:
    world.deliver(mail())
    raws = [
        mail(f"How many cars in ward {n}?", subject=f"Ward {n}", message_id=f"<{n}@example.org>")
        for n in range(20)
    ]

    assert queries(world, *raws, becomes=Disposition.CASE) <= 24


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

    assert queries(world, reply, becomes=Disposition.FILED) <= 26
    assert queries(world, away, becomes=Disposition.AUTOMATIC) <= 13
