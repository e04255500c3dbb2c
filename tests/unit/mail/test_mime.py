import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.mail.message import Message
from assistant.domain.mail.mime import read
from tests.unit.mail.letters import html, letter, parts, raw_letter

ASK = "How many dogs did Northshire Police keep in 2021?"


def test_a_plain_letter_is_read() -> None:
    message = letter(
        ASK,
        Message_ID="<one@example.org>",
        In_Reply_To="<zero@example.org>",
        References="<a@example.org> <zero@example.org>",
        Cc="Team <team@example.org>, bob@example.org",
        Date="Fri, 27 Mar 2026 23:10:00 +0100",
    )
    assert message.message_id == "<one@example.org>"
    assert message.in_reply_to == "<zero@example.org>"
    assert message.references == ("<a@example.org>", "<zero@example.org>")
    assert (message.sender.name, message.sender.address) == ("Ada Thorne", "ada@example.org")
    assert [each.address for each in message.cc] == ["team@example.org", "bob@example.org"]
    assert message.subject == "Dog patrols"
    assert message.date is not None
    assert message.date.utcoffset() == timedelta(hours=1)
    assert message.text == ASK
    assert message.written == ASK
    assert message.defects == ()


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Fri, 27 Mar 2026 10:00:00 GMT", datetime(2026, 3, 27, 10, tzinfo=UTC)),
        ("Fri, 27 Mar 2026 10:00:00 -0000", datetime(2026, 3, 27, 10)),  # noqa: DTZ001 - unknown
        ("yesterday", None),
        ("Fri, 99 Mar 2026 10:00:00 +0000", None),
        ("", None),
    ],
)
def test_a_date_is_aware_only_where_it_gives_an_offset(
    header: str, expected: datetime | None
) -> None:
    assert letter("x", Date=header).date == expected


def test_encoded_words_that_cut_a_character_in_two_are_joined() -> None:
    message = letter("x", Subject="=?utf-8?B?Q2Fmw6?= =?utf-8?B?kgYQ==?= =?utf-8?q?_b?=")
    assert "b" in message.subject
    message = letter("x", Subject="=?utf-8?q?Caf=C3?= =?utf-8?q?=A9?= au lait")
    assert message.subject == "Café au lait"


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        ("Café".encode(), "Café"),
        ("Café".encode("cp1252"), "Café"),
        ("关于信息公开的申请请回复".encode("gb18030"), "关于信息公开的申请请回复"),
        ("情報公開のお願いについて".encode("cp932"), "情報公開のお願いについて"),
    ],
)
def test_raw_bytes_in_a_header_are_guessed(raw: bytes, subject: str) -> None:
    assert read(b"Subject: " + raw + b"\nFrom: a@b.org\n\nx").subject == subject


def test_unknown_and_wrong_charsets_become_defects_and_the_text_is_still_read() -> None:
    unknown = letter("Caf\u00e9", Content_Type="text/plain; charset=x-northshire")
    assert unknown.text == "Café"
    assert "Unknown charset" in unknown.defects[0]
    wrong = read(b"From: a@b.org\nContent-Type: text/plain; charset=utf-8\n\n\xa3 5 \xe9t\xe9")
    assert wrong.text == "£ 5 été"
    assert "as it claims" in wrong.defects[0]


@pytest.mark.parametrize("charset", ["idna", "rot13", "zlib", "unicode_escape", "a\x00b", "x" * 99])
def test_codecs_that_are_no_charsets_are_not_used(charset: str) -> None:
    assert letter("a\\x41", Content_Type=f'text/plain; charset="{charset}"').text == "a\\x41"


def test_no_header_ends_the_reading() -> None:
    hostile = (
        "<[ABC@example.com]>",
        "<",
        '"',
        "(c):",
        "(x): a@b.com;",
        "text/plain; name*",
        "=?utf-8?b?!?=",
    )
    for value in hostile:
        for name in ("Message-ID", "To", "Cc", "From", "Content-Type", "Date", "References"):
            read(f"{name}: {value}\n\nhello".encode())


