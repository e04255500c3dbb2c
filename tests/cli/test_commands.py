"""The commands that need no database, called in this process: exit statuses, errors, JSON."""

import argparse
import io
import json
import shlex
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.cli import main
from assistant.cli.arguments import COMMANDS, parser
from assistant.cli.shown import plain
from tests.bank_holidays import document

REQUEST = (
    b"From: Ada Quince <ada@mail.example.org>\r\nTo: foi@northshire-police.test\r\n"
    b"Subject: Dogs\r\nDate: Mon, 02 Mar 2026 10:00:00 +0000\r\n\r\n"
    b"Please tell me how many police dogs retired in 2025.\r\n"
)
KEYS_OF_PARSE = {
    "message_id", "in_reply_to", "references", "from", "to", "cc", "subject", "date", "text",
    "reply_spans", "attachments", "screening", "intent", "regime", "questions", "removed",
    "defects",
}  # fmt: skip
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    path = tmp_path / "request.eml"
    path.write_bytes(REQUEST)
    return path


def errors(capsys: Captured) -> list[str]:
    """Return the lines on standard error; nothing may stand on standard output."""
    said = capsys.readouterr()
    assert said.out == ""
    return said.err.splitlines()


@pytest.mark.parametrize("command", [one.name for one in COMMANDS])
def test_every_command_says_what_it_does_with_an_example(command: str, capsys: Captured) -> None:
    assert main([*command.split(), "--help"]) == 0
    assert f"Example: foi-assistant {command}" in capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.name)
def test_every_example_is_right(command: object) -> None:
    example = command.example  # type: ignore[attr-defined]  # a row of the table
    assert isinstance(parser().parse_args(shlex.split(example)), argparse.Namespace)


