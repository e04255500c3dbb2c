"""Whether the figures of a letter come from somewhere."""

import re
from bisect import bisect_right

from assistant.domain.letters.checks.days import find_dates
from assistant.domain.letters.checks.framework import Found, Reading, Rule

_NUMBER = re.compile(r"(?<![\w.,/@#-])[£]?\d[\d,]*(?:\.\d+)?(?![\w/@-]|\.\d)")
# Numbers that the law, the register of court reports or a letterhead put there.
_LEGAL = re.compile(
    r"\b(?:Act|Regulations?|Order|Rules|Code|SI|No\.?)\s+\d{4}(?:/\d+)?|\[\d{4}\]\s+[A-Z]+\s+\d+"
    r"|\b\d+\s+(?:working|calendar)\s+days?|£(?:450|600|25)\b|\b(?:18|24)\s+hours?"
    r"|\b(?:part|parts|question|questions|page|pages|paragraph|annex|appendix|section|regulation)s?"
    r"\s+[\d(),\s and]+|\b0\d{2,4}\s?\d{3}\s?\d{3,4}\b|https?://\S+|[\w.+-]{1,64}@\S{1,255}|www\.\S+"
    r"|^\s*\d{1,2}[.)]\s|\bwithin\s+\d+\b|\b(?:within|up to)\s+\w+\s+(?:weeks?|months?)",
    re.IGNORECASE | re.MULTILINE,
)


def _plain(number: str) -> str:
    """Return a number without its currency and its separators."""
    bare = number.replace(",", "").lstrip("£")
    return re.sub(r"\.0+$", "", bare)


def _unsupported(reading: Reading) -> Found:
    """Find figures that are neither in the evidence nor in the request."""
    facts = reading.facts
    sources = [*(facts.evidence or ()), facts.request or "", facts.reference or ""]
    known = {_plain(match[0]) for text in sources for match in _NUMBER.finditer(text)}
    covered = [(start, end) for start, end, _ in reading.citations]
    covered += [match.span() for match in _LEGAL.finditer(reading.own)]
    own_days = {facts.received_on, facts.due_on, facts.letter_date}
    covered += [(start, end) for start, end, day in find_dates(reading.own) if day in own_days]
    if facts.reference:
        covered += [m.span() for m in re.finditer(re.escape(facts.reference), reading.own)]
    ends = _merged(covered)
    starts = list(ends)
    for match in _NUMBER.finditer(reading.own):
        nearest = bisect_right(starts, match.start()) - 1
        inside = nearest >= 0 and match.start() < ends[starts[nearest]]
        if not inside and _plain(match[0]) not in known:
            yield f"The figure {match[0]} is not in the evidence.", *match.span()


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


RULES = (Rule("figure-supported", "", "warning", _unsupported, ("evidence",)),)
