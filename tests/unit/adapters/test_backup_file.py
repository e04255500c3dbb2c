"""The file of a backup: private, never replaced unasked, and refused where it is not as written."""

import gzip
import hashlib
import io
import json
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.adapters.backup_file import (
    DATABASE,
    SECRET_KEY,
    Description,
    read,
    sum_file,
    unpack,
    write,
)
from assistant.domain.errors import NotAllowed, TryAgainLater

MADE = Description(
    made_at=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
    version="0.1.0",
    database="sqlite",
    database_version="3.40.1",
    migrations=("store.0001_initial", "store.0002_more"),
    settings=("FOI_SMTP_HOST",),
    key="0123456789abcdef",
)


@pytest.fixture
def members(tmp_path: Path) -> dict[str, Path]:
    database, key = tmp_path / "a-database", tmp_path / "a-key"
    database.write_bytes(bytes(range(256)) * 5_000)
    key.write_text("a fictional key")
    return {DATABASE: database, SECRET_KEY: key}


@pytest.fixture
def backup(tmp_path: Path, members: dict[str, Path]) -> Path:
    place = tmp_path / "today.foibackup"
    write(place, MADE, members, replace=False)
    return place


def sealed(place: Path) -> None:
    """Give a file the sum that it should have, as one who changes it on purpose would."""
    digest = hashlib.sha256(place.read_bytes()).hexdigest()
    sum_file(place).write_text(f"{digest}  {place.name}\n")


def test_what_was_put_in_comes_out_again(
    tmp_path: Path, backup: Path, members: dict[str, Path]
) -> None:
    into = tmp_path / "into"
    into.mkdir()

    assert read(backup) == (MADE, True)
    found = unpack(backup, into)

    assert {name: path.read_bytes() for name, path in found.items()} == {
        name: path.read_bytes() for name, path in members.items()
    }
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in found.values())


def test_the_file_and_its_sum_are_for_their_owner_alone_and_nothing_else_is_left(
    tmp_path: Path, backup: Path
) -> None:
    assert {each.stat().st_mode & 0o777 for each in (backup, sum_file(backup))} == {0o600}
    assert not list(tmp_path.glob(".*"))


def test_a_file_that_is_there_is_replaced_only_when_asked(
    backup: Path, members: dict[str, Path]
) -> None:
    before = backup.read_bytes()
    with pytest.raises(NotAllowed, match="there already"):
        write(backup, MADE, members, replace=False)
    assert backup.read_bytes() == before

    members[DATABASE].write_bytes(b"another")
    write(backup, MADE, members, replace=True)
    assert (backup.read_bytes() != before, read(backup)[1]) == (True, True)


def test_a_folder_that_is_not_there_is_said_at_once(
    tmp_path: Path, members: dict[str, Path]
) -> None:
    with pytest.raises(NotAllowed, match="a folder that is there"):
        write(tmp_path / "nowhere" / "backup", MADE, members, replace=False)


def test_a_backup_that_fails_leaves_the_one_before_and_no_part(
    tmp_path: Path, backup: Path, members: dict[str, Path]
) -> None:
    members[SECRET_KEY].unlink()
    with pytest.raises(TryAgainLater):
        write(backup, MADE, members, replace=True)

    assert read(backup) == (MADE, True)
    assert not list(tmp_path.glob(".*"))


def test_one_changed_byte_is_noticed(backup: Path) -> None:
    spoilt = bytearray(backup.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    backup.write_bytes(spoilt)

    with pytest.raises(NotAllowed, match="SHA-256 differs"):
        read(backup)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_cut_file_is_refused_even_where_its_sum_fits(
    tmp_path: Path, backup: Path, share: float
) -> None:
    whole = backup.read_bytes()
    backup.write_bytes(whole[: int(len(whole) * share)])
    sealed(backup)

    with pytest.raises(NotAllowed, match="not a whole backup"):
        unpack(backup, tmp_path)


def test_a_part_that_was_changed_is_refused_even_where_the_sum_fits(
    tmp_path: Path, backup: Path
) -> None:
    packed = bytearray(gzip.decompress(backup.read_bytes()))
    place = packed.rindex(b"a fictional key")
    packed[place : place + 1] = b"A"
    backup.write_bytes(gzip.compress(bytes(packed)))
    sealed(backup)
    (tmp_path / "into").mkdir()

    with pytest.raises(NotAllowed, match="not a whole backup"):
        unpack(backup, tmp_path / "into")


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "letter.txt"
    place.write_text("Dear Northshire Police")
    with pytest.raises(NotAllowed, match="not a whole backup"):
        read(place)
    with pytest.raises(NotAllowed, match="no file"):
        read(tmp_path / "none")


def test_a_tar_that_says_nothing_of_itself_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "other.tar.gz"
    with tarfile.open(place, "w:gz") as tar:
        tar.addfile(tarfile.TarInfo("../../etc/passwd"), io.BytesIO())
    with pytest.raises(NotAllowed, match="not a whole backup"):
        read(place)


def test_without_its_sum_a_backup_can_be_read_and_is_not_vouched_for(backup: Path) -> None:
    sum_file(backup).unlink()
    assert read(backup) == (MADE, False)


def test_a_later_form_names_the_version_to_install(tmp_path: Path) -> None:
    place = tmp_path / "later"
    words = json.dumps({"format": 2, "version": "9.9.0"}).encode()
    info = tarfile.TarInfo("description.json")
    info.size = len(words)
    with tarfile.open(place, "w:gz") as tar:
        tar.addfile(info, io.BytesIO(words))

    with pytest.raises(NotAllowed, match=r"9\.9\.0"):
        read(place)


def test_what_does_not_belong_in_it_is_written_nowhere(
    tmp_path: Path, backup: Path, members: dict[str, Path]
) -> None:
    other = tmp_path / "with-more"
    write(other, MADE, members | {"../outside": members[SECRET_KEY]}, replace=False)
    into = tmp_path / "deep" / "into"
    into.mkdir(parents=True)

    with pytest.raises(NotAllowed, match="not a whole backup"):
        unpack(other, into)
    assert not (tmp_path / "deep" / "outside").exists()
