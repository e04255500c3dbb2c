"""An officer is told where a decision differs from how such a question was answered before."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.domain.case import CasePart, Outcome
from assistant.domain.letters.context import EvidencePassage
from assistant.domain.letters.precedent_conflicts import SAME, conflicts

PART = CasePart("1", "1", "How many boats?")
GIVEN = EvidencePassage(
    "1/2024-0411#2", "1", "Boats in 2024", date(2024, 5, 7), 0.8, "x", 0, 1, "1", "", "example",
    "disclosed_full",
)  # fmt: skip
REFUSED = replace(
    GIVEN, id="1/2023-0007#1", title="Boats on the river", section="FOIA s31(1)(a)",
    outcome="refused", date=date(2023, 1, 9),
)  # fmt: skip


def decided(outcome: Outcome, *sections: str) -> CasePart:
    return replace(PART, outcome=outcome, sections=sections)


def test_refusing_what_was_disclosed_is_named_with_the_letter_and_its_date() -> None:
    (found,) = conflicts(decided(Outcome.REFUSED, "FOIA s31(1)(a)"), [GIVEN])
    assert found.text == "Disclosed in “Boats in 2024” of 7 May 2024; refused now."
    assert found.evidence == (GIVEN.id,)


def test_disclosing_what_was_refused_is_named_too() -> None:
    (found,) = conflicts(decided(Outcome.DISCLOSED_FULL), [REFUSED])
    assert found.text == "Refused in “Boats on the river” of 9 January 2023; disclosed now."


def test_another_section_for_the_same_question_is_named() -> None:
    (found,) = conflicts(decided(Outcome.REFUSED, "FOIA s40(2)"), [REFUSED])
    assert "under FOIA s31(1)(a); FOIA s40(2) now" in found.text


@pytest.mark.parametrize("section", ["FOIA s31(1)(a)", "FOIA s31(1)(b)"])
def test_the_same_section_with_any_limb_is_no_conflict(section: str) -> None:
    assert conflicts(decided(Outcome.REFUSED, section), [REFUSED]) == ()


def test_a_refusal_for_cost_does_not_contradict_an_exemption() -> None:
    then = replace(GIVEN, outcome="disclosed_part", section="FOIA s40(2)")
    assert conflicts(decided(Outcome.DISCLOSED_PART, "FOIA s12(1)"), [then]) == ()


def test_earlier_answers_that_differ_are_named_before_anything_is_decided() -> None:
    (found,) = conflicts(PART, [GIVEN, REFUSED])
    assert found.text.startswith("Earlier answers differ: disclosed in “Boats in 2024”")
    assert found.evidence == (GIVEN.id, REFUSED.id)


def test_what_was_overturned_is_named_as_such_and_counts_for_nothing_else() -> None:
    overturned = replace(REFUSED, status="overturned")
    (found,) = conflicts(decided(Outcome.DISCLOSED_FULL), [overturned])
    assert found.text == "The answer in “Boats on the river” of 9 January 2023 was overturned."


def test_a_letter_is_named_once_and_what_is_about_something_else_not_at_all() -> None:
    passages = [GIVEN, replace(GIVEN, id="1/2024-0411#3"), replace(REFUSED, score=SAME - 0.01)]
    assert len(conflicts(decided(Outcome.REFUSED, "FOIA s31(1)(a)"), passages)) == 1
    assert conflicts(decided(Outcome.REFUSED), [replace(GIVEN, part_key="2")]) == ()


def test_whether_anything_is_held_is_never_a_conflict() -> None:
    assert conflicts(decided(Outcome.NOT_HELD), [GIVEN, replace(GIVEN, outcome="not_held")]) == ()
