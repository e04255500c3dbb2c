"""What holds for every test: who may skip, and the fixtures for parts that run outside Python.

tests/environment.py says what can be set from outside, tests/settings.py is Django's part of it.
"""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests import environment
from tests.hostile.summary import HostileMail

pytest_plugins = ["tests.chroma", "tests.dovecot", "tests.postgresql", "tests.smtp_sink"]

# How fast a machine is, and what else it does, is no matter of a test: bench/ measures speed.
settings.register_profile("foi", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("foi")


class Excused:
    """Counts the tests that only the missing folder ../shared kept from running."""

    def __init__(self) -> None:
        self.count = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Hear of a test, in whichever process it ran."""
        self.count += getattr(report, "excused", False)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say how many there were."""
        terminalreporter.write_line(f"Skipped because ../shared is not here: {self.count} test(s).")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to count, in the process that speaks for all."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Excused())
        config.pluginmanager.register(HostileMail())


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is about SQLite alone where the tests run on PostgreSQL."""
    if not environment.ON_POSTGRESQL:
        return
    left_out = [item for item in items if item.get_closest_marker("sqlite_only")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what reads ../shared where that folder is missing."""
    if _may_skip(item):
        pytest.skip(f"reads {environment.SHARED.name}/ beside the project, which is not here")


def _may_skip(item: pytest.Item) -> bool:
    """Tell whether this is a test that the missing folder ../shared excuses."""
    return item.get_closest_marker("shared") is not None and not environment.SHARED.is_dir()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Make a failure of a skip where everything has to run."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        if _may_skip(item):
            report.excused = True  # type: ignore[attr-defined]  # travels with the report
        elif environment.REQUIRE_ALL:
            _fail(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    """Make a failure of a whole file that skips where everything has to run."""
    report = yield
    if report.skipped and environment.REQUIRE_ALL:
        _fail(report)
    return report


def _fail(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skipped report into a failed one that carries the reason."""
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    report.outcome = "failed"
    report.longrepr = f"FOI_TESTS_REQUIRE_ALL is set and this did not run. {reason}"
