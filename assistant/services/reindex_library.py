"""Rebuild the index of an authority's library from the database."""

from contextlib import suppress
from datetime import timedelta

from django.db import transaction

from assistant.ports import Clock, IndexGone, Library
from assistant.services.check_library import mend_vectors
from assistant.services.library_fit import current_fit, swap_fit
from assistant.store.library import texts
from assistant.store.models import LibraryIndex
from assistant.store.term_counts import count_terms

# Nothing takes so long to build: what stands unused for longer was cut off.
BUILT_WITHIN = timedelta(hours=12)


def reindex_library(authority_id: int, *, library: Library, clock: Clock) -> int:
    """Learn from every passage, write a new collection, swap it in, drop the old one.

    Searches use the old collection until the swap commits. What was taken in or changed meanwhile
    is brought up to date after it. Cut off anywhere, the one in use is whole, and what is left over
    is dropped by a later run. Returns the number of passages.
    """
    count_terms(authority_id, at=clock.now())
    scope = scope_of(authority_id)
    library.discard_others(
        scope, current_fit(authority_id), begun_before=clock.now() - BUILT_WITHIN
    )
    passages = texts(authority_id)
    fit = library.build(passages, scope=scope)
    count = len(passages)
    del passages
    with transaction.atomic():
        before = swap_fit(authority_id, fit, passages=count, at=clock.now())
        # Until what came meanwhile is in it, too.
        LibraryIndex.objects.filter(authority_id=authority_id).update(stale=True)
    if before is not None and before.id != fit.id:
        library.discard(before)
    mend_vectors(authority_id, fit, library=library)
    LibraryIndex.objects.filter(authority_id=authority_id, fit_id=fit.id).update(stale=False)
    return count


def rebuild_if_gone(authority_id: int, *, library: Library, clock: Clock) -> bool:
    """Build the index where there is none that can be asked; return whether it was built.

    It may be asked for several times before the first is done, and once is enough.
    """
    fit = current_fit(authority_id)
    with suppress(IndexGone):
        if fit is not None:
            library.count(fit)
            return False
    reindex_library(authority_id, library=library, clock=clock)
    return True


def scope_of(authority_id: int) -> str:
    """Return the word by which a library's collections are called."""
    return f"authority-{authority_id}"
