"""The request inside a message that a colleague passes on: who asked, in what words, since when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.domain.mail.addresses import addresses
from assistant.domain.mail.answering import takes_answers
from assistant.domain.mail.headers import date_of
from assistant.domain.mail.message import Address, Span
from assistant.domain.mail.own_addresses import OwnAddresses
from assistant.domain.mail.quotemarks import HEADER_FIELD, HEADER_START

_FIELD = re.compile(r"[>\s]*\*?([^\W\d_]{1,12}(?: [^\W\d_]{1,8})?)\s?:\*?\s*(.*)")
_FROM = frozenset({"from", "von", "de", "van", "od", "oddi wrth"})
_SENT = frozenset({"sent", "date", "gesendet", "datum", "envoyé", "enviado", "fecha", "verzonden"})
_SENT |= frozenset({"wysłano", "anfonwyd", "data", "dyddiad"})
_SUBJECT = frozenset({"subject", "betreff", "objet", "asunto", "onderwerp", "temat", "pwnc"})
_REACH = 10
_FEWEST = 2
_MAILTO = re.compile(r"\[mailto:([^\]\s]+)\]|<?mailto:([^>\s]+)>?", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[ -]+([a-z]{3})[a-z]*\.?,?[ -]+(\d{4})\b")
_NAMED_MONTH = re.compile(r"\b([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
_NUMBERED = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Forwarded:
    """What was passed on: who wrote it, about what, on which day, and where its words stand.

    `on` is what the header lines within say, a claim that a person confirms; None where there is
    none or it cannot be read. `span` is in the text of the message that passes it on.
    """

    sender: Address
    subject: str
    on: date | None
    span: Span


def request_within(text: str, own: OwnAddresses) -> Forwarded | None:
    """Return the first message within a text that somebody outside the authority wrote, or None.

    It reads the header lines that Outlook, Gmail and Apple Mail write above what they pass on, and
    those that stand above an attached message.
    """
    lines = _lines(text)
    blocks = _blocks(lines)
    for number, (first, below) in enumerate(blocks):
        fields = _fields(lines[first:below])
        sender = _sender(fields)
        if not takes_answers(sender.address) or own.holds(sender.address):
            continue
        end = blocks[number + 1][0] if number + 1 < len(blocks) else len(lines)
        span = _trimmed(text, lines[below:end])
        if span is None:
            continue
        return Forwarded(sender, _of(fields, _SUBJECT), _day(_of(fields, _SENT)), span)
    return None


_FORM_ADDRESS = re.compile(
    r"^[ \t*]*(?:your |contact |sender'?s? )?e-?mail(?: address)?[ \t*]*[:=]?[ \t*]*\n?[ \t]*"
    r"([^\s<>:,;]{1,64}@[^\s<>:,;]{1,200})",
    re.IGNORECASE | re.MULTILINE,
)


def named_in_form(text: str) -> str:
    """Return the address that stands in a web form's field for it, or nothing."""
    found = _FORM_ADDRESS.search(text[:50_000])
    address = found.group(1).rstrip(".") if found else ""
    return address if takes_answers(address) else ""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str


def _lines(text: str) -> list[_Line]:
    lines, start = [], 0
    for piece in text.split("\n"):
        lines.append(_Line(start, piece))
        start += len(piece) + 1
    return lines


def _blocks(lines: Sequence[_Line]) -> list[tuple[int, int]]:
    """Return each run of header lines: its first line, and the first line below it."""
    found: list[tuple[int, int]] = []
    below = 0
    for number, line in enumerate(lines):
        if number < below or not HEADER_START.match(line.text.lstrip("> ")):
            continue
        first, below = _above(lines, number), _below(lines, number)
        if len(_fields(lines[first:below])) > _FEWEST:
            found.append((first, below))
    return found


def _below(lines: Sequence[_Line], number: int) -> int:
    """Return the first line after the header lines that begin at a place."""
    end = number + 1
    for end in range(number + 1, min(number + _REACH, len(lines))):
        text = lines[end].text.lstrip("> ")
        if not HEADER_FIELD.match(text) and (not text.strip() or "@" not in text):
            return end
    return min(end + 1, len(lines))


def _above(lines: Sequence[_Line], number: int) -> int:
    """Return the first of the header lines: Thunderbird and Apple write Subject and Date first."""
    while number and HEADER_FIELD.match(lines[number - 1].text.lstrip("> ")):
        number -= 1
    return number


def _fields(lines: Sequence[_Line]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        found = _FIELD.match(line.text)
        if found:
            fields.setdefault(found.group(1).lower(), found.group(2).strip("* "))
    return fields


def _of(fields: dict[str, str], names: frozenset[str]) -> str:
    return next((value for name, value in fields.items() if name in names), "")


def _sender(fields: dict[str, str]) -> Address:
    """Return who a block of header lines names; Outlook writes [mailto:...] behind the name."""
    value = _MAILTO.sub(lambda found: f"<{found.group(1) or found.group(2)}>", _of(fields, _FROM))
    value = re.sub(r"<<([^<>]*)>+", r"<\1>", value)
    found = addresses(value.encode("utf-8", "replace"))
    return next((each for each in found if each.address), Address("", ""))


def _trimmed(text: str, lines: Sequence[_Line]) -> Span | None:
    """Return the span of some lines without blank ones and marks at their edges, or None."""
    words = [line for line in lines if re.search(r"\w", line.text)]
    if not words:
        return None
    end = words[-1].start + len(words[-1].text)
    return Span(words[0].start, min(end, len(text)))


def _day(value: str) -> date | None:
    """Return the day in a date as mail programs write it; numbers alone as the UK does."""
    low = value.lower()
    if found := _NAMED_DAY.search(low):
        return _made(found.group(3), _month(found.group(2)), found.group(1))
    if found := _NAMED_MONTH.search(low):
        return _made(found.group(3), _month(found.group(1)), found.group(2))
    if found := _NUMBERED.search(low):
        day, month, year, iso_year, iso_month, iso_day = found.groups()
        return _made(year or iso_year, int(month or iso_month), day or iso_day)
    claimed = date_of(value.encode("utf-8", "replace"))
    return claimed.date() if claimed else None


def _month(name: str) -> int:
    return _MONTHS.index(name) + 1 if name in _MONTHS else 0


def _made(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
