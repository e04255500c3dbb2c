"""Every row of the exemptions beside the project stands in the register, with the same facts."""

import json
import re

import pytest

from assistant.adapters.register_files import load_register
from assistant.domain.law.acts import Provision, Register
from assistant.domain.law.citations import parse_citation
from tests import environment

pytestmark = pytest.mark.shared

ROWS = environment.SHARED / "law" / "exemptions.json"
MARKS = {"FOIA": "FOIA s", "FOIA-procedural": "FOIA s", "EIR": "EIR reg "}
# A row of two conditions in one stands in the register as two.
TWO_IN_ONE = {"13(2B)/(3A)": ("13(2B)", "13(3A)"), "13(5A),(5B)": ("13(5A)",)}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str | None]]:
    return json.loads(ROWS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def register() -> Register:
    return load_register(environment.ROOT / "knowledge" / "law")


def provisions(register: Register, row: dict[str, str | None]) -> list[Provision]:
    mark = MARKS[row["regime"]]
    exemption, _, condition = row["subsection"].partition(" with ")
    numbers = TWO_IN_ONE.get(condition, (condition or exemption,))
    found = [register.require(mark + number) for number in numbers]
    if condition:
        assert all(each.cited_with == parse_citation(mark + exemption) for each in found)
    return found


def test_every_row_stands_in_the_register(
    rows: list[dict[str, str | None]], register: Register
) -> None:
    assert len(rows) == 101
    for row in rows:
        assert provisions(register, row)


def test_every_row_has_the_same_standing_basis_and_ncnd_limb(
    rows: list[dict[str, str | None]], register: Register
) -> None:
    for row in rows:
        mark = MARKS[row["regime"]]
        for each in provisions(register, row):
            name = str(each.citation)
            standing = re.split(r"[^a-z]", row["absolute_or_qualified"])[0].replace("n", "none")
            assert (name, each.standing) == (name, standing.replace("nonea", "none"))
            basis = row["class_or_prejudice"].split()[0].replace("n/a", "none")
            assert (name, each.basis) == (name, basis)
            limb = row["ncnd_subsection"]
            # Section 12(2) is its own ground for not confirming, and no limb of another.
            wanted = None if limb in {None, "12(2)"} else TWO_IN_ONE.get(limb, (limb,))[0]
            assert (name, each.ncnd) == (name, wanted and parse_citation(mark + wanted))


def test_every_row_with_a_test_names_the_same_interest(
    rows: list[dict[str, str | None]], register: Register
) -> None:
    for row in rows:
        for each in provisions(register, row):
            assert bool(each.prejudice_to) is bool(row["prejudice_to"]), str(each.citation)


def test_what_the_emissions_rule_takes_away_is_the_same(
    rows: list[dict[str, str | None]], register: Register
) -> None:
    for row in rows:
        for each in provisions(register, row):
            assert each.emissions is not row.get("unavailable_for_emissions_12_9", False)
