"""Finds postal addresses of other shapes: abroad, in small letters, in the fields of a form.

The order of street, number, code and town is that of the Universal Postal Union's address
specimens for France, Germany, Poland, Italy, Spain, Portugal, the Netherlands, Scandinavia and the
United States.
"""

import re
from collections.abc import Iterator

from assistant.domain.library.masking_blocks import OFFICE
from assistant.domain.library.masking_place_forms import POSTCODE
from assistant.domain.library.masking_sheet import Sheet

Stretch = tuple[int, int]

_CAP = r"[^\W\d_a-z\u00df-\u00ff][\w'-]{0,30}"
_OF = r"(?:de la|de l'|des|de|du|della|delle|dei|del|do|da|dos|das|les|le|la|van de|van den|van)"
_KINDS = (
    r"(?:rue|avenue|boulevard|bd\.?|all\u00e9e|chemin|impasse|quai|route|place|via|viale|piazza"
    r"|corso|calle|c/|avenida|avda\.?|plaza|paseo|rua|travessa|pra\u00e7a|ul\.|ulica|al\.|aleja|os\."
    r"|pl\.|strada|str\.|b-dul|bulevardul|ulice)"
)
_NAMED = rf"{_KINDS} ?(?:{_OF} ?)?{_CAP}(?:[ -](?:{_OF} )?{_CAP}){{0,3}}"
_ENDED = (
    r"(?:[^\W\d_]{2,30}(?:stra(?:\u00df|ss)e|str\.|weg|platz|gasse|allee|damm|ufer|straat|laan"
    r"|plein|kade|gracht|gatan|v\u00e4gen|gade|vej|veien|gata|katu)"
    r"|[^\W\d_]{2,30}[ -](?:Stra(?:\u00df|ss)e|Str\.|Weg|Platz|Allee))"
)
_HOUSE = r"\d{1,4} ?[A-Za-z]?(?: ?[/-] ?\d{1,4}[a-z]?)?(?: ?m\. ?\d{1,3})?"
_STREET = rf"(?:{_HOUSE}(?: bis| ter)?,? {_NAMED}|{_NAMED},? {_HOUSE}|{_ENDED},? {_HOUSE})"
_BETWEEN = r"(?:,? ?\n {0,8}|, ?| - )"
_TOWN = (
    rf"(?:[A-Z]{{1,2}}-)?\d{{2,5}}(?:[ -]\d{{2,4}})?(?: [A-Z]{{2}})? {_CAP}(?:[ -](?:{_OF} |sur "
    rf"|am |an der )?{_CAP}){{0,3}}"
)
_COUNTRY = (
    r"(?i:france|germany|deutschland|poland|polska|italy|italia|spain|espa\u00f1a|portugal|netherlands"
    r"|the netherlands|belgium|belgique|austria|\u00f6sterreich|switzerland|sweden|norway"
    r"|denmark|finland"
    r"|ireland|\u00e9ire|romania|usa|u\.s\.a\.|united states|canada|australia|new zealand|india"
    r"|pakistan)\b"
)
_ABROAD = re.compile(
    rf"(?<![\w/.])(?:{_STREET}(?:{_BETWEEN}{_TOWN})?(?:{_BETWEEN}{_COUNTRY})?)(?!\w)"
)
_AMERICAN = re.compile(
    rf"(?<![\w/.])\d{{1,5}} (?:{_CAP} ){{1,4}}?{_CAP}\.?{_BETWEEN}{_CAP}(?: {_CAP}){{0,2}},?"
    rf" [A-Z]{{2,3}} \d{{4,5}}(?:-\d{{4}})?"
    rf"(?:{_BETWEEN}{_COUNTRY})?"
)
# Streets in small letters; those of the second row are words of a sentence, too.
_SURE = (
    r"road|rd|street|lane|ln|avenue|ave|close|crescent|cres|court|terrace|gardens|gdns|grove|mews"
    r"|bungalows|cottages|villas"
)
_DOUBTFUL = r"st|drive|walk|place|rise|way|hill|row|park|view|green|square|house"
_NO_STREET = (
    r"(?:on|in|at|for|the|to|and|were|was|is|are|per|by|from|that|this|with|days?|weeks?|months?"
    r"|years?|hours?|min(?:ute)?s?|miles?|metres?|people|cars|times|houses|residents|or|off|out|down"
    r"|along|minute|mile|metre|year|day|week|bed|pm|am|of)\b"
)
_SMALL = re.compile(
    rf"(?<![\w/.:\u00a3$-])(?:flat \d{{1,3}}[a-z]?,? )?\d{{1,4}}[a-z]?"
    rf" (?!{_NO_STREET})[a-z']{{2,20}} "
    rf"(?:(?!{_NO_STREET})[a-z']{{2,20}} ){{0,2}}?"
    rf"(?:(?:{_SURE})|(?P<doubtful>{_DOUBTFUL}))\b(?:,? (?!{_NO_STREET})[a-z]{{3,20}}){{0,3}}?"
    rf"(?=(?P<code>,? {{0,3}}\n? ?[a-z]{{1,2}}\d[a-z\d]? ?\d[a-z]{{2}}\b)?)",
)
_LONGER = re.compile(r"(?:,? [a-z]{2,20}){1,3}(?=,? {0,3}(?i:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})\b)")
_SMALL_CUE = re.compile(
    r"(?:\b(?:at|from|of|in|address|live|lives|living|no|number|is|home|near)|[:,@]|^)[ :]{0,3}$"
)
_FORM = re.compile(
    r"^[ >|*]{0,8}(?:address(?: line)? ?\d|line \d|street(?: address)?|house (?:name(?:/number)?"
    r"|number|no\.?)"
    r"|(?:post )?town(?: ?/ ?city| or city)?|city|county|locality|district"
    r"|country)\s?:[ \t]{1,20}(?=\S)",
    re.IGNORECASE | re.MULTILINE,
)
_IS_FORM = re.compile(
    r"^[ >|*]{0,8}(?:post ?code|address line ?1|surname|last name|full name)\s?:",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_FIELD, _BEFORE = 60, 24


def elsewhere(sheet: Sheet) -> Iterator[Stretch]:
    """Find addresses abroad, in small letters, and in fields; places are those of the letter."""
    for pattern in (_ABROAD, _AMERICAN):
        for found in pattern.finditer(sheet.text):
            if re.search(r"\d", found.group()) and not OFFICE.search(found.group()):
                yield found.span()
    yield from _in_small_letters(sheet)
    if _IS_FORM.search(sheet.text):
        yield from _fields(sheet)


def _in_small_letters(sheet: Sheet) -> Iterator[Stretch]:
    """Find "44 coppice rd northbridge" before a postcode, or behind "from" or "address"."""
    for found in _SMALL.finditer(sheet.text):
        longer = _LONGER.match(sheet.text, found.end())
        end = longer.end() if longer else found.end()
        code = found.group("code") or POSTCODE.match(sheet.text, end + 1)
        led = _SMALL_CUE.search(
            sheet.text[max(0, found.start() - _BEFORE) : found.start()].rpartition("\n")[2]
        )
        if code or longer or (led and not found.group("doubtful")):
            yield found.start(), end


def _fields(sheet: Sheet) -> Iterator[Stretch]:
    """Find the fields of a form that hold a part of an address."""
    for label in _FORM.finditer(sheet.text):
        end = sheet.text.find("\n", label.end())
        value = sheet.text[label.end() : end if end > 0 else len(sheet.text)].rstrip(" ")
        if len(value) <= _LONGEST_FIELD and not OFFICE.search(value):
            yield label.end(), label.end() + len(value)
