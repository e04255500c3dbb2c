"""Words as full text search knows them: citations in one spelling, stems, no word that is noise.

Both databases index these terms as they stand, so that a search means the same on each.
"""

import re
from functools import lru_cache
from typing import Any

import snowballstemmer

from assistant.domain.law.citations import normalise_terms

_WORD = re.compile(r"[^\W_]+(?:_[^\W_]+)*")
# Words that stand in nearly every request and say nothing of what is asked.
_NOISE = frozenset(
    """
    a an and any are as at be by can could do for from had has have how i if in
    information is it its me my of on or please provide request that the their there
    these this to under us was we were what when where which who will with would you
    your act freedom
    """.split()  # noqa: SIM905 - quoted one by one the words would fill a page
)


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    """Return the English stemmer; it holds no state between words."""
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    """Return the stem of one word; citations stay whole."""
    if any(letter.isdigit() for letter in word):
        # An underscore would divide the token in one database and not in the other.
        return word.replace("_", "x")
    return str(_stemmer().stemWord(word))


def terms(text: str) -> str:
    """Return the terms of a text, in order, separated by spaces."""
    words = _WORD.findall(normalise_terms(text).lower())
    return " ".join(_stem(word) for word in words if word not in _NOISE)


def query_terms(text: str, most: int = 60) -> list[str]:
    """Return the different terms of a question, in order, at most so many."""
    return list(dict.fromkeys(terms(text).split()))[:most]
