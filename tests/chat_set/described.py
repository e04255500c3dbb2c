"""The set as data with types: the world in which questions are asked, and the questions."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
LIBRARY = "library"  # where a question is asked that belongs to no case


class Expected(StrEnum):
    """What the right answer is: the facts, an honest "I cannot", or a refusal to act or reveal."""

    ANSWER = "answer"
    CANNOT = "cannot"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The button that an answer offers: a page of docs/pages.md, and what it is opened with.

    `letter` is the kind of letter of begin-letter, `part` a place in the request.
    """

    page: str
    letter: str = ""
    part: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """One question and how its answer is judged; README.md gives the forms.

    `page` is a case's reference or LIBRARY. Each of `contains` has to be found in the answer, none
    of `excludes`. Each of `sources` is a row of alternatives, one of which has to stand behind the
    answer. `nearest` is how many things the answer must offer that can be asked instead.
    """

    id: str
    group: str
    page: str
    asked: str
    expected: Expected
    contains: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    sources: tuple[tuple[str, ...], ...] = ()
    proposal: Proposal | None = None
    nearest: int = 0


@dataclass(frozen=True, slots=True)
class Described:
    """The world as world.toml gives it: `given` is the whole file, the rest what is often asked."""

    given: Mapping[str, Any]
    now: datetime
    references: tuple[str, ...]
    documents: tuple[str, ...]
    forbidden: tuple[str, ...]


@cache
def described() -> Described:
    """Read the world."""
    given = tomllib.loads((FOLDER / "world.toml").read_text("utf-8"))
    other = given["other"]
    return Described(
        given=given,
        now=given["now"],
        references=tuple(each["reference"] for each in given["cases"]),
        documents=tuple(each["ident"] for each in given["library"]),
        forbidden=(
            "Heronsgate", "Marlock", "Quill", other["library"]["ident"],
            other["library"]["reference"],
        ),
    )  # fmt: skip


@cache
def questions() -> tuple[Question, ...]:
    """Read the questions, in the order of the file."""
    lines = (FOLDER / "questions.jsonl").read_text("utf-8").splitlines()
    return tuple(_question(json.loads(line)) for line in lines if line)


def _question(given: Mapping[str, Any]) -> Question:
    proposal = given.get("proposal")
    return Question(
        id=given["id"],
        group=given["group"],
        page=given["page"],
        asked=given["asked"],
        expected=Expected(given["expected"]),
        contains=tuple(given.get("contains", ())),
        excludes=tuple(given.get("excludes", ())),
        sources=tuple(_alternatives(each) for each in given.get("sources", ())),
        proposal=Proposal(**proposal) if proposal else None,
        nearest=given.get("nearest", 0),
    )


def _alternatives(given: str | Sequence[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)
