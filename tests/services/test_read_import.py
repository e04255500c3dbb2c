"""Files that a supervisor uploads reach the library once, whatever happens to their worker."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from assistant import bootstrap
from assistant.adapters.loaders import uploads as laying
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import LaidOut
from assistant.services import import_uploads as importing
from assistant.services import read_import as reading
from assistant.services.import_uploads import QUIET, Upload, agree_columns, ask_import, stop_import
from assistant.services.sweep import sweep
from assistant.store.models import LibraryDocument, LibraryImport, LibraryUpload, Passage
from tests.world import World

State = LibraryImport.State
LOG = """Ref,Asked,What we said,Sent
F/1,How many lorries do you own?,We own seven lorries.,2/3/2025
F/2,How many boats do you own?,We own two boats.,3/3/2025
F/3,,,
"""
LETTER = """---
id: {name}
title: Lorries
---
## Response

We own {name} lorries, and the office of that name keeps them.
"""


def upload(name: str, content: str | bytes) -> Upload:
    raw = content.encode() if isinstance(content, str) else content
    return Upload(name, len(raw), lambda: raw)


def letters(*names: str) -> list[Upload]:
    return [upload(f"{name}.md", LETTER.format(name=name)) for name in names]


def ask(world: World, *files: Upload) -> LibraryImport:
    return ask_import(files, authority=world.authority, by=world.supervisor, clock=world.clock)


def read(world: World, row: LibraryImport, uploads: object = None) -> LibraryImport:
    reading.read_import(
        row.pk,
        loader_for=bootstrap.loader,
        uploads=uploads or bootstrap.uploads(),  # type: ignore[arg-type]  # stands in for one
        library=world.library,
        register=world.register,
        clock=world.clock,
    )
    row.refresh_from_db()
    return row


def zipped(**files: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def counted(row: LibraryImport) -> tuple[int, int, int, int]:
    return (row.taken, row.known, row.left_out, row.refused)


def test_letters_are_taken_indexed_and_named_as_they_were_uploaded(world: World) -> None:
    row = read(world, ask(world, *letters("seven", "eight"), upload("plan.exe", "MZ")))
    assert (row.state, counted(row)) == (State.DONE, (2, 0, 0, 1))
    assert (row.files_read, row.files, row.percent) == (3, 3, 100)
    assert set(LibraryDocument.objects.values_list("source", flat=True)) == {
        "seven.md", "eight.md",
    }  # fmt: skip
    item = row.items.get()
    assert (item.file, item.what) == ("plan.exe", "refused")
    assert "no kind that is read here" in item.reason
    assert not LibraryUpload.objects.exists()
    assert world.authority.index.passages == Passage.objects.count()


def test_the_columns_of_a_log_wait_for_somebody_who_can_correct_them(world: World) -> None:
    row = read(world, ask(world, upload("log.csv", LOG), upload("more.csv", LOG + "x,y,z,\n")))
    assert row.state == State.COLUMNS
    assert not LibraryDocument.objects.exists()
    (table,) = row.tables
    assert table["files"] == ["log.csv", "more.csv"]
    assert table["headings"] == ["Ref", "Asked", "What we said", "Sent"]
    with pytest.raises(NotAllowed, match="what was answered"):
        agree_columns(row.pk, [{1: "request"}], by=world.supervisor, clock=world.clock)
    meanings = {0: "reference", 1: "request", 2: "answer", 3: "answered"}
    agree_columns(row.pk, [meanings], by=world.supervisor, clock=world.clock)
    with pytest.raises(NotAllowed, match="already"):
        agree_columns(row.pk, [meanings], by=world.supervisor, clock=world.clock)
    row = read(world, row)
    assert (row.state, counted(row)) == (State.DONE, (3, 2, 2, 0))
    boats = LibraryDocument.objects.get(reference="F/2")
    assert (boats.source, boats.request) == ("log.csv#3", "How many boats do you own?")
    assert [item.file for item in row.items.all()] == ["log.csv#4", "more.csv#4"]


def test_an_archive_is_unpacked_and_its_litter_left_behind(world: World) -> None:
    packed = zipped(**{
        "2024/seven.md": LETTER.format(name="seven"),
        "../../eight.md": LETTER.format(name="eight"),
        "__MACOSX/2024/._seven.md": "x",
        "inner.zip": "PK",
    })  # fmt: skip
    row = read(world, ask(world, upload("old.zip", packed)))
    assert (row.state, counted(row)) == (State.DONE, (2, 0, 0, 1))
    assert set(LibraryDocument.objects.values_list("source", flat=True)) == {
        "old.zip/2024/seven.md", "old.zip/eight.md",
    }  # fmt: skip
    assert row.items.get().file == "old.zip/inner.zip"


def locked() -> bytes:
    content = bytearray(zipped(a="x"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    return bytes(content)


def bzipped() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.md", "x")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (zipped(a="x" * 2_000, b="y"), "unpacks to more than"),
        (zipped(a="", b="", c="", d=""), "unpacks to more than"),
        (b"PK\x03\x04 nonsense", "damaged"),
        (zipped(a="x" * 900)[:-40], "damaged"),
        (locked(), "password"),
        (bzipped(), "in a way that is not read"),
    ],
)
def test_an_archive_that_cannot_be_unpacked_is_refused_and_the_others_are_taken(
    world: World, content: bytes, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(laying, "LARGEST_UNPACKED", 1_000)
    monkeypatch.setattr(laying, "MOST_IN_ARCHIVE", 3)
    row = read(world, ask(world, upload("bad.ZIP", content), *letters("seven")))
    assert (row.state, counted(row)) == (State.DONE, (1, 0, 0, 1))
    assert said in row.items.get().reason


class Killed(BaseException):
    """What ends a worker at any moment."""


class Dying:
    """Lays files out; the worker is killed when it has read so many of them."""

    def __init__(self, after: int) -> None:
        self.after = after

    @contextmanager
    def laid_out(self, files: Iterator[tuple[str, bytes]]) -> Iterator[LaidOut]:
        with bootstrap.uploads().laid_out(files) as laid:
            yield LaidOut(laid.paths[: self.after], laid.refused, laid.places)
            raise Killed


def test_a_worker_that_is_killed_is_followed_by_one_that_goes_on(world: World) -> None:
    row = ask(world, *letters("seven", "eight", "nine"))
    with pytest.raises(Killed):
        read(world, row, Dying(after=2))
    row.refresh_from_db()
    assert (row.state, row.taken) == (State.READING, 2)
    assert read(world, row).state == State.READING, "somebody may be reading it still"
    world.clock.advance(QUIET + timedelta(seconds=1))
    assert sweep(clock=world.clock, stale_seconds=60) == 0, "its task still waits in the queue"
    row = read(world, row)
    assert (row.state, counted(row)) == (State.DONE, (3, 0, 0, 0))
    assert LibraryDocument.objects.count() == 3


def test_an_import_that_breaks_off_again_and_again_is_given_up(world: World) -> None:
    row = ask(world, *letters("seven"))
    for _ in range(reading.MOST_ATTEMPTS):
        with pytest.raises(Killed):
            read(world, row, Dying(after=0))
        world.clock.advance(QUIET)
    row = read(world, row)
    assert (row.state, row.uploads.count()) == (State.FAILED, 0)


def test_an_import_is_stopped_and_keeps_what_it_took(world: World) -> None:
    row = ask(world, *letters("seven", "eight"))

    class Asked:
        @contextmanager
        def laid_out(self, files: Iterator[tuple[str, bytes]]) -> Iterator[LaidOut]:
            with bootstrap.uploads().laid_out(files) as laid:
                stop_import(row.pk, by=world.supervisor, clock=world.clock)
                yield laid

    row = read(world, row, Asked())
    assert (row.state, row.uploads.count()) == (State.STOPPED, 0)
    assert row.taken == LibraryDocument.objects.count() == 1
    with pytest.raises(NotAllowed, match="ended"):
        stop_import(row.pk, by=world.supervisor, clock=world.clock)


def test_one_that_nobody_reads_is_stopped_at_once(world: World) -> None:
    row = ask(world, *letters("seven"))
    stop_import(row.pk, by=world.supervisor, clock=world.clock)
    assert read(world, row).state == State.STOPPED
    assert not LibraryDocument.objects.exists()


def test_two_imports_of_the_same_letter_take_it_once(world: World) -> None:
    first, second = ask(world, *letters("seven")), ask(world, *letters("seven", "eight"))
    assert counted(read(world, first)) == (1, 0, 0, 0)
    assert counted(read(world, second)) == (1, 1, 0, 0)


def test_a_reading_that_another_has_taken_over_stores_nothing_more(world: World) -> None:
    row = ask(world, *letters("seven"))

    class Slow:
        @contextmanager
        def laid_out(self, files: Iterator[tuple[str, bytes]]) -> Iterator[LaidOut]:
            with bootstrap.uploads().laid_out(files) as laid:
                LibraryImport.objects.update(run=7)
                yield laid

    row = read(world, row, Slow())
    assert (row.state, row.taken) == (State.READING, 0)
    assert not LibraryDocument.objects.exists()


def test_where_the_index_is_away_the_responses_are_kept_and_indexed_later(world: World) -> None:
    world.library.gone = True
    row = ask(world, *letters("seven"))
    with pytest.raises(TryAgainLater):
        read(world, row)
    row.refresh_from_db()
    assert (row.state, row.taken) == (State.DONE, 1)


def test_columns_that_nobody_agrees_to_are_given_up_after_two_weeks(world: World) -> None:
    row = read(world, ask(world, upload("log.csv", LOG)))
    sweep(clock=world.clock, stale_seconds=60)
    world.clock.advance(importing.UNDECIDED + timedelta(minutes=1))
    sweep(clock=world.clock, stale_seconds=60)
    row.refresh_from_db()
    assert (row.state, row.uploads.count()) == (State.STOPPED, 0)


def test_what_is_too_much_for_a_page_is_refused_and_nothing_is_stored(world: World) -> None:
    def never() -> bytes:
        raise AssertionError("no byte of it is read")

    huge = Upload("huge.mbox", importing.LARGEST + 1, never)
    large = Upload("large.mbox", importing.LARGEST, never)
    for files, said in (
        ([], "at least one"),
        ([huge], "huge.mbox is larger than 50 MB"),
        ([large] * 5, "larger than 200 MB together"),
        ([large] * 101, "These are 101 files"),
    ):
        with pytest.raises(NotAllowed, match=said):
            ask(world, *files)
    with pytest.raises(NotAllowed, match="Only a supervisor"):
        ask_import(letters("a"), authority=world.authority, by=world.officer, clock=world.clock)
    assert not LibraryImport.objects.exists()
