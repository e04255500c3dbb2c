"""The commands `evaluate`: figures with their counts, the records that were wrong, plain errors."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main

Captured = pytest.CaptureFixture[str]
REQUESTS = [
    {
        "id": "one",
        "text": "How many dogs are kept?",
        "gold": {
            "regime": "FOI",
            "ambiguous": False,
            "parts": [{"start": 0, "end": 23, "kind": "question"}],
        },
    },
    {
        "id": "two",
        "text": "1. How many potholes were repaired in Elm Road?\n2. What did it cost?",
        "gold": {
            "regime": "FOI",
            "ambiguous": True,
            "parts": [{"start": 0, "end": 47, "kind": "question"}],
        },
    },
]
MESSAGES = [
    {"id": "a", "text": "Please withdraw my request.", "gold": {"intent": "withdrawal"}},
    {"id": "b", "text": "This is now overdue.", "gold": {"intent": "thanks", "ambiguous": True}},
]


def written(folder: Path, name: str, rows: list[dict[str, Any]]) -> str:
    path = folder / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def printed(capsys: Captured) -> dict[str, Any]:
    said = capsys.readouterr()
    assert said.err == ""
    document = json.loads(said.out)
    assert isinstance(document, dict)
    return document


def test_segmentation_counts_requests_parts_and_names_what_was_wrong(
    tmp_path: Path, capsys: Captured
) -> None:
    gold = written(tmp_path, "gold.jsonl", REQUESTS)
    assert main(["evaluate", "segmentation", gold, "--json"]) == 0
    document = printed(capsys)
    assert (document["n"], document["n_judged"], document["n_found"]) == (2, 2, 3)
    assert document["exact"] == document["n_exact"] == 0.5
    assert document["span_f1"] == pytest.approx(4 / 5)
    assert document["wrong"] == ["two"]


def test_regimes_are_reported_with_and_without_the_ambiguous_ones(
    tmp_path: Path, capsys: Captured
) -> None:
    gold = written(tmp_path, "gold.jsonl", REQUESTS)
    assert main(["evaluate", "regime", gold, "--json"]) == 0
    document = printed(capsys)
    assert (document["accuracy"], document["accuracy_unambiguous"]) == (0.5, 1)
    assert document["confusion"] == {"FOI": {"EIR": 1, "FOI": 1}}
    assert document["by_class"]["FOI"]["recall"] == 0.5
    assert (document["n"], document["wrong"]) == (2, ["two"])


def test_follow_ups_are_reported_for_a_person(tmp_path: Path, capsys: Captured) -> None:
    gold = written(tmp_path, "gold.jsonl", MESSAGES)
    assert main(["evaluate", "follow-up", gold]) == 0
    shown = capsys.readouterr().out
    assert "Accuracy:" in shown
    assert "0.500" in shown
    assert "Wrong: b" in shown


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "holds no record"),
        ("{}\n", "line 1: “id” is missing"),
        ('{"id": "a", "text": "b", "gold": {}}\n', "“gold.intent” is missing"),
        ("\n\nnonsense\n", "line 3: this is no JSON object"),
        ('["id"]\n', "line 1: “id” is missing"),
        (
            '{"id": "a", "text": 5, "gold": {"intent": "other"}}',
            "“text” is missing or of the wrong",
        ),
    ],
)
def test_a_set_that_cannot_be_used_is_explained_in_one_line(
    content: str, said: str, tmp_path: Path, capsys: Captured
) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(content, encoding="utf-8")
    assert main(["evaluate", "follow-up", str(gold), "--json"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    (line,) = shown.err.splitlines()
    assert said in line


def test_a_set_that_is_not_there_is_named(capsys: Captured) -> None:
    assert main(["evaluate", "regime", "nowhere.jsonl"]) == 1
    assert "nowhere.jsonl cannot be read" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.chroma
@pytest.mark.timeout(170)
def test_retrieval_is_measured_in_a_library_that_goes_with_it(tmp_path: Path) -> None:
    corpus = [
        {"id": "dogs", "subject": "Police dogs", "request_text": "How many police dogs are kept?"},
        {"id": "twin", "subject": "Police  dogs", "request_text": "How many police dogs are kept?"},
        {"id": "roads", "subject": "Roads", "request_text": "Which roads were resurfaced?"},
        {"id": "bins", "subject": "Bins", "request_text": "When are the bins collected?"},
    ]
    queries = [
        {"id": "q1", "subject": "Dogs of the police", "request_text": "How many dogs retired?"},
        {"id": "q2", "subject": "Trees", "request_text": "How many trees were felled?"},
    ]
    qrels = [
        {"query": "q1", "doc": "dogs", "grade": 2},
        {"query": "q1", "doc": "twin", "grade": 1},
        {"query": "q1", "doc": "bins", "grade": 0},
    ]
    files = [
        written(tmp_path, f"{name}.jsonl", rows)
        for name, rows in (("corpus", corpus), ("queries", queries), ("qrels", qrels))
    ]
    options = [
        word
        for pair in zip(("--corpus", "--queries", "--qrels"), files, strict=True)
        for word in pair
    ]
    # Neither the folder nor the servers that are set are there, and none of them is needed.
    environ = {
        "FOI_DATA_FOLDER": str(tmp_path / "real"),
        "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
        "CHROMA_URL": "http://127.0.0.1:1",
    }
    done = subprocess.run(  # noqa: S603  # our own program
        [
            *(sys.executable, "-m", "assistant", "evaluate", "retrieval"),
            *(*options, "--weights", "--json"),
        ],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=160,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    document = json.loads(done.stdout)
    assert (document["n"], document["not_scored"], document["documents"]) == (1, 1, 4)
    assert set(document["by_ranker"]) == {"text", "vector", "fused"}
    fused = document["by_ranker"]["fused"]
    assert fused["ndcg@10"] == document["ndcg@10"] == 1
    assert (fused["recall@10"], fused["mrr"]) == (1, 1)
    assert 0 <= document["weights"]["left_out"] <= 1
    assert not (tmp_path / "real").exists()
