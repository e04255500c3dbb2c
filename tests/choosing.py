"""A Chooser over the real LangChain client and loopback servers, as tests ask it."""

from collections.abc import Callable, Generator
from typing import Any

from assistant.adapters.knowledge_folders import prompts_folder
from assistant.adapters.langchain_chooser import LangChainChooser
from assistant.adapters.langchain_models import LangChainModel, Manner, Served
from assistant.adapters.prompt_files import load_prompt
from assistant.ports import Allowance, Call
from assistant.ports.chooser import ChoosingTask, Chosen, Keep, Look, Seen, Sentence
from tests.fakes import FakeAllowance
from tests.model_server import ModelServer

NAMES = ("openai:scripted", "openai:second")


def over(
    server: ModelServer,
    *,
    then: ModelServer | None = None,
    allowance: Allowance | None = None,
    seconds: float = 20,
) -> LangChainChooser:
    """Return a chooser whose model is the server; `then` is another that stands in for it."""
    manner = Manner(timeout=5, longest_answer=1000, context=30_000)
    servers = [server, then] if then is not None else [server]
    return LangChainChooser(
        [
            LangChainModel(Served(name, each.address), manner)
            for name, each in zip(NAMES, servers, strict=False)
        ],
        load_prompt(prompts_folder(), "chat"),
        allowance or FakeAllowance(),
        seconds=seconds,
        retries=0,
        pause=_never,
    )


def _never(seconds: Any) -> None:
    """Pause not at all."""


class ToldChooser:
    """A Chooser that looks and chooses as a test tells it; it keeps what it was given and shown."""

    def __init__(self, choose: Callable[["ToldChooser"], Chosen]) -> None:
        self._choose = choose
        self.seen: list[Seen] = []
        self.closed = False

    def choose(self, task: ChoosingTask, look: Look, keep: Keep) -> Generator[str, None, Chosen]:
        self.task, self._look = task, look
        try:
            keep(call())
            yield ""
            yield "due"
            return self._choose(self)
        finally:
            self.closed = True

    def look(self, name: str, **given: object) -> list[Seen]:
        """Look into a tool."""
        found = list(self._look(name, {"about": self.task.question} | given))
        self.seen += found
        return found

    def all(self, *sentences: tuple[str, str]) -> Chosen:
        """Choose all that was seen; a sentence is its words, and what its block says in part."""
        own = tuple(
            Sentence(text, tuple(each.ident for each in self.seen if part in each.text))
            for text, part in sentences
        )
        return Chosen(tuple(each.ident for each in self.seen), own, NAMES[0])


def call() -> Call:
    """One call of a model, as it is kept."""
    return Call("chat", NAMES[0], "chat.md", "1", "ab" * 32, {}, (), answer="{}", tokens_in=1)
