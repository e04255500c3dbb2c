"""Finds names in letters written without capital letters, as from a phone.

There a given name of the tables is a person where it is no word of the language; a name that is
known from a header or a signature is one wherever it stands.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from assistant.domain.library.masking_common_words import COMMON_WORDS
from assistant.domain.library.masking_cues import NOT_NAMED
from assistant.domain.library.masking_finding import NameFinders
from assistant.domain.library.masking_given_names import GIVEN_NAMES
from assistant.domain.library.masking_person import Name, name_of
from assistant.domain.library.masking_sheet import Places, Sheet, Word
from assistant.domain.library.masking_words import (
    AFTER_A_NAME,
    DAYS,
    MONTHS,
    ORDINARY,
    PARTICLES,
    TITLES,
)

_NO_NAME = NOT_NAMED | COMMON_WORDS | ORDINARY | AFTER_A_NAME | PARTICLES | TITLES | MONTHS | DAYS
_OPENING = re.compile(r"(?:(?:[.!?] |\n)[ >]{0,8})([^\W\d_])")
_LEAST, _SHARE, _LEAST_LONG = 3, 0.5, 40
_SHORTEST, _SHORTEST_GIVEN, _LONGEST_NAME = 4, 3, 3
# Behind these words a name stands, though it might be a word elsewhere: "my friend grace".
_OF_SOMEBODY = re.compile(
    r"\b(?:my (?:friend|mate|neighbou?r|son|daughter|wife|husband|mum|dad|brother|sister|partner"
    r"|boss)|called|named|name is|name's|hi|dear|hello)\s\Z"
)
_ARTICLES = frozenset(
    ["a", "an", "the", "this", "that", "these", "those", "any", "some", "no", "every", "each"]
)
_ENDINGS = frozenset({"s", "ed", "ing", "er", "ly", "ies"})


@lru_cache(maxsize=1)
def _small_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Return the paragraphs that have no capital letter at the beginning of any sentence."""
    if _is_small(text):
        return ((0, len(text)),)
    found, at = [], 0
    for paragraph in re.split(r"(\n[ >]*\n)", text):
        begins = [each.group(1) for each in _OPENING.finditer(f"\n{paragraph}")]
        lower = len(begins) >= _LEAST - 1 and all(sign.islower() for sign in begins)
        if lower and len(paragraph) > _LEAST_LONG:
            found.append((at, at + len(paragraph)))
        at += len(paragraph)
    return tuple(found)


@lru_cache(maxsize=1)
def _is_small(text: str) -> bool:
    """Say whether most sentences and lines of a letter begin with a small letter."""
    begins = [found.group(1) for found in _OPENING.finditer(text)]
    small = sum(sign.islower() for sign in begins)
    return bool(small >= _LEAST and small > len(begins) * _SHARE)


def in_small_letters(finders: NameFinders) -> Iterator[Name]:
    """Find given names, and the surname or initial behind one, in a letter of small letters."""
    sheet = finders.sheet
    stretches = Places(_small_stretches(sheet.text))
    for index, word in enumerate(sheet.words):
        if word.capital or not stretches.touches(word.start, word.end):
            continue
        unknown = word.bare not in _NO_NAME and not _is_verb(word) and len(word.bare) >= _SHORTEST
        if unknown and _OF_SOMEBODY.search(sheet.text, max(0, word.start - 20), word.start):
            yield name_of((word, *_behind(sheet, index + 1)))
            continue
        if word.bare not in GIVEN_NAMES or len(word.bare) < _SHORTEST_GIVEN:
            continue
        if word.bare in _NO_NAME and not _of_somebody(sheet, word):
            continue
        if _in_a_page(sheet, word):
            continue
        # A word behind an article is none: "the back alley", "a bin lorry".
        if _of_a_thing(sheet, index):
            continue
        taken = [word, *_behind(sheet, index + 1)]
        yield name_of(tuple(taken))


def _of_a_thing(sheet: Sheet, index: int) -> bool:
    """Say whether an article or its like stands one or two words before."""
    before = [word.bare for word in sheet.words[max(0, index - 2) : index]]
    return any(word in _ARTICLES for word in before[-1:]) or (
        before[:1] != before[-1:] and before[0] in _ARTICLES and before[-1] in _NO_NAME
    )


def _of_somebody(sheet: Sheet, word: Word) -> bool:
    """Say whether a word that is a given name, too, stands where one does."""
    led = _OF_SOMEBODY.search(sheet.text, max(0, word.start - 20), word.start)
    return led is not None and word.bare not in NOT_NAMED | COMMON_WORDS


def _behind(sheet: Sheet, at: int) -> Iterator[Word]:
    """Yield the surname in small letters that may stand behind a given name."""
    for index in range(at, min(at + _LONGEST_NAME - 1, len(sheet.words))):
        word = sheet.words[index]
        if sheet.gap(index - 1) != " " or _is_verb(word):
            return
        particle = word.bare in PARTICLES and len(word.bare) > 1 and index + 1 < len(sheet.words)
        if particle and sheet.words[index + 1].bare not in _NO_NAME:
            yield word
            continue
        if word.bare in _NO_NAME or 1 < len(word.text) < _SHORTEST:
            return
        if _in_a_page(sheet, word):
            return
        yield word
        if len(word.text) == 1 or word.text.endswith("'s"):
            return


def _is_verb(word: Word) -> bool:
    """Say whether a word is one of the language with an ending: "says", "moved"."""
    return any(
        word.bare.endswith(end)
        and (
            word.bare.removesuffix(end) in COMMON_WORDS
            or word.bare.removesuffix(end) + "e" in COMMON_WORDS
        )
        for end in _ENDINGS
    )


def _in_a_page(sheet: Sheet, word: Word) -> bool:
    """Say whether a word is a piece of an address of e-mail or a page."""
    before = sheet.text[max(0, word.start - 1) : word.start]
    behind = sheet.text[word.end : word.end + 2]
    return (
        before in tuple("@/._-") or behind[:1] in tuple("@/_-") or bool(re.match(r"\.\w", behind))
    )


def again_in_small_letters(sheet: Sheet, names: Iterable[Name]) -> Iterator[Name]:
    """Find again, in a letter of small letters, the parts of names that are known."""
    stretches = Places(_small_stretches(sheet.text))
    parts = {part for name in names for part in name.parts if len(part) >= _SHORTEST_GIVEN}
    for word in sheet.words:
        known = not word.capital and word.bare in parts and stretches.touches(*word[:2])
        if known and word.bare not in _NO_NAME and not _in_a_page(sheet, word):
            yield Name(word.start, word.name_end, (word.bare,))
