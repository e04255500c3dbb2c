"""All processes together keep to the calls of a minute and the budget of a day."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from assistant import config
from assistant.domain.errors import TryAgainLater
from assistant.project.wiring import model_allowance
from assistant.services.allow_model_calls import DatabaseAllowance, Limits
from assistant.store.models import ModelSlot
from tests.fakes import FixedClock

pytestmark = pytest.mark.django_db
MODEL, OTHER = "openai:a-model", "ollama:b-model"
PRICES = {MODEL: (Decimal(100), Decimal(400))}


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 3, 2, 23, 0, tzinfo=UTC))


def test_a_minute_has_so_many_calls_whoever_makes_them(clock: FixedClock) -> None:
    one, other = (DatabaseAllowance(Limits(2), clock=clock) for _ in range(2))
    one.take(MODEL, 10)
    clock.advance(timedelta(seconds=30))
    other.take(OTHER, 10)

    for allowance in (one, other):
        with pytest.raises(TryAgainLater, match="FOI_MODEL_CALLS_A_MINUTE"):
            allowance.take(MODEL, 10)
    clock.advance(timedelta(seconds=30))
    one.take(MODEL, 10)


def test_a_minute_over_midnight_is_one_minute(clock: FixedClock) -> None:
    clock.advance(timedelta(minutes=59, seconds=30))
    allowance = DatabaseAllowance(Limits(2, tokens_a_day=15), clock=clock)
    allowance.take(MODEL, 10)
    clock.advance(timedelta(seconds=31))
    # A new day, so its budget is whole again; the minute is not over.
    allowance.take(MODEL, 10)
    with pytest.raises(TryAgainLater, match="minute"):
        allowance.take(MODEL, 10)


def test_a_day_has_so_many_tokens_and_begins_at_midnight(clock: FixedClock) -> None:
    allowance = DatabaseAllowance(Limits(20, tokens_a_day=1000), clock=clock)
    number = allowance.take(MODEL, 900)
    with pytest.raises(TryAgainLater, match="FOI_MODEL_TOKENS_A_DAY, 1,000"):
        allowance.take(MODEL, 200)

    allowance.settle(number, tokens_in=300, tokens_out=100)
    allowance.take(MODEL, 600)
    with pytest.raises(TryAgainLater, match="midnight UTC"):
        allowance.take(MODEL, 1)
    clock.advance(timedelta(hours=1))
    allowance.take(MODEL, 1000)
    assert ModelSlot.objects.count() == 1


def test_a_call_that_never_ended_counts_as_expected(clock: FixedClock) -> None:
    limits = Limits(20, tokens_a_day=1000)
    DatabaseAllowance(limits, clock=clock).take(MODEL, 1000)
    clock.advance(timedelta(minutes=50))
    with pytest.raises(TryAgainLater):
        DatabaseAllowance(limits, clock=clock).take(MODEL, 1)


def test_a_day_has_so_many_pence_by_the_dearer_price_until_it_is_known(clock: FixedClock) -> None:
    allowance = DatabaseAllowance(Limits(20, pence_a_day=1, prices=PRICES), clock=clock)
    number = allowance.take(MODEL, 2000)
    assert ModelSlot.objects.get().pence == Decimal("0.8")
    with pytest.raises(TryAgainLater, match="FOI_MODEL_PENCE_A_DAY"):
        allowance.take(MODEL, 2000)

    allowance.settle(number, tokens_in=1000, tokens_out=100)
    assert ModelSlot.objects.get().pence == Decimal("0.14")
    allowance.take(MODEL, 2000)
    # What has no price costs nothing.
    allowance.take(OTHER, 1_000_000)


def test_a_model_that_asks_for_rest_is_left_alone_and_the_others_are_not(clock: FixedClock) -> None:
    allowance = DatabaseAllowance(Limits(20), clock=clock)
    allowance.rest(MODEL, 120)
    allowance.rest(MODEL, 5)
    allowance.rest(OTHER, 5)

    with pytest.raises(TryAgainLater, match="left alone until 23:02 UTC"):
        allowance.take(MODEL, 1)
    clock.advance(timedelta(seconds=6))
    allowance.take(OTHER, 1)
    clock.advance(timedelta(seconds=114))
    allowance.take(MODEL, 1)


@pytest.mark.parametrize("seconds", [1e12, 86_400])
def test_nobody_is_left_alone_for_more_than_an_hour(clock: FixedClock, seconds: float) -> None:
    allowance = DatabaseAllowance(Limits(20), clock=clock)
    allowance.rest(MODEL, seconds)
    clock.advance(timedelta(minutes=59))
    with pytest.raises(TryAgainLater):
        allowance.take(MODEL, 1)
    clock.advance(timedelta(minutes=1))
    allowance.take(MODEL, 1)


def test_settling_what_is_long_forgotten_is_no_error(clock: FixedClock) -> None:
    DatabaseAllowance(Limits(20), clock=clock).settle(999, tokens_in=1, tokens_out=1)
    assert not ModelSlot.objects.exists()


def test_the_settings_say_what_is_allowed() -> None:
    allowance = model_allowance(config.load({"FOI_MODEL": MODEL, "FOI_MODEL_CALLS_A_MINUTE": "1"}))
    allowance.take(MODEL, 1)
    with pytest.raises(TryAgainLater, match="1 calls"):
        allowance.take(MODEL, 1)
