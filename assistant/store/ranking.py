"""Rank passages by the words of a question (BM25), the same on every database.

The databases find passages by their words; how well each matches is computed here, because one
ranks by BM25 over all authorities at once, and the other by how near to each other words stand.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.store.models import TermCount, TermStatistics
from assistant.store.terms import weighed_terms

# How soon a word's repetition stops counting, and how much the length of a passage counts: the
# usual values (Robertson and Zaragoza 2009, section 3.4). Others rank within what is noise.
K1 = 1.5
B = 0.75
MOST_TERMS = 60
# Of a library whose terms nobody has counted yet.
USUAL_LENGTH = 100.0


@dataclass(frozen=True, slots=True)
class Match:
    """How well a passage matches: its BM25 score, and the share of what was asked that it has.

    `coverage` is from 0 to 1: the words of the question that the passage has, by their rarity. It
    means the same for every question, so that it can be held against a threshold.
    """

    score: float
    coverage: float


@dataclass(frozen=True, slots=True)
class Question:
    """The terms of a question: the weight of each, and in how many passages it stands.

    `whole` is the weight of all together.
    """

    weights: Mapping[str, float]
    found_in: Mapping[str, int]
    passages: int
    mean_length: float
    whole: float

    def match(self, terms: str) -> Match:
        """Hold the stored terms of a passage against the question."""
        words = terms.split()
        counts = Counter(filter(self.weights.__contains__, words))
        norm = K1 * (1 - B + B * len(words) / self.mean_length)
        score = sum(
            self.weights[word] * times * (K1 + 1) / (times + norm) for word, times in counts.items()
        )
        return Match(score, sum(self.weights[word] for word in counts) / self.whole)

    def rarest(self, most: int) -> list[str]:
        """Return the rarest terms which together stand in about `most` passages, at least one.

        What has none of these has only words that stand everywhere, and ranks last anyway.
        """
        chosen: list[str] = []
        for word in sorted(self.weights, key=lambda word: (self.found_in[word], word)):
            most -= self.found_in[word]
            if chosen and most < 0:
                break
            chosen.append(word)
        return chosen


def ask(authority_id: int, text: str) -> Question:
    """Return a text as a question to an authority's library."""
    said = weighed_terms(text)
    known = TermStatistics.objects.filter(authority_id=authority_id).first()
    counts = dict(
        TermCount.objects.filter(authority_id=authority_id, term__in=list(said)).values_list(
            "term", "passages"
        )
    )
    found_in = {word: counts.get(word, 1) for word in said}
    if known is None:
        return weigh(said, found_in, passages=0, mean_length=USUAL_LENGTH)
    return weigh(said, found_in, passages=known.passages, mean_length=known.mean_length)


def weigh(
    said: Mapping[str, float], found_in: Mapping[str, int], *, passages: int, mean_length: float
) -> Question:
    """Return a question whose terms weigh what was said of them times their rarity.

    `found_in` says of each term in how many of the `passages` it stands.
    """
    weights = {
        word: times * _rarity(found_in[word], max(passages, found_in[word]))
        for word, times in said.items()
    }
    heaviest = sorted(weights, key=lambda word: (-weights[word], word))[:MOST_TERMS]
    return Question(
        weights={word: weights[word] for word in heaviest},
        found_in={word: found_in[word] for word in heaviest},
        passages=passages,
        mean_length=max(mean_length, 1.0),
        # Nothing asked is nothing covered.
        whole=sum(weights[word] for word in heaviest) or 1.0,
    )


def _rarity(found_in: int, passages: int) -> float:
    """Return the inverse document frequency, which is never below 0."""
    return math.log(1 + (passages - found_in + 0.5) / (found_in + 0.5))
