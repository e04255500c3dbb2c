"""Facts stand in the case, rules in the right regime, and the words are plain."""

from dataclasses import replace

import pytest

from tests.unit.letters.checks.letters import Letter, Pair, hold
from tests.unit.letters.checks.other_letters import GIVEN, NOT_HELD, OWN_RECORDS, QUARRY
from tests.unit.letters.checks.refusals import CATERING, CONFIDED, ROTA, STAFF
from tests.unit.letters.checks.special_letters import COST, FRANK, LICENSING, PUBLISHED

_LONG = (
    "The board met when the tide was high and the wind had turned and the boats were in and the"
    " nets were dry and the fish were sold and the boys were home and the lamps were lit and the"
    " men were fed and the songs were sung and the fires were low and the dogs were quiet and the"
    " night was long and the morning was far away from all of them."
)

PAIRS = (
    Pair("figure-not-in-evidence", GIVEN, GIVEN.but(("4,210", "4,120")), "a count"),
    Pair("figure-not-in-evidence", COST, COST.but(("files from the boxes | 6", "files | 16"))),
    Pair(
        "date-not-in-evidence",
        FRANK,
        FRANK.but(("on 5 January 2026", "on 6 January 2026")),
        "a day",
    ),
    Pair(
        "date-not-in-evidence",
        NOT_HELD,
        NOT_HELD.but(("searched the archive", "searched the archive of 3 March 2019")),
        "of a search",
    ),
    Pair(
        "name-not-in-evidence",
        CONFIDED,
        CONFIDED.but(("The surveyor gave", "Mr Hollis Tarrant gave")),
        "after a title",
    ),
    Pair(
        "name-not-in-evidence",
        GIVEN,
        GIVEN.but(("is Greenways Haulage", "is Brightwater Haulage")),
        "of a firm",
    ),
    Pair(
        "link-not-in-evidence",
        PUBLISHED,
        PUBLISHED.but(("northshire.example/harbour-board", "southshire.example/harbour-board")),
        "an address of the web",
    ),
    Pair(
        "link-not-in-evidence",
        STAFF,
        STAFF.but(("foi@northshire.example", "foi@southshire.example")),
        "an e-mail address",
    ),
    Pair(
        "sar-rule-in-foi",
        GIVEN,
        GIVEN.but(("If anything", "Please send a copy of your passport. If anything")),
        "identification",
    ),
    Pair(
        "sar-rule-in-foi",
        ROTA,
        ROTA.but(
            ("You asked for the", "We had to answer within one month. You asked for the"),
        ),
        "a month",
    ),
    Pair(
        "eir-rule-in-foi",
        FRANK,
        FRANK.but(("The case for", "We apply a presumption in favour of disclosure. The case for")),
        "the presumption",
    ),
    Pair(
        "eir-rule-in-foi",
        CATERING,
        CATERING.but(("would be likely to prejudice", "would adversely affect")),
        "an adverse effect",
    ),
    Pair(
        "foi-rule-in-eir",
        QUARRY,
        QUARRY.but(("We began from", "It is a qualified exemption. We began from")),
        "a qualified exemption",
    ),
    Pair(
        "foi-rule-in-eir",
        QUARRY,
        QUARRY.plus("This is a refusal notice under section 17(1).", "We began"),
        "section 17",
    ),
    Pair(
        "foi-rule-in-sar",
        OWN_RECORDS,
        OWN_RECORDS.but(("Enclosed is", "We have 20 working days to answer. Enclosed is")),
        "twenty days",
    ),
    Pair(
        "foi-rule-in-sar",
        OWN_RECORDS,
        OWN_RECORDS.but(
            ("Enclosed is", "The rest is exempt under section 40(2) of FOIA. Enclosed is")
        ),
        "an exemption",
    ),
    Pair("plain-english", GIVEN, GIVEN.but(("is below.", "is set out herein.")), "herein"),
    Pair(
        "plain-english",
        LICENSING,
        LICENSING.but(("A firm that is warned", "Notwithstanding the foregoing, a firm")),
        "notwithstanding",
    ),
    Pair("long-sentence", GIVEN, GIVEN.plus(_LONG, "If anything in")),
)
SILENT = (
    ("figure-not-in-evidence", GIVEN.but(("4,210", "4210"))),
    ("figure-not-in-evidence", ROTA.but(("within 40 working days", "within 20 working days"))),
    (
        "figure-not-in-evidence",
        ROTA.plus("The Commissioner said so in [2021] UKUT 5 (AAC).", "Balance\n"),
    ),
    ("date-not-in-evidence", GIVEN.but(("10 December 2025", "10/12/2025"))),
    ("name-not-in-evidence", GIVEN.but(("Mill Lane", "mill lane"))),
    (
        "name-not-in-evidence",
        ROTA.plus("The Police and Criminal Evidence Act 1984 says so.", "Balance\n"),
    ),
    (
        "link-not-in-evidence",
        PUBLISHED.but(("https://www.northshire.example/har", "www.northshire.example/har")),
    ),
    (
        "link-not-in-evidence",
        ROTA.but(("https://ico.org.uk/make-a-complaint", "https://ico.org.uk")),
    ),
    ("sar-rule-in-foi", OWN_RECORDS),
    ("foi-rule-in-eir", ROTA),
    ("eir-rule-in-foi", QUARRY),
    ("foi-rule-in-sar", ROTA),
    ("plain-english", GIVEN.but(("is below.", "is set out here."))),
    ("long-sentence", GIVEN.plus(_LONG.replace(" and the dogs", ". The dogs"), "If anything in")),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda each: each.name)
def test_what_does_not_belong_into_this_letter_is_found(pair: Pair) -> None:
    hold(pair)


@pytest.mark.parametrize(("rule", "letter"), SILENT)
def test_what_belongs_into_this_letter_is_not_found(rule: str, letter: Letter) -> None:
    assert rule not in letter.rules()


def test_a_year_of_the_case_is_no_figure_from_nowhere() -> None:
    facts = replace(GIVEN.facts, evidence=(*(GIVEN.facts.evidence or ()), "Easter 2024"))
    letter = Letter(GIVEN.text.replace("Easter week:", "Easter week 2024:"), facts)
    assert "figure-not-in-evidence" not in letter.rules()
