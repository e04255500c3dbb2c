"""Asks one model after the other until one gives what can be used, and keeps every call."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from assistant.adapters.model_answers import FORMS, LONGEST, Form, Unfit, read_answer, schema
from assistant.adapters.model_failures import Failure, failure
from assistant.adapters.prompt_files import Prompt
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports.allowance import Allowance
from assistant.ports.writer import Call, NotUsable

# A pause longer than this is for the other workers too, and for the next model.
LONGEST_PAUSE = 10.0
FIRST_PAUSE = 1.0
# English has four to five; fewer is the safe side, for names and figures take more tokens.
CHARACTERS_A_TOKEN = 3
# What a server says beyond this is not believed.
MOST_TOKENS = 10_000_000
_Made = TypeVar("_Made")
_Raw = TypeVar("_Raw")
Make = Callable[[Any], tuple[_Made, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said, before anybody has looked into it; `problem` where it is no answer."""

    text: str
    problem: str = ""
    tokens_in: int = 0
    tokens_out: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a prompt, its values, and by which ids its inputs are known."""

    prompt: Prompt
    values: Mapping[str, str]
    inputs: tuple[str, ...]


class Model(Protocol):
    """One model, as it is asked here."""

    @property
    def name(self) -> str:
        """The model as provider:model."""
        ...

    @property
    def secret(self) -> str:
        """Its key, which must not stand in what is kept."""
        ...

    @property
    def parameters(self) -> dict[str, object]:
        """How it is asked, as it is kept with each call."""
        ...

    @property
    def longest_answer(self) -> int:
        """Tokens that its answer may have."""
        ...

    @property
    def context(self) -> int:
        """Tokens that question and answer may have together."""
        ...

    def open(self) -> None:
        """Load its library, once; raises NotAllowed where the settings do not do for that."""
        ...

    def ask(self, system: str, user: str, schema: Mapping[str, Any]) -> Answer:
        """Return its answer, once it is open; raises whatever its provider's library does."""
        ...


# One call of a model: what is made of its answer or None, the call, and how it failed or None.
Attempt = Callable[[Model], tuple[_Made | None, Call, Failure | None]]


