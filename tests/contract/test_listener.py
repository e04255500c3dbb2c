"""The listener as mail servers meet it: what it takes, when it says so, and what it answers."""

import logging
import random
import smtplib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress
from dataclasses import replace
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path

import pytest

from assistant.adapters import listener as adapter
from assistant.adapters import listener_house
from assistant.adapters.listener import Listener
from assistant.adapters.tls import serving_context
from assistant.domain.errors import NotAllowed
from assistant.ports import Outcome, Taken
from tests.certificate import Certificate
from tests.fakes import FixedClock
from tests.listening import EIR, LETTER, STORED, US, Keeper, Running, Server, listening

Open = Callable[..., Server]


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def connect(keeper: Keeper) -> Iterator[Open]:
    """Start a listener for the test and connect to it, as often as is asked."""
    with ExitStack() as stack:
        running: dict[str, Running] = {}

        def connected(
            greeting: str = "EHLO mx.example", protocol: str = "", **door: object
        ) -> Server:
            speaks = protocol or ("lmtp" if greeting.startswith("LHLO") else "smtp")
            if not running:
                running["one"] = stack.enter_context(listening(keeper, speaks, **door))
            port = running["one"].port
            return stack.enter_context(closing(Server(port, greeting)))

        yield connected


# When it says 250


def test_250_is_said_after_the_store_has_it_and_never_before(connect: Open, keeper: Keeper) -> None:
    told: list[bool] = []
    server = connect()
    keeper.before = lambda: told.append(server.is_told())

    assert server.hand_over(LETTER).startswith("250 2.6.0")
    assert told == [False]
    assert keeper.raws == [LETTER]


def test_what_is_handed_on_is_the_envelope_and_the_bytes_that_came(
    connect: Open, keeper: Keeper
) -> None:
    connect("LHLO mx.example").hand_over(LETTER, US, EIR, sender="<alex@example.org> SIZE=70")

    (one,) = keeper.kept
    assert (one.via, one.sender, one.recipients) == ("lmtp", "alex@example.org", (US, EIR))
    assert one.handed_over_by == "mx.example [127.0.0.1]"
    assert one.received_at == FixedClock().now()
    assert one.raw == LETTER


@pytest.mark.parametrize("recipients", [1, 2, 5])
def test_lmtp_gets_a_reply_for_each_recipient(
    connect: Open, keeper: Keeper, recipients: int
) -> None:
    named = [f"foi+{number}@northshire.example" for number in range(recipients)]
    server = connect("LHLO mx.example")
    server.begin(*named)
    server.send(LETTER + b".\r\nNOOP\r\nQUIT\r\n")

    assert server.replies(recipients) == ["250"] * recipients
    assert server.replies(3) == ["250", "221", ""]
    assert keeper.kept[0].recipients == tuple(named)


def test_lmtp_replies_for_those_that_were_taken_and_twice_for_one_named_twice(
    connect: Open, keeper: Keeper
) -> None:
    server = connect("LHLO mx.example")
    server.say("MAIL FROM:<a@example.org>")
    said = [server.say(f"RCPT TO:<{each}>")[:3] for each in (US, "nobody@northshire.example", US)]
    server.say("DATA")
    server.send(LETTER + b".\r\nNOOP\r\nQUIT\r\n")

    assert said == ["250", "550", "250"]
    assert server.replies(5) == ["250", "250", "250", "221", ""]


def test_smtp_gets_one_reply_for_all_recipients(connect: Open, keeper: Keeper) -> None:
    server = connect()
    server.begin(US, EIR)
    server.send(LETTER + b".\r\nQUIT\r\n")

    assert server.replies(3) == ["250", "221", ""]


