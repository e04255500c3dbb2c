"""Letters on paper: read back by other programs, a Word document and a PDF say the same words."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.document import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from assistant.adapters.typesetter import DocumentTypesetter
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.blocks import Draft
from assistant.domain.letters.structure import Element, Paragraph, structure, structure_of, words
from assistant.domain.letters.tables import Table
from assistant.ports import Particulars, Typesetter
from tests.unit.letters.test_structure import DRAFTS, RESPONSE, SHAPES
from tests.unit.letters.texts import LETTER, bare

PLAIN = DocumentTypesetter(letterhead=None, typeface="Libertinus Serif", typefaces=None)
BARE = Particulars("A letter", date(2026, 1, 8), approved=True)
FULL = Particulars(
    "Response to your request, FOI-2026-00012",
    date(2026, 1, 8),
    authority="Northshire Police",
    address=("Freedom of Information Team", "Castle Street", "Wexmouth"),
    reference="FOI-2026-00012",
    approved=True,
)
SAMPLE = """Northshire Police

Dear Siân Ŵyn-Llŷr

River patrols – “2024” at £1,250

We hold it: see https://northshire.example/a-b/c or write to foi@northshire.example.

1. First
2. Second

(c) Third
(d) Fourth

- bullet

| Year | Patrols |
|------|---------|
| 2024 | 12 |

Our reasons

That’s all.
"""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FOOT = re.compile(r"(?:Reference: \S+ )?Page \d+ of \d+\s*$")
Make = Callable[[Typesetter, Sequence[Element], Particulars], bytes]


def as_docx(by: Typesetter, letter: Sequence[Element], about: Particulars) -> bytes:
    return by.docx(letter, about)


def as_pdf(by: Typesetter, letter: Sequence[Element], about: Particulars) -> bytes:
    return by.pdf(letter, about)


def docx_words(made: bytes) -> list[str]:
    """Read a Word document's body as a person sees it, without python-docx: labels counted."""
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        body = ET.fromstring(package.read("word/document.xml"))  # noqa: S314 - made a line above
        numbering = ET.fromstring(package.read("word/numbering.xml"))  # noqa: S314 - the same
    formats = _formats(numbering)
    counts: dict[str, int] = {}
    said: list[str] = []
    for paragraph in body.iter(f"{W}p"):
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            ident = number.attrib[f"{W}val"]
            kind, start, text = formats[ident]
            counts[ident] = counts.get(ident, start - 1) + 1
            said.append("" if kind == "bullet" else text.replace("%1", _shown(kind, counts[ident])))
        said.append(" ".join(_texts(paragraph)))
    return " ".join(said).split()


def _texts(paragraph: ET.Element) -> Iterator[str]:
    """Yield the lines of a paragraph."""
    line = ""
    for each in paragraph.iter():
        if each.tag == f"{W}t":
            line += each.text or ""
        elif each.tag == f"{W}br":
            yield line
            line = ""
    yield line


def _formats(numbering: ET.Element) -> dict[str, tuple[str, int, str]]:
    """Return how each numbering counts: its kind, its start and its label."""
    levels = {
        each.attrib[f"{W}abstractNumId"]: each.find(f"{W}lvl")
        for each in numbering.iter(f"{W}abstractNum")
    }
    found = {}
    for each in numbering.iter(f"{W}num"):
        abstract = each.find(f"{W}abstractNumId")
        level = levels[abstract.attrib[f"{W}val"]] if abstract is not None else None
        if level is not None:
            values = [level.find(f"{W}{name}") for name in ("numFmt", "start", "lvlText")]
            kind, start, text = (v.attrib[f"{W}val"] if v is not None else "1" for v in values)
            found[each.attrib[f"{W}numId"]] = (kind, int(start), text)
    return found


def _shown(kind: str, number: int) -> str:
    """Write a number as Word does."""
    if kind == "lowerLetter":
        return chr(ord("a") + number - 1)
    if kind == "lowerRoman":
        tens, ones = divmod(number, 10)
        return "x" * tens + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][ones]
    return str(number)


