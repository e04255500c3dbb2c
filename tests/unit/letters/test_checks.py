"""Each rule finds its fault in an otherwise good letter, and nothing in the good letter itself."""

import re
from dataclasses import replace
from datetime import date

import pytest

from assistant.domain.case import Held, Outcome
from assistant.domain.law.acts import Regime
from assistant.domain.letters.checks import RULES, Checked, LetterFacts, check
from assistant.domain.letters.checks.days import find_dates
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
GOOD = filled(
    compose_response(
        CONTEXT, PARTS, [], WORDINGS, REGISTER, [reasoning(citation) for citation in PREVENT]
    )
)
ACKNOWLEDGED = compose_acknowledgement(CONTEXT, WORDINGS).text
ACK_FACTS = replace(FACTS, outcome=Outcome.ACKNOWLEDGEMENT_ONLY, claimed=None, request=None)
EIR_PARTS = one_part(Outcome.REFUSED, "EIR reg 12(5)(e)")
EIR_FACTS = facts_of(EIR_CONTEXT, EIR_PARTS)
EIR_GOOD = filled(compose_response(EIR_CONTEXT, EIR_PARTS, [], WORDINGS, REGISTER))


def rules(checked: Checked) -> set[str]:
    return {finding.rule for finding in checked.findings}


def found(text: str, facts: LetterFacts = FACTS) -> set[str]:
    return rules(check(text, facts, REGISTER))


def without(pattern: str, text: str = GOOD) -> str:
    """The letter without the paragraphs in which a pattern stands."""
    kept = [p for p in text.split("\n\n") if not re.search(pattern, p)]
    assert len(kept) < len(text.split("\n\n"))
    return "\n\n".join(kept)


def changed(old: str, new: str, text: str = GOOD) -> str:
    assert old in text
    return text.replace(old, new)


def test_a_good_letter_passes_wrapped_or_not() -> None:
    assert found(GOOD) == set()
    assert found(flowed(GOOD)) == set()
    assert found(EIR_GOOD, EIR_FACTS) == set()
    assert check(GOOD, FACTS, REGISTER).passed


@pytest.mark.parametrize(
    ("rule", "letter"),
    [
        ("gap-left", GOOD + "\n[Officer to supply: the number of referrals]"),
        ("gap-left", GOOD + "\n[Insert date here]"),
        ("residue-left", GOOD + "\n[bookmark: _Hlk123]"),
        ("residue-left", GOOD + "\nError! Reference source not found."),
        ("residue-left", GOOD + "\nThe cost was £XX."),
        ("residue-left", GOOD + "\nThe date is TBC."),
        ("residue-left", GOOD + "\nSigned ______"),
        ("list-numbering", GOOD + "\n1. One entry\n1. Another\n1. A third\n"),
        ("part-answered", re.sub(r"Part 2\n\n.*?(?=\n\nThe question)", "", GOOD, flags=re.DOTALL)),
        ("other-reference", changed("FOI-2026-00012", "FOI-2026-00013")),
        ("own-reference", changed("FOI-2026-00012", "")),
        ("salutation", changed("Dear Alex Morgan", "Dear Robin Hale")),
        ("other-authority", changed("Northshire Police holds", "Southshire Police holds")),
        (
            "date-of-receipt",
            changed("received on 10 December 2025", "received on 10 December 2024"),
        ),
        ("claimed-named", changed("31(1)(b)", "31(1)(a)")),
        ("only-claimed", changed("31(1)(b)", "31(1)(c)")),
        ("provision-exists", changed("31(1)(b)", "31(1)(z)")),
        ("provision-exists", changed("31(1)(b)", "45A(1)").replace("45A(1)", "29(3)")),
        ("limb-named", changed("31(1)(a)", "31").replace("31(1)(b)", "31")),
        (
            "likelihood-stated",
            changed("Disclosure here would be likely to prejudice", "It affects"),
        ),
        ("national-security-test", changed("required for the purpose of", "good for")),
        ("held-stated", without("We confirm that")),
        ("review-offered", changed("internal review", "talk").replace("look at again", "hear")),
        ("review-how", changed("Write to foi@northshire-police.example", "Ask")),
        (
            "review-when",
            changed("within 40 working days", "soon").replace("20 working days", "time"),
        ),
        ("regulator-named", changed("Information Commissioner", "regulator")),
        ("regulator-contact", without("You can contact the Info")),
        ("section-50-named", changed("section 50", "the section")),
        (
            "public-interest-for",
            without("in favour of disclosure|interest in disclos|^- |Against it"),
        ),
        ("public-interest-against", without("maintaining|^- (The prot|If meth|An off)|Against it")),
        ("public-interest-balance", without("outweighs|[Bb]alance|Against it")),
        ("refusal-stated", without("refusal|withholding|exempt|withhold")),
    ],
)
def test_a_fault_is_found(rule: str, letter: str) -> None:
    assert rule in found(letter)


def test_the_contact_of_the_authority_is_not_that_of_the_regulator() -> None:
    letter = without("You can contact the Info")
    assert "regulator-contact" in found(letter)


def test_a_letter_that_names_no_provision_is_found() -> None:
    facts = replace(FACTS, claimed=None)
    letter = "Dear Alex Morgan\n\nWe hold it and we are withholding it.\n"
    assert "provision-named" in found(letter, facts)


