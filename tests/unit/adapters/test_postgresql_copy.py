"""PostgreSQL's programs: found on the PATH, new enough, and told no password in plain view."""

from pathlib import Path

import pytest

from assistant.adapters.postgresql_copy import Server, check, dump, load, server, version_of
from assistant.domain.errors import NotAllowed, TryAgainLater

SETTINGS = {
    "HOST": "db.example",
    "PORT": 5433,
    "NAME": "foi",
    "USER": "foi",
    "PASSWORD": "a fictional password",
    "OPTIONS": {"sslmode": "verify-full", "channel_binding": "require", "pool": True},
}


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Programs that say their version, and otherwise write down how they were called."""
    for name in ("pg_dump", "pg_restore"):
        program = tmp_path / name
        program.write_text(
            "#!/bin/sh\n"
            f'case "$1" in --version) echo "{name} (PostgreSQL) 16.4 (Debian)"; exit;; esac\n'
            f'echo "$@" > {tmp_path}/words\n'
            f"env > {tmp_path}/environ\n"
            f"test ! -e {tmp_path}/fails || {{ echo no such table >&2; exit 1; }}\n"
        )
        program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


def test_where_the_database_is_stands_in_the_environment_alone(programs: Path) -> None:
    database = server(SETTINGS, 160_004)
    assert "password" not in repr(database)

    assert dump(database, programs / "copy") == "16"
    words, environ = (programs / "words").read_text(), (programs / "environ").read_text()
    assert not {"fictional", "db.example"} & set(words.split())
    for line in (
        "PGHOST=db.example",
        "PGPORT=5433",
        "PGPASSWORD=a fictional password",
        "PGSSLMODE=verify-full",
        "PGCHANNELBINDING=require",
    ):
        assert line in environ.splitlines()


def test_a_copy_is_put_back_in_one_transaction_although_others_may_only_read(
    programs: Path,
) -> None:
    load(server(SETTINGS | {"OPTIONS": {"options": "-c work_mem=8MB"}}, 160_004), programs / "copy")

    assert "--single-transaction" in (programs / "words").read_text()
    options = "PGOPTIONS=-c work_mem=8MB -c default_transaction_read_only=off"
    assert options in (programs / "environ").read_text().splitlines()


def test_a_program_older_than_the_server_is_refused(programs: Path) -> None:
    with pytest.raises(NotAllowed, match=r"version 16, which is older than the server \(17\)"):
        dump(Server({}, 17), programs / "copy")
    with pytest.raises(NotAllowed, match="older than the pg_dump that made the backup"):
        check(programs / "copy", version=18)


def test_a_program_that_is_missing_is_named_with_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotAllowed, match=r"pg_dump is not installed.*postgresql-client"):
        version_of("pg_dump", 15, "the server")


def test_what_a_program_complains_of_is_passed_on(programs: Path) -> None:
    (programs / "fails").touch()
    with pytest.raises(TryAgainLater, match="pg_restore did not succeed: no such table"):
        check(programs / "copy", version=16)
