"""Compare what the database holds of the library with what searches can reach."""

from dataclasses import dataclass

from assistant.ports import Library
from assistant.services.library_fit import current_fit
from assistant.store import fulltext
from assistant.store.library import texts


@dataclass(frozen=True, slots=True)
class LibraryState:
    """Passages in the database, and how many of them each index misses."""

    passages: int
    indexed: bool
    missing_from_text: int
    missing_from_vectors: int

    @property
    def sound(self) -> bool:
        """Whether every passage can be found both ways."""
        return not self.missing_from_text and not self.missing_from_vectors


def check_library(authority_id: int, *, library: Library) -> LibraryState:
    """Count what a query cannot reach; stored is not enough (an index can lose what it stored)."""
    idents = [ident for ident, _ in texts(authority_id)]
    fit = current_fit(authority_id)
    reached = library.reachable(fit, idents) if fit and idents else set()
    return LibraryState(
        passages=len(idents),
        indexed=fit is not None,
        missing_from_text=fulltext.missing(authority_id),
        missing_from_vectors=len(set(idents) - reached),
    )
