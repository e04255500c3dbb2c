"""Whether a letter is about this case and to this person, and nothing of another is in it."""

import re
from collections.abc import Iterator

from assistant.domain.letters.checks.days import find_dates
from assistant.domain.letters.checks.framework import Found, Reading, Rule
from assistant.domain.letters.context import long_date

_SALUTATION = re.compile(r"^[ \t]*Dear[ \t]+([^\n,:]{1,80})", re.MULTILINE)
_NOBODY = re.compile(
    r"requester|applicant|requestor|sir|madam|colleague|whom|\[|enquirer", re.IGNORECASE
)
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "sir", "cllr"}
)
_ANY_REFERENCE = re.compile(
    r"\b(?:FOIA?|EIR|SAR|FS|IR|RFI)[-/ ]?(?:\d{2,4}[-/])?\d{3,6}(?:[-/]\d{2,6})?\b"
)
_AUTHORITY = re.compile(
    r"\b(?:[A-Z][A-Za-z’'&-]+[ \t]+(?:and |of |the |on |upon )?){1,4}?"
    r"(?:Police(?![ \t]+(?:Act|and|Officer|Federation|Reform|Commissioner))|Constabulary"
    r"|(?:(?:County|City|Borough|District|Town|Parish|Metropolitan)[ \t]+)*"
    r"Council(?![ \t]+(?:Tax|T))"
    r"|NHS[ \t]+(?:Foundation[ \t]+)?Trust|Fire[ \t]+and[ \t]+Rescue[ \t]+Service|University)\b"
)
_ARTICLE = re.compile(
    r"^(?:The|Our|Your|This|That|A|An|Any|Each|Every|If|For|In|By|From|As|Local)\s+"
)
_RECEIVED = re.compile(
    r"\breceived\b(?:[^.\n]{0,40}?\bon\b)?[^.\d]{0,20}$"
    r"|\b(?:request|e-?mail|letter) (?:of|dated)\s*$",
    re.IGNORECASE,
)


def _allowed(reading: Reading) -> str:
    """Return what else may be named in the letter: the request and the evidence."""
    facts = reading.facts
    return "\n".join(
        [facts.request or "", *(facts.evidence or ()), *(t for _, t in facts.parts or ())]
    )


def _other_reference(reading: Reading) -> Found:
    """Find the reference of another case."""
    own = (reading.facts.reference or "").strip()
    shape = "".join(r"\d" if c.isdigit() else re.escape(c) for c in own)
    patterns = [_ANY_REFERENCE]
    if any(c.isdigit() for c in own):
        patterns.append(re.compile(rf"(?<![\w/-]){shape}(?![\w/-])", re.IGNORECASE))
    allowed = _allowed(reading).lower()
    seen: set[tuple[int, int]] = set()
    for pattern in patterns:
        for match in pattern.finditer(reading.own):
            found = match[0].lower()
            known = found in own.lower() or own.lower() in found or found in allowed
            if not known and match.span() not in seen:
                seen.add(match.span())
                yield f"“{match[0]}” is not the reference of this case, {own}.", *match.span()


def _own_reference(reading: Reading) -> Found:
    """Find a letter without the reference of its case."""
    reference = reading.facts.reference or ""
    if reference and reference.lower() not in reading.text.lower():
        yield f"The letter does not give the reference of the case, {reference}.", 0, 0


def _salutation(reading: Reading) -> Found:
    """Find a letter that greets somebody else."""
    match = _SALUTATION.search(reading.text)
    if match is None or _NOBODY.search(match[1]):
        return
    greeted = set(re.findall(r"[\w’'-]+", match[1].lower())) - _TITLES
    named = set(re.findall(r"[\w’'-]+", (reading.facts.requester_name or "").lower())) - _TITLES
    if greeted and named and not greeted & named:
        yield f"The letter greets “{match[1].strip()}”, who is not the requester.", *match.span()


def _other_authorities(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """Yield the names of other authorities, and where they stand."""
    own = " ".join((reading.facts.authority or "").lower().split())
    allowed = " ".join(_allowed(reading).lower().split())
    for match in _AUTHORITY.finditer(reading.own):
        name = _ARTICLE.sub("", " ".join(match[0].split()))
        lowered = name.lower()
        if (
            len(name.split()) > 1
            and lowered not in own
            and own not in lowered
            and lowered not in allowed
        ):
            yield name, match.start(), match.end()


def _other_authority(reading: Reading) -> Found:
    """Find another authority speaking in this letter."""
    for name, start, end in _other_authorities(reading):
        yield f"“{name}” is not the authority that writes, {reading.facts.authority}.", start, end


def _received(reading: Reading) -> Found:
    """Find a date of receipt that is not the date of receipt."""
    received = reading.facts.received_on
    for start, end, day in find_dates(reading.own):
        if (
            received
            and day != received
            and _RECEIVED.search(reading.own[max(0, start - 80) : start])
        ):
            yield (
                f"The request was received on {long_date(received)}, not on this date.",
                start,
                end,
            )


RULES = (
    Rule("other-reference", "", "error", _other_reference, ("reference",)),
    Rule("own-reference", "", "warning", _own_reference, ("reference",)),
    Rule("salutation", "", "error", _salutation, ("requester_name",)),
    Rule("other-authority", "", "warning", _other_authority, ("authority",)),
    Rule("date-of-receipt", "s.10(6) FOIA", "error", _received, ("received_on",)),
)
