"""Vectors without a download: words and parts of words, weighed and condensed (scikit-learn).

Words and pairs of words, and runs of 3 to 5 letters, are counted by hashing, weighed by rarity
(TF-IDF) and condensed by a truncated singular value decomposition. The same texts always give the
same bytes: the random start is fixed, and so are the signs.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.adapters.embeddings import Vectors
from assistant.adapters.fitted_terms import Fitted, pack, unpack

DIMENSION = 768
# 2,752 requests took 36 s with every term; these bounds hold time, memory and the stored fit down.
MOST_PASSAGES = 20_000
MOST_CHARACTERS = 8_000
HASHED_TERMS = 2**18
# Measured: parts of words, which forgive spelling, find more; words add to them at less weight.
WORD_WEIGHT = 0.6
MOST_TERMS = {"word": 12_000, "part": 36_000}
# Singular values are damped a little: the largest carry what all requests have in common.
DAMPING = 0.25
REMEMBERED_FITS = 4
# Up to so many passages the exact way is the faster one.
EXACT_UP_TO = 4_000
# A library up to this size keeps every term: it has few that more than one passage shares.
SMALL_LIBRARY = 50
# Below this length a vector is rounding, not direction; so is a direction of this weight.
NO_LENGTH = 1e-4
NO_WEIGHT = 1e-3


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The terms kept of one kind, their rarity, and the passages in them."""

    columns: NDArray[np.int64]
    rarity: Vectors
    matrix: Any


class BuiltinEmbedder:
    """An Embedder that needs no network, no download and no model."""

    name = "builtin-1"

    def __init__(self) -> None:
        """Start with nothing remembered; unpacking a fit is dear, so the last few are kept."""
        self._unpacked: dict[bytes, Fitted] = {}
        self._last: tuple[bytes, Fitted] | None = None

    def fit(self, texts: Sequence[str]) -> bytes:
        """Learn from `texts`, at most 20,000 of them spread evenly; an empty list is no error."""
        sample = _spread(texts, MOST_PASSAGES)
        words = _weighed(_counted(sample, "word"), MOST_TERMS["word"])
        parts = _weighed(_counted(sample, "part"), MOST_TERMS["part"])
        directions, weights = _condensed(_joined(words.matrix, parts.matrix))
        return pack(
            Fitted(
                columns={"word": words.columns, "part": parts.columns},
                rarity={"word": words.rarity, "part": parts.rarity},
                directions=directions,
                weights=weights,
            ),
            embedder=self.name,
        )

    def embed(self, blob: bytes, texts: Sequence[str]) -> Vectors:
        """Return one row of 768 a text, of length 1, or zeros where no term of it is known."""
        fitted = self._remembered(blob)
        vectors = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        if not texts or not fitted.directions.size:
            return vectors
        terms = _joined(*(_measured(texts, kind, fitted) for kind in ("word", "part")))
        found = np.asarray(terms @ fitted.projection(DIMENSION), dtype=np.float32)
        length = np.linalg.norm(found, axis=1, keepdims=True)
        return np.where(length > NO_LENGTH, found / np.maximum(length, NO_LENGTH), vectors)

    def dimension(self, blob: bytes) -> int:  # noqa: ARG002 - others ask what was learned
        """Return 768, which a small library is filled up to."""
        return DIMENSION

    def background(self, blob: bytes) -> float:  # noqa: ARG002 - as above
        """Return 0: texts without a word or a run of letters in common are at right angles."""
        return 0.0

    def _remembered(self, blob: bytes) -> Fitted:
        last = self._last
        if last is not None and last[0] is blob:
            # The same bytes, most often: reading tens of megabytes to be sure takes longer than
            # the search.
            return last[1]
        key = hashlib.sha256(blob).digest()
        if key not in self._unpacked:
            while len(self._unpacked) >= REMEMBERED_FITS:
                # Another thread may have made room first.
                self._unpacked.pop(next(iter(self._unpacked)), None)
            self._unpacked[key] = unpack(blob, embedder=self.name)
        fitted = self._unpacked[key]
        self._last = (blob, fitted)
        return fitted


