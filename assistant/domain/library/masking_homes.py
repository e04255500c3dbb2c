"""Addresses that people are said to live at, or to be written to, with or without a postcode.

A name leads to one ("Mr Pole, Manor Farm"; the lines below a name at a letter's head), a word does
("lives at", "Address:"), or a signature. What names an office is left alone.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.library.masking_abroad import elsewhere
from assistant.domain.library.masking_blocks import CLOSING, LABEL, OFFICE, SALUTATION, Blocks
from assistant.domain.library.masking_person import Name
from assistant.domain.library.masking_place_forms import HOUSES, POSTCODE, STREETS, UNITS
from assistant.domain.library.masking_places import trimmed
from assistant.domain.library.masking_sheet import Line, Sheet
from assistant.domain.library.masking_words import JOBS, MONTHS

Stretch = tuple[int, int]

_S = r"(?: {1,3}| ?\n {0,8})"
_W = r"(?:(?:t-|h-)?[A-Z\u00c0-\u00de\d][\w'/.-]{0,30}(?<![.])|St\.|Apt\.|Appt\.)"
_SMALL = (
    r"(?:on|upon|in|le|la|de|des|du|the|under|by|of|next|near|nr|rear|off|y|yr|and|&|rue|an|na"
    r"|nan|nam)"
)
_PIECE = rf"(?:(?i:{UNITS}))?\"?{_W}(?:{_S}(?:{_W}|{_SMALL}(?={_S}{_W}))){{0,6}}\"?"
_ROW = re.compile(rf"(?:{_SMALL}{_S})?{_PIECE}(?:,{_S}(?:{_SMALL}{_S})?{_PIECE}){{0,7}}")
_NUMBERED = re.compile(
    rf"\"|\b(?:P\.?O\.? Box|BFPO) \d|\b(?:{HOUSES}|Manse|Hostel|Prison)(?=[,\s]|$)|(?i:{UNITS})"
    r"|(?:^|, ?|\s)(?:No\.? ?|Number )?\d{1,4}[A-Za-z]?,? (?:[A-Z]|rue\b)"
)
_HOME = re.compile(rf"{_NUMBERED.pattern}|\b(?:{STREETS}|{STREETS.upper()})\b")
_CUE = re.compile(
    rf"\b(?:(?:liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|stay(?:s|ed|ing)?|lodg(?:es?|ed"
    rf"|ing)|written to|write to (?:him|her|me|them)"
    rf"|sent to (?:him|her|me|them)|reach(?:ed)? (?:him|her|me|them)|(?:is|are|am)"
    rf" (?:now )?at|moved|home|house|property|tenancy)"
    rf"{_S}(?:is{_S})?(?:at|to|in|of)|(?:(?:my|his|her|their|home|postal|forwarding"
    rf"|current|previous|new|old) ?)+(?:address|forwarding)"
    rf"(?:[ a-z]{{0,30}})?(?: is| was|:| -)|by post (?:to|at)|forwarding:|constituency office:"
    rf"|(?:post|send|reply|write)(?: it| them| this)? to(?: me at)?:?|address(?: is"
    rf"| was|:)|this address \(|before that:|of:"
    rf"|\(?(?:also|formerly|previously|now) (?:of|at))[ :]{{0,14}}(?:{_S})?(?=[\"A-Z\d])",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    rf"(?:'s)?\)?(?: \([A-Za-z .]{{2,30}}\))?(?:,?"
    rf" {{0,3}}(?:\(?[A-Z]{{2,5}}\)?,?{_S})?(?:who (?:lives|lived) |now |formerly |both"
    rf" |late )?(?:of|at){_S}(?=[\"A-Z\d])|,{_S}(?=[\"A-Z\d])"
    rf"| \((?=[\"A-Z\d])| / (?=\d))"
)
_FIELD = re.compile(
    r"\b(?:home |postal |full |your )?address(?: {2,20}:? {0,20}| ?: {0,20})(?=[\w\"])",
    re.IGNORECASE,
)
_UNIT = re.compile(rf"(?<![\w\"]){UNITS}(?=[A-Z\d])")
_NO_LINE = re.compile(
    r"(?:our|your|my)?\s?ref|date|tel|phone|mob|fax|e-?mail|www|http|by (?:post|hand"
    r"|e-?mail|special)|via |dx |subject|re:|dear"
    r"|private|strictly|in confidence|from|to:|cc|sent|\+?\d[\d ()-]{8,}$|prison no|ni:|t:|m:|e:",
    re.IGNORECASE,
)
# A box for letters may be anybody's.
_BOX = re.compile(r"\bp\.?o\.? box\b", re.IGNORECASE)
_DATE = re.compile(
    r"(?:\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}|\b(?:19|20)\d\d$|\d{1,2}/\d{1,2}/\d\d)"
)
_LEAD = re.compile(r"(?:c/o|care of)\b", re.IGNORECASE)
_FIRM = re.compile(
    r"\b(?:ltd|limited|plc|llp|solicitors|courier|gazette|news|times|council|trust|university)\b",
    re.IGNORECASE,
)
_MOST = 8
_MOST_BETWEEN = 3
_LONGEST_LINE, _LONGEST_REST = 70, 25
_SMALL_LETTERS = re.compile(r"\d{1,4}[a-z]? [a-z ]{3,40}")


def homes(sheet: Sheet, blocks: Blocks, names: Sequence[Name]) -> Iterator[Stretch]:
    """Find the addresses of people, each up to its postcode."""
    for name in names:
        yield from _after(sheet, name)
        yield from _below(sheet, blocks, name)
    yield from elsewhere(sheet)
    for pattern in (_CUE, _FIELD, _UNIT):
        for cue in pattern.finditer(sheet.text):
            row = _row(sheet, cue.start() if pattern is _UNIT else cue.end())
            if row and _belongs(pattern, sheet.text[row[0] : row[1]]):
                yield row
                if pattern is _FIELD:
                    yield from _more(sheet, sheet.line_at(row[0]) + 1)


def _belongs(pattern: re.Pattern[str], row: str) -> bool:
    """Say whether a row of pieces is an address behind what led to it."""
    if pattern is _UNIT:
        return "," in row.rstrip(",") and len(row) > 12  # noqa: PLR2004  # more than a room
    return pattern is _FIELD or bool(_HOME.search(row))


def _after(sheet: Sheet, name: Name) -> Iterator[Stretch]:
    """Read the address that a name leads to in a sentence."""
    led = _AFTER_NAME.match(sheet.text, name.end)
    if led is None:
        return
    row = _row(sheet, led.end())
    shown = sheet.text[row[0] : row[1]] if row else ""
    if row and (_NUMBERED.search(shown) or (shown.count(",") > 1 and _HOME.search(shown))):
        yield row


def _row(sheet: Sheet, start: int) -> Stretch | None:
    """Read pieces of an address with commas between them, up to a postcode."""
    found = _ROW.match(sheet.text, start)
    if found is None:
        return None
    end = found.end()
    code = POSTCODE.search(sheet.text, start, min(len(sheet.text), end + 10))
    if code and code.start() < end:
        end = code.start()
    end = trimmed(sheet.text, start, end)
    shown = sheet.text[start:end]
    first = sheet.between(start, end)[:2]
    dated = any(word.bare in MONTHS for word in first) or re.match(r"(?:19|20)\d\d\b", shown)
    if end <= start or dated or OFFICE.search(_BOX.sub("", shown)) or "\n\n" in shown:
        return None
    if any(word.bare in JOBS for word in first):
        return None
    return start, end


def _below(sheet: Sheet, blocks: Blocks, name: Name) -> Iterator[Stretch]:
    """Read the lines below a name at a letter's head or in a signature."""
    number = sheet.line_at(max(name.start, name.end - 1))
    line = sheet.lines[number]
    label = LABEL.match(line.text)
    led = sheet.text[line.start : name.start].strip(" ")
    head = number < blocks.head
    if (
        led
        and not (label and re.match(r"(?:to|for|name|requester|f\.?a\.?o)\b", led, re.IGNORECASE))
        and not _LEAD.match(led)
    ):
        return
    if len(line.text) > _LONGEST_LINE or (not head and not _signed(sheet, number)):
        return
    if head and number and _of_an_office(sheet, blocks, number):
        return
    rest = sheet.text[name.end : line.end].strip(" ,")
    if rest and len(rest) > _LONGEST_REST:
        return
    yield from _more(sheet, number + 1, head=head, blocks=blocks)


