"""What is read from earlier responses: the outcome, the sections relied on, and why."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.case import Outcome
from assistant.domain.library.outcome import ROWS
from assistant.domain.library.reading import read_response
from tests.unit.library.responses import RESPONSES, letter

TEXTS = [text for text, _, _ in RESPONSES.values()]


@pytest.mark.parametrize("manner", RESPONSES)
def test_a_response_is_read_as_it_was_meant(manner: str) -> None:
    text, outcome, sections = RESPONSES[manner]
    found = read_response(text)
    assert found.outcome is outcome, [reason.rule for reason in found.reasons]
    assert set(found.sections) == set(sections)


@pytest.mark.parametrize("manner", RESPONSES)
def test_the_reasons_say_why_and_where(manner: str) -> None:
    text, _, _ = RESPONSES[manner]
    found = read_response(text)
    assert found.reasons[0].rule == "decision"
    for reason in found.reasons[1:]:
        assert text[reason.start : reason.end].strip()
        assert reason.detail.endswith(".")


def test_a_reason_points_to_the_sentence_that_decided_in_a_letter_of_soft_lines() -> None:
    text = letter("We do not hold any \ninformation about diving \nboards. They were taken away.")
    (found,) = read_response(text).reasons[1:]
    assert text[found.start : found.end].split() == (
        ["We", "do", "not", "hold", "any", "information", "about", "diving", "boards."]
    )


def test_every_outcome_but_the_rest_has_a_row() -> None:
    assert {row.outcome for row in ROWS} == set(Outcome)


def test_the_requesters_words_are_not_taken_for_the_authoritys() -> None:
    asked = "I know that you withheld this under section 43 before. Kindly look again.\n"
    text = letter(f"{asked}\nThe price was £12,000.")
    assert read_response(text, request=asked).outcome is Outcome.DISCLOSED_FULL
    assert read_response(text, request=asked).sections == ()


@pytest.mark.parametrize(
    "mention",
    [
        "This reply complies with sections 1, 10 and 17 of the Freedom of Information Act.",
        "Under section 16 of the Act we have a duty to advise and assist you.",
        "You may apply to the Commissioner under section 50 of the Act.",
        "We considered whether section 43 applies, and found that it does not apply.",
        "Notices under section 21 of the Housing Act 1988 are counted once.",
        "Section 38 assessments are counted with the others.",
        "The pool lies in S14 1TG, and the office in S12 4LN.",
    ],
)
def test_a_section_that_is_only_mentioned_is_not_relied_on(mention: str) -> None:
    found = read_response(letter(f"1. How many were there?\nThere were 214.\n{mention}"))
    assert found.sections == ()
    assert found.outcome is Outcome.DISCLOSED_FULL


def test_the_whole_section_beside_its_limb_is_one_provision() -> None:
    text = letter(
        "Section 40 applies. The names are exempt from disclosure under section 40(2) by virtue of "
        "section 40(3A)(a)."
    )
    assert read_response(text).sections == ("FOIA s40(2)", "FOIA s40(3A)(a)")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Date: 14 May 2025\n\n", date(2025, 5, 14)),
        ("Our ref: FOI 2025/11\n14th May 2025\n\n", date(2025, 5, 14)),
        ("Request received: 2 May 2025\n\n", None),
        ("", None),
    ],
)
def test_the_letters_own_date_is_told_from_others(head: str, expected: date | None) -> None:
    assert read_response(head + TEXTS[0]).dated == expected


def test_a_date_at_the_foot_is_the_letters_too() -> None:
    assert read_response(TEXTS[0] + "\n14/05/2025\n").dated == date(2025, 5, 14)


def test_the_day_that_is_known_goes_before_what_the_text_says() -> None:
    known = date(2024, 1, 9)
    assert read_response("Date: 14 May 2025\n\n" + TEXTS[0], dated=known).dated == known


def test_an_answer_says_how_far_its_figures_reach() -> None:
    text = letter("1. How many were there?\nBetween 2019/20 and 2021/22 there were 214.")
    found = read_response(text)
    assert (found.figures_to, found.stale_words) == (
        date(2022, 3, 31),
        "Between 2019/20 and 2021/22",
    )


def test_where_nothing_is_given_no_figures_grow_old() -> None:
    text = letter("We do not hold figures to 31 March 2023.")
    assert (read_response(text).figures_to, read_response(text).stale_words) == (None, "")


@given(st.text(max_size=400))
def test_any_text_whatever_is_read(text: str) -> None:
    found = read_response(text, request=text[:40])
    assert found.outcome in Outcome
    assert all(0 <= each.start <= each.end <= len(text) for each in found.reasons)


@given(st.lists(st.sampled_from("\n".join(TEXTS).split("\n")), max_size=30))
def test_lines_of_letters_in_any_order_are_read(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = read_response(text)
    assert all(text[each.start : each.end].strip() for each in found.reasons[1:])
    assert len(set(found.sections)) == len(found.sections)


@pytest.mark.parametrize("line", ["? ", "We do not hold it. ", "section 31(1)(a) "])
def test_a_long_letter_takes_no_longer_than_its_length(line: str) -> None:
    assert read_response(line * 10_000).outcome in Outcome
