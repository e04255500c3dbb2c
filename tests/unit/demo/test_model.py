"""The demonstration with a language model: which one, and what it says where none answers."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.demo.folder import DemoFolder, prepared
from assistant.demo.start import (
    as_environment,
    demo_settings,
    model_settings,
    with_a_model_that_answers,
)
from assistant.domain.errors import NotAllowed
from tests.dovecot import free_port
from tests.model_server import ModelServer, answering

PLACE = {
    "quote": "How many patrol cars do you have?",
    "kind": "question",
    "asks": "figures",
    "regime": "none",
}
NOTICED = {"purpose": "request", "noticed": [PLACE]}
PORTS = {"web": 1, "imap": 2, "smtp": 3, "chroma": 4}


@pytest.fixture
def folder(tmp_path: Path) -> DemoFolder:
    return prepared(tmp_path, datetime(2026, 3, 2, tzinfo=UTC), fresh=False)


def test_only_what_is_set_of_the_model_reaches_it() -> None:
    mine = {"FOI_MODEL_BASE_URL": "http://127.0.0.1:1/v1", "FOI_AUTHORITY_NAME": "Mine"}
    assert model_settings(mine) == {}
    assert model_settings(mine, "ollama:llama3.2") == {
        "model": "ollama:llama3.2", "model_base_url": "http://127.0.0.1:1/v1",
    }  # fmt: skip
    assert model_settings({"FOI_MODEL": "openai:x"}, "ollama:y") == {"model": "ollama:y"}
    assert model_settings({"FOI_MODEL": "openai:x"}) == {"model": "openai:x"}


def test_a_model_that_answers_is_used(folder: DemoFolder) -> None:
    said: list[str] = []
    with ModelServer(answering(NOTICED)) as server:
        chosen = model_settings({"FOI_MODEL_BASE_URL": server.address}, "openai:local")
        settings = demo_settings(folder, **PORTS, model=chosen)
        settings = with_a_model_that_answers(settings, said.append)
    assert as_environment(settings)["FOI_MODEL"] == "openai:local"
    assert said[-1].startswith("openai:local answers, on this machine (http://127.0.0.1")


def test_without_an_answer_it_says_so_and_goes_on_without(folder: DemoFolder) -> None:
    said: list[str] = []
    address = f"http://127.0.0.1:{free_port()}/v1"
    chosen = model_settings({"FOI_MODEL_BASE_URL": address}, "openai:local")
    settings = demo_settings(folder, **PORTS, model=chosen)
    settings = with_a_model_that_answers(settings, said.append)
    assert as_environment(settings)["FOI_MODEL"] == ""
    assert "cannot be reached" in said[-1]
    assert "goes on without one" in said[-1]
    assert with_a_model_that_answers(settings, said.append) is settings


def test_what_is_no_model_is_refused_in_words(folder: DemoFolder) -> None:
    with pytest.raises(NotAllowed, match="provider:model"):
        demo_settings(folder, **PORTS, model={"model": "llama3.2"})
