"""The words of documents, and that a document which does harm ends its own process alone."""

import io
import os
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.adapters.documents.kinds import kind_of
from assistant.adapters.documents.numerals import numeral
from assistant.adapters.documents.reader import DocumentReader, Limits
from tests.unit.adapters.documents import files
from tests.unit.adapters.documents.files import ASK, paragraph, word_of, zipped
from tests.unit.adapters.documents.programs import children
from tests.unit.mail.sample_files import compound_file, old_word, outlook_item

READER = DocumentReader()
_LOCKED_OFFICE = compound_file({"EncryptedPackage": b"x", "EncryptionInfo": b"y"})


def said(name: str, content: bytes, type_: str = "application/octet-stream") -> str:
    """The words of a document that is read without any problem."""
    found = READER.text(name, type_, content)
    assert found.problem == ""
    return found.text


def problem(name: str, content: bytes, limits: Limits | None = None) -> str:
    """Why a document is not read; it takes bounded time."""
    before = time.monotonic()
    found = DocumentReader(limits).text(name, "application/octet-stream", content)
    assert time.monotonic() - before < 15
    assert found.problem
    return found.problem


def test_a_word_letter_keeps_the_numbers_that_word_shows() -> None:
    assert said("ask.docx", files.word()) == (
        f"{ASK[0]}\n1. {ASK[1]}\n2. {ASK[2]}\n\u2022 dogs\nYear\t2021"
    )


def test_word_lists_count_in_levels_and_formats() -> None:
    levels = (
        '<w:abstractNum w:abstractNumId="7">'
        '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%1(%2)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    number = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="2"/></w:numPr>'
    body = "".join(
        paragraph(text, number.format(level))
        for text, level in (("dogs", 0), ("cats", 1), ("owls", 1), ("bats", 0), ("rats", 1))
    )
    assert said("a.docx", word_of(body, numbering=levels)).split("\n") == [
        "3. dogs", "3(a) cats", "3(b) owls", "4. bats", "4(a) rats",
    ]  # fmt: skip


def test_what_word_does_not_show_is_no_word_of_the_letter() -> None:
    body = (
        "<w:p><w:r><w:t>dogs</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:tab/><w:t>and cats</w:t>"
        "<w:br/></w:r></w:p>"
    )
    assert said("a.docx", word_of(body)) == "dogs\tand cats"


def test_a_pdf_is_read_page_by_page() -> None:
    found = READER.text("a.pdf", "application/pdf", files.pdf("\n".join(ASK[:2]), ASK[2]))
    assert [each for each in found.text.split("\n") if each] == list(ASK)
    assert (found.pages, found.problem) == (2, "")


SHEETS = f"Questions\nNo\tQuestion\tYear\n1\t{ASK[1]}\t2021\n\nNotes\n\tyes\tdogs"
OPEN_TEXT = f"{ASK[0]}\n1. {ASK[1]}\n2. {ASK[2]}\ntwo   blanks\tand more words\nYear\t2021"
ITEM = f"From: Ada <ada@example.org>\nSubject: Dogs\n\n{ASK[1]}"


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.xlsx", files.sheets(), SHEETS),
        ("a.pptx", files.slides(), f"{ASK[1]}\n\n{ASK[2]}"),
        ("a.odt", files.open_text(), OPEN_TEXT),
        ("a.rtf", files.rich(), "\n".join(ASK)),
        ("a.doc", old_word("\n".join(ASK)), "\n".join(ASK)),
        ("a.msg", outlook_item("Dogs", ASK[1], "Ada", "ada@example.org"), ITEM),
        ("a.txt", "caf\xe9s?".encode("cp1252"), "cafés?"),
        ("a.txt", "\ufeffdogs\r\n\x00".encode("utf-16"), "dogs"),
        ("a.csv", b"a,b\r\n1,2\r\n", "a,b\n1,2"),
        ("a.html", b"<p>dogs</p><p hidden>no</p>", "dogs"),
        ("a.ics", b"BEGIN:VEVENT\nSUMMARY:Dogs\nEND:VEVENT", "Subject: Dogs"),
        ("a.eml", b"From: a@b.org\nSubject: Dogs\n\nx", "From: <a@b.org>\nSubject: Dogs\n\nx"),
    ],
)
def test_every_kind_gives_its_words(name: str, content: bytes, text: str) -> None:
    assert said(name, content) == text


