"""Lets one program at a time bring the database up to date, on one machine or on several."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.config import Settings
from assistant.domain.errors import TryAgainLater

# Any number will do, as long as every version takes the same.
_LOCK = 4_607_817
# Whoever comes second waits for the first; a whole upgrade is done within this time.
_WAIT_FOR_ANOTHER = "15min"
# A migration that waits for a table in use keeps everybody else from it meanwhile: not for long.
_WAIT_FOR_A_TABLE = "20s"
_LOCK_NOT_AVAILABLE = "55P03"


@contextmanager
def one_at_a_time(settings: Settings) -> Iterator[None]:
    """Wait until no other program prepares this database, and keep others out meanwhile.

    On PostgreSQL by a lock in the database, which ends with the connection, and with a limit on how
    long a table is waited for; on SQLite by a lock on a file in the data folder. Raises
    TryAgainLater where a table, or another program's preparation, is not done with in time.
    """
    if settings.database_url.startswith("postgres"):
        with _locked_in_database():
            yield
    else:
        with _locked_by_file(settings.data_folder / "prepare.lock"):
            yield


@contextmanager
def _locked_in_database() -> Iterator[None]:
    from django.db import OperationalError, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = '{_WAIT_FOR_ANOTHER}'")
            cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
            cursor.execute(f"SET lock_timeout = '{_WAIT_FOR_A_TABLE}'")
        yield
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != _LOCK_NOT_AVAILABLE:
            raise
        raise TryAgainLater(
            "The database could not be brought up to date, because another program holds a table "
            "of it. Nothing is half done. Run foi-assistant prepare again; if it says the same, "
            "stop the other programs first."
        ) from error
    finally:
        _unlock()


def _unlock() -> None:
    """Give the lock and its time-out back; the connection is otherwise left as it was."""
    from django.db import Error, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
            cursor.execute("RESET lock_timeout")
    except Error:
        # What has been said already is what matters. A closed connection holds no lock.
        connection.close()


@contextmanager
def _locked_by_file(path: Path) -> Iterator[None]:
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
