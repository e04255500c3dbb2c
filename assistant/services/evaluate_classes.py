"""Hold the regime of requests, and what messages on a case are for, against judged texts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from assistant.domain.mail.followup import intent_of_text
from assistant.domain.measures import accuracy, by_class, confusion, macro_f1
from assistant.domain.request.regime import classify

Record = Mapping[str, Any]


def evaluate_regime(records: Iterable[Record]) -> dict[str, Any]:
    """Return the figures of `evaluate regime` for records with `text` and `gold.regime`."""
    return _figures(
        records,
        "regime",
        lambda record: classify(record["text"], record.get("subject") or "").value.value,
    )


def evaluate_follow_up(records: Iterable[Record]) -> dict[str, Any]:
    """Return the figures of `evaluate follow-up` for records with `text` and `gold.intent`.

    Every text counts as a message on a case; one that begins with header lines is read with them.
    """
    return _figures(
        records,
        "intent",
        lambda record: intent_of_text(record["text"], record.get("subject") or "").value.value,
    )


def _figures(
    records: Iterable[Record], label: str, read: Callable[[Record], str]
) -> dict[str, Any]:
    """Return the figures over all records and, apart, over those that were not ambiguous.

    `wrong` names the records told otherwise than they were judged, in the order of the set.
    """
    rows = [(record, (str(record["gold"][label]), read(record))) for record in records]
    pairs = [pair for _, pair in rows]
    clear = [pair for record, pair in rows if not record["gold"].get("ambiguous")]
    classes = by_class(pairs)
    return {
        "accuracy": accuracy(pairs),
        "accuracy_unambiguous": accuracy(clear),
        "macro_f1": macro_f1(classes),
        "macro_f1_unambiguous": macro_f1(by_class(clear)),
        "n": len(pairs),
        "n_unambiguous": len(clear),
        "by_class": _written(pairs),
        "by_class_unambiguous": _written(clear),
        "confusion": confusion(pairs),
        "wrong": [str(record["id"]) for record, (judged, found) in rows if judged != found],
        "wrong_unambiguous": [
            str(record["id"])
            for record, (judged, found) in rows
            if judged != found and not record["gold"].get("ambiguous")
        ],
    }


def _written(pairs: Sequence[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """Return the figures of each class as JSON holds them."""
    return {name: asdict(figures) for name, figures in by_class(pairs).items()}
