"""The requester's own text with its parts marked in it; everything in it is escaped."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from assistant.domain.request.correcting import title
from assistant.store.models import RequestPart


@dataclass(frozen=True, slots=True)
class Mark:
    """A part's place in a text: what to call it and where its page is."""

    start: int
    end: int
    name: str
    address: str


def part_name(part: RequestPart) -> str:
    """Return what the pages call a part: by its key, or by its place where nobody numbered it."""
    return title(part.key, part.position)


def disjoint(marks: Iterable[Mark], length: int) -> list[Mark]:
    """Return the marks in order, each cut to what no earlier one covers; empty ones are dropped."""
    kept: list[Mark] = []
    reached = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        start, end = max(mark.start, reached), min(mark.end, length)
        if start < end:
            kept.append(Mark(start, end, mark.name, mark.address))
            reached = end
    return kept


def marked(text: str, marks: Iterable[Mark]) -> SafeString:
    """Return a text as HTML, each part inside a <mark> that leads to the part's page.

    `marks` index code points of `text`. Whatever the requester wrote is escaped.
    """
    pieces: list[tuple[SafeString]] = []
    reached = 0
    for mark in disjoint(marks, len(text)):
        pieces.append((format_html("{}", text[reached : mark.start]),))
        pieces.append(
            (
                format_html(
                    '<mark class="foi-mark"><a class="govuk-link foi-mark__name" href="{}">{}</a>'
                    " {}</mark>",
                    mark.address,
                    mark.name,
                    text[mark.start : mark.end],
                ),
            )
        )
        reached = mark.end
    pieces.append((format_html("{}", text[reached:]),))
    return format_html_join("", "{}", pieces)
