"""What the SMTP postbox does besides the contract: encryption, sign-in, sizes, odd servers."""

import base64
import logging
import re
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.adapters.smtp import SmtpPostbox
from assistant.adapters.smtp_wire import stuffed, xtext
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Envelope
from tests.certificate import Certificate
from tests.dovecot import free_port
from tests.smtp_sink import PASSWORD, USER, SmtpSink

LETTER = Envelope("foi@northshire.example", ("asker@example.org",), b"Subject: x\r\n\r\nHello\r\n")


def nothing(_refused: object = ()) -> None:
    """Record nothing."""


def postbox(sink: SmtpSink, **options: object) -> SmtpPostbox:
    settings: dict[str, object] = {"security": "none", "timeout": 5, "final_timeout": 5}
    return SmtpPostbox("127.0.0.1", sink.port, **(settings | options))  # type: ignore[arg-type]  # settings by name


def test_plain_text_to_another_machine_is_refused() -> None:
    with pytest.raises(NotAllowed, match="not be encrypted"):
        SmtpPostbox("mail.northshire.example", 25, security="none")


def test_a_letter_leaves_over_starttls_when_the_certificate_is_trusted(
    starttls_sink: SmtpSink, certificate: Certificate
) -> None:
    box = postbox(
        starttls_sink, security="starttls", ca_file=certificate.file, user=USER, password=PASSWORD
    )
    assert box.deliver(LETTER, begun=nothing).startswith("250")
    assert starttls_sink.arrived == [LETTER]


def test_a_certificate_of_unknown_origin_stops_the_sending(starttls_sink: SmtpSink) -> None:
    with pytest.raises(NotAllowed, match="certificate"):
        postbox(starttls_sink, security="starttls").deliver(LETTER, begun=nothing)
    assert starttls_sink.arrived == []


def test_a_server_without_starttls_gets_nothing(smtp_sink: SmtpSink) -> None:
    with pytest.raises(NotAllowed, match="STARTTLS"):
        postbox(smtp_sink, security="starttls").deliver(LETTER, begun=nothing)
    assert smtp_sink.arrived == []


def test_tls_to_a_server_that_speaks_none_is_tried_again(smtp_sink: SmtpSink) -> None:
    with pytest.raises(TryAgainLater):
        postbox(smtp_sink, security="tls").deliver(LETTER, begun=nothing)


def test_a_wrong_password_is_said_plainly(smtp_sink: SmtpSink) -> None:
    with pytest.raises(NotAllowed, match="535"):
        postbox(smtp_sink, user=USER, password=USER).deliver(LETTER, begun=nothing)


def test_no_server_at_all_is_tried_again() -> None:
    box = SmtpPostbox("127.0.0.1", free_port(), security="none", timeout=1)
    with pytest.raises(TryAgainLater, match="cannot be reached"):
        box.deliver(LETTER, begun=nothing)


def test_a_letter_larger_than_the_server_takes_is_refused_before_it_is_sent(
    smtp_sink: SmtpSink,
) -> None:
    big = Envelope(LETTER.sender, LETTER.recipients, b"Subject: x\r\n\r\n" + b"y" * 70 + b"\r\n")
    huge = Envelope(big.sender, big.recipients, big.message * 500_000)
    with pytest.raises(NotAllowed, match="bytes"):
        postbox(smtp_sink).deliver(huge, begun=nothing)
    postbox(smtp_sink).deliver(big, begun=nothing)
    assert smtp_sink.arrived == [big]


def test_eight_bit_letters_and_addresses_are_announced(smtp_sink: SmtpSink) -> None:
    letter = Envelope(LETTER.sender, LETTER.recipients, "Subject: x\r\n\r\nCafé\r\n".encode())
    postbox(smtp_sink).deliver(letter, begun=nothing)
    assert smtp_sink.arrived == [letter]
    foreign = Envelope(LETTER.sender, ("zoë@example.org",), LETTER.message)
    postbox(smtp_sink).deliver(foreign, begun=nothing)
    assert smtp_sink.arrived == [letter, foreign]


def test_something_that_is_no_mail_server_is_tried_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        box = SmtpPostbox("127.0.0.1", server.getsockname()[1], security="none", timeout=0.3)
        with pytest.raises(TryAgainLater):
            box.deliver(LETTER, begun=nothing)


def test_no_word_of_a_letter_reaches_a_logger(
    smtp_sink: SmtpSink, caplog: pytest.LogCaptureFixture
) -> None:
    logging.getLogger("mail.log").setLevel(logging.INFO)  # the sink's own, of this test alone
    caplog.set_level(logging.DEBUG)
    postbox(smtp_sink).deliver(LETTER, begun=nothing)
    assert "Hello" not in caplog.text


def test_unreadable_certificates_are_named(tmp_path: Path, starttls_sink: SmtpSink) -> None:
    missing = tmp_path / "none.pem"
    with pytest.raises(NotAllowed, match=r"none\.pem"):
        postbox(starttls_sink, security="starttls", ca_file=missing).deliver(LETTER, begun=nothing)


