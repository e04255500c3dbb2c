"""Reading a mailbox whose server, network or other users do what they should not."""

import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from assistant.adapters import imap_messages
from assistant.adapters.imap import ImapMailbox
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Arrival, Unreadable
from tests.black_hole import BlackHole
from tests.dovecot import PASSWORD, Dovecot
from tests.scripted_imap import Answer, Raw, ScriptedImap, fetched

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
LEDGER = "heliotrope ledger"
# Long enough for a busy machine; where a server never answers, this is what a test costs.
TIMEOUT = 0.6
SOON = 10.0  # far from for ever, and far from exact: the machine may be busy


def mail(subject: object) -> bytes:
    return f"From: sam@example.org\r\nSubject: {subject}\r\n\r\nThe {LEDGER}, please.\r\n".encode()


@pytest.fixture
def server() -> Iterator[ScriptedImap]:
    with ScriptedImap({uid: mail(uid) for uid in range(1, 6)}) as running:
        yield running


@contextmanager
def box_at(port: int, *, user: str = "foi", timeout: float = 5.0) -> Iterator[ImapMailbox]:
    box = ImapMailbox("127.0.0.1", port, user, PASSWORD, security="none", timeout=timeout)
    try:
        yield box
    finally:
        box.close()


def read(box: ImapMailbox, after: int = 0, folder: str = "INBOX") -> list[tuple[int, str]]:
    box.open(folder)
    return [
        (item.uid, "arrival" if isinstance(item, Arrival) else item.reason)
        for item in box.arrivals(after, limit=1000)
    ]


def whole(*uids: int) -> list[tuple[int, str]]:
    return [(uid, "arrival") for uid in uids]


# One connection.


def test_one_connection_serves_many_passes_over_several_folders(server: ScriptedImap) -> None:
    with box_at(server.port) as box:
        for _ in range(3):
            for folder in ("INBOX", "Junk"):
                assert read(box, folder=folder) == whole(1, 2, 3, 4, 5)
    assert server.connections == 1
    assert len(server.commands("LOGIN")) == 1
    assert server.commands("SELECT") == []


def test_a_missing_folder_costs_no_connection(server: ScriptedImap) -> None:
    server.odd = lambda command, rest, right: (
        b"NO [NONEXISTENT] no such folder\r\n" if rest == '"Requests"' else right
    )
    with box_at(server.port) as box:
        read(box)
        with pytest.raises(NotAllowed, match="'Requests'"):
            box.open("Requests")
        with pytest.raises(NotAllowed, match="No folder"):
            box.uids()
        assert read(box) == whole(1, 2, 3, 4, 5)
    assert server.connections == 1


def test_a_connection_that_died_between_two_passes_is_made_again(server: ScriptedImap) -> None:
    with box_at(server.port) as box:
        read(box)
        server.hang_up()
        assert read(box) == whole(1, 2, 3, 4, 5)
    assert server.connections == 2


def test_a_folder_that_does_not_open_for_the_moment_is_tried_again(server: ScriptedImap) -> None:
    server.odd = lambda command, rest, right: (
        b"NO [SERVERBUG] Internal error\r\n" if command == "EXAMINE" else right
    )
    with box_at(server.port) as box, pytest.raises(TryAgainLater, match="Internal error"):
        box.open("INBOX")


def test_mail_read_from_one_folder_is_never_taken_for_anothers(server: ScriptedImap) -> None:
    with box_at(server.port) as box:
        box.open("INBOX")
        under_way = box.fetch(range(1, 600))
        next(under_way)
        box.open("Junk")
        with pytest.raises(NotAllowed, match="Another folder"):
            list(under_way)


# Silence and hanging up.


@pytest.mark.parametrize("command", ["CAPABILITY", "LOGIN", "EXAMINE", "NOOP", "SEARCH", "FETCH"])
@pytest.mark.parametrize("said", [b"", b"* 1 FET"])
def test_a_server_that_falls_silent_is_given_up_within_the_time_out_and_mail_comes_later(
    server: ScriptedImap, command: str, said: bytes
) -> None:
    silent = iter([Raw(said)])
    server.odd = lambda heard, rest, right: next(silent, right) if heard == command else right
    with box_at(server.port, timeout=TIMEOUT) as box:
        began = time.monotonic()
        with pytest.raises(TryAgainLater, match="did not answer"):
            read(box)
        assert time.monotonic() - began < SOON
        server.hang_up()
        assert read(box) == whole(1, 2, 3, 4, 5)


