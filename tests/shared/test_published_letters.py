"""Measures the checks on letters that authorities really sent; figures only, never their words."""

import json
import re
from pathlib import Path

import pytest

from assistant.adapters.knowledge_folders import knowledge_folder
from assistant.adapters.register_files import load_register
from assistant.domain.case import Outcome
from assistant.domain.letters.checks import RULES, Checked, LetterFacts, check
from assistant.domain.letters.checks.facts import REFUSING
from assistant.services.check_letter import letter_document
from tests.e2e.installation import Installation
from tests.environment import SHARED

pytestmark = pytest.mark.shared

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
    "ico_right_with_contact": {"no-right-to-complain", "regulator-missing", "regulator-no-contact"},
    "section_50_named": {"section-50-unnamed", "no-right-to-complain", "regulator-missing"},
}
# The faults of the letter that the project started from, by the rule that names each.
FAULTS = (
    "word-residue",
    "broken-numbering",
    "refusal-not-stated",
    "subsection-missing",
    "claimed-not-argued",
    "prejudice-level-missing",
    "s24-not-required-for-safeguarding",
    "burden-reversed",
    "review-no-contact",
    "review-no-time-limit",
    "no-right-to-complain",
    "confirm-or-deny-missing",
)
# Findings of it that a practitioner accepts, though nobody listed them as its faults.
FAIR = {"plain-english", "long-sentence"}
REJECTED_AT_MOST = 2


@pytest.fixture
def seed() -> str:
    return (SHARED / "data/seed/prevent-refusal.txt").read_text(encoding="utf-8")


def request_in(letter: str) -> str:
    quoted = re.search(r"^REQUEST$(.*?)^RESPONSE$", letter, re.MULTILINE | re.DOTALL)
    assert quoted is not None
    return quoted[1].strip()


def found_in(pattern: str, letter: str) -> str:
    found = re.search(pattern, letter)
    assert found is not None
    return found[0]


def seed_rules(letter: str, *, case: bool) -> list[str]:
    """Return the rule of each finding, with the case or without any."""
    known = {
        "regime": "FOI",
        "authority": found_in(r"\b[A-Z]\w+ Police\b", letter),
        "reference": found_in(r"\d{4}/\d+", letter),
        "outcome": "refused",
        "request": request_in(letter),
    }
    document = letter_document(letter, known if case else {}, REGISTER)
    return [finding["rule"] for finding in document["findings"]]


def rules(checked: Checked) -> set[str]:
    return {finding.rule for finding in checked.findings}


@pytest.mark.parametrize("case", [True, False], ids=["with-its-case", "without-a-case"])
@pytest.mark.parametrize("fault", FAULTS)
def test_the_letter_that_the_project_started_from_has_the_fault_that_a_practitioner_finds(
    seed: str, fault: str, *, case: bool
) -> None:
    assert fault in {rule.id for rule in RULES}
    assert fault in seed_rules(seed, case=case)


@pytest.mark.parametrize("case", [True, False], ids=["with-its-case", "without-a-case"])
def test_hardly_anything_else_is_said_of_that_letter(seed: str, *, case: bool) -> None:
    named = set(FAULTS)
    rejected = [rule for rule in seed_rules(seed, case=case) if rule not in named | FAIR]
    assert len(rejected) <= REJECTED_AT_MOST, rejected


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


def test_every_letter_of_a_council_is_checked_in_one_batch(tmp_path: Path) -> None:
    stored = (SHARED / "data/foi/council_letters.jsonl").read_text(encoding="utf-8")
    # Not splitlines: letters hold line separators of their own.
    lines = stored.strip().split("\n")
    given = tmp_path / "letters.jsonl"
    given.write_text(
        "".join(
            json.dumps(
                {
                    "id": number,
                    "letter": letter["response_text"],
                    "case": {"request": letter["request_text"]},
                }
            )
            + "\n"
            for number, letter in enumerate(map(json.loads, lines))
        ),
        encoding="utf-8",
    )

    said = Installation(tmp_path).run("check-letter", "--batch", str(given), "--json")

    answers = [json.loads(line) for line in said.strip().split("\n")]
    assert [answer["id"] for answer in answers] == list(range(len(lines)))
    known = {rule.id for rule in RULES}
    for answer in answers:
        assert "error" not in answer
        assert {finding["rule"] for finding in answer["findings"]} <= known
