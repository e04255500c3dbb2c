"""The figures of `evaluate` on the judged sets beside the project, held by what was promised."""

import json
from typing import Any

import pytest

from assistant.services.evaluate_classes import evaluate_follow_up, evaluate_regime
from assistant.services.evaluate_segmentation import evaluate_segmentation
from tests import environment

pytestmark = pytest.mark.shared


def records(name: str) -> list[dict[str, Any]]:
    path = environment.SHARED / "data" / "gold" / name
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def test_questions_are_found_as_promised() -> None:
    figures = evaluate_segmentation(records("segmentation_dev.jsonl"))
    assert figures["n_exact"] >= 0.85
    assert figures["span_f1"] >= 0.95


def test_regimes_are_told_as_promised() -> None:
    figures = evaluate_regime(records("regime_dev.jsonl"))
    assert figures["accuracy_unambiguous"] >= 0.93
    assert figures["confusion"]["EIR"].get("BAU", 0) == 0
    assert figures["confusion"]["FOI"].get("BAU", 0) == 0


def test_follow_ups_are_told_as_promised() -> None:
    figures = evaluate_follow_up(records("followup_dev.jsonl"))
    assert figures["accuracy_unambiguous"] >= 0.93
    for kind in ("internal_review_request", "withdrawal", "complaint_ico"):
        assert figures["by_class_unambiguous"][kind]["recall"] == 1
