"""What the program composes stands before its own checks, wrapped for the mail or not."""

from dataclasses import replace

import pytest

from assistant.domain.case import Held, Outcome
from assistant.domain.letters.checks import LetterFacts, check
from assistant.domain.letters.compose import compose_acknowledgement, compose_response
from assistant.domain.letters.render import flowed
from tests.unit.letters.samples import (
    CONTEXT,
    EIR_CONTEXT,
    PREVENT,
    REGISTER,
    WORDINGS,
    facts_of,
    filled,
    one_part,
    prevent_parts,
    reasoning,
)

PARTS = prevent_parts()
FACTS = facts_of(CONTEXT, PARTS)
REASONS = [reasoning(citation) for citation in PREVENT]
REFUSAL = filled(compose_response(CONTEXT, PARTS, [], WORDINGS, REGISTER, REASONS))


def found(text: str, facts: LetterFacts) -> set[str]:
    """The ids of the rules that find something."""
    return {finding.rule for finding in check(text, facts, REGISTER).findings}


@pytest.mark.parametrize("wrap", [str, flowed], ids=["as composed", "as mailed"])
def test_a_refusal_of_many_parts_has_no_fault(wrap: type[str]) -> None:
    assert found(wrap(REFUSAL), FACTS) == set()


def test_a_refusal_under_the_regulations_has_no_fault() -> None:
    parts = one_part(Outcome.REFUSED, "EIR reg 12(5)(e)")
    draft = compose_response(EIR_CONTEXT, parts, [], WORDINGS, REGISTER)
    assert found(filled(draft), facts_of(EIR_CONTEXT, parts)) == set()


def test_an_acknowledgement_has_no_fault() -> None:
    facts = replace(FACTS, outcome=Outcome.ACKNOWLEDGEMENT_ONLY, claimed=None, request=None)
    assert found(compose_acknowledgement(CONTEXT, WORDINGS).text, facts) == set()


def test_an_answer_that_nothing_is_held_has_no_fault() -> None:
    parts = one_part(Outcome.NOT_HELD, held=Held.NOT_HELD)
    draft = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER)
    assert found(filled(draft), facts_of(CONTEXT, parts)) == set()


def test_an_answer_that_neither_confirms_nor_denies_has_no_fault_until_it_confirms() -> None:
    parts = one_part(Outcome.NCND, "FOIA s31(1)(a)")
    draft = filled(compose_response(CONTEXT, parts, [], WORDINGS, REGISTER))
    facts = replace(facts_of(CONTEXT, parts), claimed=("FOIA s31(1)(a)", "FOIA s31(3)"))
    assert check(draft, facts, REGISTER).passed
    confirmed = draft.replace(
        "Dear Alex Morgan\n\n", "Dear Alex Morgan\n\nWe hold this information.\n\n"
    )
    assert confirmed != draft
    assert "ncnd-with-disclosure" in found(confirmed, facts)


def test_one_answer_to_the_whole_request_is_fine_where_the_law_allows_it() -> None:
    facts = LetterFacts(request="1. Boats?\n2. Sails?", outcome=Outcome.VEXATIOUS_S14)
    assert "part-unanswered" not in found("We are not obliged to comply.", facts)
