import binascii
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.mail.attachments import safe_name
from tests.unit.mail.letters import letter, parts

TEXT = "Content-Type: text/plain\n\nSee attached."


def _file(name: str, content: str = "abc", kind: str = "application/pdf") -> str:
    return f'Content-Type: {kind}\nContent-Disposition: attachment; filename="{name}"\n\n{content}'


def test_a_file_is_decoded_measured_and_hashed() -> None:
    message = parts(
        TEXT,
        "Content-Type: application/pdf; name=dogs.pdf\nContent-Transfer-Encoding: base64\n\nQUJD",
    )
    found = message.attachments[0]
    assert (found.name, found.type, found.size) == ("dogs.pdf", "application/pdf", 3)
    assert found.content == b"ABC"
    assert found.sha256 == hashlib.sha256(b"ABC").hexdigest()
    assert "ABC" not in repr(found)


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("dogs.pdf", "dogs.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ada\\dogs.pdf", "dogs.pdf"),
        (".htaccess", "htaccess"),
        ("...", "attachment.pdf"),
        ("", "attachment.pdf"),
        ("a\r\nb\x00.pdf", "a b.pdf"),
        ("do\u202egs.pdf", "dogs.pdf"),
        ("con", "_con"),
        ("nul.txt", "_nul.txt"),
        ("a<b>:c?.pdf", "abc.pdf"),
        ("x" * 300 + ".docx", "x" * 145 + ".docx"),
        ("x" * 300, "x" * 150),
    ],
)
def test_a_name_is_safe_to_show_and_to_save_under(given_name: str, name: str) -> None:
    assert safe_name(given_name, "application/pdf") == name


@given(st.text())
def test_no_name_leads_out_of_a_folder(name: str) -> None:
    safe = safe_name(name, "text/plain")
    assert safe
    assert len(safe) <= 150
    assert not set(safe) & set("/\\\x00\n\r")
    assert not safe.startswith(".")
    safe.encode()


def test_files_of_one_name_are_told_apart() -> None:
    message = parts(TEXT, _file("a.pdf"), _file("A.pdf"), _file("a.pdf"), _file("b"), _file("b"))
    names = [each.name for each in message.attachments]
    assert names == ["a.pdf", "A (2).pdf", "a (3).pdf", "b", "b (2)"]


def test_names_in_encoded_words_are_decoded() -> None:
    assert parts(TEXT, _file("=?utf-8?q?Caf=C3=A9=2Epdf?=")).attachments[0].name == "Café.pdf"


def test_pictures_shown_in_the_text_are_files_too() -> None:
    message = parts(
        "Content-Type: text/html\n\n<p>Look: <img src='cid:x'></p>",
        "Content-Type: image/png\nContent-ID: <x>\nContent-Disposition: inline\n\nabc",
        kind="related",
    )
    assert message.text == "Look:"
    assert [each.name for each in message.attachments] == ["attachment.png"]


def test_a_text_file_is_a_file_and_not_part_of_the_letter() -> None:
    message = parts(TEXT, _file("list.txt", "1. How many?", kind="text/plain"))
    assert message.text == "See attached."
    assert message.attachments[0].content == b"1. How many?"


def test_a_file_uuencoded_in_the_text_is_taken_out() -> None:
    line = binascii.b2a_uu(b"Dogs of Northshire").decode()
    message = letter(f"Hello.\nbegin 644 dogs.txt\n{line}`\nend\nGoodbye.")
    assert "begin" not in message.text
    assert message.text.split() == ["Hello.", "Goodbye."]
    assert message.attachments[0].content == b"Dogs of Northshire"


def test_uuencoding_that_never_ends_stays_text() -> None:
    assert letter("begin 644 dogs.txt\n#0V%T\n").attachments == ()


def test_broken_uuencoding_gives_what_it_can() -> None:
    message = letter("begin 644 dogs.txt\n#0V%T!!!!\n\u00e9\u00e9\n`\nend\n")
    assert message.attachments[0].content.startswith(b"Cat")


def test_quoted_printable_and_uu_transfer_encodings_are_undone() -> None:
    message = parts(
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        "Caf=C3=A9 =\nau lait",
        "Content-Type: image/gif; name=x.gif\nContent-Transfer-Encoding: x-uuencode\n\n"
        "begin 644 x.gif\n#0V%T\n`\nend",
    )
    assert message.text == "Café au lait"
    assert message.attachments[0].content == b"Cat"


def test_an_empty_part_without_a_name_is_nothing() -> None:
    assert parts(TEXT, "Content-Type: application/octet-stream\n\n").attachments == ()
