"""What leaves: wrapped text with the same words, and a message that nobody can add headers to."""

from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.letters.blocks import Block, BlockKind, Draft, Enclosure, LetterKind
from assistant.domain.letters.render import (
    REFERENCES_LIMIT,
    WIDTH,
    Correspondent,
    Thread,
    flowed,
    html_of,
    render_message,
    render_text,
    text_of,
    unflowed,
    words_of,
)
from tests.unit.letters.texts import LETTER

AT = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)
OFFICE = Correspondent("Northshire Police FOI", "foi@northshire-police.example")
ALEX = Correspondent("Alex Morgan", "alex@example.org")
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=400)


def message(text: str = "A letter.\n", **more) -> bytes:
    given_values = {
        "sender": OFFICE,
        "recipient": ALEX,
        "subject": "Re: Rosters",
        "message_id": "<1@northshire-police.example>",
        "date": AT,
    }
    return render_message(text, **(given_values | more))


@given(WORDS)
def test_wrapping_changes_no_word_and_keeps_to_the_width(text: str) -> None:
    shown = flowed(text)
    assert shown.split() == text.split()
    for line in shown.split("\n"):
        whole = len(line.split()) == 1 or line.startswith((" ", "-- "))
        assert len(line) <= WIDTH or whole


@given(st.one_of(WORDS, LETTER))
def test_what_was_wrapped_is_read_back_line_by_line(text: str) -> None:
    read = unflowed(flowed(text))
    assert [line.split() for line in read.split("\n")] == [
        line.split() for line in text.split("\n")
    ]


def test_a_signatures_mark_is_never_a_line_that_goes_on() -> None:
    long_word = "x" * 90
    assert flowed(f"-- {long_word} and more") == f"-- {long_word} \nand more"


def test_the_columns_of_a_table_stay_where_they_fit() -> None:
    assert flowed("| Year  | No |\n|-------|----|\n| 2024  | 12 |") == (
        "| Year  | No |\n|-------|----|\n| 2024  | 12 |"
    )
    assert flowed("Year\tPatrols\n2024\t12") == "Year  Patrols\n2024  12"
    wide = "\t".join(["a long name"] * 9)
    assert all(len(line) <= WIDTH for line in flowed(f"{wide}\n{wide}").split("\n"))


def test_a_line_that_goes_on_ends_with_a_space_and_the_last_does_not() -> None:
    lines = flowed("word " * 40).split("\n")
    assert len(lines) > 1
    assert all(line.endswith(" ") for line in lines[:-1])
    assert not lines[-1].endswith(" ")


def test_lines_that_look_like_quotations_are_stuffed() -> None:
    assert flowed("> not quoted\nFrom here on\n  indented") == (
        " > not quoted\n From here on\n   indented"
    )


def test_a_drafts_text_is_what_is_rendered() -> None:
    draft = Draft(LetterKind.OTHER, (Block(BlockKind.OFFICER, "Two words."),), "t")
    assert render_text(draft) == "Two words."


@given(WORDS)
@settings(max_examples=200, deadline=None)
def test_the_words_that_leave_are_the_words_of_the_draft(text: str) -> None:
    assert words_of(message(text)) == tuple(text.split())


@given(text=WORDS, content=st.binary(max_size=200))
@settings(max_examples=50, deadline=None)
def test_the_same_letter_gives_the_same_bytes(text: str, content: bytes) -> None:
    files = [Enclosure("roster.csv", "text/csv", content)]
    assert message(text, enclosures=files) == message(text, enclosures=files)
    assert words_of(message(text, enclosures=files)) == tuple(text.split())


@given(text=WORDS, html=LETTER, content=st.binary(max_size=50))
@settings(max_examples=100, deadline=None)
def test_html_goes_along_and_the_plain_text_is_the_same(
    text: str, html: str, content: bytes
) -> None:
    files = [Enclosure("roster.csv", "text/csv", content)]
    for enclosures in ([], files):
        sent = message(text, html=f"<p>{html}", enclosures=enclosures)
        assert sent == message(text, html=f"<p>{html}", enclosures=enclosures)
        assert words_of(sent) == tuple(text.split())
        assert html_of(sent).split() == f"<p>{html}".split()
        assert b"\n" not in sent.replace(b"\r\n", b"")


def test_the_plain_text_comes_before_the_html_and_files_after_both() -> None:
    sent = message(html="<p>A letter.", enclosures=[Enclosure("a.csv", "text/csv", b"x")])
    parsed = message_from_bytes(sent, policy=policy.default)
    assert [part.get_content_type() for part in parsed.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/csv",
    ]
    plain = parsed.get_body(("plain",))
    assert plain is not None
    assert plain["Content-Type"].params["format"] == "flowed"
    assert [part.get_filename() for part in parsed.iter_attachments()] == ["a.csv"]
    boundaries = [part.get_boundary() for part in parsed.walk() if part.is_multipart()]
    assert len(set(boundaries)) == 2


