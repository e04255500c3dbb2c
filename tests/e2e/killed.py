"""Programs that die by SIGKILL at one exact point of the main job; run by test_killed.py alone.

The point is chosen through the ports, which is where the outside world stands: a mailbox, a library
and a post box that kill in the middle of their work; and by the statements that the database is
given. Nothing of the assistant itself is replaced.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from assistant import bootstrap, config
from assistant.ports import (
    Arrival,
    Begun,
    Envelope,
    Fit,
    FolderState,
    Hit,
    Mailbox,
    Postbox,
    Unreadable,
)


def die() -> None:
    """End this process as a power cut would: no handler runs."""
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass
class FatalMailbox:
    """A mailbox that kills once it has handed over what there is, or around a flag that it sets."""

    real: Mailbox
    when: str

    def open(self, folder: str) -> FolderState:
        return self.real.open(folder)

    def arrivals(self, after_uid: int, *, limit: int) -> Iterator[Arrival | Unreadable]:
        yield from self.real.arrivals(after_uid, limit=limit)
        if self.when == "fetched":
            die()

    def uids(self) -> list[int]:
        return self.real.uids()

    def fetch(self, uids: Sequence[int]) -> Iterator[Arrival | Unreadable]:
        return self.real.fetch(uids)

    def wait(self, seconds: float) -> bool:
        return self.real.wait(seconds)

    def put_away(self, uids: Sequence[int], *, move_to: str = "") -> None:
        if self.when == "committed":
            die()
        self.real.put_away(uids, move_to=move_to)
        if self.when == "flagged":
            die()

    def close(self) -> None:
        self.real.close()


# Points within the transaction: the beginning of the statement after which it ends.
STATEMENTS = {
    "inserted": 'INSERT INTO "store_rawmessage"',
    "marked": 'UPDATE "store_mailboxfolder" SET "last_uid"',
}


@dataclass
class FatalDatabase:
    """What Django calls around each statement: it kills after the first of one kind."""

    statement: str

    def __call__(self, execute: Callable[..., Any], sql: str, *more: Any) -> Any:
        result = execute(sql, *more)
        if sql.startswith(self.statement):
            die()
        return result


class FatalLibrary:
    """A library that kills while it is searched."""

    def nearest(
        self, _fit: Fit, _text: str, _k: int, *, among: Sequence[str] | None = None
    ) -> list[Hit]:
        die()
        return []


@dataclass
class FatalPostbox:
    """A post box that kills before the transmission, within it, or once the letter has gone."""

    real: Postbox
    when: str

    def deliver(self, envelope: Envelope, *, begun: Begun) -> str:
        if self.when == "before":
            die()
        if self.when == "within":
            begun()
            die()
        reply = self.real.deliver(envelope, begun=begun)
        die()
        return reply


def poller(when: str) -> None:
    """Look once at the mailboxes."""
    from django.db import connection  # noqa: PLC0415 - after Django is loaded

    from assistant.cli.parts import plans_of  # noqa: PLC0415 - as above
    from assistant.services.poll_mailboxes import poll_once  # noqa: PLC0415 - as above

    settings = config.current()
    if when in STATEMENTS:
        # Django's own door for it; the last in the list is the outermost.
        connection.execute_wrappers.append(FatalDatabase(STATEMENTS[when]))
    poll_once(
        {
            address: (lambda open_it=open_it: FatalMailbox(open_it(), when))
            for address, open_it in bootstrap.mailboxes(settings).items()
        },
        clock=bootstrap.clock(),
        plans=plans_of(settings, None),
    )


def worker() -> None:
    """Compose the first draft of a response."""
    from assistant.services.compose_draft import compose_draft  # noqa: PLC0415 - as above
    from assistant.store.models import Draft  # noqa: PLC0415 - as above

    ports = bootstrap.ports(config.current())
    draft = Draft.objects.filter(kind="response").order_by("pk").first()
    compose_draft(draft.pk, library=FatalLibrary(), register=ports.register, clock=ports.clock)


def sender(when: str) -> None:
    """Send the first letter that waits."""
    from assistant.services.send_letter import send_letter  # noqa: PLC0415 - as above
    from assistant.store.models import Outbox  # noqa: PLC0415 - as above

    settings = config.current()
    ports = bootstrap.ports(settings)
    outbox = Outbox.objects.order_by("pk").first()
    send_letter(
        outbox.pk,
        postbox=FatalPostbox(bootstrap.postbox(settings), when),
        register=ports.register,
        clock=ports.clock,
    )


def main(words: Sequence[str]) -> None:
    """Die at the point that the words name."""
    bootstrap.start()
    who, where = words
    if who == "poller":
        poller(where)
    elif who == "worker":
        worker()
    else:
        sender(where)
    raise SystemExit("it lived")


if __name__ == "__main__":
    main(sys.argv[1:])
