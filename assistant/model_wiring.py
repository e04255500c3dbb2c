"""The composition root's part for language models: settings in, a Writer out, or none."""

import time
from collections.abc import Callable

from assistant.adapters.knowledge_folders import prompts_folder
from assistant.adapters.langchain_writer import (
    LangChainModel,
    LangChainWriter,
    Manner,
    Served,
)
from assistant.adapters.prompt_files import load_prompt
from assistant.config import Settings
from assistant.domain.errors import NotAllowed
from assistant.model_settings import name_and_address, stays_near
from assistant.ports import Writer
from assistant.ports.allowance import Allowance


def writer(
    settings: Settings,
    allowance: Allowance,
    *,
    retries: int | None = None,
    pause: Callable[[float], None] = time.sleep,
) -> Writer | None:
    """Return the model of the settings and those that stand in for it; None where none is set.

    Nothing is asked yet, and LangChain is not loaded. Raises NotAllowed where the key's file cannot
    be read, and ValueError where a prompt is broken.
    """
    if not settings.model:
        return None
    manner = Manner(
        form=settings.model_schema,
        temperature=settings.model_temperature,
        timeout=settings.model_timeout,
        longest_answer=settings.model_longest_answer,
        context=settings.model_context,
        api_version=settings.model_api_version,
        tracing=settings.model_tracing,
    )
    prompts = {name: load_prompt(prompts_folder(), name) for name in ("read", "write")}
    served = [Served(*one) for one in addressed(settings)]
    return LangChainWriter(
        [LangChainModel(each, manner) for each in served],
        prompts,
        allowance,
        retries=settings.model_retries if retries is None else retries,
        pause=pause,
    )


def addressed(settings: Settings) -> list[tuple[str, str, str]]:
    """Return name, address and key of each model; a key goes to its own server alone."""
    try:
        key = settings.key_of_model
    except ValueError as error:
        raise NotAllowed(f"FOI_MODEL_KEY_FILE: {error}") from error
    first = settings.model, settings.model_base_url, key
    provider = settings.model.partition(":")[0]
    others = []
    for one in settings.model_fallbacks:
        name, address = name_and_address(one)
        if not address and name.partition(":")[0] == provider:
            others.append((name, first[1], key))
        else:
            others.append((name, address, key if address and address == first[1] else ""))
    return [first, *others]


def where_it_is(name: str, address: str) -> str:
    """Say in words how far what a model is asked travels."""
    if not address and name.startswith("ollama:"):
        address = "http://127.0.0.1:11434"
    said = {
        "here": f"on this machine ({address})",
        "network": f"in your own network ({address})",
    }
    elsewhere = f"at {address}" if address else f"at its provider, {name.partition(':')[0]}"
    return said.get(stays_near(address), f"{elsewhere}: mail and passages leave your network")
