"""The commands as programs of their own: settings, the database, Chroma, pipes and start-up."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

REQUEST = (
    b"From: Ada Quince <ada@mail.example.org>\r\nTo: foi@northshire-police.test\r\n"
    b"Subject: Referrals to Prevent\r\nDate: Mon, 02 Mar 2026 10:00:00 +0000\r\n\r\n"
    b"How many people were referred to Prevent in 2025?\r\n"
)
RESPONSE = """---
title: Referrals to Prevent, by source
date: 2025-06-02
outcome: refused_in_part
sections: [FOIA s31(1)(a)]
---
# Question 1

Northshire Police recorded forty referrals to Prevent; most came from schools.
"""
HEAVY = ("django", "chromadb", "sklearn", "numpy", "rich", "aiosmtpd", "pymap", "langchain")


def run(
    *words: str, told: str = "", environ: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "assistant", *words],
        input=told,
        env={**os.environ, **(environ or {})},
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )


def test_each_wrong_setting_is_a_line_and_the_status_2() -> None:
    done = run("parse", "x.eml", environ={"FOI_IMAP_PORT": "many", "FOI_COLOUR": "red"})
    assert done.returncode == 2
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == 2
    assert any("FOI_COLOUR is not a setting" in line for line in lines)
    assert any("FOI_IMAP_PORT" in line for line in lines)


def test_a_database_without_tables_says_what_to_do(tmp_path: Path) -> None:
    done = run("knowledge", "check", environ={"FOI_DATA_FOLDER": str(tmp_path)})
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "foi-assistant prepare" in line


def test_a_short_password_is_refused(tmp_path: Path) -> None:
    environ = {"FOI_DATA_FOLDER": str(tmp_path)}
    done = run("user", "add", "jo", "--role", "officer", told="short\n", environ=environ)
    assert done.returncode == 2
    assert done.stderr == "foi-assistant: A password has at least 12 characters.\n"


def test_a_reader_that_goes_away_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "assistant", "due", "--received", "2026-03-02"],
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 1


@pytest.mark.parametrize("command", [["due", "--received", "2026-03-02"], ["parse", "x.eml"]])
def test_the_quick_commands_load_no_heavy_library(command: list[str]) -> None:
    code = (
        "import sys; from assistant.cli import main; main(sys.argv[2:]);"
        "print(*set(sys.argv[1].split()) & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", code, " ".join(HEAVY), *command],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr.splitlines()[-1].strip() == ""


def test_any_letter_is_drafted_from_decisions_before_anything_is_set_up(tmp_path: Path) -> None:
    mail, decisions = tmp_path / "request.eml", tmp_path / "decisions.json"
    mail.write_bytes(REQUEST)
    environ = {"FOI_DATA_FOLDER": str(tmp_path / "data"), "FOI_COST_LIMIT": "600"}
    rows = [{"activity": "locate", "task": "look through 400 files", "hours": 25}]
    given = {
        "parts": {"1": {"held": "held", "outcome": "cost_s12", "sections": ["s12(1)"]}},
        "estimates": {"1": rows},
        "values": {"questions": "1. Which years?"},
    }
    decisions.write_text(json.dumps(given), encoding="utf-8")
    words = ("draft", str(mail), "--decisions", str(decisions), "--letter", "clarification")

    done = run(*words, "--json", environ=environ)

    assert (done.returncode, done.stderr) == (0, "")
    document = json.loads(done.stdout)
    assert "1. Which years?" in document["letter"]["text"]
    assert "£600, or 24 hours" in document["response"]["text"]
    assert "--- letter ---" in run(*words, environ=environ).stdout

    decisions.write_text('{"parts": {"1": {"held": "perhaps"}}}', encoding="utf-8")
    wrong = run(*words, environ=environ)
    assert wrong.returncode == 2
    (line,) = wrong.stderr.splitlines()
    assert line.startswith("foi-assistant: parts.1.held: “perhaps”")


@pytest.mark.slow
@pytest.mark.chroma
@pytest.mark.timeout(400)
def test_a_new_authority_is_set_up_filled_searched_and_drafted_for(tmp_path: Path) -> None:
    environ = {"FOI_DATA_FOLDER": str(tmp_path / "data"), "FOI_CHROMA_PORT": "1"}
    response, mail = tmp_path / "response.md", tmp_path / "request.eml"
    response.write_text(RESPONSE, encoding="utf-8")
    mail.write_bytes(REQUEST)
    (tmp_path / "figures.xls").touch()

    assert run("prepare", environ=environ).returncode == 0
    told = "a long pass phrase\n"
    added = run("user", "add", "jo", "--role", "officer", told=told, environ=environ)
    assert (added.returncode, added.stdout) == (0, "jo may sign in now.\n")

    polled = run("poll", "--once", environ=environ)
    assert polled.returncode == 1
    assert polled.stderr.startswith("foi-assistant: No mailbox is set.")

    files = [str(response), str(tmp_path / "figures.xls")]
    taken = run("knowledge", "import", *files, "--json", environ=environ)
    assert taken.returncode == 1
    assert json.loads(taken.stdout)["taken"] == 1
    assert "figures.xls was not taken" in taken.stderr

    found = run("search", "Prevent schools", "-k", "3", "--json", environ=environ)
    (result,) = json.loads(found.stdout)["results"]
    assert result["title"] == "Referrals to Prevent, by source"
    assert result["rank_text"] == result["rank_vector"] == 1

    drafted = run("draft", str(mail), "nowhere.eml", str(mail), "--json", environ=environ)
    assert drafted.returncode == 1
    first, second = map(json.loads, drafted.stdout.splitlines())
    assert first == second
    for letter in (first["acknowledgement"], first["response"]):
        assert letter["text"] == "".join(block["text"] for block in letter["blocks"])
    assert first["response"]["passages"][0]["title"] == "Referrals to Prevent, by source"

    checked = run("check", "--json", environ=environ)
    works = {one["part"]: one["works"] for one in json.loads(checked.stdout)}
    assert works["Database"]
    assert not works["Chroma"]
    assert checked.returncode == 1
