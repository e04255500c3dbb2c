"""A document of the library with a place to jump to for each of its passages; all escaped."""

from collections.abc import Iterable, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import slugify

from assistant.store.models import Passage


def with_places(text: str, passages: Iterable[Passage]) -> SafeString:
    """Return a document's text as HTML, with an element's id where each passage begins.

    Passages index code points of the text; the words themselves are left as they are.
    """
    pieces: list[tuple[SafeString]] = []
    reached = 0
    for passage in sorted(passages, key=lambda passage: passage.start):
        start = min(max(passage.start, reached), len(text))
        pieces.append((format_html("{}", text[reached:start]),))
        pieces.append((format_html('<span id="{}"></span>', slugify(passage.ident)),))
        reached = start
    pieces.append((format_html("{}", text[reached:]),))
    return format_html_join("", "{}", pieces)


def with_masks(text: str, masks: Iterable[Sequence[int | str]]) -> SafeString:
    """Return an original as HTML, with the places marked that are masked elsewhere.

    `masks` are [start, end, kind], in code points.
    """
    pieces: list[tuple[SafeString]] = []
    reached = 0
    for start, end, kind in sorted((int(a), int(b), str(kind)) for a, b, kind in masks):
        pieces.append((format_html("{}", text[reached:start]),))
        hidden = format_html('<span class="govuk-visually-hidden"> (masked: {})</span>', kind)
        pieces.append((format_html("<mark>{}</mark>{}", text[start:end], hidden),))
        reached = end
    pieces.append((format_html("{}", text[reached:]),))
    return format_html_join("", "{}", pieces)
