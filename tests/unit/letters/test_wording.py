"""Wording: its slots are strict, and its paragraphs are free of wrapping."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.letters.filling import fill
from assistant.domain.letters.wording import (
    Slot,
    Wording,
    WordingKind,
    Wordings,
    paragraphs,
    pieces,
)


def wording(text: str, ident: str = "w", section: str = "", regime: str = "any") -> Wording:
    return Wording(
        ident, "1", WordingKind.WHY, section, "Title", "Owner", date(2027, 1, 1), regime, text
    )


@pytest.mark.parametrize(
    "text",
    [
        "{nonsense}",
        "{reference: ask}",
        "{harm}",
        "a { b",
        "a } b",
        "{{reference}}",
        "{0}",
        "",
        " \n",
    ],
)
def test_what_could_not_be_composed_is_refused_at_once(text: str) -> None:
    with pytest.raises(ValueError, match=r"^w: "):
        wording(text)


def test_a_regime_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="regime"):
        wording("Text.", regime="FOISA")


def test_slots_of_values_and_of_officers_are_told_apart() -> None:
    found = list(pieces("By {due_on}, {harm: what would happen}."))
    assert found == ["By ", Slot("due_on"), ", ", Slot("harm", "what would happen"), "."]


def test_wrapped_lines_are_joined_and_lists_and_kept_lines_are_not() -> None:
    text = "One\nline.\n\n- a\n- b\n  goes on\n\nName\\\nTitle\n"
    assert paragraphs(text) == ("One line.\n\n", "- a\n", "- b goes on\n\n", "Name\n", "Title\n\n")


@given(st.text())
def test_a_value_is_filled_once_and_never_read_again(value: str) -> None:
    blocks = fill(wording("Dear {requester}, yes"), {"requester": value})
    assert "".join(b.text for b in blocks) == f"Dear {' '.join(value.split())}, yes\n\n"


def test_a_letter_without_a_value_says_which() -> None:
    with pytest.raises(ValueError, match="due_on"):
        fill(wording("By {due_on}."), {})


def test_wordings_are_found_by_id_section_and_letter() -> None:
    some = Wordings([wording("a", "x-foi"), wording("b", "x"), wording("c", "y", "FOIA s24(1)")])
    assert len(some) == len(list(some)) == 3
    assert some.get("x").text == "b"
    assert some.for_letter("x", "FOI").text == "a"
    assert some.for_letter("x", "EIR").text == "b"
    found = some.for_section("FOIA s24(1)", WordingKind.WHY)
    assert found is not None
    assert found.text == "c"
    assert some.for_section("FOIA s24(1)", WordingKind.FOR) is None


def test_a_limb_takes_the_wording_of_the_nearest_provision_above_it() -> None:
    whole, subsection, limb = (
        wording(text, text, section)
        for text, section in (("a", "FOIA s31"), ("b", "FOIA s31(1)"), ("c", "FOIA s31(1)(a)"))
    )
    some = Wordings([whole, subsection, limb])
    assert some.for_section("FOIA s31(1)(a)", WordingKind.WHY) is limb
    assert some.for_section("FOIA s31(1)(b)", WordingKind.WHY) is subsection
    assert some.for_section("FOIA s31(3)", WordingKind.WHY) is whole
    assert some.for_section("FOIA s31(3)", WordingKind.WHY, whole_section=False) is None
    assert some.for_section("FOIA s3(1)", WordingKind.WHY) is None


def test_wording_that_comes_later_goes_before_what_was_shipped() -> None:
    shipped, own = (wording(text, text, "FOIA s24(1)") for text in ("shipped", "own"))
    assert Wordings([shipped, own]).for_section("FOIA s24(1)", WordingKind.WHY) is own


def test_two_wordings_cannot_have_one_id() -> None:
    with pytest.raises(ValueError, match="two wordings"):
        Wordings([wording("a"), wording("b")])