class Asking:
    """Several models in turn, under one allowance."""

    def __init__(
        self,
        models: Sequence[Model],
        allowance: Allowance,
        *,
        retries: int = 1,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """`retries` counts for each model, where its server fails."""
        self._models = tuple(models)
        self._allowance = allowance
        self._retries = retries
        self._pause = pause

    def ask(self, question: Question, make: Make[_Made]) -> tuple[_Made, tuple[Call, ...]]:
        """Return what `make` makes of the first answer that can be used, and all calls.

        `make` returns what was asked for, and what is to be noted with the call; it raises Unfit
        where nothing of the answer can be used. Raises NotUsable and NotAllowed as a Writer does.
        """
        calls: list[Call] = []
        made = self.in_turn(lambda model: self._call(model, question, make), calls.append)
        return made, tuple(calls)

    def in_turn(self, attempt: Attempt[_Made], keep: Callable[[Call], None]) -> _Made:
        """Return what the first model gives that gives anything; `keep` is handed every call.

        Raises NotUsable, with the calls, where none does, and NotAllowed where all are refused.
        """
        calls: list[Call] = []

        def kept(call: Call) -> None:
            calls.append(call)
            keep(call)

        reasons: list[str] = []
        refused = 0
        for model in self._models:
            try:
                return self._ask_one(model, attempt, kept)
            except NotAllowed as error:
                refused += 1
                reasons.append(str(error))
            except TryAgainLater as error:
                reasons.append(str(error))
        if refused == len(self._models):
            raise NotAllowed(" ".join(reasons))
        raise NotUsable(
            f"No language model gave an answer that can be used. {' '.join(reasons)}", tuple(calls)
        )

    def _ask_one(
        self, model: Model, attempt: Attempt[_Made], keep: Callable[[Call], None]
    ) -> _Made:
        """Ask one model, again where its server failed; hand on every call."""
        problem = ""
        for number in range(self._retries + 1):
            made, call, failed = attempt(model)
            keep(call)
            if made is not None:
                return made
            problem = call.problem
            if failed is None or failed.kind == "final":
                break
            if failed.kind == "settings":
                raise NotAllowed(
                    f"{model.name}: {problem}. Check FOI_MODEL, FOI_MODEL_BASE_URL and "
                    "FOI_MODEL_KEY, then run foi-assistant check."
                )
            wait = failed.after if failed.after is not None else FIRST_PAUSE * 2**number
            if wait > LONGEST_PAUSE:
                self._allowance.rest(model.name, wait)
                break
            if number < self._retries:
                self._pause(wait)
        raise TryAgainLater(f"{model.name}: {problem}.")

    def _call(
        self, model: Model, question: Question, make: Make[_Made]
    ) -> tuple[_Made | None, Call, Failure | None]:
        """Make one call, whatever becomes of it; raises NotAllowed or TryAgainLater before it."""
        prompt = question.prompt
        user, form = prompt.filled(question.values), FORMS[prompt.answer]

        def ask() -> tuple[Answer, None]:
            return model.ask(prompt.system, user, schema(form)), None

        return self.counted(
            model,
            prompt,
            question.inputs,
            characters=len(prompt.system) + len(user),
            work=ask,
            use=lambda answer, _: _used(answer, form, make),
        )

    def counted(
        self,
        model: Model,
        prompt: Prompt,
        inputs: tuple[str, ...],
        *,
        characters: int,
        work: Callable[[], tuple[Answer, _Raw]],
        use: Callable[[Answer, _Raw], tuple[_Made | None, str]],
    ) -> tuple[_Made | None, Call, Failure | None]:
        """Make one call under the allowance; `characters` is how much the model is shown.

        `use` makes of an answer what was asked for, or None, and what is to be noted with the call.
        Raises NotAllowed or TryAgainLater before the call, and nothing after it.
        """
        expected = characters // CHARACTERS_A_TOKEN
        if expected + model.longest_answer > model.context:
            raise TryAgainLater(
                f"{model.name}: what it would be shown is longer than FOI_MODEL_CONTEXT allows."
            )
        model.open()
        number = self._allowance.take(model.name, expected + model.longest_answer)
        started = time.monotonic()
        made, failed, problem = None, None, ""
        try:
            answer, raw = work()
            problem = answer.problem
            if not problem:
                made, problem = use(answer, raw)
        except Exception as error:  # noqa: BLE001 - libraries' failures have no common name
            failed = failure(error, secret=model.secret)
            answer = Answer(failed.said, failed.problem, failed.tokens_in, failed.tokens_out)
            problem = answer.problem
        answer = replace(
            answer, tokens_in=_counted(answer.tokens_in), tokens_out=_counted(answer.tokens_out)
        )
        took = round((time.monotonic() - started) * 1000)
        self._settle(number, answer, failed, expected)
        call = Call(
            purpose=prompt.purpose,
            model=model.name,
            prompt=f"{prompt.purpose}.md",
            prompt_version=prompt.version,
            prompt_hash=prompt.hash,
            parameters=model.parameters,
            inputs=inputs,
            answer=answer.text[:LONGEST],
            problem=problem,
            tokens_in=answer.tokens_in,
            tokens_out=answer.tokens_out,
            milliseconds=took,
        )
        return made, call, failed

    def _settle(self, number: int, answer: Answer, failed: Failure | None, expected: int) -> None:
        """Note what a call took; where the server does not say, what it may have taken."""
        worked = failed is None or failed.worked
        made = len(answer.text) // CHARACTERS_A_TOKEN
        self._allowance.settle(
            number,
            tokens_in=answer.tokens_in or (expected if worked else 0),
            tokens_out=answer.tokens_out or (made if worked else 0),
        )


def _counted(tokens: int) -> int:
    """Return a number of tokens as it can be kept, whatever a server said."""
    return max(0, min(tokens, MOST_TOKENS))


def _used(answer: Answer, form: type[Form], make: Make[_Made]) -> tuple[_Made | None, str]:
    """Return what is made of an answer, or None; and what is to be noted with the call."""
    try:
        return make(read_answer(answer.text, form))
    except Unfit as unfit:
        return None, str(unfit)
