"""Letters that the rules once took wrongly, and those that they still do."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assistant.domain.case import Outcome
from assistant.domain.letters.render import flowed
from tests.unit.letters.checks.letters import Letter
from tests.unit.letters.checks.other_letters import DRAFT_PLAN, GIVEN, OWN_RECORDS
from tests.unit.letters.checks.refusals import CATERING, ROTA, STAFF
from tests.unit.letters.checks.special_letters import (
    BODIES,
    FRANK,
    LICENSING,
    PUBLISHED,
    UNDERCOVER,
    VEXATIOUS,
    WATCHED,
)
from tests.unit.letters.checks.test_lines import wrapped

yet = pytest.mark.xfail(reason="the rule does not tell it apart yet")
_PROSE = ROTA.without(
    "Public interest: factors for d",
    "Public interest: factors for m",
    "Residents have an interest",
    "There is a strong public interest",
    "Balance",
).plus(
    "There is a public interest in openness about the harbour. However, smugglers would land on"
    " the empty nights.",
    "On balance",
)
FOUND_WRONGLY = {
    "the time to ask stands behind what we will do": (
        "review-no-time-limit",
        VEXATIOUS.but(
            (
                (
                    "If you write within 40 working days to foi@northshire.example, we will look"
                    " at this"
                    " decision again in an internal review."
                ),
                (
                    "We will look at this decision again, in an internal review, if you write"
                    " within 40"
                    " working days to foi@northshire.example."
                ),
            ),
        ),
    ),
    "the sentence with the reason says your request": (
        "reasons-missing",
        DRAFT_PLAN.but(("is refusing to release it", "is refusing your request for it")),
    ),
    "subject access has no refusal notice": (
        "exemption-not-cited",
        Letter(OWN_RECORDS.text, replace(OWN_RECORDS.facts, outcome=Outcome.DISCLOSED_PART)),
    ),
    "subject access has no internal review": (
        "review-missing",
        Letter(OWN_RECORDS.text, replace(OWN_RECORDS.facts, outcome=Outcome.DISCLOSED_PART)),
    ),
    "an answer that nothing is recorded looks like the question": (
        "part-unanswered",
        GIVEN.but(("4,210.", "we do not record them.")),
    ),
    "two labels before one answer": (
        "part-unanswered",
        GIVEN.but(
            ("1) Bins emptied in Easter week: 4,210.", "1 and 2) Bins: 4,210 and 37 (Mill Lane)."),
        ).without("2) Bins reported"),
    ),
    "no record is held decides two questions": (
        "part-unanswered",
        GIVEN.but(
            ("1) Bins emptied in Easter week: 4,210.", "Questions 1 and 2: no record is held."),
        ).without("2) Bins reported"),
    ),
    "section 40(2) was in force before 2018 too": (
        "not-in-force",
        Letter(
            STAFF.text.replace("40(3A)(a)", "40(3)(a)(i)"),
            replace(STAFF.facts, letter_date=date(2016, 3, 1)),
        ),
    ),
    "a sentence may begin with reply": (
        "review-no-contact",
        ROTA.but(("Write to foi@northshire-police.example", "Reply to this letter")),
    ),
    "a room in which it may be read is a place": (
        "s21-no-link",
        PUBLISHED.but(
            (
                "They are at https://www.northshire.example/harbour-board, and the reading room",
                "The reading room",
            ),
        ),
    ),
    "prose names one side and turns with however": ("pit-missing-against", _PROSE),
    "a soft line end leaves two spaces within a phrase": (
        "s24-not-required-for-safeguarding",
        Letter(flowed(BODIES.text), BODIES.facts),
    ),
    "a soft line end leaves two spaces within a citation": (
        "figure-not-in-evidence",
        Letter(flowed(OWN_RECORDS.text), OWN_RECORDS.facts),
    ),
    "a short line before a long address is no heading": (
        "review-missing",
        Letter(wrapped(FRANK.text, 59), FRANK.facts),
    ),
    "declining to confirm or deny is saying neither": (
        "ncnd-with-disclosure",
        WATCHED.but(
            ("We can neither confirm nor deny whether", "We decline to confirm or deny that"),
        ),
    ),
    "a qualified person who is satisfied is of that opinion": (
        "s36-no-opinion",
        FRANK.but(("gave her opinion on 5 January 2026. She finds that", "is satisfied that")),
    ),
    "to frustrate is to prejudice": (
        "prejudice-level-missing",
        LICENSING.but(("would prejudice that work", "would frustrate that work")),
    ),
    "a reason may be short": (
        "reasons-missing",
        DRAFT_PLAN.but(
            ("The council expects it to be finished in May 2026", "It should be complete in May"),
        ),
    ),
}
NOT_FOUND = {
    "a note asks whether it is right": (
        "gap",
        ROTA.but(("Smugglers who", "(Sarah, is this right?) Smugglers who")),
    ),
    "a note says what is to be written": (
        "gap",
        ROTA.plus("Balance to be written once Legal have looked at it.", "Balance\n"),
    ),
    "hashes stand for a figure": ("placeholder", GIVEN.but(("4,210", "###"))),
    "somebody of the same first name": (
        "wrong-requester",
        STAFF.but(("Dear Jordan Ekwueme", "Dear Jordan Hale")),
    ),
    "a figure in words": (
        "figure-not-in-evidence",
        CATERING.but(("Three firms bid", "Thirteen firms bid")),
    ),
    "what officers did at the place": (
        "ncnd-with-disclosure",
        UNDERCOVER.plus("Our officers at the show made four arrests.", "Nothing should"),
    ),
    "what happened to the person": (
        "ncnd-with-disclosure",
        WATCHED.plus("He has never been cautioned.", "Please e-mail"),
    ),
    "nothing persuades us that it should be released": (
        "burden-reversed",
        ROTA.plus("Nothing in your request persuades us to release the rota.", "Balance\n"),
    ),
    "we would need a very good reason": (
        "burden-reversed",
        ROTA.plus("We would need a very good reason to release it.", "Balance\n"),
    ),
    "we hold it for both questions answers neither": ("part-unanswered", CATERING.without("Q1. ")),
    "which have none says nothing of what is held": (
        "confirm-or-deny-missing",
        ROTA.but(
            (
                "We hold the rota. We are refusing to disclose it, because it",
                "The rota, which we refuse to disclose,",
            ),
        ),
    ),
    "a confirmation may stand below the rights": (
        "ncnd-with-disclosure",
        UNDERCOVER.plus("We hold this information.", "Yours sincerely"),
    ),
    "the library that was asked about is no place to read": (
        "s21-no-link",
        Letter(
            PUBLISHED.text.replace("harbour board", "library board").replace(
                "They are at https://www.northshire.example/harbour-board, and the reading room of"
                " the town hall has a printed set.",
                "They are easy to find.",
            ),
            replace(PUBLISHED.facts, request="Please send me the minutes of the library board."),
        ),
    ),
}
STILL = {
    "a short line before a long address is no heading",
    "a reason may be short",
    "what officers did at the place",
    "we hold it for both questions answers neither",
    "which have none says nothing of what is held",
    "a figure in words",
    "what happened to the person",
}


def hard(letters: Iterable[str]) -> list[Any]:
    """The letters by name, those that are still taken wrongly marked."""
    return [pytest.param(why, marks=[yet] if why in STILL else []) for why in letters]


@pytest.mark.parametrize("why", hard(FOUND_WRONGLY))
def test_a_right_letter_is_not_found(why: str) -> None:
    rule, letter = FOUND_WRONGLY[why]
    assert rule not in letter.rules()


@pytest.mark.parametrize("why", hard(NOT_FOUND))
def test_a_fault_is_found(why: str) -> None:
    rule, letter = NOT_FOUND[why]
    assert rule in letter.rules()
