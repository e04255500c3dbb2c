"""Finds names that stand by themselves: a line that is one, or what a message ends with."""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.library.masking_blocks import CLOSING, SALUTATION
from assistant.domain.library.masking_cues import (
    NOT_NAMED,
)
from assistant.domain.library.masking_finding import NameFinders
from assistant.domain.library.masking_given_names import GIVEN_NAMES
from assistant.domain.library.masking_person import Name, name_of
from assistant.domain.library.masking_sheet import Line, Sheet
from assistant.domain.library.masking_words import (
    AFTER_A_NAME,
    JOBS,
    PARTICLES,
)

_ONLY_INITIALS = re.compile(r"(?:[A-Z](?:\.|(?=[ -]|$))[ -]?){1,4}$")
_WHERE = re.compile(
    r"\"[^\"]{2,30}\",|\d{1,4}[A-Za-z]?,? (?!(?:st|nd|rd|th)\b)[A-Za-z]{3,} [A-Za-z]{2,}"
)
_TRAILING = re.compile(r"[.?!]\"? ((?:[A-Z]\.?){1,3}|[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)$")
_PAIR, _LONGEST_NAME, _LONGEST_POST = 2, 5, 8
_LONGEST_LINE, _LONGEST_INITIALS, _BELOW_THE_HEAD = 50, 11, 3
# Behind these letters of the alphabet begin other scripts.
_LAST_LATIN = 0x36F
_FOR_ANOTHER = re.compile(r"\(?(?:for|pp|p\.p|per pro|cc|on behalf of)\b[.:]? {1,3}", re.IGNORECASE)


def by_themselves(finders: NameFinders) -> Iterator[Name]:
    """Find lines that are a name and nothing else: a signature without a closing, a greeting."""
    lines = finders.sheet.lines
    for number, line in enumerate(lines):
        if not line.words:
            continue
        above = number == 0 or not lines[number - 1].words
        below = number + 1 == len(lines) or not lines[number + 1].words
        if below and (ended := _TRAILING.search(line.text)):
            yield from _trailing(finders, line, ended)
        if len(line.words) > _LONGEST_NAME or len(line.text) > _LONGEST_LINE:
            continue
        yield from _short_line(finders, number, above=above, below=below)


def _short_line(finders: NameFinders, number: int, *, above: bool, below: bool) -> Iterator[Name]:
    """Read a short line, with a blank one `above` or `below` it, as a name."""
    lines = finders.sheet.lines
    line = lines[number]
    if not line.text.isascii() and _other_script(line.text):
        yield Name(line.start, line.end, (line.text,))
    elif another := _FOR_ANOTHER.match(line.text):
        yield from _for_another(finders, line.start + another.end())
    elif above:
        yield from _below_a_blank(finders, number, last=below)
    elif below and _ends_a_message(lines, number):
        yield from _short_signature(finders, line)


def _for_another(finders: NameFinders, place: int) -> Iterator[Name]:
    """Read the name of the person somebody signs for, or sends a copy to."""
    named = finders.at(place, least=_PAIR)
    if named and not _all_ordinary(finders.sheet, named):
        yield named


def _below_a_blank(finders: NameFinders, number: int, *, last: bool) -> Iterator[Name]:
    """Read a short line with a blank one above it; `last` if a blank one is below, too."""
    lines = finders.sheet.lines
    line = lines[number]
    if last and number >= _BELOW_THE_HEAD and _are_initials(line.text):
        yield Name(line.words[0].start, line.words[-1].end, (line.text.lower(),))
    elif not last and number > finders.blocks.head and _WHERE.match(lines[number + 1].text):
        yield from _whole_line(finders, line, posted=True, least=1)
    elif last or _is_job(lines[number + 1]):
        yield from _whole_line(finders, line, posted=not last)


def _are_initials(text: str) -> bool:
    return len(text) <= _LONGEST_INITIALS and bool(_ONLY_INITIALS.match(text))


def _trailing(finders: NameFinders, line: Line, ended: re.Match[str]) -> Iterator[Name]:
    """Read a name or initials behind the last sentence of a paragraph."""
    words = finders.sheet.between(line.start + ended.start(1), line.end)
    if not words or any(word.bare in NOT_NAMED for word in words):
        return
    short = bool(_ONLY_INITIALS.match(ended.group(1)))
    if short or not any(map(finders.sheet.ordinary, words)):
        yield Name(words[0].start, words[-1].end, tuple(word.bare for word in words))


def _ends_a_message(lines: Sequence[Line], number: int) -> bool:
    """Say whether a short line stands below the last sentence of a message."""
    return (
        lines[number - 1].text.endswith((".", "?", "!", ")", '"'))
        and len(lines[number].words) <= _PAIR
    )


def _short_signature(finders: NameFinders, line: Line) -> Iterator[Name]:
    """Read a given name or an initial that a message ends with."""
    words = line.words
    if re.search(r"[^\w\s.'-]|\d", line.text) or any(word.bare in NOT_NAMED for word in words):
        return
    short = _ONLY_INITIALS.match(line.text)
    if short or (
        all(word.capital for word in words)
        and (words[0].bare in GIVEN_NAMES or not any(map(finders.sheet.ordinary, words)))
    ):
        yield Name(words[0].start, words[-1].end, tuple(word.bare for word in words))


def _is_job(line: Line) -> bool:
    return len(line.words) <= _LONGEST_POST and any(word.bare in JOBS for word in line.words)


def _other_script(text: str) -> bool:
    """Say whether a short line has letters of another script and no others."""
    letters = [sign for sign in text if not sign.isspace()]
    return len(letters) >= _PAIR and all(
        sign.isalpha() and ord(sign) > _LAST_LATIN for sign in letters
    )


def _all_ordinary(sheet: Sheet, name: Name) -> bool:
    return all(sheet.ordinary(word) for word in sheet.between(name.start, name.end))


def _whole_line(
    finders: NameFinders, line: Line, *, posted: bool, least: int = 2
) -> Iterator[Name]:
    """Read a line that is a name; `posted` if the next line is somebody's post."""
    sheet, first = finders.sheet, line.words[0]
    if (
        re.search(r"[^\w\s.,'-]|\d", line.text)
        or SALUTATION.match(line.text)
        or CLOSING.match(line.text)
    ):
        return
    if any(word.bare in NOT_NAMED for word in line.words) or finders.blocks.office(line):
        return
    if not all(word.capital or word.text in PARTICLES for word in line.words) or line.text.endswith(
        "."
    ):
        return
    if re.fullmatch("[IVX]+", line.words[-1].text):
        return
    known = first.bare in GIVEN_NAMES
    likely_one = known or (
        posted and len(line.words) >= least and not any(map(sheet.ordinary, line.words))
    )
    if likely_one and line.words[-1].bare not in AFTER_A_NAME:
        yield name_of(line.words)
