"""Signing in to an IMAP server: passwords, tokens, encryption, and what a refusal means."""

import itertools
import logging
import socket
import threading
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assistant.adapters.imap import ImapMailbox
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Arrival
from tests.certificate import Certificate
from tests.dovecot import PASSWORD, Dovecot, free_port
from tests.scripted_imap import Answer, Raw, ScriptedImap

TOKEN = "ey.first-token"  # noqa: S105 (for a scripted server)
NOT_CONNECTED = b"NO User is authenticated but not connected.\r\n"
RAW = b"Subject: x\r\n\r\nPlease send me the heliotrope ledger.\r\n"


@pytest.fixture
def server() -> Iterator[ScriptedImap]:
    with ScriptedImap({1: RAW}, capability=b"IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 IDLE") as running:
        yield running


@pytest.fixture
def closing() -> Iterator[Callable[[ImapMailbox], ImapMailbox]]:
    made: list[ImapMailbox] = []

    def keep(box: ImapMailbox) -> ImapMailbox:
        made.append(box)
        return box

    yield keep
    for box in made:
        box.close()


def with_password(server: ScriptedImap, user: str, password: str) -> ImapMailbox:
    return ImapMailbox("127.0.0.1", server.port, user, password, security="none", timeout=5)


def with_token(server: ScriptedImap, token: Callable[[], str] = lambda: TOKEN) -> ImapMailbox:
    return ImapMailbox("127.0.0.1", server.port, "foi", token=token, security="none", timeout=5)


def on(command: str, answer: Answer) -> Any:
    """Give this answer to one command, and the right one to the others."""
    return lambda heard, rest, right: answer if heard == command else right


def test_user_name_and_password_are_quoted(server: ScriptedImap) -> None:
    box = with_password(server, 'NORTHSHIRE\\jo "foi"', 'two words "and\\more')
    box.open("INBOX")
    box.close()
    assert server.commands("LOGIN") == [
        '"NORTHSHIRE\\\\jo \\"foi\\"" "two words \\"and\\\\more"',
    ]


def test_a_password_with_other_letters_than_ascii_is_sent_as_utf_8(server: ScriptedImap) -> None:
    box = with_password(server, "siân", "pâss wörd")
    box.open("INBOX")
    box.close()
    assert server.said_in == ["\0siân\0pâss wörd".encode()]
    assert server.commands("LOGIN") == []


@pytest.mark.dovecot
def test_other_letters_than_ascii_reach_a_real_server(dovecot: Dovecot) -> None:
    box = ImapMailbox("127.0.0.1", dovecot.port, "x", "pâss wörd", security="none", timeout=10)
    with pytest.raises(NotAllowed, match="refuses the sign-in"):
        box.open("INBOX")


def test_a_line_break_in_a_password_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(NotAllowed, match="line break"):
        ImapMailbox("127.0.0.1", 143, "foi", "x\r\nA1 LOGOUT", security="none")


def test_a_server_that_takes_no_password_in_plain_text_hears_none(server: ScriptedImap) -> None:
    server.capability = b"IMAP4rev1 LOGINDISABLED"
    with pytest.raises(NotAllowed, match="tls or starttls"):
        with_password(server, "foi", "secret").open("INBOX")
    assert server.commands("LOGIN", "AUTHENTICATE") == []


@pytest.mark.parametrize(
    "said",
    [
        b"NO [UNAVAILABLE] busy\r\n",
        b"NO [LIMIT] no\r\n",
        b"NO [ALERT] Too many simultaneous connections. (Failure)\r\n",
        NOT_CONNECTED,
        b"BAD User is authenticated but not connected.\r\n",
    ],
)
def test_a_refusal_that_will_pass_is_tried_again(server: ScriptedImap, said: bytes) -> None:
    server.odd = on("LOGIN", said)
    with pytest.raises(TryAgainLater):
        with_password(server, "foi", "secret").open("INBOX")


def test_a_token_is_sent_as_xoauth2_has_it(server: ScriptedImap) -> None:
    box = with_token(server)
    box.open("INBOX")
    box.close()
    assert server.commands("AUTHENTICATE") == ["XOAUTH2"]
    assert server.said_in == [b"user=foi\1auth=Bearer " + TOKEN.encode() + b"\1\1"]


def test_a_token_is_sent_as_oauthbearer_where_the_server_offers_only_that(
    server: ScriptedImap,
) -> None:
    server.capability = b"IMAP4rev1 AUTH=OAUTHBEARER"
    box = ImapMailbox(
        "127.0.0.1", server.port, "a=b,c", token=lambda: TOKEN, security="none", timeout=5
    )
    box.open("INBOX")
    box.close()
    assert server.said_in == [b"n,a=a=3Db=2Cc,\1auth=Bearer " + TOKEN.encode() + b"\1\1"]


