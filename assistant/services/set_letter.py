"""Set a letter in one of the forms that people save: Word, PDF or HTML; touches nothing stored."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from assistant.domain.errors import NotAllowed
from assistant.domain.law.clock import LONDON
from assistant.domain.letters.html_mail import html_letter
from assistant.domain.letters.structure import Element, Heading, structure
from assistant.ports import Clock, Particulars, Typesetter


class Form(StrEnum):
    """What a letter can be made into."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"


def set_letter(
    letter: Sequence[Element], form: Form, particulars: Particulars, *, typesetter: Typesetter
) -> bytes:
    """Return a letter in one form; raises NotAllowed where it cannot be set."""
    match form:
        case Form.DOCX:
            return typesetter.docx(letter, particulars)
        case Form.PDF:
            return typesetter.pdf(letter, particulars)
        case Form.HTML:
            return html_letter(letter, particulars.title).encode()


def day(written: str, clock: Clock) -> date:
    """Read the day that a document bears, as 2026-01-08; empty is today in Europe/London.

    Raises NotAllowed where it is no date.
    """
    if not written:
        return clock.now().astimezone(LONDON).date()
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise NotAllowed(f"{written} is no date. Write it as 2026-01-08.") from None


def set_text(
    text: str,
    form: Form,
    *,
    typesetter: Typesetter,
    authority: str,
    address: str,
    reference: str,
    dated: date,
    draft: bool,
) -> bytes:
    """Return a letter given as plain text in one form.

    `address` is the authority's, a line each; with `draft` every page of a Word document or a PDF
    says that the letter is not approved. Raises NotAllowed where the text has no word, or cannot be
    set.
    """
    letter = structure(text.replace("\r\n", "\n"))
    if not letter:
        raise NotAllowed("There is no letter in it: the file has no words.")
    heading = next((each.text for each in letter if isinstance(each, Heading)), "Letter")
    particulars = Particulars(
        title=heading,
        dated=dated,
        authority=authority,
        address=tuple(line.strip() for line in address.splitlines() if line.strip()),
        reference=reference,
        approved=not draft,
    )
    return set_letter(letter, form, particulars, typesetter=typesetter)
