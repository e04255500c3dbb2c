"""A letter as a Word document: the authority's paper, real headings, lists and tables.

The same letter gives the same bytes: the files inside bear no time, and the properties the
letter's own day.
"""

import math
from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Length, Pt
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
    set_widths,
)
from assistant.domain.letters.links import spans
from assistant.domain.letters.listings import Listing
from assistant.domain.letters.structure import Element, Heading, Paragraph, texts
from assistant.domain.letters.tables import Table
from assistant.ports import Particulars

_DEEPEST = 3
_AFTER_TABLE = Pt(10)
# The more columns, the smaller the type: None is the paper's own.
_SIZES: tuple[tuple[float, Length | None], ...] = ((4, None), (7, Pt(10)), (math.inf, Pt(8)))
# In centimetres: a bold letter of one point, what is left and right of a cell's words, the page.
_GLYPH, _PADDING, _TEXT_WIDTH = 0.022, 0.4, 16.0
_USUAL = 12
# A column of prose is this many letters wide before it wraps.
_WIDEST = 30


def word_document(
    letter: Sequence[Element], particulars: Particulars, *, letterhead: Path | None = None
) -> bytes:
    """Return a letter as .docx on `letterhead`, or on plain paper.

    Raises NotAllowed where the letterhead cannot be used.
    """
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
        if self._after_table:
            # Word makes one table of two that nothing stands between.
            self._lines(("",), "Normal")
        columns = len(table.rows[0])
        drawn = self._document.add_table(len(table.rows), columns)
        size = next(points for most, points in _SIZES if columns <= most)
        for row, given in zip(drawn.rows, table.rows, strict=True):
            for cell, text in zip(row.cells, given, strict=True):
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(2)
                _write(paragraph, text)
                for run in paragraph.runs:
                    run.font.size = size
        if table.has_header:
            for cell in drawn.rows[0].cells:
                for run in cell.paragraphs[0].runs:
                    run.font.bold = True
        set_widths(drawn, _widths(table, size))
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


def _widths(table: Table, size: Length | None) -> list[int]:
    """Return how wide each column is, in EMU, together no wider than the page.

    Each has room for its longest word, and for its texts on one line where the page has.
    """
    glyph = _GLYPH * (size.pt if size else _USUAL)
    least, wishes = [], []
    for column in zip(*table.rows, strict=True):
        longest_word = max((len(word) for cell in column for word in cell.split()), default=1)
        whole = min(max(map(len, column)), _WIDEST)
        least.append(longest_word * glyph + _PADDING)
        wishes.append(max(0, whole - longest_word) * glyph)
    room = _TEXT_WIDTH - sum(least)
    if room < 0:
        return [int(Cm(need * _TEXT_WIDTH / sum(least))) for need in least]
    share = min(1.0, room / sum(wishes)) if any(wishes) else 0.0
    return [int(Cm(need + wish * share)) for need, wish in zip(least, wishes, strict=True)]


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
