"""Branches are counted room by room, and a room below its mark fails the run."""

import json
import sys
from pathlib import Path

import pytest

from scripts import branch_coverage


def _report(*files: tuple[str, int, int]) -> dict[str, object]:
    return {
        "files": {
            name: {"summary": {"covered_branches": taken, "num_branches": there}}
            for name, taken, there in files
        }
    }


def test_branches_of_a_room_are_added_up() -> None:
    report = _report(
        ("assistant/domain/law/clock.py", 9, 10),
        ("assistant/domain/case.py", 1, 2),
        ("assistant/config.py", 3, 4),
    )
    assert branch_coverage.rooms(report) == {
        "assistant/config.py": (3, 4),
        "assistant/domain": (10, 12),
    }


@pytest.mark.parametrize(("taken", "status"), [(95, 0), (94, 1)])
def test_the_domain_is_held_to_its_mark(
    taken: int, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "coverage.json"
    report.write_text(json.dumps(_report(("assistant/domain/case.py", taken, 100))))
    monkeypatch.setattr(sys, "argv", ["branch_coverage.py", str(report)])
    assert branch_coverage.main() == status


def test_another_room_is_only_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = tmp_path / "coverage.json"
    report.write_text(json.dumps(_report(("assistant/web/urls.py", 0, 100))))
    monkeypatch.setattr(sys, "argv", ["branch_coverage.py", str(report)])
    assert branch_coverage.main() == 0
