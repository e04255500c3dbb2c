"""Finds names by where they stand, whatever they mean: below a closing, above a post or a home.

"Hope Bishop" above a street, "Will Price" above "Case Officer" and "Wood, May" in a register are
people, though no word of theirs is in a table of names.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.library.masking_blocks import CLOSING, SALUTATION
from assistant.domain.library.masking_cues import NOT_NAMED, OF_PLACES, SURNAMES_TOO
from assistant.domain.library.masking_finding import NameFinders, unknown
from assistant.domain.library.masking_given_names import GIVEN_NAMES
from assistant.domain.library.masking_person import Name, name_of
from assistant.domain.library.masking_place_forms import HOUSE_LINE, POSTCODE
from assistant.domain.library.masking_sheet import Line, Sheet, Word
from assistant.domain.library.masking_words import (
    AFTER_A_NAME,
    COUNTRIES,
    JOBS,
    MONTHS,
    ORDINARY,
    PARTICLES,
    TITLES,
)

_REFUSED = NOT_NAMED - SURNAMES_TOO - GIVEN_NAMES
_NO_PERSON, _NO_ONE = NOT_NAMED - SURNAMES_TOO, TITLES | OF_PLACES
_PLACES, _NO_SURNAME = AFTER_A_NAME - ORDINARY, AFTER_A_NAME | MONTHS
_PAIR, _LONGEST_NAME, _LONGEST_LINE, _LONGEST_POST = 2, 5, 50, 9
_NO_NAME = re.compile(r"[^\w\s.,'-]|\d")
# What stands below the name that a message ends with.
_AFTER_ALL = re.compile(
    r"-{2,}|_{4,}|from\s?:|on .{5,80} wrote|>|sent from|(?:tel|mob|mobile|phone|t|m|e"
    r"|e-?mail)\b[.: ]"
    r"|\+?\(?\d[\d ()-]{7,}|\S{1,40}@\S|https?:|www\.",
    re.IGNORECASE,
)
_UP, _DOWN = 4, 7
# A surname and a forename with a comma between, or an initial behind, alone in their cell or line.
_CELL_BEFORE = re.compile(r"(?:^|\n|\t| {2,}|[|;>\u2022*] ?|- )\Z")
_CELL_BEHIND = re.compile(
    r" {0,3}(?:\n|\t|\Z|[|;<(\[]|,? {2,}| ?- |, (?=\d|aged|wife|husband|son|daughter|widow))"
)
_TURNED = re.compile(
    r"(?=((?:[^\W\d_][\w'-]*(?: |(?=,))){1,3}),? ?([^\W\d_][\w'-]+(?: [A-Z][\w'-]*\.?){0,2}))"
)
_BLACKENED = re.compile(
    r"(?:\[(?:redacted|removed|name)\]|[\u2588\u25a0]{2,}|\bX{3,}) {1,2}(?=\w)", re.IGNORECASE
)
# What follows one who was named in a row with another of the same surname.
_AND = re.compile(r" (?:and|&|or|a|agus|y|et) \Z")
_MAC = re.compile(
    r"(?:Mc|Mac(?=[A-Z])|O'|N\u00ed |Nic(?=[A-Z]))[A-Z\u00c0-\u00de]?[a-z\u00e0-\u00ff]{2,}"
)
_FIRMS_OF_MAC = frozenset(
    [
        "mcdonald's",
        "mcdonalds",
        "mcafee",
        "mckinsey",
        "macbook",
        "macos",
        "mcvitie",
        "mcvities",
        "mcfarlan",
        "mccain",
    ]
)


def by_place(finders: NameFinders) -> Iterator[Name]:
    """Find lines that can only be a person's name where they stand."""
    lines = finders.sheet.lines
    for number, line in enumerate(lines):
        words = line.words if _first_and_initial(line) else _name_words(line)
        if words and words == line.words and _first_and_initial(line):
            yield name_of(words)
            continue
        if words and (
            _below_a_closing(lines, number)
            or _above_a_post(lines, number)
            or (_ends_a_message(lines, number) and _unlike_words(finders.sheet, words))
            or (_above_a_home(finders, number) and not finders.blocks.office(line))
        ):
            yield name_of(words)


def _first_and_initial(line: Line) -> bool:
    """Say whether a line is a given name and the initial of a surname: "Mohammed A."."""
    words = line.words
    return (
        len(words) == _PAIR
        and words[1].initial
        and words[0].capital
        and words[0].bare in GIVEN_NAMES
        and re.fullmatch(r"[\w'-]+ \w\.?", line.text) is not None
    )


def _name_words(line: Line) -> tuple[Word, ...]:
    """Return the words of a line that has the shape of a name; none if it has not."""
    words = line.words
    if not _PAIR <= len(words) <= _LONGEST_NAME or len(line.text) > _LONGEST_LINE:
        return ()
    if _NO_NAME.search(line.text) or "," in line.text.rstrip(",") or line.text.endswith("."):
        return ()
    if SALUTATION.match(line.text) or CLOSING.match(line.text):
        return ()
    while words and words[0].bare in TITLES:
        words = words[1:]
    return words if len(words) >= _PAIR and _may_be_named(words) else ()


