"""Postal addresses and postcodes of people; those of offices, and places spoken of, stay.

An address is what leads up to a postcode in lines or commas, or a house number with a street.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from assistant.domain.library.masking_blocks import (
    BUILDING,
    CLOSING,
    LABEL,
    OFFICE,
    SALUTATION,
    Blocks,
    looks_like_person,
)
from assistant.domain.library.masking_kinds import Kind, Known, Span
from assistant.domain.library.masking_place_forms import (
    DATED,
    FIGURE,
    FLAT,
    HOME,
    HOUSE_AND_STREET,
    HOUSE_BEFORE,
    HOUSE_LINE,
    LOCALITY,
    LOWER,
    MONTH,
    PLANNING,
    POSTCODE,
    SCANNED,
    SEGMENT,
    SHORT,
    STREET,
    SUBJECT,
    WHOLE_STREET,
    YEAR,
)
from assistant.domain.library.masking_sheet import Line, Places, Sheet

Stretch = tuple[int, int]

_MOST_LINES, _FEW_WORDS = 6, 3
# So many signs before a postcode can be its address.
_FAR = 300
# What stands between an address and what is before it in the line of a signature.
_DIVIDED = re.compile(r" [/|\u00b7\u2022] |[A-Za-z ]{3,20}: ")
_LONGEST_CODE, _LONGEST_NAME, _LONGEST_LINE = 12, 4, 80


class Addresses:
    """The postal addresses of a letter: people's (`spans`), and the `names` above them."""

    def __init__(self, sheet: Sheet, blocks: Blocks, known: Known, taken: Places,
                 homes: Sequence[Stretch] = ()) -> None:  # fmt: skip
        self._sheet, self._blocks, self._taken = sheet, blocks, taken
        self._homes = sorted(homes)
        self.spans: list[Span] = []
        self.names: list[Stretch] = []
        self._find(known)

    def _find(self, known: Known) -> None:
        text = self._sheet.text
        codes = [
            each.span() for each in POSTCODE.finditer(text) if not self._taken.touches(*each.span())
        ]
        homes = [self._read_before(start) or self._lead(start) for start, _ in codes]
        self.spans += [Span(*home, Kind.ADDRESS) for home in self._homes]
        homes = [
            home or self._of_a_requester(start)
            for (start, _), home in zip(codes, homes, strict=True)
        ]
        led = list(zip(codes, homes, strict=True))
        offices = {_code(text[start:end]) for (start, end), home in led if home is None}
        for (start, end), home in led:
            if home is not None and _code(text[start:end]) not in offices:
                self.spans.append(Span(start, end, Kind.POSTCODE))
                if home[1] > home[0]:
                    self.spans.append(Span(self._with_house(home[0]), home[1], Kind.ADDRESS))
        for scanned in SCANNED.finditer(text):
            plain = POSTCODE.fullmatch(scanned.group(1))
            if not plain and not self._taken.touches(*scanned.span(1)):
                self.spans.append(Span(*scanned.span(1), Kind.POSTCODE))
        self._known(known)
        self._add_streets(self._lead_of_office(start) for (start, _), home in led if home is None)

    def _add_streets(self, offices: Iterator[Stretch]) -> None:
        """Add the streets with a number that no address found so far holds."""
        done = Places([*self._taken, *offices, *((span.start, span.end) for span in self.spans)])
        for start, end in self._streets():
            if not done.touches(start, end):
                self.spans.append(Span(start, end, Kind.ADDRESS))

    def _of_a_requester(self, code: int) -> Stretch | None:
        """Return the address before a postcode in the signature of whoever asks, also at work."""
        number = self._sheet.line_at(code)
        line = self._sheet.lines[number]
        if not self._blocks.asks or not (self._blocks.signed(number) or self._blocks.person(line)):
            return None
        if any(own in line.text.lower() for own in self._blocks.own_names):
            return None
        before = self._sheet.text[line.start : code]
        start = line.start + max((each.end() for each in _DIVIDED.finditer(before)), default=0)
        return start, max(start, trimmed(self._sheet.text, start, code))

    def _read_before(self, code: int) -> Stretch | None:
        """Return the home that was read up to a postcode."""
        at = bisect_left(self._homes, (code, 0)) - 1
        if at < 0 or self._sheet.text[self._homes[at][1] : code].strip(' ,.\n-"()'):
            return None
        return self._homes[at]

    def _known(self, known: Known) -> None:
        """Mask what is known to be people's addresses, however it is broken into lines."""
        for given in known.addresses:
            parts = [re.escape(part) for part in Sheet(given).text.replace(",", " ").split()]
            if "@" in given or not parts:
                continue
            for found in re.finditer(
                r"(?<!\w)" + r"[\s,]{1,8}".join(parts), self._sheet.text, re.IGNORECASE
            ):
                code = POSTCODE.search(self._sheet.text, found.start(), found.end())
                end = code.start() if code else found.end()
                self.spans.append(
                    Span(found.start(), trimmed(self._sheet.text, found.start(), end), Kind.ADDRESS)
                )
                if code:
                    self.spans.append(Span(*code.span(), Kind.POSTCODE))

    def _lead_of_office(self, code: int) -> Stretch:
        """Return the block before an office's postcode: no street in it is masked by itself."""
        number = self._sheet.line_at(code)
        line = self._sheet.lines[number]
        if line.text and code - line.start > _LONGEST_CODE:
            return max(line.start, code - 200), code
        first = number
        while first and number - first < _MOST_LINES and _is_place(self._sheet.lines[first - 1]):
            first -= 1
        return self._sheet.lines[first].start, code

    def _lead(self, code: int) -> Stretch | None:
        """Return the address before a postcode (empty if there is none); None for an office's."""
        number = self._sheet.line_at(code)
        line = self._sheet.lines[number]
        if PLANNING.search(self._sheet.text, line.start, min(line.end, line.start + _FAR)):
            return None
        low = max(line.start, code - _FAR)
        before = self._sheet.text[low:code].rstrip(" ,")
        if before and not _is_place_text(LABEL.sub("", before).strip()):
            return self._lead_in_line(low, code)
        return self._lead_in_block(number, code, before)

    def _lead_in_line(self, low: int, code: int) -> Stretch | None:
        """Follow an address back through the commas of its line."""
        text = self._sheet.text
        start = code
        piece_end = len(text[low:code].rstrip(" ,")) + low
        end = piece_end
        for _ in range(_MOST_LINES):
            comma = max(text.rfind(",", low, piece_end), text.rfind("(", low, piece_end), low - 1)
            piece = text[comma + 1 : piece_end]
            inner = _tail(piece)
            if not inner or looks_like_person(inner):
                break
            if OFFICE.search(inner) and not WHOLE_STREET.match(inner):
                return None
            start = piece_end - len(inner)
            if inner != piece.strip() or comma < low or text[comma] == "(":
                break
            piece_end = comma
        before = text[max(low, start - 60) : start]
        if _near_an_office(_after_stop(before)) and not HOME.search(before):
            return None
        return start, max(start, trimmed(text, start, end))

    def _lead_in_block(self, number: int, code: int, before: str) -> Stretch | None:
        """Follow an address up through the lines above its postcode."""
        lines = self._sheet.lines
        if before and OFFICE.search(before) and not WHOLE_STREET.match(before):
            return None
        climbed = self._climb(number, code, before)
        if climbed is None:
            return None
        first, start = climbed
        if first == number and not before and number and not lines[number - 1].blank:
            above = lines[number - 1]
            return self._lead_in_line(max(above.start, above.end - _FAR), above.end)
        owner = self._blocks.owner(first)
        own = number <= self._blocks.head and self._blocks.letterhead
        if owner.office or (own and not owner.person):
            return None
        if not owner.person:
            start = self._without_name(first, number, start)
        return start, max(start, trimmed(self._sheet.text, start, code))

    def _climb(self, number: int, code: int, before: str) -> tuple[int, int] | None:
        """Return the first line of a block and where its address begins; None for an office's."""
        lines = self._sheet.lines
        labelled = len(before) - len(LABEL.sub("", before, count=1).lstrip())
        first, start = number, lines[number].start + labelled if before else code
        while first and number - first < _MOST_LINES:
            above = lines[first - 1]
            if not _is_place(above) or self._blocks.person(above):
                break
            if self._is_office(above):
                return None
            label = LABEL.match(above.text)
            first -= 1
            start = above.start + (len(label.group()) + 1 if label else 0)
            if label:
                break
        return first, start

    def _is_office(self, line: Line) -> bool:
        """Say whether a line of an address names an office and no street called after one."""
        return bool(OFFICE.search(line.text)) and not WHOLE_STREET.match(line.text)

    def _without_name(self, first: int, number: int, start: int) -> int:
        """Take the first line of a block as a name where only names begin like that."""
        lines = self._sheet.lines
        line = lines[first]
        words = line.words
        follows = first + 1 <= number and HOUSE_LINE.search(lines[first + 1].text)
        if (
            not follows
            or not 1 < len(words) <= _LONGEST_NAME
            or HOUSE_LINE.search(line.text)
            or "," in line.text
        ):
            return start
        self.names.append((words[0].start, words[-1].end))
        return lines[first + 1].start

    def _streets(self) -> Iterator[Stretch]:
        """Find house numbers with a street, and houses with one, that no postcode follows."""
        text = self._sheet.text
        for pattern in (STREET, FLAT, HOUSE_AND_STREET):
            for found in pattern.finditer(text):
                if YEAR.match(found.group()) or MONTH.match(found.group()):
                    continue
                end = found.end()
                for _ in range(3):
                    locality = LOCALITY.match(text, end)
                    if locality is None or not self._goes_on(locality):
                        break
                    end = locality.end()
                if self._is_home(found.start(), found.group()):
                    start = self._with_house(found.start())
                    yield start, trimmed(text, start, end)

    def _with_house(self, start: int) -> int:
        """Return where an address begins with the unit or the house's name before its street."""
        led = HOUSE_BEFORE.search(self._sheet.text, max(0, start - 50), start)
        return led.start(1) if led else start

    def _goes_on(self, locality: re.Match[str]) -> bool:
        """Say whether what follows a street still is its address: a place, no name and no label."""
        shown = locality.group().strip(" ,\n-")
        rest = self._sheet.text[locality.end() : locality.end() + 3]
        if (
            OFFICE.search(shown)
            or looks_like_person(shown)
            or SALUTATION.match(shown)
            or CLOSING.match(shown)
        ):
            return False
        if "\n" in locality.group():
            return not rest.strip(" ,.") or rest.lstrip(" ").startswith((",", "\n"))
        return (not rest.startswith((":", "@")) and not re.match(r" [a-z]", rest)) or len(
            shown.split()
        ) == 1

    def _is_home(self, start: int, street: str) -> bool:
        """Say whether a street with a number is a person's, by what stands before it."""
        number = self._sheet.line_at(start)
        line = self._sheet.lines[number]
        before = _after_stop(self._sheet.text[max(line.start, start - 80) : start])
        if BUILDING.search(street) and not before:
            return False
        if not before.strip(" ,"):
            return not self._blocks.owner(number).office or (
                self._blocks.to_office and self._blocks.signed(number)
            )
        if HOME.search(before):
            return True
        return not (SUBJECT.search(before) or OFFICE.search(before[-60:]))


