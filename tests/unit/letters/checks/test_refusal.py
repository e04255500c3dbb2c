"""A refusal says that it is one, under which provision and limb, and under no other law."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.domain.law.acts import Regime
from tests.unit.letters.checks.letters import Letter, Pair, hold
from tests.unit.letters.checks.other_letters import GIVEN, QUARRY
from tests.unit.letters.checks.refusals import (
    CATERING,
    CONFIDED,
    INFORMERS,
    ROTA,
    STAFF,
)
from tests.unit.letters.checks.special_letters import (
    BODIES,
    COST,
    LICENSING,
    PUBLISHED,
    UNDERCOVER,
    VEXATIOUS,
)

# The first day of the Data Protection Act 2018.
OF_2018 = Letter(STAFF.text, replace(STAFF.facts, letter_date=date(2018, 5, 25)))

PAIRS = (
    Pair(
        "refusal-not-stated",
        ROTA,
        ROTA.but(
            (
                "We hold the rota. We are refusing to disclose it, because it is exempt under",
                "We hold the rota. It raises",
            ),
            (" This letter is our refusal notice under section 17(1).", ""),
        ),
        "headed",
    ),
    Pair(
        "refusal-not-stated",
        VEXATIOUS,
        VEXATIOUS.but(
            (
                (
                    "is refused as vexatious under section 14(1) of the Freedom of Information"
                    " Act 2000,"
                    " and this is the notice that section 17(5) requires"
                ),
                "is one to which section 14(1) of the Freedom of Information Act 2000 applies",
            ),
        ),
        "one paragraph",
    ),
    Pair(
        "exemption-not-cited",
        STAFF,
        STAFF.but(
            (
                (
                    "exempt under section 40(2) of the Freedom of Information Act 2000, by virtue"
                    " of\n"
                    "section 40(3A)(a)."
                ),
                "personal.",
            ),
        ),
        "FOIA",
    ),
    Pair(
        "exemption-not-cited",
        QUARRY,
        QUARRY.but(
            (" in regulation 12(5)(e) of the Environmental Information Regulations 2004", "")
        ),
        "EIR",
    ),
    Pair(
        "part-without-exemption",
        INFORMERS,
        INFORMERS.but((" It is exempt under section 31(1)(a).", " It is withheld.")),
    ),
    Pair("subsection-missing", ROTA, Letter(ROTA.text.replace("31(1)(a)", "31"), ROTA.facts), "31"),
    Pair("subsection-missing", STAFF, STAFF.but(("40(2)", "40"), ("40(3A)(a)", "40")), "40"),
    Pair("subsection-missing", QUARRY, QUARRY.but(("12(5)(e)", "12(5)")), "reg 12"),
    Pair("only-subsection-missing", PUBLISHED, PUBLISHED.but(("21(1)", "21"))),
    Pair("exemption-does-not-exist", CATERING, CATERING.but(("43(2)", "43(7)")), "no such limb"),
    Pair("exemption-does-not-exist", CONFIDED, CONFIDED.but(("41(1)", "46(1)")), "no exemption"),
    Pair("exemption-does-not-exist", QUARRY, QUARRY.but(("12(5)(e)", "12(5)(k)")), "no exception"),
    Pair(
        "exemption-of-other-regime",
        CATERING,
        CATERING.but(("section 43(2)", "regulation 12(5)(e) of the EIR")),
        "an exception under FOIA",
    ),
    Pair(
        "exemption-of-other-regime",
        QUARRY,
        QUARRY.but(
            (
                (
                    "the exception in regulation 12(5)(e) of the Environmental Information"
                    " Regulations"
                    " 2004 is engaged"
                ),
                "section 43(2) of the Freedom of Information Act 2000 applies",
            ),
        ),
        "an exemption under the EIR",
    ),
    Pair(
        "exemption-of-other-regime",
        CONFIDED,
        CONFIDED.but(
            (
                "the Freedom of Information Act 2000",
                "the Freedom of Information (Scotland) Act 2002",
            )
        ),
        "Scottish",
    ),
    Pair(
        "not-in-force",
        STAFF,
        STAFF.but(("40(3A)(a)", "40(3)(a)(i)")),
    ),
    Pair(
        "claimed-not-named",
        BODIES,
        BODIES.but(
            ("; to the extent that it is not, section 24(1) applies in the alternative", ""),
            ("Section 24(1): the", "The"),
            ("The public interest under section 24(1)", "The public interest"),
        ),
    ),
    Pair("claimed-not-named", CATERING, CATERING.but(("43(2)", "41(1)")), "another named"),
    Pair("named-not-claimed", CATERING, CATERING.but(("43(2)", "43(1)")), "another limb"),
    Pair(
        "named-not-claimed",
        COST,
        COST.plus("The letters are also exempt under section 40(2).", "Our estimate"),
        "one more",
    ),
)
SILENT = (
    ("refusal-not-stated", ROTA.but(("are refusing to disclose it", "are not able to release it"))),
    ("refusal-not-stated", CONFIDED.but(("refuses to disclose it", "must keep it back"))),
    ("refusal-not-stated", GIVEN),
    ("exemption-not-cited", GIVEN),
    ("subsection-missing", ROTA.but(("Why section 31(1)(a) applies", "Why section 31 applies"))),
    ("only-subsection-missing", PUBLISHED.plus("So section 21 stands.", "This exemption")),
    ("exemption-does-not-exist", ROTA.plus("The code under section 45 asks us so.", "Balance\n")),
    (
        "exemption-of-other-regime",
        QUARRY.plus(
            "Section 39 of the Freedom of Information Act 2000 takes it out of that Act.",
            "We began",
        ),
    ),
    ("not-in-force", OF_2018),
    ("named-not-claimed", ROTA.plus("We do not rely on section 38(1)(b).", "Balance\n")),
    ("named-not-claimed", LICENSING),
    ("claimed-not-named", UNDERCOVER),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda each: each.name)
def test_a_refusal_that_does_not_say_what_it_is_is_found(pair: Pair) -> None:
    hold(pair)


@pytest.mark.parametrize(("rule", "letter"), SILENT)
def test_a_refusal_in_other_words_is_one(rule: str, letter: Letter) -> None:
    assert rule not in letter.rules()


@pytest.mark.parametrize("regime", [Regime.BAU, Regime.MIXED])
def test_other_regimes_have_no_exemptions_to_confuse(regime: Regime) -> None:
    letter = Letter(ROTA.text, replace(ROTA.facts, regime=regime))
    assert "exemption-of-other-regime" not in letter.rules()


def test_a_letter_whose_outcome_nobody_recorded_is_a_refusal_by_what_it_cites() -> None:
    letter = ROTA.without("You may ask", "If you are unhappy")
    unknown = Letter(letter.text, replace(ROTA.facts, outcome=None))
    assert "review-missing" in unknown.rules()
    assert "review-missing" not in Letter(ROTA.text, unknown.facts).rules()
