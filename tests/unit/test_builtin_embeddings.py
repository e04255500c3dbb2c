"""The built-in embedder: what it learns, how it measures, and that it is the same every time."""

import io
import zipfile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.adapters import builtin_embeddings
from assistant.adapters.builtin_embeddings import BuiltinEmbedder
from assistant.adapters.embeddings import Vectors
from assistant.domain.errors import NotAllowed

EMBEDDER = BuiltinEmbedder()
TEXTS = [
    "How many speed cameras does Northshire Police have?",
    "What did the speed cameras cost?",
    "The number of police dogs and the breed of each",
    "Spending on uniforms and boots",
]
SUBJECTS = ("cameras", "dogs", "boots", "drones", "vans", "radios", "cells", "horses", "fuel")
LIBRARY = [
    f"Please state the {what} of {SUBJECTS[n % 9]} in district {n % 13} for {2000 + n % 20}"
    for n, what in enumerate(["number", "cost", "age", "make", "use", "loss", "sale"] * 20)
]
BLOB = EMBEDDER.fit(TEXTS)


def alike(one: Vectors, other: Vectors) -> float:
    return float(one @ other)


def test_texts_about_the_same_thing_are_closer() -> None:
    question, cameras, cost, dogs, boots = EMBEDDER.embed(BLOB, ["speed camera costs", *TEXTS])
    assert min(alike(question, cameras), alike(question, cost)) > max(
        alike(question, dogs), alike(question, boots)
    )


def test_a_misspelt_word_is_still_recognised() -> None:
    vectors = EMBEDDER.embed(BLOB, ["unifroms and boot", *TEXTS])
    assert int(np.argmax(vectors[1:] @ vectors[0])) == 3


def test_vectors_are_768_wide_of_32_bits_and_of_length_one() -> None:
    vectors = EMBEDDER.embed(BLOB, TEXTS)
    assert (vectors.shape, vectors.dtype) == ((4, 768), np.float32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(4), abs=1e-5)


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_a_text_without_a_known_word_has_no_direction(text: str) -> None:
    assert not EMBEDDER.embed(BLOB, [text]).any()


def test_foreign_words_alone_have_no_direction() -> None:
    assert not EMBEDDER.embed(BLOB, ["ΩΨΞ ЖЖЖЖ"]).any()


@pytest.mark.parametrize("texts", [[], [""], ["", "  "]])
def test_nothing_to_learn_from_is_no_error(texts: list[str]) -> None:
    blob = EMBEDDER.fit(texts)
    assert EMBEDDER.embed(blob, []).shape == (0, 768)
    assert not EMBEDDER.embed(blob, ["speed cameras"]).any()


@pytest.mark.parametrize("size", [1, 2, 3])
def test_a_handful_of_equal_passages_is_still_found(size: int) -> None:
    blob = EMBEDDER.fit(TEXTS[:1] * size)
    vectors = EMBEDDER.embed(blob, [TEXTS[0], "speed cameras"])
    assert alike(vectors[0], vectors[0]) == pytest.approx(1.0, abs=1e-5)
    assert 0.2 < alike(vectors[0], vectors[1]) < 0.95


def test_learning_the_same_gives_the_same_bytes_in_another_embedder() -> None:
    assert BuiltinEmbedder().fit(LIBRARY) == EMBEDDER.fit(LIBRARY)


def test_a_passage_measures_the_same_whatever_stands_beside_it() -> None:
    together = EMBEDDER.embed(BLOB, TEXTS)
    alone = np.vstack([EMBEDDER.embed(BLOB, [text]) for text in TEXTS])
    assert together == pytest.approx(alone, abs=1e-5)


def test_a_library_larger_than_the_bound_is_learned_from_all_over_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(builtin_embeddings, "MOST_PASSAGES", 10)
    texts = [*["Speed cameras on roads"] * 50, *["Police dogs and horses"] * 50]
    blob = EMBEDDER.fit(texts)
    vectors = EMBEDDER.embed(blob, ["cameras", "dogs"])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(2), abs=1e-5)
    assert alike(vectors[0], vectors[1]) < 0.5


def test_more_passages_than_directions_are_condensed_and_told_apart() -> None:
    many = [f"{text} at station {number}" for number in range(8) for text in LIBRARY]
    blob = EMBEDDER.fit(many)
    vectors = EMBEDDER.embed(blob, many)
    scores = vectors[100] @ vectors.T
    assert scores[100] == pytest.approx(1.0, abs=1e-4)
    assert np.median(scores) < 0.7


def test_what_was_learned_holds_no_pickle_and_none_of_the_text() -> None:
    with zipfile.ZipFile(io.BytesIO(BLOB)) as held:
        parts = {name: held.read(name) for name in held.namelist()}
    for content in parts.values():
        assert content.startswith(b"\x93NUMPY")
        assert b"camera" not in content
    with np.load(io.BytesIO(BLOB), allow_pickle=False) as arrays:
        assert all(arrays[name].dtype != object for name in arrays.files)


@pytest.mark.parametrize("blob", [b"", b"words", BLOB[:-100], BLOB[:50]])
def test_damaged_bytes_are_refused_with_what_to_do(blob: bytes) -> None:
    with pytest.raises(NotAllowed, match="reindex"):
        EMBEDDER.embed(blob, ["x"])


def test_what_another_embedder_learned_is_refused() -> None:
    class Next(BuiltinEmbedder):
        name = "builtin-2"

    with pytest.raises(NotAllowed, match="another embedder"):
        Next().embed(BLOB, ["x"])


def test_many_fits_in_turn_are_measured_right() -> None:
    blobs = [EMBEDDER.fit([text]) for text in LIBRARY[:6]]
    for blob, text in [*zip(blobs, LIBRARY, strict=False)] * 2:
        assert EMBEDDER.embed(blob, [text]).any()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_texts_are_measured_to_length_one_or_nothing(texts: list[str]) -> None:
    vectors = EMBEDDER.embed(BLOB, texts)
    lengths = np.linalg.norm(vectors, axis=1)
    assert vectors.shape == (len(texts), 768)
    assert all(length == 0 or length == pytest.approx(1.0, abs=1e-4) for length in lengths)
    assert np.isfinite(vectors).all()


@settings(deadline=None, max_examples=15)
@given(st.lists(st.text(max_size=40), max_size=5))
def test_any_texts_can_be_learned_from(texts: list[str]) -> None:
    assert np.isfinite(EMBEDDER.embed(EMBEDDER.fit(texts), texts)).all()
