"""What a restore refuses before it touches anything."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from assistant import config, keeping
from assistant.adapters import backup_file
from assistant.adapters.backup_file import DATABASE, Description
from assistant.domain.errors import NotAllowed

ON_SQLITE = connection.vendor == "sqlite"
MADE = Description(
    made_at=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
    version="9.9.0",
    database="sqlite" if ON_SQLITE else "postgresql",
    database_version="15",
    migrations=(),
    settings=(),
    key="",
)


def written(tmp_path: Path, description: Description) -> Path:
    place, database = tmp_path / "a.foibackup", tmp_path / "a-database"
    database.write_bytes(b"a database")
    backup_file.write(place, description, {DATABASE: database}, replace=True)
    return place


def restored(tmp_path: Path, description: Description, **how: Any) -> None:
    def never(_: datetime) -> None:
        raise AssertionError("it went on")

    settings = config.load({"FOI_DATA_FOLDER": str(tmp_path / "data")})
    keeping.restore(settings, written(tmp_path, description), settle=never, **how)


def test_a_backup_from_a_newer_version_is_refused_and_the_version_is_named(tmp_path: Path) -> None:
    newer = replace(MADE, migrations=("store.9999_from_the_future",))
    with pytest.raises(NotAllowed, match=r"version 9\.9\.0, whose tables are newer.*9999_from"):
        restored(tmp_path, newer)
    assert not (tmp_path / "data").exists()


def test_a_backup_of_the_other_kind_of_database_is_refused(tmp_path: Path) -> None:
    other = replace(MADE, database="postgresql" if ON_SQLITE else "sqlite")
    with pytest.raises(NotAllowed, match="Set DATABASE_URL for the kind"):
        restored(tmp_path, other)
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(not ON_SQLITE, reason="a file in the data folder is SQLite's")
def test_a_target_that_is_not_empty_is_refused_and_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "data" / "foi-assistant.sqlite3"
    place.parent.mkdir()
    place.write_bytes(b"something that somebody may need")
    monkeypatch.setitem(connection.settings_dict, "NAME", place)

    with pytest.raises(NotAllowed, match=r"not empty.*--force"):
        restored(tmp_path, MADE)

    assert place.read_bytes() == b"something that somebody may need"
    assert [each.name for each in place.parent.iterdir()] == [place.name]
