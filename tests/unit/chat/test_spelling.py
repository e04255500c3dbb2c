"""Slips of the keyboard are mended, and what is no slip is left as it is."""

import pytest

from assistant.domain.chat.spelling import canonical, distance, mended, plain


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("whats the deadlne", "what is the deadline"),
        ("who aproved it", "who approved it"),
        ("witholding", "withholding"),
        ("whens it deu", "when is it due"),
        ("acknowldgement", "acknowledgement"),
        ("exmptions", "exemptions"),
        ("what’s missing", "what is missing"),
    ],
)
def test_a_slip_is_read_as_the_word_that_was_meant(typed: str, meant: str) -> None:
    assert mended(plain(typed)) == meant


@pytest.mark.parametrize("word", ["prime", "weather", "drones", "taser", "hens", "olwen"])
def test_a_word_that_is_no_slip_is_left_alone(word: str) -> None:
    assert mended(word) == word


def test_a_longer_phrase_is_tried_first() -> None:
    assert canonical("how many days") == "<how_long>"
    assert canonical("how many cases") == "<how_many> <case>"


@pytest.mark.parametrize(
    ("one", "other", "away"),
    [
        ("due", "due", 0),
        ("deu", "due", 1),
        ("dates", "date", 1),
        ("part", "port", 1),
        ("a", "bcd", 3),
    ],
)
def test_letters_left_out_put_in_changed_and_swapped_count_one_each(
    one: str, other: str, away: int
) -> None:
    assert distance(one, other, 2) == away
