"""The rules that a letter is held against, a themed file each; `table` lists them all."""

from assistant.domain.letters.checks.facts import LetterFacts
from assistant.domain.letters.checks.framework import Checked, Finding, NotRun, Rule
from assistant.domain.letters.checks.table import RULES, check

__all__ = ["RULES", "Checked", "Finding", "LetterFacts", "NotRun", "Rule", "check"]
