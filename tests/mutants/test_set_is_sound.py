"""The evaluation sets are what their README says: every edit applies, every letter has its case."""

import json
import re
from collections import Counter
from datetime import date

import pytest

from tests.mutants.sets import HERE, SETS, Mutant, MutantSet

CASE_KEYS = {
    "regime", "reference", "authority", "requester_name", "requester_email", "received_on",
    "due_on", "letter_date", "request", "outcome", "claimed", "evidence",
}  # fmt: skip
OUTCOMES = {
    "acknowledgement_only", "already_accessible_s21", "clarification_needed", "cost_s12",
    "disclosed_full", "disclosed_part", "ncnd", "not_held", "other", "part_not_held", "refused",
    "transferred", "vexatious_s14",
}  # fmt: skip
every_set = pytest.mark.parametrize("chosen", SETS, ids=lambda each: each.name)
every_letter = pytest.mark.parametrize(
    ("chosen", "name"),
    [pytest.param(each, name, id=f"{each.name}-{name}") for each in SETS for name in each.letters],
)
every_mutant = pytest.mark.parametrize(
    ("chosen", "mutant"),
    [
        pytest.param(each, mutant, id=f"{each.name}-{mutant['id']}")
        for each in SETS
        for mutant in each.mutants
    ],
)


def readme() -> str:
    return (HERE / "README.md").read_text(encoding="utf-8")


def test_the_readme_counts_the_letters_and_the_mutants_of_the_first_set() -> None:
    claimed = re.search(r"(\d+) correct letters .* and (\d+) mutants", readme())
    first = SETS[0]
    assert claimed is not None
    assert (int(claimed[1]), int(claimed[2])) == (len(first.letters), len(first.mutants))


@every_set
def test_a_set_has_the_digest_that_was_written_down(chosen: MutantSet) -> None:
    assert chosen.digest == chosen.promised_digest


@every_set
def test_ids_of_mutants_are_unique(chosen: MutantSet) -> None:
    assert [i for i, n in Counter(m["id"] for m in chosen.mutants).items() if n > 1] == []


@every_set
def test_no_two_mutants_make_the_same_letter(chosen: MutantSet) -> None:
    made = Counter((m["letter"], json.dumps(m["edits"])) for m in chosen.mutants)
    assert [key for key, n in made.items() if n > 1] == []


@every_set
def test_every_fault_has_at_least_two_mutants(chosen: MutantSet) -> None:
    faults = Counter(m["rule"] for m in chosen.mutants)
    assert [fault for fault, n in faults.items() if n == 1] == []


def test_the_readme_lists_exactly_the_faults_of_the_first_set_and_no_set_has_another() -> None:
    listed = set(re.findall(r"^\| `([a-z0-9-]+)` \| .* \| .* \|$", readme(), re.MULTILINE))
    assert listed == {m["rule"] for m in SETS[0].mutants}
    assert {m["rule"] for chosen in SETS for m in chosen.mutants} <= listed


@every_set
def test_every_letter_has_a_mutant(chosen: MutantSet) -> None:
    assert set(chosen.letters) == {m["letter"] for m in chosen.mutants}


@every_mutant
def test_every_edit_of_a_mutant_applies_exactly_once(chosen: MutantSet, mutant: Mutant) -> None:
    text = original = chosen.letters[mutant["letter"]]
    for edit in mutant["edits"]:
        assert text.count(edit["old"]) == 1
        text = text.replace(edit["old"], edit["new"])
    assert text != original


@every_mutant
def test_a_mutant_says_how_grave_its_fault_is_and_why(chosen: MutantSet, mutant: Mutant) -> None:
    assert mutant["severity"] in {"error", "warning"}
    assert re.search(r"\w{3}", mutant["why"])


@every_letter
def test_a_letter_has_a_whole_case(chosen: MutantSet, name: str) -> None:
    case = chosen.cases[name]
    assert set(case) == CASE_KEYS
    assert case["outcome"] in OUTCOMES
    received, due = (date.fromisoformat(case[key]) for key in ("received_on", "due_on"))
    assert received <= date.fromisoformat(case["letter_date"])
    assert received < due


@every_letter
def test_a_correct_letter_bears_its_own_reference_authority_and_requester(
    chosen: MutantSet, name: str
) -> None:
    case, text = chosen.cases[name], chosen.letters[name]
    assert case["reference"] in text
    # Some greet by the first name, and some shorten the authority's.
    assert any(word in text for word in re.findall(r"\w{2,}", case["requester_name"]))
    words = re.findall(r"\w{4,}", case["authority"].lower())
    assert sum(word in text.lower() for word in words) * 2 >= len(words)
