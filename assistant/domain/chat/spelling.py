"""A question in plain words: small letters, short forms written out, slips mended."""

import re
from collections.abc import Iterable

from assistant.domain.chat.lexicon import FILLERS, ROWS, SHORT
from assistant.domain.dates import MONTHS
from assistant.domain.library.masking_common_words import COMMON_WORDS
from assistant.domain.library.masking_words import words

_WORD = re.compile(r"£?\w+(?:['&]\w+)*(?:-\w+)*")
# Words as short as these are too like each other to guess.
_SHORTEST = 4
# So long a word may have two slips.
_LONG = 8
_PHRASES = tuple(
    (phrase.strip(), row[0])
    for row in ROWS
    for phrase in (row[0], *row[1].split(","))
    if phrase.strip()
)
_ALSO = words(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today overnight previous"
    " past since three four five eight nine referrals figures statistics"
)
_KNOWN = (
    frozenset(
        word
        for phrase in (*(phrase for phrase, _ in _PHRASES), *SHORT.values(), *MONTHS)
        for word in _WORD.findall(phrase)
    )
    | FILLERS
    | _ALSO
)
# What slips are read as: words that a rule looks for.
_MENDED = tuple(sorted(word for word in _KNOWN if len(word) >= _SHORTEST and word.isalpha()))
_BY_LENGTH: dict[int, tuple[str, ...]] = {
    length: tuple(word for word in _MENDED if len(word) == length)
    for length in {len(word) for word in _MENDED}
}
# What people say before and after what they ask.
_BEFORE = re.compile(
    r"^(?:(?:hi|hiya|hello|hey|good|morning|afternoon|evening|there|all|team|please|pls|plz|ok|okay"
    r"|so|just|sorry|quick question|quick one|can you tell me|could you tell me|do you know"
    r"|can you remind me|remind me|tell me|i want to know|i need to know|wondering)\b[ ,.:!-]*)+"
    r"(?=\S)"
)
_AFTER = re.compile(
    r"(?:[ ,.!?-]*\b(?:please|pls|plz|thanks|thank you|many thanks|thx|ta|cheers|asap|mate))+"
    r"[ .!?]*$"
)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "`": "'", "–": "-", "—": " "})


def plain(text: str) -> str:
    """Return a question in small letters, straight quotes, single spaces and no courtesies."""
    words = " ".join(text.translate(_QUOTES).lower().split())
    return _AFTER.sub("", _BEFORE.sub("", words)) or words


def mended(text: str) -> str:
    """Return a plain question with short forms written out and slips put right.

    A word that is known stands as it is; what is like no known word, too: it is the subject.
    """
    return _WORD.sub(lambda found: _mended(found.group()), text)


def words_of(text: str) -> list[str]:
    """Return the words of a plain question."""
    return _WORD.findall(text)


def _mended(word: str) -> str:
    """Return a word as it was meant."""
    if word in SHORT:
        return SHORT[word]
    own = word.removesuffix("'s")
    if own in _KNOWN or own in COMMON_WORDS or len(own) < _SHORTEST or not own.isalpha():
        return own
    return nearest(own) or word


def nearest(word: str) -> str:
    """Return the known word that a slip of the keyboard may have made another of, or ""."""
    allowed = 2 if len(word) >= _LONG else 1
    lengths = range(len(word) - allowed, len(word) + allowed + 1)
    found = [
        (away, other)
        for length in lengths
        for other in _BY_LENGTH.get(length, ())
        if other[0] in word[:2]
        and other.endswith("ing") == word.endswith("ing")
        and (away := distance(word, other, allowed)) <= allowed
    ]
    if not found:
        return ""
    away, other = min(found)
    short = len(word) == _SHORTEST
    return "" if short and sorted(word) != sorted(other) else other if away else ""


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters were left out, put in, changed or swapped; `most` + 1 for more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            swapped = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted
            row.append(min(best, earlier[j - 2] + 1) if swapped else best)
        if min(row) > most:
            return most + 1
    return row[-1]


def canonical(text: str) -> str:
    """Return a mended question with each known phrase as the word that rules look for.

    What a rule is to find stands in angle brackets: "how many days is there" is "<how long> is
    there".
    """
    said = f" {' '.join(words_of(text))} "
    for phrase, word in _LONGEST_FIRST:
        if f" {phrase} " in said:
            said = said.replace(f" {phrase} ", f" <{word.replace(' ', '_')}> ")
            said = said.replace(f" {phrase} ", f" <{word.replace(' ', '_')}> ")
    return " ".join(said.split())


def _longest_first(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the phrases so that one that is within another comes after it."""
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0].split()), -len(pair[0]), pair[0])))


_LONGEST_FIRST = _longest_first(
    (" ".join(_WORD.findall(phrase)), word) for phrase, word in _PHRASES
)
