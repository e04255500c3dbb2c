"""Vectors by a small sentence model (all-MiniLM-L6-v2) from a folder on this machine.

Nothing is downloaded but by `download`, which a person asks for.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from assistant.adapters.embeddings import Vectors
from assistant.adapters.learned_background import pack, spread, unit, unpack
from assistant.domain.errors import NotAllowed, TryAgainLater

MODEL, TOKENIZER = "model.onnx", "tokenizer.json"
# The model was trained on so many pieces of words at most; what is longer is cut off.
LONGEST = 256
AT_ONCE = 32


class OnnxEmbedder:
    """An Embedder over a folder with model.onnx and tokenizer.json; both are read at first use."""

    name = "onnx-minilm-1"

    def __init__(self, folder: Path) -> None:
        """Remember where the model is."""
        self._folder = folder

    def fit(self, texts: Sequence[str]) -> bytes:
        """Learn how alike unrelated passages are to the model."""
        return pack(self._vectors(spread(texts) or ["nothing"]), embedder=self.name)

    def embed(self, blob: bytes, texts: Sequence[str]) -> Vectors:
        """Return one vector a text, of length 1, or of zeros where it has no word."""
        width = unpack(blob, embedder=self.name).dimension
        vectors = np.zeros((len(texts), width), dtype=np.float32)
        said = [at for at, text in enumerate(texts) if text.strip()]
        if said:
            vectors[said] = self._vectors([texts[at] for at in said])
        return vectors

    def dimension(self, blob: bytes) -> int:
        """Return the width the model had when the library was built."""
        return unpack(blob, embedder=self.name).dimension

    def background(self, blob: bytes) -> float:
        """Return the cosine that passages of the library have by chance."""
        return unpack(blob, embedder=self.name).cosine

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        """Average what the model makes of each piece of a word."""
        portions = [texts[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE)]
        return np.vstack([self._portion(list(portion)) for portion in portions])

    def _portion(self, texts: list[str]) -> Vectors:
        tokens = self._tokenizer.encode_batch(texts)
        mask = np.array([one.attention_mask for one in tokens], dtype=np.int64)
        given = {
            "input_ids": np.array([one.ids for one in tokens], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(mask),
        }
        (pieces, *_) = self._session.run(None, given)
        counted = mask[:, :, None].astype(np.float32)
        total = np.maximum(counted.sum(axis=1), 1e-9)
        return unit((np.asarray(pieces) * counted).sum(axis=1) / total)

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._file(TOKENIZER)))
        tokenizer.enable_truncation(max_length=LONGEST)
        tokenizer.enable_padding()
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            str(self._file(MODEL)), sess_options=options, providers=["CPUExecutionProvider"]
        )

    def _file(self, name: str) -> Path:
        """Return a file of the model; raises NotAllowed where it is not there."""
        file = self._folder / name
        if not file.is_file():
            raise NotAllowed(
                f"There is no {name} in {self._folder}. Put the model there, name its folder in "
                "FOI_EMBEDDINGS_FOLDER, or have it downloaded once: knowledge fetch-model"
            )
        return file


def download(folder: Path) -> Path:
    """Download the model once into `folder` and return where its files are.

    Chroma's own way: the archive is held against its known SHA-256. Raises TryAgainLater where it
    cannot be had, and downloads nothing where it is there.
    """
    import httpx
    from chromadb.utils.embedding_functions.onnx_mini_lm_l6_v2 import ONNXMiniLM_L6_V2

    files = folder / ONNXMiniLM_L6_V2.EXTRACTED_FOLDER_NAME
    if (files / MODEL).is_file() and (files / TOKENIZER).is_file():
        return files
    source = ONNXMiniLM_L6_V2()
    source.DOWNLOAD_PATH = folder
    try:
        source._download_model_if_not_exists()  # noqa: SLF001 - Chroma offers it by use alone
    except (httpx.HTTPError, OSError, ValueError) as error:
        raise TryAgainLater(
            f"The model cannot be downloaded from {source.MODEL_DOWNLOAD_URL} "
            f"({type(error).__name__}). Try again, or bring its files to {files} another way."
        ) from error
    return files
