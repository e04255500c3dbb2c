"""Data for tests of the use cases: one authority, its people, its mailbox, and letters to it."""

from datetime import UTC, datetime

import pytest

from assistant.ports import Arrival
from tests.letters import arrival
from tests.world import World, make_world

__all__ = ["Arrival", "arrival"]


@pytest.fixture
def world(db: None) -> World:
    """Northshire Police with an officer, a supervisor, a mailbox, and a clock that stands."""
    return make_world(datetime(2026, 3, 3, 10, 0, tzinfo=UTC))
