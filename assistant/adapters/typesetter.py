"""Sets letters as Word documents and PDFs; what each needs is loaded with the first letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.letters.structure import Element
from assistant.ports import Particulars


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

        return word_document(letter, particulars, letterhead=self.letterhead)

    def pdf(self, letter: Sequence[Element], particulars: Particulars) -> bytes:
        """Return a letter as a tagged PDF."""
        from assistant.adapters.pdf_document import pdf_document

        return pdf_document(letter, particulars, typeface=self.typeface, folder=self.typefaces)
