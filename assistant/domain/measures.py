"""The figures by which readings are held against what a person judged: classes, spans, rankings."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

Span = tuple[int, int]
# A ranking is judged by so many at its top.
TOP = 10


@dataclass(frozen=True, slots=True)
class OfClass:
    """How well one class is told: `precision`, `recall` and `f1` from 0 to 1, over `n` judged."""

    precision: float
    recall: float
    f1: float
    n: int


def accuracy(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the share of (judged, found) pairs that agree; 0 of none."""
    return share(sum(judged == found for judged, found in pairs), len(pairs))


def by_class(pairs: Sequence[tuple[str, str]]) -> dict[str, OfClass]:
    """Return the figures of each class that was judged or found, in the order of the alphabet."""
    judged, found = Counter(one for one, _ in pairs), Counter(one for _, one in pairs)
    agreed = Counter(one for one, other in pairs if one == other)
    return {
        name: OfClass(
            precision=share(agreed[name], found[name]),
            recall=share(agreed[name], judged[name]),
            f1=share(2 * agreed[name], judged[name] + found[name]),
            n=judged[name],
        )
        for name in sorted(judged | found)
    }


def macro_f1(classes: Mapping[str, OfClass]) -> float:
    """Return the mean F1 of the classes that somebody judged, each weighing the same; 0 of none."""
    judged = [each.f1 for each in classes.values() if each.n]
    return fmean(judged) if judged else 0.0


def confusion(pairs: Sequence[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """Return for each judged class how often each class was found for it."""
    table: dict[str, dict[str, int]] = {}
    for (judged, found), count in sorted(Counter(pairs).items()):
        table.setdefault(judged, {})[found] = count
    return table


def matched(judged: Sequence[Span], found: Sequence[Span]) -> int:
    """Return how many judged spans have a found one of their own that matches.

    Two match where they share at least half of the longer one.
    """
    left = list(found)
    for span in judged:
        match = next((other for other in left if _match(span, other)), None)
        if match is not None:
            left.remove(match)
    return len(found) - len(left)


def _match(one: Span, other: Span) -> bool:
    """Say whether two spans share at least half of the longer one."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and 2 * shared >= max(one[1] - one[0], other[1] - other[0])


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return nDCG at 10 with gain 2^grade - 1; the ideal is the judged documents in order.

    What nobody judged gains nothing. 0 where no judged document has a grade above 0.
    """
    ideal = _gain(sorted(grades.values(), reverse=True))
    return _gain([grades.get(each, 0) for each in ranked]) / ideal if ideal else 0.0


def _gain(grades: Sequence[int]) -> float:
    """Return the discounted gain of the grades at the top of a ranking."""
    top = enumerate(grades[:TOP], start=1)
    return sum((math.pow(2, grade) - 1) / math.log2(place + 1) for place, grade in top)


def recall(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return the share of the documents judged relevant that stand among the first 10."""
    relevant = {each for each, grade in grades.items() if grade}
    return share(len(relevant & set(ranked[:TOP])), len(relevant))


def reciprocal_rank(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return 1 / the place of the first relevant document, or 0 where none is in the ranking."""
    places = (place for place, each in enumerate(ranked, start=1) if grades.get(each))
    return next((1 / place for place in places), 0.0)


def unjudged(ranked: Sequence[str], grades: Mapping[str, int]) -> int:
    """Return how many of the first 10 nobody has judged: they are neither hits nor misses."""
    return sum(each not in grades for each in ranked[:TOP])


def share(part: int, whole: int) -> float:
    """Return part / whole, and 0 of nothing."""
    return part / whole if whole else 0.0
