"""An import that is killed at any point leaves nothing half stored, and goes on where it was."""

import json
import signal
import sqlite3
from contextlib import closing
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.e2e.installation import Installation, until

pytestmark = [pytest.mark.chroma, pytest.mark.slow, pytest.mark.timeout(400)]

LETTERS = 60
MAILS = 90
# Killed while letters are stored, while mails are stored, and once all of them are.
KILLS = (10, LETTERS + 30, LETTERS + MAILS)


def _letter(number: int) -> str:
    return (
        f"Dear Ada Quince {number},\n\nThank you for your request about depot {number}. We hold "
        f"this information.\n\nQuestion 1\n\nDepot {number} has {number * 7} lorries.\n\n"
        "Question 2\n\nWe withhold this under section 31(1)(a).\n\nYours sincerely,\nSam Hollis\n"
    )


def _archive(folder: Path) -> Path:
    """A folder of letters and a mailbox, as an authority might have them."""
    (folder / "letters").mkdir(parents=True)
    for number in range(LETTERS):
        (folder / "letters" / f"{number:03}.txt").write_text(_letter(number), encoding="utf-8")
    with (folder / "sent.mbox").open("wb") as file:
        for number in range(LETTERS, LETTERS + MAILS):
            mail = EmailMessage()
            mail["From"], mail["To"] = "foi@northshire.police.example", "ada@mail.example"
            mail["Subject"] = f"Depot {number}"
            mail.set_content(_letter(number))
            file.write(b"From - Mon Mar 11 10:00:00 2024\n" + mail.as_bytes() + b"\n")
    return folder


def _stored(place: Installation) -> int:
    """How many documents the database holds, whole: each with its original and its passages."""
    address = f"file:{place.folder / 'foi-assistant.sqlite3'}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=30)) as database:
        documents, whole = database.execute(
            "SELECT count(*), count(CASE WHEN EXISTS (SELECT 1 FROM store_libraryoriginal o"
            " WHERE o.document_id = d.id) AND EXISTS (SELECT 1 FROM store_passage p"
            " WHERE p.document_id = d.id) THEN 1 END) FROM store_librarydocument d"
        ).fetchone()
    assert documents == whole
    return int(documents)


def test_killed_again_and_again_every_document_is_there_once_and_found(
    tmp_path: Path, chroma_url: str
) -> None:
    place = Installation(tmp_path / "data", {"CHROMA_URL": chroma_url})
    place.folder.mkdir()
    place.run("prepare")
    archive = str(_archive(tmp_path / "archive"))

    for reached in KILLS:
        program = place.start("-m", "assistant", "knowledge", "import", archive)
        until(lambda least=reached: _stored(place) >= least, f"document {reached}")
        program.send_signal(signal.SIGKILL)
        program.communicate(timeout=30)
        assert program.returncode == -signal.SIGKILL

    done = json.loads(place.run("knowledge", "import", archive, "--json"))

    assert (done["taken"] + done["known"], done["refused"]) == (LETTERS + MAILS, [])
    assert _stored(place) == LETTERS + MAILS
    assert "All can be found." in place.run("knowledge", "check")
