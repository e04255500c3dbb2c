"""Request threads of real authorities as e-mails: first messages open cases, replies join them.

No requester's address is in the data, so each thread is sent once through a request site (an
address of its own) and once by a person who writes from home.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from assistant.store.models import Case, Draft, Letter, Message
from tests import environment
from tests.letters import RECEIVED
from tests.world import World, make_world

pytestmark = [pytest.mark.shared, pytest.mark.django_db, pytest.mark.timeout(900)]

DATA = environment.SHARED / "data" / "foi"
MAILBOX = "foi@northshire.police.example"
FOOTER = """
-------------------------------------------------------------------

Please use this email address for all replies to this request:
{address}

Is {mailbox} the wrong address for Freedom of Information requests to Northshire Police? If so,
please contact us using this form:
https://www.requests.example/change_request/new

Disclaimer: This message and any reply that you make will be published on the internet. Our privacy
and copyright policies:
https://www.requests.example/help/officers

Please note that in some cases publication of requests and responses will be delayed.

-------------------------------------------------------------------
"""
AN_ANSWER = (
    "On 3 March 2026 Northshire Police wrote:\n> We have received your request.\n> Regards\n"
)


@dataclass(frozen=True)
class Thread:
    """A thread's subject and what its requester wrote, first message first."""

    key: str
    title: str
    texts: tuple[str, ...]


def _records(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        pytest.skip("the folder ../shared is not here")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def _threads() -> Iterator[Thread]:
    for record in _records(DATA / "council_threads.jsonl"):
        texts = [each["text"] for each in record["events"] if each["direction"] == "outgoing"]
        yield Thread(record["id"].removeprefix("wdtk-"), record["title"], tuple(texts))
    for record in _records(DATA / "ministry_threads.jsonl"):
        texts = [each["text"] for each in record["messages"] if each["direction"] == "outgoing"]
        yield Thread(record["id"], record["title"], tuple(texts))


def _mail(text: str, subject: str, sender: str, message_id: str, **headers: str) -> bytes:
    message = EmailMessage()
    message["From"] = f"Requester <{sender}>"
    message["To"] = MAILBOX
    message["Subject"] = " ".join(subject.split())
    message["Date"] = format_datetime(RECEIVED)
    message["Message-ID"] = message_id
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message.as_bytes()


def _site(thread: Thread) -> tuple[str, str, str]:
    """Return address, subject and footer of a thread that a request site sends."""
    address = f"request-{thread.key}-{abs(hash(thread.key)) % 0xFFFFFFFF:08x}@requests.example"
    subject = f"Freedom of Information request - {thread.title}"
    return address, subject, FOOTER.format(address=address, mailbox=MAILBOX)


def _person(thread: Thread) -> tuple[str, str, str]:
    return f"person{thread.key}@example.org", thread.title, ""


WRITERS = {"site": _site, "person": _person}


@pytest.fixture
def world() -> World:
    return make_world(datetime(2026, 3, 3, 10, 0, tzinfo=UTC))


def _answer(world: World, case: Case) -> Letter:
    """Return a letter of ours on a case, as it stands once it is approved."""
    known = Letter.objects.filter(case=case).first()
    if known is not None:
        return known
    draft = Draft.objects.filter(case=case).first()
    assert draft is not None
    return Letter.objects.create(
        case=case,
        draft=draft,
        draft_version=1,
        kind="acknowledgement",
        recipient=case.requester.address,
        subject=f"Re: {case.title} [{case.reference}]",
        message_id=f"<letter-{case.pk}@northshire.police.example>",
        compressed=b"",
        sha256="",
        fingerprint="",
        approved_by=world.officer,
        approved_at=world.clock.now(),
    )


def _firsts(world: World, writer: str) -> list[tuple[Thread, Message]]:
    delivered = []
    for thread in _threads():
        address, subject, footer = WRITERS[writer](thread)
        raw = _mail(thread.texts[0] + footer, subject, address, f"<first-{thread.key}@{writer}>")
        delivered.append((thread, world.deliver(raw)))
    return delivered


WAYS = {
    "answer to our letter": lambda own, letter: {
        "In_Reply_To": letter,
        "References": f"{own} {letter}",
    },
    "answer to their own message": lambda own, _: {"In_Reply_To": own},
    "references alone": lambda own, _: {"References": own},
    "case reference in the subject": lambda *_: {},
    "subject of the request, headers lost": lambda *_: {},
}


@pytest.mark.parametrize("writer", sorted(WRITERS))
def test_first_messages_become_cases_and_follow_ups_join_them(world: World, writer: str) -> None:
    firsts = _firsts(world, writer)
    found = Counter(message.disposition for _, message in firsts)
    filed = {way: Counter(_follow_ups(world, writer, way, firsts)) for way in WAYS}
    assert found["case"] / found.total() >= 0.98, found
    assert found["held"] / found.total() <= 0.01, found
    assert not found["automatic"] + found["bounce"], found
    for way, count in filed.items():
        assert count["right"] / count.total() >= 0.98, (way, count)


def _follow_ups(
    world: World, writer: str, way: str, firsts: list[tuple[Thread, Message]]
) -> Iterator[str]:
    """Deliver every later message of a thread in one way; yield "right" or what became of it."""
    for thread, first in firsts:
        case = first.cases.first()
        if case is None or len(thread.texts) < 2:
            continue
        letter = _answer(world, case)
        address, subject, footer = WRITERS[writer](thread)
        headers = WAYS[way](first.message_id, letter.message_id)
        reply = f"Re: {subject}" if "lost" in way else letter.subject
        for number, text in enumerate(thread.texts[1:]):
            raw = _mail(
                f"{text}\n\n{AN_ANSWER}{footer}",
                reply,
                address,
                f"<reply-{thread.key}-{number}-{len(way)}@{writer}>",
                **headers,
            )
            message = world.deliver(raw)
            right = message.disposition == "filed" and list(message.cases.all()) == [case]
            yield "right" if right else message.disposition
