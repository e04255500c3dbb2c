"""Reads from a response what it decided, under which provisions, and how old it is."""

from dataclasses import dataclass
from datetime import date

from assistant.domain.law.citations import find_citations


@dataclass(frozen=True, slots=True)
class ResponseRead:
    """What a response says of itself; each is empty where it does not say."""

    outcome: str = ""
    sections: tuple[str, ...] = ()
    dated: date | None = None
    stale_since_words: str = ""


def read_response(text: str, request: str = "") -> ResponseRead:
    """Return the provisions that a response cites and its request does not, each in its order."""
    asked = {str(citation) for _, _, citation in find_citations(request)}
    return ResponseRead(
        sections=tuple(
            dict.fromkeys(
                name for _, _, each in find_citations(text) if (name := str(each)) not in asked
            )
        )
    )
