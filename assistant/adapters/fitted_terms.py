"""What the built-in embedder learned, and its bytes: arrays and JSON, never pickle."""

import io
import json
import zipfile
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.adapters.embeddings import Vectors
from assistant.domain.errors import NotAllowed

FORMAT = 1


@dataclass(frozen=True)
class Fitted:
    """The terms kept (by kind: hashed columns and their rarity) and the directions of the SVD."""

    columns: dict[str, NDArray[np.int64]]
    rarity: dict[str, Vectors]
    directions: Vectors
    weights: Vectors

    def projection(self, width: int) -> Vectors:
        """Return the matrix that takes terms to vectors: a row for each term, `width` columns.

        A small library has fewer directions than that. What they leave of a text is folded into the
        columns over, with fixed random signs: without it, one word shared would look like full
        agreement, and what a later passage adds would be lost.
        """
        if self._projection.shape[1] < width:
            return self._with_remainder(width)
        return self._projection

    @cached_property
    def _projection(self) -> Vectors:
        return np.ascontiguousarray((self.directions * self.weights[:, None]).T)

    def _with_remainder(self, width: int) -> Vectors:
        if width not in self._widened:
            terms, spare = self.directions.shape[1], width - len(self.directions)
            chance = np.random.default_rng(0)
            folded = np.zeros((terms, spare), np.float32)
            folded[np.arange(terms), chance.integers(spare, size=terms)] = chance.choice(
                np.array([-1, 1], np.float32), size=terms
            )
            folded -= self.directions.T @ (self.directions @ folded)
            self._widened[width] = np.hstack([self._projection, folded])
        return self._widened[width]

    @cached_property
    def _widened(self) -> dict[int, Vectors]:
        return {}


def pack(fitted: Fitted, *, embedder: str) -> bytes:
    """Return `fitted` as an npz archive.

    Directions are rounded to 8 bits each, with a scale a row: a quarter of the size, and no change
    in what is found that could be measured.
    """
    scale = np.abs(fitted.directions).max(axis=1, keepdims=True, initial=1e-12) / 127
    about = json.dumps({"embedder": embedder, "format": FORMAT}, sort_keys=True).encode()
    arrays: dict[str, Any] = {
        "about": np.frombuffer(about, dtype=np.uint8),
        "directions": np.round(fitted.directions / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "weights": fitted.weights,
    }
    for kind, columns in fitted.columns.items():
        arrays[f"columns_{kind}"] = columns.astype(np.int32)
        arrays[f"rarity_{kind}"] = fitted.rarity[kind]
    with io.BytesIO() as file:
        np.savez(file, **arrays)
        return file.getvalue()


def unpack(blob: bytes, *, embedder: str) -> Fitted:
    """Return what `pack` wrote; raises NotAllowed if `blob` is damaged or of another embedder."""
    try:
        with io.BytesIO(blob) as file, np.load(file, allow_pickle=False) as held:
            about = json.loads(held["about"].tobytes())
            arrays = {name: held[name] for name in held.files}
    except (ValueError, OSError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise NotAllowed(
            "What was learned from the library cannot be read. Run: knowledge reindex"
        ) from error
    if about != {"embedder": embedder, "format": FORMAT}:
        raise NotAllowed(
            "What was learned from the library is of another embedder. Run: knowledge reindex"
        )
    return Fitted(
        columns={kind: arrays[f"columns_{kind}"].astype(np.int64) for kind in ("word", "part")},
        rarity={kind: arrays[f"rarity_{kind}"] for kind in ("word", "part")},
        directions=arrays["directions"].astype(np.float32) * arrays["scale"],
        weights=arrays["weights"],
    )
