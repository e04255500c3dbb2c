"""Both sides are shown and weighed, and the burden lies where the Act puts it."""

import pytest

from tests.unit.letters.checks.letters import Letter, Pair, hold
from tests.unit.letters.checks.other_letters import DRAFT_PLAN, QUARRY, WEIGHING
from tests.unit.letters.checks.refusals import (
    BROADCAST,
    CATERING,
    CONFIDED,
    INFORMERS,
    ROTA,
    STAFF,
)
from tests.unit.letters.checks.special_letters import FRANK, LICENSING, UNDERCOVER, WATCHED

# The sides of the letters in which they stand as paragraphs of their own.
_FOR = "Residents have an interest"
_AGAINST = "There is a strong public interest"
_BALANCE = "On balance, the public interest"
_HEADINGS = ("Public interest: factors for d", "Public interest: factors for m", "Balance")
_CATERING_FOR = (
    " In favour of disclosure: taxpayers should be able to see how\ntheir money is spent, and"
    " publication would promote confidence in the tender.\n"
)
_CATERING_AGAINST = (
    "Against it: the council would receive fewer bids, and there is a public interest\nin"
    " maintaining a market in which firms compete on price. "
)
_CATERING_BALANCE = (
    "We have decided that\nthe public interest in maintaining the exemption outweighs the public"
    " interest in\ndisclosure, because the total is published anyway."
)
_QUARRY_FOR = (
    "On one side, neighbours of the quarry want to understand why blasting goes on, and the costs"
    " would inform that debate. "
)
_QUARRY_AGAINST = (
    "On the other side, an operator who is stripped of its margins would tell the council no more"
    " than it must. "
)
_QUARRY_BALANCE = (
    " The second carries more weight, and the public interest lies in maintaining the exception."
)

PAIRS = (
    Pair("pit-missing", ROTA, ROTA.without(_FOR, _AGAINST, _BALANCE, *_HEADINGS), "headed"),
    Pair("pit-missing", CATERING, CATERING.without("The public interest. In"), "run in"),
    Pair("pit-missing", QUARRY, QUARRY.without("We began from the presumption"), "EIR"),
    Pair(
        "pit-missing",
        FRANK,
        FRANK.without("The arguments for d", "The arguments for m", "Our conclusion."),
        "arguments",
    ),
    Pair("pit-missing-for", ROTA, ROTA.without(_FOR, _HEADINGS[0]), "headed"),
    Pair("pit-missing-for", CATERING, CATERING.but((_CATERING_FOR, " ")), "run in"),
    Pair("pit-missing-for", QUARRY, QUARRY.but((_QUARRY_FOR, "")), "prose"),
    Pair("pit-missing-for", LICENSING, LICENSING.without("Considerations for disclosure"), "leads"),
    Pair(
        "pit-missing-for",
        BROADCAST,
        BROADCAST.but(
            (
                (
                    "+ Those who live here have an interest in knowing that the emergency"
                    " services are"
                    " resilient.\n"
                ),
                "",
            ),
            ("+ Disclosure would inform the debate on the money spent on the masts.\n", ""),
        ),
        "plus and minus",
    ),
    Pair("pit-missing-against", ROTA, ROTA.without(_AGAINST, _HEADINGS[1]), "headed"),
    Pair("pit-missing-against", CATERING, CATERING.but((_CATERING_AGAINST, "")), "run in"),
    Pair("pit-missing-against", QUARRY, QUARRY.but((_QUARRY_AGAINST, "")), "prose"),
    Pair(
        "pit-missing-against",
        LICENSING,
        LICENSING.without("Considerations for keeping"),
        "leads",
    ),
    Pair(
        "pit-missing-against",
        INFORMERS,
        INFORMERS.but(
            ("Witnesses would be less willing to come forward", "-"),
            ("The gates would be used by thieves at once", "-"),
            ("witnesses weigh more than curiosity", "that is our view"),
        ),
        "columns",
    ),
    Pair("balance-missing", ROTA, ROTA.without(_BALANCE, "Balance"), "headed"),
    Pair("balance-missing", CATERING, CATERING.but((_CATERING_BALANCE, "")), "run in"),
    Pair("balance-missing", QUARRY, QUARRY.but((_QUARRY_BALANCE, "")), "prose"),
    Pair("balance-missing", INFORMERS, INFORMERS.without("For both exemptions we have"), "columns"),
    Pair("balance-missing", FRANK, FRANK.without("Our conclusion."), "arguments"),
    Pair(
        "burden-reversed",
        ROTA,
        ROTA.plus("You have not shown any reason why the rota should be disclosed.", "Balance\n"),
        "on the requester",
    ),
    Pair(
        "burden-reversed",
        FRANK,
        FRANK.but(
            (
                "The case for maintaining",
                (
                    "Such notes are released only in exceptional"
                    " circumstances. The case for maintaining"
                ),
            ),
        ),
        "exceptional",
    ),
    Pair(
        "burden-reversed",
        DRAFT_PLAN,
        DRAFT_PLAN.but(
            (
                "We presumed that disclosure is right",
                "There is a presumption in favour of withholding drafts",
            ),
        ),
        "presumption",
    ),
    Pair(
        "pit-for-absolute",
        CONFIDED,
        CONFIDED.but(
            (
                "That exemption is absolute.",
                (
                    "In favour of disclosure, residents want to know"
                    " whether the shaft is safe. Against it, nobody would confide in us again. On"
                    " balance"
                    " the public interest in maintaining the exemption outweighs that in"
                    " disclosure."
                ),
            ),
        ),
        "41",
    ),
    Pair(
        "ncnd-pit-on-disclosure",
        UNDERCOVER,
        UNDERCOVER.but(
            (
                (
                    "exclusion of the duty outweighs the public interest in confirming whether"
                    " information is held"
                ),
                "exemption outweighs the public interest in disclosing the reports",
            ),
        ),
    ),
)
SILENT = (
    ("pit-missing", STAFF),
    ("pit-missing", WATCHED),
    ("pit-missing", WEIGHING),
    (
        "pit-missing-for",
        ROTA.but(("Public interest: factors for disclosure", "What speaks in favour of release")),
    ),
    (
        "balance-missing",
        ROTA.but(
            (
                (
                    "On balance, the public interest in maintaining the exemption outweighs the"
                    " public"
                    " interest in disclosure"
                ),
                "The arguments for maintaining the exemption are the stronger",
            )
        ),
    ),
    (
        "burden-reversed",
        ROTA.plus("It is not for you to show that the rota should be disclosed.", "Balance\n"),
    ),
    ("pit-for-absolute", CONFIDED.plus("No public interest test is made.", "Should you disagree")),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda each: each.name)
def test_a_fault_of_the_public_interest_test_is_found(pair: Pair) -> None:
    hold(pair)


@pytest.mark.parametrize(("rule", "letter"), SILENT)
def test_a_test_in_other_words_or_none_where_none_is_due_is_right(
    rule: str, letter: Letter
) -> None:
    assert rule not in letter.rules()
