"""Requests that are near-identical are told from those that only ask in the same way."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.request.likeness import (
    KEPT,
    NEAR_IDENTICAL,
    SAME_SUBJECT,
    likeness,
    sketch,
    subject_likeness,
)

VEHICLES = [
    "How many vehicles did the council own on 1 April 2025, by fuel type?",
    "How much was spent on the repair of council vehicles in each of the last three years?",
    "How many of the vehicles have been replaced by electric ones since 2022?",
]
# The round robin: another authority's name, another date.
ROUND_ROBIN = [
    "How many vehicles did Northshire own on 1 April 2024, by fuel type?",
    *VEHICLES[1:],
]
SAME_FORM = [
    "How many members of staff did the council employ on 1 April 2025, by grade?",
    "How much was spent on the training of agency staff in each of the last three years?",
    "How many of the vacancies have been filled by apprentices since 2022?",
]
MORE_ABOUT_VEHICLES = ["Which electric vehicles do you own, and what did their repair cost?"]

words = st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta", "eps", "zeta"]), max_size=60)


def test_a_round_robin_is_near_identical_and_another_request_in_the_same_form_is_not() -> None:
    assert likeness(VEHICLES, ROUND_ROBIN) >= NEAR_IDENTICAL
    assert likeness(VEHICLES, SAME_FORM) < NEAR_IDENTICAL / 2


def test_near_identical_requests_share_a_number_by_which_they_are_found() -> None:
    assert set(sketch(VEHICLES)) & set(sketch(ROUND_ROBIN))


def test_another_request_about_the_subject_is_told_from_one_about_something_else() -> None:
    assert subject_likeness(VEHICLES, MORE_ABOUT_VEHICLES) >= SAME_SUBJECT
    assert subject_likeness(VEHICLES, SAME_FORM) < SAME_SUBJECT


def test_a_request_without_words_is_like_nothing() -> None:
    assert (sketch(["", "?!"]), likeness([""], [""]), subject_likeness([""], VEHICLES)) == (
        (),
        0,
        0,
    )


@given(words)
def test_what_a_request_is_cut_into_and_its_spacing_make_no_difference(text: list[str]) -> None:
    whole = [" ".join(text)]
    pieces = ["  ".join(text[: len(text) // 2]).upper(), "\n".join(text[len(text) // 2 :])]
    assert sketch(whole) == sketch(pieces)
    assert likeness(whole, pieces) == (1.0 if text else 0.0)


@given(words, words)
def test_likeness_is_a_share_and_the_same_both_ways(one: list[str], other: list[str]) -> None:
    ours, theirs = [" ".join(one)], [" ".join(other)]
    for measure in (likeness, subject_likeness):
        assert 0.0 <= measure(ours, theirs) == measure(theirs, ours) <= 1.0
    assert len(sketch(ours)) <= KEPT
    assert all(-(2**63) <= number < 2**63 for number in sketch(ours))