@pytest.mark.dovecot
@pytest.mark.parametrize("swallowed_after", [0, 150, 600, 3_000, 200_000])
def test_a_black_hole_anywhere_is_left_within_the_time_out_and_the_rest_is_read_afterwards(
    dovecot: Dovecot, swallowed_after: int
) -> None:
    user = f"hole{swallowed_after}"
    raws = [mail(number) + b"x" * 30_000 + b"\r\n" for number in range(10)]
    for raw in raws:
        dovecot.put(user, "INBOX", raw, NOON)
    found: list[bytes] = []
    mark = 0
    began = time.monotonic()
    with (
        BlackHole(dovecot.port, swallowed_after) as hole,
        box_at(hole.port, user=user, timeout=TIMEOUT) as box,
    ):
        for _ in range(2):
            try:
                box.open("INBOX")
                for item in box.arrivals(mark, limit=100):
                    assert isinstance(item, Arrival)
                    found.append(item.raw)
                    mark = item.uid
            except TryAgainLater:
                assert time.monotonic() - began < SOON
        assert hole.connections == 2
    assert found == raws


def test_a_message_that_silences_the_server_is_reported_after_some_passes_and_stops_no_other(
    server: ScriptedImap,
) -> None:
    server.odd = lambda command, rest, right: (
        Raw(b"") if command == "FETCH" and b"Subject: 3" in right else right
    )
    mark, found = 0, []
    with box_at(server.port, timeout=0.3) as box:
        for _ in range(20):
            box.open("INBOX")
            try:
                for item in box.arrivals(mark, limit=100):
                    found.append((item.uid, isinstance(item, Arrival)))
                    mark = item.uid
            except TryAgainLater:
                server.hang_up()
            else:
                break
    assert found == [(1, True), (2, True), (3, False), (4, True), (5, True)]


def test_a_server_that_hangs_up_at_every_message_is_left_for_later(server: ScriptedImap) -> None:
    server.messages = {uid: mail(uid) for uid in range(1, 60)}
    server.odd = lambda command, rest, right: (
        None if command == "FETCH" and "BODY" in rest else right
    )
    with box_at(server.port) as box, pytest.raises(TryAgainLater):
        read(box)
    assert server.connections <= imap_messages.RECONNECTIONS + 2


def test_what_cannot_be_read_is_said_without_a_word_of_the_mail(server: ScriptedImap) -> None:
    # The text is longer than announced: what is left of it is no answer at all.
    server.odd = lambda command, rest, right: right.replace(b"BODY[] {", b"BODY[] {1}\r\n{")
    with box_at(server.port) as box:
        with pytest.raises(TryAgainLater) as caught:
            read(box)
        assert LEDGER not in str(caught.value)
        assert caught.value.__suppress_context__


