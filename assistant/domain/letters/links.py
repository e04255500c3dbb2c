"""The web and mail addresses in a letter's text, so that a rendering can make links of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Only plain ASCII addresses (RFC 3986, RFC 5321): a link must not lead elsewhere than it reads.
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}"
_WEB = rf"(?:https?://|www\.){_HOST}(?::\d{{1,5}})?(?:[/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?"
_MAIL = rf"[A-Za-z0-9](?:[A-Za-z0-9._%+'-]{{0,62}}[A-Za-z0-9])?@{_HOST}"
_ADDRESS = re.compile(rf"(?<![\w@/.-])(?:(?P<web>{_WEB})|(?P<mail>{_MAIL}))(?![\w@])")
_TRAILING = ".,;:!?'"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text; `href` is where it leads, or empty."""

    text: str
    href: str = ""


def spans(text: str) -> tuple[Span, ...]:
    """Cut a text at its addresses; the texts of the spans, joined, are the text."""
    found, at = [], 0
    for start, end, href in _addresses(text):
        if start > at:
            found.append(Span(text[at:start]))
        found.append(Span(text[start:end], href))
        at = end
    if at < len(text):
        found.append(Span(text[at:]))
    return tuple(found)


def words_in_spans(text: str) -> tuple[tuple[Span, ...], ...]:
    """Return the words of a text, each as the spans it is made of: "(", a link and ")."."""
    words: list[tuple[Span, ...]] = []
    open_word: list[Span] = []
    for span in spans(text):
        pieces = re.split(r"(\s+)", span.text)
        for piece in pieces:
            if piece and not piece.strip():
                words += [tuple(open_word)] if open_word else []
                open_word = []
            elif piece:
                open_word.append(Span(piece, span.href))
    return (*words, tuple(open_word)) if open_word else tuple(words)


def _addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each address starts and ends, and where it leads."""
    for match in _ADDRESS.finditer(text):
        shown = _without_punctuation(match[0])
        if match["mail"]:
            href = f"mailto:{shown}"
        else:
            href = shown if shown.startswith("http") else f"https://{shown}"
        yield match.start(), match.start() + len(shown), href


def _without_punctuation(address: str) -> str:
    """Return an address without the punctuation of the sentence it stands in."""
    while address and (address[-1] in _TRAILING or _closes_more(address)):
        address = address[:-1]
    return address


def _closes_more(address: str) -> bool:
    """Tell whether an address ends with a bracket that was opened before it."""
    return address.endswith(")") and address.count("(") < address.count(")")
