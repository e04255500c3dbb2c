"""Finds names by their own form: behind a title, with initials, with the surname first."""

import re
from collections.abc import Iterator

from assistant.domain.library.masking_cues import (
    BEFORE_A_PLACE,
    NOT_NAMED,
)
from assistant.domain.library.masking_finding import NameFinders, unknown
from assistant.domain.library.masking_given_names import GIVEN_NAMES
from assistant.domain.library.masking_person import Name, name_of
from assistant.domain.library.masking_sheet import Sheet, Word, bare
from assistant.domain.library.masking_words import (
    AFTER_A_NAME,
    NUMBERED,
    PARTICLES,
    TITLES,
)

_NUMBER_ALONE = re.compile(
    r"\b(?:WPC|PCSO|PC|DC|DS|DI|PS|SC|Sgt|(?:Police |Special )?(?:Constable|Sergeant))"
    r"\.? (?:No\.? )?[A-Z]{0,2}\d{2,6}\b(?![/.:]\d)"
)
# A scan may lose the blank behind a title.
_GLUED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)([A-Z][a-z]{2,}\w*)\Z")
_NICKNAME = re.compile(
    r"\b[A-Z][\w'-]{1,20} (?:\(\"?|\"|')[A-Z][\w'-]{1,20}(?:\"?\)|\"|') [A-Z][\w'-]{1,30}"
)
_PAIR, _SHORT = 2, 3
_INITIALS = re.compile(
    r"(?<![\w.'])(?:[A-Z]\. ?){1,3}(?:(?:(?:St\.?|d[aeiu]|del|della|dos|das|la|le|van|von|v\.|zu"
    r"|der"
    r"|den|ter|ten|ap|ab|bin|ibn|al|el|Ua|\u00d3|N\u00ed|Mac|Nic) ){0,3}"
    r"(?:O'|al-|el-|El-|Al-)?[A-Z\u00c0-\u017d][\w'-]{1,30})(?:-[A-Z][\w']{1,30})?"
)


def titles(finders: NameFinders) -> Iterator[Name]:
    """Find a title and a name, anywhere; a rank and a collar number."""
    for index, word in enumerate(finders.sheet.words):
        small = word.text in {"mr", "mrs", "ms", "miss", "dr"} and _follows_small(
            finders.sheet, index
        )
        if word.bare in TITLES and (word.capital or small):
            titled = finders.titled(index, small=small, most=1)
            if titled:
                yield titled
    for word in finders.sheet.words:
        if glued := _GLUED.match(word.text):
            yield Name(word.start + glued.start(1), word.end, (bare(glued.group(1)),), titled=True)
    for found in _NUMBER_ALONE.finditer(finders.sheet.text):
        if found.group().split()[0].lower() in NUMBERED or " " in found.group():
            yield Name(found.start(), found.end(), (found.group().lower(),), titled=True)


def _follows_small(sheet: Sheet, index: int) -> bool:
    """Say whether a name in small letters can stand behind a title in small letters."""
    if index + 1 >= len(sheet.words) or sheet.gap(index) not in (" ", ". "):
        return False
    word = sheet.words[index + 1]
    return not word.capital and word.bare not in NOT_NAMED and len(word.text) > _PAIR


def initials(finders: NameFinders) -> Iterator[Name]:
    """Find initials and a surname: "I. Tudor-Hughes", "J. S. Bhullar"."""
    sheet = finders.sheet
    for found in _INITIALS.finditer(sheet.text):
        words = sheet.between(found.start(), found.end())
        last = words[-1] if words else None
        if (
            last is None
            or last.bare in NOT_NAMED
            or _of_a_list(sheet, words[0])
            or (sheet.ordinary(last) and len(words) <= _PAIR)
        ):
            continue
        line = sheet.lines[sheet.line_at(found.start())]
        whole = len(line.words) <= len(words) + 1
        if whole or len(words) > _PAIR or not sheet.opens(words[0]):
            yield name_of(words)


def nicknamed(finders: NameFinders) -> Iterator[Name]:
    """Find a name with another in quotes or brackets inside: "Henry ("Hal") Achterberg"."""
    for found in _NICKNAME.finditer(finders.sheet.text):
        words = finders.sheet.between(*found.span())
        if words[0].bare in GIVEN_NAMES and not any(word.bare in AFTER_A_NAME for word in words):
            yield name_of(words)


def _of_a_list(sheet: Sheet, word: Word) -> bool:
    """Say whether a letter numbers something: "Annex A. Correspondence"."""
    at = sheet.index_at(word.start)
    return at > 0 and sheet.words[at - 1].bare in {
        "annex",
        "appendix",
        "part",
        "schedule",
        "tab",
        "item",
        "section",
    }


def surname_first(finders: NameFinders) -> Iterator[Name]:
    """Find "ABARA Ngozi", "SMITH, Jane", two columns of a table, and "Hargreaves, T."."""
    sheet = finders.sheet
    for index in range(len(sheet.words) - 1):
        one, other = sheet.words[index], sheet.words[index + 1]
        gap = sheet.gap(index) or ""
        if not (one.capital and other.capital) or one.bare in NOT_NAMED or len(one.text) <= _PAIR:
            continue
        if (
            one.text.isupper()
            and re.fullmatch(r",? {0,20}", gap)
            and not other.text.isupper()
            and _is_forename(sheet, index, gap)
        ):
            yield from _turned(finders, index)
        elif other.initial and gap == ", " and sheet.text[other.end : other.end + 1] == ".":
            known = sheet.ordinary(one) or one.bare in GIVEN_NAMES
            if not known:
                yield Name(one.start, other.end, (other.bare, one.bare))


def _is_forename(sheet: Sheet, index: int, gap: str) -> bool:
    """Say whether the word behind a surname in capitals is a given name."""
    one, other = sheet.words[index], sheet.words[index + 1]
    if (
        one.bare in BEFORE_A_PLACE
        or other.bare in NOT_NAMED
        or (len(one.text) <= _SHORT and gap == " ")
    ):
        return False
    if other.bare in GIVEN_NAMES:
        return True
    before = sheet.text[max(0, one.start - 2) : one.start]
    column = len(gap) > 1 or before in ("", "| ", "  ") or before.endswith("\n")
    return column and unknown(sheet, one) and not sheet.ordinary(other)


def _turned(finders: NameFinders, index: int) -> Iterator[Name]:
    """Read given names behind the surname with number `index`, and a particle before it."""
    words = finders.sheet.words
    one = words[index]
    further = finders.reader.read(index + 1, most=3, firm=False)
    given = further[1] if further else (words[index + 1],)
    while index and words[index - 1].text.isupper() and finders.sheet.gap(index - 1) == " ":
        if words[index - 1].bare in NOT_NAMED or len(words[index - 1].text) <= _SHORT:
            break
        index -= 1
        one = words[index]
    led = index and words[index - 1].text in PARTICLES and finders.sheet.gap(index - 1) == " "
    start = words[index - 1].start if led else one.start
    yield Name(start, given[-1].name_end, (*(word.bare for word in given), one.bare))
