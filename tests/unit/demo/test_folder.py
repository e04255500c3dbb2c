"""The demonstration's folder: kept, begun again, and never a folder of somebody else's."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.demo.folder import MARK, held, prepared, usual_place
from assistant.demo.mail_folder import MailFolder
from assistant.domain.errors import NotAllowed

NOW = datetime(2026, 4, 14, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=3)


def test_a_second_start_finds_the_same_mail_numbering_and_passwords(tmp_path: Path) -> None:
    first = prepared(tmp_path, NOW, fresh=False)
    before = (first.inbox.messages(), first.inbox.numbering(), first.passwords)
    second = prepared(tmp_path, LATER, fresh=False)
    assert (second.inbox.messages(), second.inbox.numbering(), second.passwords) == before
    assert len(second.inbox.messages()) == 14


def test_fresh_forgets_what_was_there(tmp_path: Path) -> None:
    first = prepared(tmp_path, NOW, fresh=False)
    first.letters.add(b"letter", NOW)
    first.data.mkdir()
    (first.data / "database").touch()
    second = prepared(tmp_path, LATER, fresh=True)
    assert not second.data.exists()
    assert not second.letters.messages()
    assert second.inbox.messages()[-1].received_at > NOW


@pytest.mark.parametrize("fresh", [True, False])
def test_a_folder_with_other_files_is_never_touched(tmp_path: Path, *, fresh: bool) -> None:
    theirs = tmp_path / "thesis.odt"
    theirs.touch()
    with pytest.raises(NotAllowed, match="holds other files"):
        prepared(tmp_path, NOW, fresh=fresh)
    assert list(tmp_path.iterdir()) == [theirs]


def test_a_start_cut_short_while_filling_is_made_good(tmp_path: Path) -> None:
    folder = prepared(tmp_path, NOW, fresh=False)
    folder.inbox.path.rename(tmp_path / "mailbox.unfinished")
    (tmp_path / "mailbox.unfinished" / "00099-1.eml").touch()
    assert len(prepared(tmp_path, NOW, fresh=False).inbox.messages()) == 14


def test_the_passwords_are_for_their_owner_only(tmp_path: Path) -> None:
    prepared(tmp_path, NOW, fresh=False)
    assert (tmp_path / MARK).stat().st_mode & 0o077 == 0


def test_two_demonstrations_do_not_share_a_folder(tmp_path: Path) -> None:
    with (
        held(tmp_path / "demo"),
        pytest.raises(NotAllowed, match="runs already"),
        held(tmp_path / "demo"),
    ):
        pass
    with held(tmp_path / "demo"):
        pass


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotAllowed, match="cannot be used"), held(tmp_path / "file" / "demo"):
        pass


def test_the_usual_place_is_among_the_users_own_data(tmp_path: Path) -> None:
    given = usual_place({"XDG_DATA_HOME": str(tmp_path)})
    assert given == tmp_path / "foi-assistant-demo"
    assert usual_place({}).is_relative_to(Path.home())


def test_messages_keep_their_number_when_an_earlier_one_is_gone(tmp_path: Path) -> None:
    folder = MailFolder(tmp_path)
    first, second = folder.add(b"one", NOW), folder.add(b"two", NOW)
    first.path.unlink()
    third = folder.add(b"three", LATER)
    assert [kept.number for kept in folder.messages()] == [second.number, third.number] == [2, 3]
    assert third.raw() == b"three"
    assert third.received_at == LATER


def test_other_files_in_a_folder_of_mail_are_left_alone(tmp_path: Path) -> None:
    folder = MailFolder(tmp_path)
    (tmp_path / "00001-1.unfinished").touch()
    (tmp_path / "notes.txt").touch()
    assert not folder.messages()