def test_a_line_without_end_is_given_up(
    server: ScriptedImap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.adapters.imap_wire.LONGEST_LINE", 10_000)
    server.odd = lambda command, rest, right: (
        b"* SEARCH" + b" 1" * 10_000 + b"\r\n" if command == "SEARCH" else right
    )
    with box_at(server.port) as box, pytest.raises(TryAgainLater):
        read(box)


def test_an_answer_that_never_ends_is_given_up(
    server: ScriptedImap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.adapters.imap_wire.LONGEST_ANSWER", -1.0)
    with box_at(server.port) as box, pytest.raises(TryAgainLater):
        box.open("INBOX")


# Odd answers.


def test_a_command_too_long_for_the_server_is_halved(server: ScriptedImap) -> None:
    far_apart = range(1_000_001, 1_000_601, 2)
    server.messages = {uid: mail(uid) for uid in far_apart}
    server.odd = lambda command, rest, right: (
        b"BAD Command line too long\r\n" if command == "FETCH" and len(rest) > 600 else right
    )
    with box_at(server.port) as box:
        assert read(box) == whole(*far_apart)
    assert len(server.commands("FETCH")) < 30


def test_numbers_in_a_row_make_short_commands(server: ScriptedImap) -> None:
    server.messages = {uid: mail(uid) for uid in [*range(1, 301), 400, 500]}
    with box_at(server.port) as box:
        assert read(box) == whole(*range(1, 301), 400, 500)
    assert server.commands("FETCH")[0] == "1:300,400,500 (RFC822.SIZE INTERNALDATE)"


def test_messages_gone_since_are_found_out_with_one_question(server: ScriptedImap) -> None:
    with box_at(server.port) as box:
        box.open("INBOX")
        found = list(box.fetch([*range(1, 6), *range(100, 500)]))
    assert [item.uid for item in found] == [1, 2, 3, 4, 5]
    assert len(server.commands("SEARCH")) <= 2


def test_numbers_come_in_answers_that_stay_small(server: ScriptedImap) -> None:
    server.messages = dict.fromkeys(range(1, 45_000), b"")
    with box_at(server.port) as box:
        box.open("INBOX")
        assert box.uids() == list(range(1, 45_000))
    assert server.commands("SEARCH") == ["UID 1:20000", "UID 20001:40000", "UID 40001:*"]


def test_a_folder_that_ends_where_a_question_ends_gives_its_last_message_once(
    server: ScriptedImap,
) -> None:
    server.messages = {19_999: mail(1), 20_000: mail(2)}
    with box_at(server.port) as box:
        assert read(box) == whole(19_999, 20_000)
        assert box.uids() == [19_999, 20_000]


@pytest.mark.parametrize("size", [0, 1, 10**9])
def test_a_size_announced_wrongly_loses_no_mail(server: ScriptedImap, size: int) -> None:
    server.messages = {5: mail(5)}
    server.odd = lambda command, rest, right: (
        fetched(5, mail(5), with_body="BODY" in rest, size=size) if command == "FETCH" else right
    )
    with box_at(server.port) as box:
        assert read(box) == whole(5)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"INTERNALDATE", b"FLAGS (\\Seen) INTERNALDATE"),
        (b"* 3 FETCH (", b"* 3 FETCH (X-GM-MSGID 12 "),
        (b"* 3 FETCH", b"* OK Still working\r\n* 3 FETCH"),
        (b"* 3 FETCH", b"* 9 FETCH (UID 9 FLAGS ())\r\n* 3 FETCH (UID 3)\r\n* 3 FETCH"),
        (b"* 3 FETCH", b"* 3 FETCH (FLAGS (\\Seen))\r\n* 2 EXPUNGE\r\n* 3 FETCH"),
        (b"02-Mar-2026", b" 2-Mar-2026"),
        (b"RFC822.SIZE", b"rfc822.size"),
    ],
)
def test_an_unusual_answer_is_read_like_any_other(
    server: ScriptedImap, before: bytes, after: bytes
) -> None:
    server.odd = lambda command, rest, right: (
        right.replace(before, after) if command == "FETCH" else right
    )
    with box_at(server.port) as box:
        box.open("INBOX")
        found = [item for item in box.arrivals(0, limit=9) if isinstance(item, Arrival)]
    assert [(item.uid, item.raw) for item in found] == [(uid, mail(uid)) for uid in range(1, 6)]
    assert {item.received_at for item in found} == {NOON}


@pytest.mark.parametrize("text", [b"BODY[] NIL", b'BODY[] ""', b""])
def test_a_message_without_text_is_reported_by_its_number(
    server: ScriptedImap, text: bytes
) -> None:
    raw = mail(3)
    server.odd = lambda command, rest, right: right.replace(
        b"BODY[] {%d}\r\n%b" % (len(raw), raw), text
    )
    with box_at(server.port) as box:
        found = read(box)
    assert [uid for uid, what in found if what == "arrival"] == [1, 2, 4, 5]
    assert dict(found)[3] == "the server sends no text"


