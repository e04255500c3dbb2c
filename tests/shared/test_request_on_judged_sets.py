"""The questions and the regime of the judged requests beside the project; figures with floors.

The floors stand below what was reached, so that a change which loses ground is seen, and one that
only shifts a doubtful record is not.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from assistant.domain.request.questions import key_of, segment
from assistant.domain.request.regime import classify
from tests import environment

pytestmark = pytest.mark.shared

Spans = Sequence[tuple[int, int]]


def records(name: str) -> Iterator[dict[str, Any]]:
    with (environment.SHARED / "data" / name).open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def overlaps(one: tuple[int, int], two: tuple[int, int]) -> bool:
    shared = min(one[1], two[1]) - max(one[0], two[0])
    return shared > 0 and 2 * shared >= max(one[1] - one[0], two[1] - two[0])


def matched(gold: Spans, found: Spans) -> int:
    left = list(found)
    hits = 0
    for span in gold:
        match = next((other for other in left if overlaps(span, other)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return hits


def test_questions_of_the_judged_requests_are_found() -> None:
    hits = asked = found = exact = counted = n = 0
    for record in records("gold/segmentation_dev.jsonl"):
        gold = [
            (part["start"], part["end"])
            for part in record["gold"]["parts"]
            if part["kind"] == "question"
        ]
        spans = [(part.start, part.end) for part in segment(record["text"])]
        right = matched(gold, spans)
        hits, asked, found, n = hits + right, asked + len(gold), found + len(spans), n + 1
        exact += right == len(gold) == len(spans)
        counted += len(gold) == len(spans)
    assert 2 * hits / (asked + found) >= 0.95
    assert exact / n >= 0.8
    assert counted / n >= 0.85


def test_regimes_of_the_judged_requests_are_told() -> None:
    right = clear = right_clear = n = 0
    for record in records("gold/regime_dev.jsonl"):
        hit = classify(record["text"]).value == record["gold"]["regime"]
        n, right = n + 1, right + hit
        if not record["gold"]["ambiguous"]:
            clear, right_clear = clear + 1, right_clear + hit
    assert right / n >= 0.8
    assert right_clear / clear >= 0.93


def test_every_request_of_the_threads_is_read_and_asks_something() -> None:
    unread = []
    for thread in records("foi/council_threads.jsonl"):
        for event in thread["events"]:
            if event["kind"] != "request":
                continue
            text = event["text"]
            parts = segment(text)
            assert all(part.text == text[part.start : part.end] for part in parts)
            assert len(set(key_of(parts))) == len(parts)
            assert classify(text, thread["title"]).reasons
            if not parts:
                unread.append(thread["id"])
    assert unread == []
