from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.adapters.register_files import load_register
from assistant.domain.law.acts import Basis, Need, ProvisionKind, Regime, Register, Standing
from tests import environment

LAST_DAY_OF_1998_ACT = date(2018, 5, 24)
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
    gone = [each.citation.number for each in shipped if not (each.emissions or each.together)]
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


LIMBS_OF_PART_TWO = {
    "21": "21(1) 21(2)(a) 21(2)(b) 21(3)",
    "22": "22(1) 22(1)(a) 22(1)(b) 22(1)(c) 22(2)",
    "22A": "22A(1) 22A(1)(a) 22A(1)(b)(i) 22A(1)(b)(ii) 22A(1)(b)(iii) 22A(1)(b)(iv) 22A(2)",
    "23": "23(1) 23(3) 23(5)",
    "24": "24(1) 24(2) 24(3) 24(4)",
    "26": "26(1)(a) 26(1)(b) 26(2) 26(3)",
    "27": "27(1)(a) 27(1)(b) 27(1)(c) 27(1)(d) 27(2) 27(3) 27(4)(a) 27(4)(b)",
    "28": "28(1) 28(2) 28(3)",
    "29": "29(1)(a) 29(1)(b) 29(2)",
    "30": "30(1)(a)(i) 30(1)(a)(ii) 30(1)(b) 30(1)(c) 30(2)(a)(i) 30(2)(a)(ii) 30(2)(a)(iii) "
    "30(2)(a)(iv) 30(2)(b) 30(3)",
    "31": " ".join(
        [f"31(1)({each})" for each in "abcdefghi"] + [f"31(2)({each})" for each in "abcdefghij"]
    )
    + " 31(3)",
    "32": "32(1)(a) 32(1)(b) 32(1)(c)(i) 32(1)(c)(ii) 32(2)(a) 32(2)(b) 32(3)",
    "33": "33(1)(a) 33(1)(b) 33(2) 33(3)",
    "34": "34(1) 34(2) 34(3)",
    "35": "35(1)(a) 35(1)(b) 35(1)(c) 35(1)(d) 35(2) 35(3) 35(4)",
    "36": "36(2)(a)(i) 36(2)(a)(ii) 36(2)(a)(iii) 36(2)(b)(i) 36(2)(b)(ii) 36(2)(c) 36(3) 36(5)",
    "37": "37(1)(a) 37(1)(aa) 37(1)(ab) 37(1)(ac) 37(1)(ad) 37(1)(b) 37(2)",
    "38": "38(1)(a) 38(1)(b) 38(2)",
    "39": "39(1)(a) 39(1)(b) 39(2)",
    "40": "40(1) 40(2) 40(3A)(a) 40(3A)(b) 40(3B) 40(4A)(a) 40(4A)(b) 40(5A) 40(5B)(a)(i) "
    "40(5B)(a)(ii) 40(5B)(b) 40(5B)(c) 40(5B)(d) 40(7) 40(8)",
    "41": "41(1) 41(1)(a) 41(1)(b) 41(2)",
    "42": "42(1) 42(2)",
    "43": "43(1) 43(2) 43(3)",
    "44": "44(1)(a) 44(1)(b) 44(1)(c) 44(2)",
}


@pytest.mark.parametrize("section", LIMBS_OF_PART_TWO)
def test_every_citable_limb_of_part_two_stands_in_the_register(
    shipped: Register, section: str
) -> None:
    for number in LIMBS_OF_PART_TWO[section].split():
        assert shipped.require(f"s{number}").is_present, number


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("s40(3)(a)(i)", "s40(3A)(a)"),
        ("s40(3)(a)(ii)", "s40(3B)"),
        ("s40(3)(b)", "s40(3A)(b)"),
        ("s40(4)", "s40(4A)(a)"),
        ("s40(5)(a)", "s40(5A)"),
        ("s40(5)(b)(i)", "s40(5B)(a)(i)"),
        ("s40(5)(b)(ii)", "s40(5B)(c)"),
        ("reg 13(2)(a)(i)", "reg 13(2A)"),
        ("reg 13(3)", "reg 13(3A)"),
        ("reg 13(5)(a)", "reg 13(5B)"),
    ],
)
def test_personal_data_was_exempt_under_other_numbers_until_25_may_2018(
    shipped: Register, before: str, after: str
) -> None:
    old, new = shipped.require(before), shipped.require(after)
    assert old.in_force(LAST_DAY_OF_1998_ACT)
    assert not old.in_force(LAST_DAY_OF_1998_ACT + timedelta(days=1))
    assert not new.in_force(LAST_DAY_OF_1998_ACT)
    assert new.in_force(LAST_DAY_OF_1998_ACT + timedelta(days=1))
    assert old.replaced_by == new.citation
    assert (old.kind, old.verified) == (new.kind, False)


@pytest.mark.parametrize(
    ("cited", "last_day"),
    [
        ("s37(1)(a)", date(2011, 1, 18)),
        ("s37(2)", date(2011, 1, 18)),
        ("s36(2)(a)(iii)", date(2007, 5, 24)),
        ("s40(1)", LAST_DAY_OF_1998_ACT),
        ("s40(2)", LAST_DAY_OF_1998_ACT),
        ("reg 13(1)", LAST_DAY_OF_1998_ACT),
    ],
)
def test_a_number_that_changed_its_content_is_found_by_the_day_of_a_letter(
    shipped: Register, cited: str, last_day: date
) -> None:
    old, new = shipped.versions(cited)
    assert shipped.find(cited, last_day) == old
    assert shipped.find(cited, last_day + timedelta(days=1)) == new == shipped.find(cited)
    assert old != new


def test_letters_to_the_sovereign_were_qualified_until_19_january_2011(shipped: Register) -> None:
    standing = [each.standing for each in shipped.versions("s37(1)(a)")]
    assert standing == [Standing.QUALIFIED, Standing.ABSOLUTE]


def test_research_was_no_exemption_before_october_2014(shipped: Register) -> None:
    assert shipped.find("s22A(1)", date(2014, 9, 30)) is None
    assert shipped.find("s22A(1)", date(2014, 10, 1)) is not None


def test_what_the_officer_may_tick_is_the_present_law_and_no_half_of_a_condition(
    shipped: Register,
) -> None:
    offered = [*shipped.exemptions(Regime.FOI), *shipped.exemptions(Regime.EIR)]
    assert all(each.is_present and not each.together for each in offered)
    assert len({each.citation for each in offered}) == len(offered)


def test_the_law_names_no_address_of_the_regulator(shipped: Register) -> None:
    texts = [f"{each.title} {each.note} {each.source}" for each in shipped]
    assert not [text for text in texts if "Wycliffe" in text or "ico.org" in text]
