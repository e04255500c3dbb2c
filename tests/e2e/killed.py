"""Programs that die by SIGKILL at one exact point of the main job; run by test_killed.py alone.

The point is chosen through the ports, which is where the outside world stands: a clock that kills
inside the transaction, a mailbox that kills after the commit, a library and a post box that kill in
the middle of their work. Nothing of the assistant itself is replaced.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
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
class FatalClock:
    """A clock that kills when it is read for the nth time."""

    left: int

    def now(self) -> datetime:
        self.left -= 1
        if self.left < 0:
            die()
        return datetime.now(UTC)


@dataclass
class FatalMailbox:
    """A mailbox that kills when the next message is asked for, after the nth was stored."""

    real: Mailbox
    left: int

    def open(self, folder: str) -> FolderState:
        return self.real.open(folder)

    def arrivals(self, after_uid: int, *, limit: int) -> Iterator[Arrival | Unreadable]:
        for arrival in self.real.arrivals(after_uid, limit=limit):
            yield arrival
            self.left -= 1
            if self.left == 0:
                die()

    def close(self) -> None:
        self.real.close()


class FatalLibrary:
    """A library that kills while it is searched."""

    def nearest(self, _fit: Fit, _text: str, _k: int) -> list[Hit]:
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


def poller(clock: Any, wrap: Callable[[Mailbox], Any]) -> None:
    """Look once at the mailboxes."""
    from assistant.services.poll_mailboxes import poll_once  # noqa: PLC0415 - after Django is loaded

    mailboxes = bootstrap.mailboxes(config.current())
    poll_once(
        {
            address: (lambda open_it=open_it: wrap(open_it()))
            for address, open_it in mailboxes.items()
        },
        clock=clock,
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
    if who == "poller" and where.startswith("in-"):
        poller(FatalClock(int(where.removeprefix("in-"))), lambda mailbox: mailbox)
    elif who == "poller":
        real = bootstrap.ports(config.current()).clock
        poller(real, lambda mailbox: FatalMailbox(mailbox, int(where.removeprefix("after-"))))
    elif who == "worker":
        worker()
    else:
        sender(where)
    raise SystemExit("it lived")


if __name__ == "__main__":
    main(sys.argv[1:])
