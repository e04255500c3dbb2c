"""Waits for mail by IDLE for hours, and counts: python -m tests.soak_idle --hours 8 --every 60.

A Dovecot is started for it. Every so many seconds a message is delivered, and each has to be seen
by a wait once. The short form, of a few messages and no pause, is in the tests.
"""

import argparse
import itertools
import sys
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime

from assistant.adapters.imap import ImapMailbox
from assistant.domain.errors import TryAgainLater
from assistant.ports import Arrival
from tests.dovecot import PASSWORD, Dovecot, running_dovecot

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
WAIT = 60.0
# Looks at the folder after the last message was delivered, until what is missing counts as lost.
PATIENCE = 5


@dataclass
class Soaked:
    """What was delivered, what was seen, in order, and how often the connection was made again."""

    sent: list[bytes] = field(default_factory=list)
    received: list[bytes] = field(default_factory=list)
    waits: int = 0
    news: int = 0
    reconnections: int = 0


def soak(server: Dovecot, *, user: str, mails: int, every: float) -> Soaked:
    """Deliver so many messages, one each `every` seconds or as soon as the last was seen."""
    soaked = Soaked()
    seen = threading.Event()
    sender = threading.Thread(target=_send, args=(server, user, mails, every, soaked, seen))
    box = ImapMailbox("127.0.0.1", server.port, user, PASSWORD, security="none", timeout=10)
    box.open("INBOX")
    sender.start()
    try:
        mark = patience = 0
        while patience < PATIENCE:
            mark = _look(box, mark, soaked, seen)
            if len(soaked.received) >= mails:
                break
            patience += not sender.is_alive()
            _wait(box, soaked, WAIT if every else 5.0)
    finally:
        seen.set()
        sender.join()
        box.close()
    return soaked


def _look(box: ImapMailbox, mark: int, soaked: Soaked, seen: threading.Event) -> int:
    try:
        box.open("INBOX")
        for item in box.arrivals(mark, limit=100):
            assert isinstance(item, Arrival)
            soaked.received.append(item.raw)
            mark = item.uid
            seen.set()
    except TryAgainLater as error:
        soaked.reconnections += 1
        print(error, file=sys.stderr)  # noqa: T201 (a command says what it sees)
    return mark


def _wait(box: ImapMailbox, soaked: Soaked, seconds: float) -> None:
    soaked.waits += 1
    try:
        soaked.news += box.wait(seconds)
    except TryAgainLater as error:
        soaked.reconnections += 1
        print(error, file=sys.stderr)  # noqa: T201 (a command says what it sees)


def _send(
    server: Dovecot, user: str, mails: int, every: float, soaked: Soaked, seen: threading.Event
) -> None:
    pause = threading.Event()
    for number in range(mails):
        raw = f"Subject: {number}\r\n\r\nPlease send me ledger {number}.\r\n".encode()
        seen.clear()
        soaked.sent.append(raw)
        server.put(user, "INBOX", raw, NOON)
        if every:
            pause.wait(every)
        else:
            seen.wait(20)


def main() -> int:
    """Run the long form and say how it went."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--hours", type=float, default=8.0)
    arguments.add_argument("--every", type=float, default=60.0, help="seconds between messages")
    chosen = arguments.parse_args()
    mails = max(1, int(chosen.hours * 3600 / chosen.every))
    with running_dovecot() as server:
        soaked = soak(server, user="soak", mails=mails, every=chosen.every)
    lost = [raw for raw in soaked.sent if raw not in soaked.received]
    twice = [raw for raw, group in itertools.groupby(sorted(soaked.received)) if len([*group]) > 1]
    print(  # noqa: T201 (a command says what it saw)
        f"{len(soaked.sent)} sent, {len(soaked.received)} seen, {len(lost)} lost, "
        f"{len(twice)} twice, {soaked.waits} waits, "
        f"{soaked.news} ended by news, {soaked.reconnections} reconnections"
    )
    return 0 if soaked.sent == soaked.received else 1


if __name__ == "__main__":
    sys.exit(main())