def test_a_server_that_takes_no_tokens_is_named_and_hears_none(server: ScriptedImap) -> None:
    server.capability = b"IMAP4rev1 AUTH=PLAIN"
    with pytest.raises(NotAllowed, match="takes no token"):
        with_token(server).open("INBOX")
    assert server.said_in == []


@pytest.mark.parametrize("capability", [b"AUTH=XOAUTH2", b"AUTH=OAUTHBEARER"])
def test_a_refused_token_is_said_once_and_a_new_one_is_fetched_for_the_next_try(
    server: ScriptedImap, capability: bytes
) -> None:
    server.capability = b"IMAP4rev1 " + capability
    server.challenge = b'{"status":"400","schemes":"Bearer","scope":"https://mail.example/"}'
    server.odd = on("AUTHENTICATE", b"NO AUTHENTICATE failed.\r\n")
    tokens = (f"token-{number}" for number in itertools.count(1))
    box = with_token(server, lambda: next(tokens))
    with pytest.raises(TryAgainLater, match="new token"):
        box.open("INBOX")
    server.challenge, server.odd = b"", lambda command, rest, right: right
    box.open("INBOX")
    box.close()
    assert [b"token-" in said for said in server.said_in] == [True, False, True]
    assert b"token-2" in server.said_in[2]


def test_a_token_for_another_purpose_is_for_a_person_to_correct(server: ScriptedImap) -> None:
    server.challenge = b'{"status":"insufficient_scope","scope":"https://mail.example/"}'
    server.odd = on("AUTHENTICATE", b"NO failed\r\n")
    with pytest.raises(NotAllowed, match="permission to read mail by IMAP"):
        with_token(server).open("INBOX")


@pytest.mark.parametrize("command", ["AUTHENTICATE", "EXAMINE"])
@pytest.mark.parametrize("verdict", [NOT_CONNECTED, b"BAD" + NOT_CONNECTED[2:]])
def test_a_mailbox_not_connected_to_its_user_is_tried_again_with_a_new_token(
    server: ScriptedImap, command: str, verdict: bytes
) -> None:
    server.odd = on(command, verdict)
    tokens = iter([f"token-{number}" for number in range(9)])
    box = with_token(server, lambda: next(tokens))
    with pytest.raises(TryAgainLater, match="not connected"):
        box.open("INBOX")
    server.odd = lambda command, rest, right: right
    assert box.open("INBOX").messages == 1
    box.close()
    assert len(set(server.said_in)) == len(server.said_in) >= 2


def test_a_token_that_runs_out_while_mail_is_read_is_replaced_and_no_mail_is_missed(
    server: ScriptedImap, closing: Callable[[ImapMailbox], ImapMailbox]
) -> None:
    server.messages = dict.fromkeys((1, 2, 3), RAW)
    said = iter([Raw(b"* BYE Session invalidated - AccessTokenExpired\r\n")])
    server.odd = lambda command, rest, right: (
        next(said, right) if command == "FETCH" and "BODY" in rest else right
    )
    tokens = (f"token-{number}" for number in itertools.count(1))
    box = closing(with_token(server, lambda: next(tokens)))
    box.open("INBOX")
    found = list(box.arrivals(0, limit=9))
    assert [item.uid for item in found if isinstance(item, Arrival)] == [1, 2, 3]
    assert b"token-2" in server.said_in[1]


def test_a_token_that_runs_out_during_a_wait_says_so_and_the_next_one_is_fetched(
    server: ScriptedImap, closing: Callable[[ImapMailbox], ImapMailbox]
) -> None:
    tokens = (f"token-{number}" for number in itertools.count(1))
    box = closing(with_token(server, lambda: next(tokens)))
    box.open("INBOX")
    speaker = threading.Thread(
        target=lambda: (
            server.idling.wait(10),
            server.say(b"* BYE Session invalidated - AccessTokenExpired\r\n"),
        )
    )
    speaker.start()
    with pytest.raises(TryAgainLater, match="AccessTokenExpired"):
        box.wait(10)
    speaker.join()
    server.hang_up()
    assert box.open("INBOX").messages == 1
    assert b"token-2" in server.said_in[1]


def test_what_goes_wrong_with_fetching_a_token_is_passed_on_and_nothing_is_sent(
    server: ScriptedImap,
) -> None:
    def refused() -> str:
        raise NotAllowed("Sign in again: foi-assistant mailbox sign-in")

    with pytest.raises(NotAllowed, match="Sign in again"):
        with_token(server, refused).open("INBOX")
    assert server.heard == []


