"""The figures of `evaluate outcome`: what was read beside what a judge read."""

import json
from typing import Any

import pytest

from assistant.adapters.knowledge_folders import knowledge_folder
from assistant.adapters.register_files import load_register
from assistant.services.evaluate_outcome import evaluate_outcome
from tests.environment import SHARED
from tests.unit.library.responses import RESPONSES, letter

REGISTER = load_register(knowledge_folder("law"))


def record(
    ident: str, text: str, outcome: str, *sections: str, ambiguous: bool = False, **more: Any
) -> dict[str, Any]:
    gold = {"outcome": outcome, "sections": sections, "ambiguous": ambiguous, **more}
    return {"id": ident, "text": text, "gold": gold}


HELD = letter("We do not hold this information.")
REDACTED = letter("The minutes are attached. Names are redacted under section 40(2) of FOIA.")


def test_right_and_wrong_are_counted_with_their_ids() -> None:
    found = evaluate_outcome(
        [
            record("a", HELD, "not_held"),
            record("b", HELD, "refused", ambiguous=True),
            record("c", REDACTED, "disclosed_part", "s40(2)"),
            record("d", REDACTED, "disclosed_part", "s40"),
        ]
    )
    assert (found["accuracy"], found["accuracy_unambiguous"]) == (0.75, 1.0)
    assert (found["n"], found["n_unambiguous"], found["wrong"]) == (4, 3, ["b"])
    assert (found["sections"], found["sections_whole"]) == (0.75, 1.0)
    assert found["wrong_sections"] == ["d"]
    assert found["confusion"]["refused"] == {"not_held": 1}
    assert found["by_class"]["not_held"] == {"precision": 0.5, "recall": 1.0, "f1": 0.6667, "n": 1}
    # The mean over the classes that were judged: 0.6667 for not_held, 0 for refused, 1 for part.
    assert found["macro_f1"] == pytest.approx(0.5556, abs=0.0001)


def test_of_nothing_there_is_no_share() -> None:
    found = evaluate_outcome([])
    assert (found["accuracy"], found["macro_f1"], found["elements"]) == (None, None, None)
    assert (found["n"], found["by_class"], found["wrong"]) == (0, {}, [])


def test_elements_are_compared_where_the_register_is_given() -> None:
    judged = record(
        "a", REDACTED, "disclosed_part", "s40(2)", elements={"names_section": True, "odd": None}
    )
    assert evaluate_outcome([judged])["n_elements"] == 0
    found = evaluate_outcome([judged], REGISTER)
    assert (found["elements"], found["n_elements"]) == (1.0, 1)


def test_responses_in_many_manners_are_all_read_right() -> None:
    records = [
        record(manner, text, outcome.value, *sections)
        for manner, (text, outcome, sections) in RESPONSES.items()
    ]
    found = evaluate_outcome(records)
    assert (found["accuracy"], found["sections"]) == (1.0, 1.0)
    json.dumps(found)


@pytest.mark.shared
def test_the_judged_responses_are_read_as_well_as_the_issue_asks() -> None:
    lines = (SHARED / "data/gold/outcome_dev.jsonl").read_text(encoding="utf-8").splitlines()
    found = evaluate_outcome(map(json.loads, lines), REGISTER)
    assert found["accuracy_unambiguous"] >= 0.82
    assert found["sections"] >= 0.90
    assert found["elements"] >= 0.90
