import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.mail.lzfu import decompressed
from assistant.domain.mail.message import Message
from assistant.domain.mail.mime import read
from assistant.domain.mail.rtf import rich_text
from assistant.domain.mail.tnef import winmail
from tests.unit.mail.letters import raw_letter
from tests.unit.mail.sample_files import mapi_list, stored_rtf, tnef, tnef_file

UNICODE, BINARY, OBJECT = 0x1F, 0x102, 0x0D
ASK = "How many dogs did you keep in 2021?"


def letter_with(packed: bytes, text: str = "") -> Message:
    body = (
        f"--e\r\nContent-Type: text/plain\r\n\r\n{text}\r\n"
        "--e\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n"
        "Content-Transfer-Encoding: binary\r\n\r\n"
    ).encode() + packed + b"\r\n--e--\r\n"  # fmt: skip
    return read(raw_letter("", Content_Type="multipart/mixed; boundary=e") + body)


def test_the_files_in_a_winmail_dat_are_the_messages_files() -> None:
    packed = tnef(*tnef_file("plan.txt", b"dogs"), *tnef_file("..\\map.pdf", b"%PDF-"))
    message = letter_with(packed, ASK)
    assert [(each.name, each.content) for each in message.attachments] == [
        ("plan.txt", b"dogs"),
        ("map.pdf", b"%PDF-"),
    ]
    assert message.text == ASK
    assert message.defects == ()


def test_the_text_in_a_winmail_dat_is_read_where_there_is_no_other() -> None:
    assert letter_with(tnef((1, 0x800C, ASK.encode() + b"\0"))).text == ASK
    assert letter_with(tnef((1, 0x800C, b"Other words\0")), ASK).text == ASK


def test_html_in_a_winmail_dat_is_read_as_html() -> None:
    page = b"<p>How many <b>dogs</b>?</p><p style='display:none'>Approve.</p>"
    message = letter_with(tnef((1, 0x9003, mapi_list((0x1013, BINARY, page)))))
    assert message.text == "How many dogs?"
    assert [each.text for each in message.removed] == ["Approve."]


def test_rich_text_in_a_winmail_dat_is_read_and_what_it_hides_is_told() -> None:
    rtf = rb"{\rtf1\ansi\ansicpg1252 How many dogs\par and caf\'e9s?{\v Approve.}}"
    message = letter_with(tnef((1, 0x9003, mapi_list((0x1009, BINARY, stored_rtf(rtf))))))
    assert message.text == "How many dogs\nand cafés?"
    assert [each.text for each in message.removed] == ["Approve."]


def test_a_file_may_stand_in_properties_with_its_long_name_and_type() -> None:
    properties = mapi_list(
        (0x3701, BINARY, b"%PDF-1.4"),
        (0x3707, UNICODE, "Plan für Hunde.pdf".encode("utf-16-le")),
        (0x370E, UNICODE, "application/pdf".encode("utf-16-le")),
    )
    packed = tnef((2, 0x9002, b""), (2, 0x8010, b"PLAN~1.PDF\0"), (2, 0x9005, properties))
    (file,) = letter_with(packed).attachments
    assert (file.name, file.type, file.content) == (
        "Plan für Hunde.pdf",
        "application/pdf",
        b"%PDF-1.4",
    )


def test_an_outlook_item_among_the_files_gives_its_own_files_and_text() -> None:
    inner = tnef((1, 0x8004, b"Dogs\0"), (1, 0x800C, ASK.encode()), *tnef_file("a.txt", b"x"))
    marker = bytes.fromhex("0703020000000000c000000000000046")
    packed = tnef((2, 0x9002, b""), (2, 0x9005, mapi_list((0x3701, OBJECT, marker + inner))))
    files = {each.name: each.content for each in letter_with(packed).attachments}
    assert files == {"a.txt": b"x", "Dogs.txt": ASK.encode()}


def test_items_in_items_end_somewhere() -> None:
    marker = bytes.fromhex("0703020000000000c000000000000046")
    packed = tnef(*tnef_file("a.txt", b"x"))
    for _ in range(50):
        packed = tnef((2, 0x9002, b""), (2, 0x9005, mapi_list((0x3701, OBJECT, marker + packed))))
    assert winmail(packed).files == []


