"""A program that starts the assistant's own programs quickly, so that they can be killed often.

It loads what they all need once, and forks a process for each: what runs there is the command
itself, with its own connections to everything, and SIGKILL ends it like any other. Told by a line
on standard input (`name command words…`), it answers with the number of the process.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

from assistant import bootstrap, config

OFFICER = "olwen"


def serve() -> None:
    """Start what is asked for, until nobody asks any more."""
    bootstrap.start()
    import assistant.project.tasks  # noqa: F401, PLC0415  # loaded for those that are forked
    from assistant.adapters import chroma, imap  # noqa: F401, PLC0415  # loaded for those that are forked
    from assistant.cli import main  # noqa: PLC0415  # the nursery loads Django first

    bootstrap.ports(config.current())
    # Nobody waits for the processes: the system buries them.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    _say("ready")
    for line in sys.stdin:
        name, *words = line.split()
        child = os.fork()
        if child:
            _say(str(child))
            continue
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        log = os.open(f"{name}.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(log, 1)
        os.dup2(log, 2)
        own = {"officer": officer, "look": look, "late-sweep": late_sweep}
        status = own[words[0]](*words[1:]) if words[0] in own else main(words)
        sys.stdout.flush()
        os._exit(status or 0)


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def officer(careful: str = "") -> None:
    """Approve every acknowledgement as soon as it is ready, as a very quick officer would.

    A `careful` one looks at the case first, and leaves it where something was sent already.
    """
    from assistant.domain.errors import NotAllowed  # noqa: PLC0415  # the nursery loads Django first
    from assistant.services.approve_draft import approve_draft, preview  # noqa: PLC0415  # the nursery loads Django first
    from assistant.services.prepare import add_user  # noqa: PLC0415  # the nursery loads Django first
    from assistant.store.models import Authority, Draft  # noqa: PLC0415  # the nursery loads Django first

    ports = bootstrap.ports(config.current())
    by, _ = add_user(
        username=OFFICER,
        password="a-fictional-password",  # noqa: S106  # of a person who exists in tests alone
        role="supervisor",
        authority=Authority.objects.get(),
    )
    while True:
        ready = Draft.objects.filter(kind="acknowledgement", state="ready")
        for draft in ready.exclude(case__case_messages__part="sent") if careful else ready:
            try:
                seen = preview(draft.pk, register=ports.register, clock=ports.clock)
                approve_draft(
                    draft.pk,
                    version=seen.version,
                    fingerprint=seen.fingerprint,
                    by=by,
                    register=ports.register,
                    clock=ports.clock,
                )
            except NotAllowed as refusal:
                _say(str(refusal))
        time.sleep(0.05)


def late_sweep() -> None:
    """Do what the sweep does a quarter of an hour later: give up on lost transmissions."""
    from datetime import datetime, timedelta  # noqa: PLC0415  # the nursery loads Django first

    from assistant.services.sweep import sweep  # noqa: PLC0415  # the nursery loads Django first

    clock = bootstrap.ports(config.current()).clock

    class Later:
        def now(self) -> datetime:
            return clock.now() + timedelta(minutes=20)

    sweep(clock=Later(), stale_seconds=1)


def look(where: str) -> None:
    """Write down what the database holds, and what the page of letters in doubt shows."""
    from django.test import Client  # noqa: PLC0415  # the nursery loads Django first

    from assistant.store.models import (  # noqa: PLC0415  # the nursery loads Django first
        Case,
        CaseMessage,
        Draft,
        LibraryIndex,
        Message,
        Outbox,
        RawMessage,
        User,
    )

    client = Client(SERVER_NAME="localhost")
    user = User.objects.filter(username=OFFICER).first()
    page = ""
    if user:
        client.force_login(user)
        page = client.get("/letters/?show=doubt").content.decode()
    found = {
        "dispositions": {m.message_id: m.disposition for m in Message.objects.defer("text")},
        "held": [
            [row.message_id, row.attempts, row.reasons]
            for row in Message.objects.filter(disposition="held")
        ],
        "messages": Message.objects.count(),
        "raw": RawMessage.objects.count(),
        "cases": list(Case.objects.values_list("requester__address", flat=True)),
        "filed": [
            [place.message.message_id, place.case.requester.address, place.part]
            for place in CaseMessage.objects.select_related("message", "case__requester")
        ],
        "drafts": list(
            Draft.objects.filter(kind="acknowledgement").values_list("state", flat=True)
        ),
        "letters": [
            [row.letter.message_id, row.letter.recipient, row.stage, row.letter.case.reference]
            for row in Outbox.objects.select_related("letter__case")
        ],
        "page": page,
        "due": {
            place.message.message_id: f"{place.case.received_on} {place.case.due_on}"
            for place in CaseMessage.objects.filter(part="request").select_related(
                "message", "case"
            )
        },
        "searched": Outbox.objects.filter(stage="unknown", searched_at=None).count() == 0,
        "index": [[row.passages, row.stale] for row in LibraryIndex.objects.order_by("authority")],
    }
    Path(f"{where}.part").write_text(json.dumps(found))
    Path(f"{where}.part").rename(where)


if __name__ == "__main__":
    serve()
