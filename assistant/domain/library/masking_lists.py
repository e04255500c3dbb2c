"""Finds names in lists: copies, columns of people, and surnames that an address spells.

The heading of a column says what stands in its cells, and "cc" what stands below it.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.library.masking_blocks import OFFICE
from assistant.domain.library.masking_cues import NOT_NAMED, SURNAMES_TOO
from assistant.domain.library.masking_finding import NameFinders, unknown
from assistant.domain.library.masking_given_names import GIVEN_NAMES
from assistant.domain.library.masking_mail import found_addresses, is_personal
from assistant.domain.library.masking_person import Name, name_of
from assistant.domain.library.masking_sheet import Line, Sheet, Word
from assistant.domain.library.masking_words import AFTER_A_NAME, COUNTRIES, PARTICLES, TITLES

_COPY = re.compile(
    r"(?:cc|c\.c\.?|bcc|copy|copies|copy to|copies to|copied to|distribution)\b[ :.]*",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-=|+ ]+")
_CELL = re.compile(r"[^|\t]+?(?= {2,}|[|\t]|$)")
_OF_PEOPLE = re.compile(
    r"(?:full |sur|last |first |officer |staff |employee )?names?|officers?|(?:case ?)?(?:worker"
    r"|handler)"
    r"|attendees?|drivers?|applicants?|witness(?:es)?|contacts?|requesters?|authors?|callers?"
    r"|complainants?|tenants?|claimants?|owners?|signatory|signed by|dealt with by|member of staff",
    re.IGNORECASE,
)
_REFUSED = NOT_NAMED - SURNAMES_TOO - GIVEN_NAMES
_PLACES = AFTER_A_NAME - SURNAMES_TOO
_MOST, _PAIR, _ROWS, _FAR = 4, 2, 200, 3
_SHORTEST = 4


def copies(finders: NameFinders) -> Iterator[Name]:
    """Find the people below "cc", each in a line of its own."""
    lines = finders.sheet.lines
    for number, line in enumerate(lines):
        copied = _COPY.match(line.text)
        if not copied or len(line.text) > 80:  # noqa: PLR2004  # a sentence
            continue
        yield from _entry(finders.sheet, line, copied.end())
        for below in lines[number + 1 : number + 20]:
            if below.blank:
                break
            yield from _entry(finders.sheet, below, 0)


def _entry(sheet: Sheet, line: Line, start: int) -> Iterator[Name]:
    """Read one person of a list of copies: the words before a comma, a dash or a bracket."""
    head = re.split(r",| - |\(|<|:|;", line.text[start:], maxsplit=1)[0]
    words = sheet.between(line.start + start, line.start + start + len(head))
    if found := _person(sheet, words):
        yield found


def _person(sheet: Sheet, words: tuple[Word, ...], *, sure: bool = False) -> Name | None:
    """Return the name that words are, if they have its shape; `sure` where people are listed."""
    while words and words[0].bare in TITLES:
        words = words[1:]
    if not _PAIR <= len(words) <= _MOST or any(word.bare in COUNTRIES for word in words):
        return None
    if not all(
        (word.capital or word.text in PARTICLES) and (word.bare not in _REFUSED or word.initial)
        for word in words
    ):
        return None
    ordinary = words[-1].bare in _PLACES or (not sure and all(map(sheet.ordinary, words)))
    if ordinary and words[0].bare not in GIVEN_NAMES:
        return None
    if OFFICE.search(sheet.text, words[0].start, words[-1].end):
        return None
    return name_of(words)


def columns(finders: NameFinders) -> Iterator[Name]:
    """Find people in the cells below a heading such as "Name" or "Officer"."""
    lines, behind = finders.sheet.lines, 0
    for number, line in enumerate(lines):
        if number < behind:
            continue
        cells = list(_CELL.finditer(line.text))
        headed = [
            index
            for index, cell in enumerate(cells)
            if _OF_PEOPLE.fullmatch(cell.group().strip(" *:"))
        ]
        if headed and len(cells) >= _PAIR:
            behind = _behind_rows(lines, number + 1, len(cells))
            for row in lines[number + 1 : behind]:
                yield from _row(finders.sheet, row, headed)


def _behind_rows(lines: Sequence[Line], first: int, most: int) -> int:
    """Return the number of the line behind a table's rows: two empty ones, or no row, end it."""
    blank = 0
    for number in range(first, min(len(lines), first + _ROWS)):
        line = lines[number]
        blank = blank + 1 if line.blank else 0
        row = _PAIR <= len(list(_CELL.finditer(line.text))) <= most + 1
        if blank == _PAIR or not (row or line.blank or _RULE.fullmatch(line.text)):
            return number
    return min(len(lines), first + _ROWS)


def _row(sheet: Sheet, line: Line, headed: Sequence[int]) -> Iterator[Name]:
    """Read the cells of some columns of a row."""
    cells = list(_CELL.finditer(line.text))
    for index in headed:
        if index < len(cells) > 1:
            yield from _cell(sheet, line, cells[index])


def _cell(sheet: Sheet, line: Line, cell: re.Match[str]) -> Iterator[Name]:
    """Read a cell that holds a person."""
    words = sheet.between(line.start + cell.start(), line.start + cell.end())
    text = cell.group().strip()
    if "," in text and len(words) > 1:
        turned = re.match(r"[^,]+", text)
        behind = tuple(
            word
            for word in words
            if turned and word.start >= line.start + cell.start() + cell.group().index(",")
        )
        named = not any(word.bare in _REFUSED for word in words) and len(words) <= _MOST
        if named and behind and all(word.capital or word.text in PARTICLES for word in words):
            yield Name(
                words[0].start,
                words[-1].end,
                tuple(w.bare for w in (*behind, *words[: len(words) - len(behind)])),
            )
        return
    if found := _person(sheet, words, sure=True):
        yield found
    elif (
        len(words) == 1
        and words[0].capital
        and len(words[0].text) > _PAIR
        and unknown(sheet, words[0])
    ):
        yield name_of(words)


def spelt_alone(finders: NameFinders) -> Iterator[Name]:
    """Find a surname by itself that a person's e-mail address of this letter spells."""
    sheet = finders.sheet
    spelt = {
        piece
        for start, end in found_addresses(sheet)
        if "@" in sheet.text[start:end] and is_personal(sheet.text[start:end].lower())
        for piece in _spelt(sheet.text[start:end].lower())
    }
    for word in sheet.words:
        if (
            word.capital
            and word.bare in spelt
            and not sheet.ordinary(word)
            and word.bare not in NOT_NAMED
        ):
            yield name_of((word,))


def _spelt(address: str) -> Iterator[str]:
    """Yield what an address may spell: its pieces, without an initial or a given name in front."""
    local = address.partition("@")[0]
    for piece in re.findall(r"[^\W\d_]+", local):
        if len(piece) >= _SHORTEST:
            yield piece
        if len(piece) > _SHORTEST:
            yield piece[1:]
            yield piece[:-1]
        for at in range(_FAR, len(piece) - _FAR + 1):
            if piece[:at] in GIVEN_NAMES:
                yield piece[at:]
            if piece[at:] in GIVEN_NAMES:
                yield piece[:at]
