"""Whether the figures, dates, names and links of a letter stand in the case or its evidence."""

import re
from bisect import bisect_right

from assistant.domain.dates import find_dates
from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.names import unknown_names
from assistant.domain.letters.checks.reading import Reading
from assistant.domain.letters.checks.zones import Zone

_NUMBER = re.compile(r"(?<![\w.,/@#-])[£]?\d[\d,]*(?:\.\d+)?(?![\w/@(-]|\.\d)")
# Numbers that the law, the register of court reports or a letterhead put there.
_LEGAL = re.compile(
    r"\b\d{1,2}[A-Z]?(?:\(\w{1,3}\)){1,4}|\b(?:19|20)\d\d (?:\w+ )?(?:act|regulations)\b"
    r"|\b(?:FOIA|EIRs?|DPA)\s+\d{4}|\b(?:Act|Regulations?|Order|Rules|Code|SI|No\.?"
    r"|GDPR)\s+\d{4}(?:/\d+)?|\[\d{4}\]\s+[A-Z]+\s+\d+"
    r"|\b\d+(?:\s+(?:to|or|and|-|–)\s+\d+)?\s+(?:working|calendar|school)[ -]days?|£(?:450|600"
    r"|25)\b|\b(?:18|24)[ -]hours?"
    r"|\b(?:part|parts|question|questions|request|requests|point|points|item|items|page|pages"
    r"|paragraph|annex|appendix|section|sections|schedule|table|regulation|regulations|article"
    r"|articles|q|qs)s?\.?"
    r"\s+[\d(),\s and–-]+|\b0\d{2,4}\s?\d{3}\s?\d{3,4}\b|https?://\S+|[\w.+-]{1,64}@\S{1,255}"
    r"|www\.\S+"
    r"|^[ \t]*(?:[-•*][ \t]*)?\(?\d{1,2}[.):]|\bwithin\s+\d+\b|\b(?:within|up to)\s+\w+\s+(?:weeks?"
    r"|months?)|\btier \d\b|\bs\.?\s?\d{1,2}[A-Z]?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b|\b(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December) \d{1,2}\b",
    re.IGNORECASE | re.MULTILINE,
)
# "Extend that to 40", "the 20 that we have": the working days of the Act and the Regulations.
_PERIODS = frozenset({"20", "40"})
_OF_TIME = re.compile(
    r"\bworking days?\b|\bextend\w*\b|\btime limit\b|\bregulation 7\b|\bsection 10\b", re.IGNORECASE
)
_FIGURED_LINE = re.compile(r"^[^\n\d]*\d[^\n]*", re.MULTILINE)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = re.compile(rf"\b(?P<month>{'|'.join(_MONTHS)}) (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LINK = re.compile(
    r"https?://[^\s<>()\"”’]+|\bwww\.[^\s<>()\"”’]+"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}",
    re.IGNORECASE,
)
# Whoever keeps the law and watches over it may be linked to in any letter.
_OFFICIAL = re.compile(
    r"\bico\.org\.uk\b|\blegislation\.gov\.uk\b|\bnationalarchives\.gov\.uk\b", re.IGNORECASE
)


def _plain(number: str) -> str:
    """Return a number without its currency and its separators."""
    bare = number.replace(",", "").lstrip("£")
    return re.sub(r"\.0+$", "", bare)


_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# Smaller numbers are words of any letter: "three of them", "both".
_SPELT = re.compile(rf"\b({'|'.join(_TENS)})[- ]({'|'.join(_UNITS)})\b", re.IGNORECASE)


def _spelt(reading: Reading, known: set[str]) -> Found:
    """Find numbers written as words that are neither in the evidence nor in the request."""
    text = reading.facts.known.lower()
    for match in _SPELT.finditer(reading.flat):
        tens, units = _TENS.index(match[1].lower()) + 2, _UNITS.index(match[2].lower()) + 1
        if str(tens * 10 + units) not in known and match[0].lower() not in text:
            yield f"The figure {match[0]} stands nowhere in the case.", *match.span()