def pdf_pages(made: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]


def pdf_words(made: bytes) -> list[str]:
    """Read the words of a PDF without its feet; the letter is given no letterhead."""
    return " ".join(FOOT.sub("", page) for page in pdf_pages(made)).split()


READERS = {"docx": (as_docx, docx_words), "pdf": (as_pdf, pdf_words)}
both = pytest.mark.parametrize(("make", "read"), READERS.values(), ids=READERS)
Read = Callable[[bytes], list[str]]


@both
@pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)
def test_a_letter_has_the_words_of_its_draft(make: Make, read: Read, draft: Draft) -> None:
    made = make(PLAIN, structure_of(draft), BARE)
    assert bare(" ".join(read(made))) == bare(draft.text)


@both
@given(text=LETTER)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_letter_has_the_words_of_its_text(make: Make, read: Read, text: str) -> None:
    letter = structure(text)
    # A word so long that it cannot stand on one line of paper, or of a cell, is broken there.
    fits = all(
        len(word) <= (12 if isinstance(element, Table) else 40)
        for element in letter
        for word in words([element])
    )
    found = " ".join(read(make(PLAIN, letter, BARE)))
    # A row that goes over to the next page is read page by page: nothing is lost but its order.
    cut = len(text) > 900 and any(isinstance(each, Table) for each in letter)
    if fits and not cut:
        assert bare(found) == bare(text)
    in_order = sorted if cut or not fits else list
    assert in_order(SHAPES.sub("", found)) == in_order(SHAPES.sub("", text))


@both
def test_welsh_and_typographic_characters_are_there(make: Make, read: Read) -> None:
    found = read(make(PLAIN, structure(SAMPLE), BARE))
    for word in ("Siân", "Ŵyn-Llŷr", "–", "“2024”", "£1,250", "That’s"):
        assert word in found
    assert "https://northshire.example/a-b/c" in found


@both
@given(text=LETTER, about=st.sampled_from([BARE, FULL, replace(FULL, approved=False)]))
@settings(max_examples=10, deadline=None)
def test_the_same_letter_gives_the_same_bytes(
    make: Make, read: Read, text: str, about: Particulars
) -> None:
    letter = structure(text)
    assert make(PLAIN, letter, about) == make(PLAIN, letter, about)


@both
def test_markup_in_a_letter_is_only_text(make: Make, read: Read) -> None:
    text = 'Dear #eval("1") *x* _y_ $z$ <a> & {{letter}} \\n @ref = w:t ]]> %1 %PDF'
    assert read(make(PLAIN, structure(text), BARE)) == text.split()


@both
@pytest.mark.parametrize("text", ["word " * 40_000, "- a\n" * 9_000])
def test_what_is_longer_than_any_letter_is_refused(make: Make, read: Read, text: str) -> None:
    with pytest.raises(NotAllowed, match="too long"):
        make(PLAIN, structure(text), BARE)


def test_a_draft_says_so_on_every_page_of_a_pdf_and_an_approved_letter_never() -> None:
    draft = pdf_pages(PLAIN.pdf(structure_of(RESPONSE), replace(FULL, approved=False)))
    assert len(draft) > 2
    assert all("DRAFT: not approved" in page for page in draft)
    assert "DRAFT" not in " ".join(pdf_pages(PLAIN.pdf(structure_of(RESPONSE), FULL)))


def test_the_head_of_a_pdf_gives_the_authority_once_on_the_first_page() -> None:
    pages = pdf_pages(PLAIN.pdf(structure_of(RESPONSE), FULL))
    assert pages[0].count("Northshire Police\nFreedom") == 1
    assert pages[1].startswith(
        "Northshire Police\nFreedom of Information Team, Castle Street, Wexmouth"
    )
    assert all(f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, start=1))
    assert all("Reference: FOI-2026-00012" in page for page in pages)
    other = pdf_pages(PLAIN.pdf((Paragraph(("Dear Alex",)),), FULL))
    assert other[0].startswith("Northshire Police")


