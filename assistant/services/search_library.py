"""Search the library: full text and vectors, fused by weighted reciprocal rank."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Fit, IndexGone, Library
from assistant.services.library_fit import current_fit
from assistant.services.rebuild_library import rebuild_in_background
from assistant.store import fulltext
from assistant.store.library_filters import Filters
from assistant.store.models import Passage
from assistant.store.ranking import Match, Question, ask
from assistant.store.term_counts import passages_of

__all__ = ["Answer", "Filters", "Found", "answer", "search"]

# Reciprocal rank fusion: a passage scores weight / (K + rank) in each list it stands in.
K = 60
DEPTH = 50
# To be asked for more costs nothing, and most of what words find is among them.
COMPARED = 200
# On judged requests no other weights rank better by more than what is noise (bench/README.md).
WEIGHTS = {"text": 1.0, "vector": 1.0}
# A passage counts as found from this likeness on: the mean of its similarity and its coverage. On
# judged requests that keeps what is of use, and recipes find next to nothing (bench/README.md).
LEAST_LIKENESS = 0.19
# Where there are no vectors to ask, coverage stands alone and has to be higher.
LEAST_COVERAGE = 0.24
# Passages that pass a filter are compared one by one up to so many; of more, the nearest are
# asked for and filtered, deeper and deeper.
NARROW = 3_000
DEEPEST = 5_000


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found; the ranks say where each list had it (from 1), None where it had not.

    `score` orders the results of one search and means nothing beyond it. `similarity` is the
    cosine between passage and question, `coverage` the share of the question's words, weighed by
    their rarity, that the passage has; `likeness` is the mean of both. These three are from 0 to 1,
    mean the same for every question, and can be held against a threshold.
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
    coverage: float = 0.0
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found, the best first, and why it rests on words alone, if it does."""

    found: tuple[Found, ...]
    by_words_only: str = ""


@dataclass(frozen=True, slots=True)
class _Space:
    """Where to search: everywhere, among a few passages, or among many that pass a filter."""

    filters: Filters
    allowed: tuple[str, ...] | None = None
    share: float = 1.0


def search(
    authority_id: int, text: str, *, k: int, library: Library, filters: Filters | None = None
) -> list[Found]:
    """Return the `k` passages that answer a text best, the best first.

    Fewer, or none, where fewer are alike enough. Raises TryAgainLater where the library cannot be
    reached, and NotAllowed where its index was made by another embedder (`knowledge reindex` mends
    that), is gone (it is then made again in the background), or a filter cannot be.
    """
    question = ask(authority_id, text)
    space = _space(authority_id, filters or Filters())
    fit = current_fit(authority_id)
    try:
        return _both_ways(authority_id, text, question, space, k, fit, library)
    except IndexGone:
        now = current_fit(authority_id)
        if now == fit:
            rebuild_in_background(authority_id)
            raise
        # It was built anew since the fit was read, and the old one dropped.
        return _both_ways(authority_id, text, question, space, k, now, library)


def answer(
    authority_id: int, text: str, *, k: int, library: Library, filters: Filters | None = None
) -> Answer:
    """Return what `search` does, or what the words alone find while the vectors cannot be asked.

    Raises NotAllowed where a filter cannot be.
    """
    given = filters or Filters()
    space = _space(authority_id, given)
    try:
        return Answer(tuple(search(authority_id, text, k=k, library=library, filters=given)))
    except (TryAgainLater, NotAllowed) as error:
        question = ask(authority_id, text)
        by_text = _by_text(authority_id, question, space)
        found = _found(authority_id, question, {"text": list(by_text)}, None, k)
        return Answer(tuple(found), by_words_only=str(error))


def fuse(ranks: dict[str, dict[str, int]]) -> dict[str, float]:
    """Return the fused score of every passage that any list holds."""
    scores: dict[str, float] = {}
    for name, places in ranks.items():
        for ident, rank in places.items():
            scores[ident] = scores.get(ident, 0.0) + WEIGHTS[name] / (K + rank)
    return scores


def _space(authority_id: int, filters: Filters) -> _Space:
    """Return where to search, and how much of the library that is."""
    if filters.empty:
        return _Space(filters)
    rows = filters.passages(authority_id).order_by()
    few = tuple(rows.values_list("ident", flat=True)[: NARROW + 1])
    if len(few) <= NARROW:
        return _Space(filters, allowed=few)
    return _Space(filters, share=rows.count() / max(passages_of(authority_id), 1))


