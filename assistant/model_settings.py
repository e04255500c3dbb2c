"""What can be set about language models: which, how they are reached, and what they may cost."""

import ipaddress
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationInfo, field_validator

from assistant.mail_settings import Words, existing_file, words

_NAME = re.compile(r"[a-z0-9_]+:\S+")
Price = tuple[Decimal, Decimal]


class ModelFields(BaseModel):
    """The language model that writes and reads for officers, if there is one."""

    model_config = ConfigDict(frozen=True)

    model: str = Field(
        "",
        description="Language model that proposes words for drafts, as provider:model, such as "
        "ollama:qwen3:8b or openai:gpt-5-mini (needs `models`). docs/models.md says which data "
        "leaves. Empty: none; drafts are composed from approved wording.",
    )
    model_base_url: str = Field(
        "",
        description="Address of the model’s server, such as http://127.0.0.1:8080/v1 for llama.cpp "
        "or vLLM, or an Azure endpoint. Empty: the provider’s own.",
    )
    model_key: SecretStr = Field(SecretStr(""), description="Key for the model’s server.")
    model_key_file: str = Field(
        "", validate_default=True, description="File that holds this key, instead of FOI_MODEL_KEY."
    )
    model_api_version: str = Field(
        "", description="Version of the interface, which Azure asks for, such as 2024-10-21."
    )
    model_fallbacks: Words = Field(
        (),
        description="Models that are asked in turn where the first gives no answer that can be "
        "used, separated by commas: provider:model, or provider:model@https://address of another "
        "server. One of the same provider has its address and key; any other takes its key from "
        "the provider’s own variable, such as ANTHROPIC_API_KEY.",
    )
    model_schema: Literal["json_schema", "function_calling"] = Field(
        "json_schema",
        description="How the form of an answer is imposed. function_calling: for servers that "
        "know no json_schema.",
    )
    model_temperature: float | None = Field(
        0, ge=0, le=2, description="Temperature. Empty: not sent, for models that refuse it."
    )
    model_timeout: float = Field(
        120, gt=0, description="Seconds to wait for a model’s answer before giving up."
    )
    model_retries: int = Field(
        1, ge=0, le=5, description="How often a model is asked again where its server fails."
    )
    model_longest_answer: int = Field(
        4000, ge=100, description="Tokens that an answer may have at most."
    )
    model_context: int = Field(
        16_384,
        ge=1000,
        description="Tokens that question and answer may have together. What is longer is not "
        "asked, for some servers cut it off without a word.",
    )
    model_chat_seconds: float = Field(
        180,
        gt=0,
        description="Seconds that a question to the assistant may take with a model in all; then "
        "the rules answer it.",
    )
    model_calls_a_minute: int = Field(
        20, ge=1, description="Calls a minute at most, of all processes together."
    )
    model_tokens_a_day: int = Field(
        1_000_000, ge=0, description="Tokens a day at most, from midnight UTC. 0: no limit."
    )
    model_pence_a_day: int = Field(
        0, ge=0, description="Pence a day at most, by FOI_MODEL_PRICES. 0: no limit."
    )
    model_prices: Words = Field(
        (),
        validate_default=True,
        description="Prices in pence for a million tokens in and out, separated by commas: "
        "openai:gpt-5-mini=20/160. Costs are recorded by them.",
    )
    model_tracing: bool = Field(
        default=False,
        description="Let LangSmith’s own variables have each call, with all texts, sent to "
        "LangSmith. false: never, whatever they say.",
    )

    @field_validator("model_fallbacks", "model_prices", mode="before")
    @classmethod
    def _model_lists(cls, value: object) -> object:
        return words(value)

    @field_validator("model_temperature", mode="before")
    @classmethod
    def _none_where_empty(cls, value: object) -> object:
        return None if isinstance(value, str) and not value.strip() else value

    @field_validator("model", mode="after")
    @classmethod
    def _has_a_provider(cls, value: str) -> str:
        return _model_name(value.strip()) if value.strip() else ""

    @field_validator("model_fallbacks", mode="after")
    @classmethod
    def _have_providers(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if value and not info.data.get("model"):
            raise ValueError("these stand in for FOI_MODEL, which is not set")
        for one in value:
            name, address = name_and_address(one)
            _model_name(name)
            _safe_address(address)
        return value

    @field_validator("model_base_url", mode="after")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        return _safe_address(value.strip())

    @field_validator("model_key_file", mode="after")
    @classmethod
    def _one_key(cls, value: str, info: ValidationInfo) -> str:
        """Make the path absolute; refuse a second key."""
        path = existing_file(value)
        key = info.data.get("model_key")
        if path and key and key.get_secret_value():
            raise ValueError("FOI_MODEL_KEY is set as well; set one of the two")
        return path

    @field_validator("model_prices", mode="after")
    @classmethod
    def _are_prices(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        """Refuse what is no price, and a budget in pence for a model that has none."""
        known = _prices(value)
        if info.data.get("model_pence_a_day"):
            used = (info.data.get("model", ""), *info.data.get("model_fallbacks", ()))
            for model in filter(None, used):
                name = name_and_address(model)[0]
                if name not in known:
                    raise ValueError(
                        f"FOI_MODEL_PENCE_A_DAY is set, so the price of {name} is needed"
                    )
        return value

    @property
    def key_of_model(self) -> str:
        """The key, from the environment or from its file; empty where none is set.

        Raises ValueError where the file cannot be read.
        """
        if not self.model_key_file:
            return self.model_key.get_secret_value()
        try:
            return Path(self.model_key_file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ValueError(f"{self.model_key_file} cannot be read: {error}") from error

    @property
    def price_of_model(self) -> Mapping[str, Price]:
        """Pence for a million tokens in and out, by the model's name."""
        return _prices(self.model_prices)


def name_and_address(model: str) -> tuple[str, str]:
    """Split provider:model@address; the address is empty where none is given."""
    name, mark, rest = model.partition("@http")
    return name.strip(), f"http{rest.strip()}" if mark else ""


def stays_near(address: str) -> Literal["here", "network", ""]:
    """Say whether an address is on this machine, or by its form in the authority's network.

    A name without a dot is one that only the own network knows. Empty: it may be anywhere.
    """
    host = urlsplit(address).hostname or ""
    if host == "localhost":
        return "here"
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return "network" if host and "." not in host else ""
    if number.is_loopback:
        return "here"
    return "network" if number.is_private else ""


def _model_name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"“{name}” is no model; write it as provider:model")
    return name


def _safe_address(value: str) -> str:
    """Refuse an address that mail would travel to in clear."""
    parts = urlsplit(value)
    if not value:
        return ""
    if parts.scheme == "https" and parts.hostname:
        return value.rstrip("/")
    if parts.scheme == "http" and stays_near(value):
        return value.rstrip("/")
    raise ValueError(
        "it has to begin with https://, or with http:// on this machine or in your own network"
    )


def _prices(rows: tuple[str, ...]) -> dict[str, Price]:
    """Read each model's two prices."""
    prices = {}
    for row in rows:
        name, _, amounts = row.rpartition("=")
        given, _, made = amounts.partition("/")
        try:
            price = Decimal(given), Decimal(made)
        except InvalidOperation:
            price = Decimal(-1), Decimal(-1)
        if not all(amount.is_finite() and amount >= 0 for amount in price) or not name:
            raise ValueError(f"“{row}” is no price; write it like openai:gpt-5-mini=20/160")
        prices[_model_name(name.strip())] = price
    return prices
