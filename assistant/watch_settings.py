"""The settings of watching: how logs look, where heartbeats lie, and who may read the figures."""

from ipaddress import ip_network
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator

from assistant.mail_settings import Words, words

SHORTEST_TOKEN = 16


class WatchFields(BaseModel):
    """What can be set about watching; a part of config.Settings."""

    model_config = ConfigDict(frozen=True)

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO",
        description="How much is logged. Names, addresses and texts of mail are never logged.",
    )
    log_format: Literal["text", "json"] = Field(
        "text",
        description="text: a line for people. json: an object a line, for programs that gather "
        "logs.",
    )
    runtime_folder: str = Field(
        "",
        description="Folder where the programs of this machine or container leave their "
        "heartbeats; it may be in memory. Never shared between machines. Empty: `run` in the data "
        "folder.",
    )
    metrics_networks: Words = Field(
        (),
        validate_default=True,
        description="Networks that may read /metrics, such as 10.1.2.0/24, separated by commas. "
        "Empty, with no token either: nobody may.",
    )
    metrics_token: SecretStr = Field(
        SecretStr(""),
        description="Bearer token that /metrics asks for, of at least 16 characters. With networks "
        "too, both are asked for.",
    )

    @field_validator("metrics_networks", mode="before")
    @classmethod
    def _split_networks(cls, value: object) -> object:
        """Read a list from one line, separated by commas."""
        return words(value)

    @field_validator("metrics_networks", mode="after")
    @classmethod
    def _are_networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        """Refuse what is no network."""
        for each in value:
            try:
                ip_network(each, strict=False)
            except ValueError:
                raise ValueError(f"“{each}” is no network, such as 10.1.2.0/24") from None
        return value

    @field_validator("metrics_token", mode="after")
    @classmethod
    def _is_long_enough(cls, value: SecretStr) -> SecretStr:
        """Refuse a token that could be guessed."""
        if 0 < len(value.get_secret_value().strip()) < SHORTEST_TOKEN:
            raise ValueError(f"it has fewer than {SHORTEST_TOKEN} characters")
        return value

    @field_validator("runtime_folder", mode="after")
    @classmethod
    def _whole_runtime_path(cls, value: str) -> str:
        """Make the path absolute, so that every process means the same folder."""
        return str(Path(value.strip()).expanduser().absolute()) if value.strip() else ""
