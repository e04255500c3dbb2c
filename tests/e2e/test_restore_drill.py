"""A small restore drill: `make restore-drill` is the long form, and knows PostgreSQL too."""

from pathlib import Path

import pytest

from tests.dovecot import Dovecot
from tests.e2e.installation import Installation
from tests.e2e.restore_drill import drill

pytestmark = [pytest.mark.dovecot, pytest.mark.slow, pytest.mark.timeout(300)]


def test_after_a_restore_nothing_is_lost_and_nothing_leaves_twice(
    tmp_path: Path, dovecot: Dovecot
) -> None:
    figures = drill(tmp_path, dovecot, messages=18)

    assert not figures.faults, figures.table
    assert (figures.messages, figures.cases, figures.left_twice) == (18, 6, 0)
    assert min(figures.doubted, figures.found_in_sent, figures.shown_on_their_case) > 0


def test_the_commands_refuse_what_would_overwrite_and_keep_what_gave_way(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    made, backup = Installation(data), str(tmp_path / "a.foibackup")

    assert "nothing to back up" in made.run("backup", backup, status=1)
    made.run("prepare")
    made.run("backup", backup)
    assert "is there already" in made.run("backup", backup, status=1)
    assert "not empty" in made.run("restore", backup, status=1)
    told = made.run("restore", backup, "--force")

    assert "None leaves before." in told
    assert len(list(data.glob("foi-assistant.sqlite3.before-restore-*"))) == 1
    assert not list(data.glob(".restoring-*"))


@pytest.mark.postgresql
def test_a_database_on_a_server_is_put_back_and_can_be_written_again(
    tmp_path: Path, postgresql_url: str
) -> None:
    made = Installation(tmp_path, {"DATABASE_URL": postgresql_url})
    backup = str(tmp_path / "a.foibackup")
    made.run("prepare")
    made.run("backup", backup)

    told = made.run("restore", backup, "--force")

    assert "None leaves before." in told
    # Nobody could write while it was put back; now the tables take somebody new.
    made.run("user", "add", "olwen", "--role=officer", given=b"a-fictional-password\n")
