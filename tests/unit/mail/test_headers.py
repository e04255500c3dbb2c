import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.mail.charsets import codec_of, decode, safe
from assistant.domain.mail.headers import base64_bytes, date_of, message_ids, text_of
from assistant.domain.mail.parameters import content_value


def test_message_ids_keep_their_brackets_and_stand_once() -> None:
    assert message_ids(b"<a@b> junk <c@d>\r\n <a@b>") == ("<a@b>", "<c@d>")
    assert message_ids(b"a@b.org") == ("<a@b.org>",)
    assert message_ids(b"none") == ()


def test_parameters_in_pieces_and_percent_encoded_are_joined() -> None:
    value = content_value(
        b"attachment; filename*0*=utf-8''Caf%C3; filename*1*=%A9; filename*2=\" menu.pdf\""
    )
    assert value.value == "attachment"
    assert value.parameters["filename"] == "Café menu.pdf"


@pytest.mark.parametrize(
    ("raw", "value", "parameters"),
    [
        (b'Text/HTML; charset="utf-8"', "text/html", {"charset": "utf-8"}),
        (b"text/plain charset=utf-8", "text/plain", {"charset": "utf-8"}),
        (b"text", "text/plain", {}),
        (b"", "text/plain", {}),
        (b'text/plain; name="a;b\\"c"', "text/plain", {"name": 'a;b"c'}),
        (b'text/plain; name="open', "text/plain", {"name": "open"}),
        (b"text/plain; name*; x", "text/plain", {}),
    ],
)
def test_a_content_type_is_read_tolerantly(
    raw: bytes, value: str, parameters: dict[str, str]
) -> None:
    found = content_value(raw, "text/plain")
    assert (found.value, dict(found.parameters)) == (value, parameters)


def test_more_parameters_than_anyone_needs_are_not_read() -> None:
    raw = b"text/plain; " + b"; ".join(b"a%d=b" % number for number in range(5000))
    assert len(content_value(raw, "text/plain").parameters) <= 300


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"QUJD", b"ABC"),
        (b"QU\nJD", b"ABC"),
        (b"QUJDRA", b"ABCD"),
        (b"QUJDR", b"ABC"),
        (b"QUJD*!REVG", b"ABCDEF"),
        (b"", b""),
        (b"A", b""),
    ],
)
def test_broken_base64_gives_what_it_can(raw: bytes, expected: bytes) -> None:
    assert base64_bytes(raw) == expected


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("ISO-8859-1", "cp1252"),
        ("'utf-8'", "utf-8"),
        ("gb2312", "gb18030"),
        ("us-ascii", ""),
        ("idna", ""),
        ("zlib", ""),
        ("nonsense", ""),
        ("../../x", ""),
    ],
)
def test_a_charset_name_gives_a_codec_that_reads_text(name: str, codec: str) -> None:
    assert codec_of(name) == codec


def test_iso_2022_is_ascii_only_at_first_sight() -> None:
    text = "情報公開"
    assert decode(text.encode("iso-2022-jp"), "iso-2022-jp")[0] == text
    words = b"=?iso-2022-jp?B?GyRCPnBKcxsoQg==?= =?iso-2022-jp?B?GyRCOHgzKxsoQg==?="
    assert text_of(words) == text


def test_a_header_shares_the_charset_of_the_body_where_it_declares_none() -> None:
    assert text_of("Łódź".encode("iso-8859-2"), "iso-8859-2") == "Łódź"


def test_broken_utf8_stays_utf8() -> None:
    raw = "Straße und Fußweg, größer als früher, für alle".encode() + b"\xc3"
    text, defect = decode(raw, "utf-8")
    assert text.startswith("Straße und Fußweg")
    assert defect


def test_an_encoded_word_that_is_none_stays_as_it_stands() -> None:
    assert text_of(b"=?utf-8?x?abc?= and =?utf-8?q?a") == "=?utf-8?x?abc?= and =?utf-8?q?a"


def test_header_text_is_one_line() -> None:
    assert text_of(b"=?utf-8?q?a=0D=0AX-Evil=3A_b?=") == "a X-Evil: b"


@given(st.text())
def test_safe_text_can_always_be_encoded(text: str) -> None:
    safe(text).encode()
    assert "\x00" not in safe(text)


@given(st.binary(max_size=200), st.sampled_from(["", "utf-8", "gb2312", "utf-7", "x", "utf-16"]))
def test_any_bytes_in_any_charset_are_read(raw: bytes, charset: str) -> None:
    decode(raw, charset)[0].encode()
    text_of(raw, charset)
    message_ids(raw)
    date_of(raw)
    content_value(raw, "text/plain")