def test_hidden_commands_are_not_listed(capsys: Captured) -> None:
    assert main(["--help"]) == 0
    listed = capsys.readouterr().out
    assert "demo-prepare" not in listed
    assert "search" in listed


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["nonsense"],
        ["knowledge"],
        ["parse"],
        ["work", "--queue", "post"],
        ["user", "add", "jo", "--role", "king"],
        ["due"],
        ["due", "--received", "yesterday"],
        ["due", "--received", "2026-03-02", "--regime", "gdpr"],
        ["due", "--received", "2026-03-02", "--event", "extended"],
        ["due", "--received", "2026-03-02", "--batch", "lines.jsonl"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_explained_in_one_line_with_status_2(
    wrong: list[str], capsys: Captured
) -> None:
    assert main(wrong) == 2
    (line,) = errors(capsys)
    assert line.startswith("foi-assistant: ")


def test_due_prints_one_json_document(capsys: Captured) -> None:
    assert main(["due", "--received", "2026-03-27T23:10", "--json"]) == 0
    said = capsys.readouterr()
    document = json.loads(said.out)
    assert (document["received_on"], document["due_on"]) == ("2026-03-27", "2026-04-28")
    assert said.err == ""


def test_due_shows_a_person_the_days_counted_and_not(capsys: Captured) -> None:
    assert main(["due", "--received", "2026-03-27"]) == 0
    shown = capsys.readouterr().out
    assert "Due on:" in shown
    assert "2026-04-28  day 20" in shown
    assert "2026-04-03  not counted: Good Friday in the United Kingdom" in shown
    assert "2026-04-28 (statutory)" in shown


def test_due_takes_the_authoritys_clock_and_calendar_from_the_settings(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "bank-holidays.json"
    file.write_text(json.dumps(document(2026, day_2026_04_10="A day of thanks")))
    (tmp_path / ".env").write_text(f"FOI_BANK_HOLIDAYS={file}\nFOI_AUTHORITY_CLOCK=archives\n")
    monkeypatch.chdir(tmp_path)
    assert main(["due", "--received", "2026-03-27", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["clock"], answer["due_on"]) == ("archives", "2026-05-14")
    assert "A day of thanks" in {each["why"] for each in answer["skipped"]}


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("FOI_AUTHORITY_CLOCK", "parish", 2),
        ("FOI_SCHOOL_TERMS", "autumn", 2),
        ("FOI_BANK_HOLIDAYS", "/nonexistent/days.json", 1),
    ],
)
def test_due_names_the_setting_that_is_wrong(
    name: str, value: str, status: int, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert main(["due", "--received", "2026-03-27"]) == status
    [said] = errors(capsys)
    assert name in said


def test_due_says_that_nothing_is_due_while_clarification_is_awaited(capsys: Captured) -> None:
    assert main(["due", "--received=2026-03-02", "--event=clarification-sought:2026-03-05"]) == 0
    assert "(not while it is paused)" in capsys.readouterr().out


def test_a_batch_gives_a_line_for_each_line_and_status_1_for_a_wrong_one(
    tmp_path: Path, capsys: Captured
) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_bytes(b'{"id": 7, "received": "2026-03-27"}\n\xff\n{"received": "2026-03-02"}\n')
    assert main(["due", "--batch", str(batch)]) == 1
    first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["id"], first["due_on"]) == (7, "2026-04-28")
    assert "error" in second
    assert third["due_on"] == "2026-03-31"


def test_a_batch_may_come_from_standard_input(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('{"received": "2026-03-02"}\n'))
    assert main(["due", "--batch", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["due_on"] == "2026-03-31"


def test_a_batch_that_is_not_there_is_named(capsys: Captured) -> None:
    assert main(["due", "--batch", "nowhere.jsonl"]) == 1
    assert errors(capsys) == ["foi-assistant: nowhere.jsonl: No such file or directory."]


def test_parse_prints_one_json_document_for_one_file(mail: Path, capsys: Captured) -> None:
    assert main(["parse", "--json", str(mail)]) == 0
    document = json.loads(capsys.readouterr().out)
    assert set(document) >= KEYS_OF_PARSE
    assert document["screening"]["verdict"] == "request"


def test_parse_prints_a_line_for_each_of_several_files(mail: Path, capsys: Captured) -> None:
    assert main(["parse", "--json", str(mail), str(mail)]) == 0
    documents = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["file"] for one in documents] == [str(mail), str(mail)]


def test_a_file_that_cannot_be_read_is_named_and_the_next_is_answered(
    mail: Path, capsys: Captured
) -> None:
    assert main(["parse", "--json", "nowhere.eml", str(mail.parent), str(mail)]) == 1
    said = capsys.readouterr()
    assert [json.loads(line)["file"] for line in said.out.splitlines()] == [str(mail)]
    first, second = said.err.splitlines()
    assert first.startswith("foi-assistant: nowhere.eml cannot be read: No such file")
    assert str(mail.parent) in second


def test_parse_reads_standard_input(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(REQUEST)))
    assert main(["parse", "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["subject"] == "Dogs"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(raw=st.binary(max_size=300))
def test_any_bytes_give_json_and_status_0(raw: bytes, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "any.eml"
    path.write_bytes(raw)
    assert main(["parse", "--json", str(path)]) == 0
    assert set(json.loads(capsys.readouterr().out)) >= KEYS_OF_PARSE


def test_a_person_is_shown_the_question_and_no_code_that_a_terminal_obeys(
    mail: Path, capsys: Captured
) -> None:
    mail.write_bytes(REQUEST.replace(b"Dogs", b"Dogs \x1b]0;owned\x07 [bold]"))
    assert main(["parse", str(mail)]) == 0
    shown = capsys.readouterr().out
    assert "how many police dogs retired" in " ".join(shown.split())
    assert "[bold]" in shown
    assert "\x1b" not in shown
    assert "\x07" not in shown


@given(st.text())
def test_what_is_shown_can_be_printed_and_holds_no_control_character(text: str) -> None:
    shown = plain(text)
    shown.encode("utf-8")
    assert not any(character < " " and character not in "\n\t" for character in shown)


def test_a_demonstration_in_a_folder_of_other_things_is_refused(
    tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "thesis.odt").touch()
    assert main(["demo", "--folder", str(tmp_path), "--port", "0"]) == 1
    (line,) = errors(capsys)
    assert "holds other files" in line
