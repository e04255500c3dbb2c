"""Every part is answered, and the letter says whether it holds anything, or lawfully neither."""

import pytest

from tests.unit.letters.checks.letters import Letter, Pair, hold
from tests.unit.letters.checks.other_letters import GIVEN, NOT_HELD
from tests.unit.letters.checks.refusals import BROADCAST, CATERING, INFORMERS, ROTA, STAFF
from tests.unit.letters.checks.special_letters import COST, UNDERCOVER, VEXATIOUS, WATCHED

PAIRS = (
    Pair("part-unanswered", GIVEN, GIVEN.without("3) The contractor"), "left out"),
    Pair("part-unanswered", GIVEN, GIVEN.but(("4,210.", "we counted them.")), "without a figure"),
    Pair(
        "part-unanswered",
        CATERING.but((" for both questions", "")),
        CATERING.but((" for both questions", "")).without("Q1. "),
        "by its Q",
    ),
    Pair("part-unanswered", INFORMERS, INFORMERS.without("Part 2: "), "by its Part"),
    Pair(
        "confirm-or-deny-missing",
        ROTA,
        ROTA.but(
            ("which have none", "which do not"),
            (
                "We hold the rota. We are refusing to disclose it, because it",
                "The rota, which we refuse to disclose,",
            ),
        ),
        "headed",
    ),
    Pair(
        "confirm-or-deny-missing",
        BROADCAST,
        BROADCAST.but(("We hold this information and must refuse", "We must refuse")),
        "numbered",
    ),
    Pair(
        "confirm-or-deny-missing",
        INFORMERS,
        INFORMERS.but(
            ("We hold the guidance on quarry patrols too. It is", "The guidance on patrols is")
        ),
        "of one part",
    ),
    Pair(
        "not-held-unsaid",
        NOT_HELD,
        NOT_HELD.but(
            ("The council does not hold that log. We", "We"),
            ("the clockmaker, who has never kept one", "the clockmaker"),
        ),
    ),
    Pair(
        "ncnd-unsaid",
        UNDERCOVER,
        UNDERCOVER.but(
            ("neither confirms nor denies that it holds", "will not provide"),
            (
                (
                    "The duty in section 1(1)(a) of the Freedom of Information Act 2000 does not"
                    " apply,"
                    " by virtue of"
                ),
                "It is exempt under",
            ),
            ("Public interest in neither confirming nor denying", "Public interest in silence"),
        ),
    ),
    Pair("ncnd-wrong-limb", UNDERCOVER, UNDERCOVER.but(("31(3)", "31(1)(a)")), "31"),
    Pair("ncnd-wrong-limb", WATCHED, WATCHED.but(("40(5B)(a)(i)", "40(2)")), "40"),
    Pair(
        "ncnd-with-disclosure",
        UNDERCOVER,
        UNDERCOVER.plus("We hold two reports about the officers.", "Nothing should"),
        "confirms",
    ),
    Pair(
        "ncnd-with-disclosure",
        WATCHED,
        WATCHED.plus("The file was closed in March.", "Please e-mail"),
        "tells",
    ),
    Pair(
        "ncnd-hint",
        WATCHED,
        WATCHED.plus("There is nothing to worry about, rest assured.", "Please e-mail"),
        "reassures",
    ),
    Pair(
        "ncnd-hint",
        UNDERCOVER,
        UNDERCOVER.but(("Balance\n", "Balance\n\nWhat we found is too sensitive to be told.\n")),
        "finds",
    ),
    Pair("ncnd-no-inference", UNDERCOVER, UNDERCOVER.without("Nothing should be"), "headed"),
    Pair("ncnd-no-inference", WATCHED, WATCHED.without("This reply must not"), "plain"),
)
SILENT = (
    ("part-unanswered", GIVEN.but(("Bins emptied in Easter week: 4,210", "No record is kept"))),
    (
        "part-unanswered",
        GIVEN.but(
            (
                "1) Bins emptied in Easter week: 4,210.",
                "Questions 1 and 2: we do not hold records.",
            ),
        ).without("2) Bins reported"),
    ),
    (
        "part-unanswered",
        INFORMERS.without("Part 2: ").but(
            (
                "Part 1: We hold the closing report on the quarry fire. It is",
                "Parts 1 and 2: We hold both, and all of it is",
            )
        ),
    ),
    ("part-unanswered", VEXATIOUS),
    ("confirm-or-deny-missing", VEXATIOUS),
    ("confirm-or-deny-missing", ROTA.but(("We hold the rota.", "The rota is held by us."))),
    ("confirm-or-deny-missing", STAFF.but(("council holds the names", "council has the names"))),
    ("not-held-unsaid", NOT_HELD.but(("does not hold that log", "has no such record"))),
    (
        "not-held-unsaid",
        NOT_HELD.but(("The council does not hold that log", "No information is held")),
    ),
    (
        "ncnd-with-disclosure",
        WATCHED.plus("If we held such a file, it would be of that kind.", "Please e-mail"),
    ),
    (
        "ncnd-hint",
        UNDERCOVER.but(
            ("neither confirms nor denies that it", "can neither confirm nor deny if it")
        ),
    ),
    (
        "ncnd-no-inference",
        WATCHED.but(("This reply must not be read as a sign", "No one should draw a conclusion")),
    ),
    ("ncnd-wrong-limb", COST),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda each: each.name)
def test_an_answer_that_is_missing_or_says_too_much_is_found(pair: Pair) -> None:
    hold(pair)


@pytest.mark.parametrize(("rule", "letter"), SILENT)
def test_an_answer_in_other_words_is_an_answer(rule: str, letter: Letter) -> None:
    assert rule not in letter.rules()