def test_a_pdf_can_be_read_out() -> None:
    read = PdfReader(io.BytesIO(PLAIN.pdf(structure(SAMPLE), FULL)))
    root = read.trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert read.metadata is not None
    assert read.metadata.title == FULL.title
    tags = list(_tags(root["/StructTreeRoot"]))
    assert [tag for tag in tags if tag in {"/H1", "/H2", "/L", "/Table"}] == [
        "/H1", "/L", "/L", "/L", "/Table", "/H2",
    ]  # fmt: skip
    assert tags.count("/TH") == 2
    assert tags.count("/Link") == 2
    assert read.attachments == {}
    assert b"/JavaScript" not in PLAIN.pdf(structure(SAMPLE), FULL)


def _tags(node: object) -> Iterator[str]:
    """Yield the kinds of structure elements in reading order."""
    if hasattr(node, "get_object"):
        node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from _tags(each)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"])
        yield from _tags(node.get("/K"))


def test_every_typeface_lies_in_the_pdf_itself() -> None:
    page = PdfReader(io.BytesIO(PLAIN.pdf(structure(SAMPLE), FULL))).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        descendant = font["/DescendantFonts"][0].get_object()
        descriptor = descendant["/FontDescriptor"]
        assert "/FontFile3" in descriptor or "/FontFile2" in descriptor


def test_a_character_without_a_shape_is_named() -> None:
    with pytest.raises(NotAllowed, match=r"“漢”.*FOI_PDF_FONTS"):
        PLAIN.pdf(structure("Dear 漢字"), BARE)


def test_a_typeface_that_is_not_there_is_named(tmp_path: Path) -> None:
    wrong = replace(PLAIN, typeface="Northshire Sans", typefaces=tmp_path)
    with pytest.raises(NotAllowed, match=r"Northshire Sans.*FOI_PDF_FONT"):
        wrong.pdf(structure("Dear Alex"), BARE)


def opened(made: bytes) -> Document:
    return docx.Document(io.BytesIO(made))


def test_a_word_document_has_real_headings_lists_and_tables() -> None:
    made = opened(PLAIN.docx(structure(SAMPLE), FULL))
    styles = {p.text: p.style.name for p in made.paragraphs if p.style}
    assert styles["River patrols – “2024” at £1,250"] == "Heading 1"
    assert styles["Our reasons"] == "Heading 2"
    assert styles["First"] == styles["Third"] == "List Number"
    assert styles["bullet"] == "List Bullet"
    (table,) = made.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Year", "Patrols"],
        ["2024", "12"],
    ]
    assert "w:tblHeader" in table.rows[0]._tr.xml  # noqa: SLF001 - no public way
    links = [link.address for p in made.paragraphs for link in p.hyperlinks]
    assert links == ["https://northshire.example/a-b/c", "mailto:foi@northshire.example"]


def test_a_word_document_says_what_it_is() -> None:
    made = opened(PLAIN.docx(structure(SAMPLE), FULL))
    about = made.core_properties
    assert (about.title, about.author, about.language) == (FULL.title, FULL.authority, "en-GB")
    assert about.created is not None
    assert about.created.date() == date(2026, 1, 8)
    assert 'w:lang w:val="en-GB"' in made.styles.element.xml


def test_plain_paper_has_the_authority_at_the_head_and_the_reference_at_the_foot() -> None:
    section = opened(PLAIN.docx(structure(SAMPLE), FULL)).sections[0]
    assert [p.text for p in section.header.paragraphs] == [
        "Northshire Police",
        "Freedom of Information Team, Castle Street, Wexmouth",
    ]
    assert [p.text for p in section.first_page_header.paragraphs] == [""]
    for footer in (section.footer, section.first_page_footer):
        assert "Reference: FOI-2026-00012\tPage " in footer.paragraphs[0].text
        assert 'w:instr="NUMPAGES"' in footer._element.xml  # noqa: SLF001 - no public way
    draft = opened(PLAIN.docx(structure(SAMPLE), replace(FULL, approved=False))).sections[0]
    for header in (draft.header, draft.first_page_header):
        assert header.paragraphs[0].text == "DRAFT: not approved"


