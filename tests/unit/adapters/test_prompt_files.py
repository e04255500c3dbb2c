"""Prompts are whole, ask for a form that there is, and are filled in exactly."""

from pathlib import Path

import pytest

from assistant.adapters.knowledge_folders import prompts_folder
from assistant.adapters.model_answers import FORMS, Chosen, Noticed, Unfit, read_answer, schema
from assistant.adapters.prompt_files import load_prompt

PURPOSES = sorted(path.stem for path in prompts_folder().glob("*.md") if path.stem != "README")
GOOD = """---
purpose: read
inputs: [message]
answer: Noticed
version: "1"
owner: FOI team
---
# System

Notice.

# User

{{message}}
"""


def _saved(folder: Path, text: str) -> Path:
    (folder / "read.md").write_text(text, encoding="utf-8")
    return folder


def _names(document: object) -> set[str]:
    """Return the names of properties and the fixed values that a schema has, at any depth."""
    if isinstance(document, list):
        return {name for one in document for name in _names(one)}
    if not isinstance(document, dict):
        return set()
    found = set(document.get("properties", ())) | set(document.get("enum", ()))
    return found.union(*(_names(one) for one in document.values()))


def test_there_are_the_four_prompts() -> None:
    assert PURPOSES == ["chat", "read", "refine", "write"]


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_prompt_names_all_of_the_form_it_asks_for(purpose: str) -> None:
    prompt = load_prompt(prompts_folder(), purpose)
    document = schema(FORMS[prompt.answer])

    named = _names(document)
    assert len(named) >= 3
    assert {name for name in named if name not in prompt.system} == set()
    assert "boundary" in prompt.inputs
    assert "{{" not in prompt.system


@pytest.mark.parametrize("name", FORMS)
def test_every_form_allows_nothing_but_its_own_keys(name: str) -> None:
    document = schema(FORMS[name])
    objects = [document, *document["$defs"].values()]
    assert all(one["additionalProperties"] is False for one in objects)
    assert all(sorted(one["required"]) == sorted(one["properties"]) for one in objects)


def test_a_value_is_put_in_as_it_is() -> None:
    prompt = load_prompt(prompts_folder(), "read")
    filled = prompt.filled({"boundary": "=", "message": r"{{boundary}} {x} \1 {{ %s"})
    assert r"{{boundary}} {x} \1 {{ %s" in filled


@pytest.mark.parametrize("values", [{}, {"message": "x", "name": "Jo Hart"}, {"text": "x"}])
def test_a_missing_or_unknown_value_is_an_error(tmp_path: Path, values: dict[str, str]) -> None:
    prompt = load_prompt(_saved(tmp_path, GOOD), "read")
    with pytest.raises(ValueError, match="lacks"):
        prompt.filled(values)


@pytest.mark.parametrize(
    ("change", "by", "said"),
    [
        ("owner: FOI team\n", "", "lacks"),
        ("owner: FOI team", "owner: FOI team\nmodel: x", "does not know"),
        ("inputs: [message]", "inputs: message", "list of names"),
        ("inputs: [message]", "inputs: [message, name]", "without a place"),
        ("inputs: [message]", "inputs: []", "without an input"),
        ('version: "1"', "version: 1", "quotation marks"),
        ("purpose: read", "purpose: write", "its name says read"),
        ("# System", "# Systems", "in this order"),
        ("Notice.", "Notice {{message}}.", "system part"),
        ("{{message}}", "{{message}} {{x", "broken"),
        ("---\npurpose", "---\n: [", "read.md"),
    ],
)
def test_a_broken_prompt_is_refused_by_name(
    tmp_path: Path, change: str, by: str, said: str
) -> None:
    assert change in GOOD
    with pytest.raises(ValueError, match=r"read\.md") as caught:
        load_prompt(_saved(tmp_path, GOOD.replace(change, by)), "read")
    assert said in str(caught.value)


def test_a_prompt_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"read\.md"):
        load_prompt(tmp_path, "read")


def test_the_hash_is_of_every_byte_of_the_file(tmp_path: Path) -> None:
    one = load_prompt(_saved(tmp_path, GOOD), "read").hash
    other = load_prompt(_saved(tmp_path, GOOD.replace("Notice.", "Notice!")), "read").hash
    assert len({one, other}) == 2


@pytest.mark.parametrize(
    "around", ["{}", "```json\n{}\n```", "<think>First …</think>\n{}", " {}\n"]
)
def test_what_stands_around_the_json_of_an_answer_may_be_a_fence_or_thoughts(around: str) -> None:
    answer = read_answer(around.replace("{}", '{"purpose": "other", "noticed": []}'), Noticed)
    assert answer == Noticed(purpose="other", noticed=[])


@pytest.mark.parametrize("text", ["[]", '"x"', "null", "{} {}", '{"parts": [[]]}', '{"parts": 1}'])
def test_anything_else_is_no_answer(text: str) -> None:
    with pytest.raises(Unfit):
        read_answer(text, Chosen)
