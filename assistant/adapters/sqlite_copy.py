"""Copies of a SQLite database: taken while it is in use, held against itself, put in place."""

import sqlite3
from contextlib import closing
from pathlib import Path

from assistant.domain.errors import NotAllowed, TryAgainLater

# So long a copy waits for a writer; readers and writers of a database in WAL mode do not meet.
PATIENCE = 60.0
VERSION = sqlite3.sqlite_version


def copy(source: Path, target: Path) -> None:
    """Copy a database as it stands at one moment, while others write to it, and check the copy.

    It is the online backup interface in a single step: within one reading transaction, so that no
    writer has to wait and none makes it begin again. Raises NotAllowed where there is no database
    or the copy is not sound, TryAgainLater where it cannot be made now.
    """
    if not source.is_file():
        raise NotAllowed(f"There is no database {source} yet, so there is nothing to back up.")
    try:
        with (
            closing(sqlite3.connect(_uri(source, "rw"), uri=True, timeout=PATIENCE)) as database,
            closing(sqlite3.connect(target)) as taken,
        ):
            database.backup(taken)
            alone(taken)
    except sqlite3.Error as error:
        raise TryAgainLater(f"The database cannot be copied now: {error}.") from error
    refuse_unsound(target)


def refuse_unsound(place: Path) -> None:
    """Raise NotAllowed where a database does not hold together."""
    try:
        with closing(sqlite3.connect(_uri(place, "rw"), uri=True)) as database:
            found = [str(row[0]) for row in database.execute("PRAGMA integrity_check(3)")]
            astray = database.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.Error as error:
        found, astray = [str(error)], None
    if found != ["ok"] or astray:
        reason = "; ".join(found) if found != ["ok"] else f"a row of {astray[0]} points nowhere"
        raise NotAllowed(f"The copy of the database is not sound: {reason}.")


def holds_anything(place: Path) -> bool:
    """Say whether there is a database with a table in it, or something that is no database."""
    if not place.exists() or place.stat().st_size == 0:
        return False
    try:
        with closing(sqlite3.connect(_uri(place, "rw"), uri=True)) as database:
            return bool(database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except sqlite3.Error:
        return True


def take_out_of_use(place: Path) -> None:
    """Put all that a database holds into its one file, where nobody else has it open.

    Raises NotAllowed where somebody has.
    """
    try:
        with closing(sqlite3.connect(_uri(place, "rw"), uri=True, timeout=0)) as database:
            alone(database)
    except sqlite3.OperationalError as error:
        raise NotAllowed(
            f"{place} is in use ({error}). Stop every program of the assistant first."
        ) from error
    except sqlite3.DatabaseError:
        # Not a database: there is nothing in it that somebody could have open.
        return


def alone(database: sqlite3.Connection) -> None:
    """Keep no log beside the file, so that the file is all there is."""
    database.execute("PRAGMA journal_mode=DELETE").fetchone()
    database.execute("PRAGMA synchronous=FULL")


def put_in_place(copy_of_it: Path, place: Path, *, aside: Path) -> bool:
    """Give a copy the name of the database; return whether one was there, which is now `aside`."""
    there = place.exists()
    if there:
        place.rename(aside)
    # What belonged to the one before would be taken for part of this one.
    for ending in ("-wal", "-shm", "-journal"):
        place.with_name(place.name + ending).unlink(missing_ok=True)
    copy_of_it.rename(place)
    return there


def _uri(place: Path, mode: str) -> str:
    return f"{place.absolute().as_uri()}?mode={mode}"