@pytest.mark.parametrize("command", ["LOGIN", "AUTHENTICATE", "EXAMINE"])
@pytest.mark.parametrize("ending", [b"", b" caf\xc3\xa9"])
def test_no_password_or_token_reaches_a_message_a_trace_or_a_log(
    server: ScriptedImap, caplog: pytest.LogCaptureFixture, command: str, ending: bytes
) -> None:
    secret = "heliotrope-secret-9"  # noqa: S105 (for a scripted server)
    server.odd = on(command, b"NO " + secret.encode() + ending + b" is not right\r\n")
    box = with_password(server, "foi", secret)
    if command == "AUTHENTICATE":
        box = with_token(server, lambda: secret)
    with caplog.at_level(logging.DEBUG), pytest.raises((NotAllowed, TryAgainLater)) as caught:
        box.open("INBOX")
    box.close()
    assert secret not in "".join(traceback.format_exception(caught.value))
    assert secret not in caplog.text
    assert secret not in repr(vars(box))


def test_a_name_that_is_not_known_yet_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*arguments: object, **options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    box = ImapMailbox("imap.northshire.example", 993, "foi", "secret")
    with pytest.raises(TryAgainLater, match="not known"):
        box.open("INBOX")


@pytest.mark.parametrize("host", ["imap..northshire.example", "x" * 70 + ".example"])
def test_what_cannot_be_a_name_is_for_a_person_to_correct(host: str) -> None:
    with pytest.raises(NotAllowed, match="cannot be the name"):
        ImapMailbox(host, 993, "foi", "secret").open("INBOX")


def test_nobody_listening_is_tried_again() -> None:
    with pytest.raises(TryAgainLater, match="cannot be reached"):
        ImapMailbox("127.0.0.1", free_port(), "foi", "secret", security="none").open("INBOX")


@pytest.mark.parametrize("greeting", [b"", b"* OK half a gree", b"* BYE overloaded\r\n", b"?\r\n"])
def test_a_server_that_greets_badly_is_tried_again_in_time(
    server: ScriptedImap, greeting: bytes
) -> None:
    server.greeting = greeting
    box = ImapMailbox("127.0.0.1", server.port, "foi", "secret", security="none", timeout=0.3)
    with pytest.raises(TryAgainLater):
        box.open("INBOX")
    server.hang_up()


def test_a_server_that_speaks_no_tls_hears_nothing(server: ScriptedImap) -> None:
    box = ImapMailbox("127.0.0.1", server.port, "foi", "secret", security="tls", timeout=2)
    with pytest.raises(TryAgainLater):
        box.open("INBOX")
    server.hang_up()
    assert server.heard == []


@pytest.mark.dovecot
@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_for_another_name_stops_the_sign_in(
    dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch, security: Any
) -> None:
    port = dovecot.tls_port if security == "tls" else dovecot.port
    here = socket.getaddrinfo("127.0.0.1", port, type=socket.SOCK_STREAM)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *arguments, **options: here)
    box = ImapMailbox(
        "imap.northshire.example",
        port,
        "x",
        PASSWORD,
        security=security,
        ca_file=dovecot.ca_file,
        timeout=10,
    )
    with pytest.raises(NotAllowed, match="certificate"):
        box.open("INBOX")


def starttls(server: ScriptedImap, certificate: Certificate) -> ImapMailbox:
    return ImapMailbox(
        "127.0.0.1",
        server.port,
        "foi",
        "secret",
        security="starttls",
        timeout=5,
        ca_file=certificate.file,
    )


def test_what_a_server_can_do_is_asked_again_once_the_line_is_encrypted(
    server: ScriptedImap, certificate: Certificate
) -> None:
    server.capability = b"IMAP4rev1 STARTTLS"
    server.certificate = (certificate.file, certificate.key)
    box = starttls(server, certificate)
    box.open("INBOX")
    box.close()
    commands = [command for command, _ in server.heard]
    assert commands.index("STARTTLS") < commands.index("LOGIN")
    assert "CAPABILITY" in commands[commands.index("STARTTLS") : commands.index("LOGIN")]


@pytest.mark.parametrize(
    "strip",
    [
        {"capability": b"IMAP4rev1"},
        {"greeting": b"* PREAUTH welcome\r\n"},
        {"odd": on("STARTTLS", b"NO not today\r\n")},
        {"odd": on("STARTTLS", b"BAD what\r\n")},
    ],
)
def test_where_starttls_is_taken_out_no_password_is_said(
    server: ScriptedImap, certificate: Certificate, strip: dict[str, Any]
) -> None:
    server.capability = b"IMAP4rev1 STARTTLS AUTH=PLAIN"
    for name, value in strip.items():
        setattr(server, name, value)
    with pytest.raises((NotAllowed, TryAgainLater)):
        starttls(server, certificate).open("INBOX")
    assert server.commands("LOGIN", "AUTHENTICATE") == []


def test_words_put_in_before_the_encryption_end_the_connection(
    server: ScriptedImap, certificate: Certificate
) -> None:
    server.capability = b"IMAP4rev1 STARTTLS"
    server.certificate = (certificate.file, certificate.key)
    server.injected = b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n"
    with pytest.raises(TryAgainLater):
        starttls(server, certificate).open("INBOX")
    assert server.commands("LOGIN", "AUTHENTICATE") == []
