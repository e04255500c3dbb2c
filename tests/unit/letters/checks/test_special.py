"""What single exemptions, the cost limit and section 17 itself ask for."""

from dataclasses import replace

import pytest

from tests.unit.letters.checks.letters import Letter, Pair, hold
from tests.unit.letters.checks.other_letters import QUARRY, WEIGHING
from tests.unit.letters.checks.refusals import CATERING, CONFIDED, INFORMERS, ROTA, STAFF
from tests.unit.letters.checks.special_letters import (
    BODIES,
    COST,
    FRANK,
    LICENSING,
    PUBLISHED,
    VEXATIOUS,
)

PAIRS = (
    Pair(
        "s14-no-reasons",
        VEXATIOUS,
        VEXATIOUS.but(
            (
                (
                    "It is the fortieth on that subject since he fined your brother. In the last "
                    "nine you called two clerks thieves. Answering them has kept one clerk from "
                    "other work for a month, and no receipt has ever been wrong."
                ),
                (
                    "Two officers looked at it with care and were of one mind. Section 14(1) is "
                    "intended to protect authorities from an unjustified burden."
                ),
            )
        ),
    ),
    Pair(
        "s41-not-confided",
        CONFIDED,
        CONFIDED.but(
            (
                (
                    "The surveyor gave it to us on the express footing that nobody else would read "
                    "it, while he was negotiating with the landowner. It has the quality of "
                    "confidence: it is neither trivial nor known. Were it published he could sue, "
                    "and since no danger to anyone is hidden by it, the council would have no "
                    "defence."
                ),
                (
                    "The letter names a young surveyor, who would not expect to be found by every "
                    "newspaper reader, and it would cause distress at home."
                ),
            )
        ),
    ),
    Pair(
        "s36-no-opinion",
        FRANK,
        FRANK.but(
            (
                (
                    "The monitoring officer, who is our qualified person, gave her opinion on 5 "
                    "January 2026. She finds that disclosure would be likely"
                ),
                (
                    "The section applies where, in the reasonable opinion of a qualified person, "
                    "that is so. The head of finance is of the opinion that it would be likely"
                ),
            )
        ),
        "only the test",
    ),
    Pair(
        "s30-and-31",
        INFORMERS,
        INFORMERS.but(
            (
                "is being withheld under section 30(1)(a)(i)",
                "is being withheld under sections 30(1)(a)(i) and 31(1)(a)",
            )
        ),
        "in one part",
    ),
    Pair(
        "s30-and-31",
        ROTA,
        ROTA.but(
            ("it is exempt under section", "it is exempt under section 30(1)(a)(i) and section")
        ),
        "of the whole",
    ),
    Pair(
        "s23-s24-interlock",
        BODIES,
        BODIES.but(
            (
                (
                    "To the extent that it was supplied by, or relates to, a body listed in section"
                    " 23(3), it is exempt under section 23(1) of the Freedom of Information Act"
                    " 2000; to"
                    " the extent that it is not, section 24(1) applies in the alternative."
                ),
                (
                    "It is exempt under section 23(1) of the Freedom of Information Act 2000, and"
                    " under"
                    " section 24(1) as well."
                ),
            ),
        ),
    ),
    Pair(
        "s36-no-opinion",
        FRANK,
        FRANK.but(
            (
                (
                    "The monitoring officer, who is our qualified person, gave her opinion on 5"
                    " January"
                    " 2026. She finds that disclosure"
                ),
                "Disclosure",
            ),
        ),
        "none",
    ),
    Pair(
        "s36-no-opinion",
        FRANK,
        FRANK.but(
            (
                "who is our qualified person, gave her opinion on 5 January 2026. She finds",
                "who knows the business well, was asked on 5 January 2026. She finds",
            ),
        ),
        "of somebody else",
    ),
    Pair(
        "s31-g-purpose-missing",
        LICENSING,
        LICENSING.but(
            (
                (
                    ", with the purpose in section 31(2)(c): ascertaining whether circumstances"
                    " exist that"
                    " would justify action against a licensed firm"
                ),
                "",
            ),
        ),
    ),
    Pair(
        "s40-condition-missing",
        STAFF,
        STAFF.but(
            (", by virtue of\nsection 40(3A)(a)", ""),
            ("To publish\nthe names would be unfair to them, and no", "No"),
            (" It would contravene the first data protection principle.", ""),
        ),
    ),
    Pair(
        "s21-no-link",
        PUBLISHED,
        PUBLISHED.but(
            (
                (
                    " They are at https://www.northshire.example/harbour-board, and the reading"
                    " room of"
                    " the town hall has a printed set."
                ),
                " They are easy to find.",
            ),
        ),
    ),
    Pair(
        "s12-counts-redaction",
        COST,
        COST.but(("\n\nHow we can", "\n| Redacting the names of objectors | 12 |\n\nHow we can")),
        "in the table",
    ),
    Pair(
        "s12-counts-redaction",
        COST,
        COST.plus("It would take 9 hours more to consider exemptions.", "How we can help"),
        "in prose",
    ),
    Pair(
        "s12-no-breakdown",
        COST,
        COST.but(
            (
                (
                    "| Locating the boxes in the basement | 8 |\n| Retrieving the files from the"
                    " boxes |"
                    " 6 |\n| Extracting the letters of objection | 30 |"
                ),
                "| All of it | too many |",
            ),
        ),
    ),
    Pair("no-s16-help", COST, COST.without("If you limit the request", "How we can help"), "FOIA"),
    Pair("s12-wrong-limit", COST, COST.but(("£450, which is 18", "£600, which is 24")), "central"),
    Pair("s12-wrong-limit", COST, COST.but(("£450, which is 18 hours", "£500")), "of nobody"),
    Pair("wrong-s17-limb", COST, COST.but(("17(5)", "17(1)")), "of a cost limit"),
    Pair("wrong-s17-limb", ROTA, ROTA.but(("17(1)", "17(5)")), "of an exemption"),
    Pair("wrong-s17-limb", VEXATIOUS, VEXATIOUS.but(("17(5)", "17(2)")), "of a vexatious request"),
)
SILENT = (
    ("s30-and-31", INFORMERS),
    (
        "s23-s24-interlock",
        BODIES.but(("applies in the alternative", "applies")),
    ),
    (
        "s36-no-opinion",
        FRANK.but(("gave her opinion on 5 January 2026. She finds", "is of the opinion")),
    ),
    ("s31-g-purpose-missing", ROTA),
    ("s40-condition-missing", STAFF.but((", by virtue of\nsection 40(3A)(a)", ""))),
    ("s40-condition-missing", CONFIDED),
    (
        "s21-no-link",
        PUBLISHED.but(
            (
                "They are at https://www.northshire.example/harbour-board, and the reading room",
                "The reception",
            )
        ),
    ),
    (
        "s12-counts-redaction",
        COST.plus("We have not counted any time for redacting names.", "How we can help"),
    ),
    ("s12-wrong-limit", COST.but((" £450, which is 18 hours", " 18 hours at £25 an hour"))),
    (
        "s12-wrong-limit",
        Letter(
            COST.text.replace("£450, which is 18", "£600, which is 24"),
            replace(COST.facts, cost_limit=600),
        ),
    ),
    ("no-s16-help", CATERING),
    ("wrong-s17-limb", CATERING),
    ("wrong-s17-limb", WEIGHING.plus("This is a notice under section 17(2).", "You can ask")),
    ("wrong-s17-limb", QUARRY),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda each: each.name)
def test_what_an_exemption_asks_for_and_has_not_is_found(pair: Pair) -> None:
    hold(pair)


@pytest.mark.parametrize(("rule", "letter"), SILENT)
def test_what_an_exemption_asks_for_may_be_said_in_other_words(rule: str, letter: Letter) -> None:
    assert rule not in letter.rules()
