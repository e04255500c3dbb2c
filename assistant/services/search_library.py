"""Search the library: full text and vectors, fused by weighted reciprocal rank."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.ports import Library
from assistant.services.library_fit import current_fit
from assistant.store import fulltext
from assistant.store.models import Passage

# Reciprocal rank fusion: a passage scores weight / (K + rank) in each list it stands in.
K = 60
DEPTH = 50
# Full text counts less: measured on judged requests, equal weights rank worse than vectors alone,
# and a quarter about as well as they do (bench/README.md); full text adds exact citations.
WEIGHTS = {"text": 0.25, "vector": 1.0}


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found; the ranks say where each list had it (from 1), None where it had not.

    `score` orders the results of one search and means nothing beyond it. `similarity` is the
    cosine between passage and question, from 0 to 1, and can be held against a threshold; a
    passage that only full text found has the share of the best score instead, halved.
    """

    id: str
    version: str
    title: str
    source: str
    dated: date | None
    section: str
    heading: str
    text: str
    start: int
    end: int
    outcome: str
    sections: tuple[str, ...]
    status: str
    score: float
    similarity: float
    rank_text: int | None
    rank_vector: int | None


def search(authority_id: int, text: str, *, k: int, library: Library) -> list[Found]:
    """Return the `k` passages that answer a text best, the best first.

    Raises TryAgainLater where the library cannot be reached, and NotAllowed where its index was
    made by another embedder (`knowledge reindex` mends that).
    """
    by_text = fulltext.matching(authority_id, text, DEPTH)
    fit = current_fit(authority_id)
    hits = library.nearest(fit, text, DEPTH) if fit else []
    alike = {hit.id: max(0.0, min(1.0, hit.score)) for hit in hits}
    ranks = {"text": _ranks(by_text), "vector": _ranks([hit.id for hit in hits])}
    scores = fuse(ranks)
    best = sorted(scores, key=lambda ident: (-scores[ident], ident))
    rows = {
        row.ident: row
        for row in Passage.objects.filter(
            ident__in=best[: 2 * k + 10], document__authority_id=authority_id
        ).select_related("document")
    }
    whole = sum(WEIGHTS.values()) / (K + 1)
    return [
        _found(rows[ident], scores[ident], alike.get(ident, scores[ident] / whole / 2), ranks)
        for ident in best
        if ident in rows
    ][:k]


def fuse(ranks: dict[str, dict[str, int]]) -> dict[str, float]:
    """Return the fused score of every passage that any list holds."""
    scores: dict[str, float] = {}
    for name, places in ranks.items():
        for ident, rank in places.items():
            scores[ident] = scores.get(ident, 0.0) + WEIGHTS[name] / (K + rank)
    return scores


def _ranks(idents: Sequence[str]) -> dict[str, int]:
    """Return each ident's place in a list, from 1."""
    return {ident: place for place, ident in enumerate(idents, start=1)}


def _found(
    row: Passage, score: float, similarity: float, ranks: dict[str, dict[str, int]]
) -> Found:
    """Return a row as a result."""
    return Found(
        id=row.ident,
        version=row.document.version,
        title=row.document.title,
        source=row.document.reference or row.document.ident,
        dated=row.document.dated,
        section=row.section,
        heading=row.heading,
        text=row.text,
        start=row.start,
        end=row.end,
        outcome=row.document.outcome,
        sections=tuple(row.document.sections),
        status=row.document.status,
        score=score,
        similarity=similarity,
        rank_text=ranks["text"].get(row.ident),
        rank_vector=ranks["vector"].get(row.ident),
    )
