"""Every EIR exception has approved wording of its own, and letters made of it stand up."""

import pytest

from assistant.domain.case import Held, Outcome
from assistant.domain.law.acts import Need, Provision, ProvisionKind, Regime, Standing
from assistant.domain.letters.blocks import BlockKind, Draft
from assistant.domain.letters.checks import check
from assistant.domain.letters.compose import compose_response
from assistant.domain.letters.context import Reasoning
from assistant.domain.letters.wording import Slot, WordingKind, pieces
from tests.unit.letters.samples import (
    EIR_CONTEXT,
    REGISTER,
    WORDINGS,
    facts_of,
    filled,
    one_part,
    reasoning,
)

EXCEPTIONS = {str(each.citation): each for each in REGISTER.exemptions(Regime.EIR)}
DENIALS = {
    str(each.citation): each
    for each in REGISTER
    if each.regime is Regime.EIR and each.kind is ProvisionKind.NCND and each.is_present
}
ALL = EXCEPTIONS | DENIALS
ADVERSE = [f"EIR reg 12(5)({limb})" for limb in "abcdefg"]
WEIGHED = [cite for cite, each in ALL.items() if each.standing is Standing.QUALIFIED]


def own(cite: str, kind: WordingKind) -> str:
    wording = WORDINGS.for_section(cite, kind)
    assert wording is not None, f"{cite} has no wording of the kind {kind}"
    assert wording.regime == "EIR"
    return wording.text


def asked(text: str) -> list[Slot]:
    return [piece for piece in pieces(text) if isinstance(piece, Slot) and piece.asks]


def letter(*cites: str, outcome: Outcome = Outcome.REFUSED, because: str = "") -> Draft:
    held = Held.UNKNOWN if outcome is Outcome.NCND else Held.HELD
    given: list[Reasoning] = [reasoning(because)] if because else []
    parts = one_part(outcome, *cites, held=held)
    return compose_response(EIR_CONTEXT, parts, [], WORDINGS, REGISTER, given)


def test_the_register_names_every_exception_of_the_regulations() -> None:
    numbers = [f"12(4)({limb})" for limb in "abcde"] + [f"12(5)({limb})" for limb in "abcdefg"]
    numbers += ["13(1)", "13(2A)", "13(2B)", "13(3A)", "12(6)", "13(5A)", "13(5B)"]
    assert {f"EIR reg {number}" for number in numbers} == set(ALL)


@pytest.mark.parametrize("cite", ALL)
def test_every_exception_says_why_it_applies_and_asks_for_the_facts(cite: str) -> None:
    text = own(cite, WordingKind.WHY)
    slots = asked(text)
    assert slots
    assert all(len(slot.asks.split()) >= 12 for slot in slots), "a specific question"
    assert cite.removeprefix("EIR reg ") in text


@pytest.mark.parametrize("cite", WEIGHED)
def test_every_qualified_exception_has_factors_both_ways(cite: str) -> None:
    one, other = own(cite, WordingKind.FOR), own(cite, WordingKind.AGAINST)
    assert one.startswith("- ")
    assert other.startswith("- ")
    assert one != other


def test_no_two_exceptions_share_a_factor() -> None:
    lines = [
        line
        for cite in WEIGHED
        if REGISTER.require(cite).cited_with is None
        for kind in (WordingKind.FOR, WordingKind.AGAINST)
        for line in own(cite, kind).splitlines()
    ]
    shared = {line for line in lines if lines.count(line) > 1}
    # Security is one interest, whether information is withheld or its existence is.
    assert all("safety of people or of the country" in line for line in shared), shared


@pytest.mark.parametrize("cite", ADVERSE)
def test_adverse_effect_is_argued_as_what_would_happen_and_never_as_what_may(cite: str) -> None:
    text = own(cite, WordingKind.WHY)
    assert "would adversely affect" in text
    assert "more likely than not" in text
    assert "would be likely to" not in text


@pytest.mark.parametrize("cite", ADVERSE)
def test_the_emissions_rule_is_said_where_it_takes_an_exception_away(cite: str) -> None:
    provision: Provision = REGISTER.require(cite)
    text = own(cite, WordingKind.WHY)
    assert ("12(9)" in text) is not provision.emissions
    about_emissions = [slot for slot in asked(text) if "emissions" in slot.asks]
    assert bool(about_emissions) is not provision.emissions


