"""The composition root's part for language models: settings in, a Writer out, or none."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.adapters.knowledge_folders import prompts_folder
from assistant.adapters.langchain_chooser import LangChainChooser
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
from assistant.ports import Allowance, Writer
from assistant.ports.chooser import Chooser


def writer(
    settings: Settings, allowance: Allowance, *, pause: Callable[[float], None] = time.sleep
) -> Writer | None:
    """Return the model of the settings and those that stand in for it; None where none is set.

    Nothing is asked yet, and LangChain is not loaded. Raises NotAllowed where the key's file cannot
    be read, and ValueError where a prompt is broken.
    """
    if not settings.model:
        return None
    return _writer(
        served_by(settings), settings, allowance, retries=settings.model_retries, pause=pause
    )


def chooser(
    settings: Settings, allowance: Allowance, *, pause: Callable[[float], None] = time.sleep
) -> Chooser | None:
    """Return the models of the settings as those that answer officers' questions, or None.

    Nothing is asked yet; raises as `writer` does.
    """
    if not settings.model:
        return None
    manner = _manner(settings)
    return LangChainChooser(
        [LangChainModel(each, manner) for each in served_by(settings)],
        load_prompt(prompts_folder(), "chat"),
        allowance,
        seconds=settings.model_chat_seconds,
        retries=settings.model_retries,
        pause=pause,
    )


def _manner(settings: Settings) -> Manner:
    """Return how models are asked."""
    return Manner(
        form=settings.model_schema,
        temperature=settings.model_temperature,
        timeout=settings.model_timeout,
        longest_answer=settings.model_longest_answer,
        context=settings.model_context,
        api_version=settings.model_api_version,
        tracing=settings.model_tracing,
    )


def _writer(
    served: Sequence[Served],
    settings: Settings,
    allowance: Allowance,
    *,
    retries: int,
    pause: Callable[[float], None] = time.sleep,
) -> Writer:
    manner = _manner(settings)
    return LangChainWriter(
        [LangChainModel(each, manner) for each in served],
        {name: load_prompt(prompts_folder(), name) for name in ("read", "write", "refine")},
        allowance,
        retries=retries,
        pause=pause,
    )


def served_by(settings: Settings) -> list[Served]:
    """Return each model of the settings, the first one first; a key goes to its own server alone.

    Raises NotAllowed where the key's file cannot be read.
    """
    if not settings.model:
        return []
    try:
        key = settings.key_of_model
    except ValueError as error:
        raise NotAllowed(f"FOI_MODEL_KEY_FILE: {error}") from error
    first = Served(settings.model, settings.model_base_url, key)
    others = []
    for one in settings.model_fallbacks:
        other = Served(*name_and_address(one))
        if not other.address and other.provider == first.provider:
            other = replace(first, name=other.name)
        elif other.address and other.address == first.address:
            other = replace(other, key=key)
        others.append(other)
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


class _Uncounted:
    """An Allowance that counts nothing: for a look whether models answer."""

    def take(self, model: str, tokens: int) -> int:
        del model, tokens
        return 0

    def settle(self, number: int, *, tokens_in: int, tokens_out: int) -> None:
        """Keep nothing."""

    def rest(self, model: str, seconds: float) -> None:
        """Keep nothing."""


@dataclass(frozen=True, slots=True)
class Alone:
    """One model of the settings: its name, where it is in words, and who asks it and no other."""

    name: str
    where: str
    writer: Writer


def each_alone(settings: Settings) -> list[Alone]:
    """Return each model of the settings by itself, to see whether it answers; none are counted."""
    return [
        Alone(served.name, where_it_is(served.name, served.address), one)
        for served, one in (
            (each, _writer([each], settings, _Uncounted(), retries=0))
            for each in served_by(settings)
        )
    ]
