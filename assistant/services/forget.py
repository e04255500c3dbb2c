"""Delete what is kept for a time only: old records of who opened what."""

from datetime import timedelta

from django.core.cache import cache

from assistant.domain.law.clock import LONDON
from assistant.ports import Clock
from assistant.services.look_after_libraries import NIGHT
from assistant.store import queue
from assistant.store.models import Reading

# So many are deleted by one statement, so that nobody waits for the lock.
AT_ONCE = 5_000
_A_DAY = 24 * 60 * 60


def forget_nightly(*, clock: Clock) -> bool:
    """Queue, once a night, that what is old is deleted; return whether it was."""
    now = clock.now().astimezone(LONDON)
    if now.hour not in NIGHT or not cache.add(f"forgot-{now.date()}", 1, _A_DAY):
        return False
    queue.enqueue(queue.FORGET_OLD)
    return True


def forget_readings(*, years: int, clock: Clock) -> int:
    """Delete records of who opened what that are older than some years; return how many."""
    before = clock.now() - timedelta(days=365.25 * years)
    old = Reading.objects.filter(hour__lt=before).order_by("pk").values_list("pk", flat=True)
    count = 0
    while some := list(old[:AT_ONCE]):
        Reading.objects.filter(pk__in=some).delete()
        count += len(some)
    return count
