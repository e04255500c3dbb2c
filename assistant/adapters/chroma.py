"""The library of passages as vectors on a Chroma server.

Chroma stores ids, vectors and a digest of what each was made from: texts live in the database, and
vectors are always given, never made by Chroma (embedding_function=None), so that nothing is
downloaded or loaded.
"""

import contextlib
import hashlib
import re
import secrets
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

import numpy as np

from assistant.adapters.chroma_client import Connection, nearest, telling
from assistant.adapters.embeddings import Embedder, Vectors
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import Compared, Fit, Hit

T = TypeVar("T")

SCOPE = re.compile(r"[A-Za-z0-9_-]{1,40}")
WRITTEN_AT_ONCE = 1_000
ASKED_AT_ONCE = 100
# A passage with many twins may come after them: it is looked for deeper before it counts as lost.
DEPTHS = (10, 100, 1_000, 10_000)
# Vectors written at the same time by several processes now and then end up in no neighbour's list
# (about one in 18,000 measured); written again they are found.
WRITTEN_AGAIN = 3
_LONG_AGO = "1970-01-01T00:00:00+00:00"


class _NotFoundAgain(TryAgainLater):
    """All of a batch is stored, and a few of it are found by no query."""


class ChromaLibrary:
    """A Library on the Chroma server at `url`; threads may share it."""

    def __init__(self, url: str, embedder: Embedder, *, timeout: float = 30.0) -> None:
        """Remember the server; it is reached at the first use. `timeout` is in seconds."""
        self._url = url
        self._embedder = embedder
        self._timeout = timeout
        self._connection: Connection | None = None
        self._lock = threading.Lock()
        self._known: dict[str, Any] = {}
        self._last: tuple[tuple[str, str], Vectors] | None = None

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
        fit = Fit(name, self._embedder.name, self._embedder.dimension(blob), blob)
        begun = datetime.now(UTC).isoformat()
        with self._talking() as client:
            client.create(_collection_name(fit), {**_description(fit), "begun": begun})
        try:
            for batch in _cut(passages, WRITTEN_AT_ONCE):
                # One in ten thousand that stays out of reach is still found by its words, and is
                # written again by the nightly check; it must not cost all the others their index.
                with contextlib.suppress(_NotFoundAgain):
                    self.add(fit, batch)
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
                    digests = [{"text": _digest(dict(batch)[key])} for key in with_words]
                    _write(collection, with_words, vectors[has_direction], digests)
                if wordless:
                    collection.delete(ids=wordless)

    def remove(self, fit: Fit, ids: Sequence[str]) -> None:
        """Take `ids` out; an unknown id is no error."""
        with self._collection(fit) as collection:
            for batch in _cut(list(dict.fromkeys(ids)), WRITTEN_AT_ONCE):
                collection.delete(ids=list(batch))

    def nearest(
        self, fit: Fit, text: str, k: int, *, among: Sequence[str] | None = None
    ) -> list[Hit]:
        """Return at most `k` passages by falling similarity; none without a known word.

        Similarity is the cosine, counted from what unrelated texts have under this embedder.
        """
        with self._collection(fit) as collection:
            vector = self._vector(fit, text)
            wanted = k if among is None else min(k, len(among))
            if wanted < 1 or not vector.any():
                return []
            found = nearest(collection, vector, wanted, among)
        background = self._embedder.background(fit.blob)
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        hits = [
            Hit(key, max(-1.0, (1.0 - float(distance) - background) / (1.0 - background)))
            for key, distance in pairs
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.id))

    def reachable(self, fit: Fit, ids: Sequence[str]) -> set[str]:
        """Return those of `ids` that a query with their own vector finds."""
        with self._collection(fit) as collection:
            return _reachable(collection, list(dict.fromkeys(ids)))

    def compare(self, fit: Fit, passages: Sequence[tuple[str, str]]) -> Compared:
        """Hold `passages` as they read now against the digests that were stored."""
        texts = dict(passages)
        with self._collection(fit) as collection:
            held: dict[str, object] = {}
            for batch in _cut(list(texts), WRITTEN_AT_ONCE):
                stored = collection.get(ids=list(batch), include=["metadatas"])
                held |= {
                    key: (about or {}).get("text")
                    for key, about in zip(stored["ids"], stored["metadatas"], strict=True)
                }
        other = [key for key, text in texts.items() if held.get(key) != _digest(text)]
        absent = [key for key in other if key not in held]
        vectors = self._embedder.embed(fit.blob, [texts[key] for key in absent])
        wordless = frozenset(
            key for key, vector in zip(absent, vectors, strict=True) if not vector.any()
        )
        return Compared(frozenset(other) - wordless, wordless)

    def held(self, fit: Fit) -> Iterator[Sequence[str]]:
        """Yield the ids of all that is held, a page at a time."""
        with self._collection(fit) as collection:
            for start in range(0, collection.count(), WRITTEN_AT_ONCE):
                page = collection.get(limit=WRITTEN_AT_ONCE, offset=start, include=[])
                yield list(page["ids"])

    def count(self, fit: Fit) -> int:
        """Return how many passages are held."""
        with self._collection(fit) as collection:
            return int(collection.count())

    def discard_others(self, scope: str, keep: Fit | None, *, begun_before: datetime) -> int:
        """Drop the collections of `scope` but the one to keep, if begun before that instant."""
        kept = _collection_name(keep) if keep else ""
        dropped = 0
        with self._talking() as client:
            for name, about in client.described().items():
                # What an earlier version began does not say when.
                begun = datetime.fromisoformat(str(about.get("begun") or _LONG_AGO))
                if name.startswith(f"foi-{scope}.") and name != kept and begun < begun_before:
                    client.drop(name)
                    dropped += 1
        return dropped

    def discard(self, fit: Fit) -> None:
        """Drop the collection of `fit`; one already gone is no error."""
        with self._talking() as client:
            client.drop(_collection_name(fit))

    def close(self) -> None:
        """Give the connection back; the next use makes a new one."""
        with self._lock:
            connection, self._connection = self._connection, None
            self._known = {}
        if connection is not None:
            connection.close()

    def _vector(self, fit: Fit, text: str) -> Vectors:
        """Return the vector of a question; the last one is kept, since it is often asked twice."""
        asked = (fit.id, text)
        kept = self._last
        if kept is None or kept[0] != asked:
            kept = self._last = (asked, self._embedder.embed(fit.blob, [text]))
        return kept[1]

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
        if fit.embedder != self._embedder.name or fit.dimension != self._embedder.dimension(
            fit.blob
        ):
            raise NotAllowed(
                f"The library was measured by {fit.embedder} ({fit.dimension} wide), and the "
                f"embedder in use is {self._embedder.name}. "
                "Change the setting back, or build the index again: knowledge reindex"
            )
        with self._talking() as client:
            collection = self._known.get(fit.id)
            if collection is None:
                collection = client.collection(_collection_name(fit))
                if not _description(fit).items() <= dict(collection.metadata or {}).items():
                    raise NotAllowed(
                        "The index on the Chroma server was built with something else than the "
                        "database says. Build it again: knowledge reindex"
                    )
                # What was said of a collection at its creation never changes.
                self._known = {fit.id: collection}
            yield collection


def _collection_name(fit: Fit) -> str:
    return f"foi-{fit.id}"


def _description(fit: Fit) -> dict[str, str | int]:
    return {"embedder": fit.embedder, "fit": fit.id, "dimension": fit.dimension}


def _digest(text: str) -> str:
    """Return what tells whether a vector was made from a text as it reads now."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _cut(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _write(
    collection: Any, ids: Sequence[str], vectors: Vectors, digests: Sequence[dict[str, str]]
) -> None:
    """Store vectors until a query finds every one; stored alone is not found."""
    missing = list(range(len(ids)))
    for attempt in range(1 + WRITTEN_AGAIN):
        if attempt:
            # Only what was taken out is put among its neighbours anew.
            collection.delete(ids=[ids[at] for at in missing])
        collection.upsert(
            ids=[ids[at] for at in missing],
            embeddings=vectors[missing],
            metadatas=[digests[at] for at in missing],
        )
        found: set[str] = set()
        for batch in _cut(missing, ASKED_AT_ONCE):
            found |= _found(collection, [ids[at] for at in batch], vectors[list(batch)])
        missing = [at for at in missing if ids[at] not in found]
        if not missing:
            return
    raise _NotFoundAgain(
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
