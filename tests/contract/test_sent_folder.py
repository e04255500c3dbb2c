"""What every SentFolder promises: the stand-in, and the real one before a Dovecot."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from assistant.adapters.imap_sent import ImapSentFolder
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import SentFolder
from tests.dovecot import PASSWORD, Dovecot, free_port
from tests.fakes import FakeSentFolder

NUMBERS = itertools.count(1)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
OURS = "<foi-1.a@northshire.example>"


def letter(*header: str) -> bytes:
    lines = ["From: foi@northshire.example", *header, "Subject: Your request", "", "Dear Sam,", ""]
    return "\r\n".join(lines).encode()


@dataclass
class Sent:
    """A folder of sent mail, and the mail server that files copies in it."""

    folder: SentFolder
    put: Callable[[bytes], object]
    copies: Callable[[], list[tuple[bytes, datetime]]]
    unreachable: Callable[[], SentFolder]
    missing: Callable[[], SentFolder]


def _fake() -> Sent:
    box = FakeSentFolder()

    def unreachable() -> SentFolder:
        box.gone = True
        return box

    def missing() -> SentFolder:
        box.missing = True
        return box

    return Sent(box, box.put, lambda: list(box.messages), unreachable, missing)


def _real(server: Dovecot) -> Sent:
    user = f"sender{next(NUMBERS)}"
    with server.client(user) as client:
        client.create_folder("Sent")

    def folder(name: str = "Sent", port: int = server.port) -> ImapSentFolder:
        return ImapSentFolder(
            "127.0.0.1", port, user, PASSWORD, folder=name, security="none", timeout=10
        )

    def copies() -> list[tuple[bytes, datetime]]:
        with server.client(user) as client:
            client.normalise_times = False
            client.select_folder("Sent", readonly=True)
            answer = client.fetch(client.search(["SEEN"]), ["BODY.PEEK[]", "INTERNALDATE"])
            return [(item[b"BODY[]"], item[b"INTERNALDATE"]) for _, item in sorted(answer.items())]

    return Sent(
        folder(),
        lambda raw: server.put(user, "Sent", raw, NOON),
        copies,
        lambda: folder(port=free_port()),
        lambda: folder("Sent Items"),
    )


@pytest.fixture(params=["fake", pytest.param("dovecot", marks=pytest.mark.dovecot)])
def sent(request: pytest.FixtureRequest) -> Iterator[Sent]:
    made = _fake() if request.param == "fake" else _real(request.getfixturevalue("dovecot"))
    yield made
    made.folder.close()


def test_an_empty_folder_holds_nothing(sent: Sent) -> None:
    assert not sent.folder.holds(OURS, mark="L1")


def test_a_letter_is_found_by_its_message_id(sent: Sent) -> None:
    sent.put(letter("Message-ID: <other@northshire.example>"))
    sent.put(letter(f"Message-ID: {OURS}"))
    assert sent.folder.holds(OURS)


def test_a_letter_that_comes_later_is_found_by_the_next_question(sent: Sent) -> None:
    assert not sent.folder.holds(OURS)
    sent.put(letter(f"Message-ID: {OURS}"))
    assert sent.folder.holds(OURS)


def test_a_message_id_on_a_line_of_its_own_is_found(sent: Sent) -> None:
    sent.put(letter(f"Message-ID:\r\n {OURS}"))
    assert sent.folder.holds(OURS)


def test_a_letter_whose_message_id_the_server_replaced_is_found_by_the_first_one(
    sent: Sent,
) -> None:
    sent.put(
        letter(
            "Message-ID: <DB9P.prod.example>",
            f"X-Microsoft-Original-Message-ID: {OURS}",
        )
    )
    assert sent.folder.holds(OURS)


def test_a_letter_is_found_by_its_mark_where_its_message_id_is_lost(sent: Sent) -> None:
    sent.put(letter("Message-ID: <DB9P.prod.example>", "X-FOI-Letter: 8d5f-2"))
    assert sent.folder.holds(OURS, mark="8d5f-2")
    assert not sent.folder.holds(OURS, mark="8d5f-3")


def test_part_of_a_message_id_or_mark_is_another(sent: Sent) -> None:
    sent.put(letter(f"Message-ID: {OURS}", "X-FOI-Letter: 8d5f-21"))
    assert not sent.folder.holds("foi-1.a@northshire.example", mark="8d5f-2")


def test_nothing_is_found_by_an_empty_message_id(sent: Sent) -> None:
    sent.put(letter(f"Message-ID: {OURS}"))
    assert not sent.folder.holds("")
    assert not sent.folder.holds(" ", mark=" ")


@pytest.mark.parametrize(
    "odd", ['<a"b@x>', "<a\\b@x>", "<a(b){3}%*@x>", "<two words@x>", "<[x]@x>", "<a]\\@x>"]
)
def test_a_message_id_of_odd_characters_is_found_and_finds_no_other(sent: Sent, odd: str) -> None:
    sent.put(letter(f"Message-ID: {OURS}"))
    assert not sent.folder.holds(odd)
    sent.put(letter(f"Message-ID: {odd}"))
    assert sent.folder.holds(odd)


def test_a_message_id_with_a_line_break_asks_the_server_nothing_else(sent: Sent) -> None:
    sent.put(letter(f"Message-ID: {OURS}"))
    assert not sent.folder.holds("<x@x>\r\nA1 DELETE Sent")
    assert sent.folder.holds(OURS)


def test_a_copy_is_put_there_byte_for_byte_marked_as_read_and_dated(sent: Sent) -> None:
    copy = letter(f"Message-ID: {OURS}") + b"caf\xe9\r\n" + b"x" * 200_000 + b"\r\n"
    sent.folder.append(copy, at=NOON)
    assert sent.copies() == [(copy, NOON)]
    assert sent.folder.holds(OURS)


def test_a_copy_without_a_time_zone_is_refused(sent: Sent) -> None:
    with pytest.raises(ValueError, match="time zone"):
        sent.folder.append(letter(), at=datetime(2026, 3, 2, 12, 0))  # noqa: DTZ001 (on purpose)


def test_a_server_that_is_not_there_is_asked_again_later(sent: Sent) -> None:
    folder = sent.unreachable()
    with pytest.raises(TryAgainLater):
        folder.holds(OURS)
    with pytest.raises(TryAgainLater):
        folder.append(letter(), at=NOON)


def test_a_missing_folder_of_sent_mail_is_for_a_person_to_correct(sent: Sent) -> None:
    folder = sent.missing()
    with pytest.raises(NotAllowed, match="Sent"):
        folder.holds(OURS)
    with pytest.raises(NotAllowed, match="Sent"):
        folder.append(letter(), at=NOON)
    folder.close()


def test_a_closed_folder_can_be_asked_again(sent: Sent) -> None:
    sent.put(letter(f"Message-ID: {OURS}"))
    sent.folder.close()
    sent.folder.close()
    assert sent.folder.holds(OURS)
