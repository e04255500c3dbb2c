"""Full text search over passages: found by the database's own index, ranked alike on both.

The index is FTS5 on SQLite and GIN on PostgreSQL.

The index changes in the transaction that changes the passages, and every process sees it.
"""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import QuerySet

from assistant.store.models import LibraryDocument, Passage
from assistant.store.ranking import Match, Question

_SQLITE = (
    "SELECT rowid FROM passage_terms WHERE passage_terms MATCH %s ORDER BY rowid DESC LIMIT %s"
)
_POSTGRESQL = """
    SELECT id FROM store_passage
    WHERE to_tsvector('simple', terms) @@ to_tsquery('simple', %s) LIMIT %s
"""
# So many passages are ranked for a question. More cost time and find nothing better (measured).
CANDIDATES = 2_000
MOST_CANDIDATES = 10_000


def matching(
    authority_id: int,
    question: Question,
    most: int,
    *,
    allowed: Sequence[str] | None = None,
    within: QuerySet[Passage] | None = None,
    share: float = 1.0,
) -> dict[str, Match]:
    """Return the passages that share words with a question, by ident, the best first.

    `allowed` are the only passages that count, where they are few: every one of them is then
    compared. Where they are many, they are `within`, and `share` is how much of the library they
    are, so that enough of them are compared.
    """
    if not question.weights:
        return {}
    if allowed is None:
        words = question.rarest(min(round(CANDIDATES / max(share, 0.001)), MOST_CANDIDATES))
        keys = _having(words, MOST_CANDIDATES)
        if within is not None:
            keys = list(within.filter(pk__in=keys).order_by().values_list("pk", flat=True))
        rows = _rows(authority_id, Passage.objects.filter(pk__in=keys))
    else:
        rows = _rows(authority_id, Passage.objects.filter(ident__in=allowed))
    matches = {ident: question.match(terms) for ident, terms in rows}
    best = sorted(matches, key=lambda ident: (-matches[ident].score, ident))
    return {ident: matches[ident] for ident in best[:most] if matches[ident].score > 0}


def _having(words: Iterable[str], most: int) -> list[int]:
    """Return the keys of passages that have any of the terms."""
    if connection.vendor == "postgresql":
        # Terms hold letters and digits only, so nothing in them is an operator.
        statement, asked = _POSTGRESQL, " | ".join(words)
    else:
        statement, asked = _SQLITE, " OR ".join(f'"{word}"' for word in words)
    with connection.cursor() as cursor:
        cursor.execute(statement, [asked, most])
        return [row[0] for row in cursor.fetchall()]


def _rows(authority_id: int, passages: QuerySet[Passage]) -> Iterable[tuple[str, str]]:
    """Return ident and terms of those of the passages that are the authority's.

    Asked for both at once, the database may read every passage of the authority instead.
    """
    found = list(passages.order_by().values_list("ident", "terms", "document"))
    documents = {document for _, _, document in found}
    rows = LibraryDocument.objects.filter(authority_id=authority_id, pk__in=documents)
    own = set(rows.values_list("pk", flat=True))
    return [(ident, terms) for ident, terms, document in found if document in own]


def analyse() -> None:
    """Let the database count how many rows its indexes lead to, so that it takes the right one."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA analysis_limit = 1000")
        for table in ("store_passage", "store_librarydocument"):
            cursor.execute(f"ANALYZE {table}")


_MISSING = """
    SELECT p.id FROM store_passage p
    JOIN store_librarydocument d ON d.id = p.document_id AND d.authority_id = %s
    WHERE p.id NOT IN (SELECT id FROM passage_terms_docsize)
"""


def missing(authority_id: int) -> int:
    """Count passages that the full text index does not hold."""
    if connection.vendor == "postgresql":
        # The index is part of the table; a passage cannot be missing from it.
        return 0
    # One row stands there for each row that the index really holds (the view of the index itself
    # reads the passages).
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({_MISSING})", [authority_id])  # noqa: S608 - our own words
        return int(cursor.fetchone()[0])


def mend(authority_id: int) -> None:
    """Put passages into the full text index that it does not hold; call it in a transaction."""
    if connection.vendor == "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO passage_terms(rowid, terms) SELECT id, terms FROM store_passage"  # noqa: S608 - our own words
            f" WHERE id IN ({_MISSING})",
            [authority_id],
        )
