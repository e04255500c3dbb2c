"""What every Clock promises."""

from datetime import UTC, datetime, timedelta

import pytest

from assistant.adapters.system_clock import SystemClock
from assistant.ports import Clock
from tests.fakes import FixedClock


@pytest.mark.parametrize("clock", [SystemClock(), FixedClock()])
def test_the_time_is_aware_in_utc_and_never_runs_back(clock: Clock) -> None:
    first, second = clock.now(), clock.now()
    assert first.utcoffset() == timedelta(0)
    assert first <= second


def test_the_fixed_clock_moves_only_when_it_is_moved() -> None:
    clock = FixedClock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
    assert clock.now() == clock.now()
    clock.advance(timedelta(days=1))
    assert clock.now() == datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    clock.set(datetime(2026, 1, 1, tzinfo=UTC))
    assert clock.now() == datetime(2026, 1, 1, tzinfo=UTC)