def _spread(texts: Sequence[str], most: int) -> list[str]:
    """At most `most` of `texts`, evenly spread, so that old and new passages both count."""
    if len(texts) <= most:
        return list(texts)
    return [texts[index * len(texts) // most] for index in range(most)]


def _counted(texts: Sequence[str], kind: str) -> Any:
    """How often each hashed term stands in each text, as a sparse matrix."""
    # Loading scikit-learn takes more than a second, and most commands do without it.
    from sklearn.feature_extraction.text import HashingVectorizer

    cut = [text[:MOST_CHARACTERS] for text in texts]
    options: dict[str, Any] = (
        {"analyzer": "word", "ngram_range": (1, 2), "token_pattern": r"(?u)\b\w+\b"}
        if kind == "word"
        else {"analyzer": "char_wb", "ngram_range": (3, 5)}
    )
    vectorizer = HashingVectorizer(
        n_features=HASHED_TERMS, norm=None, alternate_sign=False, dtype=np.float32, **options
    )
    return vectorizer.transform(cut or [""])


def _weighed(counts: Any, most: int) -> _Weighed:
    """Keep the terms that tell passages apart, and weigh them by their rarity."""
    passages = counts.shape[0]
    found_in = np.bincount(counts.indices, minlength=counts.shape[1])
    small = passages <= SMALL_LIBRARY
    # A term of one passage relates it to no other, and a term of most tells none apart.
    fewest, most_passages = (1, passages) if small else (2, passages / 2)
    columns = np.flatnonzero((found_in >= fewest) & (found_in <= most_passages))
    rarity = (np.log((1 + passages) / (1 + found_in)) + 1).astype(np.float32)
    mass = found_in * rarity**2
    if len(columns) > most:
        columns = np.sort(columns[np.argsort(-mass[columns], kind="stable")[:most]])
    columns = columns.astype(np.int64)
    return _Weighed(columns, rarity[columns], _scaled(counts, columns, rarity[columns]))


def _scaled(counts: Any, columns: NDArray[np.int64], rarity: Vectors) -> Any:
    """TF-IDF with damped counts, each row of length 1."""
    kept = counts[:, columns].tocsr()
    kept.data = (1 + np.log(kept.data)) * rarity[kept.indices]
    rows = np.repeat(np.arange(kept.shape[0]), np.diff(kept.indptr))
    squares = np.bincount(rows, weights=kept.data**2, minlength=kept.shape[0])
    kept.data = (kept.data / np.sqrt(squares)[rows]).astype(np.float32)
    return kept


def _measured(texts: Sequence[str], kind: str, fitted: Fitted) -> Any:
    return _scaled(_counted(texts, kind), fitted.columns[kind], fitted.rarity[kind])


def _joined(words: Any, parts: Any) -> Any:
    from scipy.sparse import hstack

    return hstack([words * np.float32(WORD_WEIGHT), parts]).tocsr().astype(np.float32)


def _condensed(terms: Any) -> tuple[Vectors, Vectors]:
    """Return the directions (a row each) in which passages differ most, and a weight for each."""
    width = min(DIMENSION, *terms.shape)
    if not width or not terms.nnz:
        return np.zeros((0, terms.shape[1]), np.float32), np.zeros(0, np.float32)
    values, directions = (_exact if terms.shape[0] <= EXACT_UP_TO else _sampled)(terms, width)
    # Repeated passages leave directions without any weight, and those are noise.
    real = values > values[0] * NO_WEIGHT
    # Where nothing was cut off, undamped directions give the very cosine of the weighed terms.
    damping = DAMPING if np.count_nonzero(real) == DIMENSION else 0.0
    return directions[real].astype(np.float32), (values[real] ** -damping).astype(np.float32)


def _exact(terms: Any, width: int) -> tuple[Vectors, Vectors]:
    """Return singular values and directions by way of how alike the passages are.

    Of few passages there are few pairs, while there always are tens of thousands of terms.
    """
    from scipy.linalg import eigh

    count = terms.shape[0]
    alike = (terms @ terms.T).toarray().astype(np.float64)
    squares, passages = eigh(alike, subset_by_index=[count - width, count - 1])
    squares, passages = squares[::-1], passages[:, ::-1]
    # Which of two opposite directions is returned is left to chance: the heaviest passage decides.
    heaviest = np.abs(passages).argmax(axis=0)
    passages = passages * np.sign(passages[heaviest, np.arange(width)])
    values = np.sqrt(np.maximum(squares, 0))
    floor = max(float(values[0]) * NO_WEIGHT / 10, 1e-12)
    scaled = (passages / np.maximum(values, floor)).T.astype(np.float32)
    return values, np.asarray(terms.T @ scaled.T).T


def _sampled(terms: Any, width: int) -> tuple[Vectors, Vectors]:
    """Return singular values and directions nearly as they are, of more passages than that."""
    from sklearn.utils.extmath import randomized_svd

    _, values, directions = randomized_svd(
        terms, width, n_iter=2, n_oversamples=30, random_state=0, flip_sign=True
    )
    return values, directions
