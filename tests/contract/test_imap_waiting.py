"""Waiting for mail: IDLE that neither hangs nor spins, and a silence that can be broken."""

import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from assistant.adapters import imap_wire
from assistant.adapters.imap import ImapMailbox
from assistant.domain.errors import TryAgainLater
from tests import soak_idle
from tests.black_hole import BlackHole
from tests.certificate import Certificate
from tests.dovecot import PASSWORD, Dovecot
from tests.scripted_imap import Answer, Raw, ScriptedImap

RAW = b"Subject: x\r\n\r\nPlease send me the heliotrope ledger.\r\n"
TIMEOUT = 0.6
SOON = 10.0  # far from for ever, and far from exact: the machine may be busy
LONG = 60.0
# Far more than a wait needs that sleeps, far less than one that spins.
FEW_READS = 40


@pytest.fixture
def server() -> Iterator[ScriptedImap]:
    with ScriptedImap({1: RAW, 2: RAW}, capability=b"IMAP4rev1 IDLE") as running:
        yield running


@contextmanager
def opened(port: int, *, timeout: float = 5, user: str = "foi") -> Iterator[ImapMailbox]:
    box = ImapMailbox("127.0.0.1", port, user, PASSWORD, security="none", timeout=timeout)
    box.open("INBOX")
    try:
        yield box
    finally:
        box.close()


@contextmanager
def meanwhile(work: Callable[[], object]) -> Iterator[None]:
    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        thread.join(20)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """When the adapter looked at its socket: a loop that spins looks many thousand times."""
    seen: list[float] = []
    right = imap_wire.Wire.has_something

    def counted(wire: imap_wire.Wire) -> bool:
        seen.append(time.monotonic())
        return right(wire)

    monkeypatch.setattr(imap_wire.Wire, "has_something", counted)
    return seen


def saying(server: ScriptedImap, *lines: bytes) -> Callable[[], None]:
    def say() -> None:
        assert server.idling.wait(10)
        for line in lines:
            server.say(line)

    return say


def test_new_mail_ends_the_wait_at_once(server: ScriptedImap) -> None:
    began = time.monotonic()
    with opened(server.port) as box, meanwhile(saying(server, b"* 3 EXISTS\r\n* 1 RECENT\r\n")):
        assert box.wait(LONG)
    assert time.monotonic() - began < LONG / 2
    assert [command for command, _ in server.heard][-3:] == ["IDLE", "DONE", "LOGOUT"]


def test_mail_told_of_in_two_pieces_is_news_once_it_is_whole(server: ScriptedImap) -> None:
    with opened(server.port) as box, meanwhile(saying(server, b"* 3 EX", b"ISTS\r\n")):
        assert box.wait(LONG)


def test_keep_alives_changed_flags_and_messages_taken_away_are_no_news(
    server: ScriptedImap, reads: list[float]
) -> None:
    lines = (
        b"* OK Still here\r\n",
        b"* 2 EXISTS\r\n",
        b"* 2 FETCH (FLAGS (\\Seen))\r\n",
        b"* 2 FETCH (BODY[TEXT] {4}\r\nmine)\r\n",
        b"* 1 EXPUNGE\r\n",
        b"* 1 EXISTS\r\n",
        b"+ still idling\r\n",
    )
    with opened(server.port) as box, meanwhile(saying(server, *lines)):
        assert not box.wait(0.3)
    assert len(reads) < FEW_READS


def test_mail_that_takes_the_place_of_a_message_taken_away_is_news(server: ScriptedImap) -> None:
    lines = (b"* 1 EXPUNGE\r\n", b"* 2 EXISTS\r\n")
    with opened(server.port) as box, meanwhile(saying(server, *lines)):
        assert box.wait(LONG)


def test_mail_told_of_as_idling_begins_or_ends_is_not_missed(server: ScriptedImap) -> None:
    for command, answer in (
        ("IDLE", b"* 3 EXISTS\r\n+ idling\r\n"),
        ("IDLE", b"+ idling\r\n* 3 EXISTS\r\n"),
        ("DONE", b"* 3 EXISTS\r\n"),
    ):
        server.odd = lambda heard, rest, right, command=command, answer=answer: (
            Raw(answer) if heard == command == "IDLE" else answer if heard == command else right
        )
        with opened(server.port) as box:
            assert box.wait(0.1), answer


def test_mail_told_of_while_others_were_read_ends_the_wait_at_once(server: ScriptedImap) -> None:
    server.odd = lambda command, rest, right: (
        right + b"* 3 EXISTS\r\n" if command == "FETCH" and "BODY" in rest else right
    )
    with opened(server.port) as box:
        assert len(list(box.arrivals(0, limit=9))) == 2
        assert box.wait(LONG)
    assert server.commands("IDLE") == []


