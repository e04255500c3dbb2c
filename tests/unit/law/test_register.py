from collections.abc import Mapping
from datetime import date

import pytest

from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import (
    Basis,
    Need,
    ProvisionKind,
    Regime,
    Register,
    Standing,
)
from assistant.domain.law.citations import Act, Citation, parse_citation
from assistant.domain.law.register import register_from

FOIA: dict[str, object] = {
    "act": "FOIA",
    "regime": "FOI",
    "section": [
        {
            "title": "Investigations",
            "kind": "exemption",
            "standing": "qualified",
            "basis": "class",
            "ncnd": "30(3)",
            "excludes": ["31(1)"],
            "limb": [{"cite": "30(1)(a)"}, {"cite": "30(3)", "kind": "ncnd"}],
        },
        {
            "title": "Law enforcement",
            "kind": "exemption",
            "standing": "qualified",
            "basis": "prejudice",
            "ncnd": "31(3)",
            "excludes": ["30"],
            "valid_from": date(2005, 1, 1),
            "source": "the Act",
            "limb": [
                {
                    "cite": "31(1)(a)",
                    "prejudice_to": "the prevention or detection of crime",
                    "verified": True,
                },
                {"cite": "31(1)(g)", "prejudice_to": "functions", "needs": ["purpose"]},
                {"cite": "31(3)", "kind": "ncnd", "valid_until": date(2030, 1, 1)},
            ],
        },
        {"title": "Refusal", "kind": "duty", "limb": [{"cite": "17(1)"}, {"cite": "17(1)(a)"}]},
    ],
}
INTERNAL: dict[str, object] = {
    "title": "Internal communications",
    "kind": "exception",
    "standing": "qualified",
    "basis": "class",
    "limb": [{"cite": "12(4)(e)"}],
}
EIR: dict[str, object] = {
    "act": "EIR",
    "regime": "EIR",
    "section": [
        INTERNAL,
        {
            "title": "Personal data",
            "kind": "exception",
            "standing": "absolute",
            "basis": "class",
            "limb": [{"cite": "13(1)"}, {"cite": "13(2A)", "cited_with": "13(1)"}],
        },
    ],
}


def cite(text: str) -> Citation:
    citation = parse_citation(text)
    assert citation is not None
    return citation


@pytest.fixture
def register() -> Register:
    return register_from({"foia.toml": FOIA, "eir.toml": EIR})


def test_the_register_keeps_the_order_of_its_files(register: Register) -> None:
    assert [str(each.citation) for each in register] == [
        "FOIA s30(1)(a)",
        "FOIA s30(3)",
        "FOIA s31(1)(a)",
        "FOIA s31(1)(g)",
        "FOIA s31(3)",
        "FOIA s17(1)",
        "FOIA s17(1)(a)",
        "EIR reg 12(4)(e)",
        "EIR reg 13(1)",
        "EIR reg 13(2A)",
    ]
    assert len(register) == 10


def test_a_limb_has_what_its_section_says_and_its_own(register: Register) -> None:
    limb = register.require("s31(1)(a)")
    assert (limb.kind, limb.standing) == (ProvisionKind.EXEMPTION, Standing.QUALIFIED)
    assert (limb.basis, limb.regime) == (Basis.PREJUDICE, Regime.FOI)
    assert limb.ncnd == cite("s31(3)")
    assert limb.prejudice_to == "the prevention or detection of crime"
    assert register.require("s31(1)(g)").needs == (Need.PURPOSE,)
    assert register.require("reg 13(2A)").cited_with == cite("reg 13(1)")


def test_a_limb_to_neither_confirm_nor_deny_stands_for_itself(register: Register) -> None:
    ncnd = register.require("s31(3)")
    assert ncnd.ncnd is None
    assert ncnd.excludes == ()


@pytest.mark.parametrize("spelling", ["s31(1)(a)", "Section 31 (1) (a)", "FOIA s31(1)(a)"])
def test_a_provision_is_found_however_it_is_spelt(register: Register, spelling: str) -> None:
    found = register.find(spelling)
    assert found is not None
    assert found == register.find(Citation(Act.FOIA, "31", ("1", "a")))


@pytest.mark.parametrize("spelling", ["s31", "s99", "nothing", ""])
def test_what_the_register_does_not_hold_is_not_found(register: Register, spelling: str) -> None:
    assert register.find(spelling) is None


def test_what_is_required_and_missing_is_refused_with_what_there_is(register: Register) -> None:
    with pytest.raises(NotAllowed, match=r"one of: FOIA s31\(1\)\(a\), FOIA s31\(1\)\(g\)"):
        register.require("s31(1)(z)")
    with pytest.raises(NotAllowed, match="Check the number"):
        register.require("s99")


