"""A real Chroma server on loopback, in a temporary folder, for the tests of the library."""

from collections.abc import Iterator

import pytest

from assistant.adapters.chroma_server import ChromaServer


@pytest.fixture(scope="session")
def chroma_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of one server for the whole run; each test builds collections of its own."""
    with ChromaServer(tmp_path_factory.mktemp("chroma")) as server:
        yield server.url
