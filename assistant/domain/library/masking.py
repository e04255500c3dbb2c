"""Masks the personal data of requesters before a response is searched or shown."""

import re
from dataclasses import dataclass

_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beforehand: names and addresses of those who asked."""

    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A masked place of the original, in code points, and what stood there."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with its masks, and where they stand in the original."""

    text: str
    spans: tuple[Span, ...] = ()


def mask(text: str, known: Known) -> Masked:
    """Return a text with e-mail addresses and known names masked."""
    found = [Span(match.start(), match.end(), "email") for match in _EMAIL.finditer(text)]
    for name in known.names:
        if "@" not in name and len(name) >= _FEWEST_LETTERS:
            form = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
            found += [Span(match.start(), match.end(), "name") for match in form.finditer(text)]
    spans: list[Span] = []
    for span in sorted(found, key=lambda each: (each.start, -each.end)):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    pieces: list[str] = []
    after = 0
    for span in spans:
        pieces += [text[after : span.start], f"[{span.kind}]"]
        after = span.end
    return Masked("".join((*pieces, text[after:])), tuple(spans))
