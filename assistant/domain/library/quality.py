"""How far an earlier response can be trusted: what the letter checks find in it, as a score."""

from dataclasses import dataclass
from datetime import date

from assistant.domain.case import Outcome
from assistant.domain.law.acts import Regime, Register
from assistant.domain.letters.checks import Finding, LetterFacts, check

COSTS = {"error": 0.2, "warning": 0.03}


@dataclass(frozen=True, slots=True)
class Quality:
    """The score of a precedent from 0 (worst) to 1 (nothing found), and every finding behind it."""

    score: float
    findings: tuple[Finding, ...]


def quality(
    text: str,
    register: Register,
    *,
    outcome: Outcome | None = None,
    sections: tuple[str, ...] = (),
    request: str = "",
    regime: Regime | None = None,
    dated: date | None = None,
) -> Quality:
    """Hold a precedent against the letter checks, and return its score with what was found."""
    facts = LetterFacts(
        outcome=outcome,
        claimed=sections or None,
        request=request or None,
        regime=regime,
        letter_date=dated,
    )
    findings = check(text, facts, register).findings
    score = 1.0
    for severity in {each.rule: each.severity for each in findings}.values():
        score *= 1 - COSTS[severity]
    return Quality(round(score, 3), findings)
