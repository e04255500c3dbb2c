"""The composition root's part about the library: where Chroma is, and what makes vectors."""

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.config import Settings
from assistant.ports import Library

if TYPE_CHECKING:
    from assistant.adapters.embeddings import Embedder


def chroma_address(settings: Settings) -> str:
    """Return where Chroma is: the server that is set, or the assistant's own on loopback."""
    return settings.chroma_url or f"http://127.0.0.1:{settings.chroma_port}"


def library(settings: Settings) -> Library:
    """Return the library over Chroma with the embedder that the settings name."""
    from assistant.adapters.chroma import ChromaLibrary

    return ChromaLibrary(chroma_address(settings), _embedder(settings))


def _embedder(settings: Settings) -> "Embedder":
    """Return what makes vectors; a model is loaded when the first is made."""
    if settings.embeddings == "builtin":
        from assistant.adapters.builtin_embeddings import BuiltinEmbedder

        return BuiltinEmbedder()
    if settings.embeddings == "onnx-minilm":
        from assistant.adapters.onnx_embeddings import OnnxEmbedder

        return OnnxEmbedder(Path(settings.embeddings_folder or _models(settings) / "onnx"))
    from assistant.adapters.langchain_embeddings import LangChainEmbedder

    return LangChainEmbedder(settings.embeddings)


def fetch_model(settings: Settings) -> Path:
    """Download the model of onnx-minilm once, and return the folder of its files.

    Raises TryAgainLater where it cannot be had.
    """
    from assistant.adapters.onnx_embeddings import download

    return download(_models(settings))


def _models(settings: Settings) -> Path:
    return settings.data_folder / "models" / "all-MiniLM-L6-v2"
