"""What is seen in PDFs: words under boxes above all, and nothing where a box hides none."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from assistant.adapters.documents.found import Budget
from assistant.adapters.documents.hidden.looking import look_into_bytes
from assistant.adapters.documents.inspector import FileInspector
from tests.hiding import BLACK, WHITE, WORDS, hidden_sheet, pdf, saved

INSPECTOR = FileInspector()
# The letters of "Jan Novak, 4 Mill Lane" that have ink.
LETTERS = 18
INVISIBLE = "3 Tr " + WORDS
SCAN = "q 600 0 0 800 0 0 cm /Im Do Q\n"


def seen(content: bytes) -> list[tuple[str, str, int]]:
    found = INSPECTOR.inspect("a.pdf", "application/pdf", content)
    return [(each.rule, each.place, each.count) for each in found]


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (WORDS + BLACK, "pdf-text-under-box"),
        (BLACK + WORDS, "pdf-text-under-box"),
        (WORDS + "0 0 0 rg 90 690 m 390 690 l 390 720 l 90 720 l h f*\n", "pdf-text-under-box"),
        (WORDS + "q 0.1 0 0 0.1 0 0 cm 0 0 0 1 k 900 6900 3000 300 re f Q\n", "pdf-text-under-box"),
        (WORDS + "/Fm Do\n", "pdf-text-under-box"),
        (INVISIBLE + BLACK, "pdf-text-under-box"),
        (WORDS + "0 g 88 688 m 395 691 l 393 724 l 86 720 l h f\n", "pdf-text-under-box"),
        ("0 g 88 688 m 395 691 l 393 724 l 86 720 l h f\n" + WORDS, "pdf-text-under-box"),
        (
            WORDS
            + "0 g 95 688 m 390 688 l 398 688 l 398 722 390 722 v 95 722 l 85 722 85 688 95 688 c "
            "h f\n",
            "pdf-text-under-box",
        ),
        (WORDS.replace("/F1 12", "/F1 0.4"), "tiny-text"),
        (WORDS + "0 0 0 RG 30 w 90 704 m 390 704 l S\n", "pdf-text-under-box"),
        (
            WORDS + "q 0.1 0 0 0.1 0 0 cm /Cs CS 1 SC 300 w 900 7040 m 3900 7040 l S Q\n",
            "pdf-text-covered",
        ),
        (WORDS + WHITE, "pdf-text-covered"),
        (INVISIBLE, "pdf-invisible-text"),
        (WORDS.replace("100 700", "100 900"), "pdf-outside-page"),
    ],
)
def test_words_that_no_reader_sees_are_counted(content: str, rule: str) -> None:
    found = [each for each in seen(pdf(content)) if each[0] == rule]
    assert [(each[1].removeprefix("page "), each[2]) for each in found] == [("1", LETTERS)]


@pytest.mark.parametrize(
    "content",
    [
        WORDS,
        WHITE + "0 g " + WORDS,
        "0 0.2 0.5 rg 90 690 300 30 re f 1 g " + WORDS,
        "0 0.2 0.5 rg 90 690 m 390 690 l 400 700 400 710 390 720 c 90 720 l h f 1 g " + WORDS,
        SCAN + "1 g " + WORDS,
        WORDS + "0 G 2 w 90 704 m 390 704 l S\n",
        WORDS + "/Thin gs 0 G 30 w 90 704 m 390 704 l S\n",
        WORDS + "0 g 90 690 m 60 760 l 90 720 l h f\n",
        BLACK + "1 g " + WORDS,
        BLACK + WHITE + "0 g " + WORDS,
        WORDS + "0 g 90 698 300 1 re f\n",
        WORDS + "0 g 90 400 300 30 re f\n",
        WORDS + "/Thin gs " + BLACK,
        WORDS + "0 g 80 680 400 60 re 90 690 300 30 re f*\n",
        WORDS + "q 0 0 50 50 re W n " + BLACK + "Q\n",
        WORDS + SCAN,
        BLACK + SCAN + "0 g " + WORDS,
    ],
)
def test_boxes_that_hide_no_words_are_no_findings(content: str) -> None:
    assert seen(pdf(content)) == []


def test_white_words_on_nothing_are_a_note() -> None:
    for content in ("1 g " + WORDS, BLACK + WHITE + "1 1 1 rg " + WORDS):
        assert seen(pdf(content)) == [("white-text", "page 1", LETTERS)]


def test_what_xmp_says_is_found_beside_the_older_properties() -> None:
    said = (
        '<x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><Seq><li>Jan Novak</li>'
        "<li>Kate Malik</li></Seq></dc:creator><dc:title>Advice</dc:title></x>"
    )
    content = pdf(
        WORDS,
        catalog="/Metadata 10 0 R",
        info="/Author (Jan Novak)",
        objects={10: f"<< /Length {len(said)} >>\nstream\n{said}\nendstream"},
    )
    assert seen(content) == [
        ("author", "Jan Novak, Kate Malik", 0),
        ("properties", "Title “Advice”", 0),
    ]


def test_recognised_text_behind_a_scan_is_a_note() -> None:
    assert seen(pdf(INVISIBLE + SCAN)) == [("pdf-scan-text", "", 1)]


@given(
    x=st.integers(20, 400),
    y=st.integers(20, 760),
    size=st.integers(6, 24),
    scale=st.sampled_from([0.24, 0.5, 1, 2]),
)
@settings(deadline=None, max_examples=40)
def test_wherever_words_stand_a_box_over_them_is_found(
    x: int, y: int, size: int, scale: float
) -> None:
    text = f"BT /F1 {size / scale} Tf {x / scale} {y / scale} Td (secret) Tj ET\n"
    box = f"0 g {(x - 2) / scale} {(y - 5) / scale} {6 * size / scale} {2 * size / scale} re f\n"
    moved = f"q {scale} 0 0 {scale} 0 0 cm {text}{box}Q"
    found = look_into_bytes(pdf(moved), Budget(10_000, 60, lambda: 0.0))
    assert '["pdf-text-under-box", "1", 6, ""]' in found.text


def test_redactions_that_were_never_applied_and_remarks_are_counted() -> None:
    kinds = ("Redact", "Text", "Highlight", "Link", "Popup")
    marks = {
        number: f"<< /Type /Annot /Subtype /{kind} /Rect [90 690 390 720] >>"
        for number, kind in enumerate(kinds, start=10)
    }
    listed = " ".join(f"{number} 0 R" for number in marks)
    assert seen(pdf(WORDS, page=f"/Annots [{listed}]", objects=marks)) == [
        ("pdf-redaction-not-applied", "1", 1),
        ("pdf-annotations", "1", 2),
    ]


def test_hidden_fields_layers_and_properties_are_found() -> None:
    content = pdf(
        WORDS,
        page="/Annots [10 0 R 11 0 R]",
        catalog="/AcroForm << /Fields [10 0 R 11 0 R 14 0 R 15 0 R] >> "
        "/OCProperties << /OCGs [12 0 R 13 0 R] /D << /OFF [12 0 R] >> >>",
        info="/Author (Jan Novak) /Title (Draft 3)",
        objects={
            10: "<< /Subtype /Widget /FT /Tx /T (a) /V (secret) /F 2 /Rect [0 0 1 1] >>",
            11: "<< /Subtype /Widget /FT /Tx /T (b) /V (shown) /F 4 /Rect [0 0 1 1] >>",
            12: "<< /Type /OCG /Name (Names) >>",
            13: "<< /Type /OCG /Name (Map) >>",
            14: "<< /FT /Tx /T (c) /V (secret) >>",
            15: "<< /FT /Tx /T (d) >>",
        },
    )
    assert seen(content) == [
        ("pdf-hidden-layer", "Names", 0),
        ("author", "Jan Novak", 0),
        ("properties", "Title “Draft 3”", 0),
        ("pdf-field-off-page", "", 1),
        ("pdf-hidden-field", "1", 1),
    ]


def test_files_inside_are_named_and_looked_into() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(WORDS))))
    writer.add_attachment("staff.xlsx", hidden_sheet(7))
    found = INSPECTOR.inspect("a.pdf", "", saved(writer.write))
    assert [(each.rule, each.place, each.count, each.within) for each in found][:2] == [
        ("embedded-file", "staff.xlsx", 1, ""),
        ("hidden-sheet", "Staff", 7, "staff.xlsx"),
    ]


def test_a_version_from_before_the_last_saving_is_found() -> None:
    writer = PdfWriter(io.BytesIO(pdf(WORDS)), incremental=True)
    writer.add_metadata({"/Title": "Final"})
    assert ("pdf-earlier-versions", "", 1) in seen(saved(writer.write))
