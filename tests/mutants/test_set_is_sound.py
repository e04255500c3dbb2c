"""The evaluation set is what its README says: every edit applies, every letter has its case."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TypedDict

import pytest

HERE = Path(__file__).parent
LETTERS = HERE / "letters"
CASE_KEYS = {
    "regime", "reference", "authority", "requester_name", "requester_email", "received_on",
    "due_on", "letter_date", "request", "outcome", "claimed", "evidence",
}  # fmt: skip
OUTCOMES = {
    "acknowledgement_only", "already_accessible_s21", "clarification_needed", "cost_s12",
    "disclosed_full", "disclosed_part", "ncnd", "not_held", "other", "part_not_held", "refused",
    "transferred", "vexatious_s14",
}  # fmt: skip


class Edit(TypedDict):
    """One replacement in a letter."""

    old: str
    new: str


class Mutant(TypedDict):
    """A letter with one fault."""

    id: str
    letter: str
    rule: str
    severity: str
    edits: list[Edit]
    why: str


def mutants() -> list[Mutant]:
    lines = (HERE / "mutants.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def letter_ids() -> list[str]:
    return sorted(path.stem for path in LETTERS.glob("*.txt"))


def letter(name: str) -> str:
    return (LETTERS / f"{name}.txt").read_text(encoding="utf-8")


def readme() -> str:
    return (HERE / "README.md").read_text(encoding="utf-8")


def test_the_readme_counts_the_letters_and_the_mutants() -> None:
    claimed = re.search(r"(\d+) correct letters .* and (\d+) mutants", readme())
    assert claimed is not None
    assert (int(claimed[1]), int(claimed[2])) == (len(letter_ids()), len(mutants()))


def test_ids_of_mutants_are_unique() -> None:
    assert [i for i, n in Counter(m["id"] for m in mutants()).items() if n > 1] == []


def test_no_two_mutants_make_the_same_letter() -> None:
    made = Counter((m["letter"], json.dumps(m["edits"])) for m in mutants())
    assert [key for key, n in made.items() if n > 1] == []


def test_every_rule_has_at_least_two_mutants() -> None:
    assert [rule for rule, n in Counter(m["rule"] for m in mutants()).items() if n == 1] == []


def test_the_readme_lists_exactly_the_rules_that_are_used() -> None:
    listed = set(re.findall(r"^\| `([a-z0-9-]+)` \| .* \| .* \|$", readme(), re.MULTILINE))
    assert listed == {m["rule"] for m in mutants()}


def test_every_letter_has_a_mutant() -> None:
    assert set(letter_ids()) == {m["letter"] for m in mutants()}


@pytest.mark.parametrize("mutant", mutants(), ids=lambda m: m["id"])
def test_every_edit_of_a_mutant_applies_exactly_once(mutant: Mutant) -> None:
    text = original = letter(mutant["letter"])
    for edit in mutant["edits"]:
        assert text.count(edit["old"]) == 1
        text = text.replace(edit["old"], edit["new"])
    assert text != original


@pytest.mark.parametrize("mutant", mutants(), ids=lambda m: m["id"])
def test_a_mutant_says_how_grave_its_fault_is_and_why(mutant: Mutant) -> None:
    assert mutant["severity"] in {"error", "warning"}
    assert mutant["why"].endswith(".")


@pytest.mark.parametrize("name", letter_ids())
def test_a_letter_has_a_whole_case(name: str) -> None:
    case = json.loads((LETTERS / f"{name}.case.json").read_text(encoding="utf-8"))
    assert set(case) == CASE_KEYS
    assert case["outcome"] in OUTCOMES
    received, due = (date.fromisoformat(case[key]) for key in ("received_on", "due_on"))
    assert received <= date.fromisoformat(case["letter_date"])
    assert received < due


@pytest.mark.parametrize("name", letter_ids())
def test_a_correct_letter_bears_its_own_reference_authority_and_requester(name: str) -> None:
    case = json.loads((LETTERS / f"{name}.case.json").read_text(encoding="utf-8"))
    text = letter(name)
    assert case["reference"] in text
    assert case["authority"].lower() in text.lower()
    assert case["requester_name"].split()[-1] in text
