"""The HTML version of a letter: the same words, nothing that runs, nothing from elsewhere."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from inscriptis import get_text

from assistant.domain.letters.blocks import Draft
from assistant.domain.letters.html_mail import html_letter
from assistant.domain.letters.structure import structure, structure_of, words
from tests.unit.letters.test_structure import DRAFTS, RESPONSE
from tests.unit.letters.texts import LETTER, bare

ALLOWED = {
    "html": {"lang"},
    "head": set(),
    "meta": {"charset", "name", "content"},
    "title": set(),
    "body": {"style"},
    "div": {"style"},
    "p": {"style"},
    "br": set(),
    "a": {"href", "style"},
    "table": {"style"},
    "thead": set(),
    "tbody": set(),
    "tr": set(),
    "th": {"scope", "style"},
    "td": {"style"},
    **{tag: {"style"} for tag in ("h1", "h2", "h3", "ul", "ol", "li")},
}


class Reader(HTMLParser):
    """Reads a page with the standard library: its tags, and its words as a person sees them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self._counting: list[int] = []
        self._unseen = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._unseen += tag == "head"
        if tag in {"ol", "ul"}:
            self._counting.append(0 if tag == "ol" else -1)
        elif tag == "li" and self._counting[-1] >= 0:
            self._counting[-1] += 1
            self.said.append(f" {self._counting[-1]}. ")
        elif tag != "a":
            self.said.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag == "head"
        if tag in {"ol", "ul"}:
            self._counting.pop()
        if tag != "a":
            self.said.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.said.append(data)


def page(text: str) -> str:
    return html_letter(structure(text), "A letter")


@given(LETTER)
@settings(max_examples=300, deadline=None)
def test_the_page_says_exactly_the_words_of_the_letter(text: str) -> None:
    assert tuple("".join(Reader(page(text)).said).split()) == words(structure(text))


@given(LETTER)
@settings(max_examples=200, deadline=None)
def test_a_mail_reader_finds_the_same_words(text: str) -> None:
    assert bare(get_text(page(text))) == bare(text)


@pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)
def test_a_composed_letter_has_the_same_words_as_a_page(draft: Draft) -> None:
    assert bare(get_text(html_letter(structure_of(draft), "x"))) == bare(draft.text)


@given(LETTER)
@settings(max_examples=200, deadline=None)
def test_nothing_but_plain_elements_is_in_it_whatever_the_words_are(text: str) -> None:
    for tag, attributes in Reader(page(text)).tags:
        assert set(attributes) <= ALLOWED[tag], tag
        href = attributes.get("href")
        assert href is None or href.startswith(("https://", "http://", "mailto:"))
        assert "url(" not in str(attributes.get("style"))


def test_what_a_requester_wrote_cannot_run() -> None:
    made = html_letter(
        structure('Dear <img src=x onerror="a()">\n\n- </li><script>b()</script>\n'),
        "</title><script>c()</script>",
    )
    assert "<script" not in made
    assert "<img" not in made
    assert "&lt;script&gt;b()&lt;/script&gt;" in made
    assert "&lt;img src=x onerror=&quot;a()&quot;&gt;" in made


def test_the_page_says_its_language_and_has_one_heading_of_its_own() -> None:
    made = html_letter(structure_of(RESPONSE), "Response, FOI-2026-00012")
    assert '<html lang="en-GB">' in made
    assert "<title>Response, FOI-2026-00012</title>" in made
    assert len(re.findall("<h1", made)) == 1
    assert "<h3" in made
    assert 'href="mailto:foi@northshire-police.example"' in made


def test_lists_count_for_themselves_only_where_they_would_say_the_same() -> None:
    assert "<ol" in page("1. One\n2. Two")
    lettered = page("(a) One\n(b) Two")
    assert "<ol" not in lettered
    assert ">(a) One</li>" in lettered
    assert "list-style:none" in lettered


def test_a_table_names_its_columns() -> None:
    made = page("| Year | Patrols |\n|---|---|\n| 2024 | 12 |")
    assert made.count('<th scope="col"') == 2
    assert "<thead>" in made
    assert "<th" not in page("2023\t1\n2024\t2").replace("<thead", "")


def test_the_same_letter_gives_the_same_page() -> None:
    assert html_letter(structure_of(RESPONSE), "x") == html_letter(structure_of(RESPONSE), "x")
