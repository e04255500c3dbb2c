"""Copies of a PostgreSQL database by its own programs, pg_dump and pg_restore."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assistant.domain.errors import NotAllowed, TryAgainLater

# Names of libpq's environment for what an address may say besides; by them no word of it, and no
# password, stands on a command line that everybody on the machine can read.
_NAMES = {
    "HOST": "PGHOST",
    "PORT": "PGPORT",
    "NAME": "PGDATABASE",
    "USER": "PGUSER",
    "PASSWORD": "PGPASSWORD",
}
_OPTIONS = (
    "sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "options", "passfile", "service",
    "connect_timeout", "channel_binding", "gssencmode", "target_session_attrs",
)  # fmt: skip
WRITING = "-c default_transaction_read_only=off"


@dataclass(frozen=True, slots=True)
class Server:
    """Where a database is and who we are there, as libpq's environment, and its major version."""

    environ: Mapping[str, str] = field(repr=False)
    version: int


def server(settings: Mapping[str, object], version: int) -> Server:
    """Return the server that a database's settings name; `version` is as 170004."""
    options = settings.get("OPTIONS")
    named = {variable: str(settings[name]) for name, variable in _NAMES.items() if settings[name]}
    if isinstance(options, Mapping):
        named |= {f"PG{name.replace('_', '').upper()}": str(options[name])
                  for name in _OPTIONS if options.get(name)}  # fmt: skip
    return Server(named, version // 10_000)


def dump(database: Server, target: Path) -> str:
    """Write a copy of the database as it stands at one moment; return the version of pg_dump.

    Nobody has to stop meanwhile. Raises NotAllowed where pg_dump is missing or older than the
    server, TryAgainLater where it does not succeed.
    """
    version = version_of("pg_dump", database.version, "the server")
    words = ("--format=custom", "--no-owner", "--no-privileges", f"--file={target}")
    _run("pg_dump", words, database.environ)
    return str(version)


def check(source: Path, *, version: int) -> None:
    """Raise NotAllowed where a copy cannot be restored by the pg_restore at hand."""
    version_of("pg_restore", version, "the pg_dump that made the backup")
    _run("pg_restore", ("--list", f"--file={os.devnull}", str(source)), {})


def load(database: Server, source: Path) -> None:
    """Put a copy into an empty database, in one transaction; all of it or nothing."""
    words = (
        "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges",
        f"--dbname={database.environ['PGDATABASE']}", str(source),
    )  # fmt: skip
    options = f"{database.environ.get('PGOPTIONS', '')} {WRITING}".strip()
    _run("pg_restore", words, {**database.environ, "PGOPTIONS": options})


def version_of(program: str, at_least: int, than: str) -> int:
    """Return the major version of a program; raises NotAllowed where it is missing or too old."""
    place = shutil.which(program)
    if place is None:
        raise NotAllowed(
            f"{program} is not installed, or not on the PATH. It comes with PostgreSQL's client "
            f"programs (Debian and Ubuntu: apt install postgresql-client); version {at_least} or "
            "newer is needed."
        )
    told = subprocess.run(  # noqa: S603  # found on the PATH by its own name
        [place, "--version"], capture_output=True, text=True, check=False
    ).stdout
    found = re.search(r"\b(\d+)(?:\.\d+|devel|beta\d|rc\d)", told)
    version = int(found[1]) if found else 0
    if version < at_least:
        raise NotAllowed(
            f"{program} has version {version or 'unknown'}, which is older than {than} "
            f"({at_least}). Install PostgreSQL's client programs of version {at_least} or newer, "
            "and put them first on the PATH."
        )
    return version


def _run(program: str, words: tuple[str, ...], environ: Mapping[str, str]) -> None:
    """Run one of the programs to its end; what it complains of becomes TryAgainLater."""
    place = shutil.which(program) or program
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    done = subprocess.run(  # noqa: S603  # found on the PATH by its own name
        [place, *words],
        env={**kept, **environ},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = " ".join(done.stderr.split())[:500] or f"status {done.returncode}"
        raise TryAgainLater(f"{program} did not succeed: {said}.")
