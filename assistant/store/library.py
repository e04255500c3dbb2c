"""Documents and passages of the library, and the fit under which they are indexed."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from assistant.domain.letters.precedents import Precedent, cut
from assistant.ports import Fit
from assistant.store.models import LibraryDocument, LibraryIndex, Passage
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


def current_fit(authority_id: int) -> Fit | None:
    """Return the fit in use, or None while nothing has been indexed."""
    row = LibraryIndex.objects.filter(authority_id=authority_id).values_list("pk", "fit_id").first()
    return _fit(*row) if row else None


@lru_cache(maxsize=4)
def _fit(index_id: int, fit_id: str) -> Fit:
    """Load a fit once: it never changes under its id, and a large one has tens of megabytes."""
    row = LibraryIndex.objects.get(pk=index_id, fit_id=fit_id)
    return Fit(id=row.fit_id, embedder=row.embedder, dimension=row.dimension, blob=bytes(row.blob))


def swap_fit(authority_id: int, fit: Fit, *, passages: int, at: datetime) -> Fit | None:
    """Put a new fit in use and return the one before it; call it inside a transaction."""
    before = current_fit(authority_id)
    LibraryIndex.objects.update_or_create(
        authority_id=authority_id,
        defaults={
            "fit_id": fit.id,
            "embedder": fit.embedder,
            "dimension": fit.dimension,
            "blob": fit.blob,
            "built_at": at,
            "passages": passages,
            "stale": False,
        },
    )
    return before
