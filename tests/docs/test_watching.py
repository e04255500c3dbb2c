"""What watches: dashboard and rules ask for figures that exist, and the page explains them all."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from assistant.project import figures
from assistant.services.show_figures import SOON, SOURCES
from assistant.store.models import Outbox
from tests.docs.test_docs_against_code import _first_cells
from tests.environment import ROOT

DASHBOARD = ROOT / "docker/grafana/foi-assistant.json"
ALERTS = ROOT / "docker/prometheus/alerts.yml"
FIGURES = {figure.name: figure for source in SOURCES for figure in source.figures}
HISTOGRAM = {"page", "method", "status", "le"}
# What Prometheus adds to every figure.
ADDED = {"instance", "job"}
WORDS = {
    "max", "min", "sum", "by", "without", "rate", "increase", "delta", "topk", "absent",
    "histogram_quantile",
}  # fmt: skip
# What the process collector of the library gives on Linux.
OF_PROCESS = {"process_resident_memory_bytes"}


def _shown(name: str) -> str:
    return f"{name}_total" if FIGURES[name].kind == "counter" else name


LABELS: dict[str, set[str]] = {
    **{_shown(name): set(figure.labels) for name, figure in FIGURES.items()},
    **{f"{figures.PAGE_SECONDS}_{end}": HISTOGRAM for end in ("bucket", "count", "sum")},
    **{name: set() for name in (figures.DATABASE_UP, *OF_PROCESS)},
}


def _faults(expression: str) -> Iterator[str]:
    """Yield what an expression names that does not exist: figures, functions, labels."""
    assert expression.count("(") == expression.count(")")
    for name, matchers in re.findall(r"([a-z_]+)\{([^}]*)\}", expression):
        for label in re.findall(r"([a-z_]+)\s*(?:=~|!~|!=|=)", matchers):
            if label not in LABELS.get(name, set()) | ADDED:
                yield f"{name} has no label {label}"
    bare = re.sub(r"\{[^}]*\}|\[[^\]]*\]|\"[^\"]*\"", "", expression)
    named = set(re.findall(r"\b[a-z_]{3,}\b", re.sub(r"\b(?:by|without)\s*\([^)]*\)", "", bare)))
    used = {name for name in named if name in LABELS}
    for grouped in re.findall(r"\bby\s*\(([^)]*)\)", bare):
        known = set().union(*(LABELS[name] for name in used)) | ADDED
        for label in re.findall(r"[a-z_]+", grouped):
            if label not in known:
                yield f"nothing is told apart by {label}"
    for name in sorted(named - used - WORDS):
        yield f"{name} does not exist"


def _dashboard() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(DASHBOARD.read_text(encoding="utf-8"))
    return found


def _rules() -> list[dict[str, Any]]:
    read = yaml.safe_load(ALERTS.read_text(encoding="utf-8"))
    return [rule for group in read["groups"] for rule in group["rules"]]


PANELS = [panel for panel in _dashboard()["panels"] if panel["type"] != "row"]
QUERIES = [target["expr"] for panel in PANELS for target in panel["targets"]]


@pytest.mark.parametrize(
    ("expression", "fault"),
    [
        ("max(foi_mesages)", "foi_mesages does not exist"),
        ('foi_letters{state="unknown"} > 0', "foi_letters has no label state"),
        ("maximum(foi_letters)", "maximum does not exist"),
        ("sum by (colour) (foi_letters)", "nothing is told apart by colour"),
        ("foi_model_calls > 1", "foi_model_calls does not exist"),
    ],
)
def test_a_wrong_expression_is_found(expression: str, fault: str) -> None:
    assert list(_faults(expression)) == [fault]


def test_each_panel_asks_for_figures_that_exist() -> None:
    assert [fault for query in QUERIES for fault in _faults(query)] == []


def test_each_rule_asks_for_figures_that_exist_and_for_values_they_have() -> None:
    assert [fault for rule in _rules() for fault in _faults(rule["expr"])] == []
    told = " ".join(rule["expr"] for rule in _rules())
    assert set(re.findall(r'stage="(\w+)"', told)) <= {str(one) for one in Outbox.Stage}
    assert set(re.findall(r'days="(\d+)"', told)) <= {str(days) for days in SOON}


def test_every_figure_has_a_panel() -> None:
    drawn = {name for query in QUERIES for name in re.findall(r"foi_[a-z_]+", query)}
    assert {_shown(name) for name in FIGURES} - drawn == set()


def test_the_dashboard_is_one_that_grafana_takes() -> None:
    dashboard = _dashboard()
    assert dashboard["schemaVersion"] >= 39
    assert dashboard["uid"]
    assert [one["name"] for one in dashboard["templating"]["list"]] == ["datasource"]
    numbers = [panel["id"] for panel in dashboard["panels"]]
    assert len(numbers) == len(set(numbers))
    taken: set[tuple[int, int]] = set()
    for panel in dashboard["panels"]:
        place = panel["gridPos"]
        assert place["x"] + place["w"] <= 24
        squares = {
            (x, y)
            for x in range(place["x"], place["x"] + place["w"])
            for y in range(place["y"], place["y"] + place["h"])
        }
        assert not squares & taken, panel["title"]
        taken |= squares
    for panel in PANELS:
        assert panel["type"] in {"timeseries", "stat"}
        assert panel["description"]
        assert panel["datasource"] == {"type": "prometheus", "uid": "${datasource}"}
        ids = [target["refId"] for target in panel["targets"]]
        assert len(ids) == len(set(ids))


def test_what_has_to_be_told_is_told() -> None:
    rules = {rule["alert"]: rule["expr"] for rule in _rules()}
    assert rules["FoiMailboxNotRead"].endswith("(foi_mailbox_unread_seconds) > 900")
    assert 'stage="unknown"' in rules["FoiLetterUnknown"]
    assert "foi_mailbox_missing_messages" in rules["FoiMessagesMissing"]
    assert "foi_cases_unapproved_due_soon" in rules["FoiClockAboutToRunOut"]


def test_each_alert_says_what_to_do_where_its_runbook_points() -> None:
    page = (ROOT / "docs/watching.md").read_text(encoding="utf-8")
    headings = re.findall(r"^### (\w+)$", page, re.MULTILINE)
    assert headings == [rule["alert"] for rule in _rules()]
    for rule in _rules():
        assert rule["annotations"]["runbook"] == f"docs/watching.md#{rule['alert'].lower()}"
        assert rule["labels"]["severity"] in {"critical", "warning"}


def test_every_figure_is_explained() -> None:
    own = [figures.PAGE_SECONDS, figures.DATABASE_UP]
    assert _first_cells("watching.md", "Figures") == [*map(_shown, FIGURES), *own]