def _may_be_named(words: tuple[Word, ...]) -> bool:
    """Say whether words of a line can be a person's: all with capitals, of no office, no place."""
    if not all(word.capital or word.text in PARTICLES for word in words):
        return False
    if any(
        word.bare in COUNTRIES or (word.bare in _REFUSED and not word.initial) for word in words
    ):
        return False
    last = words[-1].bare
    place = last in AFTER_A_NAME and last not in SURNAMES_TOO
    return not place or words[0].bare in GIVEN_NAMES


def _below_a_closing(lines: Sequence[Line], number: int) -> bool:
    """Say whether the nearest line above with anything in it is a closing."""
    for above in range(number - 1, max(-1, number - _UP - 1), -1):
        if not lines[above].blank:
            return CLOSING.fullmatch(lines[above].text) is not None
    return False


def _ends_a_message(lines: Sequence[Line], number: int) -> bool:
    """Say whether a message ends with a line, or with it and how its writer is reached."""
    if not number or not lines[number - 1].blank:
        return False
    for below in lines[number + 1 : number + _PAIR + 1]:
        if not below.blank:
            return _AFTER_ALL.match(below.text) is not None
    return True


def _unlike_words(sheet: Sheet, words: tuple[Word, ...]) -> bool:
    """Say whether words are a name's by themselves: a given name first, or none of the language."""
    if words[0].bare in GIVEN_NAMES and not (
        sheet.ordinary(words[0]) and sheet.ordinary(words[-1])
    ):
        return True
    return all(word.initial or word.text in PARTICLES or unknown(sheet, word) for word in words)


def _above_a_post(lines: Sequence[Line], number: int) -> bool:
    """Say whether a post stands in the next line and nothing in the one above."""
    if number + 1 >= len(lines) or (number and not lines[number - 1].blank):
        return False
    words = lines[number + 1].words
    return len(words) <= _LONGEST_POST and any(word.bare in JOBS and word.capital for word in words)


def _above_a_home(finders: NameFinders, number: int) -> bool:
    """Say whether a line opens a block of an address with a postcode, above the salutation."""
    lines = finders.sheet.lines
    if number and not (lines[number - 1].blank or lines[number - 1].text.lower() in ("to", "to:")):
        return False
    if number > max(finders.blocks.head, _DOWN * 2):
        return False
    below = lines[number + 1 : number + _DOWN]
    if not below or not HOUSE_LINE.search(below[0].text) or HOUSE_LINE.search(lines[number].text):
        return False
    for line in below:
        if line.blank or finders.blocks.office(line):
            return False
        if POSTCODE.search(line.text):
            return True
    return False


def cells(finders: NameFinders) -> Iterator[Name]:
    """Find "Mahmood, Tariq" and "Wood, Ernest Arthur" alone in a cell of a table or a line."""
    sheet = finders.sheet
    for index in range(len(sheet.words) - 1):
        one = sheet.words[index]
        if not one.capital or not _CELL_BEFORE.search(
            sheet.text[max(0, one.start - 3) : one.start]
        ):
            continue
        found = _cell(finders, index)
        if found:
            yield found


def _cell(finders: NameFinders, index: int) -> Name | None:
    """Read surnames, a comma, and given names; or a surname and initials."""
    sheet, at = finders.sheet, index
    while (
        at + 1 < len(sheet.words)
        and sheet.gap(at) == " "
        and sheet.words[at + 1].capital
        and at - index < _PAIR
    ):
        at += 1
    surnames = sheet.words[index : at + 1]
    if any(word.bare in _REFUSED for word in surnames):
        return None
    if surnames[-1].initial and len(surnames) == _PAIR:
        return _with_initial(sheet, *surnames)
    given = _given_behind(sheet, at + 1) if sheet.gap(at) == ", " else ()
    if not given or not _CELL_BEHIND.match(sheet.text, _behind_stop(sheet, given[-1])):
        return None
    if any(word.bare in _PLACES for word in surnames) or given[-1].bare in AFTER_A_NAME:
        return None
    parts = tuple(word.bare for word in given) + tuple(word.bare for word in surnames)
    return Name(surnames[0].start, given[-1].end, parts)


def _with_initial(sheet: Sheet, surname: Word, initial: Word) -> Name | None:
    """Read a cell that is a surname and an initial with its stop: "Brandt Z."."""
    end = _behind_stop(sheet, initial)
    known = sheet.ordinary(surname) or surname.bare in _NO_SURNAME or len(surname.text) <= _PAIR
    if known or end == initial.end or not _CELL_BEHIND.match(sheet.text, end):
        return None
    return Name(surname.start, initial.end, (initial.bare, surname.bare))


def _behind_stop(sheet: Sheet, word: Word) -> int:
    """Return where a word ends with the stop behind it, if there is one."""
    return word.end + sheet.text.startswith(".", word.end)