def _both_ways(
    authority_id: int,
    text: str,
    question: Question,
    space: _Space,
    k: int,
    fit: Fit | None,
    library: Library,
) -> list[Found]:
    """Search by words and by vectors, and fuse what they find."""
    by_text = list(_by_text(authority_id, question, space))
    alike = _by_vector(authority_id, text, space, fit, library) if fit else {}
    ranked = {"text": by_text, "vector": list(alike)[:DEPTH]}
    if fit:
        # What words alone found is compared, too: every result has its similarity.
        others = [ident for ident in by_text if ident not in alike]
        hits = library.nearest(fit, text, len(others), among=others) if others else []
        alike |= {hit.id: hit.score for hit in hits}
    return _found(authority_id, question, ranked, alike if fit else None, k)


def _by_text(authority_id: int, question: Question, space: _Space) -> dict[str, Match]:
    """Return the best matches by words, filtered."""
    if space.allowed is not None or space.filters.empty:
        return fulltext.matching(authority_id, question, DEPTH, allowed=space.allowed)
    within = space.filters.passages(authority_id)
    return fulltext.matching(authority_id, question, DEPTH, within=within, share=space.share)


def _by_vector(
    authority_id: int, text: str, space: _Space, fit: Fit, library: Library
) -> dict[str, float]:
    """Return the nearest passages and their similarity, filtered; more than are ranked."""
    if space.allowed is not None or space.filters.empty:
        hits = library.nearest(fit, text, COMPARED, among=space.allowed)
        return {hit.id: hit.score for hit in hits}
    depth = min(DEEPEST, round(2 * DEPTH / max(space.share, 0.001)))
    while True:
        near = {hit.id: hit.score for hit in library.nearest(fit, text, depth)}
        passing = _passing(authority_id, list(near), space)
        if len(passing) >= DEPTH or len(near) < depth:
            break
        if depth >= DEEPEST:
            # What passes is far from the question: it is compared one by one after all.
            rows = space.filters.passages(authority_id).order_by()
            idents = list(rows.values_list("ident", flat=True))
            hits = library.nearest(fit, text, DEPTH, among=idents)
            return {hit.id: hit.score for hit in hits}
        depth = min(DEEPEST, 4 * depth)
    return {ident: near[ident] for ident in passing[:DEPTH]}


def _passing(authority_id: int, idents: Sequence[str], space: _Space) -> list[str]:
    """Return those that pass the filter, in their order."""
    rows = space.filters.passages(authority_id).filter(ident__in=idents).order_by()
    passing = set(rows.values_list("ident", flat=True))
    return [ident for ident in idents if ident in passing]


def _found(
    authority_id: int,
    question: Question,
    ranked: dict[str, list[str]],
    alike: dict[str, float] | None,
    k: int,
) -> list[Found]:
    """Return the best of the fused lists that are alike enough; `alike` is None without vectors."""
    ranks = {
        name: {ident: place for place, ident in enumerate(idents, start=1)}
        for name, idents in ranked.items()
    }
    scores = fuse(ranks)
    best = sorted(scores, key=lambda ident: (-scores[ident], ident))
    found: list[Found] = []
    for start in range(0, len(best), 2 * k):
        for row in _in_order(authority_id, best[start : start + 2 * k]):
            coverage = question.match(row.terms).coverage
            similarity, likeness, least = _alike(coverage, alike, row.ident)
            if likeness >= least:
                measures = (scores[row.ident], similarity, coverage, likeness)
                found.append(_of_row(row, measures, ranks))
        if len(found) >= k:
            break
    return found[:k]


def _in_order(authority_id: int, idents: Sequence[str]) -> list[Passage]:
    """Return the rows of passages; an index may hold what the database has lost since."""
    held = Passage.objects.filter(ident__in=idents, document__authority_id=authority_id)
    rows = {row.ident: row for row in held.select_related("document").defer("document__text")}
    return [rows[ident] for ident in idents if ident in rows]


def _alike(
    coverage: float, alike: dict[str, float] | None, ident: str
) -> tuple[float, float, float]:
    """Return similarity, likeness, and the least likeness that counts as found."""
    if alike is None:
        return 0.0, coverage, LEAST_COVERAGE
    similarity = max(0.0, min(1.0, alike.get(ident, 0.0)))
    return similarity, (similarity + coverage) / 2, LEAST_LIKENESS


def _of_row(
    row: Passage,
    measures: tuple[float, float, float, float],
    ranks: dict[str, dict[str, int]],
) -> Found:
    """Return a row as a result."""
    score, similarity, coverage, likeness = measures
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
        rank_vector=ranks.get("vector", {}).get(row.ident),
        coverage=coverage,
        likeness=likeness,
    )
