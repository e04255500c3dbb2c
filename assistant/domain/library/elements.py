"""Which elements that the Act asks of a refusal a letter has (s.17 FOIA, reg 14 EIR)."""

from enum import StrEnum

from assistant.domain.case import Outcome
from assistant.domain.law.acts import Register
from assistant.domain.letters.checks import LetterFacts, check
from assistant.domain.letters.checks.facts import REFUSING


class Element(StrEnum):
    """What a refusal notice has to say."""

    STATES_REFUSAL = "states_refusal"
    NAMES_SECTION = "names_section"
    NAMES_SUBSECTION = "names_subsection"
    WHY_APPLIES = "why_applies"
    PUBLIC_INTEREST_REASONS = "public_interest_reasons"
    INTERNAL_REVIEW_HOW = "internal_review_how"
    INTERNAL_REVIEW_WHEN = "internal_review_when"
    ICO_RIGHT_WITH_CONTACT = "ico_right_with_contact"
    SECTION_50_NAMED = "section_50_named"


# Each element with the checks whose finding says that it is missing.
MISSING: dict[Element, frozenset[str]] = {
    Element.STATES_REFUSAL: frozenset({"refusal-not-stated"}),
    Element.NAMES_SECTION: frozenset({"exemption-not-cited"}),
    Element.NAMES_SUBSECTION: frozenset(
        {"subsection-missing", "only-subsection-missing", "exemption-not-cited"}
    ),
    Element.WHY_APPLIES: frozenset({"reasons-missing", "claimed-not-argued"}),
    Element.PUBLIC_INTEREST_REASONS: frozenset(
        {"pit-missing", "pit-missing-for", "pit-missing-against"}
    ),
    Element.INTERNAL_REVIEW_HOW: frozenset({"review-missing", "review-no-contact"}),
    Element.INTERNAL_REVIEW_WHEN: frozenset({"review-missing", "review-no-time-limit"}),
    Element.ICO_RIGHT_WITH_CONTACT: frozenset(
        {"no-right-to-complain", "regulator-missing", "regulator-no-contact"}
    ),
    Element.SECTION_50_NAMED: frozenset(
        {"section-50-unnamed", "no-right-to-complain", "regulator-missing"}
    ),
}


def elements_of(text: str, outcome: Outcome, register: Register) -> dict[Element, bool]:
    """Return for each element whether a refusing letter has it; nothing where none is refused."""
    if outcome not in REFUSING:
        return {}
    checked = check(text, LetterFacts(outcome=outcome), register)
    found = {finding.rule for finding in checked.findings}
    return {element: not rules & found for element, rules in MISSING.items()}
