"""How alike two requests are in their words: the same one sent again, a round robin, a subject.

The words of the questions are compared, not the greeting and the paragraph about the Act, which
half of all requests share.
"""

import hashlib
import heapq
import re
from collections.abc import Iterable

# Four words in a row: shorter runs are shared by chance, longer ones break at every change.
_RUN = 4
# So many of a request's numbers are kept. Of two requests of which six runs in ten are shared, all
# eight differ once in a thousand.
KEPT = 8
# From here on two requests are near-identical: the same questions with a name or a year changed.
NEAR_IDENTICAL = 0.6
# From here on two requests of one person are about one subject, as far as words can tell.
SAME_SUBJECT = 0.3
_WORD = re.compile(r"\w+")
# Words of any request, whatever it asks.
_OF_ANY_REQUEST = frozenset(
    """
    a all also am an and any april are as at august authority be been between by can could council
    date december did do does each eight february five following for four from full give given had
    has have held hold how i if in information is it its january july june kind last made many
    march may me month months much my nine north november number october of on one or our per
    please provide recorded request send september seven since six so spend spent tell ten than
    that the their them there these they this those three to total two type under up us was we
    were what when where whether which who why will with within would year years you your
    """.split()  # noqa: SIM905 - quoted one by one the words would fill a page
)


def runs(questions: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Return every run of four words that stands in the questions; a shorter one is one run."""
    words = _WORD.findall("\n".join(questions).casefold())
    if not words:
        return frozenset()
    return frozenset(
        tuple(words[start : start + _RUN]) for start in range(max(1, len(words) - _RUN + 1))
    )


def sketch(questions: Iterable[str]) -> tuple[int, ...]:
    """Return at most eight numbers, of which two near-identical requests share one at least.

    They are the smallest hashes of the runs of words (a bottom-k sketch), from -2^63 to 2^63 - 1,
    and the same wherever they are computed.
    """
    numbers = (
        int.from_bytes(
            hashlib.blake2b(" ".join(run).encode("utf-8", "replace"), digest_size=8).digest(),
            "big",
            signed=True,
        )
        for run in runs(questions)
    )
    return tuple(heapq.nsmallest(KEPT, numbers))


def likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """Return which share of their runs of words two requests have in common, from 0 to 1."""
    ours, theirs = runs(one), runs(other)
    together = len(ours | theirs)
    return len(ours & theirs) / together if together else 0.0


def subject_likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """Return how much of the shorter request's own vocabulary the other one uses, from 0 to 1."""
    ours, theirs = _vocabulary(one), _vocabulary(other)
    least = min(len(ours), len(theirs))
    return len(ours & theirs) / least if least else 0.0


def _vocabulary(questions: Iterable[str]) -> frozenset[str]:
    """Return the words that say what is asked, plural and singular as one."""
    words = _WORD.findall("\n".join(questions).casefold())
    return frozenset(
        word.removesuffix("s") if len(word) > _RUN else word
        for word in words
        if word not in _OF_ANY_REQUEST and not word.isdigit()
    )
