"""Measure retrieval on judged queries: full text, vectors, and both fused with several weights."""

import argparse
import json
import math
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant import bootstrap
from assistant.adapters.builtin_embeddings import BuiltinEmbedder

bootstrap.start()

from assistant.services.search_library import DEPTH, K  # noqa: E402 - after Django is loaded
from assistant.store.ranking import weigh  # noqa: E402 - as above
from assistant.store.terms import terms, weighed_terms  # noqa: E402 - as above

Grades = dict[str, int]
WEIGHTS_TRIED = (0.1, 0.2, 0.25, 0.3, 0.5, 0.75, 1.0, 1.5, 2.0)


def read(path: Path) -> list[dict[str, object]]:
    """Read a file of one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def text_of(row: dict[str, object]) -> str:
    """Return what is indexed of a document, or asked by a query."""
    return f"{row.get('subject', '')}\n{row.get('request_text', '')}"


def ndcg(ranked: Sequence[str], grades: Grades) -> float:
    """Return nDCG@10 with gain 2^g - 1, the ideal being the judged documents in order."""
    gains = [2 ** grades.get(ident, 0) - 1 for ident in ranked[:10]]
    ideal = [2**grade - 1 for grade in sorted(grades.values(), reverse=True)[:10]]
    best = sum(gain / math.log2(place + 2) for place, gain in enumerate(ideal))
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains)) / best


def fused(text: Sequence[str], vector: Sequence[str], weight: float) -> list[str]:
    """Fuse two lists by reciprocal rank, the first weighing so much of the second."""
    scores: dict[str, float] = defaultdict(float)
    for of_one, ranked in ((weight, text), (1.0, vector)):
        for place, ident in enumerate(ranked, start=1):
            scores[ident] += of_one / (K + place)
    return sorted(scores, key=lambda ident: (-scores[ident], ident))


def full_text(documents: list[str], ids: list[str], queries: list[str]) -> list[list[str]]:
    """Rank by the assistant's own weights over the same terms as it stores."""
    held = [terms(one) for one in documents]
    found_in = Counter(word for one in held for word in set(one.split()))
    length = sum(len(one.split()) for one in held) / len(held)
    ranked = []
    for query in queries:
        said = weighed_terms(query)
        counts = {word: found_in[word] or 1 for word in said}
        asked = weigh(said, counts, passages=len(held), mean_length=length)
        scores = np.array([asked.match(one).score for one in held])
        best = np.argsort(-scores, kind="stable")[:DEPTH]
        ranked.append([ids[at] for at in best if scores[at] > 0])
    return ranked


def vectors(documents: list[str], ids: list[str], queries: list[str]) -> list[list[str]]:
    """Rank by cosine similarity under a fit on these documents."""
    embedder = BuiltinEmbedder()
    blob = embedder.fit(documents)
    held, asked = embedder.embed(blob, documents), embedder.embed(blob, queries)
    return [[ids[at] for at in np.argsort(-(held @ one))[:DEPTH]] for one in asked]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("corpus", "queries", "qrels"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    documents, queries = read(given.corpus), read(given.queries)
    grades: dict[str, Grades] = defaultdict(dict)
    for row in read(given.qrels):
        grades[str(row["query"])][str(row["doc"])] = int(str(row["grade"]))
    judged = [query for query in queries if any(grades[str(query["id"])].values())]
    ids = [str(document["id"]) for document in documents]
    texts, asked = [text_of(one) for one in documents], [text_of(one) for one in judged]
    began = time.perf_counter()
    by_text, by_vector = full_text(texts, ids, asked), vectors(texts, ids, asked)
    took = time.perf_counter() - began
    rankings = {"full text": by_text, "vectors": by_vector}
    for weight in WEIGHTS_TRIED:
        rankings[f"fused, full text x {weight}"] = [
            fused(one, other, weight) for one, other in zip(by_text, by_vector, strict=True)
        ]
    out = sys.stdout
    out.write(f"{len(ids)} documents, {len(judged)} queries, {took:.0f} s\n")
    measured = {}
    for name, ranked in rankings.items():
        of_queries = [grades[str(query["id"])] for query in judged]
        pairs = list(zip(ranked, of_queries, strict=True))
        measured[name] = [ndcg(one, grade) for one, grade in pairs]
        unjudged = sum(ident not in grade for one, grade in pairs for ident in one[:10])
        mean = sum(measured[name]) / len(judged)
        out.write(f"{name:24} nDCG@10 {mean:.3f}, {unjudged} of the first ten unjudged\n")
    tried = [measured[f"fused, full text x {weight}"] for weight in WEIGHTS_TRIED]
    out.write(f"weight by leave-one-query-out: nDCG@10 {left_out(tried):.3f}\n")


def left_out(tried: Sequence[Sequence[float]]) -> float:
    """Return the mean over queries, each under the weight that is best for all the others."""
    queries = range(len(tried[0]))
    chosen = [max(tried, key=lambda of_one, at=at: sum(of_one) - of_one[at]) for at in queries]
    return sum(of_one[at] for at, of_one in zip(queries, chosen, strict=True)) / len(queries)


if __name__ == "__main__":
    main()
