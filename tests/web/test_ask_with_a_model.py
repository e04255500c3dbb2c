"""Asking in a browser with a language model: streamed, stopped, and without JavaScript."""

from collections.abc import Generator
from typing import Any

import pytest
from django.test import Client

from assistant.domain.errors import NotAllowed
from assistant.ports.chooser import Chosen
from assistant.store.models import AskedQuestion, ModelCall
from assistant.web.streaming import streamed
from tests.choosing import ToldChooser
from tests.web import doors
from tests.world import World

EVENTS = {"accept": "text/event-stream"}


def _due(told: ToldChooser) -> Chosen:
    told.look("due")
    return told.all()


@pytest.fixture
def chooser(signed_in: Client, settings: Any) -> ToldChooser:
    """A model that looks at the clock, whatever it is asked; the pages ask it."""
    settings.PORTS = "tests.web.doors.with_a_model"
    told = ToldChooser(_due)
    doors.chooser(told)
    return told


def test_progress_and_then_the_answer_are_streamed(
    chooser: ToldChooser, signed_in: Client, world: World
) -> None:
    case = world.case()
    address = f"/cases/{case.reference}/ask/"
    page = signed_in.get(address).content.decode()
    assert "data-foi-ask" in page
    assert "web/own/ask.js" in page
    assert "hx-post" not in page
    answer = signed_in.post(address, {"question": "when is it due"}, headers=EVENTS)
    assert answer["Content-Type"] == "text/event-stream"
    assert answer["Cache-Control"] == "no-store"
    text = b"".join(answer.streaming_content).decode()  # type: ignore[arg-type]  # it is streamed
    assert "event: progress\ndata: Asking the language model\n\n:\n\n" in text
    assert "event: progress\ndata: Looking at: when it is due, and why\n\n" in text
    kept = AskedQuestion.objects.get()
    assert f'data: <section class="foi-card" id="question-{kept.pk}"' in text.split("answer\n")[1]
    assert kept.kinds == ["due"]


# Whoever closes an answer has Django look at its connections: one inside a transaction would go.
@pytest.mark.django_db(transaction=True)
def test_whoever_goes_ends_the_work(chooser: ToldChooser, signed_in: Client, world: World) -> None:
    case = world.case()
    answer = signed_in.post(
        f"/cases/{case.reference}/ask/", {"question": "when is it due"}, headers=EVENTS
    )
    coming = iter(answer.streaming_content)  # type: ignore[call-overload]  # it is streamed
    for _ in range(3):
        next(coming)
    assert not chooser.closed
    # As a server does whose client has gone.
    answer.close()
    assert chooser.closed
    assert not AskedQuestion.objects.exists()
    assert ModelCall.objects.count() == 1


def test_without_javascript_the_page_waits(
    chooser: ToldChooser, signed_in: Client, world: World
) -> None:
    case = world.case()
    answered = signed_in.post(f"/cases/{case.reference}/ask/", {"question": "due?"}, follow=True)
    assert "working days left" in answered.content.decode()
    led = signed_in.post("/ask/", {"question": f"when is {case.reference} due"})
    assert led["Location"].startswith(f"/cases/{case.reference}/ask/#question-")


def test_what_is_no_question_is_said_beside_the_box(
    chooser: ToldChooser, signed_in: Client
) -> None:
    empty = signed_in.post("/ask/", {"question": ""}, headers=EVENTS)
    assert empty["Content-Type"].startswith("text/html")
    assert "Enter a question" in empty.content.decode()


def _refusing() -> Generator[str, None, str]:
    yield "Looking"
    raise NotAllowed("There is no such case.")


def test_a_refusal_on_the_way_is_an_event_of_its_own() -> None:
    answer = streamed(_refusing(), str, "<p>{}\n</p>".format)
    events = b"".join(answer.streaming_content)  # type: ignore[arg-type]  # it is streamed
    assert events == (
        b"event: progress\ndata: Looking\n\n"
        b"event: problem\ndata: <p>There is no such case.\ndata: </p>\n\n"
    )
