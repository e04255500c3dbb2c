"""Case references: counted per authority and year, without a double, and without a gap but one.

The one is made by a restore: what was told to somebody after the backup is never given again.
"""

from collections.abc import Iterable

from django.db.models import F

from assistant.store.models import Authority, CaseNumber

PREFIX = "FOI"


def next_references(authority: Authority, year: int, count: int) -> list[str]:
    """Return the next references, such as FOI-2026-00001. Call it inside the cases' transaction.

    The counter's row is locked until that transaction ends: a rollback gives the numbers back, and
    cases opened at once by two processes wait for each other.
    """
    counters = CaseNumber.objects.filter(authority=authority, prefix=PREFIX, year=year)
    if not counters.update(last=F("last") + count):
        CaseNumber.objects.get_or_create(authority=authority, prefix=PREFIX, year=year)
        counters.update(last=F("last") + count)
    last = counters.values_list("last", flat=True).get()
    return [f"{PREFIX}-{year}-{number:05d}" for number in range(last - count + 1, last + 1)]


def leave_out(years: Iterable[int], count: int) -> None:
    """Pass over the next numbers of every authority in those years; nobody ever gets them."""
    for authority in Authority.objects.order_by("pk"):
        for year in years:
            counters = CaseNumber.objects.filter(authority=authority, prefix=PREFIX, year=year)
            CaseNumber.objects.get_or_create(authority=authority, prefix=PREFIX, year=year)
            counters.update(last=F("last") + count)