def test_a_sub_paragraph_is_covered_by_the_limb_above_it(register: Register) -> None:
    assert register.covering("s30(1)(a)(i)") == register.find("s30(1)(a)")
    assert register.covering("s31(1)(a)") == register.find("s31(1)(a)")
    assert register.covering("s31") is None
    assert register.covering("nothing") is None


def test_the_limbs_of_a_section_are_all_its_provisions(register: Register) -> None:
    limbs = [str(each.citation) for each in register.limbs_of("s31", date(2029, 1, 1))]
    assert limbs == ["FOIA s31(1)(a)", "FOIA s31(1)(g)", "FOIA s31(3)"]
    assert register.limbs_of(cite("s31(1)(a)")) == register.limbs_of("s31")
    assert register.limbs_of("nothing") == ()


@pytest.mark.parametrize(
    ("regime", "count"),
    [(Regime.FOI, 3), (Regime.EIR, 3), (Regime.MIXED, 6), (Regime.SAR, 0), (Regime.BAU, 0)],
)
def test_a_regime_has_its_own_exemptions(register: Register, regime: Regime, count: int) -> None:
    assert len(register.exemptions(regime)) == count


def test_exemptions_that_cannot_cover_the_same_information_conflict(register: Register) -> None:
    one, other = cite("s30(1)(a)(i)"), cite("s31(1)(a)")
    assert register.conflicts([one, other, one]) == ((one, other),)
    assert register.conflicts([other, one]) == ((other, one),)
    assert register.conflicts([other, cite("s31(1)(g)"), cite("s17(1)"), cite("s77")]) == ()
    assert register.conflicts([cite("s30(3)"), cite("s31(3)")]) == ()


def test_the_public_interest_test_follows_from_the_standing(register: Register) -> None:
    tests = {
        spelling: str(register.require(spelling).public_interest_test)
        for spelling in ("s31(1)(a)", "s31(3)", "reg 12(4)(e)", "reg 13(1)", "s17(1)")
    }
    assert tests == {
        "s31(1)(a)": "FOIA s2(2)(b)",
        "s31(3)": "FOIA s2(1)(b)",
        "reg 12(4)(e)": "EIR reg 12(1)(b)",
        "reg 13(1)": "None",
        "s17(1)": "None",
    }


def replacing(*limbs: dict[str, object]) -> Register:
    """A register of two contents of one number, and of a number that has gone."""
    section = {"title": "Royal", "kind": "exemption", "standing": "absolute", "basis": "class"}
    gone = {"cite": "40(4)", "valid_until": date(2018, 5, 24), "replaced_by": "37(1)(a)"}
    return register_from(
        {
            "foia.toml": {
                "act": "FOIA",
                "regime": "FOI",
                "section": [section | {"limb": [*limbs, gone]}],
            }
        }
    )


def test_one_number_may_have_two_contents_one_after_the_other() -> None:
    enacted = {"cite": "37(1)(a)", "standing": "qualified", "valid_until": date(2011, 1, 18)}
    present = {"cite": "37(1)(a)", "valid_from": date(2011, 1, 19)}
    for limbs in ((enacted, present), (present, enacted)):
        register = replacing(*limbs)
        standing = {
            day.year: register.require("s37(1)(a)", day).standing
            for day in (date(2010, 6, 1), date(2020, 6, 1))
        }
        assert standing == {2010: Standing.QUALIFIED, 2020: Standing.ABSOLUTE}
        assert register.require("s37(1)(a)").standing is Standing.ABSOLUTE
        assert [each.standing for each in register.versions("s37(1)(a)")] == [
            Standing.QUALIFIED,
            Standing.ABSOLUTE,
        ]


def test_contents_of_one_number_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match=r"stands already in foia\.toml"):
        replacing({"cite": "37(1)(a)", "valid_until": date(2011, 1, 19)}, {"cite": "37(1)(a)"})


def test_what_was_replaced_is_found_and_says_so_but_is_offered_no_more() -> None:
    register = replacing({"cite": "37(1)(a)"})
    gone = register.require("s40(4)")
    assert (gone.is_present, gone.replaced_by) == (False, cite("s37(1)(a)"))
    assert register.find("s40(4)", date(2018, 5, 24)) == gone
    assert register.find("s40(4)", date(2018, 5, 25)) is None
    assert register.covering("s40(4)(a)", date(2018, 5, 24)) == gone
    assert register.limbs_of("s40") == ()
    assert register.limbs_of("s40", date(2018, 5, 24)) == (gone,)
    assert gone not in register.exemptions(Regime.FOI)
    assert gone in register.exemptions(Regime.FOI, date(2018, 5, 24))


def test_a_paragraph_that_refuses_nothing_alone_is_not_offered() -> None:
    register = replacing(
        {"cite": "22(1)"},
        {"cite": "22(1)(a)", "together": True, "cited_with": "22(1)"},
        {"cite": "37(1)(a)"},
    )
    assert [each.citation.short for each in register.exemptions(Regime.FOI)] == [
        "s22(1)",
        "s37(1)(a)",
    ]
    assert register.require("s22(1)(a)").together