def test_how_a_file_begins_counts_for_more_than_its_name() -> None:
    assert said("letter", files.word()).startswith(ASK[0])
    assert said("letter.txt", files.rich()) == "\n".join(ASK)
    assert said("letter.doc", files.word()).startswith(ASK[0])
    assert said("scan.jpg", files.pdf("dogs"), "image/jpeg") == "dogs"
    assert said("unknown", outlook_item("Dogs", "x", "Ada", "")).startswith("From: Ada")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", b"\xff\xd8\xff"),
        ("a.zip", zipped({"a": "b"})),
        ("a", b"dogs"),
        ("a.txt", b"\x00\x01"),
        ("", b""),
    ],
)
def test_what_is_no_document_has_neither_words_nor_a_problem(name: str, content: bytes) -> None:
    assert not READER.reads(name, "application/octet-stream", content)
    found = READER.text(name, "application/octet-stream", content)
    assert (found.text, found.problem) == ("", "")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", files.locked_pdf(), "encrypted"),
        ("a.docx", _LOCKED_OFFICE, "password"),
        ("a.pdf", files.blank_pdf(), "scan"),
        ("a.pdf", b"%PDF-1.7 and nothing else", "damaged"),
        ("a.docx", b"PK\x03\x04 and nothing else", "damaged"),
        ("a.docx", zipped({"word/other.xml": "<x/>"}), "damaged"),
        ("a.docx", word_of("<w:p>")[:-30], "damaged"),
        ("a.docx", word_of("<w:p><not closed"), "damaged"),
        ("a.xlsx", zipped({"xl/workbook.xml": "<x/>"}), "damaged"),
        ("a.odt", zipped({"content.xml": "<x/>"}), "damaged"),
        ("a.pptx", zipped({"ppt/x": ""}), "damaged"),
        ("a.doc", compound_file({"WordDocument": b"x"}), "cannot be read here"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
        ("a.msg", outlook_item("a", "b", "c", "d")[:1500], "damaged"),
        ("a.docx", word_of(""), "no words"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why_and_what_to_do(name: str, content: bytes, says: str) -> None:
    why = problem(name, content)
    assert says in why
    assert why.endswith((".", "?"))


def _with_entity(dtd: str, text: str) -> bytes:
    paragraph = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    body = f'{dtd}<w:document xmlns:w="{files.WORD}">{paragraph}</w:document>'
    return zipped({"word/document.xml": body})


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    dtd = f'<!DOCTYPE x [<!ENTITY l0 "dogs">{entities}]>'
    return _with_entity(dtd, "&l11;")


def _outside() -> bytes:
    dtd = '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>'
    return _with_entity(dtd, "a&file;")


def _lying_zip() -> bytes:
    """A bomb whose directory says that it is small."""
    made = bytearray(zipped({"word/document.xml": b" " * 200_000_000}))
    where = made.rfind(b"PK\x01\x02")
    made[where + 24 : where + 28] = (1000).to_bytes(4, "little")
    return bytes(made)


def _wide_sheet() -> bytes:
    content = bytearray(files.sheets())
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b'ref="A1:C2"', b'ref="A1:XFD1048576"')
    return zipped(parts)


def _endless_pdf() -> bytes:
    """A PDF whose tree of pages holds itself, and claims a billion pages."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>endobj\n"
        b"trailer<</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF"
    )


BOMBS = {
    "laughs.docx": _laughs(),
    "big.docx": zipped({"word/document.xml": b" " * 200_000_000}),
    "lying.docx": _lying_zip(),
    "big.xlsx": zipped({"xl/workbook.xml": b" " * 200_000_000}),
    "big.odt": zipped({"content.xml": b" " * 200_000_000}),
    "many.docx": zipped({f"word/{n}.xml": "" for n in range(6_000)}),
    "dense.docx": word_of("<w:p/>" * 2_000_000),
    "deep.docx": word_of("<w:p>" * 100_000 + "</w:p>" * 100_000),
    "endless.pdf": _endless_pdf(),
    "deep.rtf": b"{\\rtf1 " + b"{" * 500_000,
}


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_a_document_that_is_made_to_exhaust_its_reader_is_refused_in_bounded_time(
    name: str,
) -> None:
    problem(name, BOMBS[name])


def test_a_sheet_that_claims_a_million_columns_is_read_as_far_as_it_goes() -> None:
    assert said("a.xlsx", _wide_sheet()).count("\n") == 5


def test_no_file_of_the_machine_is_read_into_a_document() -> None:
    found = READER.text("a.docx", "", _outside())
    assert found.text == "a"


def test_reading_ends_when_its_time_is_up_and_nothing_stays_behind() -> None:
    before = children(os.getpid())
    limits = Limits(patience=0.01)
    found = DocumentReader(limits).text("a.pdf", "application/pdf", files.pdf("dogs"))
    assert found.stopped
    assert "too long" in found.problem
    assert children(os.getpid()) <= before


def test_reading_ends_when_its_memory_is_used_up() -> None:
    dense = word_of("<w:p/>" * 4_000_000)
    assert "unpacks to more" in problem("a.docx", dense, Limits(memory=300_000_000))


def test_a_file_that_is_too_large_is_not_even_begun() -> None:
    assert "too large" in problem("a.pdf", files.pdf("dogs"), Limits(content=100))


def test_a_document_longer_than_any_letter_is_cut_and_says_so() -> None:
    limits = Limits(characters=1_000)
    long = word_of("".join(paragraph(f"dogs {n}") for n in range(5_000)))
    found = DocumentReader(limits).text("a.docx", "", long)
    assert 900 < len(found.text) <= 1_000
    assert "only its beginning" in found.problem
    assert len(DocumentReader(limits).text("a.txt", "", b"dogs " * 900).text) <= 1_000


def test_invisible_characters_in_a_document_are_taken_out() -> None:
    assert said("a.txt", "do\u200bgs\U000e0041".encode()) == "dogs"


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_have_a_kind_or_none(content: bytes) -> None:
    for name in ("a.txt", "a.html", "a.ics", "a.eml", "a"):
        assert isinstance(kind_of(name, "", content), str)
        assert isinstance(READER.text(name, "", content if name != "a" else b"").text, str)


@pytest.mark.parametrize(
    ("number", "format_", "shown"),
    [
        (1, "decimal", "1"),
        (3, "lowerLetter", "c"),
        (28, "upperLetter", "BB"),
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (7, "decimalZero", "07"),
        (5, "ordinal", "5"),
        (0, "i", "0"),
        (9_999, "a", "9999"),
    ],
)
def test_numbers_are_written_as_lists_write_them(number: int, format_: str, shown: str) -> None:
    assert numeral(number, format_) == shown
