"""Every row of the exemptions beside the project stands in the register, with the same facts.

Where the register says something else on purpose, a table here says so and why.
"""

import json
import re

import pytest

from assistant.adapters.register_files import load_register
from assistant.domain.law.acts import Need, Provision, Register
from assistant.domain.law.citations import parse_citation
from tests import environment

pytestmark = pytest.mark.shared

ROWS = environment.SHARED / "law" / "exemptions.json"
MARKS = {"FOIA": "FOIA s", "FOIA-procedural": "FOIA s", "EIR": "EIR reg "}
# A row of two conditions in one stands in the register as two.
# Words by which a row says that something about it was not read in the Act itself.
NOT_READ = re.compile(r"recalled|not seen|headings only")
# Rows with such words that speak of something else, which has its own mark.
SEEN_ALL_THE_SAME = {
    "23(1)": "it is subsection (5) whose text was not seen",
    "28(1)": "it is subsection (2) whose current wording was not seen",
    "40(2) with 40(3A)(b)": "it is the number of the limb (5B)(a)(ii) that was recalled",
    "31(2)(a)": "paragraphs (a) to (d) were seen",
    "31(2)(b)": "paragraphs (a) to (d) were seen",
    "31(2)(c)": "paragraphs (a) to (d) were seen",
    "31(2)(d)": "paragraphs (a) to (d) were seen",
}
# Rows without such words that the register marks as not verified.
NOT_VERIFIED_ALL_THE_SAME = {
    "9(2)": "its source is another body's manual, which is commentary",
    "30(2)": "its source was seen up to paragraph (a), and the exemption needs (b) as well",
}
# Rows that any authority may use, where the register adds who in practice can.
ANY = {"any", ""}
# What is marked as verified although no row stands for it, and where it was seen.
VERIFIED_BESIDE = {
    "FOIA": {
        "1(1)(a)", "1(1)(b)", "1(2)", "1(4)", "1(5)", "1(6)",  # the text of section 1
        "2(1)", "2(1)(b)", "2(2)", "2(2)(b)",  # as enacted
        "8(1)", "8(1)(a)", "8(1)(b)", "8(1)(c)", "8(2)",  # quoted by the Commissioner
        "10(1)", "10(2)", "10(3)", "10(4)", "10(5)", "10(6)",  # legislation.gov.uk
        "11(1)", "11(1A)", "12(4)", "13(1)", "16(1)", "16(2)",  # the same, and its notes
        "17(1)", "17(1)(a)", "17(1)(b)", "17(1)(c)", "17(2)", "17(3)", "17(3)(a)", "17(3)(b)",
        "17(4)", "17(5)", "17(6)",  # the Commissioner
        "19(1)", "19(2A)", "45", "50(1)", "50(2)",
        "22(1)(a)", "22(1)(b)", "22(1)(c)",
        "22A(1)(a)", "22A(1)(b)(i)", "22A(1)(b)(ii)", "22A(1)(b)(iii)", "22A(1)(b)(iv)",
        "24(3)", "27(3)", "30(1)(a)(i)", "30(1)(a)(ii)",
        "30(2)(a)(i)", "30(2)(a)(ii)", "30(2)(a)(iii)", "30(2)(a)(iv)",
        "33(2)", "34(3)", "34(4)", "35(2)", "35(4)", "36(1)", "36(4)", "36(5)", "39(1A)",
        "36(2)(a)(iii)",  # as enacted, until 2007
        "40(2)",  # without a condition
        "41(1)(a)", "41(1)(b)",
    },
    "EIR": {
        "2(1)", "5(2)", "9(2)", "9(4)", "12(1)(b)", "12(2)", "12(3)", "12(9)",
        "12(5)(f)(i)", "12(5)(f)(ii)", "12(5)(f)(iii)",
        "13(1)",  # without a condition
        "14(1)", "14(2)", "14(3)", "14(4)", "14(5)",
    },
    "UK GDPR": {"12(3)", "15(1)", "6(1)(f)"},
}  # fmt: skip
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


