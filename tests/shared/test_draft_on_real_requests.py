"""`parse` and `draft` on every real request that is at hand: exit 0 and one JSON document each."""

import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.e2e.installation import Installation
from tests.environment import SHARED

pytestmark = [pytest.mark.shared, pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture
def requests(tmp_path: Path) -> list[Path]:
    """Write each thread's first request as an e-mail of a fictional person."""
    files = []
    for line in (SHARED / "data/foi/council_threads.jsonl").read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        thread = json.loads(line)
        asked = next(event for event in thread["events"] if event["kind"] == "request")
        message = EmailMessage()
        message["From"] = "A Requester <requester@example.org>"
        message["To"] = "foi@northshire.example"
        message["Subject"] = " ".join(thread["title"].split())
        message["Message-ID"] = f"<{thread['id']}@example.org>"
        message["Date"] = "Mon, 02 Mar 2026 09:30:00 +0000"
        message.set_content(asked["text"])
        files.append(tmp_path / f"{thread['id']}.eml")
        files[-1].write_bytes(message.as_bytes())
    return files


@pytest.mark.parametrize("command", ["parse", "draft"])
def test_every_real_request_gives_a_document(
    tmp_path: Path, requests: list[Path], command: str
) -> None:
    installation = Installation(tmp_path)

    said = installation.run(command, "--json", *map(str, requests))

    documents = [json.loads(line) for line in said.splitlines()]
    assert len(documents) == len(requests)
    if command == "draft":
        for document in documents:
            for letter in (document["acknowledgement"], document["response"]):
                assert letter["text"] == "".join(block["text"] for block in letter["blocks"])
            findings = document["acknowledgement"]["findings"]
            assert not [finding for finding in findings if finding["severity"] == "error"]