def test_a_sender_is_looked_for_where_from_names_nobody() -> None:
    message = letter("x", From="Undisclosed", Reply_To="Ada <ada@example.org>")
    assert message.sender.address == "ada@example.org"
    assert message.sender.name == "Undisclosed"
    assert any("Reply-To" in defect for defect in message.defects)
    assert letter("x", From="").sender.address == ""


def test_of_several_from_headers_the_first_usable_one_counts() -> None:
    message = read(b"From: nobody\nFrom: ada@example.org\n\nx")
    assert message.sender.address == "ada@example.org"
    assert any("several From" in defect for defect in message.defects)


def test_headers_without_a_blank_line_before_the_body_are_repaired() -> None:
    message = read(b"From: ada@example.org\nSubject: Dogs\nHow many dogs are there?\nThank you.")
    assert message.subject == "Dogs"
    assert message.text.startswith("How many dogs are there?")
    assert any("No blank line" in defect for defect in message.defects)


def test_an_mbox_line_and_bare_carriage_returns_are_forgiven() -> None:
    message = read(b"From ada Mon Jan 1\nFrom: ada@example.org\n\nhello")
    assert message.sender.address == "ada@example.org"
    assert read(b"From: ada@example.org\r\rhello").text == "hello"


def test_plain_text_is_preferred_to_html_unless_it_is_a_stub() -> None:
    plain = f"Content-Type: text/plain\n\n{ASK}"
    rich = f"Content-Type: text/html\n\n<p>{ASK} <b>Rich.</b></p>"
    assert parts(plain, rich, kind="alternative").text == ASK
    stub = "Content-Type: text/plain\n\nSee the HTML version."
    long = f"Content-Type: text/html\n\n<p>{ASK * 6}</p>"
    assert parts(stub, long, kind="alternative").text == ASK * 6
    empty = "Content-Type: text/plain\n\n\n"
    assert parts(empty, rich, kind="alternative").text == f"{ASK} Rich."


def test_several_texts_are_joined_and_the_same_text_is_not_repeated() -> None:
    plain = "Content-Type: text/plain\n\nFirst."
    other = "Content-Type: text/plain\n\nSecond."
    same = "Content-Type: text/html\n\n<p>First.</p>"
    assert parts(plain, other, same).text == "First.\n\nSecond."


def test_a_forwarded_message_is_read_below_a_block_that_names_its_sender() -> None:
    inner = f"From: Bea <bea@example.org>\nSubject: Dogs\n\n{ASK}"
    message = parts(
        "Content-Type: text/plain\n\nPlease deal with this.",
        f"Content-Type: message/rfc822\n\n{inner}",
        Subject="FW: Dogs",
    )
    assert message.text.startswith("Please deal with this.\n\n---------- Forwarded message")
    assert "From: Bea <bea@example.org>" in message.text
    assert ASK in message.written
    assert [each.name for each in message.attachments] == ["Dogs.eml"]


def test_a_forwarded_message_in_base64_is_kept_as_a_file() -> None:
    message = parts(
        "Content-Type: text/plain\n\nAttached.",
        "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogeA0KDQp5",
    )
    assert message.attachments[0].content == b"Subject: x\r\n\r\ny"


def test_an_invitation_alone_is_read_as_text() -> None:
    source = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Meeting about dogs\nDTSTART:20260401T100000Z\n"
        "LOCATION:Station\\, Northshire\nDESCRIPTION:Please send\n  the figures\\nfor 2021\n"
        "END:VEVENT\nEND:VCALENDAR\n"
    )
    message = letter(source, Content_Type="text/calendar; charset=utf-8")
    assert "Subject: Meeting about dogs" in message.text
    assert "Where: Station, Northshire" in message.text
    assert "Please send the figures\nfor 2021" in message.text
    assert [each.name for each in message.attachments] == ["attachment.ics"]


