"""Adapters do not know each other: each can be replaced without reading the next."""

import pytest

from tests.architecture.reading import imports, in_room

# An adapter of several files imports its own; one with a folder of its own, all that is in it.
# Two more are for all: how TLS is set up, and the
# protocol that every embedder fulfils (Chroma is handed one and never chooses it).
FOR_ALL = {"tls", "embeddings"}
PARTS: dict[str, set[str]] = {
    "imap": {"imap_connection", "imap_messages", "imap_putting_away", "imap_sign_in",
             "imap_waiting"},
    "imap_sent": {"imap_connection", "imap_putting_away", "imap_sign_in"},
    "imap_messages": {"imap_connection", "imap_fetching", "imap_reading", "imap_sign_in",
                      "imap_wire"},
    "imap_fetching": {"imap_reading", "imap_wire"},
    "imap_putting_away": {"imap_connection", "imap_reading", "imap_sign_in", "imap_wire"},
    "imap_waiting": {"imap_connection", "imap_wire"},
    "imap_connection": {"imap_sign_in", "imap_wire"},
    "imap_sign_in": {"imap_wire"},
    "smtp": {"smtp_sign_in", "smtp_wire"},
    "oauth_microsoft": {"oauth_file", "oauth_token", "oauth_web", "oauth_words"},
    "oauth_google": {"oauth_token", "oauth_web", "oauth_words"},
    "listener": {"listener_data", "listener_house", "listener_wire"},
    "listener_house": {"listener_storing", "listener_wire"},
    "listener_storing": {"listener_data", "listener_wire"},
    "chroma": {"chroma_client"},
    "builtin_embeddings": {"fitted_terms"},
    "onnx_embeddings": {"learned_background"},
    "langchain_embeddings": {"learned_background"},
    "langchain_writer": {"langchain_models", "marked_text", "model_answers", "model_asking",
                         "prompt_files"},
    "langchain_chooser": {"errands", "langchain_agent", "langchain_models", "marked_text",
                          "model_answers", "model_asking", "model_failures", "prompt_files"},
    "langchain_models": {"deadline", "model_asking"},
    "model_asking": {"model_answers", "model_failures", "prompt_files"},
    "typesetter": {"word_document", "pdf_document"},
    "word_document": {"word_letterhead", "word_parts"},
    "word_letterhead": {"word_parts"},
}  # fmt: skip
PREFIX = "assistant.adapters."


@pytest.mark.parametrize("path", sorted(in_room("adapters")))
def test_an_adapter_imports_only_its_own_parts(path: str) -> None:
    name = path.removeprefix("adapters/").removesuffix(".py")
    imported = {
        target.removeprefix(PREFIX).split(".")[0]
        for target, _ in imports(in_room("adapters")[path])
        if target.startswith(PREFIX)
    }
    folder = {name.split("/")[0]} if "/" in name else set()
    assert imported - FOR_ALL - PARTS.get(name, set()) - folder == set()
