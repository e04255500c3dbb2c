"""The library of passages as vectors on a Chroma server.

Chroma stores ids and vectors and nothing else: texts live in the database, and vectors are always
given, never made by Chroma (embedding_function=None), so that nothing is downloaded or loaded.
"""

import contextlib
import hashlib
import re
import secrets
import threading
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import numpy as np

from assistant.adapters.chroma_client import Connection, telling
from assistant.adapters.embeddings import Embedder, Vectors
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Fit, Hit

T = TypeVar("T")

SCOPE = re.compile(r"[A-Za-z0-9_-]{1,40}")
WRITTEN_AT_ONCE = 1_000
ASKED_AT_ONCE = 100
# A passage with many twins may come after them: it is looked for deeper before it counts as lost.
DEPTHS = (10, 100, 1_000, 10_000)
# Vectors written at the same time by several processes now and then end up in no neighbour's list
# (about one in 18,000 measured); written again they are found.
WRITTEN_AGAIN = 3


class ChromaLibrary:
    """A Library on the Chroma server at `url`; threads may share it."""

    def __init__(self, url: str, embedder: Embedder, *, timeout: float = 30.0) -> None:
        """Remember the server; it is reached at the first use. `timeout` is in seconds."""
        self._url = url
        self._embedder = embedder
        self._timeout = timeout
        self._connection: Connection | None = None
        self._lock = threading.Lock()

    def build(self, passages: Sequence[tuple[str, str]], *, scope: str) -> Fit:
        """Learn from `passages` and write them to a new collection; see Library."""
        if not SCOPE.fullmatch(scope):
            raise NotAllowed(f"{scope!r} cannot name a library: use letters, digits, - and _.")
        with self._talking() as client:
            # Reaching the server comes first: learning takes a while, and would be for nothing.
            client.heartbeat()
        blob = self._embedder.fit([text for _, text in passages])
        # Learning the same twice gives the same bytes. The ending keeps the new collection apart
        # from the old one, which is discarded after the swap.
        name = f"{scope}.{hashlib.sha256(blob).hexdigest()[:16]}.{secrets.token_hex(4)}"
        fit = Fit(name, self._embedder.name, self._embedder.dimension, blob)
        with self._talking() as client:
            client.create(_collection_name(fit), _description(fit))
        try:
            self.add(fit, passages)
        except (TryAgainLater, NotAllowed):
            with contextlib.suppress(TryAgainLater, NotAllowed):
                self.discard(fit)
            raise
        return fit

    def add(self, fit: Fit, passages: Sequence[tuple[str, str]]) -> None:
        """Write `passages` under `fit`; of two with one id in the list, the later one counts.

        Returns once a query finds each of them, and raises TryAgainLater if it does not.
        """
        latest = list(dict(passages).items())
        with self._collection(fit) as collection:
            for batch in _cut(latest, WRITTEN_AT_ONCE):
                vectors = self._embedder.embed(fit.blob, [text for _, text in batch])
                has_direction = np.any(vectors != 0, axis=1)
                ids = [key for key, _ in batch]
                with_words = [
                    key for key, known in zip(ids, has_direction.tolist(), strict=True) if known
                ]
                wordless = sorted(set(ids) - set(with_words))
                if with_words:
                    _write(collection, with_words, vectors[has_direction])
                if wordless:
                    collection.delete(ids=wordless)

    def remove(self, fit: Fit, ids: Sequence[str]) -> None:
        """Take `ids` out; an unknown id is no error."""
        with self._collection(fit) as collection:
            for batch in _cut(list(dict.fromkeys(ids)), WRITTEN_AT_ONCE):
                collection.delete(ids=list(batch))

    def nearest(self, fit: Fit, text: str, k: int) -> list[Hit]:
        """Return at most `k` passages by falling cosine similarity; none without a known word."""
        with self._collection(fit) as collection:
            vector = self._embedder.embed(fit.blob, [text])
            if k < 1 or not vector.any():
                return []
            found = collection.query(query_embeddings=vector, n_results=k, include=["distances"])
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        hits = [Hit(key, 1.0 - float(distance)) for key, distance in pairs]
        return sorted(hits, key=lambda hit: (-hit.score, hit.id))

    def reachable(self, fit: Fit, ids: Sequence[str]) -> set[str]:
        """Return those of `ids` that a query with their own vector finds."""
        with self._collection(fit) as collection:
            return _reachable(collection, list(dict.fromkeys(ids)))

    def discard(self, fit: Fit) -> None:
        """Drop the collection of `fit`; one already gone is no error."""
        with self._talking() as client:
            client.drop(_collection_name(fit))

    def close(self) -> None:
        """Give the connection back; the next use makes a new one."""
        with self._lock:
            connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    @contextlib.contextmanager
    def _talking(self) -> Iterator[Connection]:
        with self._lock:
            if self._connection is None:
                self._connection = Connection(self._url, self._timeout)
            connection = self._connection
        with telling(self._url):
            yield connection

    @contextlib.contextmanager
    def _collection(self, fit: Fit) -> Iterator[Any]:
        """Give the collection of `fit`, once its vectors and ours are known to be comparable."""
        if (fit.embedder, fit.dimension) != (self._embedder.name, self._embedder.dimension):
            raise NotAllowed(
                f"The library was measured by {fit.embedder} ({fit.dimension} wide), and the "
                f"embedder in use is {self._embedder.name} ({self._embedder.dimension} wide). "
                "Change the setting back, or build the index again: knowledge reindex"
            )
        with self._talking() as client:
            collection = client.collection(_collection_name(fit))
            if dict(collection.metadata or {}) != _description(fit):
                raise NotAllowed(
                    "The index on the Chroma server was built with something else than the "
                    "database says. Build it again: knowledge reindex"
                )
            yield collection