def _is_place(line: Line) -> bool:
    """Say whether a line may be part of an address: short, in capitals, no salutation, no date."""
    if line.blank or not line.words or SALUTATION.match(line.text) or CLOSING.fullmatch(line.text):
        return False
    label = LABEL.match(line.text)
    if label and "address" not in label.group().lower():
        return False
    return _is_place_text(line.text[label.end() :].strip() if label else line.text)


def _is_place_text(text: str) -> bool:
    if (
        DATED.search(text)
        or len(text) > _LONGEST_LINE
        or FIGURE.search(text)
        or POSTCODE.search(text)
    ):
        return False
    return bool(WHOLE_STREET.fullmatch(text.rstrip(",."))) or all(
        SHORT.match(part.strip()) and not LOWER.search(part)
        for part in text.rstrip(",. ").split(",")
    )


def _near_an_office(before: str) -> bool:
    """Say whether a stretch ends with an office's name, few small words behind it."""
    offices = list(OFFICE.finditer(before))
    return bool(offices) and len(re.findall(r"\b[a-z]+", before[offices[-1].end() :])) <= _FEW_WORDS


def _tail(piece: str) -> str:
    """Return the end of a piece between commas that is a place: from its last small word on."""
    shown = piece.strip()
    ends = [small.end() for small in LOWER.finditer(shown)]
    tail = shown[ends[-1] :].strip(" :-") if ends else shown
    tail = tail.split(": ")[-1]
    return tail if SEGMENT.match(tail) and len(tail) < _LONGEST_LINE else ""


def _after_stop(before: str) -> str:
    """Return what stands behind the last end of a sentence."""
    return re.split(r"[.;!?] ", before)[-1]


def trimmed(text: str, start: int, end: int) -> int:
    """Return where a stretch ends without the blanks and commas behind it."""
    while end > start and text[end - 1] in " ,\n\r.":
        end -= 1
    return end


def _code(postcode: str) -> str:
    return postcode.replace(" ", "").upper()


def spans(found: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans without the empty ones."""
    return tuple(span for span in found if span.end > span.start)
