"""Looking for phrases by their letters first finds exactly what trying every phrase finds."""

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import domain
from assistant.domain.mail.followup_cues import ALL_CUES
from assistant.domain.mail.followup_kinds import Cue
from assistant.domain.phrases import (
    Phrases,
    PhraseTable,
    alternatives,
    first_runs,
    marks_of,
    needed_runs,
)
from assistant.domain.request import regime_cues


def tables() -> Iterator[tuple[str, Phrases]]:
    """Yield every table of the domain, by the module that it was first met in."""
    seen: set[int] = set()
    for found in pkgutil.walk_packages(domain.__path__, f"{domain.__name__}."):
        for name, table in vars(importlib.import_module(found.name)).items():
            if isinstance(table, Phrases) and id(table) not in seen:
                seen.add(id(table))
                yield f"{found.name.removeprefix('assistant.domain.')}.{name}", table


TABLES: dict[str, Phrases] = dict(tables()) | {
    f"{cue.regime}: {cue.reason}": cue.found
    for cue in (*regime_cues.ENVIRONMENT, *regime_cues.REMOTE, *regime_cues.OWN_DATA)
}


def plain(table: Phrases) -> re.Pattern[str]:
    return re.compile(table.pattern, table.flags)


def same(table: Phrases, pattern: re.Pattern[str], text: str) -> None:
    first, begins = pattern.search(text), pattern.match(text)
    assert table.occur_in(text) == (first is not None)
    found, begun = table.search(text), table.match(text)
    assert (found and found.span()) == (first and first.span())
    assert (begun and begun.span()) == (begins and begins.span())


def spellings(text: str) -> tuple[str, ...]:
    """The same text as it may also be written, for a search that is blind to case."""
    odd = text.replace("i", "\u0131").replace("s", "\u017f").replace("k", "\u212a")
    return text, text.upper(), odd, text.replace("I", "\u0130"), f"Well, {text}; so."


@pytest.mark.parametrize("name", TABLES)
def test_every_phrase_of_the_tables_is_found_wherever_it_stands(name: str) -> None:
    table = TABLES[name]
    pattern = plain(table)
    strings = st.from_regex(pattern, alphabet=st.characters(max_codepoint=0x17F))

    @settings(max_examples=25)
    @given(strings)
    def found(text: str) -> None:
        for spelling in spellings(text):
            same(table, pattern, spelling)

    found()


@pytest.mark.parametrize("cue", ALL_CUES, ids=lambda cue: cue.says)
def test_every_cue_of_a_message_is_found_wherever_it_stands(cue: Cue) -> None:
    pattern = re.compile(cue.pattern.pattern)

    @settings(max_examples=15)
    @given(st.from_regex(pattern, alphabet=st.characters(max_codepoint=0x17F)))
    def found(text: str) -> None:
        same(cue.pattern, pattern, text)

    found()


ATOMS = st.sampled_from(
    [
        *(
            "a",
            "ab",
            "b?",
            "c{0,2}",
            "-?",
            "'",
            "^",
            "$",
            r"\s",
            r"\b",
            r"\|",
            r"\W{0,2}",
            r"\w{1,3}",
        ),
        *("(?:a|b)", "(?:a|ab)?", "[ab|)]", "(?!b)", r"(?:a\sb|b)", "(?:ab){1,2}", "(?:a-|c)"),
        *("(?:a)", "(?=a)"),
    ]
)
ROWS = st.lists(ATOMS, min_size=1, max_size=5).map("".join)
PATTERNS = st.lists(st.lists(ROWS, min_size=1, max_size=3).map("|".join), min_size=1, max_size=4)


@settings(max_examples=400)
@given(PATTERNS, st.sampled_from(["", r"\b"]), st.text("ab c|)-A'\n", max_size=20))
def test_any_table_finds_what_one_pattern_of_it_finds(
    patterns: list[str], before: str, text: str
) -> None:
    table = Phrases(*patterns, before=before)
    same(table, plain(table), text)


def test_letters_are_told_as_a_search_that_is_blind_to_case_tells_them() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in "abcdefghijklmnopqrstuvwxyz":
        table = Phrases(letter)
        assert all(table.occur_in(sign) for sign in re.findall(letter, every, re.IGNORECASE))


def test_the_letters_a_phrase_needs_are_read_from_its_pattern() -> None:
    assert needed_runs(r"\bworking\sdays?") == [{" working "}, {" day"}]
    assert needed_runs(r"(?:can|could)\syou") == [{"can ", "could "}, {" you"}]
    assert needed_runs(r"e-?mail") == [{"e"}, {"mail"}]
    assert needed_runs(r"\b(?:how\smany|what)\b")[0] == {" how ", " what"}
    assert needed_runs(r"x{0,3}\w+(?!no)\?") == []


def test_the_runs_a_phrase_begins_with_are_read_from_its_pattern() -> None:
    assert first_runs(r"\b(?:i|we)\s(?:am|are)\b") == {"i ", "we "}
    assert first_runs(r"(?:\bclarif(?:y|ication))") == {"clarify", "clarificat"}
    assert first_runs("clarify") == first_runs(r"\b\w+") == frozenset()


def test_alternatives_are_cut_outside_of_groups_and_sets_only() -> None:
    assert alternatives(r"a|(?:b|c)|[|)]|\||[]|]d") == ["a", "(?:b|c)", "[|)]", r"\|", "[]|]d"]


def test_a_table_made_later_is_looked_for_in_a_text_seen_before() -> None:
    text = "quixotic badgers"
    marks_of(text)
    assert Phrases(r"quixotic\sbadg").occur_in(text)


LETTERS = st.lists(
    st.one_of(
        st.sampled_from(("river", "flood", "planning", "noise", "how many", "my records", "ico")),
        st.text(max_size=12),
    ),
    max_size=30,
).map(" ".join)
CUES = (*regime_cues.ENVIRONMENT, *regime_cues.REMOTE, *regime_cues.OWN_DATA)


@given(LETTERS)
def test_a_table_finds_the_rows_that_each_find_themselves_in_their_order(text: str) -> None:
    table = PhraseTable(CUES, lambda cue: cue.found)
    found = [cue for cue in CUES if cue.found.occur_in(text)]
    assert table.found_in(text) == found
    possible = table.possible_in(text)
    assert [cue for cue in possible if cue in found] == found


@given(st.lists(LETTERS, min_size=1, max_size=4))
def test_what_stands_in_a_piece_is_possible_in_the_whole(pieces: list[str]) -> None:
    table = PhraseTable(ALL_CUES, lambda cue: cue.pattern)
    possible = table.possible_in("\n".join(pieces))
    for piece in pieces:
        assert all(cue in possible for cue in ALL_CUES if cue.pattern.occur_in(piece))


def test_a_row_that_needs_no_letters_is_always_tried() -> None:
    table = PhraseTable([Phrases(r"\d{4}"), Phrases(r"dogs?\b")], lambda each: each)
    assert len(table.found_in("in 2024")) == 1
    assert table.found_in("a cat") == []
    assert len(table.possible_in("")) == 1
