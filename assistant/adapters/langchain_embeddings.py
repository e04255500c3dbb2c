"""Vectors by a provider that LangChain knows, such as ollama:nomic-embed-text.

The texts of the library and of every question go to that provider.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from assistant.adapters.embeddings import Vectors
from assistant.adapters.learned_background import pack, spread, unit, unpack
from assistant.domain.errors import NotAllowed, TryAgainLater

AT_ONCE = 100


class LangChainEmbedder:
    """An Embedder over `provider:model`; the provider's library is loaded at first use."""

    def __init__(self, model: str) -> None:
        """Remember which model."""
        self._model = model

    @property
    def name(self) -> str:
        """The model, by which vectors are comparable."""
        return f"langchain:{self._model}"

    def fit(self, texts: Sequence[str]) -> bytes:
        """Learn how alike unrelated passages are to the model."""
        return pack(self._vectors(spread(texts) or ["nothing"]), embedder=self.name)

    def embed(self, blob: bytes, texts: Sequence[str]) -> Vectors:
        """Return one vector a text, of length 1, or of zeros where it has no word.

        Raises TryAgainLater where the provider does not answer.
        """
        width = unpack(blob, embedder=self.name).dimension
        vectors = np.zeros((len(texts), width), dtype=np.float32)
        said = [at for at, text in enumerate(texts) if text.strip()]
        if said:
            made = self._vectors([texts[at] for at in said])
            if made.shape[1] != width:
                raise NotAllowed(
                    f"{self._model} now makes vectors {made.shape[1]} wide, and the library's are "
                    f"{width} wide. Build the index again: knowledge reindex"
                )
            vectors[said] = made
        return vectors

    def dimension(self, blob: bytes) -> int:
        """Return the width the model had when the library was built."""
        return unpack(blob, embedder=self.name).dimension

    def background(self, blob: bytes) -> float:
        """Return the cosine that passages of the library have by chance."""
        return unpack(blob, embedder=self.name).cosine

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        model = self._provider
        made: list[list[float]] = []
        for start in range(0, len(texts), AT_ONCE):
            try:
                made += model.embed_documents(list(texts[start : start + AT_ONCE]))
            except Exception as error:
                # Each provider's library has failures of its own, with no common name.
                raise TryAgainLater(
                    f"{self._model} does not make vectors now ({type(error).__name__}). Check that "
                    "it can be reached and its key is right, or set FOI_EMBEDDINGS to builtin."
                ) from error
        return unit(np.array(made, dtype=np.float32))

    @cached_property
    def _provider(self) -> Any:
        try:
            from langchain.embeddings import init_embeddings

            return init_embeddings(self._model)
        except ImportError as error:
            raise NotAllowed(
                f"{self._model} needs libraries that are not installed ({error}). Install "
                "foi-assistant[models], or set FOI_EMBEDDINGS to builtin."
            ) from error
        except ValueError as error:
            raise NotAllowed(f"FOI_EMBEDDINGS names no model: {error}") from error