@given(
    st.lists(st.binary(max_size=12).filter(lambda line: b"\r" not in line and b"\n" not in line))
)
def test_the_receiver_undoes_the_dots(lines: list[bytes]) -> None:
    message = b"".join(line + b"\r\n" for line in [b"Subject: x", *lines])
    wire = stuffed(message)
    assert wire.endswith(b"\r\n.\r\n")
    sent = wire[: -len(b".\r\n")].split(b"\r\n")[:-1]
    assert b"." not in sent
    received = [line[1:] if line.startswith(b".") else line for line in sent]
    assert b"".join(line + b"\r\n" for line in received) == message


TOKEN = "ya29.secret-and-long"  # noqa: S105 - of a server that exists in tests alone


def with_token(sink: SmtpSink, token: str = TOKEN) -> SmtpPostbox:
    sink.token = TOKEN
    return postbox(sink, user=USER, token=lambda: token)


def test_a_letter_leaves_by_a_token_that_no_logger_sees(
    smtp_sink: SmtpSink, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("mail.log").setLevel(logging.INFO)  # the sink's own, of this test alone
    caplog.set_level(logging.DEBUG)
    assert with_token(smtp_sink).deliver(LETTER, begun=nothing).startswith("250")
    assert smtp_sink.arrived == [LETTER]
    written = base64.b64encode(f"user={USER}\x01auth=Bearer {TOKEN}\x01\x01".encode()).decode()
    seen = caplog.text + "".join(capsys.readouterr())
    assert TOKEN not in seen
    assert written not in seen


@pytest.mark.parametrize(
    ("challenge", "error", "words"),
    [
        ("", NotAllowed, "SMTP.SendAsApp"),
        ('{"status":"400","schemes":"bearer"}', NotAllowed, "SMTP.SendAsApp"),
        ('{"status":"401","schemes":"bearer"}', TryAgainLater, "run out"),
        ("no JSON at all", NotAllowed, "535"),
    ],
)
def test_a_refused_token_is_told_from_one_that_has_run_out(
    smtp_sink: SmtpSink, challenge: str, error: type[Exception], words: str
) -> None:
    smtp_sink.token_problem = challenge
    with pytest.raises(error, match=words) as refusal:
        with_token(smtp_sink, "stale").deliver(LETTER, begun=nothing)
    assert "stale" not in str(refusal.value)
    assert smtp_sink.arrived == []


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        ("454 4.7.0 temporary failure", TryAgainLater),
        ("501 5.5.127 Token will expire soon", TryAgainLater),
        ("535 5.7.3 Authentication unsuccessful", NotAllowed),
    ],
)
def test_the_servers_answer_to_a_token_decides(
    smtp_sink: SmtpSink, reply: str, error: type[Exception]
) -> None:
    smtp_sink.fail("AUTH", reply)
    with pytest.raises(error, match=reply[:3]):
        with_token(smtp_sink).deliver(LETTER, begun=nothing)


def test_a_token_that_cannot_be_had_sends_nothing(smtp_sink: SmtpSink) -> None:
    def none() -> str:
        raise TryAgainLater("The sign-in service does not answer.")

    with pytest.raises(TryAgainLater, match="sign-in service"):
        postbox(smtp_sink, user=USER, token=none).deliver(LETTER, begun=nothing)
    assert smtp_sink.arrived == []


def test_a_server_without_tokens_is_not_shown_one(smtp_sink: SmtpSink) -> None:
    smtp_sink.offers_tokens = False
    with pytest.raises(NotAllowed, match="XOAUTH2"):
        with_token(smtp_sink).deliver(LETTER, begun=nothing)
    assert smtp_sink.arrived == []


def test_reports_are_asked_for_where_the_server_gives_them(smtp_sink: SmtpSink) -> None:
    smtp_sink.offers_reports = True
    marked = Envelope(LETTER.sender, ("a+b@example.org", "zoë@example.org"), LETTER.message, "4f=2")
    postbox(smtp_sink).deliver(marked, begun=nothing)
    sender, first, second = smtp_sink.commands
    assert "RET=HDRS ENVID=4f+3D2" in sender
    assert first.endswith(" NOTIFY=SUCCESS,DELAY,FAILURE ORCPT=rfc822;a+2Bb@example.org")
    assert second.endswith(" NOTIFY=SUCCESS,DELAY,FAILURE")
    assert len(smtp_sink.arrived) == 2


def test_nothing_is_asked_of_a_server_that_gives_no_reports(smtp_sink: SmtpSink) -> None:
    postbox(smtp_sink).deliver(LETTER, begun=nothing)
    assert not any("NOTIFY" in each or "RET=" in each for each in smtp_sink.commands)


@given(st.text(st.characters(max_codepoint=126, min_codepoint=33)))
def test_a_name_in_a_command_is_read_back_as_it_was(name: str) -> None:
    written = xtext(name)
    assert "=" not in written
    assert re.sub(r"\+([0-9A-F]{2})", lambda found: chr(int(found[1], 16)), written) == name
