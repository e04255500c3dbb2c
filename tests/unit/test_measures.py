"""The figures of evaluations, by hand-worked cases."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.measures import (
    accuracy,
    by_class,
    confusion,
    macro_f1,
    matched,
    ndcg,
    recall,
    reciprocal_rank,
    unjudged,
)

PAIRS = [("a", "a"), ("a", "b"), ("b", "b"), ("b", "b"), ("c", "a")]
SPANS = st.lists(
    st.tuples(st.integers(0, 50), st.integers(0, 50)).map(sorted).map(tuple), max_size=6
)


def test_accuracy_is_the_share_that_agrees() -> None:
    assert accuracy(PAIRS) == pytest.approx(3 / 5)
    assert accuracy([]) == 0


def test_each_class_has_its_precision_and_recall() -> None:
    classes = by_class([*PAIRS, ("b", "d")])
    assert (classes["a"].precision, classes["a"].recall, classes["a"].n) == (0.5, 0.5, 2)
    assert classes["b"].recall == pytest.approx(2 / 3)
    assert (classes["c"].recall, classes["c"].f1) == (0, 0)
    assert (classes["d"].n, classes["d"].precision) == (0, 0)


def test_a_class_that_nobody_judged_does_not_count_in_the_mean() -> None:
    assert macro_f1(by_class([("a", "a"), ("a", "x")])) == pytest.approx(2 / 3)
    assert macro_f1({}) == 0


def test_the_confusion_says_what_was_taken_for_what() -> None:
    assert confusion(PAIRS) == {"a": {"a": 1, "b": 1}, "b": {"b": 2}, "c": {"a": 1}}


def test_spans_match_by_half_of_the_longer_and_only_once() -> None:
    assert matched([(0, 10)], [(5, 15)]) == 1
    assert matched([(0, 10)], [(6, 16)]) == 0
    assert matched([(0, 10), (0, 10)], [(0, 10)]) == 1
    assert matched([(0, 10)], [(0, 30)]) == 0


@given(SPANS, SPANS)
def test_no_more_spans_match_than_there_are(
    judged: list[tuple[int, int]], found: list[tuple[int, int]]
) -> None:
    assert 0 <= matched(judged, found) <= min(len(judged), len(found))


def test_ndcg_is_one_for_the_ideal_order_and_falls_with_the_place() -> None:
    grades = {"x": 2, "y": 1, "z": 0}
    assert ndcg(["x", "y", "z"], grades) == pytest.approx(1)
    swapped = (1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3))
    assert ndcg(["y", "x"], grades) == pytest.approx(swapped)
    assert ndcg(["z", "unknown"], grades) == 0
    assert ndcg(["x"], {"x": 0}) == 0


def test_recall_looks_at_the_first_ten_only() -> None:
    ranked = [str(number) for number in range(12)]
    assert recall(ranked, {"0": 1, "11": 2, "5": 0}) == 0.5


def test_the_reciprocal_rank_is_that_of_the_first_relevant_document() -> None:
    assert reciprocal_rank(["n", "y"], {"n": 0, "y": 1}) == 0.5
    assert reciprocal_rank(["n"], {"y": 1}) == 0


def test_what_nobody_judged_is_counted_among_the_first_ten() -> None:
    assert unjudged(["a", "b", *("0" * 9)], {"a": 0}) == 9
