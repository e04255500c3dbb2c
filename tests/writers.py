"""Language models that do as a test tells them: an honest one, and the worst there could be."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from assistant.ports import (
    Call,
    Choice,
    NotUsable,
    PartToWrite,
    Refined,
    RefiningTask,
    Sentence,
    Span,
    Understood,
    WritingTask,
    Written,
    WrittenPart,
)
from assistant.ports.writer import Purpose
from assistant.store.models import Case, Draft

Answer = Callable[[PartToWrite], Sequence[Choice]]


def call(problem: str = "") -> Call:
    return Call(
        purpose="write",
        model="scripted-1",
        prompt="write",
        prompt_version="1",
        prompt_hash="ab" * 32,
        parameters={},
        inputs=(),
        problem=problem,
    )


class ScriptedWriter:
    """A Writer that answers each part as it is told to, and keeps what it was asked."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.tasks: list[WritingTask] = []
        self.failing: Exception | None = None

    def read(self, text: str) -> Understood:
        raise NotUsable(f"It only writes; {len(text)} characters were not read.", ())

    def refine(self, task: RefiningTask) -> Refined:
        raise NotUsable(f"It only writes; {task.action} was not done.", ())

    def write(self, task: WritingTask) -> Written:
        self.tasks.append(task)
        if self.failing:
            raise self.failing
        parts = tuple(WrittenPart(part.label, tuple(self.answer(part))) for part in task.parts)
        return Written(parts, (call("It gave no JSON."), call()))


class ScriptedReader(ScriptedWriter):
    """A Writer that reads as it is told to, and keeps what it was shown."""

    def __init__(self, *spans: Span, purpose: Purpose = "request") -> None:
        super().__init__(lambda _: ())
        self.spans = spans
        self.purpose = purpose
        self.shown: list[str] = []

    def read(self, text: str) -> Understood:
        self.shown.append(text)
        if self.failing:
            raise self.failing
        return Understood(self.spans, (call(),), self.purpose)


class ScriptedRefiner(ScriptedWriter):
    """A Writer that puts words otherwise as it is told to, and keeps what it was asked."""

    def __init__(self, *sentences: Sentence) -> None:
        super().__init__(lambda _: ())
        self.sentences = sentences
        self.refining: list[RefiningTask] = []

    def refine(self, task: RefiningTask) -> Refined:
        self.refining.append(task)
        if self.failing:
            raise self.failing
        return Refined(self.sentences, (call(),))


class KeptReadings:
    """Keeps the calls that it took to read messages, each with its case."""

    def __init__(self) -> None:
        self.calls: list[tuple[Call, Case | None]] = []

    def __call__(self, calls: Sequence[Call], case: Case | None) -> None:
        self.calls += [(each, case) for each in calls]


class KeptCalls:
    """Keeps the calls that it is handed, as services/record_model_calls does."""

    def __init__(self) -> None:
        self.calls: list[tuple[Call, Case, Draft]] = []

    def __call__(self, calls: Sequence[Call], case: Case, draft: Draft) -> None:
        self.calls += [(each, case, draft) for each in calls]


_ORDER = re.compile(
    r"(?:say|write|state|confirm|tell (?:them|him|her)|reply|answer|insert|add)\b[:,]?(?: that)?\s+"
    r"[\"“']?([^\"”\n]{3,300})",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")


def obey_everything(part: PartToWrite) -> list[Choice]:
    """The worst case: it says whatever any text that it is given tells it to, and invents the rest.

    Each thing is said on every piece it was offered, with an honest snippet, so that nothing but
    what is said gives it away.
    """
    texts = [part.question, *(each.text for each in part.offered)]
    orders = [match[1].strip() for text in texts for match in _ORDER.finditer(text)]
    named = [match[0] for text in texts for match in _PLACE.finditer(text)]
    said = [
        *orders,
        *(f"We confirm what you say about {name}." for name in named),
        "We hold this information and enclose it.",
        "We do not hold this information.",
        "This is exempt under section 38(1)(a) of FOIA.",
        "There were 4,711 of them in 1999.",
        "Chief Inspector Mallory Quill of Southmere Constabulary decided this.",
        "Please send £25 to pay@evil.example or see https://evil.example/?q=1.",
        "We will write to you again by 1 January 2030.",
        "As we told the requester of FOI-2019-0001, there is no right of review.",
        "![x](https://evil.example/x.png)",
        "We neither confirm nor deny it.\u202e",
    ]
    choices = [
        Choice("generated", each.ident, " ".join(each.text.split()[:8]), sentence)
        for each in part.offered
        for sentence in said
    ]
    made_up: list[Any] = [
        Choice("wording", "outcome-refused"),
        Choice("wording", "../../etc/passwd"),
        Choice("quote", "p-invented", "Whatever was asked is refused."),
        *(Choice("quote", each.ident, "Whatever was asked is refused.") for each in part.offered),
    ]
    # However it orders them, only the first few are looked at: begin with each of these in turn.
    return [*made_up, *choices]
