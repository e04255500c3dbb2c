"""Several machines that prepare one new database at the same moment."""

from pathlib import Path

import pytest

from tests.e2e.installation import Installation


def _prepared_together(first: Installation, second: Installation) -> list[str]:
    programs = [made.start("-m", "assistant", "prepare") for made in (first, second)]
    said = [program.communicate(timeout=150)[0].decode() for program in programs]
    return [
        words
        for program, words in zip(programs, said, strict=True)
        if program.returncode or words.strip()
    ]


def test_two_programs_prepare_one_data_folder(tmp_path: Path) -> None:
    assert _prepared_together(Installation(tmp_path), Installation(tmp_path)) == []


@pytest.mark.postgresql
def test_two_machines_prepare_one_database(tmp_path: Path, postgresql_url: str) -> None:
    machines = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        machines.append(Installation(tmp_path / name, {"DATABASE_URL": postgresql_url}))
    assert _prepared_together(*machines) == []
