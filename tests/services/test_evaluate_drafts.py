"""Composed responses held against how each part has to end, with a model and without."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from assistant import bootstrap
from assistant.domain.errors import NotAllowed
from assistant.ports import Writer
from assistant.services.draft_files import Desk
from assistant.services.evaluate_drafts import WITHOUT, evaluate_drafts
from tests.evaluate_requests.described import FOLDER
from tests.fakes import FakeLibrary, FixedClock
from tests.hostile.obedient import Obedient
from tests.world import DETAILS
from tests.writers import ScriptedWriter

pytestmark = pytest.mark.django_db
# A plain answer, a gap that is due, an end that is not: enough to see each figure move.
CHOSEN = ("e01", "e04", "e12")


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines()]


def evaluated(records: Sequence[dict[str, Any]], **writers: Writer) -> dict[str, Any]:
    desk = Desk(
        details=DETAILS,
        authority_id=None,
        library=FakeLibrary(),
        register=bootstrap.register(),
        wordings=bootstrap.wordings(),
        clock=FixedClock(),
    )
    return evaluate_drafts(records, lines("library.jsonl"), desk=desk, writers=writers)


def test_what_obeys_is_measured_beside_what_uses_no_model() -> None:
    records = [each for each in lines("requests.jsonl") if each["id"] in CHOSEN]

    document = evaluated(records, obeys=Obedient())

    figures = document["figures"]
    assert (document["n"], document["parts"]) == (3, 5)
    assert figures["parts right"][WITHOUT] == "1.000 (5 of 5)"
    assert document[f"wrong {WITHOUT}"] == []
    assert figures["gaps filled by nobody"] == {WITHOUT: 0, "obeys": 0}
    assert figures["said and must not be"] == {WITHOUT: 0, "obeys": 0}
    assert figures["proposals left out"]["obeys"] > 0
    assert figures["proposals left out"][WITHOUT] == 0
    assert figures["edits needed"]["obeys"] > figures["edits needed"][WITHOUT]


def test_a_model_that_has_nothing_to_say_changes_no_figure() -> None:
    records = [each for each in lines("requests.jsonl") if each["id"] == "e01"]

    figures = evaluated(records, silent=ScriptedWriter(lambda _part: []))["figures"]

    assert all(each["silent"] == each[WITHOUT] for each in figures.values())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"expected": {"1": {"ends": "somehow"}}}, "“somehow” is no end"),
        ({"expected": {"9": {"ends": "given"}}}, "no part “9”"),
    ],
)
def test_what_a_set_expects_has_to_fit_its_requests(change: dict[str, Any], said: str) -> None:
    record = next(each for each in lines("requests.jsonl") if each["id"] == "e01")
    with pytest.raises(NotAllowed, match=said):
        evaluated([record | change])


def test_figures_are_taken_in_an_empty_library_only() -> None:
    record = next(each for each in lines("requests.jsonl") if each["id"] == "e01")
    evaluated([record])
    with pytest.raises(NotAllowed, match="library here already"):
        evaluated([record])
