"""Bring earlier responses into the library, and index what is new."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import transaction

from assistant.domain.letters.precedents import Precedent, UnreadableFile
from assistant.ports import Clock, Library
from assistant.services.library_fit import current_fit
from assistant.services.reindex_library import reindex_library
from assistant.store.library import take_document, text_for_index
from assistant.store.models import LibraryDocument, LibraryIndex, Passage

# Above this share of new passages the words themselves have changed: learn from all of them anew.
REBUILD_ABOVE = 0.2


@dataclass(slots=True)
class Imported:
    """What an import did."""

    taken: int = 0
    known: int = 0
    refused: list[UnreadableFile] = field(default_factory=list)


def import_knowledge(
    authority_id: int,
    documents: Iterable[Precedent | UnreadableFile],
    *,
    library: Library,
    clock: Clock,
    progress: Callable[[], None] = lambda: None,
) -> Imported:
    """Take documents one by one, each in its own transaction, then index what is new.

    A refused one is counted with its reason and the next is taken. Stopped half-way it can be
    started again: what is there is known by its content. Raises TryAgainLater where the index
    cannot be reached; the documents stay, and `knowledge reindex` indexes them.
    """
    done = Imported()
    new: list[Passage] = []
    for document in documents:
        if isinstance(document, UnreadableFile):
            done.refused.append(document)
        else:
            with transaction.atomic():
                taken = take_document(
                    authority_id,
                    document,
                    status=LibraryDocument.Status.EXAMPLE,
                    at=clock.now(),
                )
            done.known += taken.known
            done.taken += not taken.known
            new += taken.passages
        progress()
    if new:
        _index(authority_id, new, library=library, clock=clock)
    return done


def _index(authority_id: int, new: list[Passage], *, library: Library, clock: Clock) -> None:
    """Add new passages under the fit in use, or learn anew where there are many."""
    LibraryIndex.objects.filter(authority_id=authority_id).update(stale=True)
    fit = current_fit(authority_id)
    held = Passage.objects.filter(document__authority_id=authority_id).count()
    if fit is None or len(new) > REBUILD_ABOVE * held:
        reindex_library(authority_id, library=library, clock=clock)
        return
    library.add(fit, [(passage.ident, text_for_index(passage)) for passage in new])
    LibraryIndex.objects.filter(authority_id=authority_id).update(stale=False, passages=held)
