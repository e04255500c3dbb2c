"""Measure retrieval on judged queries: full text, vectors, and both fused with several weights."""

import argparse
import json
import math
import sqlite3
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant import bootstrap
from assistant.adapters.builtin_embeddings import BuiltinEmbedder

bootstrap.start()

from assistant.services.search_library import DEPTH, K  # noqa: E402 - after Django is loaded
from assistant.store.terms import query_terms, terms  # noqa: E402 - as above

Grades = dict[str, int]


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
    """Rank by FTS5 over the same terms as the assistant's own index."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE held USING fts5(terms, tokenize='unicode61')")
    database.executemany("INSERT INTO held VALUES (?)", ((terms(one),) for one in documents))
    statement = "SELECT rowid FROM held WHERE held MATCH ? ORDER BY bm25(held) LIMIT ?"
    return [
        [
            ids[row - 1]
            for (row,) in database.execute(
                statement, (" OR ".join(f'"{word}"' for word in query_terms(query)), DEPTH)
            )
        ]
        for query in queries
    ]


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
    for weight in (0.1, 0.2, 0.25, 0.3, 0.5, 1.0):
        rankings[f"fused, full text x {weight}"] = [
            fused(one, other, weight) for one, other in zip(by_text, by_vector, strict=True)
        ]
    out = sys.stdout
    out.write(f"{len(ids)} documents, {len(judged)} queries, {took:.0f} s\n")
    for name, ranked in rankings.items():
        values = [
            ndcg(one, grades[str(query["id"])]) for one, query in zip(ranked, judged, strict=True)
        ]
        out.write(f"{name:24} nDCG@10 {sum(values) / len(values):.3f}\n")


if __name__ == "__main__":
    main()
