"""Rebuild the index of an authority's library from the database."""

from django.db import transaction

from assistant.ports import Clock, Library
from assistant.services.library_fit import swap_fit
from assistant.store.library import texts


def reindex_library(authority_id: int, *, library: Library, clock: Clock) -> int:
    """Learn from every passage, write a new collection, swap it in, drop the old one.

    Searches use the old collection until the swap commits. Returns the number of passages.
    """
    passages = texts(authority_id)
    fit = library.build(passages, scope=f"authority-{authority_id}")
    with transaction.atomic():
        before = swap_fit(authority_id, fit, passages=len(passages), at=clock.now())
    if before is not None and before.id != fit.id:
        library.discard(before)
    return len(passages)
