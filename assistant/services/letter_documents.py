"""A letter as a document: Word, PDF or HTML, of a draft or of exactly what was approved."""

from dataclasses import dataclass
from datetime import date

from assistant.domain.errors import NotAllowed
from assistant.domain.law.clock import LONDON
from assistant.domain.letters.blocks import Draft, LetterKind
from assistant.domain.letters.kinds import KINDS
from assistant.domain.letters.render import html_of, text_of
from assistant.domain.letters.structure import Element, structure, structure_of
from assistant.ports import Clock, Particulars, Typesetter
from assistant.services.set_letter import Form, set_letter
from assistant.store import models
from assistant.store.blocks import draft_of, from_json
from assistant.store.packing import unpack


@dataclass(frozen=True, slots=True)
class LetterDocument:
    """A document made of a letter, and the name to save it under."""

    name: str
    content: bytes


def draft_document(
    draft_id: int, form: Form, *, typesetter: Typesetter, clock: Clock, marked: bool = True
) -> LetterDocument:
    """Return a draft as a document; a Word or PDF one says on every page that it is a draft.

    With `marked` false it is what would leave if it were approved now. Raises NotAllowed where
    there is nothing to set yet, or the letter cannot be set.
    """
    row = models.Draft.objects.select_related("case__authority").get(pk=draft_id)
    if not row.blocks:
        raise NotAllowed("The draft has not been composed yet. Look again in a few seconds.")
    particulars = particulars_of(
        row.case, row.kind, clock.now().astimezone(LONDON).date(), approved=not marked
    )
    elements = structure_of(draft_of(row))
    name = f"{document_name(row.case, row.kind)}{'-draft' if marked else ''}.{form}"
    return LetterDocument(name, set_letter(elements, form, particulars, typesetter=typesetter))


def letter_document(letter_id: int, form: Form, *, typesetter: Typesetter) -> LetterDocument:
    """Return an approved letter as a document: the words are those of the message that leaves.

    HTML is the part of that very message, where it has one. Raises NotAllowed where the letter
    cannot be set.
    """
    letter = models.Letter.objects.select_related("case__authority").get(pk=letter_id)
    message = unpack(letter.compressed)
    name = f"{document_name(letter.case, letter.kind)}.{form}"
    if form is Form.HTML and (sent := html_of(message)):
        return LetterDocument(name, sent.encode())
    dated = letter.approved_at.astimezone(LONDON).date()
    particulars = particulars_of(letter.case, letter.kind, dated, approved=True)
    elements = approved_elements(letter, text_of(message))
    return LetterDocument(name, set_letter(elements, form, particulars, typesetter=typesetter))


def approved_elements(letter: models.Letter, text: str) -> tuple[Element, ...]:
    """Return the elements of an approved letter whose message says `text`.

    The version that was approved still knows its blocks, and they know which lines are headings.
    They are believed only where they say the very same words; otherwise the text alone counts.
    """
    version = (
        models.DraftVersion.objects.filter(
            draft_id=letter.draft_id, number__lte=letter.draft_version
        )
        .order_by("-number")
        .first()
    )
    if version is not None:
        draft = Draft(LetterKind(letter.kind), from_json(version.blocks), "")
        if draft.text.split() == text.split():
            return structure_of(draft)
    return structure(text)


def particulars_of(case: models.Case, kind: str, dated: date, *, approved: bool) -> Particulars:
    """Return what stands around the words of a case's letter; `dated` is a Europe/London day."""
    authority = case.authority
    return Particulars(
        title=title_of(case, kind),
        dated=dated,
        authority=authority.name,
        address=tuple(line.strip() for line in authority.address.splitlines() if line.strip()),
        reference=case.reference,
        approved=approved,
    )


def title_of(case: models.Case, kind: str) -> str:
    """Return what a program reads out as the name of a letter."""
    return f"{KINDS[LetterKind(kind)].name}, {case.reference}"


def document_name(case: models.Case, kind: str) -> str:
    """Return the name of a letter's file, without what says its kind."""
    return f"{case.reference}-{kind}"