def _of_an_office(sheet: Sheet, blocks: Blocks, number: int) -> bool:
    """Say whether the lines above in the same block are an office's letterhead."""
    for above in range(number - 1, max(-1, number - 6), -1):
        line = sheet.lines[above]
        if line.blank:
            return False
        if blocks.office(line) and not _LEAD.match(line.text):
            return True
    return False


def _signed(sheet: Sheet, number: int) -> bool:
    """Say whether a line is a signature's: a closing above, or a short line after a blank one."""
    for above in range(number - 1, max(-1, number - 5), -1):
        line = sheet.lines[above]
        if not line.blank:
            return bool(CLOSING.match(line.text)) or above < number - 1
    return True


def _more(
    sheet: Sheet, number: int, *, head: bool = False, blocks: Blocks | None = None
) -> Iterator[Stretch]:
    """Read lines of an address from a line on; at a letter's head whatever stands there is one."""
    lines = sheet.lines
    first = last = None
    for at in range(number, min(len(lines), number + _MOST)):
        line = lines[at]
        if first is None and head and _leads(line, at - number):
            continue
        if line.blank or _ends(line) or (not head and _is_no_home(line, blocks, first)):
            break
        first = line.start if first is None else first
        code = POSTCODE.search(sheet.text, line.start, line.end)
        last = code.start() if code else line.end
        if code:
            break
    if first is not None and last is not None and trimmed(sheet.text, first, last) > first:
        yield first, trimmed(sheet.text, first, last)


def _leads(line: Line, below: int) -> bool:
    """Say whether a line stands between a name at a letter's head and its address."""
    if line.blank or SALUTATION.match(line.text):
        return False
    if _ends(line):
        return below < _MOST_BETWEEN
    return bool(_LEAD.match(line.text) or _FIRM.search(line.text)) or _is_post(line)


def _is_no_home(line: Line, blocks: Blocks | None, first: int | None) -> bool:
    """Say whether a line of a signature is no part of an address."""
    if blocks is not None and (OFFICE.search(line.text) or _is_post(line)):
        return True
    if first is not None or _NUMBERED.search(line.text) or POSTCODE.search(line.text):
        return False
    return not _SMALL_LETTERS.match(line.text)


def _ends(line: Line) -> bool:
    """Say whether a line is no part of an address: a reference, a date, a salutation, a number."""
    if SALUTATION.match(line.text) or CLOSING.fullmatch(line.text) or _DATE.search(line.text):
        return True
    label = LABEL.match(line.text)
    return bool(label) or bool(_NO_LINE.match(line.text)) or "@" in line.text


def _is_post(line: Line) -> bool:
    """Say whether a line names what somebody is: "Local Democracy Reporter"."""
    return any(
        word.bare in JOBS | {"reporter", "correspondent"} for word in line.words
    ) and not re.search(r"\d", line.text)
