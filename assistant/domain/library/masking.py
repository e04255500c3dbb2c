"""Masks the personal data of a letter before it joins the library."""

import re

from assistant.domain.library.masking_kinds import Kind, Known, Masked, Span

__all__ = ["Kind", "Known", "Masked", "Span", "mask"]

_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_FEWEST_LETTERS = 3


def mask(text: str, known: Known | None = None) -> Masked:
    """Return a text with e-mail addresses of others and known names masked."""
    known = known or Known()
    found = [
        Span(match.start(), match.end(), Kind.EMAIL)
        for match in _EMAIL.finditer(text)
        if match[0].lower() not in known.own_addresses
    ]
    for name in known.people:
        if len(name) >= _FEWEST_LETTERS:
            form = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
            found += [Span(each.start(), each.end(), Kind.NAME) for each in form.finditer(text)]
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
