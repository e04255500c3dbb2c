from pathlib import Path

import pytest

from assistant.adapters.register_files import load_register
from assistant.domain.law.acts import Basis, Need, ProvisionKind, Regime, Register, Standing
from tests import environment

ROW = """
act = "FOIA"
regime = "FOI"
[[section]]
title = "Refusal"
kind = "{kind}"
[[section.limb]]
cite = "17(1)"
"""


@pytest.fixture(scope="module")
def shipped() -> Register:
    return load_register(environment.ROOT / "knowledge" / "law")


def test_a_folder_of_files_makes_one_register(tmp_path: Path) -> None:
    (tmp_path / "foia.toml").write_text(ROW.format(kind="duty"), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("left alone", encoding="utf-8")
    assert [str(each.citation) for each in load_register(tmp_path)] == ["FOIA s17(1)"]


def test_a_wrong_row_names_the_file_and_the_row(tmp_path: Path) -> None:
    (tmp_path / "foia.toml").write_text(ROW.format(kind="chore"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"foia.toml, Refusal, 17\(1\): `kind` has to be one of"):
        load_register(tmp_path)


@pytest.mark.parametrize("content", [b"act = ", b"\xff\xfe"])
def test_what_is_not_toml_names_the_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "foia.toml").write_bytes(content)
    with pytest.raises(ValueError, match=r"foia\.toml: not readable as TOML"):
        load_register(tmp_path)


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"holds no \.toml file"):
        load_register(tmp_path / "nowhere")


def test_the_shipped_register_holds_both_acts_and_subject_access(shipped: Register) -> None:
    assert {each.regime for each in shipped} == {Regime.FOI, Regime.EIR, Regime.SAR}
    assert {each.kind for each in shipped} == set(ProvisionKind)


@pytest.mark.parametrize(
    "duty",
    ["s1(1)(a)", "s1(1)(b)", "s1(3)", "s8(1)", "s9(1)", "s10(1)", "s10(3)", "s11(1)", "s12(1)"]
    + ["s12(2)", "s12(4)", "s14(1)", "s14(2)", "s16(1)", "s50(1)"]
    + [f"s17({number})" for number in range(1, 8)],
)
def test_the_shipped_register_holds_the_duties_of_part_one(shipped: Register, duty: str) -> None:
    assert shipped.require(duty).regime is Regime.FOI


def test_no_exemption_weighs_the_public_interest_where_it_is_absolute(shipped: Register) -> None:
    for each in (*shipped.exemptions(Regime.FOI), *shipped.exemptions(Regime.EIR)):
        assert (each.public_interest_test is None) is (each.standing is Standing.ABSOLUTE)


def test_the_qualified_persons_opinion_is_needed_for_section_36_alone(shipped: Register) -> None:
    needing = {each.citation.section for each in shipped if Need.QUALIFIED_PERSON in each.needs}
    assert needing == {"36"}


def test_a_purpose_is_needed_for_three_limbs_of_section_31(shipped: Register) -> None:
    needing = [each.citation.short for each in shipped if Need.PURPOSE in each.needs]
    assert needing == ["s31(1)(g)", "s31(1)(h)", "s31(1)(i)"]


def test_what_bites_is_national_security_by_need_and_safety_by_danger(shipped: Register) -> None:
    by_basis = {
        basis: {each.citation.section for each in shipped if each.basis is basis}
        for basis in (Basis.NECESSITY, Basis.ENDANGERMENT)
    }
    assert by_basis == {Basis.NECESSITY: {"24", "34"}, Basis.ENDANGERMENT: {"38"}}


@pytest.mark.parametrize("cited", ["s21(1)", "s43(1)"])
def test_some_exemptions_have_no_limb_to_neither_confirm_nor_deny(
    shipped: Register, cited: str
) -> None:
    assert shipped.require(cited).ncnd is None


def test_emissions_take_four_exceptions_away(shipped: Register) -> None:
    gone = [each.citation.number for each in shipped if not each.emissions]
    assert gone == ["12(5)(d)", "12(5)(e)", "12(5)(f)", "12(5)(g)"]


def test_sections_that_leave_no_room_for_each_other_conflict(shipped: Register) -> None:
    pairs = [("s30(1)(a)", "s31(1)(a)"), ("s23(1)", "s24(1)"), ("s35(1)(a)", "s36(2)(c)")]
    for one, other in pairs:
        first, second = shipped.require(one).citation, shipped.require(other).citation
        assert shipped.conflicts([first, second]) == ((first, second),)


def test_what_was_not_seen_is_marked(shipped: Register) -> None:
    recalled = {each.citation.short for each in shipped if not each.verified}
    assert {"s31(3)", "s44(2)", "s23(5)", "s36(2)(a)(iii)", "s44(1)(b)", "reg 12(6)"} <= recalled
    assert not any(each.verified and not each.source for each in shipped)
