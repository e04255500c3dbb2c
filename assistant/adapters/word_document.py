"""A letter as a Word document: the authority's paper, real headings, lists and tables.

The same letter gives the same bytes: the files inside bear no time, and the properties the
letter's own day.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph

from assistant.adapters.word_letterhead import leave, own_paper, place, plain_paper
from assistant.adapters.word_parts import (
    LANGUAGE,
    add_link,
    add_numbering,
    finish_table,
    fixed,
    made,
    number,
    set_language,
)
from assistant.domain.errors import NotAllowed
from assistant.domain.letters.links import spans
from assistant.domain.letters.listings import Listing
from assistant.domain.letters.structure import Element, Heading, Paragraph, texts
from assistant.domain.letters.tables import Table
from assistant.ports import Particulars

LONGEST = 400_000
_DEEPEST = 3
_AFTER_TABLE = Pt(10)


def word_document(
    letter: Sequence[Element], particulars: Particulars, *, letterhead: Path | None = None
) -> bytes:
    """Return a letter as .docx on `letterhead`, or on plain paper.

    Raises NotAllowed where the letterhead cannot be used, or the letter is too long.
    """
    if sum(len(text) for element in letter for text in texts(element)) > LONGEST:
        raise NotAllowed(
            f"The letter is longer than {LONGEST:,} characters, which is too long for a Word "
            "document. Put part of it into a file that goes with it."
        )
    if letterhead:
        document = own_paper(letterhead, particulars)
    else:
        opening = next((text for element in letter for text in texts(element)), "")
        bare = opening.casefold() == particulars.authority.casefold()
        document = plain_paper(particulars, bare_first_page=bare)
    set_language(document)
    _Writer(document).write(letter)
    _describe(document, particulars)
    return fixed(document)


class _Writer:
    """Writes elements before the place that the paper has for the letter."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._place = place(document)
        self._styles: dict[str, ParagraphStyle] = {}
        self._after_table = False

    def write(self, letter: Sequence[Element]) -> None:
        """Write the letter."""
        for element in letter:
            match element:
                case Heading():
                    style = f"Heading {min(element.level, _DEEPEST)}"
                    self._lines((element.text,), style)
                case Paragraph():
                    self._lines(element.lines, "Normal")
                case Listing():
                    self._list(element)
                case Table():
                    self._table(element)
            self._after_table = isinstance(element, Table)
        leave(self._place)

    def _lines(self, lines: Sequence[str], style: str) -> WordParagraph:
        """Write a paragraph with its line ends."""
        paragraph = self._place.insert_paragraph_before(style=self._style(style))
        if self._after_table:
            paragraph.paragraph_format.space_before = _AFTER_TABLE
            self._after_table = False
        for place_of_line, line in enumerate(lines):
            if place_of_line:
                paragraph.add_run().add_break()
            _write(paragraph, line)
        return paragraph

    def _list(self, listing: Listing) -> None:
        """Write a list with a numbering of its own, so that it starts where the letter says."""
        ident = add_numbering(self._document, listing)
        style = "List Number" if listing.numbered else "List Bullet"
        for entry in listing.entries:
            number(self._lines((entry.text,), style), ident)

    def _table(self, table: Table) -> None:
        """Write a table."""
        drawn = self._document.add_table(len(table.rows), len(table.rows[0]))
        for row, given in zip(drawn.rows, table.rows, strict=True):
            for cell, text in zip(row.cells, given, strict=True):
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(2)
                _write(paragraph, text)
        if table.has_header:
            for cell in drawn.rows[0].cells:
                for run in cell.paragraphs[0].runs:
                    run.font.bold = True
        finish_table(drawn, has_header=table.has_header)
        self._place._p.addprevious(drawn._tbl)  # noqa: SLF001 - a table is added at the end only

    def _style(self, name: str) -> ParagraphStyle:
        """Return a style of the paper; one that it lacks is added, with Word's own name."""
        if name not in self._styles:
            styles = self._document.styles
            known = next(
                (s for s in styles if s.name == name and isinstance(s, ParagraphStyle)), None
            )
            self._styles[name] = known or _new_style(self._document, name)
        return self._styles[name]


def _new_style(document: Document, name: str) -> ParagraphStyle:
    """Add a style that a letterhead lacks."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is not a style of paragraphs")
    if name.startswith("Heading"):
        style.font.bold = True
        style.paragraph_format.keep_with_next = True
        # The level is what a navigation pane and a screen reader go by.
        from_zero = int(name[-1]) - 1
        style.element.get_or_add_pPr().append(made("outlineLvl", val=str(from_zero)))
    return style


def _write(paragraph: WordParagraph, text: str) -> None:
    """Write a text into a paragraph, its addresses as links."""
    for span in spans(text):
        if span.href:
            add_link(paragraph, span.text, span.href)
        else:
            paragraph.add_run(span.text)


def _describe(document: Document, particulars: Particulars) -> None:
    """Write the document's properties; nothing of whoever made the letterhead is left in them."""
    about = document.core_properties
    at = datetime.combine(particulars.dated, time(), UTC)
    about.title = " ".join(particulars.title.split())[:255] or "Letter"
    about.author = about.last_modified_by = particulars.authority[:255]
    about.created = about.modified = at
    about.language, about.revision = LANGUAGE, 1
    about.keywords = particulars.reference[:255]
    about.comments = about.subject = about.category = ""
