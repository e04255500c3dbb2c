"""Requests with what was decided and what each part has to end as, and a library of responses."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from assistant.domain.library.precedents import Precedent

FOLDER = Path(__file__).parent
RECEIVED = "Mon, 02 Mar 2026 09:30:00 +0000"


class Ends(StrEnum):
    """What a part of the response ends as; README.md gives each."""

    GIVEN = "given"
    PART = "part"
    PART_NOT_HELD = "part_not_held"
    NOT_HELD = "not_held"
    REFUSED = "refused"
    NCND = "ncnd"
    ELSEWHERE = "elsewhere"
    COST = "cost"
    CLARIFY = "clarify"
    TRANSFERRED = "transferred"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Part:
    """What one part has to end as.

    `says` and `excludes` are facts in the forms of tests/chat_set; `sections` are the provisions it
    relies on, and no others; `gaps` say in words what only an officer can still supply.
    """

    key: str
    ends: Ends
    says: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """A request as an e-mail, what people decided (as `draft --decisions` reads it), its parts."""

    id: str
    mail: bytes
    decisions: Mapping[str, Any]
    parts: tuple[Part, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier response with its standing: example, approved, superseded or overturned."""

    precedent: Precedent
    status: str


@cache
def decided() -> tuple[Decided, ...]:
    """Read the requests, in the order of the file."""
    return tuple(_decided(each) for each in _lines("requests.jsonl"))


@cache
def library() -> tuple[Earlier, ...]:
    """Read the earlier responses."""
    return tuple(
        Earlier(
            Precedent(
                ident=each["ident"],
                title=each["title"],
                text=f"Response\n\n{each['text']}\n",
                dated=date.fromisoformat(each["dated"]),
                outcome=each["outcome"],
                sections=tuple(each["sections"]),
                named=True,
            ),
            each["status"],
        )
        for each in _lines("library.jsonl")
    )


def _decided(given: Mapping[str, Any]) -> Decided:
    parts = tuple(
        Part(key, Ends(each["ends"]), *(tuple(each.get(name, ())) for name in _LISTS))
        for key, each in given["expected"].items()
    )
    return Decided(given["id"], _mail(given), given["decisions"], parts, given.get("note", ""))


_LISTS = ("says", "excludes", "sections", "gaps")


def _mail(given: Mapping[str, Any]) -> bytes:
    made = EmailMessage()
    made["From"] = f"{given['sender']} <{given['id']}@example.org>"
    made["To"] = "foi@northshire.police.example"
    made["Subject"] = given["subject"]
    made["Date"] = RECEIVED
    made["Message-ID"] = f"<{given['id']}@example.org>"
    made.set_content(given["text"])
    return made.as_bytes()


def _lines(name: str) -> list[Any]:
    return [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines() if line]
