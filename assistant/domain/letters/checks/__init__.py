"""The rules that a letter is held against before it may leave, a themed file each."""

from assistant.domain.letters.checks.framework import Checked, Finding, LetterFacts, NotRun, Rule
from assistant.domain.letters.checks.table import RULES, check

__all__ = ["RULES", "Checked", "Finding", "LetterFacts", "NotRun", "Rule", "check"]
