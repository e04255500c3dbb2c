"""What nobody may leave in a letter is found, and what only looks like it is not."""

from dataclasses import replace

import pytest

from tests.unit.letters.checks.letters import Letter, Pair, hold
from tests.unit.letters.checks.other_letters import GIVEN, NOT_HELD, RECEIVED
from tests.unit.letters.checks.refusals import CATERING, CONFIDED, ROTA, STAFF
from tests.unit.letters.checks.special_letters import PUBLISHED

PAIRS = (
    Pair("gap", ROTA, ROTA.plus("[Sergeant to confirm which nights]", "Balance\n"), "brackets"),
    Pair("gap", GIVEN, GIVEN.but(("4,210", "TBC")), "in place of a figure"),
    Pair(
        "gap", STAFF, STAFF.but(("Two were followed", "(ask HR when) Two were followed")), "a query"
    ),
    Pair("gap", RECEIVED, RECEIVED.but(("Priya Nair", "________")), "a line to fill in"),
    Pair("placeholder", ROTA, ROTA.but(("10 December 2025", "[date of request]")), "brackets"),
    Pair("placeholder", GIVEN, GIVEN.but(("37. Most", "XX. Most")), "crosses"),
    Pair("placeholder", RECEIVED, RECEIVED.but(("Alex Morgan", "<<Requester>>")), "a merge field"),
    Pair("placeholder", NOT_HELD, NOT_HELD.but(("clock tower", "{subject}")), "braces"),
    Pair("placeholder", CONFIDED, CONFIDED.but(("Mr Ekwueme", "%SURNAME%")), "percent signs"),
    Pair(
        "tracked-change",
        CATERING,
        CATERING.but(("Three firms", "~~Four~~ Three firms")),
        "struck out",
    ),
    Pair(
        "tracked-change",
        GIVEN,
        GIVEN.but(("Mill Lane.", "Mill Lane. [PN1: do we say where?]")),
        "a comment",
    ),
    Pair(
        "tracked-change",
        GIVEN,
        GIVEN.but(("Mill Lane.", "Mill Lane. {JS: cut this?}")),
        "in braces",
    ),
    Pair("tracked-change", ROTA, ROTA.plus("Deleted: in our view", "Balance\n"), "a deletion"),
    Pair("word-residue", ROTA, ROTA.but(("Decision\n", "_Toc1234\n")), "a bookmark"),
    Pair(
        "word-residue",
        GIVEN,
        GIVEN.but(("is below.", "is in Error! Reference source not found.")),
        "a reference",
    ),
    Pair("word-residue", STAFF, STAFF.but(("are junior and", "are junior&nbsp;and")), "an entity"),
    Pair(
        "word-residue",
        NOT_HELD,
        NOT_HELD.but(("clockmaker, who", "clockmakerâ€™s, who")),
        "mojibake",
    ),
    Pair("broken-numbering", GIVEN, GIVEN.but(("\n2) ", "\n1) "), ("\n3) ", "\n1) ")), "ones"),
    Pair("broken-numbering", GIVEN, GIVEN.but(("\n3) ", "\n2) ")), "twice the same"),
    Pair(
        "link-label-without-link",
        PUBLISHED,
        PUBLISHED.but(("They are at https://www.northshire.example/harbour-board", "Click here")),
        "click here",
    ),
    Pair(
        "link-label-without-link",
        GIVEN,
        GIVEN.but(("is at https://www.northshire.example/bins.", "is published here.")),
        "here",
    ),
)
# Looks like something left over, and is what was meant.
SILENT = (
    ("gap", ROTA.but(("An answer would", "To confirm or deny would"))),
    ("gap", GIVEN.but(("Mill Lane.", "Mill Lane. Ask whom you like... we checked."))),
    ("placeholder", ROTA.but(("the launch.", "the launch: see Hale [2019] UKUT 12 (AAC)."))),
    ("placeholder", GIVEN.but(("Mill Lane", "Mill [sic] Lane"))),
    ("tracked-change", GIVEN.but(("Mill Lane.", "Mill Lane. Our comment: nobody was hurt."))),
    ("broken-numbering", GIVEN.plus("1) This is a list of its own.", "If anything in")),
    ("link-label-without-link", GIVEN.but(("is at https", "is available here: https"))),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda each: each.name)
def test_what_was_left_in_a_letter_is_found(pair: Pair) -> None:
    hold(pair)


@pytest.mark.parametrize(("rule", "letter"), SILENT)
def test_what_only_looks_left_over_is_not_found(rule: str, letter: Letter) -> None:
    assert rule not in letter.rules()


def test_words_of_the_requester_are_not_held_against_the_authority() -> None:
    asked = "Please explain why [insert name here] was still TBC in the letter of last week."
    told = GIVEN.plus(f"You added: “{asked}”", "If anything in")
    facts = replace(told.facts, request=f"{told.facts.request}\n{asked}")
    assert {"gap", "placeholder"} <= told.rules()
    assert not {"gap", "placeholder"} & Letter(told.text, facts).rules()
