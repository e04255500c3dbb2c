"""Says in the summary of a run what hostile mail brought about, gathered from every process."""

import json
from typing import Any

import pytest

NAME = "hostile"
_LISTS = ("unmarked", "lost", "crashed", "reached")


class HostileMail:
    """Counts over the reports of the tests that measure it; quiet where none of them ran."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.letters: set[tuple[str, str]] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Hear of a test, in whichever process it ran."""
        if report.when == "call":
            for name, value in report.user_properties:
                if name == NAME:
                    self._add(json.loads(str(value)))

    def _add(self, found: dict[str, Any]) -> None:
        self.letters |= {(name, way) for name, way, _ in found["unmarked"]}
        for key, value in found.items():
            number = len(value) if key in _LISTS else value
            self.counts[key] = self.counts.get(key, 0) + number

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say what came of it."""
        if self.counts:
            terminalreporter.write_line(self.line)

    @property
    def line(self) -> str:
        """The figures in a sentence."""
        of = self.counts.get
        return (
            f"Hostile mail: {of('attacks', 0)} attacks and {of('mutations', 0)} mutations, two "
            f"ways, and {of('precedents', 0)} as precedents: {len(self.letters)} letters changed "
            f"without a mark, {of('reached', 0)} requests out, {of('crashed', 0)} crashes, "
            f"{of('lost', 0)} requests lost."
        )
