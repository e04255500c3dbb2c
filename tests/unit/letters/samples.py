"""A fictional case, its letters and the register that the tests of letters share."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from assistant.adapters.register_files import load_register
from assistant.adapters.wording_files import load_wordings
from assistant.domain.case import CasePart, Held, Outcome
from assistant.domain.law.acts import Regime
from assistant.domain.letters.blocks import Draft
from assistant.domain.letters.checks import LetterFacts
from assistant.domain.letters.context import LetterContext, Reasoning

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"
WORDINGS = load_wordings(KNOWLEDGE / "wording")
REGISTER = load_register(KNOWLEDGE / "law")
NOW = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)
REVIEW = "foi@northshire-police.example"

CONTEXT = LetterContext(
    authority="Northshire Police",
    address="Freedom of Information Team\nPolice Headquarters\nNorthshire",
    contact_email=REVIEW,
    reference="FOI-2026-00012",
    requester_name="Alex Morgan",
    subject="Referrals to Prevent",
    regime=Regime.FOI,
    received_on=date(2025, 12, 10),
    due_on=date(2026, 1, 13),
    letter_date=date(2026, 1, 8),
    officer_name="Priya Nair",
    officer_title="Freedom of Information Officer",
    regulator_name="Information Commissioner",
    regulator_address="Example House, Regulator Lane, Northshire",
    regulator_url="https://regulator.example/complain",
    review_contact=REVIEW,
)
EIR_CONTEXT = replace(
    CONTEXT,
    authority="Northshire Council",
    regime=Regime.EIR,
    reference="EIR-2026-00007",
    subject="Felling of street trees",
)
PREVENT = ("FOIA s24(1)", "FOIA s31(1)(a)", "FOIA s31(1)(b)")
ASKED = (
    ("1", "1", "1. How many people did your officers refer to Prevent in 2022, 2023 and 2024?"),
    ("p2", "", "Please split the figures by the ideology that caused concern."),
    ("2", "2", "2. How many of those referrals concerned environmental protest?"),
    ("p4", "", "How many of them were adopted as Channel cases?"),
    ("3(a)", "a", "(a) Have you referred anybody for taking part in Northshire Rivers Now?"),
    ("3(b)", "b", "(b) Have you referred anybody for taking part in Stop the Bypass?"),
    ("3(c)", "c", "(c) Have you referred anybody for taking part in Moorland Watch?"),
    ("3(d)", "d", "(d) Have you referred anybody for taking part in Quiet Skies?"),
)


def prevent_parts(
    outcome: Outcome | None = Outcome.REFUSED, held: Held = Held.HELD
) -> list[CasePart]:
    """The eight parts of the sample request, all decided alike."""
    sections = PREVENT if outcome else ()
    return [
        CasePart(key, label, text, held=held, outcome=outcome, sections=sections)
        for key, label, text in ASKED
    ]


def one_part(outcome: Outcome | None, *sections: str, held: Held = Held.HELD) -> list[CasePart]:
    """A request of a single part."""
    text = "Please send me the duty roster of the harbour unit."
    return [CasePart("p1", "", text, held=held, outcome=outcome, sections=sections)]


def reasoning(citation: str) -> Reasoning:
    """What an officer would record about a provision."""
    return Reasoning(
        citation,
        likelihood="would be likely to",
        harm="They show which district has no trained officer, so a recruiter would go there.",
        why="The roster consists of entries that are written for that purpose.",
        for_disclosure="The debate on the harbour is lively.",
        against="The harbour would be left without cover.",
        tips="The figures add little to the national statistics, and the harm would be grave.",
        author="priya",
    )


def filled(draft: Draft) -> str:
    """The draft's text with every gap filled as an officer would."""
    return "".join(
        block.text if block not in draft.gaps else _filling(block.text) for block in draft.blocks
    )


# What an officer would write into a gap, by words that it asks with.
_FILLINGS = (
    (("the hours for",), "Locating the files takes 20 hours, and extracting the figures 15 hours."),
    (("“would”",), "would be likely to"),
    (
        ("each exemption that you are considering",),
        (
            "We hold the information. We are considering section 31(1)(a) of FOIA for all of it: "
            "figures so small could lead to a person who was referred, and that would be likely to "
            "prejudice the prevention of crime."
        ),
    ),
    (("is held", "found the information"), "We hold the information."),
    (("31(2)", "purpose of"), "ascertaining whether any person has failed to comply with the law"),
    (("expected to be finished",), "We are preparing it and will finish it by 31 March 2026."),
    (
        ("link", "where it can be", "where to find"),
        "It is at https://www.northshire-police.example/figures.",
    ),
)


def _filling(gap: str) -> str:
    words = next(
        (words for asks, words in _FILLINGS if any(each in gap for each in asks)),
        "The officer supplied this sentence, and the number is 12.",
    )
    return words + gap[len(gap.rstrip()) :]


def facts_of(context: LetterContext, parts: list[CasePart]) -> LetterFacts:
    """What the case says of a letter, for the checks."""
    decided = [part for part in parts if part.outcome]
    claimed = tuple(dict.fromkeys(s for part in decided for s in part.sections))
    return LetterFacts(
        regime=context.regime,
        reference=context.reference,
        authority=context.authority,
        requester_name=context.requester_name,
        received_on=context.received_on,
        due_on=context.due_on,
        letter_date=context.letter_date,
        request="\n".join(part.text for part in parts),
        outcome=decided[0].outcome if decided else None,
        claimed=claimed or None,
        parts=tuple((part.key, part.text) for part in parts),
    )
