"""Ask for an import of files into the library, agree to the columns of logs, and stop it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from assistant.domain.errors import NotAllowed
from assistant.domain.library.columns import Columns, chosen
from assistant.ports import Clock
from assistant.store import queue
from assistant.store.models import Authority, LibraryImport, LibraryUpload, User

LARGEST = 50_000_000
LARGEST_TOGETHER = 200_000_000
MOST_FILES = 100
# A document is read in seconds; a worker that has told nothing for so long is gone.
QUIET = timedelta(minutes=5)
# Columns that nobody agrees to hold files with personal data; they are not kept for ever.
UNDECIDED = timedelta(days=14)
_SUPERVISORS = "Only a supervisor can import earlier responses."
_ENDED = "The import has ended already."
_UNUSABLE = (
    "Say which column holds what was asked (request, or title) and which what was answered "
    "(answer, or outcome)."
)
_COMMAND = "Whoever runs the assistant can import it with foi-assistant knowledge import."

State = LibraryImport.State


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was chosen: its name, its size in bytes, and how its bytes are had."""

    name: str
    size: int
    read: Callable[[], bytes]


def ask_import(
    files: Sequence[Upload], *, authority: Authority, by: User, clock: Clock
) -> LibraryImport:
    """Store files and queue their import, all or none; a worker reads them.

    Raises NotAllowed where the person does not supervise, or the files are none, many or large.
    """
    _allow(by, authority.pk)
    _refuse(files)
    now = clock.now()
    with transaction.atomic():
        asked = LibraryImport.objects.create(
            authority=authority, asked_by=by, asked_at=now, seen_at=now, files=len(files)
        )
        for each in files:
            # One at a time, so that no more than one of them is in memory.
            LibraryUpload.objects.create(
                of=asked, name=each.name, size=each.size, content=each.read()
            )
        queue.enqueue(queue.READ_IMPORT, asked.pk)
    return asked


def agree_columns(
    import_id: int, meanings: Sequence[Mapping[int, str]], *, by: User, clock: Clock
) -> None:
    """Say what the columns of its logs hold, a mapping for each table, and go on with an import.

    A mapping gives a field of domain/library/columns.py by the place of its column. Raises
    NotAllowed where that does not say what was asked and answered, or somebody was quicker.
    """
    with transaction.atomic():
        row = _of(import_id, by)
        if row.state != State.COLUMNS or len(meanings) != len(row.tables):
            raise NotAllowed("The columns were agreed to already. Look at the import again.")
        for table, meaning in zip(row.tables, meanings, strict=True):
            columns = chosen(columns_of(table), meaning)
            if not columns.usable:
                raise NotAllowed(_UNUSABLE)
            table["fields"] = dict(columns.fields)
        row.agreed, row.state, row.seen_at = True, State.QUEUED, clock.now()
        row.save(update_fields=["tables", "agreed", "state", "seen_at"])
        queue.enqueue(queue.READ_IMPORT, row.pk)


def stop_import(import_id: int, *, by: User, clock: Clock) -> None:
    """Stop an import; what it has taken stays. One that is being read stops after a document.

    Raises NotAllowed where it has ended.
    """
    with transaction.atomic():
        row = _of(import_id, by)
        if not row.is_open:
            raise NotAllowed(_ENDED)
        if row.state == State.READING and row.seen_at > clock.now() - QUIET:
            row.stop_asked = True
            row.save(update_fields=["stop_asked"])
        else:
            end(row, State.STOPPED, clock)


def end(row: LibraryImport, state: str, clock: Clock) -> None:
    """Note that an import has ended, and delete the files; call it in a transaction."""
    row.state, row.finished_at = state, clock.now()
    # A reading that goes on all the same is told by the number that it is not wanted any more.
    row.run += 1
    row.save(update_fields=["state", "finished_at", "run"])
    row.uploads.all().delete()


def columns_of(table: Mapping[str, object]) -> Columns:
    """Return the columns of a table as an import keeps them."""
    kept = {**table}
    fields: Mapping[str, Sequence[int]] = kept["fields"]  # type: ignore[assignment]  # from JSON
    headings: Sequence[str] = kept["headings"]  # type: ignore[assignment]  # from JSON
    return Columns(
        tuple(headings),
        {name: tuple(places) for name, places in fields.items()},
        int(str(kept["row"])),
    )


def resume_imports(before: datetime, clock: Clock) -> int:
    """Queue imports again that no task is going to read; return how many.

    Those queued before an instant, and those whose worker has told nothing for `QUIET`. Files that
    wait for their columns longer than `UNDECIDED` are given up.
    """
    now = clock.now()
    waiting = LibraryImport.objects.filter(state=State.QUEUED, seen_at__lt=before)
    quiet = LibraryImport.objects.filter(state=State.READING, seen_at__lt=now - QUIET)
    due = [*waiting.values_list("pk", flat=True), *quiet.values_list("pk", flat=True)]
    queued = queue.waiting(queue.READ_IMPORT) if due else set()
    again = [each for each in due if each not in queued]
    for each in again:
        queue.enqueue(queue.READ_IMPORT, each)
    undecided = LibraryImport.objects.filter(state=State.COLUMNS, seen_at__lt=now - UNDECIDED)
    for row in undecided:
        with transaction.atomic():
            end(row, State.STOPPED, clock)
    return len(again)


def _allow(by: User, authority_id: int) -> None:
    if not by.supervises or by.authority_id != authority_id:
        raise NotAllowed(_SUPERVISORS)


def _of(import_id: int, by: User) -> LibraryImport:
    """Return an import for a change; raises NotAllowed where the person may not."""
    row = LibraryImport.objects.select_for_update().get(pk=import_id)
    _allow(by, row.authority_id)
    return row


def _refuse(files: Sequence[Upload]) -> None:
    """Raise NotAllowed where there is nothing to take, or more than a page takes."""
    if not files:
        raise NotAllowed("Choose at least one file.")
    if len(files) > MOST_FILES:
        raise NotAllowed(
            f"These are {len(files)} files. Choose at most {MOST_FILES}, or pack them into a .zip."
        )
    for each in files:
        if each.size > LARGEST:
            raise NotAllowed(f"{each.name} is larger than 50 MB. {_COMMAND}")
    if sum(each.size for each in files) > LARGEST_TOGETHER:
        raise NotAllowed(
            f"The files are larger than 200 MB together. Choose fewer at a time. {_COMMAND}"
        )
