"""Finds names by how a person is reached: beside a number or an address, and how one calls them."""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.library.masking_blocks import CLOSING, OFFICE, SALUTATION
from assistant.domain.library.masking_cues import NOT_NAMED, SURNAMES_TOO
from assistant.domain.library.masking_finding import NameFinders, unknown
from assistant.domain.library.masking_given_names import GIVEN_NAMES
from assistant.domain.library.masking_mail import found_addresses, is_personal
from assistant.domain.library.masking_person import Name, name_of
from assistant.domain.library.masking_sheet import Sheet, Word
from assistant.domain.library.masking_words import AFTER_A_NAME, COUNTRIES, PARTICLES, TITLES

_NUMBER = re.compile(
    r"(?<![\w/])(?:\+\d{1,3}[ (]|0\d{2,4}[ )-]|\(0\d{2,4}\)|07\d{3} ?\d{3}|0\d{10})(?=[\d ()-]{4})"
)
_REACHED = re.compile(
    r"(?: is| can be (?:reached|contacted)|'s (?:number|mobile|email|address) is)?[ ,:(-]{1,4}"
    r"(?:(?:on|at|tel|telephone|phone|mob|mobile|direct|m|t|e|e-?mail)\b[.: ]{0,3})?\(?\Z"
)
_REFUSED = NOT_NAMED - SURNAMES_TOO - GIVEN_NAMES
_PLACES = AFTER_A_NAME - SURNAMES_TOO
_MOST, _PAIR, _REACH, _SHORTEST = 4, 2, 90, 3


def reached(finders: NameFinders) -> Iterator[Name]:
    """Find the words with capitals right before a telephone number or a person's address."""
    sheet = finders.sheet
    places = [found.start() for found in _NUMBER.finditer(sheet.text)]
    places += [
        start for start, end in found_addresses(sheet) if is_personal(sheet.text[start:end].lower())
    ]
    for place in places:
        low = max(0, place - _REACH)
        joined = _REACHED.search(sheet.text, low, place)
        if joined is None:
            continue
        found = _run(sheet, sheet.between(low, joined.start()), joined.start())
        if found and _is_person(sheet, found):
            yield name_of(found)


def _run(sheet: Sheet, before: Sequence[Word], end: int) -> tuple[Word, ...]:
    """Return the words with capitals that a stretch ends with, in one line."""
    first, following = len(before), end
    while first and len(before) - first < _MOST:
        word = before[first - 1]
        gap = sheet.text[word.end : following]
        if gap.strip(" .") or not (word.capital or word.text in PARTICLES):
            break
        first, following = first - 1, word.start
    found = tuple(before[first:])
    while found and (found[0].bare in TITLES or not found[0].capital):
        found = found[1:]
    return found


def _is_person(sheet: Sheet, words: tuple[Word, ...]) -> bool:
    """Say whether words that are reached by a number are a person's name, and no office's."""
    if len(words) < _PAIR or any(word.bare in _REFUSED and not word.initial for word in words):
        return False
    if words[-1].bare in _PLACES or any(w.bare in COUNTRIES for w in words):
        return False
    if OFFICE.search(sheet.text, words[0].start, words[-1].end):
        return False
    if words[0].bare in GIVEN_NAMES:
        return True
    return unknown(sheet, words[-1]) and (words[0].initial or unknown(sheet, words[0]))


def called(finders: NameFinders) -> Iterator[Name]:
    """Find a line that is one unknown word and a comma, as one calls somebody: "Kas,"."""
    lines = finders.sheet.lines
    for number, line in enumerate(lines[:-1]):
        if len(line.words) != 1 or not line.text.endswith(",") or SALUTATION.match(line.text):
            continue
        word = line.words[0]
        alone = line.text == f"{word.text}," and (not number or _opens(lines[number - 1].text))
        shape = word.capital and len(word.text) >= _SHORTEST and not word.text.isupper()
        if alone and shape and not CLOSING.match(line.text) and unknown(finders.sheet, word):
            yield name_of((word,))


def _opens(above: str) -> bool:
    """Say whether a line above is empty or the last of a message's headers."""
    return (
        not above or re.match(r"(?:subject|date|to|cc|sent)\s?:", above, re.IGNORECASE) is not None
    )
