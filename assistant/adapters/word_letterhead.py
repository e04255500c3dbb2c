"""The paper of a Word letter: the authority's own .docx, or a plain one made here.

In the authority's own, the letter goes where a paragraph says {{letter}}, or to the end;
{{reference}} anywhere, header and footer included, becomes the reference of the case.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.section import Section, _BaseHeaderFooter, _Footer, _Header
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph

from assistant.adapters.word_parts import add_field, rule_below, set_face
from assistant.domain.errors import NotAllowed
from assistant.ports import Particulars

LETTER, REFERENCE = "{{letter}}", "{{reference}}"
DRAFT = "DRAFT: not approved"
_FACE = "Arial"
_HEADINGS = (("Heading 1", 15.0), ("Heading 2", 13.5), ("Heading 3", 12.0))
_SMALL = Pt(9)
# What may be wrong with a file that claims to be a Word document.
_UNUSABLE = (OSError, ValueError, KeyError, SyntaxError, zipfile.BadZipFile, OpcError)


def own_paper(path: Path, particulars: Particulars) -> Document:
    """Open the authority's letterhead; raises NotAllowed where it is no Word document."""
    try:
        document = docx.Document(str(path))
    except _UNUSABLE as error:
        raise NotAllowed(
            f"The letterhead {path.name} cannot be read as a Word document (.docx). An "
            "administrator saves it as .docx, not as a template, and sets FOI_LETTERHEAD to it."
        ) from error
    for paragraph in _everywhere(document):
        _fill_reference(paragraph, particulars.reference)
    if not particulars.approved:
        for section in document.sections:
            for header in _headers(section, document):
                _mark_draft(header)
    return document


def plain_paper(particulars: Particulars, *, bare_first_page: bool) -> Document:
    """Make a plain letterhead: name and address at the head, reference and pages at the foot.

    `bare_first_page` leaves name and address off the first page, where the letter opens with them.
    """
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.bottom_margin = Cm(2.5)
    section.top_margin = Cm(3.2)
    section.different_first_page_header_footer = True
    _set_styles(document)
    for header, bare in ((section.header, False), (section.first_page_header, bare_first_page)):
        _head(header, particulars, bare=bare)
    for footer in (section.footer, section.first_page_footer):
        _foot(footer, particulars)
    return document


def place(document: Document) -> WordParagraph:
    """Return the paragraph before which the letter goes."""
    for found in document.element.body.iter(qn("w:p")):
        paragraph = WordParagraph(found, document._body)  # noqa: SLF001 - cells included
        if paragraph.text.strip() == LETTER:
            return paragraph
    return document.add_paragraph()


def leave(paragraph: WordParagraph) -> None:
    """Take the paragraph away that only marked the place, where the document can do without."""
    marked = paragraph._p  # noqa: SLF001 - python-docx takes no paragraph away
    holder, before = marked.getparent(), marked.getprevious()
    after_table = before is not None and before.tag == qn("w:tbl")
    ends_section = any(True for _ in marked.iter(qn("w:sectPr")))
    if holder is None or after_table or ends_section:
        for run in paragraph.runs:
            run.text = ""
    else:
        holder.remove(marked)


def _set_styles(document: Document) -> None:
    """Set the plain letter's type: 12 point, black, the headings told apart by size and weight."""
    normal = document.styles["Normal"]
    if isinstance(normal, ParagraphStyle):
        set_face(normal, _FACE)
        normal.font.size = Pt(12)
        normal.paragraph_format.space_after = Pt(10)
        normal.paragraph_format.line_spacing = 1.15
    for name, size in _HEADINGS:
        heading = document.styles[name]
        if isinstance(heading, ParagraphStyle):
            set_face(heading, _FACE)
            heading.font.size, heading.font.bold = Pt(size), True
            heading.font.color.rgb = RGBColor(0, 0, 0)
            heading.paragraph_format.space_before = Pt(14)
            heading.paragraph_format.space_after = Pt(6)


def _head(header: _Header, particulars: Particulars, *, bare: bool) -> None:
    """Write the head of a page."""
    first = header.paragraphs[0]
    if not particulars.approved:
        _draft_line(first)
        first = header.add_paragraph()
    if bare or not particulars.authority:
        return
    _small(first, particulars.authority, bold=True)
    last = first
    if particulars.address:
        last = header.add_paragraph()
        _small(last, ", ".join(particulars.address))
    rule_below(last)


def _foot(footer: _Footer, particulars: Particulars) -> None:
    """Write the foot of a page: the reference left, the page right."""
    line = footer.paragraphs[0]
    for stop in list(line.style.paragraph_format.tab_stops if line.style else ()):
        line.paragraph_format.tab_stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    line.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
    reference = f"Reference: {particulars.reference}" if particulars.reference else ""
    _small(line, f"{reference}\tPage ")
    add_field(line, "PAGE")
    _small(line, " of ")
    add_field(line, "NUMPAGES")


def _small(paragraph: WordParagraph, text: str, *, bold: bool = False) -> None:
    """Add small text to a paragraph that stands close to the next."""
    run = paragraph.add_run(text)
    run.font.size, run.font.bold = _SMALL, bold
    paragraph.paragraph_format.space_after = Pt(0)


def _draft_line(paragraph: WordParagraph) -> None:
    """Write that this is a draft."""
    _small(paragraph, DRAFT, bold=True)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark_draft(header: _Header) -> None:
    """Say at the head of a letterhead's page that the letter is a draft."""
    _draft_line(header.add_paragraph())


def _headers(section: Section, document: Document) -> Iterator[_Header]:
    """Yield the headers that a section's pages show."""
    yield section.header
    if section.different_first_page_header_footer:
        yield section.first_page_header
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header


def _everywhere(document: Document) -> Iterator[WordParagraph]:
    """Yield every paragraph of the body, the headers and the footers, cells and boxes included."""
    body = document._body  # noqa: SLF001 - the parent of what lies in cells and boxes
    for found in list(document.element.body.iter(qn("w:p"))):
        yield WordParagraph(found, body)
    for section in document.sections:
        parts: tuple[_BaseHeaderFooter, ...] = (
            section.header,
            section.first_page_header,
            section.even_page_header,
            section.footer,
            section.first_page_footer,
            section.even_page_footer,
        )
        for part in parts:
            if not part.is_linked_to_previous:
                for found in list(part._element.iter(qn("w:p"))):  # noqa: SLF001 - see above
                    yield WordParagraph(found, part)


def _fill_reference(paragraph: WordParagraph, reference: str) -> None:
    """Put the reference where a paragraph asks for it, even if Word cut the mark in pieces."""
    if REFERENCE not in paragraph.text:
        return
    runs = paragraph.runs
    for run in runs:
        run.text = run.text.replace(REFERENCE, reference)
    if runs and REFERENCE in paragraph.text:
        runs[0].text = paragraph.text.replace(REFERENCE, reference)
        for run in runs[1:]:
            run.text = ""
