"""What the Chroma library and its server do besides the contract."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from assistant.adapters.builtin_embeddings import BuiltinEmbedder
from assistant.adapters.chroma import ChromaLibrary
from assistant.adapters.chroma_client import Connection
from assistant.adapters.chroma_server import LOCK_NAME, ChromaServer, running_at
from assistant.domain.errors import NotAllowed, TryAgainLater
from assistant.ports import IndexGone

pytestmark = pytest.mark.chroma

PASSAGES = [
    (f"p{n}", f"Question {n} about item{n} and topic{n % 7} in Northshire") for n in range(300)
]


@pytest.fixture
def library(chroma_url: str) -> Iterator[ChromaLibrary]:
    made = ChromaLibrary(chroma_url, BuiltinEmbedder())
    yield made
    made.close()


def test_every_passage_of_a_library_is_reached_by_a_query(library: ChromaLibrary) -> None:
    fit = library.build(PASSAGES, scope="7")
    assert library.reachable(fit, [key for key, _ in PASSAGES]) == {key for key, _ in PASSAGES}


def test_writers_at_the_same_time_lose_nothing(chroma_url: str, library: ChromaLibrary) -> None:
    fit = library.build(PASSAGES[:10], scope="7")

    def write(part: int) -> None:
        own = ChromaLibrary(chroma_url, BuiltinEmbedder())
        for start in range(part * 100, part * 100 + 100, 20):
            own.add(fit, PASSAGES[start : start + 20])
        own.close()

    threads = [threading.Thread(target=write, args=(part,)) for part in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert library.reachable(fit, [key for key, _ in PASSAGES]) == {key for key, _ in PASSAGES}


def test_the_collection_says_what_made_it_and_holds_no_text(
    chroma_url: str, library: ChromaLibrary
) -> None:
    fit = library.build(PASSAGES[:5], scope="7")
    connection = Connection(chroma_url, 10)
    collection = connection.collection(f"foi-{fit.id}")
    about = dict(collection.metadata)
    assert datetime.fromisoformat(about.pop("begun")) <= datetime.now(UTC)
    assert about == {"embedder": "builtin-1", "fit": fit.id, "dimension": 768}
    assert collection.configuration_json["hnsw"]["space"] == "cosine"
    held = collection.get(include=["documents", "metadatas"])
    assert set(held["documents"]) == {None}
    assert all(set(said) == {"text"} and len(said["text"]) == 16 for said in held["metadatas"])
    connection.close()


def test_a_collection_built_with_something_else_is_refused(
    chroma_url: str, library: ChromaLibrary
) -> None:
    fit = library.build(PASSAGES[:5], scope="7")
    connection = Connection(chroma_url, 10)
    connection.drop(f"foi-{fit.id}")
    connection.create(f"foi-{fit.id}", {"embedder": "other", "fit": fit.id, "dimension": 64})
    connection.close()
    with pytest.raises(NotAllowed, match="reindex"):
        library.nearest(fit, "item3", 1)


def test_a_library_that_cannot_be_written_leaves_no_collection_behind(chroma_url: str) -> None:
    class Wrong(BuiltinEmbedder):
        def embed(self, blob: bytes, texts: object) -> np.ndarray:  # type: ignore[type-arg,override]  # an embedder that is wrong on purpose
            raise NotAllowed("no")

    library = ChromaLibrary(chroma_url, Wrong())
    with pytest.raises(NotAllowed):
        library.build(PASSAGES[:5], scope="never")
    connection = Connection(chroma_url, 10)
    assert not [name for name in connection.names() if name.startswith("foi-never.")]
    connection.close()
    library.close()


@pytest.mark.parametrize("url", ["127.0.0.1:8000", "ftp://127.0.0.1", "http://", ""])
def test_what_is_no_address_is_said_so(url: str) -> None:
    with pytest.raises(NotAllowed, match="CHROMA_URL"):
        ChromaLibrary(url, BuiltinEmbedder()).build([], scope="1")


class _NotChroma(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_error(404)

    do_POST = do_GET  # noqa: N815 (the library's name)

    def log_message(self, *args: object) -> None:
        pass


def test_something_else_at_the_address_is_no_chroma_server() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), _NotChroma) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        library = ChromaLibrary(f"http://127.0.0.1:{server.server_port}", BuiltinEmbedder())
        with pytest.raises(TryAgainLater):
            library.build([], scope="1")
        library.close()
        server.shutdown()
        thread.join(10)


def test_a_second_server_on_one_folder_is_refused_and_told_where_the_first_is(
    tmp_path: Path,
) -> None:
    with ChromaServer(tmp_path) as first:
        assert running_at(tmp_path) == first.url
        with pytest.raises(NotAllowed, match=first.url):
            ChromaServer(tmp_path).start()
    assert running_at(tmp_path) == ""


def test_vectors_outlive_the_server(tmp_path: Path) -> None:
    with ChromaServer(tmp_path) as server:
        library = ChromaLibrary(server.url, BuiltinEmbedder())
        fit = library.build(PASSAGES[:40], scope="7")
        library.close()
    with ChromaServer(tmp_path) as server:
        library = ChromaLibrary(server.url, BuiltinEmbedder())
        assert len(library.reachable(fit, [key for key, _ in PASSAGES])) == 40
        library.close()


def test_a_library_finds_its_server_again_after_a_restart(tmp_path: Path) -> None:
    server = ChromaServer(tmp_path)
    library = ChromaLibrary(server.start(), BuiltinEmbedder())
    fit = library.build(PASSAGES[:5], scope="7")
    server.stop()
    with pytest.raises(TryAgainLater, match="CHROMA_URL"):
        library.nearest(fit, "item3", 1)
    port = int(server.url.rpartition(":")[2])
    with ChromaServer(tmp_path, port):
        assert library.nearest(fit, "item3", 1)[0].id == "p3"
    library.close()


def test_a_server_that_cannot_start_says_where_its_reasons_are(tmp_path: Path) -> None:
    (tmp_path / "chroma.sqlite3").write_text("not a database at all, but a text")
    with pytest.raises(TryAgainLater, match=r"chroma\.log"):
        ChromaServer(tmp_path).start()
    assert running_at(tmp_path) == ""


def test_a_port_in_use_is_not_mistaken_for_the_server(tmp_path: Path, chroma_url: str) -> None:
    taken = int(chroma_url.rpartition(":")[2])
    with pytest.raises(TryAgainLater, match="port"):
        ChromaServer(tmp_path, taken).start()
    assert running_at(tmp_path) == ""


def _listening(port: int) -> set[str]:
    """Return the addresses of this machine that listen on a port, as the kernel writes them."""
    lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
    sockets = [line.split()[1:4] for line in lines]
    return {
        local.partition(":")[0]
        for local, _, state in sockets
        if state == "0A" and local.endswith(f":{port:04X}")
    }


def test_a_server_listens_on_loopback_unless_told_to_listen_on_all(tmp_path: Path) -> None:
    with ChromaServer(tmp_path / "one") as alone:
        assert _listening(int(alone.url.rpartition(":")[2])) == {"0100007F"}
    with ChromaServer(tmp_path / "two", host="0.0.0.0") as for_all:  # noqa: S104 - what is tested
        assert _listening(int(for_all.url.rpartition(":")[2])) == {"00000000"}
        assert for_all.url.startswith("http://127.0.0.1:")


def test_stopping_twice_or_before_the_start_is_no_error(tmp_path: Path) -> None:
    server = ChromaServer(tmp_path)
    server.stop()
    server.start()
    server.stop()
    server.stop()


def test_the_server_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from assistant.adapters.chroma_server import ChromaServer\n"
        "server = ChromaServer(pathlib.Path(sys.argv[1]))\n"
        "print(server.start(), server._child.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(  # noqa: S603 (our own program, by this very interpreter)
        [sys.executable, "-c", program, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as parent:
        assert parent.stdout is not None
        url, child = parent.stdout.readline().split()
        assert running_at(tmp_path) == url
        parent.send_signal(signal.SIGKILL)
        parent.wait(10)
    descriptor = os.open(tmp_path / LOCK_NAME, os.O_RDWR)
    ended = threading.Event()
    threading.Thread(target=_when_free, args=(descriptor, ended), daemon=True).start()
    assert ended.wait(30), f"process {child} still has the folder"


def _when_free(descriptor: int, ended: threading.Event) -> None:
    import fcntl  # noqa: PLC0415 (the lock is what this test waits for)

    fcntl.flock(descriptor, fcntl.LOCK_EX)
    os.close(descriptor)
    ended.set()


def test_a_lost_folder_is_said_so_by_a_library_that_knew_its_collection(tmp_path: Path) -> None:
    server = ChromaServer(tmp_path / "before")
    library = ChromaLibrary(server.start(), BuiltinEmbedder())
    fit = library.build(PASSAGES[:5], scope="7")
    assert library.nearest(fit, "item3", 1)
    server.stop()
    port = int(server.url.rpartition(":")[2])
    with ChromaServer(tmp_path / "after", port):
        with pytest.raises(IndexGone, match="reindex"):
            library.nearest(fit, "item3", 1)
        again = library.build(PASSAGES[:5], scope="7")
        assert library.nearest(again, "item3", 1)[0].id == "p3"
    library.close()


def test_similarity_is_counted_from_what_unrelated_texts_have(chroma_url: str) -> None:
    class Vague(BuiltinEmbedder):
        name = "vague-1"

        def background(self, blob: bytes) -> float:
            return 0.5

    plain, vague = ChromaLibrary(chroma_url, BuiltinEmbedder()), ChromaLibrary(chroma_url, Vague())
    text = "Question 3 about item3 in Northshire"
    scores = []
    for library in (plain, vague):
        fit = library.build(PASSAGES[:5], scope="7")
        scores.append([hit.score for hit in library.nearest(fit, text, 5)])
        library.close()
    assert scores[1] == pytest.approx(
        [max(-1, (score - 0.5) / 0.5) for score in scores[0]], abs=1e-3
    )
