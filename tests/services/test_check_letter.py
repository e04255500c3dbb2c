"""`check-letter`: any letter, with whatever is known of its case."""

import json
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.cli import main
from assistant.domain.errors import NotAllowed
from assistant.services.check_letter import case_facts, letter_batch, letter_document

REFUSAL = "We refuse to give you the figures because they are exempt under section 31."


def test_what_is_wrong_is_found_and_what_could_not_be_checked_is_listed() -> None:
    answer = letter_document(REFUSAL, {}, bootstrap.register())

    assert not answer["passed"]
    assert answer["findings"]
    assert {"rule", "needs"} == set(answer["not_run"][0])


def test_more_facts_leave_fewer_checks_out() -> None:
    case = {
        "regime": "foi",
        "reference": "FOI-2026-00001",
        "authority": "Northshire Police",
        "requester_name": "Alex Carter",
        "requester_email": "alex.carter@example.org",
        "received_on": "2026-03-02",
        "due_on": "2026-03-31T00:00",
        "letter_date": "2026-03-20",
        "request": "1. How many cars?\n2. How many vans?",
        "outcome": "refused",
        "claimed": ["s31(1)(a)"],
        "evidence": ["12 cars"],
        "unknown": "left alone",
    }

    without = letter_document(REFUSAL, {}, bootstrap.register())
    answer = letter_document(REFUSAL, case, bootstrap.register())

    assert answer["not_run"] == []
    assert len(answer["findings"]) > len(without["findings"])


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ({"regime": "XYZ"}, "regime"),
        ({"outcome": "perhaps"}, "outcome"),
        ({"due_on": "soon"}, "due_on"),
        ({"claimed": ["the Act"]}, "claimed"),
        ({"claimed": "s31"}, "claimed"),
        ({"reference": 5}, "reference"),
    ],
)
def test_a_fact_that_cannot_be_read_is_named(case: dict[str, object], words: str) -> None:
    with pytest.raises(NotAllowed, match=words):
        letter_document("Dear Alex", case, bootstrap.register())


@pytest.mark.parametrize("text", ["[]", "{", "5"])
def test_a_case_that_is_no_object_is_refused(text: str) -> None:
    with pytest.raises(NotAllowed, match="case"):
        case_facts(text)


def test_a_bad_line_of_a_batch_is_named_and_the_next_is_answered() -> None:
    lines = ["", "{", '{"id": 7, "letter": "Dear Alex"}', '{"id": 8, "letter": 5}', "[1]"]

    answers = list(letter_batch(lines, bootstrap.register()))

    assert [answer.get("line") for answer in answers] == [2, None, 4, 5]
    assert [answer.get("id") for answer in answers] == [None, 7, 8, None]
    assert "findings" in answers[1]


def test_the_command_prints_one_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter, case = tmp_path / "letter.txt", tmp_path / "case.json"
    letter.write_text(REFUSAL)
    case.write_text('{"regime": "FOI"}')

    status = main(["check-letter", str(letter), "--case", str(case), "--json"])

    assert status == 0
    assert "findings" in json.loads(capsys.readouterr().out)


def test_the_command_shows_findings_to_people(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(REFUSAL)

    assert main(["check-letter", str(letter)]) == 0

    said = capsys.readouterr().out
    assert "should not leave" in said
    assert "did not run" in said


@pytest.mark.parametrize("words", [[], ["a.txt", "--batch", "b.jsonl"], ["a", "--case", "no.json"]])
def test_wrong_use_is_told_in_one_line(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check-letter", *words]) == 2

    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_batch_is_answered_a_line_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"id": 1, "letter": "Dear Alex"}\n{"id": 2}\nnonsense\n')

    assert main(["check-letter", "--batch", str(batch)]) == 1

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer.get("id") for answer in answers] == [1, 2, None]
