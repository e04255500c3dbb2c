"""Fixtures for tests that need a real PostgreSQL server, each with a database of its own."""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scripts import postgresql_cluster
from tests import environment


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Return the address of a server: the one handed in, or one started for this run."""
    if environment.POSTGRESQL_URL:
        yield environment.POSTGRESQL_URL
        return
    try:
        postgresql_cluster.programs()
    except postgresql_cluster.NotInstalled as missing:
        environment.part_is_missing(str(missing))
    folder = Path(tempfile.mkdtemp(prefix="foi-pg-")) / "server"
    # The server runs as another user when tests run as root: it must reach its own folder.
    folder.parent.chmod(0o755)
    try:
        yield postgresql_cluster.start(folder)
    finally:
        postgresql_cluster.stop(folder)
        folder.parent.rmdir()


@contextmanager
def empty_database(server: str) -> Iterator[str]:
    """Return the address of an empty database on a server, dropped afterwards."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    name = f"foi_test_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield f"{server.rpartition('/')[0]}/{name}"
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """Return the address of an empty database, dropped after the test."""
    with empty_database(postgresql_server) as url:
        yield url