def test_unfinished_material_is_named_with_who_prepares_it_and_when_it_is_done() -> None:
    assert Need.COMPLETION in REGISTER.require("EIR reg 12(4)(d)").needs
    text = own("EIR reg 12(4)(d)", WordingKind.WHY)
    assert "14(4)" in text
    (slot,) = asked(text)
    assert "name of the authority that is preparing it" in slot.asks
    assert "date by which" in slot.asks


def test_too_general_a_request_is_refused_only_after_help_to_word_it() -> None:
    text = own("EIR reg 12(4)(c)", WordingKind.WHY)
    assert "regulation 9 requires" in text
    assert "regulation 9(4)" in text


@pytest.mark.parametrize("cite", [c for c in EXCEPTIONS if EXCEPTIONS[c].cited_with is None])
def test_a_letter_for_each_exception_passes_every_check_once_its_gaps_are_filled(cite: str) -> None:
    draft = letter(cite)
    assert draft.gaps
    parts = one_part(Outcome.REFUSED, cite)
    assert check(filled(draft), facts_of(EIR_CONTEXT, parts), REGISTER).findings == ()


@pytest.mark.parametrize("condition", ["EIR reg 13(2A)", "EIR reg 13(2B)", "EIR reg 13(3A)"])
def test_a_letter_for_each_condition_of_personal_data_passes_every_check(condition: str) -> None:
    cites = ("EIR reg 13(1)", condition)
    draft = letter(*cites)
    parts = one_part(Outcome.REFUSED, *cites)
    assert check(filled(draft), facts_of(EIR_CONTEXT, parts), REGISTER).findings == ()


@pytest.mark.parametrize("cite", [c for c in WEIGHED if c.startswith("EIR reg 12(")])
def test_a_letter_presumes_disclosure_and_weighs_the_public_interest(cite: str) -> None:
    outcome = Outcome.NCND if cite in DENIALS else Outcome.REFUSED
    text = letter(cite, outcome=outcome).text
    assert "Regulation 12(1)(b) of the EIR" in text
    assert "Regulation 12(2) requires us to presume in favour of disclosure" in text
    assert "Balance of the public interest" in text
    assert "FOIA" not in text


def test_other_conditions_of_personal_data_are_weighed_without_the_presumption() -> None:
    text = letter("EIR reg 13(1)", "EIR reg 13(2B)").text
    assert "public interest in not disclosing the personal data outweighs" in text
    assert "requires us to presume" not in text
    assert "We rely on the second" in text
    assert "We rely on the first" not in text


def test_the_first_condition_of_personal_data_is_not_weighed() -> None:
    text = letter("EIR reg 13(1)", "EIR reg 13(2A)").text
    assert "The public interest test" not in text
    assert "We rely on the first" in text


@pytest.mark.parametrize(
    ("cite", "limb"), [("EIR reg 12(5)(a)", "12(6)"), ("EIR reg 13(1)", "13(5A)")]
)
def test_neither_confirming_nor_denying_stands_on_its_own_limb(cite: str, limb: str) -> None:
    text = letter(cite, outcome=Outcome.NCND).text
    assert f"under regulation {limb} of the EIR" in text
    assert "whether or not we held the information" in text
    assert "FOIA" not in text
    assert "holds this information" not in text


def test_a_definition_refuses_nothing_and_asks_for_a_provision() -> None:
    text = letter("EIR reg 12(8)").text
    assert "Regulation 12(8)" not in text
    assert "Why the exceptions apply" not in text


@pytest.mark.parametrize("cite", [*ADVERSE, "EIR reg 12(4)(b)"])
def test_what_an_officer_recorded_fills_the_reasons(cite: str) -> None:
    draft = letter(cite, because=cite)
    facts = [b.text for b in draft.blocks if b.kind is BlockKind.CASE_FACT]
    assert any("add little to the national statistics" in text for text in facts)
    gaps = " ".join(gap.text for gap in draft.gaps)
    assert "regulation 12" not in gaps
