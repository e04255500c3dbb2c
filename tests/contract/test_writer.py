"""What every Writer does: one over a model's server on loopback, and the stand-in of the tests."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from assistant.domain.errors import NotAllowed
from assistant.ports import NotUsable, Writer
from tests.fakes import FakeWriter
from tests.model_server import ModelServer, Reply, answering, failing
from tests.writing import MESSAGE, PROPOSED, REFINING, SHORTER, TASK, noticing, over


@dataclass
class Place:
    """A Writer, and how to take it away."""

    writer: Writer
    take_away: Any
    refuse: Any


def _well(asked: dict[str, Any]) -> Reply:
    """Answer as a good model does."""
    noticed = noticing(
        ("How many patrol boats did you have in 2024?", "question"),
        ("Which of them <b>were</b> repaired?", "question"),
    )
    name = asked["response_format"]["json_schema"]["name"]
    return answering({"Noticed": noticed, "Chosen": PROPOSED, "PutOtherwise": SHORTER}[name])


@pytest.fixture(params=["langchain", "fake"])
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    if request.param == "fake":
        fake = FakeWriter()
        yield Place(
            fake,
            lambda: setattr(fake, "gone", True),
            lambda: setattr(fake, "wrong_key", True),
        )
        return
    with ModelServer(_well) as server:

        def instead(reply: Reply) -> None:
            server.replies.clear()
            server.replies.append(reply)

        yield Place(over(server), lambda: instead(failing(500)), lambda: instead(failing(401)))


def test_questions_are_found_as_places_in_the_message(place: Place) -> None:
    found = place.writer.read(MESSAGE)

    questions = [MESSAGE[span.start : span.end] for span in found.spans if span.kind == "question"]
    assert questions == [
        "How many patrol boats did you have in 2024?",
        "Which of them <b>were</b> repaired?",
    ]
    assert [call.purpose for call in found.calls] == ["read"]


def test_what_is_proposed_stands_on_what_was_offered_for_its_part(place: Place) -> None:
    written = place.writer.write(TASK)

    assert [part.label for part in written.parts] == ["1", "2"]
    for part, asked in zip(written.parts, TASK.parts, strict=True):
        offered = {one.ident: one.text for one in asked.offered}
        assert part.choices
        for choice in part.choices:
            assert choice.snippet in offered[choice.ident]
            assert bool(choice.snippet) == (choice.kind != "wording")
            assert bool(choice.text) == (choice.kind == "generated")


def test_words_are_put_otherwise_on_the_words_that_were_given(place: Place) -> None:
    refined = place.writer.refine(REFINING)

    assert [one.ident for one in refined.sentences] == ["block"]
    assert all(one.text and one.snippet in REFINING.text for one in refined.sentences)
    assert [call.purpose for call in refined.calls] == ["refine"]


def test_each_call_is_kept_with_what_it_was_made_with(place: Place) -> None:
    (call,) = place.writer.write(TASK).calls

    assert (call.purpose, call.prompt, call.problem) == ("write", "write.md", "")
    assert call.model
    assert call.prompt_version
    assert len(call.prompt_hash) == 64
    assert {"part 1", "part 2"} <= set(call.inputs)
    assert json.dumps(call.parameters)
    assert call.answer
    assert call.tokens_in > 0 < call.tokens_out


def test_where_nothing_answers_the_calls_are_kept_all_the_same(place: Place) -> None:
    place.take_away()

    with pytest.raises(NotUsable, match="No language model") as caught:
        place.writer.write(TASK)
    assert [bool(call.problem) for call in caught.value.calls] == [True]


def test_a_refused_key_is_for_a_person_to_mend(place: Place) -> None:
    place.refuse()

    with pytest.raises(NotAllowed, match="refused the key"):
        place.writer.read(MESSAGE)
