"""The whole text is always there: spans mark it and cut nothing, whatever people and bytes do."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.mail.attachments import safe_name
from assistant.domain.mail.hidden import visible
from assistant.domain.mail.message import Message
from assistant.domain.mail.mime import read
from tests.unit.mail.letters import html, letter, raw_letter
from tests.unit.mail.sound import faults

LINES = st.sampled_from(
    [
        "Dear Northshire Police,",
        "1. How many dogs did you keep in 2021?",
        "> How many cats did you keep?",
        ">> Thank you for your request.",
        "On 1 May 2026, Ada Thorne <ada@example.org> wrote:",
        "-----Original Message-----",
        "From: Ada Thorne",
        "Sent: 1 May 2026",
        "To: FOI",
        "Subject: Dogs",
        "---------- Forwarded message ----------",
        "Please use this email address for all replies to this request:",
        "_______________________________",
        "-- ",
        "Ada",
        "Sent from my iPhone",
        "",
        "   ",
        "See my answers below.",
        "=20",
        "begin 644 x",
        "--edge",
        "| a | b |",
    ]
)
WORDS = ["How", "many", "dogs", "£", "é", "did", "you", "&", "feed", "<", "2021", "?"]
CHARSETS = ["utf-8", "utf-16", "iso-2022-jp", "gb2312", "utf-7", "x", "koi8-r", "cp932"]
SUBJECTS = st.sampled_from(["Dogs", "Re: Dogs", "Fwd: Dogs", ""])


def pieces(message: Message) -> tuple[str, str]:
    """The text put together again, and what of it the sender did not write now."""
    together, between, last = "", "", 0
    for span in message.reply_spans:
        between += message.text[last : span.start]
        together += message.text[last : span.start] + message.text[span.start : span.end]
        last = span.end
    return together + message.text[last:], between + message.text[last:]


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=25), SUBJECTS, st.booleans())
def test_what_was_written_and_what_was_not_make_the_whole_text(
    lines: list[str],
    subject: str,
    answers: bool,  # noqa: FBT001 - a case
) -> None:
    extra = {"In_Reply_To": "<1@example.org>"} if answers else {}
    message = letter("\n".join(lines), Subject=subject, **extra)
    together, _ = pieces(message)
    assert together == message.text
    shown = [line.rstrip() for line in message.text.split("\n") if line.strip()]
    assert shown == [line.rstrip() for line in lines if line.strip()]
    assert bool(message.written.strip()) == bool(message.text.strip())


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Co", "Mn"]),
        max_size=80,
    )
)
def test_every_word_of_a_plain_text_is_in_the_text(words: str) -> None:
    shown = " ".join(visible(words)[0].split())
    assert " ".join(letter(words).text.split()) == shown


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=30,
    )
)
def test_every_word_of_a_page_is_in_the_text_or_reported(words: list[str]) -> None:
    escaped = [word.replace("&", "&amp;").replace("<", "&lt;") for word in words]
    styles = ("", "color:white", "display:none", "color:#000", "font-size:0")
    page = "".join(f'<p style="{styles[n % 5]}">{word}</p>' for n, word in enumerate(escaped))
    message = html(page)
    found = message.text.split() + [word for each in message.removed for word in each.text.split()]
    assert sorted(found) == sorted(words)


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(["plain", "html", "calendar", "enriched"]),
    st.sampled_from(CHARSETS),
)
def test_any_bytes_in_any_charset_are_read(body: bytes, kind: str, charset: str) -> None:
    assert faults(f"Content-Type: text/{kind}; charset={charset}\n\n".encode() + body) == []
    assert faults(b"Subject: " + body + b"\nTo: " + body + b"\n\n" + body) == []


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("/etc/passwd", "passwd"),
        ("C:\\letters\\a.pdf", "a.pdf"),
        ("....", "attachment"),
        ("..", "attachment"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie x.pdf"),
        ("a\x00.exe\x00.pdf", "a.exe.pdf"),
        ("\u202egnp.exe", "gnp.exe"),
        ("nul.txt", "_nul.txt"),
        ("a" * 300 + ".pdf", "a" * 146 + ".pdf"),
        ("\udcff.pdf", "\ufffd.pdf"),
        ("~/.ssh/id", "id"),
        ("", "attachment"),
    ],
)
def test_no_name_of_a_file_leads_anywhere(name: str, safe: str) -> None:
    """T23: names that climb, hide what they are, or break a line."""
    assert (
        safe_name(name, "application/octet-stream", fallback="attachment").removesuffix(".bin")
        == safe
    )


@given(st.text(max_size=60))
def test_every_name_of_a_file_can_be_saved_under(name: str) -> None:
    made = safe_name(name, "")
    assert made
    assert made not in {".", ".."}
    assert not set(made) & set('/\\:*?"<>|\r\n\x00')
    made.encode("utf-8")


def test_hostile_headers_stay_in_one_cell_of_a_table() -> None:
    """T23: what is exported as CSV comes back as it was, a row for a message."""
    raw = raw_letter("How many dogs?", Subject='=?utf-8?Q?a=0D=0Ab=00,"c=ED=A0=80?=')
    message = read(raw)
    made = io.StringIO()
    csv.writer(made).writerow([message.subject, message.sender.address, message.text])
    (row,) = csv.reader(io.StringIO(made.getvalue()))
    assert row == [message.subject, message.sender.address, message.text]
    assert "\n" not in message.subject


YENC = (
    b"=ybegin line=128 size=5 name=dogs.bin\r\n"
    + bytes((each + 42) % 256 for each in b"dogs!")
    + b"\r\n=yend size=5\r\n"
)


def test_files_that_stand_encoded_in_the_text_are_files() -> None:
    message = read(
        raw_letter("How many dogs?\n\n")
        + YENC
        + b"begin 644 a.txt\r\n$9&]G<P``\r\n`\r\nend\r\nThanks\r\n"
    )
    assert [(each.name, each.content) for each in message.attachments] == [
        ("a.txt", b"dogs"),
        ("dogs.bin", b"dogs!"),
    ]
    assert message.text.split() == ["How", "many", "dogs?", "Thanks"]


def test_japanese_that_nobody_declared_is_read() -> None:
    text = "情報公開請求"
    raw = (
        b"Subject: "
        + text.encode("iso2022_jp")
        + b"\r\nFrom: a@b.org\r\n\r\n"
        + text.encode("iso2022_jp")
    )
    message = read(raw)
    assert (message.subject, message.text) == (text, text)
