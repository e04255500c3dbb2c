"""What every Mailbox promises: the stand-in, and the real one before a Dovecot."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from threading import Thread

import pytest

from assistant.adapters.imap import ImapMailbox
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Arrival, Mailbox
from tests.dovecot import PASSWORD, Dovecot, free_port
from tests.fakes import FakeMailbox

NUMBERS = itertools.count(1)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def mail(subject: str) -> bytes:
    return (
        f"From: a@example.org\r\nSubject: {subject}\r\n\r\nPlease send me {subject}.\r\n".encode()
    )


@dataclass
class Post:
    """A mailbox, and the hands of those who use it with other programs."""

    mailbox: Mailbox
    put: Callable[..., int]
    expunge: Callable[[int], None]
    renumber: Callable[[], None]
    flagged: Callable[[], set[int]]
    held: Callable[[str], list[bytes]]
    locked_out: Callable[[], Mailbox]
    unreachable: Callable[[], Mailbox]
    read_only: Callable[[], Mailbox]


def _fake() -> Post:
    box = FakeMailbox(["INBOX", "Junk", "Stored"])
    box.patience = 20

    def locked_out() -> Mailbox:
        box.wrong_password = True
        return box

    def unreachable() -> Mailbox:
        box.gone = True
        return box

    return Post(
        box,
        box.put,
        box.expunge,
        box.renumber,
        box.flagged,
        box.held,
        locked_out,
        unreachable,
        lambda: FakeMailbox(may_change=False),
    )


def _real(server: Dovecot) -> Post:
    user = f"user{next(NUMBERS)}"
    with server.client(user) as client:
        for folder in ("Junk", "Stored"):
            client.create_folder(folder)

    def sign_in(
        password: str = PASSWORD, port: int = server.port, *, may_change: bool = True
    ) -> ImapMailbox:
        return ImapMailbox(
            "127.0.0.1",
            port,
            user,
            password,
            security="none",
            timeout=10,
            may_change=may_change,
        )

    def put(raw: bytes, *, folder: str = "INBOX", received_at: datetime = NOON) -> int:
        return int(server.put(user, folder, raw, received_at))

    return Post(
        sign_in(),
        put,
        lambda uid: server.expunge(user, "INBOX", uid),
        lambda: server.renumber(user),
        lambda: server.flagged(user, "INBOX"),
        lambda folder: server.held(user, folder),
        lambda: sign_in(password="wrong"),  # noqa: S106 (wrong on purpose)
        lambda: sign_in(port=free_port()),
        lambda: sign_in(may_change=False),
    )


@pytest.fixture(params=["fake", pytest.param("dovecot", marks=pytest.mark.dovecot)])
def post(request: pytest.FixtureRequest) -> Iterator[Post]:
    made = _fake() if request.param == "fake" else _real(request.getfixturevalue("dovecot"))
    yield made
    made.mailbox.close()


def taken(mailbox: Mailbox, after: int = 0, limit: int = 1000) -> list[Arrival]:
    found = list(mailbox.arrivals(after, limit=limit))
    assert all(isinstance(item, Arrival) for item in found)
    return [item for item in found if isinstance(item, Arrival)]


def test_an_empty_folder_has_a_state_and_no_arrivals(post: Post) -> None:
    state = post.mailbox.open("INBOX")
    assert state.uidvalidity > 0
    assert state.uidnext >= 1
    assert taken(post.mailbox) == []


def test_mail_comes_byte_for_byte_in_the_order_of_its_numbers(post: Post) -> None:
    raws = [mail("one"), mail("two").replace(b"two.", b"caf\xe9"), mail("three") + b"." * 2000]
    uids = [post.put(raw) for raw in raws]
    state = post.mailbox.open("INBOX")
    found = taken(post.mailbox)
    assert [item.raw for item in found] == raws
    assert [item.uid for item in found] == uids == sorted(uids)
    assert {(item.folder, item.uidvalidity) for item in found} == {("INBOX", state.uidvalidity)}
    assert state.uidnext > uids[-1]


def test_the_time_of_receipt_is_the_servers_and_aware(post: Post) -> None:
    paris = timezone(timedelta(hours=1))
    post.put(mail("x"), received_at=datetime(2026, 3, 2, 0, 30, tzinfo=paris))
    post.mailbox.open("INBOX")
    (found,) = taken(post.mailbox)
    assert found.received_at == datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    assert found.received_at.utcoffset() == timedelta(0)


def test_only_what_is_above_the_mark_comes(post: Post) -> None:
    uids = [post.put(mail(str(n))) for n in range(4)]
    post.mailbox.open("INBOX")
    assert [item.uid for item in taken(post.mailbox, uids[1])] == uids[2:]


def test_nothing_comes_again_once_the_last_number_is_reached(post: Post) -> None:
    last = [post.put(mail(str(n))) for n in range(3)][-1]
    post.mailbox.open("INBOX")
    assert taken(post.mailbox, last) == []
    assert taken(post.mailbox, last + 100) == []


def test_the_limit_takes_the_oldest(post: Post) -> None:
    uids = [post.put(mail(str(n))) for n in range(5)]
    post.mailbox.open("INBOX")
    assert [item.uid for item in taken(post.mailbox, limit=2)] == uids[:2]
    assert taken(post.mailbox, limit=0) == []


def test_mail_that_arrives_while_the_folder_is_open_is_found(post: Post) -> None:
    post.mailbox.open("INBOX")
    uid = post.put(mail("late"))
    assert [item.uid for item in taken(post.mailbox)] == [uid]


def test_expunged_mail_is_left_out_and_its_number_not_used_again(post: Post) -> None:
    uids = [post.put(mail(str(n))) for n in range(3)]
    post.expunge(uids[1])
    post.expunge(uids[2])
    later = post.put(mail("later"))
    post.mailbox.open("INBOX")
    assert [item.uid for item in taken(post.mailbox)] == [uids[0], later]
    assert later > uids[2]


def test_another_folder_has_numbers_of_its_own(post: Post) -> None:
    post.put(mail("one"))
    junk = post.put(mail("two"), folder="Junk")
    post.mailbox.open("Junk")
    (found,) = taken(post.mailbox)
    assert (found.folder, found.uid) == ("Junk", junk)
    assert found.raw == mail("two")


def test_a_renumbered_folder_says_so(post: Post) -> None:
    uids = [post.put(mail(str(n))) for n in range(3)]
    before = post.mailbox.open("INBOX").uidvalidity
    post.mailbox.close()
    post.expunge(uids[0])
    post.renumber()
    after = post.mailbox.open("INBOX").uidvalidity
    assert after != before
    found = taken(post.mailbox)
    assert {item.raw for item in found} == {mail("1"), mail("2")}
    assert {item.uidvalidity for item in found} == {after}


def test_a_missing_folder_is_named(post: Post) -> None:
    with pytest.raises(NotAllowed, match="Requests"):
        post.mailbox.open("Requests")


def test_reading_before_opening_is_refused(post: Post) -> None:
    with pytest.raises(NotAllowed):
        post.mailbox.arrivals(0, limit=1)


def test_a_wrong_password_is_for_a_person_to_correct(post: Post) -> None:
    with pytest.raises(NotAllowed, match="sign-in"):
        post.locked_out().open("INBOX")


def test_a_server_that_is_not_there_is_tried_again(post: Post) -> None:
    with pytest.raises(TryAgainLater):
        post.unreachable().open("INBOX")


def test_a_closed_mailbox_can_be_opened_again(post: Post) -> None:
    post.put(mail("x"))
    post.mailbox.close()
    post.mailbox.close()
    post.mailbox.open("INBOX")
    assert len(taken(post.mailbox)) == 1


def test_the_state_counts_the_messages(post: Post) -> None:
    uids = [post.put(mail(str(n))) for n in range(3)]
    post.expunge(uids[0])
    assert post.mailbox.open("INBOX").messages == 2
    assert post.mailbox.open("Junk").messages == 0


def test_every_number_is_listed_ascending(post: Post) -> None:
    uids = [post.put(mail(str(n))) for n in range(4)]
    post.expunge(uids[1])
    post.mailbox.open("INBOX")
    late = post.put(mail("late"))
    assert post.mailbox.uids() == [uids[0], *uids[2:], late]


def test_chosen_messages_come_once_each_and_ascending_without_those_that_are_gone(
    post: Post,
) -> None:
    uids = [post.put(mail(str(n))) for n in range(4)]
    post.expunge(uids[2])
    post.mailbox.open("INBOX")
    wanted = [uids[3], uids[0], uids[2], uids[0], uids[3] + 50]
    found = [item for item in post.mailbox.fetch(wanted) if isinstance(item, Arrival)]
    assert [(item.uid, item.raw) for item in found] == [
        (uids[0], mail("0")),
        (uids[3], mail("3")),
    ]
    assert list(post.mailbox.fetch([])) == []


def test_new_mail_ends_a_wait(post: Post) -> None:
    post.mailbox.open("INBOX")
    assert taken(post.mailbox) == []
    sender = Thread(target=post.put, args=(mail("while waiting"),))
    sender.start()
    assert post.mailbox.wait(20)
    sender.join()
    assert [item.raw for item in taken(post.mailbox)] == [mail("while waiting")]


def test_mail_that_came_before_the_wait_and_was_not_looked_for_ends_it_at_once(post: Post) -> None:
    post.mailbox.open("INBOX")
    assert taken(post.mailbox) == []
    post.put(mail("between"))
    assert post.mailbox.wait(20)


def test_a_wait_in_which_nothing_comes_ends_without_news(post: Post) -> None:
    post.put(mail("old"))
    post.mailbox.open("INBOX")
    assert len(taken(post.mailbox)) == 1
    assert not post.mailbox.wait(0.05)
    assert not post.mailbox.wait(0)


def test_closing_the_mailbox_ends_a_wait(post: Post) -> None:
    post.mailbox.open("INBOX")
    closer = Thread(target=post.mailbox.close)
    closer.start()
    assert not post.mailbox.wait(20)
    closer.join()


def test_waiting_for_numbering_or_fetching_before_opening_is_refused(post: Post) -> None:
    for use in (
        lambda: post.mailbox.wait(1),
        post.mailbox.uids,
        lambda: post.mailbox.fetch([1]),
        lambda: post.mailbox.put_away([1]),
    ):
        with pytest.raises(NotAllowed):
            use()


def test_stored_messages_can_be_flagged_for_colleagues(post: Post) -> None:
    uids = [post.put(mail(str(n))) for n in range(3)]
    post.mailbox.open("INBOX")
    post.mailbox.put_away([uids[2], uids[0]])
    assert post.flagged() == {uids[0], uids[2]}
    assert post.held("INBOX") == [mail("0"), mail("1"), mail("2")]


def test_stored_messages_can_be_moved(post: Post) -> None:
    uids = [post.put(mail(str(n))) for n in range(3)]
    post.mailbox.open("INBOX")
    post.mailbox.put_away(uids[:2], move_to="Stored")
    assert post.held("INBOX") == [mail("2")]
    assert post.held("Stored") == [mail("0"), mail("1")]
    assert post.mailbox.uids() == uids[2:]


def test_messages_that_are_gone_are_put_away_already(post: Post) -> None:
    uids = [post.put(mail(str(n))) for n in range(2)]
    post.mailbox.open("INBOX")
    post.expunge(uids[0])
    post.mailbox.put_away(uids, move_to="Stored")
    post.mailbox.put_away(uids, move_to="Stored")
    post.mailbox.put_away([], move_to="Stored")
    assert post.held("Stored") == [mail("1")]


def test_a_missing_folder_to_move_to_is_named_and_not_made(post: Post) -> None:
    uid = post.put(mail("stays"))
    post.mailbox.open("INBOX")
    with pytest.raises(NotAllowed, match="Archived"):
        post.mailbox.put_away([uid], move_to="Archived")
    assert post.held("INBOX") == [mail("stays")]
    with pytest.raises(NotAllowed, match="Archived"):
        post.mailbox.open("Archived")


def test_a_mailbox_that_may_not_change_anything_refuses_to(post: Post) -> None:
    reader = post.read_only()
    reader.open("INBOX")
    with pytest.raises(NotAllowed, match="reading only"):
        reader.put_away([1])
    reader.close()
