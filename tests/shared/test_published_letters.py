"""Measures the checks on letters that authorities really sent; figures only, never their words."""

import json

import pytest

from assistant.adapters.knowledge_folders import knowledge_folder
from assistant.adapters.register_files import load_register
from assistant.domain.case import Outcome
from assistant.domain.law.acts import Regime
from assistant.domain.letters.checks import Checked, LetterFacts, check
from assistant.domain.letters.checks.facts import REFUSING
from tests.environment import SHARED

REGISTER = load_register(knowledge_folder("law"))
# Which findings say that an element a judge looked for is missing.
ELEMENTS = {
    "states_refusal": {"refusal-not-stated"},
    "names_section": {"exemption-not-cited"},
    "names_subsection": {"subsection-missing", "only-subsection-missing", "exemption-not-cited"},
    "why_applies": {"reasons-missing", "claimed-not-argued"},
    "public_interest_reasons": {"pit-missing", "pit-missing-for", "pit-missing-against"},
    "internal_review_how": {"review-missing", "review-no-contact"},
    "internal_review_when": {"review-missing", "review-no-time-limit"},
    "ico_right_with_contact": {
        "no-right-to-complain",
        "regulator-missing",
        "regulator-no-contact",
    },
    "section_50_named": {"section-50-unnamed", "no-right-to-complain"},
}


def rules(checked: Checked) -> set[str]:
    return {finding.rule for finding in checked.findings}


@pytest.mark.shared
def test_the_letter_that_the_project_started_from_lacks_what_a_practitioner_says() -> None:
    text = (SHARED / "data/seed/prevent-refusal.txt").read_text(encoding="utf-8")
    found = rules(check(text, LetterFacts(Regime.FOI, outcome=Outcome.REFUSED), REGISTER))
    assert {
        "word-residue",
        "subsection-missing",
        "s24-not-required-for-safeguarding",
        "review-no-contact",
        "review-no-time-limit",
        "no-right-to-complain",
    } <= found


@pytest.mark.shared
def test_the_checks_agree_with_a_judge_on_nine_elements_in_ten() -> None:
    lines = (SHARED / "data/gold/outcome_dev.jsonl").read_text(encoding="utf-8").splitlines()
    agreed = judged = 0
    for row in map(json.loads, lines):
        outcome = Outcome(row["gold"]["outcome"])
        if outcome not in REFUSING:
            continue
        found = rules(check(row["text"], LetterFacts(outcome=outcome), REGISTER))
        for element, missing in ELEMENTS.items():
            if row["gold"]["elements"][element] is not None:
                judged += 1
                agreed += row["gold"]["elements"][element] is not bool(missing & found)
    assert judged > 200
    assert agreed / judged >= 0.9