def letterhead(folder: Path, write: Callable[[Document], None]) -> DocumentTypesetter:
    """Save a letterhead as an authority would, and return a typesetter that writes on it."""
    paper = docx.Document()
    paper.core_properties.author = "Whoever made it"
    paper.sections[0].header.paragraphs[0].text = "Northshire Police crest"
    paper.sections[0].footer.paragraphs[0].text = "Ref {{reference}} | northshire.example"
    write(paper)
    paper.save(str(folder / "letterhead.docx"))
    return replace(PLAIN, letterhead=folder / "letterhead.docx")


def test_a_letter_goes_where_the_authoritys_letterhead_says(tmp_path: Path) -> None:
    def write(paper: Document) -> None:
        paper.add_paragraph("Above")
        paper.add_paragraph("{{letter}}")
        paper.add_paragraph("Below")

    made = opened(letterhead(tmp_path, write).docx(structure(SAMPLE), FULL))
    texts = [p.text for p in made.paragraphs]
    assert texts[:2] == ["Above", "Northshire Police"]
    assert texts[-2:] == ["That’s all.", "Below"]
    assert made.sections[0].header.paragraphs[0].text == "Northshire Police crest"
    assert made.sections[0].footer.paragraphs[0].text == "Ref FOI-2026-00012 | northshire.example"
    assert made.core_properties.author == "Northshire Police"


def test_without_a_mark_the_letter_goes_to_the_end_of_the_letterhead(tmp_path: Path) -> None:
    paper = letterhead(tmp_path, lambda paper: paper.add_paragraph("Above") and None)
    draft = opened(paper.docx(structure(SAMPLE), replace(FULL, approved=False)))
    assert [draft.paragraphs[0].text, draft.paragraphs[-1].text] == ["Above", "That’s all."]
    assert [p.text for p in draft.sections[0].header.paragraphs] == [
        "Northshire Police crest",
        "DRAFT: not approved",
    ]


def test_a_letterhead_may_hold_the_letter_in_a_cell_and_cut_the_mark_in_pieces(
    tmp_path: Path,
) -> None:
    def write(paper: Document) -> None:
        cell = paper.add_table(1, 2).rows[0].cells[1]
        for piece in ("{{", "letter", "}}"):
            cell.paragraphs[0].add_run(piece)
        foot = paper.sections[0].footer.paragraphs[0]
        foot.text = ""
        for piece in ("Ref {{refer", "ence}}"):
            foot.add_run(piece)

    made = opened(letterhead(tmp_path, write).docx(structure(SAMPLE), FULL))
    cell = made.tables[0].rows[0].cells[1]
    assert "Dear Siân Ŵyn-Llŷr" in [p.text for p in cell.paragraphs]
    assert made.sections[0].footer.paragraphs[0].text == "Ref FOI-2026-00012"


def test_a_letterhead_without_styles_and_numbering_still_gets_real_ones(tmp_path: Path) -> None:
    def strip(paper: Document) -> None:
        for style in list(paper.styles):
            if style.name and style.name.startswith(("Heading", "List")):
                style.delete()
        paper.part.rels.pop(
            next(key for key, each in paper.part.rels.items() if "numbering" in each.reltype)
        )

    written = letterhead(tmp_path, strip).docx(structure(SAMPLE), FULL)
    styles = {p.text: p.style.name for p in opened(written).paragraphs if p.style}
    assert styles["Our reasons"] == "Heading 2"
    assert styles["First"] == "List Number"
    assert bare(" ".join(docx_words(written))) == bare(SAMPLE)


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x05\x06" + bytes(18)])
def test_a_letterhead_that_is_no_word_document_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "letterhead.docx").write_bytes(content)
    wrong = replace(PLAIN, letterhead=tmp_path / "letterhead.docx")
    with pytest.raises(NotAllowed, match=r"letterhead\.docx.*FOI_LETTERHEAD"):
        wrong.docx(structure(SAMPLE), FULL)
