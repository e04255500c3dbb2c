"""What the docs list is what the code has; a list that lies is worse than none."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable

import pytest

from assistant.domain.case import Outcome, State
from assistant.domain.letters.blocks import BlockKind
from assistant.domain.letters.kinds import KINDS
from assistant.store.models import Message, Outbox
from scripts import docs_tables
from tests.environment import ROOT

DOCS = ROOT / "docs"


def _first_cells(page: str, heading: str) -> list[str]:
    """Return the first cell of each row of the table below a heading."""
    text = (DOCS / page).read_text(encoding="utf-8")
    section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+?) \|", section, re.MULTILINE)
    return [row.strip("`") for row in rows[2:]]


def _values(kinds: Iterable[str]) -> list[str]:
    return [str(kind) for kind in kinds]


@pytest.mark.parametrize("page", [page.name for page, _ in docs_tables.pages()])
def test_the_made_parts_of_the_docs_are_what_the_code_says(page: str) -> None:
    stale = [
        path.name
        for path, text in docs_tables.pages()
        if path.name == page and path.read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run `make docs`"


def test_every_state_of_a_case_is_explained() -> None:
    assert _first_cells("states.md", "States") == _values(State)


def test_every_stage_of_sending_is_explained() -> None:
    assert _first_cells("states.md", "Where a letter stands") == _values(Outbox.Stage)


def test_every_kind_of_block_is_explained() -> None:
    assert _first_cells("letters.md", "Kinds of block") == _values(BlockKind)


def test_every_outcome_is_explained() -> None:
    assert _first_cells("letters.md", "Outcomes") == _values(Outcome)


def test_every_kind_of_letter_is_explained_as_the_table_has_it() -> None:
    text = (DOCS / "letters.md").read_text(encoding="utf-8")
    section = text.partition("\n## Kinds of letter\n")[2].partition("\n## ")[0]
    rows = [
        [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        for line in section.splitlines()
        if line.startswith("| `")
    ]
    assert rows == [
        [
            row.kind,
            row.name,
            row.purpose,
            row.section,
            ", ".join(sorted(row.regimes)),
            "`, `".join(sorted(row.states)),
            row.clock_event or "no",
        ]
        for row in KINDS.values()
    ]


def test_every_disposition_is_explained() -> None:
    assert _first_cells("mail.md", "What becomes of a message") == _values(Message.Disposition)


def test_every_direct_dependency_is_accounted_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = [
        *project["project"]["dependencies"],
        *(one for extra in project["project"]["optional-dependencies"].values() for one in extra),
        *project["dependency-groups"]["dev"],
    ]
    names = {re.split(r"[\[<>=~! ]", one)[0] for one in declared}
    listed = [
        name
        for heading in ("To run", "Only with an extra", "To develop")
        for name in _first_cells("dependencies.md", heading)
    ]
    assert sorted(listed) == sorted(names)


def test_the_locks_hold_every_direct_dependency_and_no_address() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    base = (ROOT / "requirements/base.txt").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9-]+)(?:\[[^\]]*\])?==", base, re.MULTILINE))
    # A lock spells every name in the one normal form.
    asked = (re.split(r"[\[<>=~! ]", one)[0] for one in project["project"]["dependencies"])
    names = {re.sub(r"[-_.]+", "-", name).lower() for name in asked}
    assert names <= locked
    for lock in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in lock.read_text(encoding="utf-8"), lock.name


def test_the_narrower_locks_are_parts_of_the_widest() -> None:
    pinned = {
        lock.stem: set(re.findall(r"^(\S+==\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE))
        for lock in (ROOT / "requirements").glob("*.txt")
    }
    assert all(pins <= pinned["dev"] for pins in pinned.values())


def test_the_changelog_has_a_place_for_what_is_new() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "\n## [Unreleased]\n" in changelog


def test_every_decision_is_in_the_list_of_decisions() -> None:
    folder = DOCS / "decisions"
    listed = set(re.findall(r"\]\(([^)]+)\)", (folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {page.name for page in folder.glob("0*.md")}


def _pages() -> list[str]:
    """Return every page of ours, by its path within the project."""
    folders = ("docs", "prompts", "docker")
    pages = [
        *ROOT.glob("*.md"),
        *(page for name in folders for page in (ROOT / name).rglob("*.md")),
    ]
    return sorted(page.relative_to(ROOT).as_posix() for page in pages)


@pytest.mark.parametrize("page", _pages())
def test_links_between_pages_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text)
    lost = [
        link
        for link in links
        if not link.startswith(("http://", "https://", "mailto:"))
        and not (ROOT / page).parent.joinpath(link).exists()
    ]
    assert lost == []


@pytest.mark.parametrize("page", ["docs/architecture.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_files_that_pages_name_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    places = (ROOT, ROOT / "assistant", ROOT / "assistant/domain/mail", ROOT / "tests")
    named = set(re.findall(r"\b[a-z_]+(?:/[a-z_]+)+\.(?:py|md|toml)\b", text))
    assert {name for name in named if not any((place / name).exists() for place in places)} == set()


def test_importing_the_settings_does_not_load_django() -> None:
    loads = "import json, sys, assistant.config; print(json.dumps('django' in sys.modules))"
    python = [sys.executable, "-c", loads]
    done = subprocess.run(python, capture_output=True, check=True)  # noqa: S603  # this very Python
    assert json.loads(done.stdout) is False


def test_every_test_that_the_docs_name_is_there() -> None:
    named = {
        found
        for page in (ROOT / "docs").glob("*.md")
        for found in re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", page.read_text("utf-8"))
    }
    assert len(named) > 30
    missing = [
        f"{path}::{name}"
        for path, name in sorted(named)
        if not (ROOT / path).is_file() or f"def {name}(" not in (ROOT / path).read_text("utf-8")
        if name or not (ROOT / path).is_file()
    ]
    assert missing == []
