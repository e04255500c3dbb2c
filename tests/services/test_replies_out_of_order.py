"""A reply that is read before what it answers finds its case as soon as that has come."""

from assistant.services import settle_held
from assistant.services.read_messages import read_message
from assistant.services.sweep import sweep
from assistant.store.models import AwaitedMessage, CaseMessage, Message
from tests.letters import mail
from tests.world import World


def reply() -> bytes:
    return mail(
        "Please add the vans.",
        message_id="<second@example.org>",
        subject="Re: Cars",
        In_Reply_To="<first@example.org>",
    )


def test_a_reply_that_is_read_before_what_it_answers_is_filed_once_that_has_come(
    world: World,
) -> None:
    early = world.deliver(reply())
    assert early.disposition == Message.Disposition.HELD

    case = world.case(mail("How many cars do you own?", message_id="<first@example.org>"))
    early.refresh_from_db()
    assert early.disposition == Message.Disposition.PENDING
    read_message(early.pk, clock=world.clock)

    early.refresh_from_db()
    assert early.disposition == Message.Disposition.FILED
    assert list(early.cases.all()) == [case]


def test_a_reply_and_its_request_that_two_workers_read_at_once_meet_at_the_sweep(
    world: World,
) -> None:
    case = world.case(mail("How many cars do you own?", message_id="<first@example.org>"))
    early = world.deliver(reply())
    # As its worker left it, which could not see the case yet.
    CaseMessage.objects.filter(message=early).delete()
    Message.objects.filter(pk=early.pk).update(disposition="held", verdict="follow-up")
    AwaitedMessage.objects.create(reply=early, message_id="<first@example.org>")

    sweep(clock=world.clock, stale_seconds=60)
    read_message(early.pk, clock=world.clock)

    assert list(Message.objects.get(pk=early.pk).cases.all()) == [case]


def test_what_a_person_decided_about_a_held_reply_stays(world: World) -> None:
    early = world.deliver(reply())
    settle_held.set_aside(early.pk, reason="Not for us", by=world.officer, clock=world.clock)
    world.case(mail("How many cars do you own?", message_id="<first@example.org>"))
    early.refresh_from_db()
    assert early.resolution == Message.Resolution.NOT_A_REQUEST
    assert early.disposition == Message.Disposition.HELD
