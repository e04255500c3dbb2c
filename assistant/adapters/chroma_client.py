"""A patient connection to a Chroma server, and what its failures mean."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import IndexGone

# Searching more widely than Chroma does by default costs little at this size and finds more.
COSINE = {
    "hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 200, "max_neighbors": 32}
}
LOOPBACK = {"127.0.0.1", "::1", "localhost"}
LISTED_AT_ONCE = 100
CLIENT_ERROR = 400
SERVER_ERROR = 500


class Connection:
    """The collections of one Chroma server.

    It stands on Chroma's server interface, below its client: the client opens sessions of its own,
    which wait for ever, ask a proxy for the way to this very machine, and are never closed.
    """

    def __init__(self, url: str, timeout: float) -> None:
        """Prepare a connection to `url`; its requests give up after `timeout` seconds.

        Raises NotAllowed for something that is no address.
        """
        # Loading Chroma takes two seconds, and most commands do without it.
        import httpx
        from chromadb.api import ServerAPI
        from chromadb.config import Settings, System

        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise NotAllowed(f"{url!r} is not the address of a Chroma server. Correct CHROMA_URL.")
        settings = Settings(
            chroma_api_impl="chromadb.api.fastapi.FastAPI",
            chroma_server_host=parts.hostname,
            chroma_server_http_port=parts.port or (443 if parts.scheme == "https" else 80),
            chroma_server_ssl_enabled=parts.scheme == "https",
            anonymized_telemetry=False,
        )
        kind: Any = ServerAPI
        self._server = System(settings).instance(kind)
        self._session = httpx.Client(
            timeout=timeout,
            headers=self._server.get_request_headers(),
            trust_env=parts.hostname not in LOOPBACK,
            event_hooks={"response": [_refuse_what_is_no_answer]},
        )
        self._server._session.close()  # noqa: SLF001 (Chroma offers no setting for time-outs)
        self._server._session = self._session  # noqa: SLF001 (as above)

    def heartbeat(self) -> None:
        """Return if the server answers."""
        self._server.heartbeat()

    def create(self, name: str, description: Mapping[str, str | int]) -> None:
        """Create a collection compared by cosine, to which every vector is given."""
        self._server.create_collection(
            name, configuration=COSINE, metadata=dict(description), get_or_create=False
        )

    def collection(self, name: str) -> Any:
        """Return the collection, with no way to make vectors itself."""
        from chromadb.api.models.Collection import Collection

        model = self._server.get_collection(name)
        return Collection(self._server, model, embedding_function=None, data_loader=None)

    def names(self) -> list[str]:
        """Return the names of all collections."""
        return list(self.described())

    def described(self) -> dict[str, Mapping[str, Any]]:
        """Return the names of all collections, and what was said of each at its creation."""
        found: dict[str, Mapping[str, Any]] = {}
        while True:
            page = self._server.list_collections(limit=LISTED_AT_ONCE, offset=len(found))
            found.update({str(model.name): dict(model.metadata or {}) for model in page})
            if len(page) < LISTED_AT_ONCE:
                return found

    def drop(self, name: str) -> None:
        """Drop the collection; one already gone is no error."""
        from chromadb.errors import NotFoundError

        with suppress(NotFoundError):
            self._server.delete_collection(name)

    def close(self) -> None:
        """Release the session."""
        self._session.close()


def nearest(collection: Any, vector: Any, most: int, among: Sequence[str] | None) -> Any:
    """Return the answer to a query, of `among` alone where that is given.

    The server fails at an id that it does not hold; only then is it asked which it holds.
    """
    import httpx

    ask = partial(collection.query, query_embeddings=vector, include=["distances"])
    if among is None:
        return ask(n_results=most)
    ids = list(dict.fromkeys(among))
    try:
        return ask(n_results=most, ids=ids)
    except httpx.HTTPStatusError:
        held = collection.get(ids=ids, include=[])["ids"]
        if len(held) == len(ids):
            raise
        if not held:
            return {"ids": [[]], "distances": [[]]}
        return ask(n_results=min(most, len(held)), ids=held)


@contextmanager
def telling(url: str) -> Iterator[None]:
    """Turn Chroma's failures into what to do about them."""
    import httpx
    from chromadb.errors import ChromaError, NotFoundError

    try:
        yield
    except NotFoundError as error:
        raise IndexGone(
            "The library's index is not on the Chroma server. Build it: knowledge reindex"
        ) from error
    except ChromaError as error:
        raise NotAllowed(
            f"The Chroma server at {url} refuses: {type(error).__name__}. "
            "Build the library's index again: knowledge reindex"
        ) from error
    except (httpx.HTTPError, OSError, ValueError) as error:
        raise TryAgainLater(
            f"The Chroma server at {url} cannot be reached ({type(error).__name__}). Start it, or "
            "correct CHROMA_URL; until then, only the words of a question are searched for."
        ) from error


def _refuse_what_is_no_answer(response: Any) -> None:
    """Raise for failures of the server, and for answers of something else than a Chroma server.

    Chroma's client would raise a bare Exception for these, which nobody can tell from a defect.
    """
    kind = response.headers.get("content-type", "")
    failed = response.status_code >= SERVER_ERROR
    if failed or (response.status_code >= CLIENT_ERROR and "json" not in kind):
        response.raise_for_status()
