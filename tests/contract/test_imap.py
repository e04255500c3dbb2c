"""What the IMAP mailbox does besides the contract: privacy, encryption, servers that misbehave."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from assistant.adapters.imap import ImapMailbox
from assistant.adapters.imap_reading import BATCH_BYTES, Cut, Listed, batches
from assistant.adapters.imap_sent import ImapSentFolder
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Arrival, Unreadable
from tests.dovecot import PASSWORD, Dovecot
from tests.scripted_imap import Answer, ScriptedImap, fetched

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SECRET = b"the heliotrope ledger"
RAW = b"Subject: x\r\n\r\n" + SECRET + b"\r\n"


@pytest.fixture
def server() -> Iterator[ScriptedImap]:
    with ScriptedImap({uid: RAW + b"%d\r\n" % uid for uid in (3, 5, 8)}) as running:
        yield running


@pytest.fixture
def box(server: ScriptedImap) -> Iterator[ImapMailbox]:
    made = ImapMailbox("127.0.0.1", server.port, "foi", "secret", security="none", timeout=5)
    yield made
    made.close()


def read(box: ImapMailbox, after: int = 0, limit: int = 100) -> list[tuple[int, str]]:
    box.open("INBOX")
    return [
        (item.uid, "arrival" if isinstance(item, Arrival) else item.reason)
        for item in box.arrivals(after, limit=limit)
    ]


def test_plain_text_to_another_machine_is_refused() -> None:
    with pytest.raises(NotAllowed, match="not be encrypted"):
        ImapMailbox("mail.northshire.example", 143, "foi", "secret", security="none")


@pytest.mark.dovecot
def test_nothing_is_marked_as_read(dovecot: Dovecot) -> None:
    uid = dovecot.put("unread", "INBOX", RAW, NOON)
    box = ImapMailbox("127.0.0.1", dovecot.port, "unread", PASSWORD, security="none")
    assert read(box) == [(uid, "arrival")]
    box.close()
    assert b"\\Seen" not in dovecot.flags("unread", "INBOX", uid)


@pytest.mark.dovecot
def test_no_word_of_a_mail_and_no_password_reaches_any_logger(
    dovecot: Dovecot, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    dovecot.put("private", "INBOX", RAW, NOON)
    caplog.clear()
    with caplog.at_level(logging.DEBUG):
        for name in ("imapclient", "imapclient.imaplib", "imaplib"):
            logging.getLogger(name).setLevel(logging.DEBUG)
        box = ImapMailbox("127.0.0.1", dovecot.port, "private", PASSWORD, security="none")
        assert len(read(box)) == 1
        assert not box.wait(0.05)
        box.close()
        sent = ImapSentFolder(
            "127.0.0.1", dovecot.port, "private", PASSWORD, folder="INBOX", security="none"
        )
        sent.append(RAW.replace(b"Subject: x", b"Subject: x\r\nMessage-ID: <a@b>"), at=NOON)
        assert sent.holds("<a@b>")
        sent.close()
    printed = "".join(capfd.readouterr())
    for unwanted in (SECRET.decode(), PASSWORD):
        assert unwanted not in caplog.text
        assert unwanted not in printed


@pytest.mark.dovecot
@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_mail_comes_over_an_encrypted_connection_with_a_trusted_certificate(
    dovecot: Dovecot, security: Any
) -> None:
    user, port = f"via-{security}", dovecot.tls_port if security == "tls" else dovecot.port
    dovecot.put(user, "INBOX", RAW, NOON)
    box = ImapMailbox(
        "127.0.0.1", port, user, PASSWORD, security=security, ca_file=dovecot.ca_file, timeout=10
    )
    assert [what for _, what in read(box)] == ["arrival"]
    box.close()


@pytest.mark.dovecot
@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_of_unknown_origin_stops_the_sign_in(dovecot: Dovecot, security: Any) -> None:
    port = dovecot.tls_port if security == "tls" else dovecot.port
    box = ImapMailbox("127.0.0.1", port, "x", PASSWORD, security=security, timeout=10)
    with pytest.raises(NotAllowed, match="certificate"):
        box.open("INBOX")


@pytest.mark.dovecot
def test_more_mail_than_a_batch_holds_comes_in_order(dovecot: Dovecot) -> None:
    with dovecot.client("many") as client:
        for number in range(120):
            client.append("INBOX", RAW + b"%d\r\n" % number, msg_time=NOON)
    box = ImapMailbox("127.0.0.1", dovecot.port, "many", PASSWORD, security="none")
    box.open("INBOX")
    found = [item for item in box.arrivals(0, limit=1000) if isinstance(item, Arrival)]
    box.close()
    assert [item.raw for item in found] == [RAW + b"%d\r\n" % number for number in range(120)]


def test_a_server_without_starttls_hears_no_password(server: ScriptedImap) -> None:
    box = ImapMailbox("127.0.0.1", server.port, "foi", "secret", security="starttls", timeout=5)
    with pytest.raises(NotAllowed, match="STARTTLS"):
        box.open("INBOX")
    assert "LOGIN" not in [command for command, _ in server.heard]


def test_a_sign_in_refused_for_the_moment_is_tried_again(
    server: ScriptedImap, box: ImapMailbox
) -> None:
    server.odd = on("LOGIN", b"NO [UNAVAILABLE] busy\r\n")
    with pytest.raises(TryAgainLater, match="busy"):
        box.open("INBOX")


def test_a_sign_in_broken_off_is_tried_again(server: ScriptedImap, box: ImapMailbox) -> None:
    server.odd = on("LOGIN", None)
    with pytest.raises(TryAgainLater):
        box.open("INBOX")


def test_the_password_is_in_no_message_even_if_the_server_repeats_it(
    server: ScriptedImap, box: ImapMailbox
) -> None:
    server.odd = on("LOGIN", b"NO secret is not your password\r\n")
    with pytest.raises(NotAllowed) as caught:
        box.open("INBOX")
    assert "secret" not in str(caught.value)


def test_a_server_without_a_numbering_gets_zero(server: ScriptedImap, box: ImapMailbox) -> None:
    server.uidvalidity = b""
    assert box.open("INBOX").uidvalidity == 0


def test_mail_whose_body_never_comes_is_reported_and_the_next_taken(
    server: ScriptedImap, box: ImapMailbox
) -> None:
    def odd(command: str, rest: str, right: bytes) -> Answer:
        return right.replace(body(5), b"BODY[] NIL") if command == "FETCH" else right

    server.odd = odd
    assert read(box) == [(3, "arrival"), (5, "the server sends no text"), (8, "arrival")]


def test_mail_that_makes_the_server_hang_up_is_reported_and_the_next_taken(
    server: ScriptedImap, box: ImapMailbox
) -> None:
    def odd(command: str, rest: str, right: bytes) -> Answer:
        return None if command == "FETCH" and body(5) in right else right

    server.odd = odd
    assert read(box) == [(3, "arrival"), (5, "the server hangs up"), (8, "arrival")]


def test_a_command_the_server_refuses_for_a_batch_is_given_one_by_one(
    server: ScriptedImap, box: ImapMailbox
) -> None:
    server.odd = lambda command, rest, right: (
        b"BAD too long\r\n" if command == "FETCH" and "," in rest else right
    )
    assert [what for _, what in read(box)] == ["arrival"] * 3


def test_an_answer_that_cannot_be_read_spoils_only_its_own_message(
    server: ScriptedImap, box: ImapMailbox
) -> None:
    def odd(command: str, rest: str, right: bytes) -> Answer:
        return right.replace(b"* 5 FETCH (UID 5", b"* 5 FETCH (UID (")

    server.odd = odd
    found = dict(read(box))
    assert (found[3], found[8]) == ("arrival", "arrival")
    assert found[5] != "arrival"


def test_mail_expunged_between_search_and_fetch_is_left_out(
    server: ScriptedImap, box: ImapMailbox
) -> None:
    def odd(command: str, rest: str, right: bytes) -> Answer:
        if command == "FETCH":
            server.messages.pop(5, None)
            return server.right(command, rest)
        return right

    server.odd = odd
    assert read(box) == [(3, "arrival"), (8, "arrival")]


def test_a_size_announced_wrongly_is_no_reason_to_refuse_the_mail(
    server: ScriptedImap, box: ImapMailbox
) -> None:
    def odd(command: str, rest: str, right: bytes) -> Answer:
        raw = server.messages[5]
        return right.replace(
            fetched(5, raw, with_body="BODY" in rest),
            fetched(5, raw, with_body="BODY" in rest, size=len(raw) + 9),
        )

    server.odd = odd
    assert [what for _, what in read(box)] == ["arrival"] * 3


def test_unasked_answers_about_other_mail_are_ignored(
    server: ScriptedImap, box: ImapMailbox
) -> None:
    server.odd = lambda command, rest, right: (
        right + b"* 3 FETCH (UID 3 FLAGS (\\Seen))\r\n* 9 EXISTS\r\n"
        if command == "FETCH"
        else right
    )
    assert read(box, after=3) == [(5, "arrival"), (8, "arrival")]


def test_a_server_that_stops_answering_is_given_up_in_time(
    server: ScriptedImap, box: ImapMailbox
) -> None:
    server.odd = on("SEARCH", None)
    box.open("INBOX")
    with pytest.raises(TryAgainLater):
        list(box.arrivals(0, limit=5))


def test_numbers_far_apart_are_found_in_few_questions(
    server: ScriptedImap, box: ImapMailbox
) -> None:
    server.messages = dict.fromkeys((1, 2000000000, 4000000000), RAW)
    assert [uid for uid, _ in read(box)] == [1, 2_000_000_000, 4_000_000_000]
    searches = [rest for command, rest in server.heard if command == "SEARCH"]
    assert len(searches) < 40


def test_a_folder_renumbered_during_a_reconnection_is_not_mixed_up(
    server: ScriptedImap, box: ImapMailbox
) -> None:
    def odd(command: str, rest: str, right: bytes) -> Answer:
        if command == "FETCH" and "BODY" in rest:
            server.uidvalidity = b"* OK [UIDVALIDITY 8] ok\r\n"
            return None
        return right

    server.odd = odd
    with pytest.raises(TryAgainLater):
        read(box)


def test_batches_are_bounded_by_number_and_size() -> None:
    listed = {uid: Listed(1_000, NOON) for uid in range(1, 121)}
    listed[60] = Listed(BATCH_BYTES + 1, NOON)
    del listed[100]
    cuts = list(batches(range(1, 121), listed))
    assert [uid for cut in cuts for uid in cut.uids] == list(range(1, 121))
    assert [len(cut.uids) for cut in cuts] == [50, 9, 1, 39, 1, 20]
    assert Cut((100,), together=False) in cuts


def test_reasons_carry_no_text_of_the_mail(server: ScriptedImap, box: ImapMailbox) -> None:
    server.odd = lambda command, rest, right: right.replace(b"BODY[] {", b"BODY[] ({")
    box.open("INBOX")
    for item in box.arrivals(0, limit=9):
        assert isinstance(item, Unreadable)
        assert "heliotrope" not in repr(item)


def on(command: str, answer: Answer) -> Any:
    """Give this answer to one command, and the right one to the others."""
    return lambda heard, rest, right: answer if heard == command else right


def body(uid: int) -> bytes:
    raw = RAW + b"%d\r\n" % uid
    return b"BODY[] {%d}\r\n%b" % (len(raw), raw)
