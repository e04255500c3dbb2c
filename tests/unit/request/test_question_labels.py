"""How labels, however they are dressed, tell parts and their places apart."""

import pytest

from assistant.domain.request.questions import key_of, segment
from tests.unit.request.requests import labels, texts


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1.", "2."),
        ("1)", "2)"),
        ("(1)", "(2)"),
        ("Q1", "Q2"),
        ("Q1:", "Q2:"),
        ("Question 1:", "Question 2:"),
        ("Question 1 -", "Question 2 -"),
        ("1/", "2/"),
        ("1,", "2,"),
        ("1 -", "2 -"),
        ("#1.", "#2."),
        ("1", "2"),
        ("Cwestiwn 1:", "Cwestiwn 2:"),
    ],
)
def test_each_way_of_numbering_is_known(first: str, second: str) -> None:
    request = f"{first} How many vans are there?\n{second} Who drives them at night?\n"
    assert labels(request) == [("", "1"), ("", "2")]
    assert texts(request)[0] == f"{first} How many vans are there?"


@pytest.mark.parametrize(
    ("dress", "names"),
    [
        ("{})", ["a", "b", "c"]),
        ("({})", ["a", "b", "c"]),
        ("{}.", ["A", "B", "C"]),
        ("({})", ["i", "ii", "iii"]),
        ("{}.", ["i", "ii", "iii"]),
    ],
)
def test_each_way_of_lettering_is_known(dress: str, names: list[str]) -> None:
    things = ["the number of wardens", "their cost", "the number of fines"]
    lines = [f"{dress.format(name)} {thing}" for name, thing in zip(names, things, strict=True)]
    request = "Please tell me:\n" + "\n".join(lines)
    assert labels(request) == [("", name) for name in names]


@pytest.mark.parametrize("bullet", ["•", "-", "*", "–", "·", "\uf0b7"])
def test_bullets_under_a_lead_in_are_parts_without_a_label(bullet: str) -> None:
    request = f"Please send me:\n{bullet} The number of dogs\n{bullet} What they cost to feed\n"
    assert labels(request) == [("", ""), ("", "")]


def test_a_label_on_a_line_of_its_own_takes_the_next_line() -> None:
    request = "Question 1\nHow many vans are there?\nQuestion 2\nWho drives them at night?\n"
    assert texts(request)[1] == "Question 2\nWho drives them at night?"


def test_decimal_numbers_stand_under_their_whole_number() -> None:
    request = (
        "1. Staffing\n1.1 How many work in planning?\n1.2 How many left?\n2. Money\n"
        "2.1 What was spent?\n"
    )
    assert labels(request) == [("1", "1.1"), ("1", "1.2"), ("2", "2.1")]
    assert key_of(segment(request)) == ("1.1", "1.2", "2.1")


def test_a_number_and_letter_in_one_label_give_parent_and_label() -> None:
    request = "1a. How many vans?\n1b. How many cars?\n2a. What do the vans cost?\n"
    assert labels(request) == [("1", "a"), ("1", "b"), ("2", "a")]


def test_labels_that_follow_each_other_at_once_nest() -> None:
    request = "Q2. a) How many were prosecuted?\nb) How many were cautioned?\n"
    assert labels(request) == [("2", "a"), ("2", "b")]


def test_nesting_goes_three_deep_and_comes_back() -> None:
    request = (
        "1. For each depot:\na) How many lorries use:\n(i) diesel\n(ii) power\n"
        "b) How many drivers?\n2. Who manages them?\n"
    )
    assert key_of(segment(request)) == ("1(a)(i)", "1(a)(ii)", "1(b)", "2")


def test_a_question_with_sub_questions_counts_beside_them() -> None:
    request = (
        "1. How many pupils are taught at home?\na) Of these, how many are under ten?\n"
        "b) Of these, how many left school?\n"
    )
    assert key_of(segment(request)) == ("1", "1(a)", "1(b)")


def test_numbers_nested_in_numbers_of_the_same_dress_are_told_apart() -> None:
    request = (
        "1. How many complaints were made?\n2. How many of those were for:\n1. Noise\n2. Delay\n"
        "3. Rudeness\n3. Who decides them?\n"
    )
    assert key_of(segment(request)) == ("1", "2(1)", "2(2)", "2(3)", "3")


def test_numbering_that_starts_again_under_a_title_is_kept_apart_by_key() -> None:
    request = (
        "Libraries\n1. How many libraries are there?\n2. What do they cost?\n"
        "Museums\n1. How many museums are there?\n2. What do they cost?\n"
    )
    assert key_of(segment(request)) == ("1", "2", "1 (second)", "2 (second)")
    assert texts(request)[1] == "2. What do they cost?"


def test_labels_inside_a_running_paragraph_are_found() -> None:
    assert len(texts("1. How many wardens? 2. What do they cost? 3. Who employs them?")) == 3
    lettered = (
        "Please provide: (a) the number of wardens, (b) their cost, and (c) a copy of the rota."
    )
    assert [part.label for part in segment(lettered)] == ["a", "b", "c"]


def test_the_first_label_may_stand_behind_the_lead_in() -> None:
    request = "Please provide details of: 1. Any inspections.\n2. The cost of the work.\n"
    assert labels(request) == [("", "1"), ("", "2")]


def test_a_mere_reference_to_a_label_is_none() -> None:
    request = (
        "1. How many vans are there?\n"
        "2. Where question 1. gives none, who lends them?\n"
        "3. Of (1), how many are red?\n"
    )
    assert len(texts(request)) == 3


def test_a_scanned_l_before_a_two_is_a_one() -> None:
    assert labels("l) How many vans are there?\n2) Who drives them?\n") == [("", "1"), ("", "2")]


def test_a_label_whose_number_was_lost_still_begins_a_part() -> None:
    request = ")     The number of vans.\n2)     The number of cars.\n"
    assert [part.label for part in segment(request)] == ["", "2"]


def test_i_after_h_is_a_letter() -> None:
    lines = [f"{letter}) How many {letter} forms were sent?" for letter in "abcdefghij"]
    assert [part.label for part in segment("\n".join(lines))] == list("abcdefghij")
