"""An earlier response as the library knows it, cut into passages where it divides itself."""

import re
from dataclasses import dataclass
from datetime import date

from assistant.domain.law.citations import find_citations

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
# A passage is what an officer can take in at a glance; longer sections are cut between paragraphs.
LONGEST = 1200


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier response, whole; `sections` are citations as the register prints them."""

    ident: str
    title: str
    text: str
    reference: str = ""
    dated: date | None = None
    outcome: str = ""
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadableFile:
    """A file that could not be taken into the library, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A passage: its heading path ("Response > Question 2"), its section, its place in the text."""

    heading: str
    section: str
    start: int
    end: int
    text: str


def cut(text: str) -> tuple[Cut, ...]:
    """Cut a response by its own headings, and long stretches between paragraphs.

    Offsets are code points of `text`, and `text[start:end]` is exactly the passage. Headings
    themselves are not passages; they stand in the path of what they head.
    """
    passages: list[Cut] = []
    path: list[tuple[int, str]] = []
    at = 0
    for heading in [*_HEADING.finditer(text), None]:
        end = heading.start() if heading else len(text)
        passages += _pieces(text, at, end, " > ".join(title for _, title in path))
        if heading:
            depth = len(heading[1])
            path = [(level, title) for level, title in path if level < depth]
            path.append((depth, heading[2]))
            at = heading.end()
    return tuple(passages)


def _pieces(text: str, start: int, end: int, heading: str) -> list[Cut]:
    """Return the passages of one stretch: paragraphs put together up to the longest length."""
    spans: list[tuple[int, int]] = []
    for paragraph in _PARAGRAPH.finditer(text, start, end):
        first, last = paragraph.start(), paragraph.start() + len(paragraph[0].rstrip())
        if spans and last - spans[-1][0] <= LONGEST:
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return [Cut(heading, _section(text[a:b]), a, b, text[a:b]) for a, b in spans]


def _section(text: str) -> str:
    """Return the first provision a passage cites, or nothing."""
    return next((str(citation) for _, _, citation in find_citations(text)), "")
