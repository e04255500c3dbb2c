"""What composed letters say, what they leave open, and where each of their words comes from."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.case import CasePart, Held, Outcome, Search
from assistant.domain.law.acts import ProvisionKind, Regime
from assistant.domain.letters.blocks import BlockKind, Draft, LetterKind
from assistant.domain.letters.checks import LetterFacts, check
from assistant.domain.letters.compose import compose_acknowledgement, compose_response
from assistant.domain.letters.context import EvidencePassage, Reasoning, long_date
from assistant.domain.letters.wording import Wordings
from tests.unit.letters.samples import (
    CONTEXT,
    EIR_CONTEXT,
    PREVENT,
    REGISTER,
    REVIEW,
    WORDINGS,
    facts_of,
    filled,
    one_part,
    prevent_parts,
    reasoning,
)


def response(
    parts: list[CasePart], *, regime: Regime = Regime.FOI, because: list[Reasoning] | None = None
) -> Draft:
    context = EIR_CONTEXT if regime is Regime.EIR else replace(CONTEXT, regime=regime)
    return compose_response(context, parts, [], WORDINGS, REGISTER, because or [])


def passage(text: str, section: str, status: str = "approved wording") -> EvidencePassage:
    return EvidencePassage(
        "w1", "3", "Wording", date(2025, 1, 1), 0.9, text, 10, 10 + len(text), "", section, status
    )


@pytest.mark.parametrize("regime", list(Regime))
def test_an_acknowledgement_has_reference_dates_and_contact(regime: Regime) -> None:
    draft = compose_acknowledgement(replace(CONTEXT, regime=regime), WORDINGS)
    assert draft.kind is LetterKind.ACKNOWLEDGEMENT
    assert not draft.gaps
    for expected in ("FOI-2026-00012", "10 December 2025", "13 January 2026", REVIEW):
        assert expected in draft.text


def test_an_acknowledgement_of_a_stopped_clock_leaves_the_date_to_the_officer() -> None:
    draft = compose_acknowledgement(replace(CONTEXT, due_on=None), WORDINGS)
    assert len(draft.gaps) == 1
    assert "13 January 2026" not in draft.text


def test_acknowledgements_pass_their_own_checks() -> None:
    for context in (CONTEXT, EIR_CONTEXT):
        facts = replace(facts_of(context, []), outcome=Outcome.ACKNOWLEDGEMENT_ONLY, request=None)
        checked = check(compose_acknowledgement(context, WORDINGS).text, facts, REGISTER)
        assert checked.findings == ()


def test_a_requester_without_a_name_is_greeted_politely() -> None:
    draft = compose_acknowledgement(replace(CONTEXT, requester_name=" "), WORDINGS)
    assert "Dear requester\n" in draft.text


def test_a_braced_name_is_text_and_not_a_slot() -> None:
    context = replace(CONTEXT, requester_name="{due_on}", subject="{harm: x} {0} {{")
    text = compose_acknowledgement(context, WORDINGS).text
    assert "Dear requester\n" in text
    assert "{harm: x} {0} {{" in text


def test_a_letter_is_signed_by_whoever_is_known() -> None:
    untitled = compose_acknowledgement(replace(CONTEXT, officer_title=""), WORDINGS).text
    assert untitled.rstrip().endswith("Priya Nair\nNorthshire Police")
    nobody = compose_acknowledgement(replace(CONTEXT, officer_name=""), WORDINGS).text
    assert nobody.rstrip().endswith("For Northshire Police")


def test_a_telephone_number_is_given_where_there_is_one() -> None:
    text = compose_acknowledgement(replace(CONTEXT, contact_phone="01632 960 000"), WORDINGS).text
    assert "telephone 01632 960 000" in text


def test_an_address_is_left_out_where_there_is_none() -> None:
    text = compose_acknowledgement(replace(CONTEXT, address=""), WORDINGS).text
    assert text.startswith("Northshire Police\n\n8 January 2026")


def test_a_decided_refusal_of_eight_parts_leaves_few_gaps() -> None:
    draft = response(prevent_parts())
    assert 0 < len(draft.gaps) <= 8
    assert all(gap.text.strip().startswith("[Officer to supply: ") for gap in draft.gaps)


def test_a_refusal_names_every_limb_and_weighs_them_together() -> None:
    text = response(prevent_parts()).text
    assert "refusal notice under section 17(1) of FOIA" in text
    assert "sections 24(1), 31(1)(a) and 31(1)(b) of FOIA" in text
    assert "required for the purpose of safeguarding national security" in text
    assert "[2025] UKSC 27" in text
    assert text.count("Balance of the public interest") == 1


def test_reasons_are_given_once_and_not_for_each_part() -> None:
    text = response(prevent_parts()).text
    assert text.count("Section 31(1)(a) of FOIA exempts") == 1
    assert text.count("This applies to every part of your request.") == 3


def test_each_part_is_restated_in_the_requesters_words_and_answered() -> None:
    draft = response(prevent_parts())
    for part in prevent_parts():
        quoted = [
            b for b in draft.blocks if b.sources and b.sources[0].id == f"case:part:{part.key}"
        ]
        assert len(quoted) == 1
        assert quoted[0].kind is BlockKind.CASE_FACT
    assert draft.text.count("We confirm that Northshire Police holds this information.") == 8
    assert "“How many people did your officers refer" in draft.text
    assert "Part 3(a)\n" in draft.text
    assert "The question that follows part 2\n" in draft.text


def test_nothing_is_said_about_holding_where_no_search_is_recorded() -> None:
    draft = response(prevent_parts(held=Held.UNKNOWN))
    assert "holds this information" not in draft.text
    asked = [gap for gap in draft.gaps if "searched for and found" in gap.text]
    assert len(asked) == 1
    assert "every part" in asked[0].text
    assert len(draft.gaps) <= 10


def test_a_request_without_any_decision_still_composes_with_a_gap_for_each_part() -> None:
    draft = response(prevent_parts(None, Held.UNKNOWN))
    assert len(draft.gaps) == 8
    assert all("whether the information is held" in gap.text for gap in draft.gaps)
    assert "refusal notice" not in draft.text


def test_a_request_without_parts_has_one_gap() -> None:
    assert len(response([]).gaps) == 1


def test_what_officers_recorded_fills_the_gaps() -> None:
    draft = response(prevent_parts(), because=[reasoning(citation) for citation in PREVENT])
    assert [gap.text for gap in draft.gaps] == [draft.gaps[0].text]  # advice alone is left
    assert "Disclosure here would be likely to prejudice the prevention" in draft.text
    recorded = [b for b in draft.blocks if b.sources and "case:reasoning" in b.sources[0].id]
    assert recorded
    assert {block.author for block in recorded} == {"priya"}


def test_every_block_that_is_no_gap_has_a_source() -> None:
    for block in response(prevent_parts()).blocks:
        assert block.sources or block.kind is BlockKind.GAP
        assert block.kind is not BlockKind.GENERATED


def test_boilerplate_names_the_wording_and_its_version() -> None:
    for block in response(prevent_parts()).blocks:
        if block.kind is BlockKind.BOILERPLATE:
            assert block.sources[0].version == WORDINGS.get(block.sources[0].id).version


def test_recorded_facts_are_the_answer() -> None:
    part = replace(one_part(Outcome.DISCLOSED_FULL)[0], facts="2024: 12\r\n2025: 15 {not a slot}")
    draft = response([part])
    assert not draft.gaps
    assert "2024: 12\n2025: 15 {not a slot}" in draft.text
    assert [b for b in draft.blocks if b.sources[0].id == "case:facts:p1"]


def test_facts_beside_a_refusal_are_added_to_it() -> None:
    part = replace(one_part(Outcome.REFUSED, "FOIA s40(2)")[0], facts="The roster has nine names.")
    assert "The roster has nine names.\n\n" in response([part]).text


def test_searches_say_where_and_when_but_not_who() -> None:
    search = Search("the duty system", "R. Hale", "harbour", date(2026, 1, 5), "no roster found.")
    part = replace(one_part(Outcome.NOT_HELD, held=Held.NOT_HELD)[0], searches=(search,))
    draft = response([part])
    expected = "On 5 January 2026 we searched the duty system for harbour. No roster found."
    assert expected in draft.text
    assert "Hale" not in draft.text
    assert not draft.gaps


def test_not_held_under_the_regulations_is_a_refusal_with_its_exception() -> None:
    text = response(one_part(Outcome.NOT_HELD, held=Held.NOT_HELD), regime=Regime.EIR).text
    assert "regulation 14 of the EIR" in text
    assert "12(4)(a)" in text


@pytest.mark.parametrize(
    ("held", "outcome"),
    [
        (Held.NOT_HELD, Outcome.REFUSED),
        (Held.HELD, Outcome.NOT_HELD),
        (Held.PARTLY, Outcome.NOT_HELD),
    ],
)
def test_findings_that_contradict_the_outcome_become_a_gap(held: Held, outcome: Outcome) -> None:
    draft = response(one_part(outcome, "FOIA s31(1)(a)", held=held))
    assert any("does not fit what the search found" in gap.text for gap in draft.gaps)
    assert "holds this information" not in draft.text


def test_neither_confirming_nor_denying_says_nothing_about_holding() -> None:
    draft = response(one_part(Outcome.NCND, "FOIA s31(1)(a)"))
    assert "We neither confirm nor deny whether we hold information" in draft.text
    assert "withholding" not in draft.text
    assert "section 31(3) of FOIA" in draft.text
    assert "section 2(1)(b) of FOIA" in draft.text
    assert "holds this information" not in draft.text


def test_other_parts_may_be_answered_beside_one_that_is_neither_confirmed_nor_denied() -> None:
    parts = [
        replace(prevent_parts()[0], sections=("FOIA s40(2)",)),
        replace(prevent_parts()[2], outcome=Outcome.NCND, sections=("FOIA s31(1)(a)",)),
    ]
    text = response(parts).text
    assert "withholding information that is exempt under section 40(2) of FOIA." in text
    assert "hold information that you asked for, under section 31(3) of FOIA." in text
    assert text.count("We confirm that Northshire Police holds this information.") == 1


def test_neither_confirming_nor_denying_has_its_form_under_the_regulations() -> None:
    text = response(one_part(Outcome.NCND, "EIR reg 12(5)(a)"), regime=Regime.EIR).text
    assert "refusal notice under regulation 14 of the EIR. We neither confirm nor deny" in text
    assert "regulation 12(6) of the EIR" in text


def test_vexatious_requests_get_the_notice_of_section_17_5() -> None:
    text = response(one_part(Outcome.VEXATIOUS_S14, "FOIA s14(1)")).text
    assert "section 17(5) of FOIA" in text
    assert "holds this information" not in text
    assert "public interest test\n" not in text.lower()


def test_the_cost_limit_is_that_of_the_authority() -> None:
    context = replace(CONTEXT, cost_limit=600)
    parts = one_part(Outcome.COST_S12, "FOIA s12(1)")
    text = compose_response(context, parts, [], WORDINGS, REGISTER).text
    assert "£600, which is 24 hours" in text
    assert "holds this information" in text


def test_the_cost_of_confirming_confirms_nothing() -> None:
    text = response(one_part(Outcome.COST_S12, "FOIA s12(2)")).text
    assert "holds this information" not in text


def test_personal_data_is_weighed_by_legitimate_interests_and_not_by_section_2() -> None:
    text = response(one_part(Outcome.REFUSED, "FOIA s40(2)", "FOIA s40(3A)(a)")).text
    assert "legitimate interest" in text
    assert "section 2(2)(b)" not in text
    assert text.count("Sections 40(2) and 40(3A)(a) – Personal information\n") == 1


def test_exceptions_are_called_so_and_presume_disclosure() -> None:
    text = response(one_part(Outcome.REFUSED, "EIR reg 12(4)(e)"), regime=Regime.EIR).text
    assert "Why the exceptions apply" in text
    assert "presume in favour of disclosure" in text
    assert "regulation 11 of the EIR" in text
    assert "exemption" not in text


def test_a_mixed_request_gets_both_notices() -> None:
    parts = [
        replace(prevent_parts()[0], sections=("FOIA s31(1)(a)",)),
        replace(prevent_parts()[2], sections=("EIR reg 12(4)(e)",)),
    ]
    text = response(parts, regime=Regime.MIXED).text
    assert "section 17(1) of FOIA" in text
    assert "regulation 14 of the EIR" in text
    assert text.count("Balance of the public interest") == 2
    assert "This applies to part 1." in text


@pytest.mark.parametrize(
    "outcome", [Outcome.REFUSED, Outcome.COST_S12, Outcome.VEXATIOUS_S14, Outcome.NCND]
)
def test_a_refusal_without_a_provision_asks_for_it(outcome: Outcome) -> None:
    assert any(
        "provision" in g.text or "section 1" in g.text for g in response(one_part(outcome)).gaps
    )


def test_a_provision_that_does_not_exist_is_asked_for_again() -> None:
    draft = response(one_part(Outcome.REFUSED, "FOIA s31(1)(z)", "FOIA s99"))
    assert any("is not in the register" in gap.text for gap in draft.gaps)
    assert "31(1)(z)" not in draft.text


@pytest.mark.parametrize(
    "provision",
    [
        p
        for p in REGISTER
        if p.is_present and p.kind in {ProvisionKind.EXEMPTION, ProvisionKind.EXCEPTION}
    ],
    ids=lambda provision: str(provision.citation),
)
def test_every_exemption_of_the_register_composes_a_letter_that_passes(provision) -> None:
    regime = provision.regime
    context = EIR_CONTEXT if regime is Regime.EIR else CONTEXT
    if str(provision.citation) == "EIR reg 12(4)(a)":
        parts = one_part(Outcome.NOT_HELD, held=Held.NOT_HELD)
    else:
        both = (provision.cited_with, provision.citation)
        parts = one_part(Outcome.REFUSED, *(str(citation) for citation in both if citation))
    draft = compose_response(context, parts, [], WORDINGS, REGISTER)
    checked = check(filled(draft), facts_of(context, parts), REGISTER)
    assert checked.findings == ()


DECISIONS = [
    (Outcome.REFUSED, Held.HELD, ("FOIA s31(1)(a)", "FOIA s31(1)(b)")),
    (Outcome.REFUSED, Held.HELD, ("FOIA s24(1)",)),
    (Outcome.REFUSED, Held.UNKNOWN, ("FOIA s40(2)",)),
    (Outcome.DISCLOSED_PART, Held.HELD, ("FOIA s43(2)",)),
    (Outcome.DISCLOSED_FULL, Held.HELD, ()),
    (Outcome.NOT_HELD, Held.NOT_HELD, ()),
    (Outcome.PART_NOT_HELD, Held.PARTLY, ()),
    (Outcome.ALREADY_ACCESSIBLE_S21, Held.HELD, ("FOIA s21(1)",)),
    (Outcome.COST_S12, Held.HELD, ("FOIA s12(1)",)),
    (Outcome.CLARIFICATION_NEEDED, Held.UNKNOWN, ()),
]


@given(decisions=st.lists(st.sampled_from(DECISIONS), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_whatever_is_decided_for_the_parts_the_filled_letter_passes(decisions) -> None:
    parts = [
        CasePart(
            str(n),
            str(n),
            f"{n}. How many boats of kind {'ABCDEF'[n - 1]} does the harbour unit keep?",
            held=held,
            outcome=outcome,
            sections=sections,
        )
        for n, (outcome, held, sections) in enumerate(decisions, start=1)
    ]
    draft = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER)
    assert "".join(block.text for block in draft.blocks) == draft.text
    facts: LetterFacts = facts_of(CONTEXT, parts)
    refused = [p.outcome for p in parts if p.sections]
    facts = replace(facts, outcome=refused[0] if refused else parts[0].outcome)
    assert check(filled(draft), facts, REGISTER).findings == ()


@given(text=st.text(max_size=200), name=st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_text_of_a_requester_composes(text: str, name: str) -> None:
    part = CasePart("1", "1", text)
    context = replace(CONTEXT, requester_name=name, subject=text)
    draft = compose_response(context, [part], [], WORDINGS, REGISTER)
    assert len(draft.gaps) == 1


def test_approved_wording_is_quoted_byte_for_byte_for_a_provision_without_its_own() -> None:
    text = "Section 30(1)(a) covers  information held for an investigation."
    parts = one_part(Outcome.REFUSED, "FOIA s30(1)(a)")
    found = [passage(text, "FOIA s30(1)(a)")]
    without = Wordings(each for each in WORDINGS if not each.section.startswith("FOIA s30"))
    draft = compose_response(CONTEXT, parts, found, without, REGISTER)
    quotes = [block for block in draft.blocks if block.kind is BlockKind.QUOTE]
    assert [quote.text for quote in quotes] == [f"{text}\n\n"]
    assert (quotes[0].sources[0].start, quotes[0].sources[0].end) == (10, 10 + len(text))


@pytest.mark.parametrize(
    "found",
    [
        passage("An example.", "FOIA s30(1)(a)", "example"),
        passage("Of another provision.", "FOIA s42(1)"),
        passage("A template with a {slot}.", "FOIA s30(1)(a)"),
    ],
)
def test_examples_and_templates_never_reach_the_letter(found: EvidencePassage) -> None:
    parts = one_part(Outcome.REFUSED, "FOIA s30(1)(a)")
    draft = compose_response(CONTEXT, parts, [found], WORDINGS, REGISTER)
    assert found.text not in draft.text


def test_a_precedent_with_faults_is_never_quoted_whoever_approved_it() -> None:
    parts = one_part(Outcome.REFUSED, "FOIA s30(1)(a)")
    sound = passage("The file was opened to see whether to charge.", "FOIA s30(1)(a)")
    faulty = replace(sound, faults=("No right to complain is named.",), quality=0.8)
    without = Wordings(each for each in WORDINGS if not each.section.startswith("FOIA s30"))
    assert sound.text in compose_response(CONTEXT, parts, [sound], without, REGISTER).text
    assert faulty.text not in compose_response(CONTEXT, parts, [faulty], without, REGISTER).text


def test_a_missing_wording_is_named() -> None:
    with pytest.raises(ValueError, match="letterhead"):
        compose_acknowledgement(CONTEXT, Wordings([]))


def test_dates_are_printed_as_letters_print_them() -> None:
    assert long_date(date(2026, 1, 8)) == "8 January 2026"


def test_what_somebody_is_told_about_themselves_is_told_to_nobody_else() -> None:
    context = replace(CONTEXT, regime=Regime.SAR)
    parts = one_part(Outcome.DISCLOSED_FULL)

    text = compose_response(context, parts, (), WORDINGS, REGISTER).text

    assert "to the world" not in text
    assert "disclosure log" not in text
    assert "section 50" not in text
    assert "Article 15 of the UK GDPR" in text
    assert "section 165 of the Data Protection Act 2018" in text
