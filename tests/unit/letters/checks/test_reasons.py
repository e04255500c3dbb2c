"""A refusal says why each provision applies and how likely the harm is, in words of its own."""

import pytest

from tests.unit.letters.checks.letters import Letter, Pair, hold
from tests.unit.letters.checks.other_letters import DRAFT_PLAN, QUARRY
from tests.unit.letters.checks.refusals import (
    BROADCAST,
    CATERING,
    CONFIDED,
    INFORMERS,
    ROTA,
    STAFF,
)
from tests.unit.letters.checks.special_letters import BODIES, FRANK, UNDERCOVER, VEXATIOUS

PAIRS = (
    Pair(
        "reasons-missing",
        ROTA,
        ROTA.but(
            (
                (
                    "The rota shows which nights have one launch and which have none. Smugglers"
                    " who knew "
                    "the empty nights would land their cargo then. "
                ),
                "",
            ),
            ("for that reason", "within the meaning of the Act"),
        ),
        "headed",
    ),
    Pair(
        "reasons-missing",
        VEXATIOUS,
        VEXATIOUS.without("It is the fortieth"),
        "vexatious",
    ),
    Pair(
        "reasons-missing",
        CONFIDED,
        CONFIDED.without("The surveyor gave it").but(("That exemption is", "This exemption is")),
        "a class",
    ),
    Pair(
        "claimed-not-argued",
        INFORMERS,
        INFORMERS.but(
            (
                (
                    " It names the gates that are not overlooked by cameras, and thieves who take"
                    " copper"
                    " from quarries would be likely to use them; that would be likely to"
                    " prejudice the"
                    " prevention of crime."
                ),
                "",
            ),
            ("The gates would be used by thieves at once", "Fewer would speak to us"),
        ),
        "by part",
    ),
    Pair("claimed-not-argued", BODIES, BODIES.without("Section 23(1): the exercise"), "by section"),
    Pair(
        "argued-not-claimed",
        STAFF,
        STAFF.but(
            (
                "Two were followed",
                (
                    "Disclosure would also endanger the physical safety of the"
                    " clerks. Two were followed"
                ),
            ),
        ),
        "38",
    ),
    Pair(
        "argued-not-claimed",
        CATERING,
        CATERING.but(
            (
                "is\na refusal notice under section 17.",
                (
                    "is\na refusal notice under section 17. They"
                    " are subject to legal professional privilege."
                ),
            ),
        ),
        "42",
    ),
    Pair(
        "argued-not-claimed",
        ROTA,
        ROTA.plus(
            "Releasing it would be an actionable breach of confidence.",
            "Public interest: factors for disclosure",
        ),
        "41",
    ),
    Pair(
        "prejudice-level-missing",
        ROTA,
        ROTA.but(("would be likely to prejudice", "could prejudice"), ("would land", "might land")),
        "31",
    ),
    Pair(
        "prejudice-level-missing",
        CATERING,
        CATERING.but(
            ("would undercut", "may undercut"),
            ("This would be likely to prejudice the", "This affects the"),
        ),
        "43",
    ),
    Pair(
        "prejudice-level-missing",
        FRANK,
        FRANK.but(
            ("would be likely to inhibit", "touches on"),
            ("would fall silent", "may fall silent"),
        ),
        "36",
    ),
    Pair(
        "prejudice-level-missing",
        QUARRY,
        QUARRY.but(("would adversely affect", "might affect")),
        "EIR",
    ),
    Pair(
        "s24-not-required-for-safeguarding",
        BROADCAST,
        BROADCAST.but(
            (
                (
                    "Exemption from the duty is required for the purpose of safeguarding national"
                    " security, so"
                ),
                "Disclosure would harm national security, so",
            ),
        ),
        "alone",
    ),
    Pair(
        "s24-not-required-for-safeguarding",
        BODIES,
        BODIES.but(
            (
                "Exemption is required for the purpose of safeguarding national security, since",
                "National security is a serious matter, and",
            ),
        ),
        "in the alternative",
    ),
)
SILENT = (
    ("reasons-missing", DRAFT_PLAN),
    ("reasons-missing", UNDERCOVER),
    (
        "argued-not-claimed",
        CATERING.but(
            (
                "is\na refusal notice under section 17.",
                (
                    "is\na refusal notice under section 17. They"
                    " are not subject to legal professional privilege."
                ),
            ),
        ),
    ),
    (
        "prejudice-level-missing",
        ROTA.but(("would be likely to prejudice", "would prejudice")),
    ),
    (
        "prejudice-level-missing",
        ROTA.but(
            (
                "Disclosure would be likely to prejudice",
                "There is a real and significant risk that disclosure would prejudice",
            ),
        ),
    ),
    ("prejudice-level-missing", STAFF),
    (
        "s24-not-required-for-safeguarding",
        BROADCAST.but(
            (
                (
                    "Exemption from the duty is required for the purpose of safeguarding national"
                    " security, so"
                ),
                "It is necessary to protect national security that we do, so",
            ),
        ),
    ),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda each: each.name)
def test_a_refusal_that_does_not_say_why_is_found(pair: Pair) -> None:
    hold(pair)


@pytest.mark.parametrize(("rule", "letter"), SILENT)
def test_a_reason_in_other_words_is_one(rule: str, letter: Letter) -> None:
    assert rule not in letter.rules()
