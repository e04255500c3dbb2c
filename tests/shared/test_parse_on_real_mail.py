"""Every file of the mail corpora through `parse`, and follow-ups against the judged set."""

import email
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from assistant.adapters.documents.reader import DocumentReader
from assistant.domain.mail.followup import intent_of_text
from assistant.domain.mail.mime import read
from assistant.domain.mail.screening import OwnAddresses, Verdict, screen
from assistant.services.parse_files import parse_document
from assistant.services.read_attachments import read_attachments
from tests import environment
from tests.unit.mail.sound import faults

pytestmark = pytest.mark.shared

DATA = environment.SHARED / "data"
NOBODY = OwnAddresses(frozenset(), frozenset())


def _files() -> list[Path]:
    if not DATA.is_dir():
        pytest.skip("the folder ../shared is not here")
    return sorted(path for path in (DATA / "mail").rglob("*") if path.is_file())


def test_no_file_whatever_stops_the_reading() -> None:
    """T19: every file gives a document, and what has text is not empty."""
    for path in _files():
        raw = path.read_bytes()
        document = parse_document(raw, path.name, NOBODY)
        json.dumps(document, ensure_ascii=False).encode("utf-8")
        assert faults(raw) == [], path.name


def _has_words(raw: bytes) -> bool:
    """Say whether another reader finds words in a plain part that is no file."""
    for part in email.message_from_bytes(raw).walk():
        if part.get_content_type() != "text/plain" or part.get_filename():
            continue
        data = part.get_payload(decode=True)
        if isinstance(data, bytes) and re.search(rb"[A-Za-z]{3,}", data):
            return True
    return False


def test_no_message_that_has_text_is_read_as_empty() -> None:
    """T19: where the standard library's reader finds words, so do we."""
    empty = []
    for path in _files():
        raw = b"" if path.suffix == ".tnef" else path.read_bytes()
        message = read(raw)
        if not message.text.strip() and not message.attachments and _has_words(raw):
            empty.append(path.name)
    assert empty == []


def test_documents_that_people_attached_give_their_words() -> None:
    reader = DocumentReader()
    words = damaged = 0
    for path in _files():
        if path.stat().st_size > 300_000:
            continue
        for each in read_attachments(read(path.read_bytes()), reader):
            if each.said and each.file.size > 2_000:
                words += bool(each.said.text)
                damaged += not each.said.text and not each.said.problem
    assert words >= 10
    assert damaged == 0


def _records(path: Path) -> list[dict[str, Any]]:
    """Return the records of a file; only a line feed ends one, other breaks stand in the texts."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def test_another_system_reads_the_same_senders_and_subjects() -> None:
    """T20: the expected values that lie beside some of the files."""
    compared = senders = subjects = files = 0
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
        # That system adds the HTML part as a file of its own.
        named = re.findall(r"^ *(?:- )?:?filename: *(.*)$", wanted, re.MULTILINE)
        files += len([each for each in named if "message.html" not in each]) == len(
            message.attachments
        )
    assert compared >= 10
    assert senders / compared >= 104 / 108
    assert subjects / compared >= 106 / 108
    assert files / compared >= 100 / 108


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
