"""Full text search over passages: found by the database's own index, ranked alike on both.

The index is FTS5 on SQLite and GIN on PostgreSQL.

The index changes in the transaction that changes the passages, and every process sees it.
"""

from collections import defaultdict
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
_SQLITE_TOO = '({}) AND "{}"'
_POSTGRESQL_TOO = "({}) & {}"
# So many passages are looked up for a question. More cost time and find nothing better (measured).
CANDIDATES = 2_000
MOST_CANDIDATES = 10_000
# Of these, so many are read and ranked: those that have most of what is asked. Looking a passage up
# costs a few microseconds, reading and ranking it thirty times as much.
COMPARED = 400
# Where more are alike in their rare words, so many commoner ones tell them apart.
COMMONER = 8


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
        rows = _likeliest(authority_id, question, within, max(share, 0.001))
    else:
        rows = _rows(authority_id, Passage.objects.filter(ident__in=allowed))
    matches = {ident: question.match(terms) for ident, terms in rows}
    best = sorted(matches, key=lambda ident: (-matches[ident].score, ident))
    return {ident: matches[ident] for ident in best[:most] if matches[ident].score > 0}


def _likeliest(
    authority_id: int, question: Question, within: QuerySet[Passage] | None, share: float
) -> list[tuple[str, str]]:
    """Return ident and terms of the passages that have most of a question, about COMPARED."""
    keys = _by_presence(question, min(round(CANDIDATES / share), MOST_CANDIDATES))
    rows: list[tuple[str, str]] = []
    at_once = min(round(COMPARED / share), MOST_CANDIDATES)
    for start in range(0, len(keys), at_once):
        some = keys[start : start + at_once]
        if within is not None:
            passing = set(within.filter(pk__in=some).order_by().values_list("pk", flat=True))
            some = [key for key in some if key in passing][: 2 * COMPARED]
        rows += _rows(authority_id, Passage.objects.filter(pk__in=some))
        if len(rows) >= COMPARED:
            break
    return rows


def _by_presence(question: Question, about: int) -> list[int]:
    """Return the keys of passages with a rare word of a question, by the weight of what they have.

    Neither the length of a passage nor repetition counts yet: no index alone knows these.
    """
    rare = question.rarest(about)
    having: defaultdict[int, float] = defaultdict(float)
    for word in rare:
        for key in _having([word], MOST_CANDIDATES):
            having[key] += question.weights[word]
    if len(having) > COMPARED:
        weights = question.weights
        others = sorted(weights.keys() - set(rare), key=lambda word: (-weights[word], word))
        for word in others[:COMMONER]:
            for key in _having(rare, 2 * MOST_CANDIDATES, too=word):
                if key in having:
                    having[key] += weights[word]
    return sorted(having, key=lambda key: (-having[key], -key))


def _having(words: Iterable[str], most: int, *, too: str = "") -> list[int]:
    """Return the keys of passages that have any of the terms, and `too` as well where given."""
    if connection.vendor == "postgresql":
        # Terms hold letters and digits only, so nothing in them is an operator.
        statement, asked, both = _POSTGRESQL, " | ".join(words), _POSTGRESQL_TOO
    else:
        statement, both = _SQLITE, _SQLITE_TOO
        asked = " OR ".join(f'"{word}"' for word in words)
    if too:
        asked = both.format(asked, too)
    with connection.cursor() as cursor:
        cursor.execute(statement, [asked, most])
        return [row[0] for row in cursor.fetchall()]


def _rows(authority_id: int, passages: QuerySet[Passage]) -> list[tuple[str, str]]:
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
