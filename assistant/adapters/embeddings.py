"""What every maker of vectors offers to the library, whichever way it makes them."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into vectors: learns from the passages first, then measures any text alike."""

    @property
    def name(self) -> str:
        """Name and version: vectors are comparable only under the same one."""
        ...

    def fit(self, texts: Sequence[str]) -> bytes:
        """Learn from `texts` and return what was learned; the same texts give the same bytes."""
        ...

    def embed(self, blob: bytes, texts: Sequence[str]) -> Vectors:
        """Return one vector a text, of length 1, or of zeros where no word of it is known.

        `blob` is what `fit` returned; raises NotAllowed when it is not.
        """
        ...

    def dimension(self, blob: bytes) -> int:
        """Return the width of every vector made with what `fit` returned."""
        ...

    def background(self, blob: bytes) -> float:
        """Return how alike any two texts are that have nothing to do with each other.

        A cosine from 0, below 1; models differ much in it, and similarities are counted from there.
        """
        ...
