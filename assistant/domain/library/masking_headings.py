"""Finds names where a letter's form names people: salutations, closings, headers, labels."""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.library.masking_blocks import CLOSING, SALUTATION
from assistant.domain.library.masking_cues import (
    LABELS,
    NOT_NAMED,
)
from assistant.domain.library.masking_finding import NameFinders
from assistant.domain.library.masking_given_names import GIVEN_NAMES
from assistant.domain.library.masking_mail import found_addresses, is_personal
from assistant.domain.library.masking_person import Name, name_of
from assistant.domain.library.masking_sheet import Line, Sheet, Word
from assistant.domain.library.masking_words import (
    JOBS,
    NOBODY,
    ORDINARY,
    ORGANISATION,
    PARTICLES,
    TITLES,
)

_AND = re.compile(r" ?(?:&|and|/|,) ?(?:and )?\Z")
_HEADER = re.compile(
    r"(?:from|to|cc|bcc|sender|sent by|reply-to|sent to|copied to)\s?:\s*", re.IGNORECASE
)
_ADDRESS = re.compile(r"[\"']? ?[<(\[](?:mailto:)?[^\s<>]{1,64}@")
_WROTE = re.compile(r"[ \n>]{1,6}(?:wrote|writes|said)\s?:")
_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?){1,4}$")
_NAME_REACH = 60
_PAIR, _FEW, _MOST, _LONGEST_NAME, _MOST_ADDRESSED = 2, 3, 4, 5, 10
_LONGEST_LINE = 80
# What stands between a name and its address: "<", "(", "[mailto:".
_OPENS = re.compile(r" {0,2}[\"']? {0,2}[<(\[](?:mailto:)?\Z")
_OPENING = 14
_INITIALS_LONG = 2
_PART_OF_A_NAME = re.compile(r"(?:sur|fore|first |last |given |family )names?\b", re.IGNORECASE)
_USER = re.compile(r"/user/([a-z][\w-]{2,60})")
_SENT_AT = re.compile(r"(?:\u2192|->|\b\d\d:\d\d(?::\d\d)?) {1,3}(?=[A-Z])")


def salutations(finders: NameFinders) -> Iterator[Name]:
    """Find "Dear Jane Smith,", "Hi Tom and Priya"."""
    for line in finders.sheet.lines:
        opened = SALUTATION.match(line.text)
        if opened:
            yield from _addressed(finders, line, line.start + opened.end())
        elif line.text.endswith((",", " -")) and len(line.words) <= _FEW and line.words:
            first = line.words[0]
            if first.bare in GIVEN_NAMES and all(word.capital for word in line.words):
                found = finders.at(first.start, end=line.end)
                if found:
                    yield found


def _addressed(finders: NameFinders, line: Line, place: int) -> Iterator[Name]:
    """Read the names behind "Dear"."""
    words = finders.sheet.between(place, line.end)
    at = 0
    while at < len(words) and at < _MOST_ADDRESSED:
        ends = {line.end, *(line.start + sign for sign in (line.text.find(","),) if sign > 0)}
        if line.text[place - line.start :].startswith(",") and not words[at].capital:
            return
        small = not words[at].capital and (
            words[at].bare in TITLES or words[-1].end + 1 >= min(ends) - 1
        )
        found = finders.at(words[at].start, small=small, firm=False)
        if found is None or (not found.titled and _no_person(words[at:], found)):
            return
        yield found
        at = next(
            (number for number, word in enumerate(words) if word.start >= found.end), len(words)
        )
        gap = finders.sheet.text[found.end : words[at].start] if at < len(words) else ""
        if at < len(words) and words[at].bare == "and":
            at += 1
        elif not _AND.match(gap) or gap.strip() in {"", ","}:
            return


def _no_person(words: tuple[Word, ...], found: Name) -> bool:
    """Say whether what is addressed goes on as an office: "Dear Northshire Council"."""
    behind = [word for word in words if word.start >= found.end][:3]
    inside = [word for word in words if word.start < found.end]
    if any(word.bare in NOT_NAMED for word in inside if word.bare not in GIVEN_NAMES):
        return True
    return bool(behind) and behind[0].capital and behind[0].bare in ORGANISATION | JOBS


