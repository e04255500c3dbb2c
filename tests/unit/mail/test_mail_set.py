"""The set of machine and human mail, told apart by the rules alone.

The set was written without sight of the rules; they have been changed in answer to it since, so it
shows what they keep, and no longer how they do on mail they have not seen.
"""

import json
import re
from pathlib import Path
from typing import Any

from assistant.domain.mail.message import Message
from assistant.domain.mail.mime import read
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.domain.mail.screening import screen

SET = Path(__file__).resolve().parents[2] / "mail_set"
OWN = OwnAddresses(
    frozenset({"foi@northshire.example"}),
    frozenset({"northshire.example"}),
    frozenset({"mx.northshire.example"}),
)
LETTER = re.compile(rb"<[^<>\s@]*foi-20[^<>\s]*@northshire\.example>")


def _expected() -> list[dict[str, Any]]:
    lines = (SET / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _message(row: dict[str, Any]) -> Message:
    return read((SET / "messages" / row["file"]).read_bytes())


def test_every_message_gets_a_verdict_that_a_person_accepts() -> None:
    wrong = {}
    for row in _expected():
        found = screen(_message(row), OWN)
        if found.verdict.value not in row["verdict"]:
            wrong[row["file"]] = (found.verdict.value, row["verdict"], row["why"])
    assert len(_expected()) == 240
    assert wrong == {}


def test_a_bounce_names_the_letter_that_it_carries() -> None:
    carried = named = 0
    for row in _expected():
        raw = (SET / "messages" / row["file"]).read_bytes()
        if row["kind"] == "bounce" and LETTER.search(raw):
            carried += 1
            ids = [each.original_message_id for each in _message(row).reports]
            named += any(each.endswith("@northshire.example>") for each in ids)
    assert carried >= 35
    assert named / carried >= 0.95
