"""Bring earlier responses into the library, and index what is new."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction

from assistant.domain.law.acts import Register
from assistant.domain.library.columns import Columns
from assistant.domain.library.columns import shown as shown_columns
from assistant.domain.library.entries import Entry, entry_of, why_unfit
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
    known_files,
    mark_stale,
    own_names,
    take_documents,
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
    "take_in",
]

# Above this share of new passages the words themselves have changed: learn from all of them anew.
REBUILD_ABOVE = 0.2
AT_ONCE = 500
# So many documents are stored in one transaction; one that is killed stores none of them.
TOGETHER = 50
MOST_CHARACTERS = 2_000_000


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
    files = known_files(authority_id)
    for source in sources:
        yield from loader.load(
            source,
            columns.get(source.path),
            known=files.__contains__,
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
    register: Register | None = None,
    progress: Callable[[Imported], None] = _unheard,
    report: Callable[[NotTaken], None] = _unheard,
) -> Imported:
    """Take documents as they come, some in each transaction, then index what is new.

    A refused one is counted and reported with its reason and the next is taken. Stopped or killed
    half-way it can be started again: what is there is known by its content, and what was stored and
    not indexed is indexed then. With the `register` each is held against the letter checks. Raises
    TryAgainLater where the index cannot be reached; the documents stay, and the next import or
    `knowledge reindex` indexes them.
    """
    done, gone = take_in(
        authority_id, documents, clock=clock, register=register, progress=progress, report=report
    )
    index_new(authority_id, library=library, clock=clock, gone=gone)
    return done


def take_in(
    authority_id: int,
    documents: Iterable[Loaded],
    *,
    clock: Clock,
    register: Register | None = None,
    progress: Callable[[Imported], None] = _unheard,
    report: Callable[[NotTaken], None] = _unheard,
    within: Callable[[int], None] = _unheard,
) -> tuple[Imported, list[str]]:
    """Take documents as they come, as `import_knowledge` does, and index nothing.

    `within` is told how many were taken, in the transaction that stores them. Returns what was
    done, and the idents of passages that the index has to lose.
    """
    intake = _Intake(authority_id, register, clock, progress, within)
    try:
        for document in documents:
            outside = intake.take(document)
            if outside is not None:
                what = "refused" if isinstance(outside, UnreadableFile) else "left out"
                report(NotTaken(what, outside.file, outside.reason))
            progress(intake.done)
    finally:
        # Whatever stops the stream, what was read of it is stored.
        intake.store()
    return intake.done, intake.gone


class _Intake:
    """Stores documents as they come, some of them together, each whole or not at all."""

    def __init__(
        self,
        authority_id: int,
        register: Register | None,
        clock: Clock,
        progress: Callable[[Imported], None],
        within: Callable[[int], None],
    ) -> None:
        self.within = within
        self.authority_id = authority_id
        self.own = own_names(authority_id)
        self.register = register
        self.clock = clock
        self.progress = progress
        self.done = Imported()
        self.gone: list[str] = []
        self.waiting: list[Entry] = []
        self.characters = 0

    def take(self, document: Loaded) -> UnreadableFile | LeftOut | None:
        """Take one document, count it, and return what stays outside."""
        if isinstance(document, SameFile):
            self.done.known += 1
            return None
        if isinstance(document, LeftOut):
            self.done.left_out += 1
            return document
        if isinstance(document, Precedent):
            unfit = why_unfit(document)
            if not unfit:
                self._wait(entry_of(document, own=self.own, register=self.register))
                return None
            document = UnreadableFile(document.source or document.ident, unfit)
        self.done.refused.append(document)
        return document

    def _wait(self, entry: Entry) -> None:
        """Keep a document until there are enough to store together."""
        self.waiting.append(entry)
        self.characters += len(entry.text)
        if len(self.waiting) >= TOGETHER or self.characters >= MOST_CHARACTERS:
            self.store()

    def store(self) -> None:
        """Store what waits, in one transaction."""
        entries, self.waiting, self.characters = self.waiting, [], 0
        if not entries:
            return
        try:
            self._commit(entries)
        except IntegrityError:
            # Another import stored one of them in this very moment: one by one, then.
            for entry in entries:
                self._commit_alone(entry)
        self.progress(self.done)

    def _commit_alone(self, entry: Entry) -> None:
        try:
            self._commit([entry])
        except IntegrityError:
            self.done.known += 1

    def _commit(self, entries: Sequence[Entry]) -> None:
        with transaction.atomic():
            taken = take_documents(
                self.authority_id,
                entries,
                status=LibraryDocument.Status.EXAMPLE,
                at=self.clock.now(),
            )
            if not all(each.known for each in taken):
                mark_stale(self.authority_id)
            self.within(sum(not each.known for each in taken))
        for each in taken:
            self.done.known += each.known
            self.done.taken += not each.known
            self.done.passages += each.passages
            self.gone += each.gone


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
    if not count:
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
