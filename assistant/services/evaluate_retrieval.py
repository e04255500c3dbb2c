"""Hold the search of the library against judged queries, in a library made for it alone."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from assistant.domain.errors import NotAllowed
from assistant.domain.library.precedents import Precedent
from assistant.domain.measures import ndcg, recall, reciprocal_rank, share, unjudged
from assistant.ports import Clock, Library
from assistant.services.import_knowledge import import_knowledge
from assistant.services.search_library import DEPTH, K, search
from assistant.store.models import Authority, LibraryDocument

Record = Mapping[str, Any]
Grades = dict[str, int]
# Both lists whole: what stands in neither was not found.
_ALL = 2 * DEPTH
# What full text may weigh beside vectors, which weigh 1.
WEIGHTS = (0.0, 0.1, 0.2, 0.25, 0.3, 0.5, 0.75, 1.0)
RANKERS = ("text", "vector", "fused")


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a search found for one query: for each ranker its documents, best first.

    `ranks` are the places of each passage found by full text and by vectors, with its document.
    """

    grades: Grades
    by_ranker: Mapping[str, Sequence[str]]
    ranks: Sequence[tuple[str, int | None, int | None]]


def evaluate_retrieval(
    corpus: Sequence[Record],
    queries: Sequence[Record],
    qrels: Iterable[Record],
    *,
    library: Library,
    clock: Clock,
    weights: bool = False,
    progress: Callable[[], None] = lambda: None,
) -> dict[str, Any]:
    """Return the figures of `evaluate retrieval`, of full text, vectors and both fused.

    Documents and queries have `id`, `subject` and `request_text`; judgements `query`, `doc` and
    `grade` (0 to 2). A document is found with the best of its passages. Queries for which nothing
    was judged relevant cannot be scored, and are counted under `not_scored`. With `weights` it is
    measured, too, what other weights of full text would give, each query under the weight that is
    best for all others. `progress` is called after each document and each query.

    Raises NotAllowed where the library holds anything: figures are taken in an empty one only.
    """
    if LibraryDocument.objects.exists():
        raise NotAllowed("There is a library here already, and figures are taken in an empty one.")
    grades: dict[str, Grades] = {}
    for row in qrels:
        grades.setdefault(str(row["query"]), {})[str(row["doc"])] = int(row["grade"])
    authority = Authority.objects.create(slug="evaluation", name="Evaluation")
    twins = _twins(corpus)
    import_knowledge(authority.pk, _documents(twins, progress), library=library, clock=clock)
    same = {str(place): [str(one["id"]) for one in group] for place, group in enumerate(twins)}
    answers = []
    for query in queries:
        judged = grades.get(str(query["id"]), {})
        if any(judged.values()):
            answers.append(_answer(authority.pk, query, judged, same, library))
        progress()
    if not answers:
        raise NotAllowed("No query has a document that was judged relevant. Check the three files.")
    by_ranker = {
        name: _figures([(answer.by_ranker[name], answer.grades) for answer in answers])
        for name in RANKERS
    }
    document: dict[str, Any] = {
        **by_ranker["fused"],
        "n": len(answers),
        "not_scored": len(queries) - len(answers),
        "documents": len(corpus),
        "by_ranker": by_ranker,
    }
    return {**document, "weights": _weights(answers)} if weights else document


def _words(record: Record) -> str:
    """Return what is told of a document, or asked by a query, beside its subject."""
    return str(record.get("request_text") or record.get("subject") or "")


def _twins(corpus: Sequence[Record]) -> list[list[Record]]:
    """Return the documents of each content together: the library keeps the same only once."""
    groups: dict[str, list[Record]] = {}
    for record in corpus:
        content = f"{record.get('subject') or ''}\n{_words(record)}"
        groups.setdefault(" ".join(content.split()), []).append(record)
    return list(groups.values())