def test_a_message_without_a_time_of_receipt_is_reported_by_its_number(
    server: ScriptedImap,
) -> None:
    server.odd = lambda command, rest, right: right.replace(
        b"* 3 FETCH (UID 3 RFC822.SIZE %d INTERNALDATE" % len(mail(3)),
        b"* 3 FETCH (UID 3 RFC822.SIZE %d X-OLDDATE" % len(mail(3)),
    )
    with box_at(server.port) as box:
        box.open("INBOX")
        odd = [item for item in box.arrivals(0, limit=9) if isinstance(item, Unreadable)]
    assert [(item.uid, item.reason) for item in odd] == [
        (3, "the server does not say when it came")
    ]


def test_a_message_refused_by_the_server_is_reported_and_may_be_asked_for_again(
    server: ScriptedImap,
) -> None:
    server.odd = lambda command, rest, right: (
        b"NO [SERVERBUG] corrupt\r\n" if command == "FETCH" and b"Subject: 3" in right else right
    )
    with box_at(server.port) as box:
        assert dict(read(box))[3] == "the server refuses it"
        server.odd = lambda command, rest, right: right
        assert [type(item) for item in box.fetch([3])] == [Arrival]


# Many and large.


def test_a_large_message_is_held_once_also_when_it_has_to_be_asked_for_again(
    server: ScriptedImap,
) -> None:
    large = b"Subject: large\r\n\r\n" + b"x" * 40_000_000
    listed = fetched(1, b"", with_body=False, size=len(large) + 9)
    whole = fetched(1, large, with_body=True, size=len(large) + 9)
    server.messages = {1: b""}
    server.odd = lambda command, rest, right: (
        right if command != "FETCH" else whole if "BODY" in rest else listed
    )
    with box_at(server.port, timeout=60) as box:
        box.open("INBOX")
        tracemalloc.start()
        try:
            sizes = [len(item.raw) for item in box.arrivals(0, limit=1) if hasattr(item, "raw")]
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert sizes == [len(large)]
    assert len([rest for rest in server.commands("FETCH") if "BODY" in rest]) >= 2
    # Once here, and once more where the server of this test joins its words.
    assert most < 2.3 * len(large)


# Other people.


@pytest.mark.dovecot
def test_mail_that_a_colleague_opened_first_is_taken_all_the_same(dovecot: Dovecot) -> None:
    uid = dovecot.put("opened", "INBOX", mail("read"), NOON)
    with dovecot.client("opened") as client:
        client.select_folder("INBOX")
        client.add_flags([uid], ["\\Seen", "\\Answered"])
    with box_at(dovecot.port, user="opened") as box:
        assert read(box) == whole(uid)


