"""The words of a block put back into the wording it came from, and versions people make."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.letters.blocks import Block, BlockKind
from assistant.domain.letters.filling import fill
from assistant.domain.letters.wording import Wording, WordingKind
from assistant.domain.letters.wording_proposals import (
    origin_of,
    problem_of,
    slots_changed,
    with_words,
)
from assistant.domain.letters.wording_versions import gives_way, next_version, order

TEXT = (
    "Your reference is {reference}. We received it on {received_on}.\n\n"
    "We find that {why: what brings the information within the exemption}, and this is why.\n\n"
    "Yours faithfully,\\\n{authority}"
)
VALUES = {"reference": "FOI-2026-1", "received_on": "2 March 2026", "authority": "Northshire"}


def wording(text: str, ident: str = "a", section: str = "") -> Wording:
    return Wording(
        ident, "3", WordingKind.WHY, section, "A title", "A manager", date(2027, 1, 1), "FOI", text
    )


def test_the_values_of_a_case_become_slots_again_and_the_rest_of_the_wording_stays() -> None:
    was = fill(wording(TEXT), VALUES)[0].text
    now = "Please quote FOI-2026-1. It reached us on 2 March 2026."
    assert with_words(TEXT, was, now) == TEXT.replace(
        "Your reference is {reference}. We received it on {received_on}.",
        "Please quote {reference}. It reached us on {received_on}.",
    )


def test_words_after_a_slot_of_an_officers_keep_it() -> None:
    said = [block.text for block in fill(wording(TEXT), VALUES)]
    was = next(text for text in said if "this is why" in text)
    assert "exemption}, and so it is exempt.\n" in str(
        with_words(TEXT, was, ", and so it is exempt.")
    )


@pytest.mark.parametrize(
    "now",
    [
        "Please quote your reference. It reached us on 2 March 2026.",
        "FOI-2026-1 is FOI-2026-1. It reached us on 2 March 2026.",
        "Please quote FOI-2026-1. It {reached} us on 2 March 2026.",
        "Please quote FOI-2026-10. It reached us on 2 March 2026.",
    ],
)
def test_words_whose_values_cannot_be_told_are_left_to_the_officer(now: str) -> None:
    was = fill(wording(TEXT), VALUES)[0].text
    assert with_words(TEXT, was, now) is None


def test_a_text_that_can_be_read_in_two_ways_is_left_to_the_officer() -> None:
    assert with_words("We wrote {reference} and {subject}.", "We wrote a and b and c.", "x") is None
    assert with_words("Twice.\n\nTwice.", "Twice.\n\n", "Once.") is None


@given(
    st.lists(
        st.sampled_from(["We write.", "- an entry", "Kept\\\nline.", "On {due_on}.", "To {part}!"]),
        min_size=1,
        max_size=5,
        unique=True,
    )
)
def test_words_put_back_as_they_were_make_the_same_letter(rows: list[str]) -> None:
    text = "\n\n".join(rows)
    values = {"due_on": "8 January 2026", "part": "question 2"}
    composed = fill(wording(text), values)
    for block in composed:
        again = with_words(text, block.text, block.text)
        assert again is None or fill(wording(again), values) == composed


def test_a_typed_block_comes_from_the_one_it_took_the_place_of_alone() -> None:
    composed = fill(wording("One.\n\nTwo.\n\nThree."), {})
    typed = Block(BlockKind.OFFICER, "Two and a half.\n\n", author="Olwen")
    found = origin_of(composed, [composed[0], typed, composed[2]], 1)
    assert found is not None
    assert (found[0].text, found[1].id, found[1].version) == ("Two.\n\n", "a", "3")
    assert origin_of(composed, [*composed, typed], 3) is None
    assert origin_of(composed, composed, 0) == (composed[0], composed[0].sources[0])


def test_what_no_letter_could_be_composed_with_is_refused_in_words() -> None:
    other = wording("Other.", "b", "FOIA s26(1)(a)")
    assert "no value for {prejudice_to}" in problem_of_text("About {prejudice_to}.").replace(
        "No letter with this wording has a value for", "no value for"
    )
    assert problem_of(wording("About {part}."), ["{part} is refused."], []) == ""
    assert "gap of a letter" in problem_of_text("[Officer to supply: why]")
    same = problem_of(wording("Ours.", "c", "FOIA s26(1)(a)"), [], [other])
    assert "A title" in same
    assert "new version" in same


def problem_of_text(text: str) -> str:
    return problem_of(wording(text), [], [])


def test_slots_that_officers_are_asked_no_more_are_named() -> None:
    changed = slots_changed("{why: why}", "{harm: what harm}")
    assert (list(changed.come), list(changed.gone)) == (["harm"], ["why"])


def test_a_file_takes_the_place_of_what_people_made_only_with_a_higher_number() -> None:
    assert not gives_way("3+1", "3")
    assert not gives_way("3+1", "2")
    assert gives_way("3+9", "4")
    assert gives_way("9+1", "10")
    assert not gives_way("0+1", "first")
    assert sorted(["10", "9+2", "9", "9+10", "1.10", "1.9"], key=order) == [
        "1.9", "1.10", "9", "9+2", "9+10", "10",
    ]  # fmt: skip


@given(st.integers(1, 99), st.integers(0, 9))
def test_no_number_of_a_version_is_given_twice_and_each_is_above_the_present_one(
    file: int, made: int
) -> None:
    stored = [str(file), *(f"{file}+{number + 1}" for number in range(made))]
    given_next = next_version(stored[-1], stored)
    assert given_next not in stored
    assert max(map(order, stored)) < order(given_next) < order(str(file + 1))