def _collection_name(fit: Fit) -> str:
    return f"foi-{fit.id}"


def _description(fit: Fit) -> dict[str, str | int]:
    return {"embedder": fit.embedder, "fit": fit.id, "dimension": fit.dimension}


def _cut(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _write(collection: Any, ids: Sequence[str], vectors: Vectors) -> None:
    """Store vectors until a query finds every one; stored alone is not found."""
    place = {key: index for index, key in enumerate(ids)}
    missing = list(ids)
    for _ in range(1 + WRITTEN_AGAIN):
        collection.upsert(ids=missing, embeddings=vectors[[place[key] for key in missing]])
        found = _reachable(collection, missing)
        missing = [key for key in missing if key not in found]
        if not missing:
            return
    raise TryAgainLater(
        f"The Chroma server stores {len(missing)} passage(s) that its searches do not find. "
        "This is tried again; if it stays so, build the index again: knowledge reindex"
    )


def _reachable(collection: Any, ids: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for batch in _cut(ids, ASKED_AT_ONCE):
        stored = collection.get(ids=list(batch), include=["embeddings"])
        found |= _found(collection, stored["ids"], np.asarray(stored["embeddings"]))
    return found


def _found(collection: Any, ids: Sequence[str], vectors: Vectors) -> set[str]:
    """Those of `ids` that come back when their own vector is asked for."""
    missing = list(range(len(ids)))
    for depth in DEPTHS:
        if not missing:
            break
        # A deep search answers much: it is asked in smaller portions.
        for portion in _cut(list(missing), max(1, ASKED_AT_ONCE * DEPTHS[0] // depth)):
            answer = collection.query(
                query_embeddings=vectors[list(portion)], n_results=depth, include=[]
            )
            reached = zip(portion, answer["ids"], strict=True)
            for index, _ in filter(lambda pair: ids[pair[0]] in pair[1], reached):
                missing.remove(index)
        if depth >= collection.count():
            break
    return {key for index, key in enumerate(ids) if index not in set(missing)}