def test_the_end_of_the_time_ends_the_wait_and_the_connection_is_good_for_more(
    server: ScriptedImap,
) -> None:
    with opened(server.port) as box:
        for _ in range(3):
            assert not box.wait(0.05)
            assert len(list(box.arrivals(0, limit=9))) == 2
    assert server.connections == 1
    assert len(server.commands("IDLE")) == len(server.commands("DONE")) == 3


@pytest.mark.parametrize("capability", [b"IMAP4rev1 IDLE", b"IMAP4rev1"])
def test_a_server_that_hangs_up_ends_the_wait_and_nothing_spins(
    server: ScriptedImap, reads: list[float], capability: bytes
) -> None:
    server.capability = capability
    gone = pytest.raises(TryAgainLater, match="closed the connection")
    with opened(server.port) as box, meanwhile(server.hang_up), gone:
        box.wait(LONG)
    assert len(reads) < FEW_READS


def test_a_wait_takes_no_time_of_the_processor(server: ScriptedImap, reads: list[float]) -> None:
    with opened(server.port) as box:
        began = time.thread_time()
        assert not box.wait(0.5)
        assert time.thread_time() - began < 0.1
    assert len(reads) < FEW_READS


def test_a_server_that_says_goodbye_ends_the_wait_with_its_words(server: ScriptedImap) -> None:
    goodbye = saying(server, b"* BYE Server is going down\r\n")
    told = pytest.raises(TryAgainLater, match="going down")
    with opened(server.port) as box, meanwhile(goodbye), told:
        box.wait(LONG)


def test_a_goodbye_that_came_before_the_wait_is_noticed(server: ScriptedImap) -> None:
    with opened(server.port) as box:
        server.say(b"* BYE Server is going down\r\n")
        with pytest.raises(TryAgainLater, match="going down"):
            box.wait(LONG)


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("IDLE", Raw(b"")),
        ("IDLE", Raw(b"+ idl")),
        ("DONE", Raw(b"")),
        ("DONE", Raw(b"* 2 EXI")),
    ],
)
def test_a_server_that_falls_silent_is_given_up_within_the_time_out(
    server: ScriptedImap, command: str, answer: Answer
) -> None:
    server.odd = lambda heard, rest, right: answer if heard == command else right
    with opened(server.port, timeout=TIMEOUT) as box:
        began = time.monotonic()
        with pytest.raises(TryAgainLater, match="did not answer"):
            box.wait(0.05)
        assert time.monotonic() - began < SOON
    server.hang_up()


def test_a_server_that_talks_on_and_does_not_leave_idle_is_given_up(server: ScriptedImap) -> None:
    stop = threading.Event()

    def chatter() -> None:
        while not stop.wait(0.02):
            server.say(b"* OK Still here\r\n")

    def odd(command: str, rest: str, right: bytes) -> Answer:
        if command == "DONE":
            threading.Thread(target=chatter).start()
            return Raw(b"")
        return right

    server.odd = odd
    with opened(server.port, timeout=TIMEOUT) as box, pytest.raises(TryAgainLater):
        box.wait(0.05)
    stop.set()
    server.hang_up()


def test_half_a_line_during_a_wait_is_given_up_within_the_time_out(server: ScriptedImap) -> None:
    half = saying(server, b"* 3 EXI")
    silent = pytest.raises(TryAgainLater, match="did not answer")
    with opened(server.port, timeout=TIMEOUT) as box, meanwhile(half), silent:
        box.wait(LONG)
    server.hang_up()


@pytest.mark.parametrize("verdict", [b"OK enough\r\n", b"NO not now\r\n", b"BAD what\r\n"])
def test_a_server_that_does_not_idle_as_long_as_asked_is_waited_for_in_silence(
    server: ScriptedImap, reads: list[float], verdict: bytes
) -> None:
    server.odd = lambda command, rest, right: (
        b"" if command == "IDLE" and verdict.startswith(b"OK") else
        verdict if command == "IDLE" else right
    )  # fmt: skip
    with opened(server.port) as box:
        assert not box.wait(0.2)
        assert box.open("INBOX").messages == 2
    assert server.connections == 1
    assert len(server.commands("IDLE")) == 1
    assert len(reads) < FEW_READS


def test_without_idle_a_server_that_speaks_by_itself_is_heard(server: ScriptedImap) -> None:
    server.capability = b"IMAP4rev1"
    with opened(server.port) as box:
        server.say(b"* OK Still here\r\n")
        assert not box.wait(0.05)
        server.say(b"* 3 EXISTS\r\n")
        assert box.wait(LONG)
        assert len(list(box.arrivals(0, limit=9))) == 2
    assert server.commands("IDLE") == []


