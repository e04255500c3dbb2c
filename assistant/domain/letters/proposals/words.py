"""The words of a text by their stems: those that say something, and those that deny."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
# Words that any sentence needs and that say nothing by themselves. Words of quantity ("all",
# "only", "more"), of time and of denial are not among them.
_SMALL = frozenset(
    re.findall(
        r"\S+",
        """a about also am an and are as at be because been being but by can could did do does
        either for from had has have having he her here hers him his how i if in into is
        it its itself may me my of on or our ours out over she so such than that the
        their them then there therefore these they this those to under up upon us was we
        were what when where whether which while who whom whose why with would you your""",
    )
)
# Words in which a letter says what was decided: other rules hold these against the decision.
_OF_LETTERS = frozenset(
    re.findall(
        r"\S+",
        """accessible act already answer apply applies applied article asked confirm deny disclose
        disclosed disclosure eir enclose enclosed enclosing environmental exempt
        exempted exemption exemptions exception exceptions foi foia freedom held hold
        holds information neither nor question record recorded records regulation
        regulations request requested section sections withheld withhold withholding""",
    )
)
_DENIALS = frozenset(
    re.findall(
        r"\S+",
        """no not never none nothing nobody neither nor without unless cannot nowhere lack lacks
        fail fails failed""",
    )
)
# Of these a letter says one thing and the next another: they have to stand in the source.
_TELLING_DENIALS = frozenset({"none", "nothing", "nobody", "nowhere", "never"})
_IRREGULAR = {
    "found": "find",
    "took": "take",
    "taken": "take",
    "gave": "give",
    "given": "give",
    "kept": "keep",
    "rose": "rise",
    "risen": "rise",
    "fell": "fall",
    "fallen": "fall",
    "said": "say",
    "made": "make",
    "shown": "show",
    "began": "begin",
    "begun": "begin",
    "wrote": "write",
    "written": "write",
    "chose": "choose",
    "chosen": "choose",
    "went": "go",
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "persons": "person",
}
_ENDINGS = (
    ("ibility", "ibl"),
    ("ability", "abl"),
    ("ible", "ibl"),
    ("able", "abl"),
    ("ations", "at"),
    ("ation", "at"),
    ("ies", "y"),
    ("ied", "y"),
    ("ings", ""),
    ("ing", ""),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
    ("ly", ""),
    ("e", ""),
)
_SHORTEST = 3


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return what a word has in common with its other forms: "replaced" and "replaces"."""
    word = re.sub(r"[’']s?$", "", word.lower())
    word = _IRREGULAR.get(word, word)
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)] + instead
            break
    doubled = len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "sl"
    return word[:-1] if doubled else word


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are written, without figures."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=1024)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the words that say something in a text."""
    return frozenset(stem(word) for word in words(text) if says_something(word))


def says_something(word: str) -> bool:
    """Tell whether a word has to come from a source."""
    small = word.lower()
    denies = small in _DENIALS and small not in _TELLING_DENIALS
    return small not in _SMALL and small not in _OF_LETTERS and not denies


def denials(text: str) -> int:
    """Count the words that deny."""
    return sum(
        word.lower() in _DENIALS or word.lower().endswith(("n’t", "n't")) for word in words(text)
    )
