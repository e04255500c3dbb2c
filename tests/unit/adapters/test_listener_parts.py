"""The small parts of the listener: a message's bytes, paths, replies, and what does not fit."""

from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import config, running
from assistant.adapters.listener_data import END, IN_MEMORY, Incoming
from assistant.adapters.listener_probe import doubts, greeting
from assistant.adapters.listener_wire import enhanced, one_line, path
from assistant.domain.errors import TryAgainLater
from tests.dovecot import free_port
from tests.listening import Keeper, listening

BYTES = st.lists(st.sampled_from([b"\r", b"\n", b".", b"\r\n", b"a", b"\0\xff"])).map(b"".join)


def _handed_over(content: bytes) -> bytes:
    """Return what a server sends for a message, from the line end before it (RFC 5321 4.5.2)."""
    whole = b"\r\n" + content + (b"" if content.endswith(b"\r\n") or not content else b"\r\n")
    return whole.replace(b"\r\n.", b"\r\n..") + b".\r\n"


def _pieces(stream: bytes, cuts: list[int]) -> list[bytes]:
    """Cut a stream as a reader does that never cuts its end in two."""
    places = sorted({min(cut, len(stream) - len(END)) for cut in cuts} | {0, len(stream)})
    return [stream[a:b] for a, b in pairwise(places)]


@given(BYTES, st.lists(st.integers(0, 60), max_size=8))
def test_a_message_comes_out_as_it_was_however_it_was_cut(content: bytes, cuts: list[int]) -> None:
    stream = _handed_over(content)
    with closing(Incoming(10_000, None)) as incoming:
        ends = [incoming.add(piece) for piece in _pieces(stream, cuts)]
        expected = content if content.endswith(b"\r\n") or not content else content + b"\r\n"

        assert incoming.read() == expected
        assert incoming.size == len(expected)
    assert ends == [False] * (len(ends) - 1) + [True]


def test_a_large_message_lies_in_a_file_without_a_name(tmp_path: Path) -> None:
    content = b"x" * (2 * IN_MEMORY) + b"\r\n"
    with closing(Incoming(10 * IN_MEMORY, tmp_path)) as incoming:
        for piece in _pieces(_handed_over(content), [IN_MEMORY // 2, IN_MEMORY, IN_MEMORY + 9]):
            incoming.add(piece)

        assert list(tmp_path.iterdir()) == []
        assert incoming.read() == content


@pytest.mark.parametrize(
    ("argument", "found"),
    [
        ("<a@b.example> SIZE=3", ("a@b.example", " SIZE=3")),
        ("  <a@b.example>", ("a@b.example", "")),
        ("<>", ("<>", "")),
        ("< >", ("<>", "")),
        ("<@r.example:a@b.example>", ("a@b.example", "")),
        ('<"x>y\\"z"@b.example> A', ('"x>y\\"z"@b.example', " A")),
        ("a@b.example SIZE=3", ("a@b.example", "SIZE=3")),
        ("<a@b.example", (None, None)),
        ('<"a@b.example>', (None, None)),
        ("", (None, None)),
    ],
)
def test_a_path_is_read_without_judging_it(argument: str, found: tuple[str | None, ...]) -> None:
    assert path(argument) == found


@given(st.text())
def test_no_path_whatever_stops_the_reading(argument: str) -> None:
    address, _rest = path(argument)

    assert address is None or address.isprintable()


@pytest.mark.parametrize(
    ("reply", "sent"),
    [
        ("250 OK", "250 2.0.0 OK"),
        ("250 2.1.5 Taken", "250 2.1.5 Taken"),
        ("250-mx.example", "250-mx.example"),
        ("354 Go on", "354 Go on"),
        ("220 mx.example", "220 mx.example"),
        ("503 Error: need MAIL command", "503 5.5.1 Error: need MAIL command"),
    ],
)
def test_replies_have_an_enhanced_code_once(reply: str, sent: str) -> None:
    assert enhanced(reply) == sent


@given(st.text())
def test_a_reason_is_one_short_line_of_ascii(words: str) -> None:
    line = one_line(words)

    assert line.isascii()
    assert line == "" or (line.isprintable() and len(line) <= 300)


def test_check_says_what_does_not_fit_in_where_it_listens_and_for_whom() -> None:
    alone, office = ("127.0.0.0/8", "::1/128"), ("10.0.0.0/8",)

    assert doubts("127.0.0.1", alone, encrypted=False) is None
    assert "this machine alone" in str(doubts("0.0.0.0", alone, encrypted=True))  # noqa: S104 - a word
    assert "in the clear" in str(doubts("10.1.2.3", office, encrypted=False))
    assert doubts("10.1.2.3", office, encrypted=True) is None


def test_check_greets_a_listener_that_runs_and_says_how_to_start_one() -> None:
    with listening(Keeper()) as listener:
        assert greeting("127.0.0.1", listener.port, 5).startswith("220 foi.northshire.example")
    with pytest.raises(TryAgainLater, match="foi-assistant listen"):
        greeting("127.0.0.1", free_port(), 1)


def test_run_starts_a_listener_only_where_the_settings_say_so() -> None:
    settings = config.load({}, Path("/nonexistent/.env"))
    usual = [part.name for part in running.everything(settings)]
    asked = [part.name for part in running.everything(settings.model_copy(update={"listen": True}))]

    assert "listen" not in usual
    assert [name for name in asked if name not in usual] == ["listen"]
    assert asked.index("prepare") < asked.index("listen")
