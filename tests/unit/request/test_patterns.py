"""A pattern made quick to search with finds what the plain one finds, and at the same place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.request.patterns import alternatives, at_words

ATOMS = st.sampled_from(
    [
        "a",
        "ab",
        "b?",
        r"\s",
        r"\W{0,2}",
        r"\w{1,3}",
        "(?:a|b)",
        "(?:a|ab)?",
        "[ab|)]",
        r"\|",
        "c{0,2}",
    ]
)
LEADS = st.sampled_from([r"\b", "^", "", r"\b\b", "(?:a|b)"])
ROWS = st.builds(lambda lead, rest: lead + "".join(rest), LEADS, st.lists(ATOMS, max_size=4))
PATTERNS = st.lists(st.lists(ROWS, min_size=1, max_size=3).map("|".join), min_size=1, max_size=5)
TEXTS = st.text("ab c|)-A\n", max_size=30)


def _places(pattern: str, text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(pattern, text, re.IGNORECASE)]


def _plain(patterns: list[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


@given(PATTERNS, TEXTS)
def test_it_finds_the_same_at_the_same_places(patterns: list[str], text: str) -> None:
    assert _places(alternatives(patterns), text) == _places(_plain(patterns), text)


@given(PATTERNS, TEXTS)
def test_at_words_it_finds_the_same_at_the_same_places(patterns: list[str], text: str) -> None:
    assert _places(at_words(patterns), text) == _places(rf"\b(?:{_plain(patterns)})", text)


@pytest.mark.parametrize(
    ("patterns", "quick"),
    [
        (
            [r"\bhow\smany\b|\bhow\smuch\b", "^please"],
            r"\b(?=\w)(?:how\smany\b|how\smuch\b)|^(?:please)",
        ),
        ([r"\b(?:so)?\sit\b"], r"\b(?:so)?\sit\b"),
    ],
)
def test_what_words_begin_with_is_asked_once(patterns: list[str], quick: str) -> None:
    assert alternatives(patterns) == quick