@pytest.mark.parametrize("fault", [OSError(28, "No space left"), MemoryError(), KeyError("x")])
@pytest.mark.parametrize("greeting", ["EHLO mx.example", "LHLO mx.example"])
def test_what_cannot_be_stored_stays_with_the_server_that_brought_it(
    connect: Open, keeper: Keeper, greeting: str, fault: Exception
) -> None:
    def full() -> None:
        raise fault

    server = connect(greeting)
    keeper.before = full
    assert server.hand_over(LETTER).startswith("451 4.3.0 ")

    keeper.before = lambda: None
    assert server.hand_over(LETTER).startswith("250")


def test_each_recipient_has_its_own_outcome_in_lmtp_and_the_gravest_wins_in_smtp(
    keeper: Keeper,
) -> None:
    outcomes = [STORED, Outcome(Taken.LATER, "locked"), Outcome(Taken.REFUSED, "gone")]
    keeper.answer = lambda one: outcomes[: len(one.recipients)]
    named = [US, EIR, f"{US[:3]}+x{US[3:]}"]
    with listening(keeper, "lmtp") as lmtp, closing(Server(lmtp.port, "LHLO x")) as server:
        server.begin(*named)
        server.send(LETTER + b".\r\n")
        assert server.replies(3) == ["250", "451", "550"]
    with listening(keeper) as smtp, closing(Server(smtp.port, "EHLO x")) as server:
        assert "451 4.3.0 locked. Keep the message" in server.hand_over(LETTER, *named)


def test_a_store_that_forgets_a_recipient_is_not_believed(connect: Open, keeper: Keeper) -> None:
    keeper.answer = lambda _one: [STORED]

    assert connect().hand_over(LETTER, US, EIR).startswith("451")


