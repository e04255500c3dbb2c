"""Every file of the mail corpora through `parse`, and follow-ups against the judged set."""

import json
import re
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from assistant.domain.mail.followup import intent_of_text
from assistant.domain.mail.mime import read
from assistant.domain.mail.screening import OwnAddresses, Verdict, screen
from assistant.services.parse_files import parse_document
from tests import environment

pytestmark = pytest.mark.shared

DATA = environment.SHARED / "data"
NOBODY = OwnAddresses(frozenset(), frozenset())
# Seconds of processor time for one file, on a machine that does other things too.
LONGEST = 10.0


def _files() -> list[Path]:
    if not DATA.is_dir():
        pytest.skip("the folder ../shared is not here")
    return sorted(path for path in (DATA / "mail").rglob("*") if path.is_file())


def test_no_file_whatever_stops_the_reading() -> None:
    for path in _files():
        before = time.process_time()
        document = parse_document(path.read_bytes(), path.name, NOBODY)
        json.dumps(document, ensure_ascii=False).encode("utf-8")
        assert time.process_time() - before < LONGEST, path.name
        text = document["text"]
        assert isinstance(text, str)
        last = 0
        for span in document["reply_spans"]:  # type: ignore[union-attr]  # a JSON document
            assert last <= span["start"] < span["end"] <= len(text), path.name
            last = span["end"]


def _records(path: Path) -> list[dict[str, Any]]:
    """Return the records of a file; only a line feed ends one, other breaks stand in the texts."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def test_another_system_reads_the_same_senders_and_subjects() -> None:
    compared = senders = subjects = 0
    for path in _files():
        expected = path.with_suffix(".yml")
        if path.suffix != ".box" or not expected.exists():
            continue
        wanted = expected.read_text(encoding="utf-8")
        sender = re.search(r"^from_email: ['\"]?([^'\"\n]*?)['\"]?$", wanted, re.MULTILINE)
        subject = re.search(r"^subject: ([^'\"\n|>&*!].*)$", wanted, re.MULTILINE)
        if not (sender and subject) or "\n  " in wanted[subject.end() : subject.end() + 3]:
            continue
        message = read(path.read_bytes())
        compared += 1
        senders += message.sender.address.casefold() == sender.group(1).casefold()
        subjects += _one_line(message.subject) == _one_line(subject.group(1))
    assert compared >= 10
    assert senders / compared >= 104 / 108
    assert subjects / compared >= 104 / 108


def test_what_people_wrote_in_threads_is_never_called_automatic() -> None:
    threads = DATA / "foi" / "council_threads.jsonl"
    if not threads.exists():
        pytest.skip("the folder ../shared is not here")
    read_texts = 0
    for thread in _records(threads):
        for event in thread["events"]:
            if event["direction"] != "outgoing":
                continue
            headers = f"From: ada@example.org\nSubject: {_one_line(thread['title'])}\n"
            raw = f"{headers}Content-Type: text/plain; charset=utf-8\n\n{event['text']}"
            verdict = screen(read(raw.encode("utf-8", "replace")), NOBODY).verdict
            assert verdict not in {Verdict.AUTOMATIC, Verdict.BOUNCE}
            read_texts += 1
    assert read_texts > 100


def test_follow_ups_are_told_apart_as_a_person_did() -> None:
    gold = DATA / "gold" / "followup_dev.jsonl"
    if not gold.exists():
        pytest.skip("the folder ../shared is not here")
    records = _records(gold)
    right = sum(
        intent_of_text(record["text"]).value == record["gold"]["intent"] for record in records
    )
    assert right / len(records) >= 0.85
