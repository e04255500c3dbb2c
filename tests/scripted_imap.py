"""An IMAP server that answers as a test tells it to: for what no well-behaved server does."""

import contextlib
import re
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

Answer = bytes | None  # None hangs up
COMMAND = re.compile(rb"(\S+) (?:UID )?(\w+) ?(.*)\r\n")


@dataclass
class ScriptedImap:
    """Messages by UID, and by command what to say instead of the right thing."""

    messages: dict[int, bytes] = field(default_factory=dict)
    odd: Callable[[str, str, bytes], Answer] = lambda command, rest, right: right
    uidvalidity: bytes = b"* OK [UIDVALIDITY 7] ok\r\n"
    heard: list[tuple[str, str]] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(10)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                with connection, contextlib.suppress(OSError):
                    self._serve(connection)

    def _serve(self, connection: socket.socket) -> None:
        connection.sendall(b"* OK [CAPABILITY IMAP4rev1] ready\r\n")
        with connection.makefile("rb") as lines:
            for line in lines:
                parsed = COMMAND.fullmatch(line)
                assert parsed is not None
                tag, command, rest = parsed[1], parsed[2].decode().upper(), parsed[3].decode()
                self.heard.append((command, rest))
                answer = self.odd(command, rest, self.right(command, rest))
                if answer is None:
                    return
                verdict = b"" if answer.startswith((b"NO", b"BAD")) else b"OK done\r\n"
                body, ending = (b"", answer) if not verdict else (answer, verdict)
                connection.sendall(body + tag + b" " + ending)
                if command == "LOGOUT":
                    return

    def right(self, command: str, rest: str) -> bytes:
        if command == "CAPABILITY":
            return b"* CAPABILITY IMAP4rev1\r\n"
        if command == "EXAMINE":
            uidnext = max(self.messages, default=0) + 1
            return b"* 1 EXISTS\r\n" + self.uidvalidity + b"* OK [UIDNEXT %d] ok\r\n" % uidnext
        if command == "SEARCH":
            found = (b"%d" % uid for uid in sorted(self.messages) if _in(uid, rest))
            return b"* SEARCH " + b" ".join(found) + b"\r\n"
        if command == "FETCH":
            return self._fetched(rest)
        return b"* BYE\r\n" if command == "LOGOUT" else b""

    def _fetched(self, rest: str) -> bytes:
        numbers, _, items = rest.partition(" ")
        return b"".join(
            fetched(uid, raw, with_body="BODY" in items)
            for uid, raw in sorted(self.messages.items())
            if any(_in(uid, f"UID {number}") for number in numbers.split(","))
        )


def fetched(uid: int, raw: bytes, *, with_body: bool, size: int | None = None) -> bytes:
    """Give the untagged answer to a FETCH."""
    head = b"* %d FETCH (UID %d RFC822.SIZE %d " % (uid, uid, len(raw) if size is None else size)
    head += b'INTERNALDATE "02-Mar-2026 12:00:00 +0000"'
    return head + (b" BODY[] {%d}\r\n%b" % (len(raw), raw) if with_body else b"") + b")\r\n"


def _in(uid: int, criterion: str) -> bool:
    low, colon, high = criterion.removeprefix("UID ").partition(":")
    if not colon:
        return low == "*" or int(low) == uid
    return int(low) <= uid and (high == "*" or uid <= int(high))
