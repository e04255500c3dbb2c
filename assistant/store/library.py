"""Documents of the library and the passages they are cut into."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from assistant.domain.letters.precedents import Precedent, cut
from assistant.store.models import LibraryDocument, Passage
from assistant.store.terms import terms


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one document: new or changed (its passages), or already known."""

    document: LibraryDocument
    passages: tuple[Passage, ...]
    known: bool


def take_document(authority_id: int, precedent: Precedent, *, status: str, at: datetime) -> Taken:
    """Store an earlier response and its passages; call it inside a transaction.

    A document of the same ident with other content is replaced; the same content under whatever
    ident is known already and left alone.
    """
    digest = hashlib.sha256(precedent.text.encode()).hexdigest()
    same = LibraryDocument.objects.filter(authority_id=authority_id, content_sha256=digest).first()
    if same:
        return Taken(same, (), known=True)
    document, _ = LibraryDocument.objects.update_or_create(
        authority_id=authority_id,
        ident=precedent.ident,
        defaults={
            "version": digest[:12],
            "title": precedent.title,
            "reference": precedent.reference,
            "dated": precedent.dated,
            "outcome": precedent.outcome,
            "sections": list(precedent.sections),
            "text": precedent.text,
            "content_sha256": digest,
            "status": status,
            "imported_at": at,
        },
    )
    document.passages.all().delete()
    passages = [
        Passage(
            document=document,
            ident=f"{authority_id}/{precedent.ident}#{position}",
            position=position,
            heading=piece.heading,
            section=piece.section,
            start=piece.start,
            end=piece.end,
            text=piece.text,
            terms=terms(f"{precedent.title}\n{piece.heading}\n{piece.text}"),
        )
        for position, piece in enumerate(cut(precedent.text), start=1)
    ]
    Passage.objects.bulk_create(passages)
    return Taken(document, tuple(passages), known=False)


def texts(authority_id: int) -> list[tuple[str, str]]:
    """Return (ident, text) of every passage, as the library's vectors are made from them."""
    rows = Passage.objects.filter(document__authority_id=authority_id).select_related("document")
    return [(row.ident, text_for_index(row)) for row in rows.order_by("pk")]


def text_for_index(passage: Passage) -> str:
    """Return a passage with the title and headings it stands under, which give it its subject."""
    return f"{passage.document.title}\n{passage.heading}\n{passage.text}"
