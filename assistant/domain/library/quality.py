"""How far an earlier response can be trusted: what the letter checks find in it, as a score.

A precedent found blindly teaches its faults: so each is held against the same rules as a letter
that is about to leave, is shown with what they find, and is quoted as wording only without errors.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.domain.case import Outcome
from assistant.domain.law.acts import Regime, Register
from assistant.domain.letters.checks import Finding, LetterFacts, check

# What one kind of fault takes off what is left. An error would stop a letter from leaving: three
# kinds leave about a half, seven about a fifth. A warning is a matter of style or of care.
# "[REQUESTER]", "[NAME 2]": put there by the library, and no fault of the letter.
_MASK = re.compile(r"\[[A-Z][A-Z0-9 _-]{2,30}\]")
COSTS = {"error": 0.2, "warning": 0.03}


@dataclass(frozen=True, slots=True)
class Quality:
    """The score of a precedent from 0 (worst) to 1 (nothing found), and every finding behind it."""

    score: float
    findings: tuple[Finding, ...]

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The first finding of each rule that would stop a letter, in the order of the rules."""
        return tuple(_first_of_each(each for each in self.findings if each.severity == "error"))

    @property
    def quotable(self) -> bool:
        """Whether its words may stand in a draft: only where no fault was found."""
        return not self.faults


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
    """Hold a precedent against the letter checks, and return its score with what was found.

    Give what is known of it: a check that needs what nobody gave does not run and costs nothing.
    `sections` are citations as the register prints them. The score is the product, over each rule
    that found something, of one less its cost; a rule that found the same twice counts once.
    """
    facts = LetterFacts(
        outcome=outcome,
        claimed=sections or None,
        request=request or None,
        regime=regime,
        letter_date=dated,
    )
    findings = tuple(
        each for each in check(text, facts, register).findings if not _is_mask(text, each)
    )
    score = 1.0
    for finding in _first_of_each(findings):
        score *= 1 - COSTS[finding.severity]
    return Quality(round(score, 3), findings)


def _is_mask(text: str, finding: Finding) -> bool:
    """Tell whether a finding is what stands for somebody's name since the letter was masked."""
    return (
        finding.rule == "placeholder"
        and _MASK.fullmatch(text[finding.start : finding.end]) is not None
    )


def _first_of_each(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the first finding of each rule."""
    firsts: dict[str, Finding] = {}
    for finding in findings:
        firsts.setdefault(finding.rule, finding)
    return tuple(firsts.values())
