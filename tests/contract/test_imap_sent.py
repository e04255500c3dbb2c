"""The folder of sent mail on servers whose search finds too little, too much, or nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from assistant.adapters.imap_sent import NEWEST, ImapSentFolder
from assistant.domain.errors import NotAllowed, TryAgainLater
from tests.scripted_imap import Answer, ScriptedImap

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
OURS = "<foi-1.a@northshire.example>"


def sent(*header: str) -> bytes:
    return "\r\n".join([*header, "Subject: Your request", "", "Dear Sam,", ""]).encode()


@pytest.fixture
def server() -> Iterator[ScriptedImap]:
    with ScriptedImap() as running:
        running.messages = {
            3: sent("Message-ID: <other@northshire.example>"),
            9: sent(f"Message-ID: {OURS}", "X-FOI-Letter: 8d5f-2"),
            12: sent("Message-ID: <third@northshire.example>"),
        }
        yield running


@pytest.fixture
def folder(server: ScriptedImap) -> Iterator[ImapSentFolder]:
    made = ImapSentFolder(
        "127.0.0.1", server.port, "foi", "secret", folder="Sent", security="none", timeout=5
    )
    yield made
    made.close()


def on_search(server: ScriptedImap, answer: Answer) -> None:
    server.odd = lambda command, rest, right: (
        answer if command == "SEARCH" and "HEADER" in rest else right
    )


def test_a_letter_is_searched_for_by_all_it_may_be_known_by(
    server: ScriptedImap, folder: ImapSentFolder
) -> None:
    assert folder.holds(OURS, mark="8d5f-2")
    assert server.commands("SEARCH") == [
        f'HEADER Message-ID "{OURS}"',
        f'HEADER X-Microsoft-Original-Message-ID "{OURS}"',
        'HEADER X-FOI-Letter "8d5f-2"',
    ]
    assert server.commands("SELECT") == []


@pytest.mark.parametrize(
    "answer",
    [
        b"* SEARCH\r\n",
        b"* SEARCH 3 12\r\n",
        b"* SEARCH 3 9 12\r\n",
        b"NO [CANNOT] no search in headers\r\n",
        b"BAD unknown search key\r\n",
        b"* SEARCH nonsense\r\n",
    ],
)
def test_what_the_search_says_is_no_proof_either_way(
    server: ScriptedImap, folder: ImapSentFolder, answer: bytes
) -> None:
    on_search(server, answer)
    assert folder.holds(OURS)
    assert folder.holds("<gone@northshire.example>", mark="8d5f-2")
    assert not folder.holds("<gone@northshire.example>", mark="8d5f")


def test_without_a_search_the_newest_messages_are_looked_at_and_no_more(
    server: ScriptedImap, folder: ImapSentFolder
) -> None:
    newest = range(100, 100 + NEWEST)
    server.messages |= {
        uid: sent(f"Message-ID: <later-{uid}@northshire.example>") for uid in newest
    }
    on_search(server, b"NO no search in headers\r\n")
    assert not folder.holds(OURS)
    assert folder.holds("<later-100@northshire.example>")
    assert len(server.commands("FETCH")) == 2


def test_headers_that_cannot_be_seen_leave_the_question_open(
    server: ScriptedImap, folder: ImapSentFolder
) -> None:
    server.odd = lambda command, rest, right: b"NO busy\r\n" if command == "FETCH" else right
    with pytest.raises(TryAgainLater, match="does not show"):
        folder.holds(OURS)


def test_headers_that_come_for_some_alone_leave_the_question_open(
    server: ScriptedImap, folder: ImapSentFolder
) -> None:
    server.odd = lambda command, rest, right: (
        right.partition(b"* 9 FETCH")[0] if command == "FETCH" else right
    )
    on_first = server.odd
    server.odd = lambda command, rest, right: (
        b"* SEARCH\r\n" if "HEADER M" in rest else on_first(command, rest, right)
    )
    with pytest.raises(TryAgainLater, match="does not show"):
        folder.holds(OURS)


def test_a_connection_lost_on_the_way_leaves_the_question_open_and_is_made_again(
    server: ScriptedImap, folder: ImapSentFolder
) -> None:
    assert folder.holds(OURS)
    server.hang_up()
    assert folder.holds(OURS)
    server.odd = lambda command, rest, right: None if command == "FETCH" else right
    with pytest.raises(TryAgainLater):
        folder.holds(OURS)
    server.odd = lambda command, rest, right: right
    assert folder.holds(OURS)


def test_a_copy_is_marked_as_read_and_dated(server: ScriptedImap, folder: ImapSentFolder) -> None:
    copy = sent(f"Message-ID: {OURS}")
    folder.append(copy, at=NOON)
    length = f"{{{len(copy)}}}"
    assert server.appended == [(f'"Sent" (\\Seen) "02-Mar-2026 12:00:00 +0000" {length}', copy)]


@pytest.mark.parametrize(
    ("said", "error", "words"),
    [
        (b"NO [TRYCREATE] no such folder\r\n", NotAllowed, "no folder 'Sent'"),
        (b"NO [OVERQUOTA] mailbox full\r\n", NotAllowed, "not full"),
        (b"NO [UNAVAILABLE] later\r\n", TryAgainLater, "at the moment"),
        (None, TryAgainLater, "lost"),
    ],
)
def test_a_copy_that_is_not_taken_says_what_to_do(
    server: ScriptedImap,
    folder: ImapSentFolder,
    said: Answer,
    error: type[Exception],
    words: str,
) -> None:
    server.odd = lambda command, rest, right: said if command == "APPEND" else right
    with pytest.raises(error, match=words):
        folder.append(sent(f"Message-ID: {OURS}"), at=NOON)
