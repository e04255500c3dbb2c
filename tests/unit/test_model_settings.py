"""What can be set about language models, and what is refused before anything starts."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant import config
from assistant.adapters.langchain_models import Served
from assistant.config import Settings, WrongSettings
from assistant.domain.errors import NotAllowed
from assistant.model_settings import stays_near
from assistant.model_wiring import served_by, where_it_is


def _load(**given: str) -> Settings:
    named = {f"FOI_MODEL_{name.upper()}".rstrip("_"): value for name, value in given.items()}
    return config.load(named, Path("/nonexistent/.env"))


def test_without_a_model_nothing_is_needed() -> None:
    assert _load().model == ""


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"": "gpt-5-mini"}, "provider:model"),
        ({"fallbacks": "openai:x"}, "FOI_MODEL, which is not set"),
        ({"": "openai:x", "fallbacks": "y"}, "provider:model"),
        ({"": "openai:x", "fallbacks": "openai:y@http://models.example/v1"}, "https://"),
        ({"base_url": "http://models.example/v1"}, "https://"),
        ({"base_url": "http://93.184.216.34/v1"}, "https://"),
        ({"base_url": "models.example"}, "https://"),
        ({"key_file": "/nonexistent/key"}, "no file"),
        ({"prices": "openai:x=1"}, "is no price"),
        ({"prices": "openai:x=-1/2"}, "is no price"),
        ({"prices": "openai:x=NaN/2"}, "is no price"),
        ({"prices": "=1/2"}, "is no price"),
        ({"": "openai:x", "pence_a_day": "100"}, "price of openai:x"),
        ({"": "openai:x", "fallbacks": "ollama:y", "pence_a_day": "1", "prices": "openai:x=1/2"},
         "price of ollama:y"),
        ({"temperature": "3"}, "less than or equal"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_reason(given: dict[str, str], said: str) -> None:
    with pytest.raises(WrongSettings, match=said):
        _load(**given)


def test_a_key_is_in_the_environment_or_in_a_file_and_never_shown(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("sk-from-the-file\n")

    from_file = _load(**{"": "openai:x", "key_file": str(file)})
    assert from_file.key_of_model == "sk-from-the-file"
    from_environment = _load(**{"": "openai:x", "key": "sk-fictional"})
    assert from_environment.key_of_model == "sk-fictional"
    assert "sk-fictional" not in repr(from_environment)
    with pytest.raises(WrongSettings, match="one of the two"):
        _load(key="sk-fictional", key_file=str(file))

    file.unlink()
    with pytest.raises(NotAllowed, match="FOI_MODEL_KEY_FILE"):
        served_by(from_file)


def test_a_key_goes_to_the_server_that_it_was_set_for_and_to_no_other() -> None:
    own = "https://one.example/v1"
    others = (
        "openai:b, anthropic:c, openai:d@https://two.example/v1, openai:e@https://one.example/v1"
    )
    settings = _load(**{"": "openai:a", "base_url": f"{own}/", "key": "k", "fallbacks": others})

    assert served_by(settings) == [
        Served("openai:a", own, "k"),
        Served("openai:b", own, "k"),
        Served("anthropic:c", "", ""),
        Served("openai:d", "https://two.example/v1", ""),
        Served("openai:e", own, "k"),
    ]


def test_prices_are_by_model() -> None:
    assert _load(prices="openai:x=20.5/160, ollama:y:8b=0/0").price_of_model == {
        "openai:x": (Decimal("20.5"), Decimal(160)),
        "ollama:y:8b": (Decimal(0), Decimal(0)),
    }


def test_a_temperature_may_be_left_unsaid() -> None:
    assert _load(temperature="").model_temperature is None
    assert _load().model_temperature == 0


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("http://localhost:11434", "here"),
        ("http://127.0.0.1:8080/v1", "here"),
        ("http://[::1]:8080/v1", "here"),
        ("http://ollama:11434", "network"),
        ("http://10.1.2.3:8000/v1", "network"),
        ("https://api.openai.com/v1", ""),
        ("https://8.8.8.8/v1", ""),
        ("", ""),
    ],
)
def test_how_far_a_question_travels_is_told_by_the_address(address: str, near: str) -> None:
    assert stays_near(address) == near


@pytest.mark.parametrize(
    ("name", "address", "said"),
    [
        ("ollama:qwen3:8b", "", "on this machine (http://127.0.0.1:11434)"),
        ("openai:x", "http://gpu:8000/v1", "in your own network (http://gpu:8000/v1)"),
        ("openai:x", "", "at its provider, openai: mail and passages leave your network"),
        ("openai:x", "https://a.example/v1", "at https://a.example/v1: mail and passages leave"),
    ],
)
def test_where_a_model_is_is_said_in_words(name: str, address: str, said: str) -> None:
    assert where_it_is(name, address).startswith(said)
