"""A refusal tells of the internal review and of the Commissioner, and how to reach both."""

import pytest

from tests.unit.letters.checks.letters import Letter, Pair, hold
from tests.unit.letters.checks.other_letters import GIVEN, OWN_RECORDS, QUARRY, RECEIVED, UPHELD
from tests.unit.letters.checks.refusals import (
    BROADCAST,
    CATERING,
    CONFIDED,
    INFORMERS,
    ROTA,
    STAFF,
)
from tests.unit.letters.checks.special_letters import VEXATIOUS, WATCHED

PAIRS = (
    Pair(
        "review-missing",
        ROTA,
        ROTA.without("You may ask for an", "If you are unhappy with").but(
            ("If you remain dissatisfied, section", "Section")
        ),
        "headed",
    ),
    Pair(
        "review-missing",
        CATERING,
        CATERING.but(
            (
                (
                    "If you are not satisfied, please ask us for an internal review\nwithin two"
                    " months of"
                    " this letter, at foi@northshire.example. After that you can"
                ),
                "You can",
            ),
        ),
        "run in",
    ),
    Pair(
        "review-missing",
        QUARRY,
        QUARRY.but(
            (
                (
                    "If you disagree, you may ask us to reconsider within 40 working days, by"
                    " writing to"
                    " foi@northshire.example. "
                ),
                "",
            ),
        ),
        "EIR",
    ),
    Pair(
        "review-no-contact",
        ROTA,
        ROTA.but((" Write to foi@northshire-police.example.", "")),
        "headed",
    ),
    Pair(
        "review-no-contact",
        BROADCAST,
        BROADCAST.but((" from foi@northshire-police.example", "")),
        "numbered",
    ),
    Pair("review-no-time-limit", ROTA, ROTA.but((" within 40 working days", "")), "headed"),
    Pair("review-no-time-limit", WATCHED, WATCHED.but((" by 5 March 2026", "")), "a day"),
    Pair(
        "review-no-time-limit",
        STAFF,
        STAFF.but((" within 40 working days of this letter", "")),
        "capitals",
    ),
    Pair("no-right-to-complain", ROTA, ROTA.without("If you remain dissatisfied"), "headed"),
    Pair(
        "no-right-to-complain",
        VEXATIOUS,
        VEXATIOUS.but(
            (
                (
                    " The Information Commissioner (https://ico.org.uk) decides complaints under"
                    " section"
                    " 50."
                ),
                "",
            ),
        ),
        "one paragraph",
    ),
    Pair("no-right-to-complain", UPHELD, UPHELD.without("If you remain unhappy"), "of a review"),
    Pair(
        "regulator-missing",
        ROTA,
        ROTA.but(
            (
                (
                    "apply to the Information Commissioner for a decision:"
                    " https://ico.org.uk/make-a-complaint"
                ),
                "take the matter further",
            ),
        ),
        "headed",
    ),
    Pair(
        "regulator-missing",
        INFORMERS,
        INFORMERS.but(
            (
                (
                    "The Information Commissioner can decide on a complaint under section 50"
                    " after that;"
                    " see https://ico.org.uk."
                ),
                "You can complain further under section 50 after that.",
            ),
        ),
        "a sentence",
    ),
    Pair(
        "regulator-no-contact",
        ROTA,
        ROTA.but((" for a decision: https://ico.org.uk/make-a-complaint", " for a decision")),
        "a link",
    ),
    Pair(
        "regulator-no-contact",
        CATERING,
        CATERING.but((", Wycliffe\nHouse, Water Lane, Wilmslow SK9 5AF", "")),
        "an address",
    ),
    Pair(
        "section-50-unnamed",
        ROTA,
        ROTA.but(("section 50 of the Act lets you apply", "you may apply")),
        "headed",
    ),
    Pair("section-50-unnamed", CONFIDED, CONFIDED.but((" under section 50", "")), "a sentence"),
)
SILENT = (
    ("review-missing", GIVEN),
    ("review-missing", RECEIVED),
    ("review-missing", UPHELD),
    ("review-missing", OWN_RECORDS),
    ("review-missing", ROTA.but(("ask for an internal review", "ask us to look at this again"))),
    ("review-missing", ROTA.but(("ask for an internal review", "appeal to us"))),
    (
        "review-no-contact",
        ROTA.but(("Write to foi@northshire-police.example", "Please reply to this letter")),
    ),
    ("review-no-time-limit", ROTA.but(("within 40 working days", "by 5 March 2026"))),
    ("no-right-to-complain", ROTA.but(("Information Commissioner", "ICO"))),
    ("regulator-missing", ROTA.but(("Information Commissioner", "Information Commission"))),
    ("regulator-no-contact", ROTA.but(("https://ico.org.uk/make-a-complaint", "0303 123 1113"))),
    ("section-50-unnamed", ROTA.but(("section 50", "s.50"))),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda each: each.name)
def test_a_right_that_is_not_told_is_found(pair: Pair) -> None:
    hold(pair)


@pytest.mark.parametrize(("rule", "letter"), SILENT)
def test_a_right_that_is_told_in_other_words_is_told(rule: str, letter: Letter) -> None:
    assert rule not in letter.rules()


def test_the_contact_of_the_authority_is_not_that_of_the_regulator() -> None:
    address = ", Wycliffe\nHouse, Water Lane, Wilmslow SK9 5AF"
    letter = CATERING.but((address, ", and\nwe are at foi@northshire.example"))
    assert "regulator-no-contact" in letter.rules()