def _documents(
    twins: Sequence[Sequence[Record]], progress: Callable[[], None]
) -> Iterator[Precedent]:
    """Yield the documents as the library takes them in; each refers to its place among `twins`."""
    for place, group in enumerate(twins):
        subject, asked = str(group[0].get("subject") or ""), _words(group[0])
        # What was asked is known here, and no answer: the subject stands for it.
        yield Precedent(
            ident=str(group[0]["id"]),
            title=subject,
            text=subject or asked,
            request=asked,
            reference=str(place),
        )
        for _ in group:
            progress()


def _answer(
    authority_id: int,
    query: Record,
    grades: Grades,
    same: Mapping[str, Sequence[str]],
    library: Library,
) -> _Answer:
    """Search for one query, and tell what each ranker found."""
    asked = f"{query.get('subject') or ''}\n{query.get('request_text') or ''}"
    found = search(authority_id, asked, k=_ALL, library=library)
    lists: dict[str, list[tuple[int, str]]] = {
        "fused": [(place, each.source) for place, each in enumerate(found)],
        "text": [(each.rank_text, each.source) for each in found if each.rank_text],
        "vector": [(each.rank_vector, each.source) for each in found if each.rank_vector],
    }
    by_ranker = {name: _ordered(places, same) for name, places in lists.items()}
    ranks = [(each.source, each.rank_text, each.rank_vector) for each in found]
    return _Answer(grades, by_ranker, _expanded(ranks, same))


def _ordered(places: Iterable[tuple[float, str]], same: Mapping[str, Sequence[str]]) -> list[str]:
    """Return documents in the order of their best passages, twins one after another."""
    ordered = dict.fromkeys(document for _, document in sorted(places))
    return [each for document in ordered for each in same.get(document, [document])]


def _expanded(
    ranks: Iterable[tuple[str, int | None, int | None]], same: Mapping[str, Sequence[str]]
) -> list[tuple[str, int | None, int | None]]:
    """Return the places of passages for each twin of their documents."""
    return [(twin, text, vector) for each, text, vector in ranks for twin in same.get(each, [each])]


def _figures(rows: Sequence[tuple[Sequence[str], Grades]]) -> dict[str, float]:
    """Return the means over all queries; `unjudged@10` is the mean number a query."""
    return {
        "ndcg@10": fmean(ndcg(ranked, grades) for ranked, grades in rows),
        "recall@10": fmean(recall(ranked, grades) for ranked, grades in rows),
        "mrr": fmean(reciprocal_rank(ranked, grades) for ranked, grades in rows),
        "unjudged@10": share(sum(unjudged(ranked, grades) for ranked, grades in rows), len(rows)),
    }


def _weights(answers: Sequence[_Answer]) -> dict[str, Any]:
    """Return what each weight of full text gives, and what is left of the best on other queries."""
    scores = [
        {weight: ndcg(_fused(answer.ranks, weight), answer.grades) for weight in WEIGHTS}
        for answer in answers
    ]
    left_out, chosen = [], Counter[float]()
    for at, row in enumerate(scores):
        others = scores[:at] + scores[at + 1 :] or scores
        best = max(WEIGHTS, key=lambda weight: sum(other[weight] for other in others))
        left_out.append(row[best])
        chosen[best] += 1
    return {
        "ndcg@10": {str(weight): fmean(row[weight] for row in scores) for weight in WEIGHTS},
        "left_out": fmean(left_out),
        "chosen": {str(weight): count for weight, count in sorted(chosen.items())},
    }


def _fused(ranks: Sequence[tuple[str, int | None, int | None]], weight: float) -> list[str]:
    """Return documents by reciprocal rank, full text weighing so much and vectors 1."""
    scores: dict[str, float] = {}
    for document, text, vector in ranks:
        score = (weight / (K + text) if text else 0.0) + (1 / (K + vector) if vector else 0.0)
        scores[document] = max(scores.get(document, 0.0), score)
    return sorted(scores, key=lambda each: (-scores[each], each))
