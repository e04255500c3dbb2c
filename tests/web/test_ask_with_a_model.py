"""Asking in a browser with a language model: streamed, stopped, and without JavaScript."""

import threading
from typing import Any

import pytest
from django.test import Client

from assistant.ports.chooser import Chosen
from assistant.store.models import AskedQuestion, ModelCall
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


def test_whoever_goes_ends_the_work(chooser: ToldChooser, signed_in: Client, world: World) -> None:
    case = world.case()
    answer = signed_in.post(
        f"/cases/{case.reference}/ask/", {"question": "when is it due"}, headers=EVENTS
    )
    coming = iter(answer.streaming_content)  # type: ignore[call-overload]  # it is streamed
    for _ in range(3):
        next(coming)
    assert not chooser.closed
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


def test_a_refusal_is_said_whatever_the_form(
    chooser: ToldChooser, signed_in: Client, client: Client, world: World
) -> None:
    empty = signed_in.post("/ask/", {"question": ""}, headers=EVENTS)
    assert empty["Content-Type"].startswith("text/html")
    assert "Enter a question" in empty.content.decode()
    case = world.case()
    case_page = f"/cases/{case.reference}/ask/"
    answer = signed_in.post(case_page, {"question": "due"}, headers=EVENTS)
    world.officer.authority = None
    coming = iter(answer.streaming_content)  # type: ignore[call-overload]  # it is streamed
    assert b"event" in next(coming)
    answer.close()
    assert threading.active_count() < 50
