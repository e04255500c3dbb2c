"""Case references: counted per authority and year, without a gap and without a double."""

from django.db.models import F

from assistant.store.models import Authority, CaseNumber

PREFIX = "FOI"


def next_reference(authority: Authority, year: int) -> str:
    """Return the next reference, such as FOI-2026-00001. Call it inside the case's transaction.

    The counter's row is locked until that transaction ends: a rollback gives the number back, and
    two cases opened at once wait for each other.
    """
    counters = CaseNumber.objects.filter(authority=authority, prefix=PREFIX, year=year)
    if not counters.update(last=F("last") + 1):
        CaseNumber.objects.get_or_create(authority=authority, prefix=PREFIX, year=year)
        counters.update(last=F("last") + 1)
    return f"{PREFIX}-{year}-{counters.values_list('last', flat=True).get():05d}"
