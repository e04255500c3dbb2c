"""The fit under which an authority's passages are indexed now, as the library knows it."""

from datetime import datetime
from functools import lru_cache

from assistant.ports import Fit
from assistant.store.library import last_passage
from assistant.store.models import LibraryIndex


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
            "through": last_passage(authority_id),
            "stale": False,
        },
    )
    return before
