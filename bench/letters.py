"""Measure the checks on a four-page letter, and the composing of it: median time in process."""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

from assistant.adapters.knowledge_folders import knowledge_folder
from assistant.adapters.register_files import load_register
from assistant.adapters.wording_files import load_wordings
from assistant.domain.case import CasePart, Held, Outcome
from assistant.domain.law.acts import Regime
from assistant.domain.letters.checks import LetterFacts, check
from assistant.domain.letters.compose import compose_response
from assistant.domain.letters.context import LetterContext, Reasoning

ROUNDS = 200
WORDS_A_PAGE = 450
REGISTER = load_register(knowledge_folder("law"))
WORDINGS = load_wordings(knowledge_folder("wording"))
SECTIONS = ("FOIA s24(1)", "FOIA s31(1)(a)", "FOIA s31(1)(b)")
CONTEXT = LetterContext(
    authority="Northshire Police",
    address="1 Station Road, Northtown NT1 1AA",
    contact_email="foi@northshire.police.example",
    reference="FOI-2026-00012",
    requester_name="Alex Carter",
    subject="Referrals to Prevent",
    regime=Regime.FOI,
    received_on=date(2026, 3, 2),
    due_on=date(2026, 3, 31),
    letter_date=date(2026, 3, 24),
    officer_name="Robin Hale",
    officer_title="Freedom of Information Officer",
    regulator_name="Information Commissioner’s Office",
    regulator_address="Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF",
    regulator_url="https://ico.org.uk/make-a-complaint/",
    review_contact="foi@northshire.police.example",
)
ASKED = (
    ("1", "1", "1. How many people were referred to Prevent in 2021, 2022 and 2023?"),
    ("2", "2", "2. How many of them were referred because of links with animal rights activism?"),
    ("2 (second)", "", "How many of those referrals led to support from a Channel panel?"),
    ("3(a)", "a", "a) Have any people been referred for links with Meadow Watch?"),
    ("3(b)", "b", "b) Have any people been referred for links with River Action North?"),
    ("3(c)", "c", "c) Have any people been referred for links with Stop the Bypass?"),
    ("3(d)", "d", "d) Have any people been referred for links with Northshire Climate Camp?"),
    ("3 (first)", "", "If so, please give the number for each group and each year."),
)
PARTS = tuple(
    CasePart(key, label, text, Held.HELD, Outcome.REFUSED, SECTIONS) for key, label, text in ASKED
)
REASONS = tuple(
    Reasoning(
        section,
        likelihood="would be likely to",
        harm="Organisers would learn which groups have come to notice, and people who mean to "
        "commit crime could move to those that have not.",
        tips="A local figure would add little to the national figures that are published.",
    )
    for section in SECTIONS
)
# What repeats in a letter that somebody made to be slow; four times as much should take about four
# times as long, and sixteen times would be quadratic.
REPEATED = (
    "a" * 60 + " ",
    "1) We refuse question 1 and 2.\n",
    "| For | Against |\n",
    "public interest in disclosure, ",
    "[[[{{{<<<",
    "a.a@a.",
    "12,",
    "Northshire Borough of the ",
    "we hold ",
    "\n",
    "section 31(1)(a) ",
)
ADVICE = "We looked at wider bands, and found that each would show the same."


def compose() -> str:
    """Return the text of the response, no gap left: eight parts, three limbs, all reasons."""
    draft = compose_response(CONTEXT, PARTS, (), WORDINGS, REGISTER, REASONS)
    letter = draft.text
    for gap in draft.gaps:
        letter = letter.replace(gap.text.strip(), ADVICE)
    return letter


def four_pages() -> str:
    """Return the response, filled up to four pages with paragraphs of a background."""
    letter = compose()
    background = (
        "\n\nBackground\n\nPrevent is a part of the work that keeps people from being drawn into "
        "violence. Referrals come from schools, councils, hospitals and the public, and each is "
        "looked at by officers with their partners before anything is decided."
    )
    head, rights, tail = letter.partition("\n\nIf you are unhappy")
    while len((head + rights + tail).split()) < 4 * WORDS_A_PAGE:
        head += background
    return head + rights + tail


def median(do: Callable[[], object]) -> float:
    """Return the median milliseconds of many rounds, after one that is not counted."""
    do()
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        do()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def growth(repeated: str, facts: LetterFacts) -> float:
    """Return how many times longer a check takes of four times as much of what repeats."""
    took = []
    for length in (3_000, 12_000):
        letter = "Dear Alex Carter\n\n" + repeated * (length // len(repeated))
        began = time.process_time()
        check(letter, facts, REGISTER)
        took.append(time.process_time() - began)
    return took[1] / max(took[0], 0.001)


def main() -> None:
    """Print the figures."""
    letter = four_pages()
    request = "\n".join(part.text for part in PARTS)
    facts = LetterFacts(
        regime=Regime.FOI,
        reference=CONTEXT.reference,
        authority=CONTEXT.authority,
        requester_name=CONTEXT.requester_name,
        received_on=CONTEXT.received_on,
        due_on=CONTEXT.due_on,
        letter_date=CONTEXT.letter_date,
        request=request,
        outcome=Outcome.REFUSED,
        claimed=SECTIONS,
        evidence=(request, CONTEXT.address, CONTEXT.contact_email, CONTEXT.regulator_address),
        parts=tuple((part.key, part.text) for part in PARTS),
    )
    words = len(letter.split())
    sys.stdout.write(
        f"check, {words} words, all facts known: "
        f"{median(lambda: check(letter, facts, REGISTER)):.1f} ms\n"
        f"check, {words} words, no fact known: "
        f"{median(lambda: check(letter, LetterFacts(), REGISTER)):.1f} ms\n"
        f"compose, 8 parts, 3 limbs: {median(compose):.1f} ms\n"
    )
    worst = max((growth(repeated, facts), repeated) for repeated in REPEATED)
    sys.stdout.write(
        f"check, four times as much of what repeats: at most {worst[0]:.1f} times as long "
        f"({worst[1][:20]!r})\n"
    )


if __name__ == "__main__":
    main()
