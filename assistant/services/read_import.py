"""Read the files of an import into the library: what the worker does, and notes as it goes."""

import logging
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import accumulate, chain

from django.db import transaction
from django.db.models import F

from assistant.domain.law.acts import Register
from assistant.domain.library.columns import Columns
from assistant.domain.library.precedents import Loaded, Precedent, Source
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.ports import Clock, LaidOut, Library, Loader, Uploads
from assistant.services.import_knowledge import (
    Imported,
    NotTaken,
    documents_of,
    index_new,
    take_in,
)
from assistant.services.import_uploads import QUIET, columns_of, end
from assistant.store import queue
from assistant.store.models import LibraryImport, LibraryImportItem
from assistant.store.threads import own_addresses

logger = logging.getLogger(__name__)

State = LibraryImport.State
# So often is told how far it is; each time costs two statements.
TOLD_EVERY = timedelta(seconds=1)
# A reading that was broken off so often without taking anything is not begun again.
MOST_ATTEMPTS = 5
# The report of a log with ten years of empty rows is of use to nobody; the rest is counted.
MOST_ITEMS = 20_000


class _NotWanted(Exception):
    """The import was stopped, or is read by somebody else."""


class _Stopped(_NotWanted):
    """Somebody asked that the import be stopped."""


def read_import(
    import_id: int,
    *,
    loader_for: Callable[[OwnAddresses], Loader],
    uploads: Uploads,
    library: Library,
    register: Register,
    clock: Clock,
) -> None:
    """Read an import to its end, or until the columns of its logs have to be agreed to.

    `loader_for` returns who reads files, told which addresses are the authority's own.
    One that somebody else is reading, or that has ended, is left alone. Killed at any moment it
    can be begun again: what was stored is known by its content. Raises TryAgainLater where all is
    taken and the index cannot be reached; it is then indexed by another task.
    """
    row = _claim(import_id, clock)
    if row is None:
        return
    told = _Told(row, clock)
    loader = loader_for(own_addresses(row.authority))
    contents = ((each.name, bytes(each.content)) for each in row.uploads.iterator(chunk_size=1))
    try:
        with uploads.laid_out(contents) as laid:
            sources = list(loader.sources(laid.paths))
            told.begins(sources)
            if not row.agreed and _asks(row, _tables(sources, loader, laid), clock):
                return
            columns = _columns(row, sources, laid)
            documents = documents_of(
                row.authority_id, sources, columns, loader=loader, read=told.read
            )
            _, gone = take_in(
                row.authority_id,
                _named(chain(laid.refused, documents), laid),
                clock=clock,
                register=register,
                progress=told.progress,
                report=told.report,
                within=told.within,
            )
        _finish(told, State.DONE, clock)
    except _Stopped:
        _finish(told, State.STOPPED, clock)
        gone = []
    except _NotWanted:
        logger.warning("Import %d is read by somebody else, or was stopped", import_id)
        return
    index_new(row.authority_id, library=library, clock=clock, gone=gone)


def _claim(import_id: int, clock: Clock) -> LibraryImport | None:
    """Return an import that is now ours to read, or None."""
    with transaction.atomic():
        row = LibraryImport.objects.select_for_update().get(pk=import_id)
        now = clock.now()
        if row.state not in LibraryImport.WORKING:
            return None
        if row.state == State.READING and row.seen_at > now - QUIET:
            return None
        if row.stop_asked or row.attempts >= MOST_ATTEMPTS:
            end(row, State.STOPPED if row.stop_asked else State.FAILED, clock)
            return None
        row.state, row.seen_at = State.READING, now
        row.run += 1
        row.attempts += 1
        row.known = row.left_out = row.refused = row.files_read = row.bytes_read = 0
        row.save()
        row.items.all().delete()
    return row


def _tables(sources: Sequence[Source], loader: Loader, laid: LaidOut) -> list[dict[str, object]]:
    """Return the tables whose columns a person has to look at, those with equal headings once."""
    alike: dict[tuple[int, tuple[str, ...]], tuple[Columns, list[str]]] = {}
    for source in sources:
        found = loader.headings(source)
        if found is not None and not found.is_mail:
            kept = alike.setdefault((found.row, found.headings), (found, []))
            kept[1].append(laid.named(source.path))
    return [
        {"files": files, "row": found.row, "headings": found.headings, "fields": found.fields}
        for found, files in alike.values()
    ]