def test_a_fault_of_ours_within_a_session_is_never_a_refusal(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped(FixedClock):
        def now(self) -> None:  # type: ignore[override]  # it has stopped
            raise OverflowError

    monkeypatch.setattr("tests.listening.FixedClock", Stopped)
    with listening(keeper) as started, closing(Server(started.port, "EHLO x")) as server:
        assert server.hand_over(LETTER).startswith("421 4.3.0 ")
        assert server.reply() == ""
    assert keeper.kept == []


# For whom, and from whom


@pytest.mark.parametrize(
    "recipient",
    [US, "FOI@Northshire.EXAMPLE", "foi+2026-17@northshire.example", '"foi"@northshire.example',
     "@relay.example,@mx.example:foi@northshire.example"],
)  # fmt: skip
def test_our_mailboxes_are_taken_in_every_spelling(connect: Open, recipient: str) -> None:
    server = connect()
    server.say("MAIL FROM:<a@example.org>")

    assert server.say(f"RCPT TO:<{recipient}>").startswith("250 2.1.5")


@pytest.mark.parametrize(
    "recipient",
    ["nobody@northshire.example", "alex@example.org", "foi@northshire.example@example.org",
     "foi%northshire.example@example.org", "postmaster", "+foi@northshire.example", "foi",
     "foi@northshire.example.example.org", ""],
)  # fmt: skip
def test_nothing_is_relayed_and_nobody_else_has_a_mailbox_here(
    connect: Open, recipient: str
) -> None:
    server = connect()
    server.say("MAIL FROM:<a@example.org>")

    assert server.say(f"RCPT TO:<{recipient}>").startswith("550 5.1.1 ")
    assert server.say("DATA").startswith("503 5.5.1 ")


@pytest.mark.parametrize(
    ("path", "sender"),
    [
        ("<>", ""),
        ("<alex@example.org>", "alex@example.org"),
        ("<[ABC@example.org]>", "[ABC@example.org]"),
        ('<"a > b"@example.org>', '"a > b"@example.org'),
        ("<José@exämple.org> SMTPUTF8 BODY=8BITMIME", "José@exämple.org"),
        ("<(c):@>", "(c):@"),
        ("<@a.example:b@c.example>", "b@c.example"),
        ("alex@example.org", "alex@example.org"),
    ],
)
def test_an_odd_sender_and_the_null_path_are_taken(
    connect: Open, keeper: Keeper, path: str, sender: str
) -> None:
    connect().hand_over(LETTER, sender=path)

    assert [one.sender for one in keeper.kept] == [sender]


def test_a_sender_in_bytes_that_no_database_takes_is_made_fit_for_it(
    connect: Open, keeper: Keeper
) -> None:
    server = connect()
    server.send(b"MAIL FROM:<a\x00\xff\x1bb@example.org>\r\n")
    assert server.reply().startswith("250")
    server.say(f"RCPT TO:<{US}>")
    server.say("DATA")
    server.send(LETTER + b".\r\n")

    assert server.reply().startswith("250")
    assert keeper.kept[0].sender.encode().isascii() is False
    assert keeper.kept[0].sender.isprintable()


def test_more_than_a_hundred_recipients_are_taken_in_several_turns(connect: Open) -> None:
    server = connect()
    server.say("MAIL FROM:<a@example.org>")
    server.send(b"".join(b"RCPT TO:<foi+%d@northshire.example>\r\n" % n for n in range(101)))

    assert server.replies(101) == ["250"] * 100 + ["452"]


def test_a_server_from_elsewhere_is_turned_away_and_keeps_its_mail(
    keeper: Keeper,
) -> None:
    with listening(keeper, networks=("192.0.2.0/24", "2001:db8::/32")) as started:
        server = Server(started.port)
        assert server.greeting.startswith("421 4.7.1 ")
        assert server.reply() == ""
        server.close()


def test_an_address_of_ipv4_is_known_in_the_form_that_ipv6_gives_it() -> None:
    assert listener_house.numbered("::ffff:192.0.2.7") == ip_address("192.0.2.7")
    assert listener_house.numbered("fe80::1%eth0") == ip_address("fe80::1")
    assert listener_house.numbered("") is None


# Sizes, lines and ends


def test_a_size_over_the_limit_is_refused_before_it_is_sent(connect: Open) -> None:
    server = connect(size=1000)

    assert "SIZE 1000" in server.say("EHLO mx.example")
    assert server.say("MAIL FROM:<a@example.org> SIZE=1001").startswith("552 5.3.4 ")
    assert server.say("MAIL FROM:<a@example.org> SIZE=1000").startswith("250")


@pytest.mark.parametrize("size", [1000, 200_000])
def test_the_limit_counts_what_is_stored_and_a_byte_more_is_too_much(
    connect: Open, keeper: Keeper, size: int
) -> None:
    fits = b"." * (size - 2) + b"\r\n"
    server = connect("LHLO mx.example", size=size)
    server.begin(US, EIR)
    # The dot that is added in front of the first is not counted.
    server.send(b"." + fits + b".\r\n")
    assert server.replies(2) == ["250", "250"]
    server.begin(US, EIR)
    server.send(b".." + fits + b".\r\n")
    assert server.replies(2) == ["552", "552"]

    assert server.say("NOOP").startswith("250")
    assert keeper.raws == [fits]


@pytest.mark.parametrize("length", [998, 1_500, 65_536, 131_072, 1_000_000])
def test_lines_of_any_length_are_taken(connect: Open, keeper: Keeper, length: int) -> None:
    long = LETTER + b"x" * length + b"\r\n" + b"\xff\x00" * 4 + b"\r\n"

    assert connect().hand_over(long).startswith("250")
    assert keeper.raws == [long]


@pytest.mark.parametrize(
    "end",
    [b"\n.\n", b"\n.\r\n", b"\r.\r", b"\r.\r\n", b"\r\n.\n", b"\r\n.\r", b"\n.\r", b"\r.\n",
     b"\r\n\x00.\r\n", b"\r\n.\x00\r\n", b"\r\n. \r\n", b"\r\r\n.\r\r\n", b"\n\n.\r\n",
     b"\r\n.\\r\\n"],
)  # fmt: skip
def test_no_other_end_than_crlf_dot_crlf_ends_a_message(
    connect: Open, keeper: Keeper, end: bytes
) -> None:
    second = b"MAIL FROM:<chief@northshire.example>\r\nRCPT TO:<%s>\r\nDATA\r\n" % US.encode()
    sent = LETTER + b"line" + end + second + LETTER
    server = connect()

    assert server.hand_over(sent).startswith("250")
    assert server.say("NOOP foo").startswith("250")
    (raw,) = keeper.raws
    # A dot is taken away where a line begins with one, and a line begins after CRLF alone.
    assert raw == sent.replace(b"\r\n.", b"\r\n")


def test_an_empty_message_and_one_of_dots_are_told_from_their_end(
    connect: Open, keeper: Keeper
) -> None:
    server = connect()
    for content in (b"", b"..\r\n", b"\r\n", b"...\r\n.a\r\n", b"\r\n\r\n..\r\n"):
        assert server.hand_over(content).startswith("250")

    assert keeper.raws == [b"", b".\r\n", b"\r\n", b"..\r\na\r\n", b"\r\n\r\n.\r\n"]


def test_a_message_that_finds_no_room_on_the_way_in_stays_with_its_server(
    connect: Open, keeper: Keeper, tmp_path: Path
) -> None:
    server = connect(spool=tmp_path / "gone")

    assert server.hand_over(b"x" * 2_000_000 + b"\r\n").startswith("452 4.3.1 ")
    assert server.hand_over(LETTER).startswith("250")


# The order of things


def test_a_whole_session_may_come_in_one_piece(connect: Open, keeper: Keeper) -> None:
    one = b"MAIL FROM:<a@example.org>\r\nRCPT TO:<%s>\r\n" % US.encode()
    server = connect("")
    server.send(
        b"EHLO x\r\n" + one + b"DATA\r\nfirst\r\n.\r\n" + one + b"RSET\r\n" + one
        + b"DATA\r\n..second\r\n.\r\nNOOP\r\nQUIT\r\n"
    )  # fmt: skip

    greeted = server.reply()
    assert {"250-PIPELINING", "250-8BITMIME", "250 SMTPUTF8", "250-ENHANCEDSTATUSCODES"} <= set(
        greeted.split("\n")
    )
    assert server.replies(4) == ["250", "250", "354", "250"]
    assert server.replies(3) == ["250", "250", "250"]
    assert server.replies(4) == ["250", "250", "354", "250"]
    assert server.replies(3) == ["250", "221", ""]
    assert keeper.raws == [b"first\r\n", b".second\r\n"]


def test_commands_out_of_order_are_refused_and_the_session_goes_on(connect: Open) -> None:
    server = connect("")
    assert server.say("MAIL FROM:<a@example.org>").startswith("503 5.5.1 ")
    server.say("EHLO x")
    assert server.say(f"RCPT TO:<{US}>").startswith("503")
    assert server.say("DATA").startswith("503")
    assert server.say("MAIL FROM:<a@example.org>").startswith("250 2.0.0 ")
    assert server.say("MAIL FROM:<a@example.org>").startswith("503")
    assert server.say("DATA").startswith("503")
    assert server.say(f"RCPT TO:<{US}>").startswith("250")
    assert server.say("DATA now").startswith("501")
    assert server.say("RSET").startswith("250")
    assert server.say("DATA").startswith("503")
    assert server.say("MAIL FROM:<a").startswith("553 5.1.3")
    assert server.say("NOOP " + "x" * 3000).startswith("500 5.5.2")
    assert server.say("NOOP " + "x" * 300_000).startswith("500")
    assert server.say("NOOP").startswith("250")


def test_lmtp_is_greeted_by_lhlo_alone(connect: Open) -> None:
    server = connect("LHLO mx.example")

    assert server.say("EHLO mx.example").startswith("500 5.5.1")
    assert server.say("HELO mx.example").startswith("500 5.5.1")


def test_an_old_server_may_say_helo(connect: Open, keeper: Keeper) -> None:
    server = connect("HELO mx.example")

    assert server.hand_over(LETTER).startswith("250")


def test_nobody_learns_who_has_a_mailbox_here_and_nobody_signs_in(connect: Open) -> None:
    server = connect()

    assert server.say(f"VRFY {US}") == server.say("VRFY nobody@northshire.example")
    assert server.say(f"VRFY {US}").startswith("252 2.5.0")
    assert server.say("EXPN all").startswith("502 5.5.1")
    assert server.say("AUTH PLAIN AGEAYg==").startswith("502 5.5.1")
    assert server.say("HELP").startswith("214")
    assert "AUTH" not in server.say("EHLO x")


@pytest.mark.parametrize("sent", [LETTER, b"x" * 2_000_000])
def test_a_server_that_goes_away_in_the_middle_has_handed_over_nothing(
    connect: Open, keeper: Keeper, sent: bytes
) -> None:
    gone = connect()
    gone.begin()
    gone.send(sent)
    gone.close()
    abrupt = connect()
    abrupt.begin()
    abrupt.send(sent + b".\r")
    abrupt.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    abrupt.close()

    assert connect().hand_over(LETTER).startswith("250")
    assert keeper.raws == [LETTER]


# Many at once


def test_fifty_slow_sessions_keep_nobody_waiting(connect: Open, keeper: Keeper) -> None:
    slow = [connect() for _ in range(50)]
    for server in slow:
        server.begin()
        server.send(LETTER[:10])

    assert connect().hand_over(LETTER).startswith("250")
    assert len(keeper.kept) == 1
    for server in slow:
        server.send(LETTER[10:] + b".\r\n")
    assert [server.reply()[:3] for server in slow] == ["250"] * 50
    assert keeper.raws == [LETTER] * 51


def test_a_slow_store_keeps_no_other_session_from_talking(connect: Open, keeper: Keeper) -> None:
    first, second = connect(), connect()
    talked = threading.Event()
    keeper.before = lambda: talked.wait(20)
    first.begin()
    first.send(LETTER + b".\r\n")

    second.begin()
    second.send(LETTER)
    talked.set()

    assert first.reply().startswith("250")


def test_a_large_message_that_is_being_stored_keeps_no_small_one_waiting(
    connect: Open, keeper: Keeper
) -> None:
    first, second = connect(), connect()
    stored = threading.Event()

    def wait_if_first() -> None:
        if threading.current_thread().name == names[0]:
            assert stored.wait(20)

    names: list[str] = []
    keeper.before = lambda: names.append(threading.current_thread().name) or wait_if_first()
    first.begin()
    first.send(b"x" * 2_500_000 + b"\r\n.\r\n")
    while not names:
        assert second.say("NOOP").startswith("250")
    assert second.hand_over(LETTER).startswith("250")
    stored.set()

    assert first.reply().startswith("250")


def test_what_waits_together_is_stored_together(connect: Open, keeper: Keeper) -> None:
    together: list[int] = []
    hold = threading.Barrier(3)
    servers = [connect() for _ in range(12)]

    def counted() -> None:
        together.append(len(keeper.kept))
        if len(together) <= 2:
            hold.wait(20)

    keeper.before = counted
    for server in servers:
        server.begin()
        server.send(LETTER + b".\r\n")
    # Both threads hold a message; the others wait, and are taken at once afterwards.
    hold.wait(20)

    assert [server.reply()[:3] for server in servers] == ["250"] * 12
    assert len(keeper.kept) == 12
    assert len(together) < 12


def test_one_machine_has_a_bounded_number_of_sessions(
    connect: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener_house, "SESSIONS_OF_ONE", 3)
    first, *_ = [connect() for _ in range(3)]
    too_many = connect("")
    assert too_many.greeting.startswith("421 4.7.0 ")

    assert first.say("QUIT").startswith("221")
    assert first.reply() == ""
    while not (server := connect("")).greeting.startswith("220"):
        assert server.reply() == ""
    assert server.say("EHLO x").startswith("250")


def test_all_machines_together_have_a_bounded_number_of_sessions(
    connect: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener_house, "SESSIONS", 1)
    connect()

    assert connect("").greeting.startswith("421 4.7.0 ")


@pytest.mark.parametrize("phase", ["greeting", "data"])
def test_silence_ends_a_session(
    connect: Open, keeper: Keeper, monkeypatch: pytest.MonkeyPatch, phase: str
) -> None:
    monkeypatch.setattr(adapter, "SILENCE", 0.2)
    server = connect()
    if phase == "data":
        server.begin()
        server.send(LETTER)

    assert server.reply().startswith("421 4.4.2 ")
    assert server.reply() == ""
    assert keeper.kept == []


def test_a_server_that_talks_nonsense_is_sent_away(connect: Open) -> None:
    server = connect()

    said = [server.say("DEAR sirs")[:9] for _ in range(5)]
    assert said == ["500 5.5.2"] * 4 + ["502 5.5.1"]
    assert server.reply() == ""


def test_no_nonsense_whatever_brings_it_down(connect: Open, keeper: Keeper) -> None:
    chance = random.Random(33)  # noqa: S311 - nonsense, no secrets
    words = b'MAIL FROM:|RCPT TO:|<|>|EHLO |\xff|\0|@|"|DATA|SIZE=|SMTPUTF8| |\r|BODY=|(|:'.split(
        b"|"
    )
    words += [US.encode(), b"x" * 600]
    for _ in range(40):
        server = connect("")
        lines = (b"".join(chance.choices(words, k=chance.randint(1, 8))) for _ in range(20))
        server.send(b"EHLO x\r\n" + b"\r\n".join(lines) + b"\r\nQUIT\r\n")
        server.socket.shutdown(socket.SHUT_WR)
        with suppress(ConnectionError):
            while server.reply():
                pass

    assert connect().hand_over(LETTER).startswith("250")
    assert keeper.raws == [LETTER]


def test_no_word_of_a_letter_is_logged(
    connect: Open, keeper: Keeper, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("mail.log").setLevel(logging.DEBUG)

    def odd() -> None:
        raise OSError(28, "No space left")

    keeper.before = odd
    server = connect()
    server.hand_over(b"Subject: Confidential\r\n\r\nMy secret illness\r\n")
    server.say("DATA")
    server.say("Confidential my secret illness")

    assert "No space left" in caplog.text
    assert "onfidential" not in caplog.text
    assert "secret" not in caplog.text.lower()


# Encryption


@pytest.fixture
def encrypted(connect: Open, certificate: Certificate) -> Open:
    tls = serving_context(certificate.file, certificate.key)
    return lambda *words: connect(*words, tls=tls)


def test_mail_is_handed_over_by_starttls(
    encrypted: Open, keeper: Keeper, certificate: Certificate
) -> None:
    port = encrypted().socket.getpeername()[1]
    with smtplib.SMTP("localhost", port, timeout=20) as client:
        client.starttls(context=ssl.create_default_context(cafile=str(certificate.file)))
        client.ehlo()
        assert not client.has_extn("auth")
        client.sendmail("alex@example.org", [US], LETTER)

    assert keeper.raws == [LETTER]


def test_commands_sent_before_encryption_began_are_not_heard_within_it(
    encrypted: Open, certificate: Certificate
) -> None:
    server = encrypted()
    server.send(b"STARTTLS\r\nMAIL FROM:<evil@example.org>\r\n")
    assert server.reply().startswith("220")
    context = ssl.create_default_context(cafile=str(certificate.file))
    with context.wrap_socket(server.socket, server_hostname="localhost") as private:
        private.sendall(b"NOOP\r\nEHLO x\r\nMAIL FROM:<a@example.org>\r\n")
        said = b""
        while said.count(b"250") < 8:
            said += private.recv(4096)
    assert b"503" not in said


def test_where_a_certificate_is_set_other_machines_have_to_use_it(
    encrypted: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = encrypted()
    assert server.say("MAIL FROM:<a@example.org>").startswith("250")
    server.say("RSET")

    monkeypatch.setattr(adapter, "numbered", lambda _peer: ip_address("192.0.2.7"))
    assert server.say("MAIL FROM:<a@example.org>").startswith("451 4.7.0 ")


def test_a_handshake_of_nonsense_ends_that_session_and_no_other(
    encrypted: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener_house, "SESSIONS_OF_ONE", 2)
    first = encrypted()
    for _ in range(3):
        server = encrypted()
        assert server.say("STARTTLS").startswith("220")
        server.send(b"GET / HTTP/1.1\r\n\r\n")
        while server.socket.recv(4096):
            pass
        server.close()
        while first.say("NOOP").startswith("421"):
            pass

    assert encrypted().say("NOOP").startswith("250")


def test_a_certificate_that_cannot_be_used_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="cannot be used"):
        serving_context(tmp_path / "none.pem", tmp_path / "none.pem")


# Python's own clients, which others wrote


def test_pythons_own_client_hands_over_text_in_any_script(connect: Open, keeper: Keeper) -> None:
    port = connect().socket.getpeername()[1]
    message = EmailMessage()
    message["From"], message["To"] = "Zoë <zoë@example.org>", US
    message["Subject"] = "Gorsafoedd heddlu: ŵ, ŷ"
    message.set_content("Faint o geir?\n.\n..\n", cte="8bit")
    with smtplib.SMTP("127.0.0.1", port, timeout=20) as client:
        assert client.send_message(message) == {}

    assert "Gorsafoedd heddlu: ŵ, ŷ".encode() in keeper.raws[0]
    assert b"\r\n.\r\n..\r\n" in keeper.raws[0]
    assert keeper.kept[0].sender == "zoë@example.org"


# Its end


def test_it_ends_in_order_once_what_is_being_stored_is_stored(keeper: Keeper) -> None:
    inside, go_on = threading.Event(), threading.Event()
    keeper.before = lambda: inside.set() or go_on.wait(20)
    with listening(keeper) as started:
        port = started.port
        idle, half, busy = (Server(port, "EHLO x") for _ in range(3))
        half.begin()
        half.send(LETTER)
        busy.begin()
        busy.send(LETTER + b".\r\n")
        assert inside.wait(20)

        started.listener.stop()
        assert idle.reply().startswith("421 4.3.2 ")
        assert half.reply().startswith("421 4.3.2 ")
        late = Server(port)
        assert late.greeting.startswith("421 4.3.2 ")
        go_on.set()
        assert busy.reply().startswith("250")
        assert busy.reply().startswith("421")
    for server in (idle, half, busy, late):
        assert server.reply() == ""
        server.close()

    assert keeper.raws == [LETTER]


def test_an_address_that_cannot_be_listened_on_is_said_plainly(keeper: Keeper) -> None:
    with listening(keeper) as first:
        second = Listener(replace(first.door, port=first.port), keeper, FixedClock())
        # In a thread of its own: a browser that other tests drive keeps a loop running in this one.
        with ThreadPoolExecutor(1) as threads:
            running = threads.submit(second.run, print)
            with pytest.raises(NotAllowed, match="FOI_LISTEN_PORT"):
                running.result(timeout=60)


def test_it_gives_a_sign_of_life_while_it_can_take_mail(keeper: Keeper) -> None:
    with listening(keeper) as first:
        door = replace(first.door, port=0)
    beats: list[str] = []
    listener = Listener(door, keeper, FixedClock(), beat=lambda: beats.append("alive"))
    # In a thread of its own, as a program would be: another test of this process may have a loop.
    thread = threading.Thread(target=listener.run, args=(lambda _port: listener.stop(),))
    thread.start()
    thread.join(20)
    assert not thread.is_alive()
    assert beats == ["alive"]
