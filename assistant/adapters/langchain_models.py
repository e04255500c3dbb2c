"""Opens chat models by LangChain, each provider by its own words, and asks them for one answer.

LangChain is loaded with the first question. Nothing in the environment may send a question anywhere
but to the model's own server: tracing and gateways are off unless the settings ask for tracing.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from json import dumps
from typing import Any, Literal, TypeVar
from urllib.parse import urlsplit

from assistant.adapters.deadline import within
from assistant.adapters.model_asking import Answer
from assistant.domain.errors import NotAllowed

# LangSmith's switches, under its present name and its former one.
_TRACING = tuple(
    f"{maker}_{switch}"
    for maker in ("LANGSMITH", "LANGCHAIN")
    for switch in ("TRACING", "TRACING_V2", "OTEL_ENABLED")
)
# It would have every question pass through LangSmith's servers instead of the provider's address.
_GATEWAY = "LANGSMITH_GATEWAY"
_Done = TypeVar("_Done")
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_CUT_OFF = frozenset({"length", "max_tokens", "model_length", "MAX_TOKENS"})
_REFUSED = frozenset(
    {"content_filter", "refusal", "content_filtered", "guardrail_intervened", "SAFETY"}
)


@dataclass(frozen=True, slots=True)
class Served:
    """A model, by provider:model, and where it is; an empty address is the provider's own."""

    name: str
    address: str = ""
    key: str = field(default="", repr=False)

    @property
    def provider(self) -> str:
        """Whose library reaches it."""
        return self.name.partition(":")[0]

    @property
    def model(self) -> str:
        """Its name there."""
        return self.name.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Manner:
    """How models are asked: form, temperature, seconds, tokens of the answer and in all."""

    form: Literal["json_schema", "function_calling"] = "json_schema"
    temperature: float | None = 0
    timeout: float = 120
    longest_answer: int = 4000
    context: int = 16_384
    api_version: str = ""
    tracing: bool = False


def _openai(served: Served, manner: Manner) -> dict[str, Any]:
    """For OpenAI itself, and every server that speaks like it."""
    # An address of its own, so that no variable of the environment names another. A server of your
    # own is never given a key that was meant for OpenAI.
    own = {"base_url": served.address, "api_key": served.key or "none"}
    theirs = {"base_url": "https://api.openai.com/v1", "store": False} | _key(served)
    return _usual(manner) | (own | {"use_responses_api": False} if served.address else theirs)


def _azure(served: Served, manner: Manner) -> dict[str, Any]:
    version = {"api_version": manner.api_version} if manner.api_version else {}
    place = {"azure_deployment": served.model, "azure_endpoint": served.address}
    return _usual(manner) | _key(served) | place | version


def _ollama(served: Served, manner: Manner) -> dict[str, Any]:
    """For Ollama, which cuts off what is longer than `num_ctx` without a word."""
    heading = {"headers": {"Authorization": f"Bearer {served.key}"}} if served.key else {}
    return {
        "base_url": served.address or "http://127.0.0.1:11434",
        "num_ctx": manner.context,
        "num_predict": manner.longest_answer,
        "client_kwargs": {"timeout": manner.timeout} | heading,
    }


def _bedrock(served: Served, manner: Manner) -> dict[str, Any]:
    """For Bedrock, whose keys and region come from AWS's own variables or the machine's role."""
    place = {"endpoint_url": served.address} if served.address else {}
    return {"max_tokens": manner.longest_answer} | place


def _other(served: Served, manner: Manner) -> dict[str, Any]:
    place = {"base_url": served.address} if served.address else {}
    return _usual(manner) | _key(served) | place


def _usual(manner: Manner) -> dict[str, Any]:
    return {
        "timeout": manner.timeout,
        "max_tokens": manner.longest_answer,
        # The writer itself asks again, so that every call is counted.
        "max_retries": 0,
    }


def _key(served: Served) -> dict[str, Any]:
    return {"api_key": served.key} if served.key else {}


# What each provider's class is given; a provider that is not here is given what most understand.
PROVIDERS: Mapping[str, Callable[[Served, Manner], dict[str, Any]]] = {
    "openai": _openai,
    "azure_openai": _azure,
    "ollama": _ollama,
    "bedrock_converse": _bedrock,
}


