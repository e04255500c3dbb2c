"""The figures of search: what each ranker found of what was judged, and what was not judged."""

from typing import Any

import pytest

from assistant.domain.errors import NotAllowed
from assistant.domain.library.precedents import Precedent
from assistant.services.evaluate_retrieval import RANKERS, WEIGHTS, evaluate_retrieval
from assistant.services.import_knowledge import import_knowledge
from tests.world import World

CORPUS = [
    {"id": "dogs", "subject": "Police dogs", "request_text": "How many dogs retired last year?"},
    {"id": "horses", "subject": "Horses", "request_text": "What do the stables cost each month?"},
    {"id": "vans", "subject": "Vans", "request_text": "Which vans were sold at auction?"},
    {"id": "boats", "subject": "Boats", "request_text": ""},
    # Asked twice in the same words: the library keeps one, the judgement may be of either.
    {"id": "vans-again", "subject": "Vans", "request_text": "Which vans were sold at  auction?"},
]
QUERIES = [
    {"id": "q1", "subject": "Retired dogs", "request_text": "How many dogs retired?"},
    {"id": "q2", "subject": "", "request_text": "Which vans were sold at auction?"},
    {"id": "q3", "subject": "Boats", "request_text": ""},
]
QRELS = [
    {"query": "q1", "doc": "dogs", "grade": 2},
    {"query": "q1", "doc": "horses", "grade": 0},
    {"query": "q2", "doc": "vans", "grade": 2},
    {"query": "q2", "doc": "vans-again", "grade": 2},
    {"query": "q3", "doc": "dogs", "grade": 0},
]


def measured(world: World, **changes: Any) -> dict[str, Any]:
    given: dict[str, Any] = {"corpus": CORPUS, "queries": QUERIES, "qrels": QRELS} | changes
    return evaluate_retrieval(**given, library=world.library, clock=world.clock)


def test_each_ranker_gets_figures_and_what_has_no_answer_is_not_scored(world: World) -> None:
    steps: list[None] = []
    found = measured(world, progress=lambda: steps.append(None))

    assert (found["n"], found["not_scored"], found["documents"]) == (2, 1, 5)
    assert set(found["by_ranker"]) == set(RANKERS)
    for figures in found["by_ranker"].values():
        assert figures["ndcg@10"] == figures["recall@10"] == figures["mrr"] == 1
    assert found["ndcg@10"] == found["by_ranker"]["fused"]["ndcg@10"]
    assert len(steps) == len(CORPUS) + len(QUERIES)
    assert "weights" not in found


def test_documents_of_the_same_words_are_found_both(world: World) -> None:
    rows = [{"query": "q2", "doc": "vans-again", "grade": 2}]
    found = measured(world, qrels=rows)
    # The other stands before it, and nobody judged that one.
    assert found["mrr"] == 0.5
    assert found["recall@10"] == 1
    assert found["unjudged@10"] >= 1


def test_what_other_weights_give_is_measured_with_each_query_left_out(world: World) -> None:
    weights = measured(world, weights=True)["weights"]
    assert set(weights["ndcg@10"]) == {str(each) for each in WEIGHTS}
    assert set(weights["ndcg@10"].values()) == {1.0}
    assert weights["left_out"] == 1
    assert sum(weights["chosen"].values()) == 2


def test_one_query_alone_is_measured_under_its_own_best_weight(world: World) -> None:
    weights = measured(world, queries=QUERIES[:1], weights=True)["weights"]
    assert weights["left_out"] == max(weights["ndcg@10"].values())


def test_full_text_alone_may_miss_what_is_judged_and_loses_for_it(world: World) -> None:
    rows = [{"query": "q1", "doc": "horses", "grade": 2}]
    found = measured(world, qrels=rows)
    assert found["by_ranker"]["text"]["ndcg@10"] < 1


def test_figures_are_not_taken_in_a_library_that_holds_something(world: World) -> None:
    given = [Precedent(ident="own", title="Own", text="An answer of ours.")]
    import_knowledge(world.authority.pk, given, library=world.library, clock=world.clock)
    with pytest.raises(NotAllowed, match="library here already"):
        measured(world)


def test_a_set_without_a_relevant_document_is_refused(world: World) -> None:
    with pytest.raises(NotAllowed, match="No query has a document"):
        measured(world, qrels=QRELS[1:2])
