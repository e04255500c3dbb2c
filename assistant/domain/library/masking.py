"""Masks the personal data of a letter before it joins the library.

Found by rules, in time linear in the letter's length; masking_names, masking_places and their
neighbours have a table or a finder for each kind.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from assistant.domain.library.masking_blocks import OFFICE, Blocks
from assistant.domain.library.masking_homes import homes
from assistant.domain.library.masking_kept import kept
from assistant.domain.library.masking_kinds import Kind, Known, Masked, Span
from assistant.domain.library.masking_mail import addresses, found_addresses
from assistant.domain.library.masking_names import find_names
from assistant.domain.library.masking_numbers import dates_of_birth, ni_numbers, vehicle_marks
from assistant.domain.library.masking_people import Mentions, People
from assistant.domain.library.masking_person import Name, NameReader
from assistant.domain.library.masking_phones import phones
from assistant.domain.library.masking_places import Addresses
from assistant.domain.library.masking_sheet import Places, Sheet
from assistant.domain.library.masking_words import PARTICLES, TITLES

__all__ = ["Kind", "Known", "Masked", "Span", "mask"]

_SWITCHBOARD = re.compile(
    r"\b(?:switchboard|helpline|hotline|reception|main (?:number|line|office)|contact centre"
    r"|call centre|customer (?:services?|care|contact)|press office|enquir(?:y|ies)(?: line)?"
    r"|general enquiries|fax|out of hours|helpdesk|duty (?:desk|line)|non-emergency)\b",
    re.IGNORECASE,
)
_DIRECT = re.compile(r"\b(?:direct|ddi|mobile|mob|personal|home|my|his|her|m)\b", re.IGNORECASE)
_MOBILE = re.compile(r"(?:\+?44 ?(?:\(0\))?|0) ?7[0-57-9]")
_BEFORE = 80


def mask(text: str, known: Known | None = None) -> Masked:
    """Mask the personal data of a letter; places are code points of `text`, never raises.

    Marks are "[name]", "[date of birth]" and so on; where a letter names several people, each has
    a number by which the reader tells them apart: "[name 1]", "[name 2]".
    """
    known = known or Known()
    sheet = Sheet(text)
    stays = kept(sheet, known)
    blocks = Blocks(sheet, known)
    mail = list(addresses(sheet, known))
    numbers = [*ni_numbers(sheet), *dates_of_birth(sheet)]
    fixed = [*mail, *numbers]
    taken = _and(stays, fixed, found_addresses(sheet))
    reader = NameReader(sheet, blocks.own_words)
    found = [name for name in find_names(reader, blocks) if not taken.touches(name.start, name.end)]
    holders = sorted((name.start, name.end) for name in found)
    fixed += phones(sheet, known, taken, lambda start, _: _published(blocks, holders, start))
    taken = _and(stays, fixed, found_addresses(sheet))
    read = [each for each in homes(sheet, blocks, found) if not taken.touches(*each)]
    places = Addresses(sheet, blocks, known, taken, read)
    fixed += places.spans
    settled = _and(stays, fixed, found_addresses(sheet))
    fixed += [each for each in vehicle_marks(sheet) if not settled.touches(each.start, each.end)]
    heads = [
        Name(start, end, tuple(word.bare for word in sheet.between(start, end)))
        for start, end in places.names
    ]
    settled = _and(stays, fixed, found_addresses(sheet))
    names = _names(reader, known, [*found, *heads], settled)
    return _written(text, fixed, names)


def _and(stays: Places, spans: Iterable[Span], more: Iterable[tuple[int, int]]) -> Places:
    """Return the places of all that is settled already."""
    return Places([*stays, *((span.start, span.end) for span in spans), *more])


def _published(blocks: Blocks, holders: Sequence[tuple[int, int]], start: int) -> bool:
    """Say whether a telephone number is one that an office publishes where it stands.

    Whoever is named last before it, in the sentence or the line, a person or an office, has it.
    """
    sheet = blocks.sheet
    number = sheet.line_at(start)
    line = sheet.lines[number]
    low = max(line.start, start - _BEFORE)
    before = sheet.text[low:start]
    at = bisect_left(holders, (start, 0)) - 1
    named = holders[at][1] if at >= 0 and start - holders[at][1] < _BEFORE else -1
    if _SWITCHBOARD.search(before):
        return True
    if named >= low or _DIRECT.search(before) or _MOBILE.match(sheet.text, start):
        return False
    if OFFICE.search(before) or re.search(r"\bour\b", before, re.IGNORECASE):
        return True
    if number >= blocks.head or not blocks.letterhead:
        return False
    return not blocks.owner(number, itself=True).person and named < 0


def _names(reader: NameReader, known: Known, found: Sequence[Name], settled: Places) -> list[Name]:
    """Find all mentions of people: what the finders saw, then every later mention of it."""
    told = [name for given in known.people if (name := _told(given))]
    found = [name for name in found if not TITLES.issuperset(name.parts)]
    seen = [name for name in found if not settled.touches(name.start, name.end)]
    looked_for = Mentions(reader, [*found, *told], settled)
    mentions = [
        name
        for name in (*looked_for, *looked_for.user_names())
        if not settled.touches(name.start, name.end)
    ]
    exact = [name for given in known.people for name in _given(reader.sheet, given, settled)]
    return _disjoint([*seen, *mentions, *exact])


def _told(given: str) -> Name | None:
    """Make a name of what is known of a person, to look for its parts."""
    words = [word for word in Sheet(given).words if word.text.lower() not in PARTICLES]
    parts = tuple(word.bare for word in words)
    return Name(0, 0, parts) if parts else None


def _given(sheet: Sheet, given: str, taken: Places) -> Iterator[Name]:
    """Find a name that is known, whole, in any case."""
    words = Sheet(given).words
    if not words:
        return
    whole = r"(?<!\w)" + r"[\s.,]{1,4}".join(re.escape(word.text) for word in words) + r"(?!\w)"
    for found in re.finditer(whole, sheet.text, re.IGNORECASE):
        if not taken.touches(*found.span()) and (len(words) > 1 or found.group()[0].isupper()):
            yield Name(*found.span(), tuple(word.bare for word in words))


def _disjoint(names: list[Name]) -> list[Name]:
    """Return names in order, those that overlap as one, with the parts of the fullest."""
    merged: list[Name] = []
    for name in sorted(names, key=lambda each: (each.start, -each.end)):
        if merged and name.start < merged[-1].end:
            last = merged[-1]
            fuller = max(last, name, key=lambda each: len(each.parts))
            merged[-1] = Name(
                last.start,
                max(last.end, name.end),
                fuller.parts,
                last.male if last.male is not None else name.male,
                last.titled or name.titled,
            )
        else:
            merged.append(name)
    return merged


def _written(text: str, fixed: Iterable[Span], names: Sequence[Name]) -> Masked:
    """Put marks in place of what was found."""
    people = People()
    numbers = {name.start: people.number(name) for name in names}
    several = len(people.people) > 1
    spans: list[Span] = []
    found = [*fixed, *(Span(name.start, name.end, Kind.NAME) for name in names)]
    for span in sorted(found, key=lambda each: (each.start, -each.end)):
        if span.end > span.start and (not spans or span.start >= spans[-1].end):
            spans.append(span)
    pieces, at = [], 0
    for span in spans:
        number = f" {numbers[span.start] + 1}" if span.kind is Kind.NAME and several else ""
        pieces += [text[at : span.start], f"[{span.kind.value.replace('_', ' ')}{number}]"]
        at = span.end
    return Masked("".join([*pieces, text[at:]]), tuple(spans))
