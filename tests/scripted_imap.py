"""An IMAP server that answers as a test tells it to: for what no well-behaved server does."""

import base64
import contextlib
import re
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self


class Raw(bytes):
    """Sent as it stands, with no verdict after it: half an answer, or (empty) a silence."""


Answer = bytes | None  # None hangs up
COMMAND = re.compile(rb"(\S+) (?:UID )?(\w+) ?(.*)\r\n")
LITERAL = re.compile(r".*\{(\d+)\}")
HEADER = re.compile(r'HEADER (\S+) "(.*)"')
FIELDS = re.compile(r"HEADER\.FIELDS \((.*)\)\]")


@dataclass
class ScriptedImap:
    """Messages by UID, and by command what to say instead of the right thing.

    `heard` is every command in order. While a client idles `idling` is set, and `say` speaks to it.
    """

    messages: dict[int, bytes] = field(default_factory=dict)
    odd: Callable[[str, str, bytes], Answer] = lambda command, rest, right: right
    uidvalidity: bytes = b"* OK [UIDVALIDITY 7] ok\r\n"
    capability: bytes = b"IMAP4rev1"
    greeting: bytes = b"* OK ready\r\n"
    challenge: bytes = b""
    certificate: tuple[Path, Path] | None = None
    injected: bytes = b""  # said in plain text after the consent to STARTTLS
    heard: list[tuple[str, str]] = field(default_factory=list)
    said_in: list[bytes] = field(default_factory=list)
    appended: list[tuple[str, bytes]] = field(default_factory=list)
    idling: threading.Event = field(default_factory=threading.Event)
    connections: int = 0
    failures: list[BaseException] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._connection: socket.socket | None = None
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.hang_up()
        self._thread.join(10)
        assert self.failures == []

    def say(self, line: bytes) -> None:
        """Speak to the client unasked."""
        assert self._connection is not None
        self._connection.sendall(line)

    def hang_up(self) -> None:
        """End the connection from this side."""
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.shutdown(socket.SHUT_RDWR)

    def commands(self, *names: str) -> list[str]:
        """What was asked with these commands."""
        return [rest for command, rest in self.heard if command in names]

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self.connections += 1
                try:
                    self._serve(connection)
                except OSError:
                    continue
                except AssertionError as error:
                    self.failures.append(error)
                finally:
                    if self._connection is not None:
                        self._connection.close()
                    connection.close()

    def _serve(self, connection: socket.socket) -> None:
        self._connection = connection
        self.say(self.greeting)
        while self._session():
            assert self.certificate is not None
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(*self.certificate)
            self._connection = context.wrap_socket(self._connection, server_side=True)

    def _session(self) -> bool:
        """Answer commands until the end, or (true) until encryption begins."""
        assert self._connection is not None
        with self._connection.makefile("rb") as self._lines:
            for line in self._lines:
                parsed = COMMAND.fullmatch(line)
                if not line.isascii() or b"\0" in line:
                    return False  # no words at all: a handshake, which is not spoken here
                assert parsed is not None, line
                tag, command, rest = parsed[1], parsed[2].decode().upper(), parsed[3].decode()
                self.heard.append((command, rest))
                answer = self._answer(command, rest)
                if answer is None:
                    return False
                whole = answer if isinstance(answer, Raw) else _with_verdict(tag, answer)
                self.say(whole + (self.injected if command == "STARTTLS" else b""))
                if command == "LOGOUT":
                    return False
                if command == "STARTTLS" and self.certificate is not None:
                    return True
        return False

    def _answer(self, command: str, rest: str) -> Answer:
        literal = LITERAL.fullmatch(rest)
        if literal is not None:
            self.say(b"+ go on\r\n")
            self.appended.append((rest, self._lines.read(int(literal[1]))))
            self._lines.readline()
        if command == "AUTHENTICATE":
            self.say(b"+ \r\n")
            self.said_in.append(base64.b64decode(self._lines.readline()))
        answer = self.odd(command, rest, self.right(command, rest))
        if command == "AUTHENTICATE" and self.challenge:
            self.say(b"+ " + base64.b64encode(self.challenge) + b"\r\n")
            self.said_in.append(base64.b64decode(self._lines.readline()))
        if command == "IDLE" and answer is not None and b"+" in answer:
            return self._idle(answer)
        return answer

    def _idle(self, consent: bytes) -> Answer:
        self.say(consent)
        self.idling.set()
        line = self._lines.readline()
        self.idling.clear()
        if not line:
            return None
        assert line == b"DONE\r\n", line
        self.heard.append(("DONE", ""))
        return self.odd("DONE", "", b"")

    def right(self, command: str, rest: str) -> bytes:
        rights: dict[str, Callable[[], bytes]] = {
            "CAPABILITY": lambda: b"* CAPABILITY " + self.capability + b"\r\n",
            "EXAMINE": self._opened,
            "SELECT": self._opened,
            "SEARCH": lambda: b"* SEARCH " + self._searched(rest) + b"\r\n",
            "FETCH": lambda: self._fetched(rest),
            "IDLE": lambda: b"+ idling\r\n",
            "LOGOUT": lambda: b"* BYE\r\n",
        }
        return rights.get(command, lambda: b"")()

    def _opened(self) -> bytes:
        uidnext = b"* OK [UIDNEXT %d] ok\r\n" % (max(self.messages, default=0) + 1)
        return b"* %d EXISTS\r\n" % len(self.messages) + self.uidvalidity + uidnext

    def _searched(self, rest: str) -> bytes:
        header = HEADER.fullmatch(rest)
        if rest.endswith(":*") and self.messages:
            # "n:*" always names the last message, even one below n (RFC 3501 section 6.4.8).
            rest += f",{max(self.messages)}" if rest.startswith("UID") else f",{len(self.messages)}"
        found = [
            uid
            for place, uid in enumerate(sorted(self.messages), start=1)
            if (header is None and _in(uid if rest.startswith("UID") else place, rest))
            or (header is not None and header[2] in _value(self.messages[uid], header[1]))
        ]
        return b" ".join(b"%d" % uid for uid in found)

    def _fetched(self, rest: str) -> bytes:
        numbers, _, items = rest.partition(" ")
        chosen = {uid: raw for uid, raw in sorted(self.messages.items()) if _in(uid, numbers)}
        fields = FIELDS.search(items)
        if fields is None:
            with_body = "BODY" in items
            return b"".join(fetched(uid, raw, with_body=with_body) for uid, raw in chosen.items())
        return b"".join(_header(uid, raw, fields[1].split()) for uid, raw in chosen.items())


