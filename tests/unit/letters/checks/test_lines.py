"""Wrapping is undone without moving a character, and changes nothing that is found."""

import textwrap
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.domain.letters.checks import LetterFacts, check
from assistant.domain.letters.checks.lines import joined, original, unflowed
from assistant.domain.letters.render import flowed
from tests.unit.letters.checks import other_letters, refusals, special_letters
from tests.unit.letters.checks.letters import Letter
from tests.unit.letters.samples import REGISTER

LETTERS = (*refusals.ALL, *special_letters.ALL, *other_letters.ALL)


def wrapped(text: str, width: int) -> str:
    """Wrap as word processors do when they save plain text; lines of tables stay whole."""
    lines = (
        [line]
        if "|" in line or not line.strip()
        else textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )
    return "\n".join(line for each in lines for line in each)


@given(st.text())
@example("We hold the information that you asked us about, and \nwe refuse it.")
@example("\r\n \n\n--\n \u2028\n")
def test_nothing_moves_when_lines_are_joined(text: str) -> None:
    flat = joined(text)
    assert len(flat) == len(text)
    assert all(new == old or (old, new) == ("\n", " ") for old, new in zip(text, flat, strict=True))


@given(st.text(st.sampled_from("aB.,:|-1 \n"), max_size=200))
def test_a_blank_line_always_stays_one(text: str) -> None:
    assert joined(text).count("\n\n") == text.count("\n\n")


_LONG = "We hold the information that you asked us for, but"


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        (f"{_LONG}\nwe refuse it.", f"{_LONG} we refuse it."),
        (f"{_LONG}\r\nwe refuse it.", f"{_LONG}\r we refuse it."),
        ("Short line that \ngoes on.", "Short line that  goes on."),
        (f"{_LONG} under s.\n31(1)(a).", f"{_LONG} under s. 31(1)(a)."),
    ],
)
def test_a_line_that_goes_on_is_joined(text: str, flat: str) -> None:
    assert joined(text) == flat


@pytest.mark.parametrize(
    "text",
    [
        "Our decision\nWe refuse it.",
        f"{_LONG} nothing else.\nWe refuse it.",
        f"{_LONG}\n\nwe refuse it.",
        f"{_LONG}\n- it is exempt\n- it is absurd",
        f"{_LONG}\n1. it is exempt",
        f"{_LONG}\n(a) it is exempt",
        f"| {_LONG}\n| we refuse it |",
        "THE PUBLIC INTEREST IN MAINTAINING THE EXEMPTION\nWe refuse it.",
        "Eastgate library in the year of the flood    41,206\nMillgate    12,004",
        "-- \nPriya Nair",
    ],
)
def test_a_line_that_ends_where_it_ends_stays(text: str) -> None:
    assert joined(text) == text


@pytest.mark.parametrize("letter", LETTERS, ids=lambda each: each.text.split("\n")[0][:40])
@pytest.mark.parametrize("width", [64, 72, 80, 96])
def test_a_letter_wrapped_hard_is_as_good_as_it_was(letter: Letter, width: int) -> None:
    assert Letter(wrapped(letter.text, width), letter.facts).rules() == set()


@pytest.mark.parametrize(
    "letter",
    [each for each in LETTERS if each not in {special_letters.BODIES, other_letters.OWN_RECORDS}],
    ids=lambda each: each.text.split("\n")[0][:40],
)
def test_a_letter_wrapped_for_the_mail_is_as_good_as_it_was(letter: Letter) -> None:
    assert Letter(flowed(letter.text), letter.facts).rules() == set()


@pytest.mark.parametrize("wrap", [flowed, lambda text: wrapped(text, 72)], ids=["flowed", "hard"])
def test_a_faulty_letter_has_the_same_faults_wrapped_or_not(wrap: Callable[[str], str]) -> None:
    faulty = refusals.ROTA.without("Residents have an interest", "You may ask for an").but(
        ("31(1)(a) of", "31 of"), ("for that reason", "for that reason [check with legal]")
    )
    assert Letter(wrap(faulty.text), faulty.facts).rules() == faulty.rules() != set()


@given(st.text(alphabet="ab -\n|>\r.", max_size=80))
def test_an_unflowed_text_says_the_same_and_every_place_is_found_again(text: str) -> None:
    flat, moved = unflowed(text)
    assert flat.split() == text.split()
    for place, character in enumerate(flat):
        # A soft line end is one space, and stands where its first space stood.
        assert text[original(place, moved)] in {character, "\t"}
    assert original(len(flat), moved) == len(text)


def test_a_finding_in_a_flowed_letter_keeps_its_place() -> None:
    text = "Dear Alex \nMorgan\n\nWe will answer \nby TBC soon.\n"
    [found] = [each for each in check(text, LetterFacts(), REGISTER).findings if each.rule == "gap"]
    assert text[found.start : found.end] == "TBC"
