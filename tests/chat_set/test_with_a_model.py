"""The 60 questions, asked with a language model: the same answers, or the rules' own."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest, time

from assistant.domain.chat.answer import Sort, from_plain
from assistant.services.ask import ask
from assistant.services.asked.by_model import Model
from assistant.store.models import AskedQuestion, Case, ModelCall
from tests.chat_set.build import Built, build
from tests.chat_set.described import LIBRARY, Question, questions
from tests.chat_set.judge import faults
from tests.chat_set.test_answers import NOT_YET, answer_of, state_of
from tests.model_server import ModelServer, Reply
from tests.scripted_chooser import LIES, Worst, sensible
from tests.choosing import over

# Sorts of block whose words stand on something.
SOURCED = frozenset(Sort) - {Sort.UNVERIFIED}


class _Endless(ModelServer):
    """Answers whatever it is asked, as often as it is asked."""

    def __init__(self, answer: Callable[[dict[str, Any]], Reply]) -> None:
        super().__init__()
        self.answer = answer

    def next_reply(self) -> Any:
        return self.answer


def asked_all(built: Built, answer: Callable[[dict[str, Any]], Reply]) -> list[tuple[Question, AskedQuestion]]:
    """Ask every question as Olwen does, on its page, of a model that answers so."""
    world = built.world
    rows = []
    with _Endless(answer) as server:
        model = Model(over(server), {})
        for question in questions():
            t=time.time(); case = None if question.page == LIBRARY else built.cases[question.page]
            row = ask(
                question.asked,
                by=world.officer,
                register=world.register,
                library=world.library,
                clock=world.clock,
                case_id=case.pk if case else None,
                model=model,
            )
            rows.append((question, row)); print(question.id, round(time.time()-t,2), row.kinds, flush=True)
    return rows
