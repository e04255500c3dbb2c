"""Full text search over passages, by the database's own index: FTS5 on SQLite, GIN on PostgreSQL.

The index changes in the transaction that changes the passages, and every process sees it.
"""

from django.db import connection

from assistant.store.models import Passage
from assistant.store.terms import query_terms

_SQLITE = """
    SELECT p.ident FROM passage_terms f
    JOIN store_passage p ON p.id = f.rowid
    JOIN store_librarydocument d ON d.id = p.document_id
    WHERE passage_terms MATCH %s AND d.authority_id = %s
    ORDER BY bm25(passage_terms), p.id LIMIT %s
"""
_POSTGRESQL = """
    SELECT p.ident FROM store_passage p
    JOIN store_librarydocument d ON d.id = p.document_id,
    to_tsquery('simple', %s) AS question
    WHERE to_tsvector('simple', p.terms) @@ question AND d.authority_id = %s
    ORDER BY ts_rank_cd(to_tsvector('simple', p.terms), question, 1) DESC, p.id LIMIT %s
"""


def matching(authority_id: int, text: str, most: int) -> list[str]:
    """Return the idents of passages that share words with a text, the best first."""
    words = query_terms(text)
    if not words:
        return []
    if connection.vendor == "postgresql":
        # Terms hold letters and digits only, so nothing in them is an operator.
        statement, question = _POSTGRESQL, " | ".join(words)
    else:
        statement, question = _SQLITE, " OR ".join(f'"{word}"' for word in words)
    with connection.cursor() as cursor:
        cursor.execute(statement, [question, authority_id, most])
        return [row[0] for row in cursor.fetchall()]


def missing(authority_id: int) -> int:
    """Count passages that the full text index does not hold."""
    if connection.vendor == "postgresql":
        # The index is part of the table; a passage cannot be missing from it.
        return 0
    # One row stands here for each row that the index really holds (the view of the index itself
    # reads the passages).
    indexed = "SELECT id FROM passage_terms_docsize"
    with connection.cursor() as cursor:
        cursor.execute(indexed)
        rows = {row[0] for row in cursor.fetchall()}
    ids = Passage.objects.filter(document__authority_id=authority_id).values_list("pk", flat=True)
    return sum(1 for pk in ids if pk not in rows)
