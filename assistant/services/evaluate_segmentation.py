"""Hold the cutting of requests into questions against judged requests."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assistant.domain.measures import Span, matched, share
from assistant.domain.request.questions import segment

_QUESTION, _FIELD = "question", "field"


def evaluate_segmentation(records: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the figures of `evaluate segmentation` for records with `text` and `gold.parts`.

    `exact` is the share of requests of which every part was found and none over, `n_exact` of those
    whose number of parts is right, `span_f1` over all parts. Parts of the kind "question" count;
    `with_fields` counts the columns of lists too. `wrong` names the requests that are not exact.
    """
    rows = [
        (str(record["id"]), record["gold"]["parts"], _found(record["text"])) for record in records
    ]
    counted = [(ident, _judged(parts, _QUESTION), found) for ident, parts, found in rows]
    fields = [(ident, _judged(parts, _QUESTION, _FIELD), found) for ident, parts, found in rows]
    return {
        **_figures(counted),
        "with_fields": {"n_judged": sum(len(judged) for _, judged, _ in fields), **_shares(fields)},
        "wrong": [ident for ident, judged, found in counted if not _is_exact(judged, found)],
    }


_Row = tuple[str, list[Span], list[Span]]


def _found(text: str) -> list[Span]:
    return [(part.start, part.end) for part in segment(text)]


def _judged(parts: Sequence[Mapping[str, Any]], *kinds: str) -> list[Span]:
    """Return the spans of the judged parts of some kinds."""
    return [(part["start"], part["end"]) for part in parts if part["kind"] in kinds]


def _figures(rows: Sequence[_Row]) -> dict[str, Any]:
    """Return all figures over the parts that count."""
    hits = sum(matched(judged, found) for _, judged, found in rows)
    judged_parts, found_parts = (sum(map(len, column)) for column in _columns(rows))
    return {
        **_shares(rows),
        "span_precision": share(hits, found_parts),
        "span_recall": share(hits, judged_parts),
        "n": len(rows),
        "n_judged": judged_parts,
        "n_found": found_parts,
    }


def _columns(rows: Sequence[_Row]) -> tuple[list[list[Span]], list[list[Span]]]:
    return [judged for _, judged, _ in rows], [found for _, _, found in rows]


def _shares(rows: Sequence[_Row]) -> dict[str, float]:
    """Return the three figures that are promised."""
    hits = sum(matched(judged, found) for _, judged, found in rows)
    parts = sum(len(judged) + len(found) for _, judged, found in rows)
    return {
        "exact": share(sum(_is_exact(judged, found) for _, judged, found in rows), len(rows)),
        "n_exact": share(sum(len(judged) == len(found) for _, judged, found in rows), len(rows)),
        "span_f1": share(2 * hits, parts),
    }


def _is_exact(judged: Sequence[Span], found: Sequence[Span]) -> bool:
    """Say whether every judged part was found, and nothing over."""
    return len(judged) == len(found) == matched(judged, found)
