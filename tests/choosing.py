"""A Chooser over the real LangChain client and a loopback server, as tests ask it."""

from typing import Any

from assistant.adapters.knowledge_folders import prompts_folder
from assistant.adapters.langchain_chooser import LangChainChooser
from assistant.adapters.langchain_models import LangChainModel, Manner, Served
from assistant.adapters.prompt_files import load_prompt
from assistant.ports import Allowance
from tests.fakes import FakeAllowance
from tests.model_server import ModelServer

NAME = "openai:scripted"


def over(
    server: ModelServer, *, allowance: Allowance | None = None, **given: Any
) -> LangChainChooser:
    """Return a chooser whose model is the server."""
    manner = Manner(timeout=given.pop("timeout", 5), longest_answer=1000, context=30_000)
    return LangChainChooser(
        [LangChainModel(Served(NAME, server.address), manner)],
        load_prompt(prompts_folder(), "chat"),
        allowance or FakeAllowance(),
        **({"seconds": 20, "retries": 0, "pause": lambda _: None} | given),
    )