def _given_behind(sheet: Sheet, at: int) -> tuple[Word, ...]:
    """Return the given names from a word on, the first of which is in the table."""
    taken: list[Word] = []
    while at < len(sheet.words) and len(taken) < _PAIR + 1:
        word = sheet.words[at]
        if not word.capital or (word.bare in _REFUSED and not word.initial):
            break
        taken.append(word)
        if sheet.gap(at) not in (" ", ". "):
            break
        at += 1
    return tuple(taken) if taken and taken[0].bare in GIVEN_NAMES else ()


def blackened(finders: NameFinders) -> Iterator[Name]:
    """Find a surname behind a forename that is blackened: "[REDACTED] Wood"."""
    sheet = finders.sheet
    for found in _BLACKENED.finditer(sheet.text):
        index = sheet.index_at(found.end())
        if index >= len(sheet.words) or sheet.words[index].start != found.end():
            continue
        word = sheet.words[index]
        goes_on = sheet.gap(index) == " " and sheet.words[index + 1].capital
        if word.capital and not goes_on and word.bare not in NOT_NAMED and len(word.text) > _PAIR:
            yield name_of((word,))


def with_another(finders: NameFinders) -> Iterator[Name]:
    """Find "Jean-Luc" in "Jean-Luc and Bernadette Thibodeau": a given name before another's."""
    sheet = finders.sheet
    for index in range(len(sheet.words) - 2):
        one, joining, other = sheet.words[index : index + 3]
        if sheet.gap(index) != " " or sheet.gap(index + 1) != " " or one.bare in MONTHS:
            continue
        if joining.bare not in {"and", "a", "agus"} or not one.capital:
            continue
        if one.bare not in GIVEN_NAMES or not other.capital or other.bare not in GIVEN_NAMES:
            continue
        before = sheet.words[index - 1] if index and sheet.gap(index - 1) == " " else None
        if before is None or not before.capital:
            yield name_of((one,))


def macs(finders: NameFinders) -> Iterator[Name]:
    """Find a surname by its first letters, which no other word has: "McCorry", "O'Dowd"."""
    sheet = finders.sheet
    for index, word in enumerate(sheet.words):
        if not _MAC.match(word.text) or word.bare in _FIRMS_OF_MAC:
            continue
        following = sheet.words[index + 1] if index + 1 < len(sheet.words) else None
        behind = sheet.gap(index) or ""
        of_a_firm = following is not None and (
            behind.strip(" ") == "&"
            or (behind == " " and following.capital)
            or (following.bare == "friend")
        )
        before = (
            index
            and sheet.gap(index - 1) in (" & ", " ")
            and (sheet.words[index - 1].capital or sheet.gap(index - 1) == " & ")
        )
        if not of_a_firm and not before:
            yield name_of((word,))


_OF_A_FAMILY = re.compile(
    r" (?:family|families|sisters|brothers|twins|household|siblings|children|estate of)\b"
)
_BEFORE_ONE = re.compile(
    r"\b(?:young|old|poor|late|the same|(?:woman|man|lady|gentleman|guy|bloke|chap|lad|girl|boy"
    r"|officer|colleague|person|caller|driver) (?:called|named))\s\"?\Z",
    re.IGNORECASE,
)
_BESIDE_ONE = re.compile(
    r"'?s?\"? \((?:b\.|born|aged?|d\.?o\.?b\.?|DoB)[ .:]?(?= ?\d)|,? (?:who|whose|whom) "
)


def alone_by_context(finders: NameFinders) -> Iterator[Name]:
    """Find one word that what stands beside it makes a person: "the Wood family", "Zayd (b. …"."""
    sheet = finders.sheet
    for index, word in enumerate(sheet.words):
        if not word.capital or word.bare in _NO_PERSON or word.bare in _NO_ONE:
            continue
        before = sheet.words[index - 1] if index and sheet.gap(index - 1) == " " else None
        if (before is not None and before.capital) or (
            word.text.isupper() and len(word.text) < _UP
        ):
            continue
        if _is_one(sheet, word, before):
            yield name_of((word,))


def _is_one(sheet: Sheet, word: Word, before: Word | None) -> bool:
    """Say whether one word is a person by the words before and behind."""
    led = _BEFORE_ONE.search(sheet.text, max(0, word.start - 30), word.start)
    behind = _BESIDE_ONE.match(sheet.text, word.name_end)
    if _OF_A_FAMILY.match(sheet.text, word.end) and before is not None and before.bare == "the":
        return True
    called = led is not None and led.group().rstrip(' "').endswith(("called", "named"))
    if called and not sheet.text[word.end : word.end + 2].strip()[:1].isdigit():
        return True
    known = unknown(sheet, word) or word.bare in GIVEN_NAMES
    if led is not None and known and not sheet.ordinary(word):
        following = sheet.text[word.end : word.end + 2]
        return not (following[:1] == " " and following[1:].isupper())
    if behind is None:
        return False
    if behind.group().endswith(("who ", "whose ", "whom ")):
        return word.bare in GIVEN_NAMES and not sheet.ordinary(word)
    return known
