"""Puts the figures of the evaluation sets into the summary, where every run shows them."""

from collections.abc import Callable

import pytest

FIGURES = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Begin with no figures."""
    config.stash[FIGURES] = []


@pytest.fixture
def tell(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """Take a line for the summary at the end of the run."""
    return pytestconfig.stash[FIGURES].append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write the figures, whether the tests passed or not."""
    figures = terminalreporter.config.stash[FIGURES]
    if figures:
        terminalreporter.section("what the checks find in the evaluation sets")
        for line in sorted(figures):
            terminalreporter.write_line(line)
