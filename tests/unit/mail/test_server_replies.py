"""A server's reply in plain words: what happened, what to do, and whether we are too fast."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.mail.server_replies import (
    BY_CODE,
    BY_STATUS,
    asks_to_slow_down,
    explained,
    meaning_of,
)


@pytest.mark.parametrize(
    ("reply", "what", "do"),
    [
        ("550 5.1.1 <a@b.example>: Recipient address rejected", "no mailbox", "another address"),
        ("550-5.1.1 The email account does not exist", "no mailbox", "another address"),
        ("552 5.2.2 mailbox full", "mailbox is full", "another way"),
        ("550 5.7.1 Message rejected due to content", "refuses", "mail administrator"),
        ("552 5.3.4 too big", "too large", "give the link"),
        ("552 too big", "too large", "give the link"),
        ("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled",
         "switched off", "administrator"),
        ("554 no", "refuses", "mail administrator"),
        ("5.4.7", "for days", "another address"),
        ("451 4.3.0 try", "fault", "tried again"),
        ("599 never heard of", "refuses", "mail administrator"),
        ("499 never heard of", "at the moment", "tried again"),
        ("550 5.0.0 no", "refuses it", "words below"),
    ],
)  # fmt: skip
def test_a_reply_is_told_in_plain_words(reply: str, what: str, do: str) -> None:
    found = meaning_of(reply)
    assert what in found.what
    assert do in found.do


def test_the_servers_own_words_stand_beneath() -> None:
    assert explained("550 5.1.1 gone").splitlines()[-1] == "The mail server said: 550 5.1.1 gone"


@pytest.mark.parametrize(
    ("reply", "slow"),
    [
        ("421 4.7.0 closing", True),
        ("432 4.3.2 Concurrent connections limit exceeded", True),
        ("450 4.7.28 unusual rate", True),
        ("451 4.7.1 Too many messages from you", True),
        ("451 4.7.1 Greylisted, try again in 5 minutes", False),
        ("450 4.2.1 mailbox busy", False),
        ("550 5.7.1 too many connections", False),
        ("250 OK", False),
    ],
)
def test_a_server_that_is_busy_with_everybody_is_told_from_one_that_is_not(
    reply: str,
    slow: bool,  # noqa: FBT001 - a table of cases
) -> None:
    assert asks_to_slow_down(reply) is slow


@given(st.text(max_size=60))
def test_whatever_a_server_says_has_a_meaning(reply: str) -> None:
    assert meaning_of(reply).what
    assert isinstance(asks_to_slow_down(reply), bool)


def test_every_row_says_what_happened_and_what_to_do() -> None:
    for row in (*BY_STATUS.values(), *BY_CODE.values()):
        assert row.what.endswith(".")
        assert row.do.endswith(".")
