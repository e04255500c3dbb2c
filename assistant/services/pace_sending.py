"""Share the mail server among all workers: so many letters a minute, so many connections at once.

Workers know of each other through the database alone. A slot is a lease: what a dead worker held is
free again when its lease has run out.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import SystemRandom

from django.db import transaction

from assistant.ports import Clock
from assistant.store.models import SendingGate, SendingSlot

MINUTE = timedelta(minutes=1)
# Every step up to the letter has its own time limit; together they take less than this.
LEASE = timedelta(minutes=5)
# A server may take ten minutes over a letter (RFC 5321 section 4.5.3.2.6).
LEASE_OF_A_TRANSMISSION = timedelta(minutes=12)
SOON = timedelta(seconds=10)
FIRST_REST, LONGEST_REST = timedelta(seconds=30), timedelta(minutes=15)
_CHANCE = SystemRandom()


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast letters may leave: what Exchange Online takes, unless the settings say otherwise."""

    per_minute: int = 30
    connections: int = 3


USUAL_PACE = Pace()


def take_slot(pace: Pace, *, clock: Clock) -> SendingSlot | datetime:
    """Return a slot for one letter, or the instant from which it is worth asking again."""
    with transaction.atomic():
        gate = _gate()
        now = clock.now()
        if gate.closed_until and gate.closed_until > now:
            return gate.closed_until
        SendingSlot.objects.filter(free_at__lte=now, taken_at__lte=now - MINUTE).delete()
        if SendingSlot.objects.filter(free_at__gt=now).count() >= pace.connections:
            return now + SOON
        lately = list(
            SendingSlot.objects.filter(taken_at__gt=now - MINUTE)
            .order_by("-taken_at")
            .values_list("taken_at", flat=True)[: pace.per_minute]
        )
        if len(lately) == pace.per_minute:
            return lately[-1] + MINUTE
        return SendingSlot.objects.create(taken_at=now, free_at=now + LEASE)


def hold_slot(slot: SendingSlot, *, clock: Clock) -> None:
    """Hold a slot for as long as a server may take over a letter."""
    SendingSlot.objects.filter(pk=slot.pk).update(free_at=clock.now() + LEASE_OF_A_TRANSMISSION)


def give_back_slot(slot: SendingSlot, *, used: bool, clock: Clock) -> None:
    """Free a slot; one that was not `used` does not count for the minute either."""
    kept = SendingSlot.objects.filter(pk=slot.pk)
    if used:
        kept.update(free_at=clock.now())
    else:
        kept.delete()


def slow_down(*, clock: Clock) -> datetime:
    """Close the gate for everybody, longer each time; return until when."""
    with transaction.atomic():
        gate = _gate()
        rest = jittered(min(FIRST_REST * 2 ** min(gate.refusals, 10), LONGEST_REST))
        gate.refusals += 1
        gate.closed_until = max(gate.closed_until or clock.now(), clock.now() + rest)
        gate.save()
    return gate.closed_until


def went_well() -> None:
    """Note that the server takes letters again."""
    SendingGate.objects.filter(refusals__gt=0).update(refusals=0, closed_until=None)


def jittered(pause: timedelta) -> timedelta:
    """Return half to all of a pause, by chance, so that workers do not come back together."""
    return pause * _CHANCE.uniform(0.5, 1.0)


def _gate() -> SendingGate:
    """Return the one row under whose lock slots are given, held for this transaction."""
    SendingGate.objects.get_or_create(pk=1)
    return SendingGate.objects.select_for_update().get(pk=1)