def test_a_multipart_without_a_named_boundary_is_repaired() -> None:
    message = letter(
        f"--edge\nContent-Type: text/plain\n\n{ASK}\n--edge--\n", Content_Type="multipart/mixed"
    )
    assert message.text == ASK
    assert any("names no boundary" in defect for defect in message.defects)


def test_a_multipart_whose_boundary_never_comes_is_read_as_text() -> None:
    assert letter(ASK, Content_Type='multipart/mixed; boundary="x"').text == ASK


def test_a_message_that_ends_too_soon_says_so() -> None:
    message = letter(
        f"--e\nContent-Type: text/plain\n\n{ASK}", Content_Type="multipart/mixed; boundary=e"
    )
    assert message.text == ASK
    assert any("does not end" in defect for defect in message.defects)


def test_a_digest_holds_messages() -> None:
    message = parts("\nSubject: One\n\nFirst.", kind="digest")
    assert "First." in message.text


def test_encrypted_mail_says_so() -> None:
    pgp = parts(
        "Content-Type: application/pgp-encrypted\n\nVersion: 1",
        "Content-Type: application/octet-stream; name=secret.asc\n\n-----BEGIN PGP MESSAGE-----",
        kind="encrypted",
    )
    inline = letter("-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----")
    smime = letter("MIAG", Content_Type="application/pkcs7-mime; smime-type=enveloped-data")
    for message in (pgp, inline, smime):
        assert any("encrypted" in defect for defect in message.defects)
    opaque = letter("MIAG", Content_Type="application/pkcs7-mime; smime-type=signed-data")
    assert any("signed" in defect for defect in opaque.defects)


def test_a_winmail_dat_stays_attached_and_is_named() -> None:
    message = parts(
        "Content-Type: text/plain\n\nSee attached.",
        "Content-Type: application/ms-tnef; name=winmail.dat\n\nxyz",
    )
    assert message.attachments[0].name == "winmail.dat"
    assert any("winmail.dat" in defect for defect in message.defects)


def test_an_unknown_transfer_encoding_is_a_defect() -> None:
    message = letter("hello", Content_Transfer_Encoding="x-pigeon")
    assert message.text == "hello"
    assert any("x-pigeon" in defect for defect in message.defects)


def test_nul_and_control_characters_reach_no_string() -> None:
    message = read(b"From: a@b.org\nSubject: a\x00b\x07c\n\nx\x00y\x08z\r\nnext\x0bline")
    assert message.subject == "ab c"
    assert message.text == "xyz\nnext\nline"


def test_html_in_a_plain_part_is_read_as_html() -> None:
    assert letter("<html><body><p>Hello <b>there</b></p></body></html>").text == "Hello there"


def test_quoted_history_in_html_is_not_the_senders() -> None:
    message = html(
        "<p>Thank you, but question 2 is not answered.</p>"
        "<div>On 1 May 2026, Northshire Police wrote:</div>"
        "<blockquote type=cite><p>We hold 12 dogs.</p></blockquote>",
        Subject="Re: Dogs",
    )
    assert "We hold 12 dogs" in message.text
    assert "We hold" not in message.written
    assert "question 2" in message.written


def _generous(seconds: float) -> float:
    """The machine that runs the tests may be busy; only a different order of growth should fail."""
    return seconds * 10


