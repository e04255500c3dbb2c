"""What is learned of a library for a ready-made model: how alike unrelated texts are to it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.adapters.embeddings import Vectors
from assistant.domain.errors import NotAllowed

# So many passages are compared, each with each: most of them have nothing to do with each other.
COMPARED = 200
# A model that finds everything alike would leave nothing to count from.
MOST_BACKGROUND = 0.95


@dataclass(frozen=True, slots=True)
class Background:
    """The width of a model's vectors, and the cosine from which similarity is counted."""

    dimension: int
    cosine: float


def spread(texts: Sequence[str]) -> list[str]:
    """Return the texts that are compared, evenly spread over the library."""
    most = min(len(texts), COMPARED)
    return [texts[at * len(texts) // most] for at in range(most)]


def pack(vectors: Vectors, *, embedder: str) -> bytes:
    """Return what the vectors of `spread` texts teach, as JSON."""
    cosine = 0.0
    if len(vectors) > 1:
        pairs = (vectors @ vectors.T)[np.triu_indices(len(vectors), 1)]
        cosine = min(max(float(np.median(pairs)), 0.0), MOST_BACKGROUND)
    learned = {"embedder": embedder, "dimension": vectors.shape[1], "cosine": round(cosine, 3)}
    return json.dumps(learned, sort_keys=True).encode()


def unpack(blob: bytes, *, embedder: str) -> Background:
    """Return what `pack` wrote; raises NotAllowed if `blob` is damaged or of another embedder."""
    try:
        learned = json.loads(blob)
        background = Background(int(learned["dimension"]), float(learned["cosine"]))
        whose = learned["embedder"]
    except (ValueError, KeyError, TypeError) as error:
        raise NotAllowed(
            "What was learned from the library cannot be read. Run: knowledge reindex"
        ) from error
    if whose != embedder:
        raise NotAllowed(
            "What was learned from the library is of another embedder. Run: knowledge reindex"
        )
    return background


def unit(vectors: Vectors) -> Vectors:
    """Return each vector at length 1; one of no length stays so."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(length > 0, length, 1), dtype=np.float32)