@pytest.mark.dovecot
def test_mail_deleted_by_a_colleague_while_it_is_read_is_left_out_and_the_rest_comes(
    dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.adapters.imap_reading.BATCH_MESSAGES", 3)
    uids = [dovecot.put("deleting", "INBOX", mail(number), NOON) for number in range(10)]
    with box_at(dovecot.port, user="deleting") as box:
        box.open("INBOX")
        reading = box.arrivals(0, limit=100)
        found = [next(reading).uid]
        for uid in (uids[2], uids[5], uids[9]):
            dovecot.expunge("deleting", "INBOX", uid)
        found += [item.uid for item in reading if isinstance(item, Arrival)]
        assert found == [uid for uid in uids if uid not in {uids[5], uids[9]}]
        assert box.uids() == [uid for uid in uids if uid not in {uids[2], uids[5], uids[9]}]


@pytest.mark.dovecot
def test_mail_moved_to_another_folder_and_back_comes_with_a_new_number(dovecot: Dovecot) -> None:
    uid = dovecot.put("moving", "INBOX", mail("there and back"), NOON)
    with box_at(dovecot.port, user="moving") as box:
        assert read(box) == whole(uid)
        with dovecot.client("moving") as client:
            client.create_folder("Done")
            client.select_folder("INBOX")
            client.move([uid], "Done")
            client.select_folder("Done")
            client.move(client.search(), "INBOX")
        ((again, what),) = read(box, after=uid)
        assert (again > uid, what) == (True, "arrival")
        assert read(box, after=again) == []


# Putting away.


@contextmanager
def changing(server: ScriptedImap) -> Iterator[ImapMailbox]:
    box = ImapMailbox(
        "127.0.0.1", server.port, "foi", PASSWORD, security="none", timeout=5, may_change=True
    )
    box.open("INBOX")
    try:
        yield box
    finally:
        box.close()


def after_opening(server: ScriptedImap) -> list[tuple[str, str]]:
    commands = [command for command, _ in server.heard]
    beginning = commands.index("SELECT") + 1
    return [item for item in server.heard[beginning:] if item[0] != "LOGOUT"]


def test_without_move_only_our_own_messages_are_expunged(server: ScriptedImap) -> None:
    server.capability = b"IMAP4rev1 UIDPLUS"
    with changing(server) as box:
        box.put_away([3, 1], move_to="Stored")
    assert after_opening(server) == [
        ("COPY", '1,3 "Stored"'),
        ("STORE", "1,3 +FLAGS.SILENT (\\Deleted)"),
        ("EXPUNGE", "1,3"),
    ]


def test_a_server_that_can_move_nothing_alone_is_asked_to_delete_nothing(
    server: ScriptedImap,
) -> None:
    with changing(server) as box, pytest.raises(NotAllowed, match="flag stored messages instead"):
        box.put_away([1], move_to="Stored")
    assert after_opening(server) == []


def test_a_copy_that_fails_deletes_nothing(server: ScriptedImap) -> None:
    server.capability = b"IMAP4rev1 UIDPLUS"
    server.odd = lambda command, rest, right: (
        b"NO [TRYCREATE] no such folder\r\n" if command == "COPY" else right
    )
    with changing(server) as box, pytest.raises(NotAllowed, match="no folder 'Stored'"):
        box.put_away([1], move_to="Stored")
    assert [command for command, _ in after_opening(server)] == ["COPY"]


def test_many_messages_are_put_away_in_commands_of_bounded_length(server: ScriptedImap) -> None:
    server.capability = b"IMAP4rev1 MOVE"
    with changing(server) as box:
        box.put_away(range(1_000_000, 1_001_000), move_to="Stored")
        box.put_away(range(1_000_000, 1_001_000))
    assert len(server.commands("MOVE")) == len(server.commands("STORE")) == 5
    assert max(len(rest) for _, rest in server.heard) < 2_000


def test_a_server_that_refuses_all_because_one_is_gone_is_asked_for_the_others(
    server: ScriptedImap,
) -> None:
    server.capability = b"IMAP4rev1 MOVE"
    server.odd = lambda command, rest, right: (
        b"NO Some messages no longer exist\r\n" if command == "MOVE" and "77" in rest else right
    )
    with changing(server) as box:
        box.put_away([2, 77], move_to="Stored")
        box.put_away([77], move_to="Stored")
    assert server.commands("MOVE") == ['2,77 "Stored"', '2 "Stored"', '77 "Stored"']


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (b"NO [NOPERM] not yours\r\n", NotAllowed),
        (b"NO [OVERQUOTA] full\r\n", NotAllowed),
        (b"NO [UNAVAILABLE] later\r\n", TryAgainLater),
        (None, TryAgainLater),
    ],
)
@pytest.mark.parametrize("move_to", ["", "Stored"])
def test_a_refusal_to_put_away_says_what_to_do(
    server: ScriptedImap, said: Answer, error: type[Exception], move_to: str
) -> None:
    server.capability = b"IMAP4rev1 MOVE"
    server.odd = lambda command, rest, right: said if command in {"MOVE", "STORE"} else right
    with changing(server) as box, pytest.raises(error):
        box.put_away([1, 2], move_to=move_to)


def test_a_folder_that_may_only_be_read_is_read_and_not_changed(server: ScriptedImap) -> None:
    server.odd = lambda command, rest, right: (
        right + b"* OK [READ-ONLY] yours to read\r\n" if command == "SELECT" else right
    )
    with changing(server) as box:
        assert len(list(box.arrivals(0, limit=9))) == 5
        with pytest.raises(NotAllowed, match="reading only"):
            box.put_away([1])
