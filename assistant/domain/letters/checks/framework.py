"""What a rule is, and what it finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from assistant.domain.letters.checks.facts import LetterFacts
from assistant.domain.letters.checks.reading import Reading

Severity = Literal["error", "warning"]
# A message and where in the letter; both ends are 0 where something is missing.
Found = Iterable[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: where in the letter, and what is to be done about it.

    `start` and `end` are code points of the letter; both are 0 where something is missing.
    """

    rule: str
    severity: Severity
    message: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class NotRun:
    """A rule that could not run, and the fact that it needs."""

    rule: str
    needs: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found, and which of them could not run."""

    findings: tuple[Finding, ...]
    not_run: tuple[NotRun, ...]

    @property
    def passed(self) -> bool:
        """Whether no error was found; warnings do not stop a letter."""
        return not any(finding.severity == "error" for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id, the section it stands on, the facts it needs, and the question it asks.

    The id names the fault. `find` yields a message and a span for each time it is found; the span
    is (0, 0) where something is missing.
    """

    id: str
    section: str
    severity: Severity
    find: Callable[[Reading], Found]
    needs: tuple[str, ...] = ()

    def missing(self, facts: LetterFacts) -> str:
        """Return the first fact that the rule needs and nobody gave, or nothing."""
        return next((need for need in self.needs if getattr(facts, need) is None), "")