def recalled(row: dict[str, str | None]) -> bool:
    """Whether a row says that it was not read in the Act, the named exceptions apart."""
    said = " ".join(str(row[key]) for key in ("verified", "note", "prejudice_to"))
    if row["subsection"] in SEEN_ALL_THE_SAME:
        return False
    return bool(NOT_READ.search(said)) or row["subsection"] in NOT_VERIFIED_ALL_THE_SAME


def test_what_a_row_recalls_the_register_marks_as_not_verified(
    rows: list[dict[str, str | None]], register: Register
) -> None:
    for row in rows:
        for each in provisions(register, row):
            assert (str(each.citation), each.verified) == (str(each.citation), not recalled(row))


def test_the_tables_of_differences_name_rows_that_differ(
    rows: list[dict[str, str | None]],
) -> None:
    by_name = {row["subsection"]: row for row in rows if row["regime"] != "EIR"}
    for name in SEEN_ALL_THE_SAME:
        said = f"{by_name[name]['verified']} {by_name[name]['note']}"
        assert NOT_READ.search(said), name
    for name in NOT_VERIFIED_ALL_THE_SAME:
        assert not NOT_READ.search(f"{by_name[name]['verified']} {by_name[name]['note']}"), name


def test_the_limbs_that_were_not_seen_are_marked(register: Register) -> None:
    # The list of what a practitioner has to check before release.
    named = ["s17(7)", "s23(3)", "s23(5)", "s28(2)", "s31(3)", "s36(2)(a)(iii)", "s44(1)(b)"]
    named += ["s44(2)", "reg 7(1)", "reg 11(4)", "reg 12(6)", "reg 13(2B)", "reg 13(3A)"]
    named += ["reg 13(5A)", "reg 13(5B)"]
    assert not [cite for cite in named if register.require(cite).verified]


def test_nothing_beside_the_rows_is_verified_but_what_is_named_here(
    rows: list[dict[str, str | None]], register: Register
) -> None:
    in_rows = {each for row in rows for each in provisions(register, row)}
    limbs = {register.find(each.ncnd) for each in in_rows if each.ncnd}
    beside: dict[str, set[str]] = {}
    for each in register:
        if each.verified and each not in in_rows and each not in limbs:
            beside.setdefault(str(each.citation.act), set()).add(each.citation.number)
    assert beside == VERIFIED_BESIDE


def test_who_may_use_a_provision_is_said_where_a_row_says_so(
    rows: list[dict[str, str | None]], register: Register
) -> None:
    for row in rows:
        for each in provisions(register, row):
            limited = row["who_can_use"] not in ANY
            assert (str(each.citation), bool(each.who_may_use)) == (str(each.citation), limited)


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", text.lower()))


def test_the_interest_is_in_the_words_of_the_row(
    rows: list[dict[str, str | None]], register: Register
) -> None:
    # The row gives section 36(2)(a)(iii) as enacted; the register's present words differ.
    for row in rows:
        for each in provisions(register, row):
            if row["prejudice_to"] and row["subsection"] != "36(2)(a)(iii)":
                missing = words(each.prejudice_to) - words(row["prejudice_to"])
                assert len(missing) <= len(words(each.prejudice_to)) // 3, (each.citation, missing)


def test_every_test_of_harm_has_the_words_of_its_threshold(
    rows: list[dict[str, str | None]], register: Register
) -> None:
    for row in rows:
        for each in provisions(register, row):
            harm = row["class_or_prejudice"].split()[0] in {"prejudice", "endangerment"}
            eir = row["regime"] == "EIR"
            if harm:
                assert ("would adversely affect" if eir else "likely") in each.threshold
                assert not (eir and "likely" in each.threshold)


def test_what_needs_a_person_is_said_where_a_row_says_so(
    rows: list[dict[str, str | None]], register: Register
) -> None:
    for row in rows:
        note = row["note"] or ""
        for each in provisions(register, row):
            assert (Need.QUALIFIED_PERSON in each.needs) is ("QUALIFIED PERSON" in note)
            assert (Need.PURPOSE in each.needs) is ("MUST also cite the 31(2)" in note)
            assert (Need.COMPLETION in each.needs) is ("estimated completion" in note)
            assert (Need.ENACTMENT in each.needs) is ("name the enactment" in note)
