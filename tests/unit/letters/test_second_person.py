"""A letter that rests on what is grave needs a second person."""

import pytest

from assistant.domain.case import CasePart, Outcome
from assistant.domain.letters.second_person import reasons_of, unknown_words

DEFAULT = ("ncnd", "s23", "s24", "s36", "s14(1)")


def part(*sections: str, outcome: Outcome | None = Outcome.REFUSED, label: str = "2") -> CasePart:
    return CasePart(key=label, label=label, text="How many?", sections=sections, outcome=outcome)


@pytest.mark.parametrize(
    ("section", "shown"),
    [
        ("FOIA s24(1)", "s24(1)"),
        ("FOIA s23(5)", "s23(5)"),
        ("FOIA s36(2)(a)(iii)", "s36(2)(a)(iii)"),
        ("FOIA s14(1)", "s14(1)"),
    ],
)
def test_a_provision_of_the_policy_is_a_reason_with_everything_below_it(
    section: str, shown: str
) -> None:
    assert reasons_of([part(section)], DEFAULT) == (f"part 2 relies on {shown}",)


@pytest.mark.parametrize(
    "section", ["FOIA s31(1)(a)", "FOIA s14(2)", "EIR reg 12(4)(b)", "FOIA s40(2)", "EIR reg 14(1)"]
)
def test_other_provisions_are_no_reason(section: str) -> None:
    assert reasons_of([part(section)], DEFAULT) == ()


def test_neither_confirming_nor_denying_is_a_reason_of_its_own() -> None:
    parts = [part("FOIA s40(5B)(a)(i)", outcome=Outcome.NCND), part("FOIA s24(2)", label="3")]

    assert reasons_of(parts, DEFAULT) == (
        "part 2 neither confirms nor denies that anything is held",
        "part 3 relies on s24(2)",
    )
    assert reasons_of(parts, ()) == ()
    assert reasons_of(parts, ["reg 12(4)(e)"]) == ()


def test_a_policy_may_name_the_regulations() -> None:
    assert reasons_of([part("EIR reg 12(4)(e)")], ["reg 12(4)"]) == (
        "part 2 relies on reg 12(4)(e)",
    )


def test_words_that_are_no_provision_are_found() -> None:
    assert unknown_words([*DEFAULT, "reg 12(5)(a)", "everything"]) == ["everything"]