@pytest.mark.parametrize(
    ("raw", "seconds"),
    [
        (b"To: " + b", ".join(b'"N %d" <a%d@x.org>' % (n, n) for n in range(20_000)), 0.2),
        (
            b"Content-Type: multipart/mixed; boundary=b\n\n"
            + b"".join(b"--b\nContent-Type: text/plain\n\nhello %d\n" % n for n in range(5000)),
            1.0,
        ),
        (
            b"".join(
                b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
                for n in range(1500)
            )
            + b"\nhello",
            0.5,
        ),
        (b"Content-Type: message/rfc822\n\n" * 20_000 + b"hello", 0.5),
        (b"Subject: x\n" + b" folded again\n" * 200_000, 1.0),
        (b"To: " + b'"\\' * 200_000, 0.5),
        (b"To: " + b"(a" * 200_000, 0.5),
        (b"Content-Type: text/html\n\n" + b"<div>" * 100_000, 0.5),
        (b"Content-Type: text/html\n\n" + b"<" * 500_000, 0.5),
        (b"Subject: Re: x\n\nhi there\n" + b"On 1\n" * 100_000, 1.0),
        (b"Subject: Re: x\n\nhi there\n" + b"begin 644 a\n" * 50_000, 1.0),
    ],
    ids=lambda value: "" if isinstance(value, float) else value[:24].decode("ascii", "replace"),
)
def test_time_grows_with_size_and_with_nothing_else(raw: bytes, seconds: float) -> None:
    before = time.process_time()
    read(raw)
    assert time.process_time() - before < _generous(seconds)


def test_what_stands_in_a_message_a_thousand_parts_deep_is_read() -> None:
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1500)
    )
    assert read(deep + b"\nhello").text == "hello"


def _holds(message: Message) -> None:
    last = 0
    for span in message.reply_spans:
        assert last <= span.start < span.end <= len(message.text)
        last = span.end
    if message.text.strip():
        assert message.written.strip()
    names = [each.name.casefold() for each in message.attachments]
    assert all(names)
    assert len(set(names)) == len(names)
    for text in (message.text, message.subject, message.sender.name, *message.defects, *names):
        assert "\x00" not in text
        text.encode("utf-8")


@given(st.binary(max_size=2000))
def test_any_bytes_whatever_are_read(raw: bytes) -> None:
    _holds(read(raw))


_SAMPLES = (
    raw_letter(f"{ASK}\n\nOn 1 May 2026, Northshire wrote:\n> We hold it.\n", Subject="Re: Dogs"),
    raw_letter(
        "--e\nContent-Type: text/html\n\n<p style='color:#fff'>a</p><b>x\n--e\n"
        "Content-Type: message/rfc822\n\nFrom: b@example.org\nSubject: =?utf-8?q?=C3=A9?=\n\nhi\n"
        "--e\nContent-Type: application/pdf; name*0=a; name*1=.pdf\n"
        "Content-Transfer-Encoding: base64\nContent-Disposition: attachment\n\nQUJD\n--e--\n",
        Content_Type='multipart/mixed; boundary="e"',
        Cc='"T, X" <t@example.org>, (c) y@example.org',
    ),
    raw_letter(
        "--e\nContent-Type: text/plain\n\nFailed.\n--e\nContent-Type: message/delivery-status\n\n"
        "Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; q@example.org\nAction: failed\n"
        "Status: 5.1.1\n--e--\n",
        Content_Type='multipart/report; report-type=delivery-status; boundary="e"',
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_mutations_of_real_looking_mail_are_read(data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.sampled_from(_SAMPLES)))
    for _ in range(data.draw(st.integers(1, 12))):
        place = data.draw(st.integers(0, len(raw) - 1))
        length = data.draw(st.integers(0, 30))
        raw[place : place + length] = data.draw(
            st.one_of(
                st.binary(max_size=12),
                st.sampled_from([b"\n\n", b"--e", b"\r", b'"', b";", b"<", b"=?", b"\xff", b"> "]),
            )
        )
        if not raw:
            raw = bytearray(b"\n")
    _holds(read(bytes(raw)))


@pytest.mark.parametrize("text", ["Hey:)", "Thanks :-)", "Note: dogs", "12:30 is fine\n"])
def test_a_text_that_looks_like_a_header_is_a_text(text: str) -> None:
    assert read(text.encode()).text == text.strip()


def test_a_multipart_that_names_no_boundary_and_has_none_is_read_as_it_stands() -> None:
    assert "How many dogs?" in letter("How many dogs?", Content_Type="multipart/alternative").text
