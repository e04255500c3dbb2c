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


def read_response(text: str) -> ResponseRead:
    """Return the provisions that a response cites, each once, in its order."""
    return ResponseRead(
        sections=tuple(dict.fromkeys(str(citation) for _, _, citation in find_citations(text)))
    )
