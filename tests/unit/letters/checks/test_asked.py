"""The labels of a request are read however they are written, and so are those of the answers."""

import pytest

from assistant.domain.letters.checks import LetterFacts
from assistant.domain.letters.checks.asked import (
    answers_of,
    asked_of,
    bare,
    decides_every_part,
    named_together,
)
from assistant.domain.letters.checks.lines import joined
from assistant.domain.letters.checks.zones import lines_of

TWO = LetterFacts(
    request="1. How many boats are there?\n2. Who paints them?",
    parts=(("1", "1. How many boats are there?"), ("2", "2. Who paints them?")),
)


def answered(letter: str, facts: LetterFacts = TWO) -> dict[str, str]:
    """What a letter says to each part, by its label."""
    lines = lines_of(joined(f"Dear Alex Morgan\n\n{letter}"))
    return {each.label: each.said for each in answers_of(lines, asked_of(facts))}


@pytest.mark.parametrize(
    ("written", "label"),
    [("3(a)", "3a"), ("Q3 a)", "3a"), ("(b)", "b"), ("Question 2", "2"), ("iv.", "iv"), ("", "")],
)
def test_a_label_is_read_without_its_dress(written: str, label: str) -> None:
    assert bare(written) == label


@pytest.mark.parametrize(
    ("request_", "labels"),
    [
        ("1. How many boats? 2. Who paints them? 3. Why?", ["1", "2", "3"]),
        ("Please tell me 1) how many boats there are and 2) who paints them.", ["1", "2"]),
        ("Question 1: how many boats? Question 2: who paints them?", ["1", "2"]),
        ("I want (a) the number of boats; (b) the painter.", ["a", "b"]),
        ("i. How many boats? ii. Who paints them?", ["i", "ii"]),
        ("Q1 - boats? Q2 - painters?", ["1", "2"]),
    ],
)
def test_a_request_is_divided_by_its_labels(request_: str, labels: list[str]) -> None:
    assert [each.label for each in asked_of(LetterFacts(request=request_))] == labels


@pytest.mark.parametrize(
    "request_", ["How many boats were there in 2021?", "See section 1. Thank you.", ""]
)
def test_a_request_without_labels_has_none(request_: str) -> None:
    assert asked_of(LetterFacts(request=request_)) == ()


@pytest.mark.parametrize(
    "letter",
    [
        "1. Nine.\n2. Hale Brothers.",
        "1) Nine.\n\n2) Hale Brothers.",
        "(1) Nine.\n(2) Hale Brothers.",
        "Q1: Nine.\nQ2: Hale Brothers.",
        "Question 1\n\nNine.\n\nQuestion 2\n\nHale Brothers.",
        "Part 1 - Nine.\nPart 2 - Hale Brothers.",
        "Our answer to question 1: Nine.\nOur answer to question 2: Hale Brothers.",
        "2. Hale Brothers.\n1. Nine.",
        "1. How many boats are there?\nNine.\n2. Who paints them?\nHale Brothers.",
    ],
)
def test_an_answer_is_found_under_its_label(letter: str) -> None:
    found = answered(letter)
    assert "Nine" in found["1"]
    assert "Hale" not in found["1"]
    assert "Hale Brothers" in found["2"]


def test_questions_that_are_only_repeated_are_not_answered() -> None:
    letter = "1. How many boats are there?\n2. Who paints them?\n\nThank you for your interest."
    assert "1" not in answered(letter)


@pytest.mark.parametrize("letter", ["", "Nine.", "In 2021. Two boats.", "Hale Brothers 2 boats"])
def test_a_letter_without_labels_answers_none_by_label(letter: str) -> None:
    assert answered(letter) == {}


def test_sub_parts_are_answered_under_their_part() -> None:
    parts = (("3(a)", "(a) How many?"), ("3(b)", "(b) Whose are they?"))
    facts = LetterFacts(request="3. Of the boats: (a) How many? (b) Whose are they?", parts=parts)
    found = answered("3. The boats\n(a) Nine.\n(b) The council's.", facts)
    assert found == {"3a": "Nine", "3b": "The council's"}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Questions 1 and 2 are refused.", {"1", "2"}),
        ("We hold nothing for parts 1 to 3.", {"1", "2", "3"}),
        ("Q1, Q2 and Q4 are exempt.", {"1", "2", "4"}),
        ("Both (a) and (b) are refused.", {"a", "b"}),
        ("Questions 1 and 2 are long.", set()),
        ("We refuse it.", set()),
    ],
)
def test_labels_that_a_sentence_decides_together(text: str, labels: set[str]) -> None:
    assert named_together(text, ["1", "2", "3", "4", "a", "b"]) == labels


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("All of your questions are refused.", True),
        ("We hold none of this.", True),
        ("We refuse question 2.", False),
        ("Thank you for all your questions.", False),
    ],
)
def test_a_sentence_may_decide_every_part(text: str, *, every: bool) -> None:
    assert decides_every_part(text) is every
