"""What every Postbox promises: the stand-in and the real one, in every phase of a delivery."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from assistant.adapters.smtp import SmtpPostbox
from assistant.domain.errors import NeedsAPerson, NotAllowed, TryAgainLater
from assistant.ports import Envelope, Postbox, Refused, ServerBusy
from tests.fakes import FakePostbox
from tests.smtp_sink import PASSWORD, USER

LETTER = Envelope(
    "foi@northshire.example",
    ("asker@example.org",),
    b"Subject: Your request\r\n\r\nDear Ms Rowe,\r\n.. two dots, and\r\n.\r\nYours\r\n",
)
BEFORE = ("connect", "EHLO", "AUTH", "MAIL", "RCPT", "DATA")


@dataclass
class Post:
    postbox: Postbox
    fail: Callable[[str, str], None]
    refuse: Callable[[str, str], None]
    recover: Callable[[], None]
    arrived: list[Envelope]


@pytest.fixture(params=["fake", "smtp"])
def post(request: pytest.FixtureRequest) -> Iterator[Post]:
    if request.param == "fake":
        fake = FakePostbox()
        yield Post(fake, fake.fail, fake.refuse, fake.recover, fake.arrived)
        return
    sink: Any = request.getfixturevalue("smtp_sink")
    # Where the server is to fall silent the wait is short; elsewhere a busy machine gets its time.
    silent = request.node.callspec.params.get("how") == "hang"
    timeout = 2.0 if silent else 30.0
    postbox = SmtpPostbox(
        "127.0.0.1",
        sink.port,
        security="none",
        user=USER,
        password=PASSWORD,
        timeout=timeout,
        final_timeout=timeout,
        hello="assistant.northshire.example",
    )
    yield Post(postbox, sink.fail, sink.refuse, sink.recover, sink.arrived)


@dataclass
class Begun:
    times: int = 0
    refused: tuple[Refused, ...] = ()

    def __call__(self, refused: Sequence[Refused] = ()) -> None:
        self.times += 1
        self.refused = tuple(refused)


def test_a_letter_arrives_byte_for_byte_and_the_reply_is_returned(post: Post) -> None:
    begun = Begun()
    assert post.postbox.deliver(LETTER, begun=begun).startswith("250")
    assert post.arrived == [LETTER]
    assert begun.times == 1


def test_a_letter_may_have_no_sender_so_that_nothing_bounces_to_anyone(post: Post) -> None:
    silent = Envelope("", LETTER.recipients, LETTER.message)
    post.postbox.deliver(silent, begun=Begun())
    assert post.arrived == [silent]


@pytest.mark.parametrize("phase", BEFORE)
@pytest.mark.parametrize("how", ["die", "hang", "451 try later"])
def test_a_passing_failure_before_the_letter_surely_sent_nothing(
    post: Post, phase: str, how: str
) -> None:
    post.fail(phase, how)
    begun = Begun()
    with pytest.raises(TryAgainLater):
        post.postbox.deliver(LETTER, begun=begun)
    assert post.arrived == []
    assert begun.times == (phase == "DATA")


@pytest.mark.parametrize("phase", BEFORE)
def test_a_refusal_before_the_letter_is_for_good(post: Post, phase: str) -> None:
    post.fail(phase, "550 no such person")
    with pytest.raises(NotAllowed):
        post.postbox.deliver(LETTER, begun=Begun())
    assert post.arrived == []


@pytest.mark.parametrize("phase", ["MAIL", "RCPT"])
def test_552_before_the_letter_may_be_passing(post: Post, phase: str) -> None:
    post.fail(phase, "552 too many recipients")
    with pytest.raises(TryAgainLater):
        post.postbox.deliver(LETTER, begun=Begun())


@pytest.mark.parametrize("how", ["die", "hang"])
@pytest.mark.parametrize(("phase", "copies"), [("body", 0), ("dot", 1)])
def test_a_connection_lost_once_the_letter_is_under_way_needs_a_person(
    post: Post, phase: str, copies: int, how: str
) -> None:
    post.fail(phase, how)
    begun = Begun()
    with pytest.raises(NeedsAPerson):
        post.postbox.deliver(LETTER, begun=begun)
    assert len(post.arrived) == copies
    assert begun.times == 1


@pytest.mark.parametrize(
    ("how", "error"),
    [("451 later", TryAgainLater), ("554 never", NotAllowed), ("552 too big", NotAllowed)],
)
def test_a_definite_reply_to_the_letter_decides(
    post: Post, how: str, error: type[Exception]
) -> None:
    post.fail("dot", how)
    with pytest.raises(error):
        post.postbox.deliver(LETTER, begun=Begun())
    assert post.arrived == []


@pytest.mark.parametrize("how", ["die", "hang", "421 closing", "550 odd"])
def test_a_failure_at_parting_is_success(post: Post, how: str) -> None:
    post.fail("QUIT", how)
    assert post.postbox.deliver(LETTER, begun=Begun()).startswith("250")
    assert post.arrived == [LETTER]


def test_the_next_letter_leaves_when_the_server_has_recovered(post: Post) -> None:
    post.fail("RCPT", "die")
    with pytest.raises(TryAgainLater):
        post.postbox.deliver(LETTER, begun=Begun())
    post.recover()
    post.postbox.deliver(LETTER, begun=Begun())
    assert post.arrived == [LETTER]


def test_nothing_is_sent_when_the_beginning_cannot_be_recorded(post: Post) -> None:
    def begun(_refused: object = ()) -> None:
        raise RuntimeError("the database is full")

    with pytest.raises(RuntimeError, match="database"):
        post.postbox.deliver(LETTER, begun=begun)
    assert post.arrived == []


@pytest.mark.parametrize(
    "message",
    [
        b"Subject: x\r\n\r\nbare\nline\r\n",
        b"Subject: x\r\n\r\nbare\rreturn\r\n",
        b"Subject: x\r\n\r\n\n.\r\nMAIL FROM:<x@example.org>\r\n",
        b"Subject: x\r\n\r\nno line end",
        b"",
    ],
)
def test_bytes_that_would_change_on_the_way_are_refused(post: Post, message: bytes) -> None:
    begun = Begun()
    with pytest.raises(NotAllowed):
        post.postbox.deliver(Envelope(LETTER.sender, LETTER.recipients, message), begun=begun)
    assert (post.arrived, begun.times) == ([], 0)


@pytest.mark.parametrize(
    ("sender", "recipient"),
    [
        (LETTER.sender, "a@example.org>\r\nRCPT TO:<b@example.org"),
        (LETTER.sender, "a@example.org, b@example.org"),
        (LETTER.sender, ""),
        (LETTER.sender, "nobody"),
        ("x y@example.org", LETTER.recipient),
    ],
)
def test_what_is_not_one_address_is_refused(post: Post, sender: str, recipient: str) -> None:
    begun = Begun()
    with pytest.raises(NotAllowed):
        post.postbox.deliver(Envelope(sender, (recipient,), LETTER.message), begun=begun)
    assert (post.arrived, begun.times) == ([], 0)


FRIEND = "bo@example.net"
BOTH = Envelope(LETTER.sender, (*LETTER.recipients, FRIEND), LETTER.message)


def to(post: Post) -> list[str]:
    return [each.recipient for each in post.arrived]


def test_each_recipient_gets_the_same_bytes(post: Post) -> None:
    begun = Begun()
    post.postbox.deliver(BOTH, begun=begun)
    assert to(post) == list(BOTH.recipients)
    assert {each.message for each in post.arrived} == {BOTH.message}
    assert begun.refused == ()


@pytest.mark.parametrize(
    ("reply", "for_now"),
    [("550 5.1.1 nobody", False), ("451 4.7.1 later", True), ("552 too many", True)],
)
def test_one_refused_recipient_is_told_before_the_letter_leaves_to_the_others(
    post: Post,
    reply: str,
    for_now: bool,  # noqa: FBT001 - a table of cases
) -> None:
    begun = Begun()
    post.refuse(LETTER.recipient, reply)
    assert post.postbox.deliver(BOTH, begun=begun).startswith("250")
    assert begun.refused == (Refused(LETTER.recipient, reply, for_now),)
    assert to(post) == [FRIEND]


@pytest.mark.parametrize(
    ("first", "second", "error"),
    [
        ("550 5.1.1 nobody", "451 later", NotAllowed),
        ("451 later", "550 5.1.1 nobody", TryAgainLater),
    ],
)
def test_where_nobody_is_accepted_the_first_recipient_decides(
    post: Post, first: str, second: str, error: type[Exception]
) -> None:
    begun = Begun()
    post.refuse(LETTER.recipient, first)
    post.refuse(FRIEND, second)
    with pytest.raises(error, match=first[:3]):
        post.postbox.deliver(BOTH, begun=begun)
    assert (post.arrived, begun.times) == ([], 0)


@pytest.mark.parametrize("phase", ["connect", "MAIL", "RCPT", "dot"])
@pytest.mark.parametrize("how", ["421 4.7.0 too busy", "432 4.3.2 slow down"])
def test_a_server_that_is_busy_with_everybody_says_so(post: Post, phase: str, how: str) -> None:
    post.fail(phase, how)
    with pytest.raises(ServerBusy, match=how[:3]):
        post.postbox.deliver(LETTER, begun=Begun())
    assert post.arrived == []


def test_a_refusal_is_told_in_plain_words_with_the_servers_own_beneath(post: Post) -> None:
    post.fail("RCPT", "550 5.1.1 no such person")
    with pytest.raises(NotAllowed) as refusal:
        post.postbox.deliver(LETTER, begun=Begun())
    plain, _, own = str(refusal.value).partition("\n")
    assert "no mailbox with this address" in plain
    assert own == "The mail server said: 550 5.1.1 no such person"


def test_an_envelope_without_a_recipient_is_refused(post: Post) -> None:
    with pytest.raises(NotAllowed, match="no recipient"):
        post.postbox.deliver(Envelope(LETTER.sender, (), LETTER.message), begun=Begun())
