"""A letter as a PDF, set by Typst: tagged, with its own typeface, and the same bytes every time.

The page is described once, in letter.typ beside this file. A letter's words reach it as data and
are never read as markup; nothing is fetched, and the machine's own typefaces are not looked at.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.links import words_in_spans
from assistant.domain.letters.listings import Listing
from assistant.domain.letters.structure import Element, Heading, Paragraph, texts
from assistant.domain.letters.tables import Table
from assistant.ports import Particulars

Words = list[list[tuple[str, str]]]
TYPEFACE = "Libertinus Serif"
_PAGE = Path(__file__).with_name("letter.typ")


def pdf_document(
    letter: Sequence[Element],
    particulars: Particulars,
    *,
    typeface: str = TYPEFACE,
    folder: Path | None = None,
) -> bytes:
    """Return a letter as PDF/UA-1 (ISO 14289-1).

    `typeface` is a family that Typst brings or that lies in `folder`; what it has no shape for is
    taken from the others. Raises NotAllowed where none has one.
    """
    fonts = _fonts(folder)
    if typeface not in fonts.families():
        raise NotAllowed(
            f"There is no typeface “{typeface}” for PDFs. An administrator sets FOI_PDF_FONT to "
            f"one that lies in the folder FOI_PDF_FONTS, or to {TYPEFACE}."
        )
    document = _document(letter, particulars, typeface)
    try:
        made = typst.compile(
            _PAGE.read_bytes(),
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"letter": json.dumps(document)},
            pdf_standards=["ua-1"],
            timestamp=datetime.combine(particulars.dated, time(), UTC),
        )
    except typst.TypstError as error:
        raise NotAllowed(_reason(str(error.message))) from error
    if not isinstance(made, bytes):
        raise TypeError("the letter was not set as one file")
    return made


@lru_cache(maxsize=4)
def _fonts(folder: Path | None) -> typst.Fonts:
    """Return the typefaces that Typst brings and those of a folder, looked up once."""
    paths = [folder] if folder else []
    return typst.Fonts(include_system_fonts=False, font_paths=paths)


def _reason(message: str) -> str:
    """Say why a letter could not be set, and what to do."""
    if "could not be displayed" in message:
        shown = message.partition("`")[2].partition("`")[0].strip('"')
        return (
            f"No typeface has a shape for “{shown}”, so the letter cannot be made a PDF. Write it "
            "in other characters, or ask an administrator to put a typeface that has it into the "
            "folder FOI_PDF_FONTS."
        )
    return f"The letter could not be made a PDF: {message}. Tell an administrator."


def _document(letter: Sequence[Element], particulars: Particulars, typeface: str) -> dict[str, Any]:
    """Return what letter.typ reads."""
    opening = next((text for element in letter for text in texts(element)), "")
    day = particulars.dated
    return {
        "title": " ".join(particulars.title.split()) or "Letter",
        "authority": particulars.authority,
        "address": ", ".join(particulars.address),
        "reference": particulars.reference,
        "approved": particulars.approved,
        "opens_with_authority": opening.casefold() == particulars.authority.casefold(),
        "dated": [day.year, day.month, day.day],
        "font": typeface,
        "elements": [_element(element) for element in letter],
    }


def _element(element: Element) -> dict[str, Any]:
    """Return an element as plain values."""
    match element:
        case Heading():
            return {"kind": "heading", "level": element.level, "text": _words(element.text)}
        case Paragraph():
            return {"kind": "paragraph", "lines": [_words(line) for line in element.lines]}
        case Listing():
            return {
                "kind": "numbers" if element.numbered else "bullets",
                "entries": [
                    {"label": entry.label, "text": _words(entry.text)} for entry in element.entries
                ],
            }
        case Table():
            rows = [[_words(cell) for cell in row] for row in element.rows]
            if element.has_header:
                # A header is shown again on the next page, where a link may not be (PDF/UA-1).
                rows[0] = [_without_links(cell) for cell in rows[0]]
            return {"kind": "table", "has_header": element.has_header, "rows": rows}


def _without_links(words: Words) -> Words:
    """Return words that lead nowhere."""
    return [[(shown, "") for shown, _ in word] for word in words]


def _words(text: str) -> Words:
    """Return the words of a text, each as its spans: what is shown and where it leads."""
    return [[(span.text, span.href) for span in word] for word in words_in_spans(text)]