@dataclass(frozen=True)
class LangChainModel:
    """One model, opened when it is first asked."""

    served: Served
    manner: Manner

    @property
    def name(self) -> str:
        """The model as provider:model."""
        return self.served.name

    @property
    def secret(self) -> str:
        """Its key."""
        return self.served.key

    @property
    def longest_answer(self) -> int:
        """Tokens that its answer may have."""
        return self.manner.longest_answer

    @property
    def context(self) -> int:
        """Tokens that question and answer may have together."""
        return self.manner.context

    def open(self) -> None:
        """Load the library and open the model, once; raises NotAllowed where that cannot be."""
        self._opened  # noqa: B018 - kept from now on

    def ask(self, system: str, user: str, schema: Mapping[str, Any]) -> Answer:
        """Return the model's answer to one question; its library's own errors are passed on."""
        model = self._opened
        from langchain_core.messages import HumanMessage, SystemMessage

        strict = {"strict": True} if self.served.provider in {"openai", "azure_openai"} else {}
        asking = model.with_structured_output(
            dict(schema), method=self.manner.form, include_raw=True, **strict
        )
        messages = [SystemMessage(system), HumanMessage(user)]
        return self.bounded(lambda: answer_in(asking.invoke(messages)["raw"]))

    @property
    def chat(self) -> Any:
        """The model as LangChain knows it, opened."""
        return self._opened

    def bounded(self, work: Callable[[], _Done]) -> _Done:
        """Return what one call of the model gives, in bounded time, and told to nobody else."""
        from langsmith import tracing_context

        # The variables may have been read before they were put right; this is asked first.
        def untraced() -> _Done:
            with tracing_context(enabled=None if self.manner.tracing else False):
                return work()

        # The library's own time-out comes first, where it can.
        return within(self.manner.timeout * 1.2 + 0.5, untraced)

    @property
    def parameters(self) -> dict[str, object]:
        """How it is asked, as it is kept with each call."""
        return {
            "temperature": self.manner.temperature,
            "longest_answer": self.manner.longest_answer,
            "form": self.manner.form,
            "timeout": self.manner.timeout,
            "server": urlsplit(self.served.address).netloc or "the provider’s own",
        }

    @cached_property
    def _opened(self) -> Any:
        choose = PROVIDERS.get(self.served.provider, _other)
        chosen = choose(self.served, self.manner)
        keep_to_the_server(str(chosen.get("base_url", "")), tracing=self.manner.tracing)
        if self.manner.temperature is not None:
            chosen["temperature"] = self.manner.temperature
        try:
            from langchain.chat_models import init_chat_model

            return init_chat_model(self.served.model, model_provider=self.served.provider, **chosen)
        except ImportError as error:
            raise NotAllowed(
                f"{self.served.name} needs libraries that are not installed ({error}). Install "
                "foi-assistant[models], or leave FOI_MODEL empty."
            ) from error
        except Exception as error:
            # Each provider's class has refusals of its own: an unknown provider, no key, no region.
            raise NotAllowed(
                f"{self.served.name} cannot be used with these settings "
                f"({type(error).__name__}). Check FOI_MODEL, FOI_MODEL_KEY and the other settings "
                "of the model."
            ) from error


def keep_to_the_server(address: str, *, tracing: bool) -> None:
    """See to it that no variable of the environment sends questions to anybody else.

    What is asked of this machine does not go through a proxy either.
    """
    os.environ.pop(_GATEWAY, None)
    if not tracing:
        os.environ.update(dict.fromkeys(_TRACING, "false"))
    host = urlsplit(address).hostname or ""
    if host in _HERE:
        for name in ("NO_PROXY", "no_proxy"):
            named = [one for one in os.environ.get(name, "").split(",") if one]
            os.environ[name] = ",".join(dict.fromkeys([*named, host]))


def answer_in(raw: Any) -> Answer:
    """Take from a message what the model said, how it ended, and what it took."""
    usage = raw.usage_metadata or {}
    ended = raw.response_metadata
    reason = next(
        (ended[key] for key in ("finish_reason", "stop_reason", "done_reason", "stopReason")
         if isinstance(ended.get(key), str)),
        "",
    )  # fmt: skip
    problem = ""
    if reason in _CUT_OFF:
        problem = "the answer was cut off at its greatest length"
    elif reason in _REFUSED or raw.additional_kwargs.get("refusal"):
        problem = "the model refused to answer"
    return Answer(
        text=_said(raw) or str(raw.additional_kwargs.get("refusal") or ""),
        problem=problem,
        tokens_in=int(usage.get("input_tokens") or 0),
        tokens_out=int(usage.get("output_tokens") or 0),
    )


def _said(raw: Any) -> str:
    """Return the JSON of an answer, whether it came as text or as the form of a function."""
    if raw.tool_calls:
        return dumps(raw.tool_calls[0]["args"], ensure_ascii=False)
    if raw.invalid_tool_calls:
        return str(raw.invalid_tool_calls[0]["args"] or "")
    return str(raw.text)
