"""Count in how many passages each term stands, so that full text knows which words are rare."""

from collections import Counter
from datetime import datetime

from django.db import transaction

from assistant.store import fulltext
from assistant.store.models import Passage, TermCount, TermStatistics

READ_AT_ONCE = 2_000
LONGEST_TERM = 100
# Counts are of use as long as they are about right: they are made again where the library has
# grown or shrunk by more than this share.
OUT_OF_DATE_ABOVE = 0.05


def count_terms(authority_id: int, *, at: datetime) -> int:
    """Count the terms of an authority's passages anew; return how many passages there are.

    Terms of a single passage are not kept: a term that is not found counts as one of those.
    """
    counts: Counter[str] = Counter()
    passages = length = 0
    held = Passage.objects.filter(document__authority_id=authority_id).values_list("terms")
    for (terms,) in held.iterator(READ_AT_ONCE):
        words = terms.split()
        passages += 1
        length += len(words)
        counts.update(set(words))
    rows = [
        TermCount(authority_id=authority_id, term=term, passages=count)
        for term, count in counts.items()
        if count > 1 and len(term) <= LONGEST_TERM
    ]
    with transaction.atomic():
        TermCount.objects.filter(authority_id=authority_id).delete()
        TermCount.objects.bulk_create(rows, batch_size=READ_AT_ONCE)
        TermStatistics.objects.update_or_create(
            authority_id=authority_id,
            defaults={
                "passages": passages,
                "mean_length": length / passages if passages else 1.0,
                "counted_at": at,
            },
        )
    fulltext.analyse()
    return passages


def out_of_date(authority_id: int, passages: int) -> bool:
    """Whether the terms were counted when there were clearly more or fewer passages."""
    row = TermStatistics.objects.filter(authority_id=authority_id).first()
    if row is None:
        return passages > 0
    return abs(row.passages - passages) > OUT_OF_DATE_ABOVE * max(row.passages, 1)


def passages_of(authority_id: int) -> int:
    """Return about how many passages an authority has: as many as when the terms were counted."""
    row = TermStatistics.objects.filter(authority_id=authority_id).first()
    if row is not None:
        return row.passages
    return Passage.objects.filter(document__authority_id=authority_id).count()
