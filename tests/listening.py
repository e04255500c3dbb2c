"""A listener in this process, with a store to look into, and a mail server on raw sockets."""

import select
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from assistant.adapters.listener import Door, Listener
from assistant.ports import Outcome, Submission, Taken
from tests.fakes import FixedClock

US = "foi@northshire.example"
EIR = "eir@northshire.example"
STORED = Outcome(Taken.STORED)
LETTER = b"From: alex@example.org\r\nSubject: Cars\r\n\r\nHow many cars did you own?\r\n"


@dataclass
class Keeper:
    """Keeps what it is handed; `before` is called first, and may raise; `answer` decides."""

    kept: list[Submission] = field(default_factory=list)
    before: Callable[[], object] = lambda: None
    answer: Callable[[Submission], Sequence[Outcome]] = lambda one: [STORED] * len(one.recipients)

    def __call__(self, submissions: Sequence[Submission]) -> Sequence[Sequence[Outcome]]:
        self.before()
        self.kept.extend(submissions)
        return [self.answer(each) for each in submissions]

    @property
    def raws(self) -> list[bytes]:
        return [each.raw for each in self.kept]


class Server:
    """A mail server that says exactly what a test tells it."""

    def __init__(self, port: int, greeting: str = "") -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=20)
        self._lines = self.socket.makefile("rb")
        self.greeting = self.reply()
        if greeting:
            assert self.say(greeting).startswith("250")

    def send(self, content: bytes) -> None:
        self.socket.sendall(content)

    def reply(self) -> str:
        """Return the next reply, all its lines; "" where the connection has ended."""
        lines = []
        while line := self._lines.readline().decode():
            lines.append(line.rstrip("\r\n"))
            if line[3:4] != "-":
                break
        return "\n".join(lines)

    def replies(self, number: int) -> list[str]:
        """Return the codes of the next replies."""
        return [self.reply()[:3] for _ in range(number)]

    def say(self, line: str) -> str:
        self.send(line.encode() + b"\r\n")
        return self.reply()

    def begin(self, *recipients: str, sender: str = "<alex@example.org>") -> None:
        """Go as far as the data of a message."""
        assert self.say(f"MAIL FROM:{sender}").startswith("250")
        for recipient in recipients or (US,):
            assert self.say(f"RCPT TO:<{recipient}>").startswith("250")
        assert self.say("DATA").startswith("354")

    def hand_over(self, content: bytes, *recipients: str, sender: str = "<a@example.org>") -> str:
        """Hand over bytes as they are, and return the first reply to them."""
        self.begin(*recipients, sender=sender)
        self.send(content + b".\r\n")
        return self.reply()

    def is_told(self) -> bool:
        """Say whether anything was said that has not been read."""
        return bool(select.select([self.socket], [], [], 0)[0])

    def close(self) -> None:
        self._lines.close()
        self.socket.close()


@dataclass
class Running:
    """A listener that runs, and where."""

    door: Door
    listener: Listener
    port: int = 0


@contextmanager
def listening(keeper: Keeper, protocol: str = "smtp", **door: Any) -> Iterator[Running]:
    """Listen while the test runs."""
    chosen = {
        "protocol": protocol,
        "host": "127.0.0.1",
        "port": 0,
        "addresses": frozenset({US, EIR}),
        "networks": ("127.0.0.0/8",),
        "size": 3_000_000,
        "name": "foi.northshire.example",
    }
    where = Door(**(chosen | door))
    running = Running(where, Listener(where, keeper, FixedClock()))
    started = threading.Event()

    def begun(port: int) -> None:
        running.port = port
        started.set()

    thread = threading.Thread(target=running.listener.run, args=(begun,))
    thread.start()
    try:
        assert started.wait(20)
        yield running
    finally:
        running.listener.stop()
        thread.join(30)
        assert not thread.is_alive()
