"""What was seen in a file, in words: each rule a whole sentence, and a key that tells it apart."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.inspection.findings import (
    LONGEST_PLACE,
    Sighting,
    finding_of,
    findings_of,
    still_open,
)
from assistant.domain.inspection.rules import RULES, Rule, Severity

SIGHTINGS = st.builds(
    Sighting,
    rule=st.sampled_from(sorted(RULES)),
    place=st.text(max_size=300),
    count=st.integers(0, 10**9),
    within=st.text(max_size=300),
)


def test_a_hidden_sheet_is_named_with_its_rows_and_what_to_do() -> None:
    found = finding_of(Sighting("hidden-sheet", "Staff", 9480))
    assert found.message == "Sheet “Staff” is hidden: 9,480 rows."
    assert found.to_do.startswith("Unhide it")
    assert found.must_be_cleared


def test_one_is_said_as_one() -> None:
    assert finding_of(Sighting("hidden-sheet", "Staff", 1)).message.endswith(": 1 row.")


def test_a_file_inside_a_file_is_named() -> None:
    found = finding_of(Sighting("comments", count=2, within="chart.xlsx"))
    assert found.message == "In “chart.xlsx”: It holds 2 comments or notes."


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_each_rule_is_a_whole_sentence_and_says_what_to_do(rule: Rule) -> None:
    assert rule.to_do.endswith((".", ")."))
    says = rule.says
    assert says[:1].isupper() or says.startswith("{place}")
    assert says.endswith(".")
    if "{count}" in says:
        assert rule.one
        assert rule.many


@given(SIGHTINGS)
def test_whatever_a_file_names_its_places_the_sentence_stays_one_line(seen: Sighting) -> None:
    message = finding_of(seen).message
    assert len(message) < 2 * LONGEST_PLACE + 300
    assert not re.search(r"[\r\n]", message)


@given(st.lists(SIGHTINGS, max_size=8))
def test_grave_findings_come_first_and_are_open_until_each_is_accepted(
    seen: list[Sighting],
) -> None:
    findings = findings_of(seen)
    grave = [each for each in findings if each.severity is Severity.CLEAR]
    assert list(findings[: len(grave)]) == grave
    assert len({each.key for each in findings}) == len(findings)
    assert still_open(findings, set()) == tuple(grave)
    for number, each in enumerate(grave):
        accepted = {other.key for other in grave[: number + 1]}
        assert each not in still_open(findings, accepted)
    assert still_open(findings, {each.key for each in findings}) == ()