@pytest.mark.parametrize("capability", [b"IMAP4rev1 IDLE", b"IMAP4rev1"])
def test_a_signal_handler_may_end_the_wait(server: ScriptedImap, capability: bytes) -> None:
    server.capability = capability
    with opened(server.port) as box:
        before = signal.signal(signal.SIGALRM, lambda number, frame: box.close())
        try:
            signal.setitimer(signal.ITIMER_REAL, 0.1)
            assert not box.wait(LONG)
        finally:
            signal.signal(signal.SIGALRM, before)
        assert not box.wait(LONG)  # closed means closed, until it is opened again
        assert box.open("INBOX").messages == 2


def test_another_thread_may_end_whatever_is_under_way(server: ScriptedImap) -> None:
    asked = threading.Event()

    def odd(command: str, rest: str, right: bytes) -> Answer:
        if command == "FETCH":
            asked.set()
            return Raw(b"")
        return right

    server.odd = odd
    with (
        opened(server.port, timeout=LONG) as box,
        meanwhile(lambda: (asked.wait(10), box.close())),
        pytest.raises(TryAgainLater),
    ):
        list(box.arrivals(0, limit=9))


def test_the_time_of_day_does_not_matter(
    server: ScriptedImap, monkeypatch: pytest.MonkeyPatch
) -> None:
    jumps = iter(range(0, 10**9, 86_400))
    with opened(server.port) as box:
        with monkeypatch.context() as patch:
            patch.setattr(time, "time", lambda: float(next(jumps)))
            began = time.monotonic()
            assert not box.wait(0.2)
        assert 0.15 < time.monotonic() - began < SOON


def test_no_single_wait_outlasts_what_servers_allow(
    server: ScriptedImap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.adapters.imap_waiting.LONGEST_IDLE", 0.1)
    with opened(server.port) as box:
        assert not box.wait(LONG)
    assert imap_wire.LONGEST_ANSWER >= 29 * 60


def test_a_connection_that_a_firewall_forgets_is_found_out(server: ScriptedImap) -> None:
    with opened(server.port) as box:
        sock = box._connection._client.wire.sock  # noqa: SLF001 (no other way to see it)
        assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
        assert sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) <= 60
        assert sock.gettimeout() == 5


def test_waiting_under_tls_is_not_misled_by_half_a_record(
    server: ScriptedImap, certificate: Certificate
) -> None:
    server.capability = b"IMAP4rev1 STARTTLS IDLE"
    server.certificate = (certificate.file, certificate.key)
    box = ImapMailbox(
        "127.0.0.1",
        server.port,
        "foi",
        "secret",
        security="starttls",
        timeout=TIMEOUT,
        ca_file=certificate.file,
    )
    box.open("INBOX")

    def half() -> None:
        assert server.idling.wait(10)
        # The beginning of a record of 64 bytes, past TLS: it never becomes whole.
        inner = socket.socket(fileno=socket.dup(server._connection.fileno()))  # type: ignore[union-attr]  # noqa: SLF001 (the wire itself)
        with inner:
            inner.sendall(b"\x17\x03\x03\x00\x40half")

    began = time.monotonic()
    with meanwhile(half), pytest.raises(TryAgainLater, match="did not answer"):
        box.wait(0.3)
    assert 0.3 < time.monotonic() - began < SOON
    server.hang_up()
    box.close()


@pytest.mark.dovecot
@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_new_mail_ends_a_wait_under_tls(dovecot: Dovecot, security: Any) -> None:
    user, port = f"idle-{security}", dovecot.tls_port if security == "tls" else dovecot.port
    box = ImapMailbox(
        "127.0.0.1", port, user, PASSWORD, security=security, ca_file=dovecot.ca_file, timeout=10
    )
    box.open("INBOX")
    with meanwhile(lambda: dovecot.put(user, "INBOX", RAW, soak_idle.NOON)):
        assert box.wait(LONG)
    with meanwhile(box.close):
        assert not box.wait(LONG)


@pytest.mark.dovecot
def test_a_wait_swallowed_by_a_black_hole_is_given_up_and_the_next_connection_works(
    dovecot: Dovecot,
) -> None:
    with BlackHole(dovecot.port) as hole:
        box = ImapMailbox(
            "127.0.0.1", hole.port, "swallowed", PASSWORD, security="none", timeout=TIMEOUT
        )
        box.open("INBOX")
        assert not box.wait(0.05)
        hole.swallow()
        began = time.monotonic()
        with pytest.raises(TryAgainLater, match="did not answer"):
            box.wait(0.1)
        dovecot.put("swallowed", "INBOX", RAW, soak_idle.NOON)
        assert box.open("INBOX").messages == 1
        assert len(list(box.arrivals(0, limit=9))) == 1
        assert time.monotonic() - began < SOON
        box.close()


@pytest.mark.dovecot
def test_every_mail_sent_while_the_assistant_waits_is_seen_once(dovecot: Dovecot) -> None:
    seen = soak_idle.soak(dovecot, user="soak-short", mails=4, every=0)
    assert seen.sent == seen.received
    assert seen.reconnections == 0
    assert seen.news >= 3  # the first may be found by the look that comes before a wait