def test_a_supplementary_limb_takes_over_no_test_from_its_section() -> None:
    section = {
        "title": "Defence",
        "kind": "exemption",
        "standing": "qualified",
        "basis": "class",
        "ncnd": "26(3)",
        "source": "the Act",
        "limb": [
            {"cite": "26(1)(a)", "verified": True},
            {"cite": "26(2)", "kind": "supplement"},
            {"cite": "26(3)", "kind": "ncnd"},
        ],
    }
    register = register_from({"a.toml": {"act": "FOIA", "regime": "FOI", "section": [section]}})
    said = register.require("s26(2)")
    assert (said.standing, said.basis, said.ncnd) == (Standing.NONE, Basis.NONE, None)
    assert (said.title, said.source, said.verified) == ("Defence", "the Act", False)


def test_a_provision_is_in_force_between_its_dates(register: Register) -> None:
    limb, always = register.require("s31(3)"), register.require("s17(1)")
    assert not limb.in_force(date(2004, 12, 31))
    assert limb.in_force(date(2005, 1, 1))
    assert not limb.in_force(date(2030, 1, 2))
    assert always.in_force(date(1999, 1, 1))


def changed(limb: Mapping[str, object] | None = None, **section: object) -> dict[str, object]:
    """A document of one section, with something else in it or in its limb."""
    first = INTERNAL | section
    if limb is not None:
        first["limb"] = [{"cite": "12(4)(e)"} | limb]
    return {"act": "EIR", "regime": "EIR", "section": [first]}


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ({"regime": "FOI"}, "bad.toml: `act` has to be one of FOIA"),
        ({"act": "FOIA", "regime": "X"}, "bad.toml: `regime` has to be one of FOI"),
        ({"act": "FOIA", "regime": "FOI"}, r"needs at least one \[\[section\]\]"),
        ({"act": "FOIA", "regime": "FOI", "section": ["x"]}, "each section has to be a table"),
        (changed(limb=None, limb_=[]), "unknown key 'limb_'"),
        (changed({"colour": "red"}), r"communications, 12\(4\)\(e\): unknown key 'colour'"),
        (changed({"title": ""}), "needs a title"),
        (changed({"title": 5}), "`title` has to be str, not 5"),
        (changed({"cite": "twelve"}), "a number like 31"),
        (changed({"cite": 12}), "`cite` has to be str"),
        (changed({"cite": "12 (4)(e)"}), "a number like 31"),
        (changed({"standing": "fairly"}), "`standing` has to be one of absolute"),
        (changed({"standing": "none"}), "absolute, qualified or partly"),
        (changed({"basis": "none"}), "what the exemption rests on"),
        (changed({"basis": "prejudice"}), "names the interest in `prejudice_to`"),
        (changed({"kind": "rule"}), "`kind` has to be one of exemption"),
        (changed(limb={"verified": "yes"}), "`verified` has to be bool"),
        (changed(limb={"verified": True}), "names where it was seen"),
        (changed(limb=None, verified=True), "section 1: say `verified` in each limb"),
        (changed({"together": True}), "names its exemption in `cited_with`"),
        (changed({"replaced_by": "12(4)(e)"}), "says until when in `valid_until`"),
        (
            changed({"replaced_by": "12(1)", "valid_until": date(2010, 1, 1)}),
            r"`replaced_by` is EIR reg 12\(1\), which is not in the register",
        ),
        (changed({"needs": "purpose"}), "`needs` has to be list"),
        (changed({"needs": ["luck"]}), "`needs` has to be one of qualified-person"),
        (changed({"valid_from": "2005"}), "`valid_from` has to be date"),
        (
            changed({"valid_from": date(2010, 1, 1), "valid_until": date(2009, 1, 1)}),
            "`valid_until` is before",
        ),
        (changed({"ncnd": "12(6)"}), r"`ncnd` is EIR reg 12\(6\), which is not in the register"),
        (changed({"ncnd": "12(4)(e)"}), "which is of kind exception"),
        (changed({"cited_with": "12(1)"}), "`cited_with` is EIR reg"),
        (changed({"excludes": ["19"]}), "`excludes` names EIR reg 19"),
        (changed(limb=None) | {"section": [{"title": "Empty"}]}, r"at least one \[\[limb\]\]"),
    ],
)
def test_a_fault_names_its_file_and_its_row(document: dict[str, object], fault: str) -> None:
    with pytest.raises(ValueError, match=fault) as raised:
        register_from({"bad.toml": document})
    assert str(raised.value).startswith("bad.toml")


def test_a_provision_that_stands_twice_is_refused_with_both_places() -> None:
    with pytest.raises(ValueError, match=r"two.toml, .*: stands already in one.toml, "):
        register_from({"one.toml": EIR, "two.toml": EIR})
