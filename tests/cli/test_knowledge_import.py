"""The command that brings in past responses: what it asks, counts and reports."""

import json
from pathlib import Path

import pytest

from tests.e2e.installation import Installation

pytestmark = [pytest.mark.chroma, pytest.mark.slow, pytest.mark.timeout(300)]

LOG = "Ref,Request,Response\n1,How many lorries?,We own 41.\n2,How many owls?,\n"


@pytest.fixture
def place(tmp_path: Path, chroma_url: str) -> Installation:
    made = Installation(tmp_path / "data", {"CHROMA_URL": chroma_url})
    made.folder.mkdir()
    made.run("prepare")
    return made


def test_guessed_columns_are_shown_before_anything_is_taken(
    place: Installation, tmp_path: Path
) -> None:
    log = tmp_path / "log.csv"
    log.write_text(LOG, encoding="utf-8")
    broken = tmp_path / "letter.docx"
    broken.write_bytes(b"PK\x03\x04 broken")

    asked = place.run("knowledge", "import", str(log), status=2)
    assert "Response: answer" in asked
    assert "Add --yes" in asked

    report = tmp_path / "report.jsonl"
    words = ("knowledge", "import", str(log), str(broken), "--yes", "--report", str(report))
    taken = place.run(*words, status=1)

    assert "1 taken, 0 known already, 1 refused, 1 left out." in taken
    assert str(report) in taken
    items = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    assert [(each["what"], Path(each["file"]).name) for each in items] == [
        ("left out", "log.csv#3"),
        ("refused", "letter.docx"),
    ]
    assert all(each["reason"] for each in items)
    assert report.stat().st_mode & 0o077 == 0