def test_without_html_the_message_is_plain_text() -> None:
    parsed = message_from_bytes(message(), policy=policy.default)
    assert parsed.get_content_type() == "text/plain"
    assert html_of(message()) == ""
    assert text_of(message("A letter.\n> so\n")).startswith("A letter.\n> so\n")


@given(subject=st.text(max_size=120), name=st.text(max_size=120))
@settings(max_examples=200, deadline=None)
def test_no_subject_and_no_name_makes_a_header(subject: str, name: str) -> None:
    sent = message(subject=subject, recipient=Correspondent(name, "alex@example.org"))
    parsed = message_from_bytes(sent, policy=policy.default)
    assert sorted(key.lower() for key in parsed) == sorted(
        [
            "message-id",
            "from",
            "to",
            "subject",
            "date",
            "content-type",
            "content-transfer-encoding",
            "mime-version",
        ]
    )
    assert [a.addr_spec for a in parsed["To"].addresses] == ["alex@example.org"]


def test_a_line_end_in_a_subject_is_a_space() -> None:
    sent = message(subject="Rosters\r\nBcc: eve@example.net")
    parsed = message_from_bytes(sent, policy=policy.default)
    assert parsed["Bcc"] is None
    assert parsed["Subject"] == "Rosters Bcc: eve@example.net"


def test_every_line_ends_with_crlf_and_is_short_enough() -> None:
    sent = message("é" * 900 + "\n" + "word " * 300, subject="Ü" * 200)
    assert b"\n" not in sent.replace(b"\r\n", b"")
    assert max(len(line) for line in sent.split(b"\r\n")) <= 998


def test_an_answer_stands_in_the_requesters_thread() -> None:
    sent = message(thread=Thread("a@example.org", ("<r@example.org>",)))
    parsed = message_from_bytes(sent, policy=policy.default)
    assert parsed["In-Reply-To"] == "<a@example.org>"
    assert parsed["References"].split() == ["<r@example.org>", "<a@example.org>"]


@given(count=st.integers(0, 80), length=st.integers(1, 700))
@settings(deadline=None)
def test_references_keep_the_first_and_the_latest_within_the_limit(count: int, length: int) -> None:
    ids = [f"<{n}.{'x' * length}@example.org>" for n in range(count)]
    sent = message(thread=Thread(ids[-1] if ids else "", ids))
    header = sent.decode().split("\r\nReferences: ")
    assert "=?" not in header[-1].split("\r\nFrom:")[0]
    if not ids:
        assert len(header) == 1
        return
    kept = header[1].split("\r\nFrom:")[0].split()
    assert kept[-1] == ids[-1]
    assert len(" ".join(kept)) <= REFERENCES_LIMIT
    if len(ids[0]) + len(ids[-1]) < REFERENCES_LIMIT:
        assert kept[0] == ids[0]


def test_ids_that_would_break_the_header_are_left_out() -> None:
    sent = message(thread=Thread("<a b>\r\nBcc: x", ("<é@x>", "<ok@x>")))
    assert b"In-Reply-To" not in sent
    assert b"References: <ok@x>\r\n" in sent


def test_files_keep_their_names_and_bytes() -> None:
    files = [
        Enclosure("dépenses\r\n/2025.csv", "text/csv", b"a,b\r\n"),
        Enclosure("", "nonsense", b"\x00"),
        Enclosure("m.eml", "message/rfc822", b"Subject: x\n\n"),
    ]
    parsed = message_from_bytes(message(enclosures=files), policy=policy.default)
    found = list(parsed.iter_attachments())
    assert [f.get_filename() for f in found] == ["dépenses _2025.csv", "attachment", "m.eml"]
    assert [f.get_payload(decode=True) for f in found] == [f.content for f in files]
    assert all(f["Content-Transfer-Encoding"] == "base64" for f in found)
    assert found[1].get_content_type() == "application/octet-stream"
    assert found[2].get_content_type() == "application/octet-stream"


def test_a_machine_says_that_it_is_one() -> None:
    assert b"Auto-Submitted: auto-replied\r\n" in message(automatic=True)
    assert b"Auto-Submitted" not in message()


@pytest.mark.parametrize(
    "wrong",
    [
        {"recipient": Correspondent("x", "not an address")},
        {"recipient": Correspondent("x", "a@b.example\r\nBcc: c@d.example")},
        {"message_id": "two words"},
        {"date": datetime(2026, 1, 8)},  # noqa: DTZ001 - naive on purpose
    ],
)
def test_what_could_not_be_sent_is_refused(wrong) -> None:
    with pytest.raises(ValueError, match=r"address|message id|offset"):
        message(**wrong)


def test_a_message_without_text_has_no_words_to_compare() -> None:
    with pytest.raises(ValueError, match="no text"):
        words_of(b"Content-Type: application/pdf\r\n\r\nx")
