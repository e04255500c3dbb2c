"""Days are those that the Acts set, and the letter is of this authority, case and person."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.letters.checks.letters import Letter, Pair, hold
from tests.unit.letters.checks.other_letters import DRAFT_PLAN, GIVEN, QUARRY, RECEIVED, WEIGHING
from tests.unit.letters.checks.refusals import CATERING, CONFIDED, ROTA, STAFF
from tests.unit.letters.checks.special_letters import COST, UNDERCOVER, WATCHED

SHORT_REFERENCE = Letter(
    GIVEN.text.replace("NC/25/418", "12"), replace(GIVEN.facts, reference="12")
)


def _unclaimed(letter: Letter) -> Letter:
    """The letter in a case of which nobody has said what is claimed."""
    return replace(letter, facts=replace(letter.facts, claimed=None))


PAIRS = (
    Pair(
        "pit-extension-no-exemption",
        _unclaimed(WEIGHING),
        _unclaimed(
            WEIGHING.but(
                (
                    (
                        "Section 31(1)(f) of the Freedom of Information Act 2000 applies to it, "
                        "because a prisoner who knew where the wiring runs could cut it; that would"
                        " be likely to prejudice the maintenance of security in custody. The "
                        "exemption is qualified"
                    ),
                    "An exemption applies to it that is qualified",
                )
            )
        ),
    ),
    Pair(
        "dated-before-request",
        ROTA,
        ROTA.but(("\n8 January 2026", "\n8 January 2025")),
        "alone",
    ),
    Pair(
        "dated-before-request",
        GIVEN,
        GIVEN.but(("\n8 January 2026", "\nDate: Wednesday, 8 January 2025")),
        "with its word",
    ),
    Pair("other-letter-date", ROTA, ROTA.but(("\n8 January 2026", "\n8 January 2027"))),
    Pair(
        "other-requester",
        GIVEN,
        GIVEN.but(
            (
                "Everything that",
                "Mrs Hale of the Mill Lane Society asked for the same. Everything that",
            )
        ),
        "who asked",
    ),
    Pair(
        "other-requester",
        STAFF,
        STAFF.but(("They are\nexempt", "As with Mr Hale's request, they are\nexempt")),
        "whose request",
    ),
    Pair(
        "wrong-due-date",
        RECEIVED,
        RECEIVED.but(("13 January 2026", "14 January 2026")),
        "of an acknowledgement",
    ),
    Pair(
        "wrong-due-date",
        RECEIVED,
        RECEIVED.but((" We have to answer it by 13 January 2026, which is 20 working days.", "")),
        "none",
    ),
    Pair(
        "wrong-due-date",
        GIVEN,
        GIVEN.but(
            ("Everything that", "You should have had an answer by 6 January 2026. Everything that"),
        ),
        "of an answer",
    ),
    Pair(
        "ack-no-reference",
        RECEIVED,
        RECEIVED.but((" Its reference is FOI-2026-00012.", "")),
    ),
    Pair(
        "ack-no-contact",
        RECEIVED,
        RECEIVED.without("If you wish to ask about it"),
    ),
    Pair(
        "pit-extension-no-estimate",
        WEIGHING,
        WEIGHING.but(("We expect to decide by 10 February 2026", "We will decide soon")),
    ),
    Pair(
        "eir-no-completion-estimate",
        DRAFT_PLAN,
        DRAFT_PLAN.but((" The council expects it to be finished in May 2026.", "")),
    ),
    Pair(
        "wrong-authority",
        UNDERCOVER,
        UNDERCOVER.but(("Northshire Police neither", "Southshire Police neither")),
        "that speaks",
    ),
    Pair(
        "wrong-authority",
        GIVEN,
        GIVEN.but(("Northshire Council\n", "Southshire Borough Council\n")),
        "in the head",
    ),
    Pair(
        "other-authority",
        CONFIDED,
        CONFIDED.plus("Such letters also went to the University of Westerham.", "That exemption"),
    ),
    Pair("wrong-requester", ROTA, ROTA.but(("Dear Alex Morgan", "Dear Robin Hale")), "in full"),
    Pair("wrong-requester", CONFIDED, CONFIDED.but(("Dear Mr Ekwueme", "Dear Ms Hale")), "a title"),
    Pair("wrong-reference", ROTA, ROTA.but(("FOI-2026-00012", "FOI-2026-00013")), "a year"),
    Pair("wrong-reference", STAFF, STAFF.but(("NC/25/418", "NC/25/481")), "strokes"),
    Pair(
        "other-case-leak",
        WATCHED,
        WATCHED.plus("We answered FOI-2025-00877 in the same words.", "Please e-mail"),
        "a year",
    ),
    Pair(
        "other-case-leak",
        GIVEN,
        GIVEN.but(("Mill Lane.", "Mill Lane, as we told the asker of NC/25/377.")),
        "strokes",
    ),
    Pair("no-reference", COST, COST.but(("Reference NC/25/418\n", "")), "left out"),
    Pair("no-reference", WATCHED, WATCHED.but((", FOI-2026-00012", "")), "in a line"),
    Pair(
        "wrong-date-of-receipt",
        GIVEN,
        GIVEN.but(("received on 10 December 2025", "received on 11 December 2025")),
        "received",
    ),
    Pair(
        "wrong-date-of-receipt",
        ROTA,
        ROTA.but(("10 December 2025", "10 December 2024")),
        "another year",
    ),
)
SILENT = (
    ("wrong-due-date", RECEIVED.but(("13 January 2026", "13/01/2026"))),
    ("wrong-due-date", RECEIVED.but(("13 January 2026", "Tuesday, 13th January 2026"))),
    ("ack-no-contact", RECEIVED.but(("write to foi@northshire-police.example and", "reply, and"))),
    ("pit-extension-no-estimate", WEIGHING.but(("10 February 2026", "10/2/2026"))),
    ("eir-no-completion-estimate", DRAFT_PLAN.but(("in May 2026", "within three months"))),
    ("eir-no-completion-estimate", QUARRY),
    ("wrong-authority", ROTA.but(("You asked for the", "You asked Northshire Police for the"))),
    ("other-authority", GIVEN.but(("The contractor is", "The council's contractor is"))),
    ("wrong-requester", ROTA.but(("Dear Alex Morgan", "Dear Sir or Madam"))),
    ("wrong-requester", CATERING.but(("Dear Jordan Ekwueme", "Dear Councillor Ekwueme"))),
    ("wrong-requester", CATERING.but(("Dear Jordan Ekwueme", "Dear Jordan"))),
    ("wrong-reference", SHORT_REFERENCE),
    ("other-case-leak", ROTA.plus("See the FOIA 2000 for more.", "Balance\n")),
    ("no-reference", RECEIVED),
    ("wrong-date-of-receipt", GIVEN.but(("10 December 2025", "10.12.2025"))),
    (
        "wrong-date-of-receipt",
        Letter(
            GIVEN.text.replace("10 December 2025", "5 January 2026"),
            replace(GIVEN.facts, received_on=date(2026, 1, 5)),
        ),
    ),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda each: each.name)
def test_a_day_or_a_name_that_is_not_this_cases_is_found(pair: Pair) -> None:
    hold(pair)


@pytest.mark.parametrize(("rule", "letter"), SILENT)
def test_the_right_day_and_name_are_right_however_they_are_written(
    rule: str, letter: Letter
) -> None:
    assert rule not in letter.rules()
