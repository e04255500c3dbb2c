"""What every maker of vectors promises: the built-in one, a model from a folder, a provider."""

import hashlib
import json
import struct
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from assistant import bootstrap
from assistant.adapters.builtin_embeddings import BuiltinEmbedder
from assistant.adapters.embeddings import Embedder
from assistant.adapters.langchain_embeddings import LangChainEmbedder
from assistant.adapters.onnx_embeddings import OnnxEmbedder, download
from assistant.config import Settings
from assistant.domain.errors import NotAllowed, TryAgainLater

WORDS = ("cameras", "dogs", "boots", "drones", "police", "cost", "the", "of", "how", "many")
TEXTS = ["how many cameras", "the cost of dogs", "boots of police", "drones"]


def _field(number: int, value: int | bytes) -> bytes:
    """Return a field of a protocol buffer: a number, or something of some length."""
    if isinstance(value, int):
        return _number(number << 3) + _number(value)
    return _number(number << 3 | 2) + _number(len(value)) + value


def _number(value: int) -> bytes:
    out = b""
    while value > 127:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


def _typed(name: bytes, kind: int) -> bytes:
    """Return the description of a table of any height and width."""
    sizes = b"".join(_field(1, _field(2, size)) for size in (b"texts", b"pieces"))
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, sizes)))


def tiny_model(folder: Path) -> Path:
    """Write a model in ONNX that gives each word a vector from a table, and its tokenizer."""
    table = np.random.default_rng(0).standard_normal((len(WORDS) + 2, 16)).astype("<f4")
    weights = (
        _field(1, table.shape[0])
        + _field(1, 16)
        + _field(2, 1)
        + _field(8, b"table")
        + _field(9, struct.pack(f"<{table.size}f", *table.ravel()))
    )
    node = _field(1, b"table") + _field(1, b"input_ids") + _field(2, b"out") + _field(4, b"Gather")
    graph = _field(1, node) + _field(2, b"tiny") + _field(5, weights)
    for name in (b"input_ids", b"attention_mask", b"token_type_ids"):
        graph += _field(11, _typed(name, 7))
    graph += _field(12, _field(1, b"out") + _field(2, _field(1, _field(1, 1))))
    model = _field(1, 8) + _field(7, graph) + _field(8, _field(2, 13))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.onnx").write_bytes(model)
    known = {word: at for at, word in enumerate(("[PAD]", "[UNK]", *WORDS))}
    tokenizer = Tokenizer(WordLevel(known, unk_token="[UNK]"))  # noqa: S106 (no password)
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


class _Provider(BaseHTTPRequestHandler):
    """A server that speaks as Ollama does, and makes a vector of the words of each text."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = {"model": "small", "embeddings": [self._vector(text) for text in asked["input"]]}
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    @staticmethod
    def _vector(text: str) -> list[float]:
        seeds = (int(hashlib.sha256(word.encode()).hexdigest()[:8], 16) for word in text.split())
        each = [np.random.default_rng(seed).standard_normal(16) for seed in seeds]
        return [float(one) for one in np.sum(each, axis=0)]

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Provider) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        monkeypatch.setenv("OLLAMA_HOST", f"http://127.0.0.1:{server.server_port}")
        yield
        server.shutdown()
        thread.join(10)


@pytest.fixture(params=["builtin", "onnx", "langchain"])
def embedder(request: pytest.FixtureRequest, tmp_path: Path) -> Embedder:
    if request.param == "builtin":
        return BuiltinEmbedder()
    if request.param == "onnx":
        return OnnxEmbedder(tiny_model(tmp_path / "model"))
    request.getfixturevalue("provider")
    return LangChainEmbedder("ollama:small")


def test_a_text_is_nearest_to_itself_and_near_to_one_with_its_words(embedder: Embedder) -> None:
    blob = embedder.fit(TEXTS)
    vectors = embedder.embed(blob, TEXTS)
    asked = embedder.embed(blob, ["cameras how many", *TEXTS])
    assert vectors.shape == (4, embedder.dimension(blob))
    assert np.argmax(asked @ vectors.T, axis=1).tolist() == [0, 0, 1, 2, 3]
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(4), abs=1e-5)


def test_a_text_measures_the_same_alone_and_beside_longer_ones(embedder: Embedder) -> None:
    blob = embedder.fit(TEXTS)
    together = embedder.embed(blob, [*TEXTS, " ".join(TEXTS * 30)])
    for text, vector in zip(TEXTS, together, strict=False):
        assert embedder.embed(blob, [text])[0] == pytest.approx(vector, abs=1e-5)


def test_a_text_without_a_word_has_no_direction(embedder: Embedder) -> None:
    vectors = embedder.embed(embedder.fit(TEXTS), ["", " \n", "dogs"])
    assert not vectors[:2].any()
    assert vectors[2].any()


def test_the_same_texts_teach_the_same(embedder: Embedder) -> None:
    assert embedder.fit(TEXTS) == embedder.fit(TEXTS)


@pytest.mark.parametrize("texts", [[], ["dogs"]])
def test_nearly_nothing_can_be_learned_from(embedder: Embedder, texts: list[str]) -> None:
    blob = embedder.fit(texts)
    assert embedder.embed(blob, ["dogs"]).shape == (1, embedder.dimension(blob))
    assert embedder.embed(blob, []).shape == (0, embedder.dimension(blob))


def test_unrelated_texts_are_known_to_be_somewhat_alike(embedder: Embedder) -> None:
    assert 0 <= embedder.background(embedder.fit(TEXTS * 60)) < 1


@pytest.mark.parametrize("blob", [b"", b"[]", b"{}", b'{"embedder": "another", "dimension": 3}'])
def test_what_another_learned_is_refused(embedder: Embedder, blob: bytes) -> None:
    with pytest.raises(NotAllowed, match="reindex"):
        embedder.embed(blob, ["dogs"])


def test_a_model_that_is_not_there_is_said_so_and_never_downloaded(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="knowledge fetch-model"):
        OnnxEmbedder(tmp_path).fit(TEXTS)
    assert list(tmp_path.iterdir()) == []


def test_a_model_that_is_there_is_not_downloaded_again(tmp_path: Path) -> None:
    folder = tiny_model(tmp_path / "onnx")
    assert download(tmp_path) == folder


def test_a_provider_that_does_not_answer_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLLAMA_HOST", "http://127.0.0.1:9")
    with pytest.raises(TryAgainLater, match="ollama:small does not make vectors"):
        LangChainEmbedder("ollama:small").fit(TEXTS)


@pytest.mark.parametrize("model", ["nobody:small", "cohere:small"])
def test_a_provider_that_is_unknown_or_not_installed_is_said_so(model: str) -> None:
    with pytest.raises(NotAllowed, match="FOI_EMBEDDINGS"):
        LangChainEmbedder(model).fit(TEXTS)


@pytest.mark.parametrize(
    ("setting", "kind"),
    [
        ("builtin", BuiltinEmbedder),
        ("onnx-minilm", OnnxEmbedder),
        ("ollama:nomic-embed-text", LangChainEmbedder),
    ],
)
def test_the_setting_chooses_who_makes_vectors(setting: str, kind: type) -> None:
    library = bootstrap.library(Settings(embeddings=setting))
    assert isinstance(library._embedder, kind)  # type: ignore[attr-defined]  # noqa: SLF001 (what was chosen shows nowhere else)


@pytest.mark.parametrize("setting", ["", "minilm", "OpenAI:x", "openai:"])
def test_a_setting_that_names_no_maker_is_refused(setting: str) -> None:
    with pytest.raises(ValueError, match="embeddings"):
        Settings(embeddings=setting)
