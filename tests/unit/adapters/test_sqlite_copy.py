"""Copies of a SQLite database: whole while others write, sound, and never put under a program."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from assistant.adapters.sqlite_copy import copy, holds_anything, put_in_place, take_out_of_use
from assistant.domain.errors import NotAllowed, TryAgainLater


@pytest.fixture
def database(tmp_path: Path) -> Path:
    place = tmp_path / "live.sqlite3"
    with closing(sqlite3.connect(place)) as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE a (n INTEGER PRIMARY KEY, pair INTEGER)")
        made.executemany("INSERT INTO a VALUES (?, ?)", [(n, n) for n in range(2_000)])
        made.commit()
    return place


def test_a_copy_is_of_one_moment_while_somebody_writes(tmp_path: Path, database: Path) -> None:
    over, begun = threading.Event(), threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(database, timeout=30)) as writer:
            number = 10_000
            while not over.is_set():
                # Two rows that belong together: a copy has both or neither.
                with writer:
                    writer.execute("INSERT INTO a VALUES (?, 0)", (number,))
                    writer.execute("INSERT INTO a VALUES (?, 0)", (number + 1,))
                number += 2
                begun.set()

    thread = threading.Thread(target=write)
    thread.start()
    try:
        begun.wait(10)
        copy(database, tmp_path / "copy")
    finally:
        over.set()
        thread.join(30)

    with closing(sqlite3.connect(tmp_path / "copy")) as taken:
        (count,) = taken.execute("SELECT count(*) FROM a WHERE n >= 10000").fetchone()
        assert (count >= 2, count % 2) == (True, 0)
        assert taken.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_where_there_is_no_database_there_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="nothing to back up"):
        copy(tmp_path / "none", tmp_path / "copy")
    assert not (tmp_path / "none").exists()


def test_a_spoilt_database_gives_no_backup(tmp_path: Path, database: Path) -> None:
    with closing(sqlite3.connect(database)) as opened:
        opened.execute("PRAGMA journal_mode=DELETE")
    content = bytearray(database.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    database.write_bytes(content)

    with pytest.raises((NotAllowed, TryAgainLater)):
        copy(database, tmp_path / "copy")


def test_rows_that_point_nowhere_are_noticed(tmp_path: Path, database: Path) -> None:
    with closing(sqlite3.connect(database)) as opened, opened:
        opened.execute("CREATE TABLE b (a INTEGER REFERENCES a(n))")
        opened.execute("INSERT INTO b VALUES (999999)")
    with pytest.raises(NotAllowed, match="points nowhere"):
        copy(database, tmp_path / "copy")


def test_a_database_that_somebody_has_open_is_not_replaced(database: Path) -> None:
    with closing(sqlite3.connect(database)) as program:
        program.execute("SELECT count(*) FROM a").fetchone()
        with pytest.raises(NotAllowed, match="in use"):
            take_out_of_use(database)
    take_out_of_use(database)


def test_what_counts_as_empty(tmp_path: Path, database: Path) -> None:
    empty, other = tmp_path / "empty", tmp_path / "letter.txt"
    empty.touch()
    other.write_text("Dear Northshire Police, " * 100)

    found = [holds_anything(each) for each in (tmp_path / "none", empty, other, database)]

    assert found == [False, False, True, True]
    take_out_of_use(other)


def test_the_database_of_before_is_kept_and_its_log_is_not(tmp_path: Path, database: Path) -> None:
    new, log = tmp_path / "new", tmp_path / "live.sqlite3-wal"
    new.write_bytes(b"new")
    log.write_bytes(b"log")

    assert put_in_place(new, database, aside=tmp_path / "before")
    assert (database.read_bytes(), log.exists()) == (b"new", False)
    assert holds_anything(tmp_path / "before")
    database.unlink()
    new.write_bytes(b"newer")
    assert not put_in_place(new, database, aside=tmp_path / "unused")
