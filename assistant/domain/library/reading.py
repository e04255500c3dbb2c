"""An earlier response, read: what it decided, under what, when, and how far its figures reach."""

from dataclasses import dataclass
from datetime import date

from assistant.domain.case import Outcome
from assistant.domain.law.citations import find_citations


@dataclass(frozen=True, slots=True)
class ResponseRead:
    """What a response says of itself; `figures_to` and `stale_words` are empty if it does not."""

    outcome: Outcome | None
    sections: tuple[str, ...]
    dated: date | None
    figures_to: date | None
    stale_words: str


def read_response(text: str, *, request: str = "", dated: date | None = None) -> ResponseRead:
    """Return the provisions that a response cites and its request does not, in their order."""
    asked = {str(citation) for _, _, citation in find_citations(request)}
    cited = (str(citation) for _, _, citation in find_citations(text))
    sections = tuple(dict.fromkeys(name for name in cited if name not in asked))
    return ResponseRead(None, sections, dated, None, "")
