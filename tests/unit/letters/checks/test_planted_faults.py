"""Twenty letters with one planted fault each: a finding names each fault, and none a clean twin."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from assistant.domain.law.acts import Regime
from assistant.domain.letters.checks import Finding, LetterFacts, check
from tests.unit.letters.samples import REGISTER

FOLDER = Path(__file__).parents[3] / "planted_faults"
LETTERS: dict[str, dict[str, Any]] = {
    each["name"]: each
    for each in tomllib.loads((FOLDER / "faults.toml").read_text(encoding="utf-8"))["letter"]
}
# The rule that names each fault, and a word of its message that points at the same part or section.
NAMED_BY = {
    "01-part-left-unanswered": ("part-unanswered", "Part 3"),
    "02-no-public-interest-test": ("pit-missing", "43(2)"),
    "03-neither-confirm-nor-deny-undone": ("ncnd-undone", "Part 2"),
    "04-not-held-and-exempt": ("not-held-and-exempt", "22(1)"),
    "05-reason-of-another-section": ("argued-not-claimed", "section 40"),
    "06-section-that-does-not-exist": ("exemption-does-not-exist", "38(1)(c)"),
    "07-no-internal-review": ("review-missing", "internal review"),
    "08-no-commissioner": ("no-right-to-complain", "section 50"),
    "09-figures-contradict": ("total-contradicted", "43,821"),
    "10-dated-before-the-request": ("dated-before-request", "8 January 2026"),
    "11-another-requester": ("other-requester", "Dunmore"),
    "12-placeholder-left-in": ("gap", "[insert no."),
    "13-cost-limit-without-estimate": ("s12-no-breakdown", "estimate"),
    "14-vexatious-without-reasons": ("s14-no-reasons", "vexatious"),
    "15-environmental-request-under-the-act": ("foi-rule-in-eir", "EIR"),
    "16-extension-without-exemption": ("pit-extension-no-exemption", "no exemption is named"),
    "17-no-qualified-person": ("s36-no-opinion", "qualified person"),
    "18-thirty-and-thirty-one": ("s30-and-31", "30 and 31"),
    "19-accessible-but-not-where": ("s21-no-link", "Part 1"),
    "20-harm-only-asserted": ("reasons-missing", "section 31"),
}


def _found(name: str, form: str) -> tuple[Finding, ...]:
    """Hold a letter of the set against what a case knows of it: no outcome and no evidence."""
    letter = LETTERS[name]
    request = (FOLDER / name / "request.txt").read_text(encoding="utf-8")
    sender = re.search(r"^From: ([^<\n]+)", request, re.MULTILINE)
    assert sender is not None
    facts = LetterFacts(
        regime=Regime(letter["regime"].upper()),
        authority=letter["authority"],
        requester_name=sender[1].strip(),
        received_on=letter["received"],
        letter_date=letter["sent"],
        request=request,
    )
    return check(
        (FOLDER / name / f"{form}.txt").read_text(encoding="utf-8"), facts, REGISTER
    ).findings


def test_every_letter_of_the_set_is_held() -> None:
    assert set(NAMED_BY) == set(LETTERS)


@pytest.mark.parametrize("name", NAMED_BY)
def test_a_finding_names_the_planted_fault(name: str) -> None:
    rule, points_at = NAMED_BY[name]
    found = _found(name, "faulty")
    assert any(each.rule == rule and points_at in each.message for each in found), found


@pytest.mark.parametrize("name", NAMED_BY)
def test_the_clean_twin_has_no_finding(name: str) -> None:
    assert _found(name, "clean") == ()
