"""Files that are broken, locked or made to exhaust whoever looks into them: bounded, and said."""

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from assistant.adapters.documents.apart import Limits
from assistant.adapters.documents.inspector import FileInspector
from assistant.domain.inspection.findings import findings_of
from tests import hiding

INSPECTOR = FileInspector(Limits(seconds=3.0, patience=6.0, memory=700_000_000))
PLAIN = hiding.hidden_sheet(3)
PDF = hiding.pdf(hiding.WORDS + hiding.BLACK)


def _locked_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(PDF)))
    writer.encrypt("northshire", algorithm="RC4-128")
    return hiding.saved(writer.write)


def _bomb(size: int) -> bytes:
    """A sheet of empty rows that unpacks to `size` bytes."""
    return hiding.mended(
        PLAIN,
        {
            "xl/worksheets/sheet1.xml": f"<worksheet {hiding.S}><sheetData>".encode()
            + b'<row r="1"><c><v>1</v></c></row>' * (size // 33)
            + b"</sheetData></worksheet>"
        },
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlsx", b"PK\x03\x04broken"),
        ("a.xlsx", PLAIN[:600]),
        ("a.pdf", PDF[:200]),
        ("a.pdf", b"%PDF-1.7\n"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("a.7z", b"7z\xbc\xaf\x27\x1c\0\0"),
        ("a.svg", b"<svg></svg>"),
        ("a.html", b"<p>a<!-- b --></p>"),
    ],
)
def test_what_cannot_be_looked_into_is_itself_a_finding(name: str, content: bytes) -> None:
    found = findings_of(INSPECTOR.inspect(name, "", content))
    assert [(each.rule, each.must_be_cleared) for each in found] == [("not-inspected", True)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", _locked_pdf()),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        ),
    ],
)
def test_a_password_is_named_as_the_reason(name: str, content: bytes) -> None:
    (found,) = findings_of(INSPECTOR.inspect(name, "", content))
    assert (found.rule, found.must_be_cleared) == ("locked", True)
    (inside,) = INSPECTOR.inspect("a.zip", "", hiding.packed({name: content}))
    assert (inside.rule, inside.within) == ("locked", name)


def test_a_sheet_too_long_for_the_time_is_said_to_be_looked_into_in_part() -> None:
    content = _bomb(300_000_000)
    began = time.monotonic()
    rules = {each.rule for each in INSPECTOR.inspect("a.xlsx", "", content)}
    assert rules & {"partly-inspected", "not-inspected"}
    assert time.monotonic() - began < 20


def test_a_bomb_in_an_archive_is_not_unpacked() -> None:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("zeros.xlsx", "w", force_zip64=True) as part,
    ):
        for _ in range(100):
            part.write(bytes(1_000_000))
    found = INSPECTOR.inspect("a.zip", "", held.getvalue())
    assert [(each.rule, each.place) for each in found] == [("not-inspected", "“zeros.xlsx”")]


def test_archives_inside_archives_are_left_at_some_depth() -> None:
    content = PLAIN
    for number in range(8):
        content = hiding.packed({f"{number}.zip": content})
    (found,) = INSPECTOR.inspect("a.zip", "", content)
    assert found.rule == "not-inspected"


def test_a_thousand_findings_stay_a_page() -> None:
    content = hiding.packed({f"{number}.exe": b"\0" for number in range(1000)})
    assert len(INSPECTOR.inspect("a.zip", "", content)) <= 200


@given(data=st.data())
@settings(deadline=None, max_examples=60)
def test_whatever_is_changed_in_a_file_looking_ends_in_sightings_or_a_sentence(
    data: st.DataObject,
) -> None:
    whole = data.draw(st.sampled_from([PLAIN, PDF, hiding.pivot_cache(3)]))
    content = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    findings_of(INSPECTOR.inspect("a", "", bytes(content)))


def test_a_part_with_a_document_type_is_not_read() -> None:
    declared = f'<!DOCTYPE worksheet [<!ENTITY h "1">]><worksheet {hiding.S}/>'
    content = hiding.mended(PLAIN, {"xl/worksheets/sheet1.xml": declared})
    found = [(each.rule, each.place) for each in INSPECTOR.inspect("a.xlsx", "", content)]
    assert ("partly-inspected", "sheet “Answer”") in found


def test_a_sheet_is_read_whatever_prefix_its_elements_bear() -> None:
    rows = (
        '<x:cols><x:col min="2" max="3" hidden="1"/></x:cols><x:sheetData>'
        '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1"><x:f>A1</x:f></x:c></x:row>'
        '<x:row r="2" hidden="1"><x:c r="A2" t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row>'
        "</x:sheetData><x:extLst><x:ext><x:f>Staff!A1</x:f></x:ext></x:extLst>"
    )
    sheet = f"<x:worksheet {hiding.S.replace('xmlns', 'xmlns:x')}>{rows}</x:worksheet>"
    content = hiding.mended(hiding.workbook(), {"xl/worksheets/sheet1.xml": sheet})
    found = {(each.rule, each.count) for each in INSPECTOR.inspect("a.xlsx", "", content)}
    assert {("hidden-columns", 1), ("hidden-rows", 1)} <= found