def _asks(row: LibraryImport, tables: list[dict[str, object]], clock: Clock) -> bool:
    """Note what the columns are guessed to hold, and return whether somebody has to look."""
    mine = LibraryImport.objects.filter(pk=row.pk, run=row.run)
    if not tables:
        return mine.update(agreed=True) == 0
    mine.update(tables=tables, state=State.COLUMNS, attempts=0, seen_at=clock.now())
    return True


def _columns(
    row: LibraryImport, sources: Iterable[Source], laid: LaidOut
) -> Mapping[str, Columns | None]:
    """Return the columns that were agreed to, by the paths of their tables."""
    agreed = {name: columns_of(table) for table in row.tables for name in table["files"]}
    return {each.path: agreed.get(laid.named(each.path)) for each in sources}


def _named(documents: Iterable[Loaded], laid: LaidOut) -> Iterator[Loaded]:
    """Yield documents with the places that people know them by."""
    for each in documents:
        if isinstance(each, Precedent):
            yield replace(each, source=laid.named(each.source))
        else:
            yield replace(each, file=laid.named(each.file))


def _finish(told: "_Told", state: str, clock: Clock) -> None:
    """Note that an import has ended, and queue the indexing, should this process end before it."""
    with transaction.atomic():
        row = LibraryImport.objects.select_for_update().get(pk=told.row.pk)
        if row.run != told.row.run:
            return
        told.write(check=False)
        row.refresh_from_db()
        end(row, state, clock)
        queue.enqueue(queue.INDEX_LIBRARY, row.authority_id)


@dataclass
class _Told:
    """How far an import is, and what stayed outside; written down as often as is worth it."""

    row: LibraryImport
    clock: Clock
    done: Imported = field(default_factory=Imported)
    at: int = 0
    ends: Sequence[int] = ()
    items: list[NotTaken] = field(default_factory=list)
    kept: int = 0
    last: datetime | None = None

    def begins(self, sources: Sequence[Source]) -> None:
        """Note how much there is to read."""
        self.ends = list(accumulate(each.size for each in sources))
        LibraryImport.objects.filter(pk=self.row.pk, run=self.row.run).update(
            files=len(sources), bytes_all=self.ends[-1] if self.ends else 0
        )

    def read(self, position: int) -> None:
        """Hear how many bytes are done."""
        self.at = position

    def report(self, item: NotTaken) -> None:
        """Hear what stays outside."""
        if self.kept < MOST_ITEMS:
            self.kept += 1
            self.items.append(item)

    def within(self, taken: int) -> None:
        """Count what is stored in the transaction that is open; raises _NotWanted."""
        mine = LibraryImport.objects.filter(pk=self.row.pk, run=self.row.run)
        attempts = 0 if taken else self.row.attempts
        if not mine.update(taken=F("taken") + taken, attempts=attempts):
            raise _NotWanted

    def progress(self, done: Imported) -> None:
        """Write down how far it is, where that is due; raises _NotWanted."""
        self.done = done
        now = self.clock.now()
        if self.last is None or now - self.last >= TOLD_EVERY:
            self.last = now
            self.write()

    def write(self, *, check: bool = True) -> None:
        """Write down how far it is; raises _NotWanted where it is to go no further."""
        mine = LibraryImport.objects.filter(pk=self.row.pk, run=self.row.run)
        # What an earlier reading of the same files stored is met again, and counts as taken.
        found = mine.update(
            known=max(0, self.done.known - self.row.taken),
            left_out=self.done.left_out,
            refused=len(self.done.refused),
            bytes_read=self.at,
            files_read=bisect_right(self.ends, self.at),
            seen_at=self.clock.now(),
        )
        if not found:
            raise _NotWanted
        LibraryImportItem.objects.bulk_create(
            LibraryImportItem(of=self.row, what=each.what, file=each.file, reason=each.reason)
            for each in self.items
        )
        self.items.clear()
        if check and mine.filter(stop_asked=True).exists():
            raise _Stopped
