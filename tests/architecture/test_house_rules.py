"""The script that holds the house rules finds what it should, and nothing else."""

import ast
from pathlib import Path

import pytest

from scripts import house_rules
from scripts.house_rules import Source


def _source(text: str, path: str = "assistant/domain/clock.py") -> Source:
    return Source(Path(path), text, ast.parse(text))


def test_a_file_that_is_too_long_is_found() -> None:
    assert list(house_rules.short_files(_source("x = 1\n" * 401)))
    assert not list(house_rules.short_files(_source("x = 1\n" * 400)))


def test_a_function_that_is_too_long_is_found_in_code_and_let_be_in_tests() -> None:
    text = "def count():\n" + "    pass\n" * 60
    assert list(house_rules.short_functions(_source(text)))
    assert not list(house_rules.short_functions(_source(text, "tests/unit/test_clock.py")))


@pytest.mark.parametrize("name", ["utils", "helpers", "manager"])
def test_a_name_that_says_nothing_is_found(name: str) -> None:
    assert list(house_rules.telling_names(_source('"""It."""', f"assistant/{name}.py")))


@pytest.mark.parametrize("text", ["", "x = 1", '"""no sentence"""'])
def test_a_module_without_a_sentence_of_its_own_is_found(text: str) -> None:
    assert list(house_rules.module_docstrings(_source(text)))


def test_a_module_that_says_its_purpose_is_let_be() -> None:
    assert not list(house_rules.module_docstrings(_source('"""It counts days."""\n')))


@pytest.mark.parametrize("comment", ["# noqa", "# noqa: S603", "# type: ignore[arg-type]"])
def test_a_silenced_check_needs_its_reason(comment: str) -> None:
    assert list(house_rules.reasons_for_silencers(_source(f"x = 1  {comment}\n")))
    reason = f"x = 1  {comment}  # the library has no types\n"
    assert not list(house_rules.reasons_for_silencers(_source(reason)))
