"""Every rule finds its fault in an otherwise good letter, and `check` says what it left out."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.domain.case import Outcome
from assistant.domain.law.acts import Regime
from assistant.domain.letters.checks import RULES, LetterFacts, check
from tests.unit.letters.checks import (
    other_letters,
    refusals,
    special_letters,
    test_answers,
    test_contradictions,
    test_evidence_regimes_and_words,
    test_public_interest,
    test_reasons,
    test_refusal,
    test_residue,
    test_rights,
    test_special,
    test_timing_and_identity,
)
from tests.unit.letters.checks.letters import Letter, Pair
from tests.unit.letters.samples import REGISTER

PAIRS: tuple[Pair, ...] = (
    *test_residue.PAIRS,
    *test_answers.PAIRS,
    *test_contradictions.PAIRS,
    *test_refusal.PAIRS,
    *test_reasons.PAIRS,
    *test_public_interest.PAIRS,
    *test_special.PAIRS,
    *test_rights.PAIRS,
    *test_timing_and_identity.PAIRS,
    *test_evidence_regimes_and_words.PAIRS,
)
LETTERS = (*refusals.ALL, *special_letters.ALL, *other_letters.ALL)
IDS = [rule.id for rule in RULES]
_FRAGMENTS = (
    "Dear Alex Morgan\n\n",
    "section 31(1)(a) of the Freedom of Information Act 2000 ",
    "regulation 12(5)(e) ",
    "We hold it. ",
    "The public interest in disclosure ",
    "Balance\n\n",
    "internal review ",
    "Information Commissioner ",
    "1) ",
    "| a | b |\n",
    "+ one\n- two\n",
    "neither confirm nor deny ",
    "£450, or 18 hours ",
    "by 14 January 2026. ",
    "FOI-2026-00013 ",
    "[insert ",
    "https://",
    "Yours sincerely\n",
    " \n",
)
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(_FRAGMENTS), max_size=30).map("".join),
    st.lists(st.one_of(st.sampled_from(_FRAGMENTS), st.text(max_size=12)), max_size=20).map(
        "".join
    ),
)
cases = st.builds(
    LetterFacts,
    regime=st.sampled_from([None, *Regime]),
    outcome=st.sampled_from([None, *Outcome]),
    reference=st.sampled_from([None, "", "FOI-2026-00012", "7", "((["]),
    authority=st.sampled_from([None, "", "Northshire Police", "Home Office"]),
    requester_name=st.sampled_from([None, "", "Alex Morgan"]),
    request=st.one_of(st.none(), texts),
    claimed=st.sampled_from([None, (), ("FOIA s31(1)(a)",), ("EIR reg 12(5)(e)", "no citation")]),
    evidence=st.one_of(st.none(), st.tuples(texts)),
    received_on=st.one_of(st.none(), st.dates()),
    due_on=st.one_of(st.none(), st.dates()),
    letter_date=st.one_of(st.none(), st.dates()),
    review=st.booleans(),
)


def test_rules_have_ids_of_their_own_and_say_what_they_stand_on() -> None:
    assert len(IDS) == len(set(IDS))
    assert all(rule.section and rule.severity in {"error", "warning"} for rule in RULES)


def test_every_rule_has_a_pair_and_every_pair_a_rule() -> None:
    assert {pair.rule for pair in PAIRS} == set(IDS)


def test_pairs_have_names_of_their_own() -> None:
    names = [pair.name for pair in PAIRS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("letter", LETTERS, ids=lambda each: each.text.split("\n")[0][:40])
def test_a_good_letter_has_no_finding_of_any_rule(letter: Letter) -> None:
    assert [(each.rule, each.message) for each in letter.found()] == []


def test_a_rule_without_its_fact_is_listed_as_not_run() -> None:
    checked = check("Dear requester\n\nHello.\n", LetterFacts(), REGISTER)
    assert {(each.rule, each.needs) for each in checked.not_run} == {
        (rule.id, rule.needs[0]) for rule in RULES if rule.needs
    }
    assert not {each.rule for each in checked.findings} & {each.rule for each in checked.not_run}


@pytest.mark.parametrize("need", sorted({need for rule in RULES for need in rule.needs}))
def test_only_the_rules_that_need_a_fact_are_left_out_without_it(need: str) -> None:
    facts = replace(refusals.ROTA.facts, **{need: None})
    checked = check(refusals.ROTA.text, facts, REGISTER)
    assert {each.rule for each in checked.not_run} == {r.id for r in RULES if need in r.needs}
    assert {each.needs for each in checked.not_run} == {need}


def test_nothing_is_left_out_of_a_whole_case() -> None:
    assert check(refusals.ROTA.text, refusals.ROTA.facts, REGISTER).not_run == ()


def test_warnings_stop_no_letter_and_errors_do() -> None:
    warned = refusals.ROTA.but((" within 40 working days", ""))
    wrong = refusals.ROTA.but(("Alex Morgan", "Robin Hale"))
    assert {each.severity for each in warned.found()} == {"warning"}
    assert check(warned.text, warned.facts, REGISTER).passed
    assert not check(wrong.text, wrong.facts, REGISTER).passed


def test_findings_come_in_the_order_of_the_table() -> None:
    letter = refusals.ROTA.but(
        ("Dear Alex Morgan", "Dear Robin Hale"),
        ("the debate about", "the debate [which one?] herein about"),
        ("within 40 working days", "soon"),
    )
    places = [IDS.index(each.rule) for each in letter.found()]
    assert len(set(places)) > 3
    assert places == sorted(places)


@given(texts, cases)
@example("\x00\ufffd\u2028\u202e\U0001f9fe" * 3, LetterFacts(outcome=Outcome.NCND))
@example(
    "Dear \ud7ff\n\n１) ⅷ ²) section ３１(1)(a) £１２３",
    LetterFacts(request="１. ２.", evidence=()),
)
@example("Dear É\r\n\r\nsection 31\r\n", LetterFacts(reference="é", evidence=("",)))
@settings(max_examples=120, deadline=None)
def test_any_text_is_checked_and_every_span_lies_within_it(text: str, facts: LetterFacts) -> None:
    checked = check(text, facts, REGISTER)
    rules = {rule.id: rule for rule in RULES}
    for finding in checked.findings:
        assert finding.severity == rules[finding.rule].severity
        assert finding.message
        missing = finding.start == finding.end == 0
        assert missing or 0 <= finding.start < finding.end <= len(text)
    places = [IDS.index(each.rule) for each in checked.findings]
    assert places == sorted(places)
    assert check(text, facts, REGISTER) == checked
