"""Whether a letter that contradicts itself is told from one that only looks as if it did."""

from dataclasses import replace

import pytest

from assistant.domain.case import Outcome
from tests.unit.letters.checks.letters import POLICE, Letter, Pair, case, hold
from tests.unit.letters.checks.other_letters import GIVEN
from tests.unit.letters.checks.refusals import ROTA

COUNTED = GIVEN.but(
    (
        "1) Bins emptied in Easter week: 4,210.",
        (
            "1) We emptied 4,210 bins over the three weeks.\n\n"
            "Week     Emptied     Missed\n"
            "First    1,400       10\n"
            "Second   1,410       12\n"
            "Third    1,400       15\n"
            "Total    4,210       37"
        ),
    )
)
NAMED = Letter(
    """\
Northshire Police
FOI-2026-00012

Dear Alex Morgan

Part 1: We hold this information. Nineteen officers were reprimanded last year.

Part 2: We neither confirm nor deny whether we hold this, by virtue of section 40(5B)(a)(i) of the Freedom of Information Act 2000. To say either would tell the world of one officer's discipline, and would be unfair under the first data protection principle.

Priya Nair
""",  # noqa: E501 - a letter has the lines that its writer gave it
    case(
        POLICE,
        Outcome.DISCLOSED_PART,
        "Part 1: How many officers were reprimanded last year?\n"
        "Part 2: Was Sergeant Tobias Wren reprimanded?",
    ),
)
PAIRS = (
    Pair(
        "not-held-and-exempt",
        ROTA,
        ROTA.but(
            (
                "We hold the rota. We are refusing to disclose it, because it is exempt",
                "We do not hold the rota. It is exempt",
            )
        ),
        "it",
    ),
    Pair(
        "not-held-and-exempt",
        ROTA,
        ROTA.but(
            (
                "We hold the rota. We are refusing to disclose it, because it is exempt",
                "The force does not hold this rota. However, the rota is also exempt",
            )
        ),
        "the same thing",
    ),
    Pair(
        "ncnd-undone",
        NAMED,
        NAMED.but(("last year.\n", "last year. One of them was Sergeant Wren.\n")),
    ),
    Pair("table-total-wrong", COUNTED, COUNTED.but(("       12\n", "       22\n"))),
    Pair(
        "total-contradicted",
        COUNTED,
        COUNTED.but(("emptied 4,210 bins", "emptied 2,410 bins")),
        "before",
    ),
    Pair(
        "total-contradicted",
        COUNTED,
        COUNTED.but(("       37\n", "       37\n\nIn total 4,120 bins were emptied.\n")),
        "after",
    ),
)
SILENT = (
    (
        "not-held-and-exempt",
        ROTA.but(("We hold the rota. We", "We do not hold any other rota. It is exempt. We")),
    ),
    (
        "not-held-and-exempt",
        ROTA.but(
            (
                "We hold the rota. We are refusing to disclose it, because it is exempt",
                "We do not hold the notes. The rota is exempt",
            )
        ),
    ),
    (
        "not-held-and-exempt",
        ROTA.but(
            (
                "We hold the rota. We are refusing to disclose it, because it is exempt",
                "We do not hold the rota. If we did, it would be exempt",
            )
        ),
    ),
    ("ncnd-undone", NAMED.but(("last year.\n", "last year. One was a sergeant.\n"))),
    (
        "ncnd-undone",
        NAMED.but(("last year.\n", "last year. Whether Sergeant Wren is one is part 2.\n")),
    ),
    ("total-contradicted", COUNTED.but(("emptied 4,210 bins", "emptied 37 sacks and 4,210 bins"))),
    ("total-contradicted", COUNTED.but(("emptied 4,210 bins", "emptied 1,410 bins"))),
    ("total-contradicted", COUNTED.but(("We emptied 4,210 bins", "The city has 94,210 bins"))),
    ("table-total-wrong", COUNTED.but(("       12\n", "       under 5\n"))),
    ("table-total-wrong", COUNTED.but(("       12\n", "       12.5%\n"))),
    (
        "table-total-wrong",
        COUNTED.but(("       10\n", "       37\n"), ("       12\n", "       37\n")),
    ),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda each: each.name)
def test_a_contradiction_is_found(pair: Pair) -> None:
    hold(pair)


@pytest.mark.parametrize(("rule", "letter"), SILENT)
def test_what_only_looks_like_a_contradiction_is_let_pass(rule: str, letter: Letter) -> None:
    assert rule not in letter.rules()


def test_rows_without_a_total_are_not_added_up() -> None:
    unsummed = COUNTED.but(("Total    4,210       37\n", ""), ("4,210 bins", "2,410 bins"))
    assert not unsummed.rules() & {"table-total-wrong", "total-contradicted"}


def test_a_letter_of_which_the_request_is_unknown_is_not_held_against_its_parts() -> None:
    undone = NAMED.but(("last year.\n", "last year. One of them was Sergeant Wren.\n"))
    assert "ncnd-undone" not in replace(undone, facts=replace(undone.facts, request=None)).rules()
