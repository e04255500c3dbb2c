"""A Chooser over LangChain's agent: bounded in steps and time, each call counted and kept.

The agent runs in a thread of its own. Tools, the allowance and what is kept use the database, so
all of that is done by the thread that asks (errands.py).
"""

import json
import logging
import secrets
import threading
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from assistant.adapters.errands import Errands, GivenUp
from assistant.adapters.langchain_agent import Said, Tool, Turn, calls_in, run_agent
from assistant.adapters.langchain_models import LangChainModel, answer_in
from assistant.adapters.marked_text import mark
from assistant.adapters.model_answers import Answered, Unfit, read_answer, schema
from assistant.adapters.model_asking import Answer, Asking, Model
from assistant.adapters.model_failures import Failure
from assistant.adapters.prompt_files import Prompt
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports.allowance import Allowance
from assistant.ports.chooser import (
    ChoosingTask,
    Chosen,
    Keep,
    Look,
    Seen,
    Sentence,
    Unanswerable,
)
from assistant.ports.writer import Call

# Calls of a model and looks into tools for one question; who needs more goes round in circles.
MOST_TURNS, MOST_LOOKS = 8, 12
# Questions at once in this process. Each holds a thread of the pages' server.
AT_ONCE = 3
# Of what a tool returns a model is shown so many characters.
MOST_SHOWN = 8_000
_log = logging.getLogger(__name__)
_BUSY = "The language model is answering other questions at the moment."


@dataclass
class _Run:
    """One question on its way: how far it is, and the call that has not come back yet."""

    task: ChoosingTask
    look: Look
    keep: Keep
    boundary: str
    errands: Errands
    turns: int = 0
    looks: int = 0
    looking: list[str] = field(default_factory=list)
    inputs: list[str] = field(default_factory=list)
    model: str = ""
    pending: Call | None = None
    # Tools called in one turn come from several threads.
    lock: threading.Lock = field(default_factory=threading.Lock)


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """An Allowance that is asked in the thread which has the database."""

    allowance: Allowance
    errands: Errands

    def take(self, model: str, tokens: int) -> int:
        """See Allowance."""
        return self.errands.ask(lambda: self.allowance.take(model, tokens))

    def settle(self, number: int, *, tokens_in: int, tokens_out: int) -> None:
        """See Allowance."""
        self.errands.ask(
            lambda: self.allowance.settle(number, tokens_in=tokens_in, tokens_out=tokens_out)
        )

    def rest(self, model: str, seconds: float) -> None:
        """See Allowance."""
        self.errands.ask(lambda: self.allowance.rest(model, seconds))


