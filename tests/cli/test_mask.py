"""The command `knowledge mask`: what would be masked before a letter joins the library."""

import json
from pathlib import Path

import pytest

from assistant.cli import main

TEXT = "Dear Ms Okonkwo-Bell\n\nWrite to zofia.nowak@mail.example.\n"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_letter_is_shown_as_the_library_would_show_it(letter: Path, capsys: Captured) -> None:
    assert main(["knowledge", "mask", str(letter)]) == 0
    shown = capsys.readouterr().out
    assert "Dear [name]\n\nWrite to [email].\n" in shown
    assert "Okonkwo" not in shown


def test_places_count_in_the_letter_as_it_was(letter: Path, capsys: Captured) -> None:
    assert main(["knowledge", "mask", str(letter), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["file"] == str(letter)
    assert answer["text"] == "Dear [name]\n\nWrite to [email].\n"
    assert [(TEXT[one["start"] : one["end"]], one["kind"]) for one in answer["spans"]] == [
        ("Ms Okonkwo-Bell", "name"),
        ("zofia.nowak@mail.example", "email"),
    ]


def test_a_letter_that_is_not_there_is_named_and_the_next_is_masked(
    letter: Path, capsys: Captured
) -> None:
    missing = letter.with_name("missing.txt")
    assert main(["knowledge", "mask", str(missing), str(letter), "--json"]) == 1
    captured = capsys.readouterr()
    assert json.loads(captured.out)["text"].startswith("Dear [name]")
    assert captured.err.count("\n") == 1
    assert "missing.txt cannot be read" in captured.err


def test_bytes_that_are_no_text_do_no_harm(tmp_path: Path, capsys: Captured) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_bytes(b"\xff\xfe\x00Dear Mr Achterberg\x80")
    assert main(["knowledge", "mask", str(odd), "--json"]) == 0
    assert "Achterberg" not in json.loads(capsys.readouterr().out)["text"]


def test_without_a_letter_the_command_says_what_it_needs(capsys: Captured) -> None:
    assert main(["knowledge", "mask"]) == 2
    assert "LETTER.txt" in capsys.readouterr().err
