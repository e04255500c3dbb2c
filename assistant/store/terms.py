"""Words as full text search knows them: citations in one spelling, stems, no word that is noise.

Both databases index these terms as they stand, so that a search means the same on each.
"""

import math
import re
from collections import Counter
from functools import lru_cache
from typing import Any

import snowballstemmer

from assistant.domain.law.citations import normalise_terms

_WORD = re.compile(r"[^\W_]+(?:_[^\W_]+)*")
# Words that say nothing of what is asked: those of grammar, and those that letters are made of.
# Neither list knows any subject, so that it serves every authority alike.
_GRAMMAR = """
    a about above across after afterwards again against all almost alone along already also although
    always am among amongst an and another any anyhow anyone anything anyway anywhere are around as
    at be became because become been before beforehand behind being below beside besides between
    beyond both but by can cannot could did do does done down due during each either else elsewhere
    enough etc even ever every everyone everything everywhere except few for former formerly from
    further had has have he hence her here hers herself him himself his how however i if in indeed
    instead into is it its itself just last latter least less made many may me meanwhile might mine
    more moreover most mostly much must my myself namely neither never nevertheless next no nobody
    none nor not nothing now nowhere of off often on once one only onto or other others otherwise
    our ours ourselves out over own per perhaps please put rather same seem seemed several she since
    so some somehow someone something sometimes somewhere still such than that the their them
    themselves then thence there thereafter thereby therefore therein these they this those though
    through throughout thus to together too toward towards under until up upon us very via was we
    well were what whatever when whenever where whereas whereby wherein wherever whether which while
    who whoever whole whom whose why will with within without would yet you your yours yourself
"""
_OF_LETTERS = """
    act dear freedom grateful information kind kindly madam provide regards request requested
    requesting requests sincerely sir thank thanks yours
"""
_NOISE = frozenset(f"{_GRAMMAR} {_OF_LETTERS}".split())


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


def different_terms(text: str) -> str:
    """Return the terms of a text, each once, for an index that only says where a word occurs."""
    words = dict.fromkeys(_WORD.findall(normalise_terms(text).lower()))
    return " ".join(dict.fromkeys(_stem(word) for word in words if word not in _NOISE))


def weighed_terms(text: str) -> dict[str, float]:
    """Return the different terms of a question, and how much each was said to matter.

    A word said again matters more, and each time less so: 1, 1.7, 2.1, 2.4 (1 + the logarithm).
    """
    return {word: 1 + math.log(times) for word, times in Counter(terms(text).split()).items()}
