"""`check` says whether language models are set and answer, where they are, and what to do."""

from pathlib import Path

import pytest

from assistant import bootstrap, config
from assistant.adapters.langchain_writer import LangChainWriter
from assistant.config import Settings
from assistant.health import CheckResult, checks
from tests.dovecot import free_port
from tests.model_server import ModelServer, answering, failing
from tests.writing import KEY, MODEL

pytestmark = pytest.mark.django_db
WELL = answering({"purpose": "request", "noticed": []})


def _settings(tmp_path: Path, **given: str) -> Settings:
    named = {f"FOI_MODEL_{name.upper()}".rstrip("_"): value for name, value in given.items()}
    elsewhere = {"FOI_DATA_FOLDER": str(tmp_path), "FOI_CHROMA_PORT": str(free_port())}
    return config.load(elsewhere | named, Path("/nonexistent/.env"))


def _model(settings: Settings) -> CheckResult:
    (found,) = (one for one in checks(settings) if one.part == "Language model")
    return found


def test_a_model_that_answers_is_said_with_where_it_is(tmp_path: Path) -> None:
    with ModelServer(WELL) as server:
        found = _model(_settings(tmp_path, **{"": MODEL, "base_url": server.address}))

    assert (found.works, found.what_to_do) == (True, "")
    assert found.detail.startswith(f"{MODEL} on this machine ({server.address}), answers in 0.")


def test_a_model_that_does_not_answer_is_a_fault_with_what_happens_meanwhile(
    tmp_path: Path,
) -> None:
    with ModelServer(failing(401)) as server:
        given = {"": MODEL, "base_url": server.address, "key": KEY}
        found = _model(_settings(tmp_path, **given))

    assert not found.works
    assert "refused the key" in found.detail
    assert "approved wording" in found.what_to_do


def test_a_model_that_stands_in_for_another_is_said(tmp_path: Path) -> None:
    with ModelServer(failing(500)) as first, ModelServer(WELL) as second:
        given = {
            "": MODEL,
            "base_url": first.address,
            "fallbacks": f"openai:b@{second.address}",
            "retries": "3",
        }
        found = _model(_settings(tmp_path, **given))

    assert len(first.asked) == 1
    assert found.works
    assert "the server failed" in found.detail
    assert "stand in" in found.what_to_do


def test_tracing_is_asked_about(tmp_path: Path) -> None:
    with ModelServer(WELL) as server:
        given = {"": MODEL, "base_url": server.address, "tracing": "true"}
        found = _model(_settings(tmp_path, **given))
    assert (found.works, "LangSmith" in found.what_to_do) == (True, True)


def test_a_key_file_that_others_can_read_is_said(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text(KEY)
    file.chmod(0o644)
    results = checks(_settings(tmp_path, key_file=str(file)))
    private = next(one for one in results if one.part == "Private files")
    assert str(file) in private.what_to_do


def test_the_ports_have_a_writer_where_a_model_is_set(tmp_path: Path) -> None:
    assert bootstrap.ports(_settings(tmp_path)).writer is None
    with ModelServer(WELL) as server:
        given = {"": MODEL, "base_url": server.address, "prices": f"{MODEL}=1/2"}
        ports = bootstrap.ports(_settings(tmp_path, **given))
        assert isinstance(ports.writer, LangChainWriter)
        assert ports.writer.read("Hello.").spans == ()
    assert set(ports.model_prices) == {MODEL}
