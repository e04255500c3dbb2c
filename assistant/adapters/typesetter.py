"""Sets letters as Word documents and PDFs; what each needs is loaded with the first letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.errors import NotAllowed
from assistant.domain.letters.structure import Element, texts
from assistant.ports import Particulars

# About fifty pages, set in a few seconds; more is no letter, and would keep others waiting.
LONGEST, MOST_PIECES = 150_000, 5_000


@dataclass(frozen=True, slots=True)
class DocumentTypesetter:
    """A Typesetter with an authority's own letterhead and typeface, where it has them.

    `letterhead` is a .docx; `typeface` a family that Typst brings or that lies in `typefaces`.
    """

    letterhead: Path | None
    typeface: str
    typefaces: Path | None

    def docx(self, letter: Sequence[Element], particulars: Particulars) -> bytes:
        """Return a letter as a Word document on the authority's letterhead."""
        from assistant.adapters.word_document import word_document

        _refuse_too_long(letter)
        return word_document(letter, particulars, letterhead=self.letterhead)

    def pdf(self, letter: Sequence[Element], particulars: Particulars) -> bytes:
        """Return a letter as a tagged PDF."""
        from assistant.adapters.pdf_document import pdf_document

        _refuse_too_long(letter)
        return pdf_document(letter, particulars, typeface=self.typeface, folder=self.typefaces)


def _refuse_too_long(letter: Sequence[Element]) -> None:
    """Raise NotAllowed where a letter is longer than any letter, in characters or in pieces."""
    lengths = [len(text) for element in letter for text in texts(element)]
    if sum(lengths) > LONGEST or len(lengths) > MOST_PIECES:
        raise NotAllowed(
            f"The letter is too long to be set: it has {sum(lengths):,} characters in "
            f"{len(lengths):,} pieces, and {LONGEST:,} in {MOST_PIECES:,} are allowed. Put part of "
            "it into a file that goes with it."
        )
