"""Sends letters in processes that may be killed; run by test_killed_sending.py alone.

It takes a line of JSON for each thing to do, and answers with one: `send` forks a worker that sends
one letter by the real adapter, `later` lets twenty minutes pass and sweeps.
"""

import json
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant import bootstrap

bootstrap.start()

from django.core.management import call_command  # noqa: E402 - after Django is loaded
from django.db import connections  # noqa: E402 - as above

from assistant.adapters.smtp import SmtpPostbox  # noqa: E402 - as above
from assistant.services.compose_draft import compose_draft  # noqa: E402 - as above
from assistant.services.send_letter import send_letter  # noqa: E402 - as above
from assistant.services.sweep import sweep  # noqa: E402 - as above
from assistant.store.models import Outbox  # noqa: E402 - as above
from tests.letters import mail  # noqa: E402 - as above
from tests.outgoing import approve  # noqa: E402 - as above
from tests.smtp_sink import PASSWORD, USER  # noqa: E402 - as above
from tests.world import World, make_world  # noqa: E402 - as above

Told = dict[str, object]


def letters(world: World, count: int) -> list[int]:
    """Approve so many acknowledgements; return their rows in the outbox."""
    made = []
    for number in range(count):
        raw = mail(f"How many vans in {2000 + number}?", message_id=f"<{number}@example.org>")
        case = world.deliver(raw).cases.get()
        draft = case.drafts.get(kind="acknowledgement")
        compose_draft(draft.pk, library=world.library, register=world.register, clock=world.clock)
        made.append(approve(world, case).outbox.pk)
    return made


def send(world: World, outbox_id: int, postbox: SmtpPostbox) -> Told:
    """Let a worker of its own send one letter, once the test says go; tell how it ended."""
    connections.close_all()
    ready, go = os.pipe()
    child = os.fork()
    if child == 0:
        os.read(ready, 1)
        send_letter(outbox_id, postbox=postbox, register=world.register, clock=world.clock)
        connections.close_all()
        os._exit(0)
    say({"pid": child})
    sys.stdin.readline()
    os.write(go, b"!")
    _, status = os.waitpid(child, 0)
    os.close(ready)
    os.close(go)
    row = Outbox.objects.select_related("letter").get(pk=outbox_id)
    told: Told = {"stage": row.stage, "mark": row.letter.mark}
    return told | {"killed": os.WIFSIGNALED(status)}


def say(answer: Told) -> None:
    """Write one line for the test."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main(port: int, certificate: Path, count: int) -> None:
    """Do what the test says until it has no more to say."""
    call_command("migrate", verbosity=0)
    world = make_world(datetime(2026, 3, 3, 10, 0, tzinfo=UTC))
    postbox = SmtpPostbox(
        "127.0.0.1",
        port,
        security="starttls",
        user=USER,
        password=PASSWORD,
        ca_file=certificate,
        timeout=10,
        final_timeout=10,
    )
    say({"letters": letters(world, count)})
    for line in sys.stdin:
        match json.loads(line):
            case {"send": int(outbox_id)}:
                say(send(world, outbox_id, postbox))
            case _:
                world.clock.advance(timedelta(minutes=20))
                say({"swept": sweep(clock=world.clock, stale_seconds=60)})


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