class LangChainChooser:
    """See assistant.ports.chooser.Chooser."""

    def __init__(
        self,
        models: Sequence[LangChainModel],
        prompt: Prompt,
        allowance: Allowance,
        *,
        seconds: float,
        retries: int = 1,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """`models` are asked in turn; `seconds` is how long a question may take in all."""
        self._models = tuple(models)
        self._prompt = prompt
        self._allowance = allowance
        self._seconds = seconds
        self._retries = retries
        self._pause = pause
        self._free = threading.BoundedSemaphore(AT_ONCE)

    def choose(self, task: ChoosingTask, look: Look, keep: Keep) -> Generator[str, None, Chosen]:
        """Look for what answers a question; see Chooser."""
        if not self._free.acquire(blocking=False):
            raise TryAgainLater(_BUSY)
        run = _Run(task, look, keep, _boundary(), Errands())
        try:
            said = yield from self._progress(run)
            return _chosen(said, run.model)
        except TimeoutError as error:
            raise TryAgainLater(
                f"The language model was not done after {self._seconds:g} seconds."
            ) from error
        finally:
            self._free.release()
            if run.pending is not None:
                keep(replace(run.pending, problem="not waited for"))

    def _progress(self, run: _Run) -> Generator[str, None, Said]:
        """Run the agent, and yield what it looks into."""
        working = run.errands.run(lambda: self._agent(run), self._seconds)
        try:
            while True:
                try:
                    next(working)
                except StopIteration as ended:
                    return cast(Said, ended.value)
                yield run.looking.pop(0) if run.looking else ""
        finally:
            working.close()

    def _agent(self, run: _Run) -> Said:
        """Be the agent, in its own thread."""
        asking = Asking(
            self._models,
            _Elsewhere(self._allowance, run.errands),
            retries=self._retries,
            pause=self._pause,
        )
        task = run.task
        user = self._prompt.filled(
            {
                "boundary": run.boundary,
                "today": task.today,
                "place": task.place,
                "earlier": mark(task.earlier).shown,
                "question": mark(task.question).shown,
            }
        )
        try:
            return run_agent(
                self._opened().chat,
                (self._prompt.system, user),
                [_tool(each.name, each.answers, run) for each in task.tools],
                schema(Answered),
                lambda turn: self._turn(asking, run, turn),
            )
        except (NotAllowed, TryAgainLater, GivenUp):
            raise
        except Exception as error:
            # Libraries' failures have no common name, and their words may hold others' texts.
            name = type(error).__name__
            _log.warning("a question could not be put to a language model (%s)", name)
            raise TryAgainLater(
                f"The language model’s answers could not be followed ({name})."
            ) from error

    def _opened(self) -> LangChainModel:
        """Return the first model that opens; raises NotAllowed where none does."""
        refusals = []
        for model in self._models:
            try:
                model.open()
            except NotAllowed as refusal:
                refusals.append(str(refusal))
            else:
                return model
        raise NotAllowed(" ".join(refusals))

    def _turn(self, asking: Asking, run: _Run, turn: Turn) -> Any:
        """Have one turn taken by the models in turn; return the response for the agent."""
        run.turns += 1
        if run.turns > MOST_TURNS:
            raise TryAgainLater(f"The language model found no end in {MOST_TURNS} steps.")

        def attempt(model: Model) -> tuple[Any, Call, Failure | None]:
            return self._attempt(asking, run, turn, cast(LangChainModel, model))

        return asking.in_turn(attempt, lambda call: run.errands.ask(lambda: _kept(run, call)))

    def _attempt(
        self, asking: Asking, run: _Run, turn: Turn, model: LangChainModel
    ) -> tuple[Any, Call, Failure | None]:
        """Ask one model once."""
        inputs = tuple(run.inputs)

        def work() -> tuple[Answer, Any]:
            run.model = model.name
            prompt = self._prompt
            run.pending = Call(
                prompt.purpose, model.name, f"{prompt.purpose}.md", prompt.version, prompt.hash,
                model.parameters, inputs,
            )  # fmt: skip
            response, message = model.bounded(lambda: turn.ask(model.chat))
            return replace(answer_in(message), text=calls_in(message)), response

        return asking.counted(
            model,
            self._prompt,
            inputs,
            characters=turn.characters,
            work=work,
            use=lambda _, response: (response, ""),
        )


def _kept(run: _Run, call: Call) -> None:
    """Keep a call that has come back."""
    run.keep(call)
    run.pending = None


def _boundary() -> str:
    """Return a mark that nobody who wrote the text could know."""
    return f"=== {secrets.token_hex(8)} ==="


def _tool(name: str, answers: str, run: _Run) -> Tool:
    """Return a tool whose looks are done where the database is."""

    def use(given: Mapping[str, object]) -> str:
        with run.lock:
            run.looks += 1
            if run.looks > MOST_LOOKS:
                raise TryAgainLater(
                    f"The language model found no end in {MOST_LOOKS} looks at what is on record."
                )
            run.looking.append(name)
        try:
            seen = run.errands.ask(lambda: run.look(name, given))
        except Unanswerable as fault:
            return f"Not looked into: {fault}"
        run.inputs += [f"{name} {each.ident}" for each in seen]
        return _shown(seen, run.boundary)

    return Tool(name, answers, _takes(run.task.letters), use)


def _shown(seen: Sequence[Seen], boundary: str) -> str:
    """Return blocks as JSON between marks, in which no text can be taken for another piece."""
    each = max(200, MOST_SHOWN // max(1, len(seen)))
    rows = [
        {"id": block.ident, "sort": block.sort, "text": mark(_cut(block.text, each)).shown}
        for block in seen
    ]
    return f"{boundary}\n{json.dumps({'blocks': rows}, ensure_ascii=False)}\n{boundary}"


def _cut(text: str, most: int) -> str:
    """Return the beginning of a text that is too long to be shown."""
    return text if len(text) <= most else f"{text[:most]} […]"


def _takes(letters: Sequence[str]) -> dict[str, Any]:
    """Return the JSON Schema of a tool's arguments: the same for all, none but one needed."""

    def texts(said: str) -> dict[str, Any]:
        return {"type": "array", "items": {"type": "string"}, "description": said}

    def text(said: str) -> dict[str, Any]:
        return {"type": "string", "description": said}

    return {
        "type": "object",
        "properties": {
            "about": text("The words of the question that this tool is to answer."),
            "parts": texts("Parts of the request that are named, such as 2 or 3(a)."),
            "sections": texts("Provisions that are named, such as s.31(1)(a) or EIR reg 12(4)(b)."),
            "since": text("First day that is meant, as YYYY-MM-DD."),
            "until": text("Last day that is meant, as YYYY-MM-DD."),
            "topic": text("The subject to search for, in a few words."),
            "letter": {"type": "string", "enum": list(letters), "description": "Kind of letter."},
        },
        "required": ["about"],
    }


def _chosen(said: Said, model: str) -> Chosen:
    """Return what the agent chose; raises TryAgainLater where its answer is not of the form."""
    try:
        answer = cast(Answered, read_answer(said.text, Answered))
    except Unfit as unfit:
        raise TryAgainLater(f"{model}: {unfit}.") from unfit
    sentences = tuple(Sentence(each.text, tuple(each.blocks)) for each in answer.sentences)
    return Chosen(tuple(dict.fromkeys(answer.blocks)), sentences, model)