def closings(finders: NameFinders) -> Iterator[Name]:
    """Find what stands below "Yours sincerely", or behind it."""
    lines = finders.sheet.lines
    for number, line in enumerate(lines):
        closed = CLOSING.match(line.text)
        if closed is None or len(line.text) > _LONGEST_LINE:
            continue
        rest = line.text[closed.end() :].strip(" ,.-")
        if rest:
            place = line.start + line.text.index(rest, closed.end())
            if len(rest.split()) <= _MOST and (
                found := _signed(finders, place, line.end, sure=False)
            ):
                yield found
            continue
        yield from _below(finders, number + 1)


def _below(finders: NameFinders, number: int) -> Iterator[Name]:
    """Read the name in the lines of a signature."""
    seen = 0
    for line in finders.sheet.lines[number : number + 9]:
        if (
            line.blank
            or not line.words
            or re.match(r"\W*(?:signature|sent from|signed|pp)\W*$", line.text, re.IGNORECASE)
        ):
            continue
        if SALUTATION.match(line.text) or _HEADER.match(line.text):
            return
        if line.text.startswith("["):
            return
        seen += 1
        found = _signed(finders, line.words[0].start, line.end, sure=seen == 1)
        if seen == 1 and _INITIALS.match(line.text):
            found = Name(line.words[0].start, line.words[-1].end, (line.text.lower(),))
        if found:
            yield found
            return
        if seen == _MOST:
            return


def _signed(finders: NameFinders, place: int, end: int, *, sure: bool) -> Name | None:
    """Read a signature at a place: a line that is a name, perhaps with a post or letters behind."""
    line = finders.sheet.lines[finders.sheet.line_at(place)]
    head = re.split(r",| - |\(|\||/|<|\d", finders.sheet.text[place:end], maxsplit=1)[0]
    words = finders.sheet.between(place, place + len(head))
    if not words or len(words) > _LONGEST_NAME or (not sure and re.search(r"\d", line.text)):
        return None
    if words[0].bare in TITLES and (
        titled := finders.titled(finders.sheet.index_at(place), small=True)
    ):
        return titled
    if any(word.bare in NOT_NAMED and not _surname(word, words) for word in words):
        return None
    small = (
        sure
        and all(not word.capital for word in words)
        and len(words) <= _FEW
        and len(line.words) <= _LONGEST_NAME
    )
    capital = all(word.capital or word.text.lower() in PARTICLES for word in words)
    sure = sure or (len(words) == 1 and not finders.sheet.ordinary(words[0]) and place > line.start)
    if not (small or capital) or (
        not sure and len(words) < _PAIR and words[0].bare not in GIVEN_NAMES
    ):
        return None
    if any(own in finders.sheet.text[place:end].lower() for own in finders.blocks.own_names):
        return None
    read = finders.reader.read(finders.sheet.index_at(place), small=small, firm=not sure)
    return name_of(read[1] if read and read[1][-1].end <= place + len(head) + 1 else words)


def _surname(word: Word, words: tuple[Word, ...]) -> bool:
    """Say whether a word of an office can be a surname here: behind a given name or an initial."""
    return (
        word is words[-1]
        and len(words) == _PAIR
        and word.bare in ORDINARY | {"church", "parish", "west"}
        and (words[0].bare in GIVEN_NAMES or words[0].initial)
    )


def headers(finders: NameFinders) -> Iterator[Name]:
    """From, To and Cc lines; the name before an address; "On Monday Jane Smith wrote:"."""
    sheet = finders.sheet
    for line in sheet.lines:
        header = _HEADER.match(line.text)
        if header:
            yield from _header(finders, line.start + header.end(), line.end)
    for pattern in (_ADDRESS, _WROTE):
        for found in pattern.finditer(sheet.text):
            yield from _last_name(finders, max(0, found.start() - _NAME_REACH), found.start())
    yield from _spelt_beside(finders)
    for user in _USER.finditer(sheet.text):
        yield Name(*user.span(1), tuple(re.split(r"[_-]", user.group(1))))
    for sent in _SENT_AT.finditer(sheet.text):
        named = finders.at(sent.end(), least=2)
        if named and not any(part in ORDINARY for part in named.parts):
            yield named