def _figures(reading: Reading) -> Found:
    """Find figures that are neither in the evidence nor in the request."""
    facts = reading.facts
    known = {_plain(match[0]) for match in _NUMBER.finditer(facts.known)}
    known |= {_plain(match) for match in re.findall(r"\d[\d,]*(?:\.\d+)?", facts.known)}
    covered = [(start, end) for start, end, _ in reading.citations]
    for line in _FIGURED_LINE.finditer(reading.flat):
        covered += [m.span() for m in _LEGAL.finditer(reading.flat, line.start(), line.end())]
    covered += [(start, end) for start, end, _ in reading.dates]
    if facts.reference:
        covered += [m.span() for m in re.finditer(re.escape(facts.reference), reading.flat)]
    ends = _merged(covered)
    starts = list(ends)
    for match in _NUMBER.finditer(reading.flat):
        nearest = bisect_right(starts, match.start()) - 1
        inside = nearest >= 0 and match.start() < ends[starts[nearest]]
        if not inside and _plain(match[0]) not in known and not _given_away(reading, match):
            yield f"The figure {match[0]} stands nowhere in the case.", *match.span()
    yield from _spelt(reading, known)


def _given_away(reading: Reading, match: re.Match[str]) -> bool:
    """Tell whether a figure is one of the head's, or the year of a day that is known."""
    sentence = reading.sentence_at(match.start())
    if sentence is None or sentence.zone is Zone.FRAME:
        return True
    days = (reading.facts.received_on, reading.facts.due_on, reading.facts.letter_date)
    years = {str(day.year) for day in days if day}
    if match[0] in _PERIODS and _OF_TIME.search(sentence.text):
        return True
    return bool(_YEAR.fullmatch(match[0])) and match[0] in years


def _merged(spans: list[tuple[int, int]]) -> dict[int, int]:
    """Return where each stretch ends, by where it starts, overlapping spans made one."""
    ends: dict[int, int] = {}
    last = -1
    for start, end in sorted(spans):
        if last >= 0 and start <= ends[last]:
            ends[last] = max(ends[last], end)
        else:
            ends[start], last = end, start
    return ends


def _dates(reading: Reading) -> Found:
    """Find days that stand nowhere in the case."""
    facts = reading.facts
    known = {day for _, _, day in find_dates(facts.known)}
    known |= {day for day in (facts.received_on, facts.due_on, facts.letter_date) if day}
    if facts.letter_date is None:
        return
    for start, end, day in reading.dates:
        sentence = reading.sentence_at(start)
        in_law = re.search(
            r"\b(?:in force|commenc\w*|came into|Act of|guidance (?:of|dated))[^.]{0,30}$",
            reading.flat[max(0, start - 60) : start],
        )
        if day not in known and not in_law and sentence is not None:
            yield "This date stands nowhere in the case.", start, end
    yield from _months(reading, {(day.month, day.year) for day in known})


def _months(reading: Reading, known: set[tuple[int, int]]) -> Found:
    """Find months of a year that stand nowhere in the case."""
    text = " ".join(reading.facts.known.lower().split())
    for match in _MONTH.finditer(reading.flat):
        number = _MONTHS.index(match["month"].lower()) + 1
        stands = (number, int(match["year"])) in known or match[0].lower() in text
        spoken = f"{match['month'].lower()}" in text and match["year"] in text
        sentence = reading.sentence_at(match.start())
        in_frame = sentence is None or sentence.zone is Zone.FRAME
        if (
            not stands
            and not spoken
            and not in_frame
            and not re.search(r"\d(?:st|nd|rd|th)? (?:of )?$", reading.flat[: match.start()][-8:])
        ):
            yield "This month stands nowhere in the case.", *match.span()


def _names(reading: Reading) -> Found:
    """Find people and bodies that stand nowhere in the case."""
    for name, start, end in unknown_names(reading):
        yield f"“{name}” stands nowhere in the case.", start, end


def _links(reading: Reading) -> Found:
    """Find links and addresses that stand nowhere in the case."""
    known = reading.facts.known.lower()
    own = {match[0].lower() for match in _LINK.finditer(known)}
    for match in _LINK.finditer(reading.flat):
        link = match[0].rstrip(".,;:").lower()
        bare = re.sub(r"^https?://(?:www\.)?|^www\.", "", link).rstrip("/")
        stands = any(bare in each for each in own) or bare in known
        if not stands and not _OFFICIAL.search(link):
            yield f"“{match[0].rstrip('.,;:')}” stands nowhere in the case.", *match.span()


RULES = (
    Rule("figure-not-in-evidence", "s.1(1)(b) FOIA", "error", _figures, ("evidence",)),
    Rule("date-not-in-evidence", "s.1(1)(b), 10 FOIA", "error", _dates, ("evidence",)),
    Rule("name-not-in-evidence", "data protection", "error", _names, ("evidence",)),
    Rule("link-not-in-evidence", "s.16, 21 FOIA", "error", _links, ("evidence",)),
)
