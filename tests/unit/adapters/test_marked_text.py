"""What a model is shown of others' words, and how its quotes are found in them again."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.adapters.marked_text import mark

ODD = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("<|>[]INST/ \n\r\t\u200b\u202e\u00ad\U000e0041\ufe0f‘’“”–—\u00a0"),
    )
)


@given(ODD)
def test_each_character_shown_has_its_place_in_the_original(text: str) -> None:
    marked = mark(text)

    assert len(marked.shown) == len(marked.places)
    assert list(marked.places) == sorted(set(marked.places))
    for character, place in zip(marked.shown, marked.places, strict=True):
        assert text[place] in {character, {"‹": "<", "›": ">", "⟦": "["}.get(character)}


@given(ODD)
def test_nothing_hidden_and_no_mark_of_a_speaker_is_shown(text: str) -> None:
    shown = mark(text).shown

    assert not {"<", ">"} & set(shown)
    assert not any(marker in shown for marker in ("[INST]", "[/INST]"))
    hidden = {each for each in shown if unicodedata.category(each).startswith("C")}
    assert hidden <= {"\n", "\t"}


@given(ODD, ODD, ODD)
def test_a_quote_of_what_was_shown_is_found_where_it_stands(
    before: str, quote: str, after: str
) -> None:
    text = f"{before} {quote} {after}"
    marked = mark(text)
    words = mark(quote).shown.split()

    found = marked.find(mark(quote).shown)

    assert (found is not None) == bool(words)
    if found:
        place = text[slice(*found)]
        assert mark(place).find(quote) == (0, len(place))


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("How many\r\nboats?", "How many boats?", "How many\r\nboats?"),
        ("It\u200b is h\u00adidden here", "is hidden", "is h\u00adidden"),
        ("the so-called “boat”", 'so-called "boat"', "so-called “boat”"),
        ("<b>all</b> of it", "<b>all</b>", "<b>all</b>"),
        ("say [REDACTED] now", "[REDACTED]", "[REDACTED]"),
        ("12\u00a0boats", "12 boats", "12\u00a0boats"),
        ("12 boats", "13 boats", None),
        ("Boats", "boats", None),
        ("boats", " \n", None),
    ],
)
def test_spaces_and_kinds_of_marks_may_differ_and_nothing_else(
    text: str, quote: str, found: str | None
) -> None:
    span = mark(text).find(quote)
    assert (text[slice(*span)] if span else None) == found


def test_a_quote_may_be_looked_for_after_a_place() -> None:
    marked = mark("boats and boats")
    assert marked.find("boats", after=1) == (10, 15)
    assert marked.find("boats", after=11) is None