def fetched(uid: int, raw: bytes, *, with_body: bool, size: int | None = None) -> bytes:
    """Give the untagged answer to a FETCH."""
    head = b"* %d FETCH (UID %d RFC822.SIZE %d " % (uid, uid, len(raw) if size is None else size)
    head += b'INTERNALDATE "02-Mar-2026 12:00:00 +0000"'
    return head + (b" BODY[] {%d}\r\n%b" % (len(raw), raw) if with_body else b"") + b")\r\n"


def _with_verdict(tag: bytes, answer: bytes) -> bytes:
    if answer.startswith((b"NO", b"BAD")):
        return tag + b" " + answer
    return answer + tag + b" OK done\r\n"


def _header(uid: int, raw: bytes, names: list[str]) -> bytes:
    lines = [f"{name}: {_value(raw, name)}\r\n" for name in names if _value(raw, name)]
    text = ("".join(lines) + "\r\n").encode()
    item = b"BODY[HEADER.FIELDS (%b)]" % " ".join(names).encode()
    return b"* %d FETCH (UID %d %b {%d}\r\n%b)\r\n" % (uid, uid, item, len(text), text)


def _value(raw: bytes, name: str) -> str:
    header = raw.partition(b"\r\n\r\n")[0].decode("latin-1")
    found = re.search(rf"^{re.escape(name)}: *(.*)$", header, re.IGNORECASE | re.MULTILINE)
    return found[1].strip() if found else ""


def _in(number: int, criterion: str) -> bool:
    for part in criterion.removeprefix("UID ").split(","):
        low, colon, high = part.partition(":")
        if not colon:
            if low == "*" or int(low) == number:
                return True
        elif int(low) <= number and (high == "*" or number <= int(high)):
            return True
    return False
