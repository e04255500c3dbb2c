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
_FOR_ANOTHER = re.compile(r"\(?(?:for|pp|p\.p|per pro|cc|on behalf of)\b[.:]? {1,3}", re.IGNORECASE)


def by_themselves(finders: NameFinders) -> Iterator[Name]:
    """A line that is a name and nothing else: a signature without a closing, a greeting."""
    lines = finders.sheet.lines
    for number, line in enumerate(lines):
        if not line.words:
            continue
        above = number == 0 or lines[number - 1].blank
        below = number + 1 == len(lines) or lines[number + 1].blank or not lines[number + 1].words
        if below and (ended := _TRAILING.search(line.text)):
            yield from _trailing(finders, line, ended)
        if len(line.words) > 5 or len(line.text) > 50:
            continue
        if above and not line.text.isascii() and _other_script(line.text):
            yield Name(line.start, line.end, (line.text,))
        elif _FOR_ANOTHER.match(line.text):
            place = line.start + _FOR_ANOTHER.match(line.text).end()  # type: ignore[union-attr]  # just matched
            if (named := finders.at(place, least=2)) and not _all_ordinary(finders.sheet, named):
                yield named
        elif (
            above
            and below
            and _ONLY_INITIALS.match(line.text)
            and number > 2
            and len(line.text) < 12
        ):
            yield Name(line.words[0].start, line.words[-1].end, (line.text.lower(),))
        elif not above and below and _ends_a_message(lines, number):
            yield from _short_signature(finders, line)
        elif (
            above
            and number > finders.blocks.head
            and _WHERE.match(lines[min(number + 1, len(lines) - 1)].text)
        ):
            yield from _whole_line(finders, line, posted=True, least=1)
        elif above and (below or _is_job(lines[number + 1])):
            yield from _whole_line(finders, line, posted=not below)


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
        lines[number - 1].text.endswith((".", "?", "!", ")", '"')) and len(lines[number].words) < 3
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
    return len(line.words) <= 8 and any(word.bare in JOBS for word in line.words)


def _other_script(text: str) -> bool:
    """Say whether a short line has letters of another script and no others."""
    return 1 < len(text) < 30 and all(
        sign.isspace() or ord(sign) > 0x36F and sign.isalpha() for sign in text
    )  # noqa: PLR2004  # behind Latin letters


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