def test_a_provision_without_a_reason_is_found() -> None:
    parts = one_part(Outcome.REFUSED, "FOIA s43(2)")
    facts = facts_of(CONTEXT, parts)
    letter = "Dear Alex Morgan\n\nWe hold it. It is exempt under section 43(2) of FOIA.\n"
    assert {"why-applies", "likelihood-stated", "public-interest-for"} <= found(letter, facts)


def test_an_exemption_does_not_belong_into_a_letter_under_the_regulations() -> None:
    letter = changed("regulation 12(5)(e) of the EIR", "section 43(2) of FOIA", EIR_GOOD)
    assert "regime-fits" in found(letter, EIR_FACTS)


def test_a_confirmation_breaks_a_letter_that_neither_confirms_nor_denies() -> None:
    parts = one_part(Outcome.NCND, "FOIA s31(1)(a)")
    draft = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER)
    facts = replace(facts_of(CONTEXT, parts), claimed=("FOIA s31(1)(a)", "FOIA s31(3)"))
    assert found(filled(draft), facts) == set()
    assert "ncnd-kept" in found(filled(draft) + "\nWe hold this information.", facts)


@pytest.mark.parametrize(
    ("rule", "letter"),
    [
        ("acknowledgement-reference", changed("FOI-2026-00012", "", ACKNOWLEDGED)),
        ("acknowledgement-due", changed("13 January 2026", "14 January 2026", ACKNOWLEDGED)),
        ("acknowledgement-contact", "FOI-2026-00012, due by 13 January 2026."),
    ],
)
def test_a_fault_of_an_acknowledgement_is_found(rule: str, letter: str) -> None:
    assert found(ACKNOWLEDGED, ACK_FACTS) == set()
    assert rule in found(letter, ACK_FACTS)


def test_a_figure_from_nowhere_is_a_warning_and_stops_nothing() -> None:
    facts = replace(FACTS, evidence=("In 2024 there were 1,234 searches.",), claimed=None)
    letter = GOOD + "\nThere were 1234 searches in 2024, of which 77 led to arrest."
    checked = check(letter, facts, REGISTER)
    assert [(f.rule, letter[f.start : f.end]) for f in checked.findings] == [
        ("figure-supported", "77")
    ]
    assert checked.passed


def test_words_of_the_requester_are_not_held_against_the_authority() -> None:
    asked = "Please explain why section 99(9) and [insert name here] are TBC in your letter."
    facts = replace(FACTS, request=f"{FACTS.request}\n{asked}")
    assert found(f"{GOOD}\n“{asked}”", facts) == set()


def test_a_rule_without_its_fact_is_listed_as_not_run() -> None:
    checked = check("Dear requester\n\nHello.\n", LetterFacts(), REGISTER)
    assert checked.findings == ()
    needed = {(missing.rule, missing.needs) for missing in checked.not_run}
    assert ("only-claimed", "claimed") in needed
    assert ("figure-supported", "evidence") in needed


def test_rules_have_ids_of_their_own() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))


def test_parts_are_read_from_the_request_where_none_are_given() -> None:
    facts = LetterFacts(request="1. How many boats are there?\n2. How many of them are red?")
    assert "part-answered" not in found("1. There are nine.\n2. Two are red.", facts)
    assert "part-answered" in found("1. There are nine boats in the harbour.", facts)
    quoted = "1. How many boats are there?\nNine boats.\n2. How many of them are red?\nTwo are.\n"
    assert "part-answered" not in found(quoted, facts)
    unanswered = "1. How many boats are there?\n2. How many of them are red?\n\nThank you."
    assert "part-answered" in found(unanswered, facts)
    assert "part-answered" not in found("We are withholding all of the information.", facts)
    assert "part-answered" not in found("Parts 1 to 2: none.", facts)
    assert "part-answered" not in found("Questions 1 and 2 are answered above.", facts)


def test_one_answer_to_the_whole_request_is_fine_where_the_law_allows_it() -> None:
    facts = LetterFacts(request="1. Boats?\n2. Sails?", outcome=Outcome.VEXATIOUS_S14)
    assert "part-answered" not in found("We are not obliged to comply.", facts)


def test_not_held_is_no_refusal_under_the_act() -> None:
    parts = one_part(Outcome.NOT_HELD, held=Held.NOT_HELD)
    draft = compose_response(CONTEXT, parts, [], WORDINGS, REGISTER)
    assert found(filled(draft), facts_of(CONTEXT, parts)) == set()


@pytest.mark.parametrize(
    "text",
    ["2 January 2026", "2nd Jan 2026", "January 2, 2026", "02/01/2026", "2.1.26", "2026-01-02"],
)
def test_dates_are_found_however_they_are_written(text: str) -> None:
    assert [day for _, _, day in find_dates(f"by {text}.")] == [date(2026, 1, 2)]


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert list(find_dates("31 February 2026")) == []


@pytest.mark.parametrize("regime", [Regime.SAR, Regime.BAU])
def test_other_regimes_have_no_exemptions_to_confuse(regime: Regime) -> None:
    assert "regime-fits" not in found(GOOD, replace(FACTS, regime=regime))
