"""Bring earlier responses into the library, and index what is new."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction

from assistant.domain.library.columns import Columns
from assistant.domain.library.columns import shown as shown_columns
from assistant.domain.library.entries import entry_of, why_unfit
from assistant.domain.library.precedents import (
    LeftOut,
    Loaded,
    Precedent,
    SameFile,
    Source,
    UnreadableFile,
)
from assistant.ports import Clock, Library, Loader
from assistant.services.library_fit import current_fit
from assistant.services.reindex_library import reindex_library
from assistant.store.library import (
    knows_file,
    mark_stale,
    take_document,
    text_for_index,
)
from assistant.store.models import LibraryDocument, LibraryIndex, Passage

__all__ = [
    "Imported",
    "NotTaken",
    "documents_of",
    "import_knowledge",
    "index_new",
    "shown_columns",
]

# Above this share of new passages the words themselves have changed: learn from all of them anew.
REBUILD_ABOVE = 0.2
AT_ONCE = 500


def _unheard(_said: object) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Imported:
    """What an import did, so far.

    `known` were here already, by their content. `left_out` are whole and hold no response.
    """

    taken: int = 0
    known: int = 0
    left_out: int = 0
    passages: int = 0
    refused: list[UnreadableFile] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A file, or a place in one, that stays outside: refused, or left out as no response."""

    what: str
    file: str
    reason: str


def documents_of(
    authority_id: int,
    sources: Sequence[Source],
    columns: Mapping[str, Columns | None],
    *,
    loader: Loader,
    read: Callable[[int], None] = _unheard,
) -> Iterator[Loaded]:
    """Yield what some files hold; what was taken before is known by its bytes and not read again.

    `columns` are those of tables, by their paths. `read` is told how many bytes of all files are
    done.
    """
    before = 0
    for source in sources:
        yield from loader.load(
            source,
            columns.get(source.path),
            known=lambda sha256: knows_file(authority_id, sha256),
            read=lambda position, before=before: read(before + position),  # type: ignore[misc]  # bound now
        )
        before += source.size
        read(before)


def import_knowledge(
    authority_id: int,
    documents: Iterable[Loaded],
    *,
    library: Library,
    clock: Clock,
    progress: Callable[[Imported], None] = _unheard,
    report: Callable[[NotTaken], None] = _unheard,
) -> Imported:
    """Take documents one by one, each in its own transaction, then index what is new.

    A refused one is counted and reported with its reason and the next is taken. Stopped or killed
    half-way it can be started again: what is there is known by its content, and what was stored and
    not indexed is indexed then. Raises TryAgainLater where the index cannot be reached; the
    documents stay, and the next import or `knowledge reindex` indexes them.
    """
    done = Imported()
    gone: list[str] = []
    for document in documents:
        outside = _take(authority_id, document, done, gone, clock=clock)
        if outside is not None:
            what = "refused" if isinstance(outside, UnreadableFile) else "left out"
            report(NotTaken(what, outside.file, outside.reason))
        progress(done)
    index_new(authority_id, library=library, clock=clock, gone=gone)
    return done


def _take(
    authority_id: int, document: Loaded, done: Imported, gone: list[str], *, clock: Clock
) -> UnreadableFile | LeftOut | None:
    """Take one document, count it, and return what stays outside."""
    if isinstance(document, SameFile):
        done.known += 1
        return None
    if isinstance(document, LeftOut):
        done.left_out += 1
        return document
    if isinstance(document, Precedent):
        unfit = why_unfit(document)
        if not unfit:
            _store(authority_id, document, done, gone, clock=clock)
            return None
        document = UnreadableFile(document.source or document.ident, unfit)
    done.refused.append(document)
    return document


def _store(
    authority_id: int, precedent: Precedent, done: Imported, gone: list[str], *, clock: Clock
) -> None:
    """Store one document whole or not at all."""
    entry = entry_of(precedent)
    try:
        with transaction.atomic():
            taken = take_document(
                authority_id, entry, status=LibraryDocument.Status.EXAMPLE, at=clock.now()
            )
            if not taken.known:
                mark_stale(authority_id)
    except IntegrityError:
        # Another import stored the same content in this very moment.
        done.known += 1
        return
    done.known += taken.known
    done.taken += not taken.known
    done.passages += taken.passages
    gone += taken.gone


def index_new(
    authority_id: int, *, library: Library, clock: Clock, gone: Sequence[str] = ()
) -> int:
    """Give the index the passages it has not been given, and return how many these were.

    Added under the fit in use, some hundreds at a time; where there are many the fit is learned
    anew from all of them. `gone` are taken out of it.
    """
    index = LibraryIndex.objects.filter(authority_id=authority_id).first()
    held = Passage.objects.filter(document__authority_id=authority_id)
    new = held.filter(pk__gt=index.through if index else 0)
    count, all_ = new.count(), held.count()
    if not count and (index is None or not index.stale):
        return 0
    fit = current_fit(authority_id)
    if fit is None or count > REBUILD_ABOVE * all_:
        reindex_library(authority_id, library=library, clock=clock)
        return count
    if gone:
        library.remove(fit, list(gone))
    mine = LibraryIndex.objects.filter(authority_id=authority_id, fit_id=fit.id)
    rows = new.select_related("document").order_by("pk")
    at = 0
    while some := list(rows.filter(pk__gt=at)[:AT_ONCE]):
        library.add(fit, [(passage.ident, text_for_index(passage)) for passage in some])
        at = some[-1].pk
        mine.update(through=at)
    mine.update(stale=False, passages=all_)
    return count