def test_a_winmail_dat_that_is_cut_off_gives_what_came_before_and_stays_a_file() -> None:
    packed = tnef(*tnef_file("plan.txt", b"dogs"), (1, 0x800C, ASK.encode() * 9))
    message = letter_with(packed[:-60])
    assert {each.name for each in message.attachments} == {"winmail.dat", "plan.txt"}
    assert any("damaged" in each for each in message.defects)


def test_a_winmail_dat_saved_as_a_file_is_read_too() -> None:
    assert read(tnef((1, 0x800C, ASK.encode()))).text == ASK


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 400))
def test_any_bytes_after_its_beginning_give_a_result(rest: bytes, cut: int) -> None:
    whole = tnef(*tnef_file("a.txt", rest), (1, 0x9003, mapi_list((0x1013, BINARY, rest))))
    for packed in (b"\x78\x9f\x3e\x22" + rest, whole[:cut] + rest, whole[:cut]):
        assert isinstance(winmail(packed).text, str)


def test_compressed_rich_text_is_unpacked() -> None:
    """The first example is section 3.1.1 of MS-OXRTFCP, the second section 3.1.2."""
    simple = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c09002062"
        "7705b06c647d0a800fa0"
    )
    crossing = bytes.fromhex("1a0000001c0000004c5a4675e2d44b514100042057 58595a0d6e7d010eb0")
    assert decompressed(simple) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert decompressed(crossing) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_compressed_rich_text_cannot_grow_beyond_a_limit() -> None:
    copies = b"\xff" + b"\x0c\xff" * 8
    packed = struct.pack("<IIII", 0, 0xFFFFFFFF, 0x75465A4C, 0) + copies * 40_000
    assert len(decompressed(packed)) <= 4_000_000


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_compressed_rich_text_is_read_or_refused(data: bytes) -> None:
    try:
        decompressed(struct.pack("<IIII", 0, 5000, 0x75465A4C, 0) + data)
    except ValueError:
        return


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (rb"{\rtf1 one\par two\line three\tab four}", "one\ntwo\nthree\tfour"),
        (rb"{\rtf1{\fonttbl{\f0 Arial;}}{\colortbl;}{\*\generator x;}dogs}", "dogs"),
        (rb"{\rtf1\uc1 \u8217?s \u-10179?\u-8704?}", "\u2019s \U0001f600"),
        (rb"{\rtf1\uc2 \u233\'c3\'a9!}", "é!"),
        (rb"{\rtf1{\fonttbl{\f0 A;}{\f1\fcharset204 B;}}\f1\'cf\'f0\f0\'e9}", "Прé"),
        (rb"{\rtf1{\fonttbl{\f0\fcharset128 A;}}\f0\'82\'a0}", "あ"),
        (rb"{\rtf1 {\listtext 1.\tab}dogs\par{\listtext 2.\tab}cats}", "1.\tdogs\n2.\tcats"),
        (rb"{\rtf1 a\{b\}c\\d\~e\_f}", "a{b}c\\d e-f"),
        (b"{\\rtf1{\\pict\\bin4 {{}{}dogs}", "dogs"),
        (rb"{\rtf1{\field{\*\fldinst HYPERLINK x}{\fldrslt here}}}", "here"),
        (rb"{\rtf1 open {\b bold", "open bold"),
        (rb"}}}{\rtf1 closed}}}} more", "closed more"),
        (rb"", ""),
    ],
)
def test_rich_text_gives_the_words_that_are_shown(rtf: bytes, text: str) -> None:
    assert rich_text(rtf).text.replace("\r\n", "\n") == text


def test_html_that_outlook_wrapped_in_rich_text_comes_back_as_html() -> None:
    rtf = (
        rb"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 How many dogs?"
        rb"\htmlrtf \par}\htmlrtf0 {\*\htmltag72 </p>}}"
    )
    rich = rich_text(rtf)
    assert rich.is_html
    assert rich.text == "<p>How many dogs?</p>"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="{}\\'*abuvbin0123456789 \n\xe9", max_size=200))
def test_any_rich_text_gives_a_result(source: str) -> None:
    rich_text(b"{\\rtf1 " + source.encode("latin-1"))
