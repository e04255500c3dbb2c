"""The command `letter`: documents of a letter's text, written where a person says."""

from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from assistant.cli import main

TEXT = "Dear Siân\n\nRiver patrols\n\nWe hold the policy.\n\n- one\n- two\n"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_letter_becomes_each_document_that_is_asked_for(
    letter: Path, tmp_path: Path, capsys: Captured
) -> None:
    places = {form: tmp_path / f"letter.{form}" for form in ("docx", "pdf", "html")}
    asked = [part for form, place in places.items() for part in (f"--{form}", str(place))]
    given = ["letter", str(letter), *asked, "--reference", "FOI-1", "--date", "2026-01-08"]
    assert main(given) == 0
    assert capsys.readouterr().out.count("Written: ") == 3
    word = docx.Document(str(places["docx"]))
    assert [p.text for p in word.paragraphs] == [
        "Dear Siân",
        "River patrols",
        "We hold the policy.",
        "one",
        "two",
    ]
    page = PdfReader(places["pdf"]).pages[0].extract_text()
    assert "Dear Siân" in page
    assert "Reference: FOI-1" in page
    assert "DRAFT" not in page
    assert "<h1" in places["html"].read_text(encoding="utf-8")
    written = {form: place.read_bytes() for form, place in places.items()}
    assert main(given) == 0
    assert {form: place.read_bytes() for form, place in places.items()} == written


def test_a_draft_is_marked_where_that_is_asked(letter: Path, tmp_path: Path) -> None:
    place = tmp_path / "draft.pdf"
    assert main(["letter", str(letter), "--pdf", str(place), "--draft"]) == 0
    assert "DRAFT: not approved" in PdfReader(place).pages[0].extract_text()


@pytest.mark.parametrize(
    ("given", "status", "said"),
    [
        (["letter.txt"], 2, "--docx, --pdf or --html"),
        (["letter.txt", "--pdf", "x.pdf", "--date", "soon"], 2, "soon is no date"),
        (["gone.txt", "--pdf", "x.pdf"], 1, "gone.txt cannot be read"),
        (["letter.txt", "--pdf", "no/such/folder/x.pdf"], 1, "cannot be written"),
    ],
)
def test_what_does_not_work_is_said_in_one_line(
    letter: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Captured,
    given: list[str],
    status: int,
    said: str,
) -> None:
    monkeypatch.chdir(letter.parent)
    assert main(["letter", *given]) == status
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
