"""Which cases have words, or rely on a section: asked of the database's own full text index.

The index is FTS5 on SQLite and GIN on PostgreSQL; both hold the same terms.
"""

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from assistant.store.models import Case
from assistant.store.terms import terms

_SQLITE = "SELECT rowid FROM case_terms WHERE case_terms MATCH %s"
_POSTGRESQL = """
    SELECT case_id FROM store_casewords
    WHERE to_tsvector('simple', request || ' ' || letters || ' ' || sections)
    @@ to_tsquery('simple', %s)
"""
_POSTGRESQL_SECTIONS = """
    SELECT case_id FROM store_casewords
    WHERE to_tsvector('simple', sections) @@ to_tsquery('simple', %s)
"""


def having_words(cases: QuerySet[Case], text: str) -> QuerySet[Case]:
    """Return those of the cases that have every word of a text: in request, letters or sections.

    Where the text has none that says anything, those with it in their subject.
    """
    words = terms(text).split()
    if not words:
        return cases.filter(title__icontains=text)
    if connection.vendor == "postgresql":
        # Terms hold letters and digits only, so nothing in them is an operator.
        return cases.filter(pk__in=RawSQL(_POSTGRESQL, [" & ".join(words)]))  # noqa: S611 - our own words, the terms are bound
    asked = " AND ".join(f'"{word}"' for word in words)
    return cases.filter(pk__in=RawSQL(_SQLITE, [asked]))  # noqa: S611 - as above


def relying_on(cases: QuerySet[Case], section: str) -> QuerySet[Case]:
    """Return those of the cases of which a part relies on a section, or on a limb of it."""
    words = terms(section).split()
    if not words:
        return cases.none()
    # The most exact of its terms comes first: "s.31(1)(a)" is also "s.31".
    if connection.vendor == "postgresql":
        return cases.filter(pk__in=RawSQL(_POSTGRESQL_SECTIONS, [words[0]]))  # noqa: S611 - as above
    return cases.filter(pk__in=RawSQL(_SQLITE, [f'sections : "{words[0]}"']))  # noqa: S611 - as above
