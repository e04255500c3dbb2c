"""Count calls of language models for all processes together, and say when it is enough."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum

from assistant.domain.errors import TryAgainLater
from assistant.ports import Clock
from assistant.store.models import ModelGate, ModelSlot

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
# A server that asks for more is asked again all the same after so long.
LONGEST_REST = timedelta(hours=1)
A_MILLION = Decimal(1_000_000)
Prices = Mapping[str, tuple[Decimal, Decimal]]


@dataclass(frozen=True, slots=True)
class Limits:
    """Calls a minute, tokens and pence a day (0 for no limit), and prices.

    A price is in pence for a million tokens in and out, by the model's name. A day begins at
    midnight UTC.
    """

    calls_a_minute: int
    tokens_a_day: int = 0
    pence_a_day: int = 0
    prices: Prices = field(default_factory=dict)


class DatabaseAllowance:
    """See assistant.ports.allowance.Allowance. Processes know of each other by the database alone.

    It is asked outside of transactions: a call takes long, and its row has to be seen by others
    before it begins.
    """

    def __init__(self, limits: Limits, *, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock

    def take(self, model: str, tokens: int) -> int:
        """Note a call that begins now; see Allowance."""
        # Which of them will be read and which made nobody knows yet: the dearer price counts.
        pence = max(
            cost(self._limits.prices, model, tokens, 0), cost(self._limits.prices, model, 0, tokens)
        )
        with transaction.atomic():
            gate, now = _gate(), self._clock.now()
            self._refuse_while_resting(gate, model, now)
            self._refuse_when_spent(now, tokens, pence)
            ModelSlot.objects.filter(at__lt=min(_midnight(now), now - MINUTE)).delete()
            return ModelSlot.objects.create(model=model, at=now, tokens=tokens, pence=pence).pk

    def settle(self, number: int, *, tokens_in: int, tokens_out: int) -> None:
        """Note what a call took in truth; see Allowance."""
        slot = ModelSlot.objects.filter(pk=number).first()
        if slot:
            slot.tokens = tokens_in + tokens_out
            slot.pence = cost(self._limits.prices, slot.model, tokens_in, tokens_out)
            slot.save()

    def rest(self, model: str, seconds: float) -> None:
        """Leave a model alone for so long, an hour at most; see Allowance."""
        with transaction.atomic():
            gate, now = _gate(), self._clock.now()
            until = now + min(timedelta(seconds=min(seconds, DAY.total_seconds())), LONGEST_REST)
            still = {name: at for name, at in gate.resting.items() if at > now.isoformat()}
            gate.resting = still | {model: max(until.isoformat(), still.get(model, ""))}
            gate.save()

    def _refuse_while_resting(self, gate: ModelGate, model: str, now: datetime) -> None:
        until = gate.resting.get(model, "")
        if until > now.isoformat():
            raise TryAgainLater(
                f"{model} asked to be left alone until {_hour(datetime.fromisoformat(until))}."
            )

    def _refuse_when_spent(self, now: datetime, tokens: int, pence: Decimal) -> None:
        """Raise TryAgainLater where this call would be one too many, for the minute or the day."""
        limits = self._limits
        if ModelSlot.objects.filter(at__gt=now - MINUTE).count() >= limits.calls_a_minute:
            raise TryAgainLater(
                f"This minute has had its {limits.calls_a_minute} calls of language models "
                "(FOI_MODEL_CALLS_A_MINUTE)."
            )
        day = ModelSlot.objects.filter(at__gte=_midnight(now))
        spent = day.aggregate(tokens=Sum("tokens"), pence=Sum("pence"))
        budgets: tuple[tuple[int, int | Decimal, str], ...] = (
            (limits.tokens_a_day, (spent["tokens"] or 0) + tokens, "FOI_MODEL_TOKENS_A_DAY"),
            (limits.pence_a_day, (spent["pence"] or 0) + pence, "FOI_MODEL_PENCE_A_DAY"),
        )
        for limit, would_be, name in budgets:
            if limit and would_be > limit:
                raise TryAgainLater(
                    f"The day’s budget for language models is spent ({name}, {limit:,}). It begins "
                    "anew at midnight UTC."
                )


def cost(prices: Prices, model: str, tokens_in: int, tokens_out: int) -> Decimal:
    """Return what a call costs in pence; nothing where its model has no price."""
    price_in, price_out = prices.get(model, (Decimal(0), Decimal(0)))
    return (price_in * tokens_in + price_out * tokens_out) / A_MILLION


def _midnight(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def _hour(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%H:%M} UTC"


def _gate() -> ModelGate:
    """Return the one row under whose lock calls are counted, held for this transaction."""
    ModelGate.objects.get_or_create(pk=1)
    return ModelGate.objects.select_for_update().get(pk=1)
