"""How many faults the checks find by the right rule, and that they find none in correct letters."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pytest

from assistant.domain.letters.checks import RULES
from assistant.services.check_letter import letter_document
from tests.mutants.sets import SETS, Mutant, MutantSet
from tests.unit.letters.samples import REGISTER

Finding = dict[str, Any]

# Which rules name a fault besides the rule of the same id: a fault can be told from either side.
ACCEPTED: Mapping[str, frozenset[str]] = {
    "argued-not-claimed": frozenset({"claimed-not-named"}),
    "claimed-not-argued": frozenset({"reasons-missing"}),
    "confirm-or-deny-missing": frozenset({"not-held-unsaid"}),
    "date-not-in-evidence": frozenset({"wrong-date-of-receipt"}),
    "exemption-not-cited": frozenset({"claimed-not-named", "part-without-exemption"}),
    "gap": frozenset({"placeholder"}),
    "ncnd-hint": frozenset({"ncnd-with-disclosure"}),
    "ncnd-with-disclosure": frozenset({"ncnd-hint"}),
    "other-case-leak": frozenset({"name-not-in-evidence", "link-not-in-evidence"}),
    "placeholder": frozenset({"gap"}),
    "plain-english": frozenset({"long-sentence"}),
    "reasons-missing": frozenset({"claimed-not-argued"}),
}
# The share of faults found by the right rule below which something has broken.
FLOORS: Mapping[str, float] = {
    "first": 0.97,
    "second": 0.90,
    "third": 0.94,
    "fourth": 0.90,
    "fifth": 0.90,
    "sixth": 0.88,
}
_FLOOR_OF_A_NEW_SET = 0.75
# The sets whose letters the rules were bettered on; a new set shows what they find unprepared.
KNOWN = tuple(each for each in SETS if each.name in FLOORS)
_GRAVITY = {"warning": 0, "error": 1}


@dataclass(frozen=True, slots=True)
class Score:
    """What the checks found in one set."""

    missed: tuple[str, ...]
    unseen: tuple[str, ...]
    false_errors: tuple[str, ...]
    mutants: int
    letters: int

    @property
    def right(self) -> float:
        """The share of mutants that are found by the right rule."""
        return 1 - len(self.missed) / self.mutants

    def told(self, name: str) -> str:
        """Say the figures in a line, and the ids of what was missed in another."""
        found = self.mutants - len(self.missed)
        seen = self.mutants - len(self.unseen)
        wrong = len({each.split(":")[0] for each in self.false_errors})
        return (
            f"{name}: {found} of {self.mutants} by the right rule ({self.right:.1%}), "
            f"{seen} by any ({seen / self.mutants:.1%}); "
            f"{wrong} of {self.letters} correct letters with an error\n"
            f"    missed: {', '.join(self.missed) or 'none'}"
        )


def findings(text: str, case: Mapping[str, Any]) -> list[Finding]:
    """Hold a letter against the checks as `check-letter` does."""
    found: list[Finding] = letter_document(text, case, REGISTER)["findings"]
    return found


def new_among(found: Iterable[Finding], before: Iterable[Finding]) -> list[Finding]:
    """Return the findings that the unmutated letter does not have, each counted once."""
    had = Counter((each["rule"], each["message"]) for each in before)
    new = []
    for each in found:
        key = (each["rule"], each["message"])
        if had[key]:
            had[key] -= 1
        else:
            new.append(each)
    return new


def is_right(finding: Finding, mutant: Mutant) -> bool:
    """Tell whether a finding names the mutant's fault, and as gravely."""
    named = {mutant["rule"], *ACCEPTED.get(mutant["rule"], ())}
    grave = _GRAVITY[finding["severity"]] >= _GRAVITY[mutant["severity"]]
    return finding["rule"] in named and grave


@lru_cache(maxsize=len(SETS))
def measured(chosen: MutantSet) -> Score:
    """Hold every letter and every mutant of a set against the checks."""
    before = {name: findings(text, chosen.cases[name]) for name, text in chosen.letters.items()}
    missed, unseen = [], []
    for mutant in chosen.mutants:
        name = mutant["letter"]
        found = findings(chosen.mutated(mutant), chosen.cases[name])
        new = new_among(found, before[name])
        if not any(is_right(each, mutant) for each in new):
            missed.append(mutant["id"])
        if not new:
            unseen.append(mutant["id"])
    false_errors = tuple(
        f"{name}: {each['rule']}: {each['message']}"
        for name, found in before.items()
        for each in found
        if each["severity"] == "error"
    )
    return Score(
        tuple(missed), tuple(unseen), false_errors, len(chosen.mutants), len(chosen.letters)
    )


@pytest.mark.parametrize("chosen", SETS, ids=lambda each: each.name)
def test_faults_are_found_by_the_right_rule(chosen: MutantSet, tell: Callable[[str], None]) -> None:
    score = measured(chosen)
    tell(score.told(chosen.name))
    floor = FLOORS.get(chosen.name, _FLOOR_OF_A_NEW_SET)
    assert score.right >= floor, f"missed: {', '.join(score.missed)}"


@pytest.mark.parametrize("chosen", KNOWN, ids=lambda each: each.name)
def test_no_correct_letter_of_a_known_set_has_an_error(chosen: MutantSet) -> None:
    assert measured(chosen).false_errors == ()


def test_the_table_of_right_rules_names_rules_and_faults_that_exist() -> None:
    rules = {rule.id for rule in RULES}
    faults = {mutant["rule"] for chosen in SETS for mutant in chosen.mutants}
    assert {each for named in ACCEPTED.values() for each in named} <= rules
    assert set(ACCEPTED) <= faults
    assert faults <= rules


def test_a_finding_of_the_correct_letter_is_not_new_unless_it_is_found_once_more() -> None:
    gap = {"rule": "gap", "message": "This is still to be supplied: TBC", "severity": "error"}
    assert new_among([gap], [gap]) == []
    assert new_among([gap, gap], [gap]) == [gap]


@pytest.mark.parametrize(
    ("rule", "severity", "right"),
    [
        ("gap", "error", True),
        ("placeholder", "error", True),
        ("placeholder", "warning", False),
        ("tracked-change", "error", False),
    ],
)
def test_a_finding_is_right_by_its_rule_and_its_gravity(
    rule: str, severity: str, *, right: bool
) -> None:
    mutant = Mutant(id="gap-1", letter="a", rule="gap", severity="error", edits=[], why="A note.")
    assert is_right({"rule": rule, "message": "", "severity": severity}, mutant) is right