def _spelt_beside(finders: NameFinders) -> Iterator[Name]:
    """Find the name before an address that spells it, whatever its words mean elsewhere.

    "Page, Mark <mark.page@...>" and "Hope Bishop (hope.bishop@...)" are names.
    """
    sheet = finders.sheet
    for start, end in found_addresses(sheet):
        spelt, _, _ = sheet.text[start:end].lower().partition("@")
        opening = _OPENS.search(sheet.text[max(0, start - _OPENING) : start])
        if not opening or not is_personal(sheet.text[start:end].lower()):
            continue
        before = sheet.between(max(0, start - _NAME_REACH), start - len(opening.group()))
        named = _run_before(sheet, before, start - len(opening.group()))
        # What is not spelt there, be it as an initial, is no part of the name.
        while named and named[0].bare not in spelt and named[0].bare[:1] != spelt[:1]:
            named = named[1:]
        said = [len(word.bare) > _INITIALS_LONG and word.bare in spelt for word in named]
        if not any(said) or any(word.bare in ORGANISATION for word in named):
            continue
        turned = "," in sheet.text[named[0].end : named[1].start] if len(named) > 1 else False
        parts = tuple(word.bare for word in named)
        yield Name(named[0].start, named[-1].name_end, parts[1:] + parts[:1] if turned else parts)


def _run_before(sheet: Sheet, words: Sequence[Word], end: int) -> Sequence[Word]:
    """Return the words with capitals that a stretch ends with, of one line and one entry."""
    first = len(words)
    following = end
    while first and len(words) - first < _LONGEST_NAME:
        word = words[first - 1]
        gap = sheet.text[word.end : following]
        # One comma at most, behind the first word: "Page, Mark".
        turned = gap.strip(" ") == "," and len(words) - first == 1
        if not word.capital or not (turned or not gap.strip(" .\"'")):
            break
        first, following = first - 1, word.start
        if turned:
            break
    return words[first:]


def _header(finders: NameFinders, start: int, end: int) -> Iterator[Name]:
    """Read the names of a header's value, one between each two semicolons."""
    for piece in re.finditer(r"[^;]+", finders.sheet.text[start:end]):
        shown = piece.group().lstrip(" ")
        yield from _entry(finders, start + piece.end() - len(shown), start + piece.end())


def _entry(finders: NameFinders, start: int, end: int) -> Iterator[Name]:
    """Read the name of one entry of a header; "Smith, Jane" is one."""
    turned = re.match(
        r"\"?([A-Z][\w' -]{1,30}), ([A-Z][\w' -]{1,30}?)\"?(?= ?[<(;\[.]|$)",
        finders.sheet.text[start:end],
    )
    if turned and len(turned.group(1).split()) <= _PAIR and len(turned.group(2).split()) <= _PAIR:
        words = finders.sheet.between(start, start + turned.end())
        if not any(word.bare in NOT_NAMED for word in words):
            parts = tuple(word.bare for word in words if word.start >= start + turned.start(2))
            surname = tuple(word.bare for word in words if word.start < start + turned.end(1))
            yield Name(words[0].start, words[-1].end, parts + surname)
            return
    yield from finders.listed(start, end)


def _last_name(finders: NameFinders, start: int, end: int) -> Iterator[Name]:
    """Read the name that a stretch ends with."""
    words = finders.sheet.between(start, end)
    first = len(words)
    while first and len(words) - first < _LONGEST_NAME:
        word = words[first - 1]
        known = word.capital and (word.bare not in NOT_NAMED or word.bare in TITLES)
        if not (known or word.text.lower() in PARTICLES) or word.text in {
            "AM",
            "PM",
            "GMT",
            "BST",
            "UTC",
        }:
            break
        if first < len(words) and "\n" in finders.sheet.text[word.end : words[first].start].strip(
            " "
        ):
            break
        first -= 1
    if (
        first
        and first < len(words)
        and words[first - 1].bare in ORGANISATION
        and words[first - 1].capital
    ):
        return
    if (
        first < len(words)
        and words[-1].end >= end - 3
        and not (first == len(words) - 1 and words[first].text.isupper())
        and (found := finders.at(words[first].start))
    ):
        yield found


def labels(finders: NameFinders) -> Iterator[Name]:
    """Find what stands behind a label: "Case officer: Jane Smith"."""
    for label in LABELS.finditer(finders.sheet.text):
        line = finders.sheet.lines[finders.sheet.line_at(label.end())]
        end = max(line.end, label.end())
        other = re.search(
            r" {8,}|\t| \| |\b[A-Z][\w ]{2,20}:",
            finders.sheet.text[label.end() : min(end, label.end() + 300)],
        )
        stop = label.end() + other.start() if other else min(end, label.end() + 300)
        # A field of a form holds a part of a name, whatever the word means elsewhere.
        if _PART_OF_A_NAME.match(label.group()):
            words = finders.sheet.between(label.end(), stop)
            if words and len(words) <= _FEW and words[0].bare not in NOBODY:
                yield name_of(tuple(words))
            continue
        yield from _entry(finders, label.end(), stop)
