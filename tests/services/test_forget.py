"""Records of reading end after their years, and sessions that have ended do not stay."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from assistant import config
from assistant.project.tasks import forget_old
from assistant.services import forget
from assistant.services.forget import forget_nightly, forget_readings
from assistant.services.record_reading import record_reading
from assistant.store.models import Reading
from tests.letters import mail
from tests.world import World


def read(world: World, *ages: timedelta) -> None:
    case = world.case(mail("How many lorries do you own?"))
    for age in ages:
        record_reading(case, Reading.What.CASE, by=world.officer, hour=world.clock.now() - age)


def test_only_readings_older_than_the_years_go(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forget, "AT_ONCE", 2)
    years = [timedelta(days=366 * number) for number in (1, 5, 6, 7, 8)]
    read(world, *years)
    assert forget_readings(years=6, clock=world.clock) == 3
    assert Reading.objects.count() == 2
    assert forget_readings(years=6, clock=world.clock) == 0


def test_it_is_asked_for_once_in_a_night_and_never_by_day(world: World) -> None:
    world.clock.set(datetime(2031, 3, 3, 12, 0, tzinfo=UTC))
    assert not forget_nightly(clock=world.clock)
    world.clock.set(datetime(2031, 3, 4, 2, 0, tzinfo=UTC))
    assert forget_nightly(clock=world.clock)
    assert not forget_nightly(clock=world.clock)
    world.clock.set(datetime(2031, 3, 5, 2, 0, tzinfo=UTC))
    assert forget_nightly(clock=world.clock)


def test_the_task_deletes_sessions_that_have_ended_and_keeps_the_others(world: World) -> None:
    read(world, timedelta(days=1))
    for seconds in (-60, 3_600):
        session = SessionStore()
        session.set_expiry(seconds)
        session.create()
    forget_old.call()
    assert Session.objects.count() == 1
    assert Reading.objects.count() == 1
    assert config.current().readings_years == 6
