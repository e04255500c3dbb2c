"""Letters to each of which something happened on its way, for tests of what the pages say."""

from assistant.ports import Arrival
from assistant.services.report_delivery import report_delivery
from assistant.services.take_delivery import take_delivery
from assistant.store.models import Letter, Message
from tests.letters import arrival, mail
from tests.outgoing import BO, REQUESTER, answer, asked, send
from tests.world import World


def refused(world: World, name: str = "refused") -> Letter:
    """A response that the mail server does not take."""
    letter = answer(world, asked(world, message_id=f"<{name}@example.org>"))
    world.postbox.fail("RCPT", "550 5.1.1 no such user here")
    send(world, letter)
    world.postbox.recover()
    return letter


def partly_refused(world: World, name: str = "partly") -> Letter:
    """A response that reached the requester, and not who was to get a copy."""
    letter = answer(world, asked(world, message_id=f"<{name}@example.org>"), [BO])
    world.postbox.refuse(BO, "550 5.2.1 mailbox disabled")
    send(world, letter)
    world.postbox.recover()
    return letter


def waiting(world: World, name: str = "waiting") -> Letter:
    """A response that a server in trouble has not taken yet."""
    letter = answer(world, asked(world, message_id=f"<{name}@example.org>"))
    world.postbox.fail("MAIL", "451 4.3.0 try later")
    send(world, letter)
    world.postbox.recover()
    return letter


def came_back(world: World, *actions: str, name: str = "back") -> Letter:
    """A response of which servers reported: that it came back, unless told otherwise."""
    letter = answer(world, asked(world, message_id=f"<{name}@example.org>"))
    send(world, letter)
    for action in actions or ("failed",):
        report_delivery(
            _report(world),
            action=action,
            status="4.4.1" if action == "delayed" else "5.1.1",
            recipient=REQUESTER,
            detail="the server’s own words",
            mark=letter.mark,
            clock=world.clock,
        )
    letter.case.refresh_from_db()
    return letter


def _report(world: World) -> Message:
    world.uid += 1
    raw = mail(f"Report {world.uid}", sender="MAILER-DAEMON@mx.example", message_id="")
    given: Arrival = arrival(raw, world.uid)
    take_delivery(world.folder, given, clock=world.clock)
    return Message.objects.get(deliveries__uid=world.uid)
