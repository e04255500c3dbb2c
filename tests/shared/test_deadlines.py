"""The worked deadlines beside the project, through the domain and as `due` prints them."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime

import pytest

from assistant.domain.law.calendar import uk_calendar
from assistant.domain.law.clock import (
    ClockKind,
    Term,
    compute,
    latest_day_to_ask_for_review,
    received_on,
)
from assistant.services.compute_due import due_document
from tests import environment

pytestmark = pytest.mark.shared

ROWS = environment.SHARED / "law" / "deadlines.csv"
UK = uk_calendar(2018, 2029)
REGIMES = {"FOIA": "foi", "EIR": "eir", "UK GDPR/DPA SAR": "sar"}
REVIEWS = {"E03": "eir-review", "R01": "foi-review", "R02": "foi-review"}
EXTENDED = {"R02"}
# A Scottish authority's clock, and what only the domain answers.
OTHERS = {"SC1", "S01", "S02", "R03"}


def rows() -> Iterator[dict[str, str]]:
    with ROWS.open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def row(name: str) -> dict[str, str]:
    return next(each for each in rows() if each["id"] == name)


def received(each: dict[str, str]) -> date:
    return received_on(datetime.fromisoformat(each["received"]))


def asked() -> dict[str, dict[str, object]]:
    """What `due` is asked for each row, by the row's id."""
    questions: dict[str, dict[str, object]] = {}
    for each in rows():
        if each["id"] in OTHERS:
            continue
        questions[each["id"]] = {
            "id": each["id"],
            "received": each["received"],
            "regime": REVIEWS.get(each["id"], REGIMES[each["regime"]]),
            "event": [f"extended:{each['received']}"] if each["id"] in EXTENDED else [],
        }
    return questions


def test_every_worked_date_comes_out() -> None:
    wrong = {}
    for name, options in asked().items():
        answer = due_document(options)
        if answer["due_on"] != row(name)["due_date"]:
            wrong[name] = (answer["due_on"], row(name)["due_date"])
    assert not wrong


def test_every_worked_date_comes_out_of_the_command() -> None:
    lines = "".join(f"{json.dumps(options)}\n" for options in asked().values())
    command = [sys.executable, "-m", "assistant", "due", "--batch", "-"]
    done = subprocess.run(  # noqa: S603 - our own program
        command, input=lines, capture_output=True, text=True, check=True, cwd=environment.ROOT
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert {each["id"]: each["due_on"] for each in answers} == {
        name: row(name)["due_date"] for name in asked()
    }
    assert all(each["working"] for each in answers)


def test_every_bank_holiday_that_the_rows_name_is_skipped() -> None:
    for each in rows():
        if each["regime"] not in {"FOIA", "EIR"} or each["id"] in OTHERS:
            continue
        kind = ClockKind.EIR_REVIEW if each["working_days"] == "40" else ClockKind.FOI
        deadline = compute(kind, received(each), (), UK)
        named = [entry.strip()[:10] for entry in each["bank_holidays_skipped"].split(";")]
        assert [day.date.isoformat() for day in deadline.skipped] == [day for day in named if day]


def test_a_schools_worked_date_comes_out() -> None:
    each = row("S01")
    terms = [Term(date(2026, 4, 20), date(2026, 7, 21)), Term(date(2026, 9, 2), date(2026, 10, 23))]
    deadline = compute(ClockKind.SCHOOL, received(each), (), UK, terms)
    assert deadline.due_on == date.fromisoformat(each["due_date"])


def test_the_archives_worked_date_comes_out() -> None:
    each = row("S02")
    deadline = compute(ClockKind.ARCHIVES, received(each), (), UK)
    assert deadline.due_on == date.fromisoformat(each["due_date"])


def test_the_last_day_to_ask_for_a_review_comes_out() -> None:
    each = row("R03")
    last = latest_day_to_ask_for_review(received(each), UK)
    assert last == date.fromisoformat(each["due_date"])
