"""How well the built-in vectors find what people judged relevant, beside the project's data."""

import json
import math
from collections import defaultdict
from typing import Any

import numpy as np
import pytest

from assistant.adapters.builtin_embeddings import BuiltinEmbedder
from tests import environment

FOLDER = environment.SHARED / "data" / "gold" / "retrieval"


def records(name: str) -> list[dict[str, Any]]:
    with (FOLDER / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def gain(grades: list[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:10]))


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_offline_default_finds_as_much_as_the_design_promises() -> None:
    passages, questions = records("corpus.jsonl"), records("queries_dev.jsonl")
    judged: dict[str, dict[str, int]] = defaultdict(dict)
    for row in records("qrels_dev.jsonl"):
        judged[row["query"]][row["doc"]] = row["grade"]
    texts, asked = (
        [f"{row['subject']}\n{row['request_text']}" for row in rows]
        for rows in (passages, questions)
    )
    embedder = BuiltinEmbedder()
    blob = embedder.fit(texts)
    scores = embedder.embed(blob, asked) @ embedder.embed(blob, texts).T
    measured = []
    for question, row in zip(questions, scores, strict=True):
        grades = judged[question["id"]]
        best = [passages[index]["id"] for index in np.argsort(-row, kind="stable")[:10]]
        ideal = gain(sorted(grades.values(), reverse=True))
        measured.append(gain([grades.get(key, 0) for key in best]) / ideal)
    assert sum(measured) / len(measured) >= 0.63
    assert len(blob) < 60_000_000
