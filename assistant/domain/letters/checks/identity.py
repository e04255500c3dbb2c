"""Whether a letter is of this authority, of this case and to this person, and of no other."""

import re
from collections.abc import Iterator

from assistant.domain.dates import find_dates
from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.reading import Reading
from assistant.domain.letters.checks.zones import Zone
from assistant.domain.letters.context import long_date

_SALUTATION = re.compile(r"^[ \t]*Dear[ \t]+([^\n,:]{1,80})", re.MULTILINE | re.IGNORECASE)
_NOBODY = re.compile(
    r"requester|applicant|requestor|\bsir\b|\bmadam\b|colleague|whom|\[|<|\{|enquirer",
    re.IGNORECASE,
)
_TITLES = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "rev",
        "sir",
        "cllr",
        "councillor",
        "dame",
        "lord",
        "lady",
    }
)
_ANY_REFERENCE = re.compile(
    r"\b(?:FOIA?|EIR|SAR|RFI|IR|REQ|CAS)(?! ?200[04]\b)[-/ ]?(?:\d{2,4}[-/])?\d{3,6}"
    r"(?:[-/]\d{2,6})?\b(?!\))"
)
_AUTHORITY = re.compile(
    r"\b(?:[A-Z][A-Za-z’'&-]+[ \t]+(?:and |of |the |on |upon )?){1,4}?"
    r"(?:Police(?![ \t]+(?:Act|and|Officer|Federation|Reform|Commissioner))|Constabulary"
    r"|(?:(?:County|City|Borough|District|Town|Parish|Metropolitan)[ \t]+)*"
    r"Council(?![ \t]+(?:Tax|T))"
    r"|(?:NHS[ \t]+(?:Foundation[ \t]+)?)?Trust|Fire[ \t]+and[ \t]+Rescue[ \t]+(?:Service"
    r"|Authority)|University|Academy|College|Health[ \t]+Board|Hospitals?|Museum|Agency"
    r"|Authority)\b"
    r"|\b(?:University|Department|Ministry|Office|Borough|City|County|Diocese|College)[ \t]+(?:of"
    r"|for)[ \t]+(?:the[ \t]+)?[A-Z][A-Za-z’'-]+(?:(?:[ \t]+and|,)?[ \t]+[A-Z][A-Za-z’'-]+)*"
)
_ARTICLE = re.compile(
    r"^(?:(?:The|Our|Your|This|That|A|An|Any|Each|Every|If|For|In|By|From|As|Local|Both|At|To|Dear"
    r"|And|But|When|Where|While|Since|Because|Neither|Unlike|Like|With|Under|Of)\s+)+"
)
_LONG_REFERENCE = 6
_SPEAKS = re.compile(
    r"^['’]?s?\s*(?:\([^)]*\)\s*)?(?:\w+ly )?(?:can|holds?|does|do|neither|is|are|has|have|will"
    r"|would|refus\w+|confirm\w*|received|considers?|considered|estimates?|relies|may|must|took"
    r"|takes|decided|did|was)\b",
)
# "Mr Hale of the Society asked for", "Ms Hale's request": who is named so is the one who asked.
_ANOTHER_ASKS = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev|Cllr|Councillor)\.?[ \t]+"
    r"(?P<name>[A-Z][\w’'-]+(?:[ \t]+[A-Z][\w’'-]+){0,2}?)(?:['’]s?[ \t]+(?:FOI |EIR "
    r"|information |original )?request\b|(?:,? (?:of|from|for|at) [^.;:\n]{1,60}?,?)?"
    r"[ \t]+(?:has |had |also |then )?(?:asked (?:us )?(?:for|how|whether|what|why"
    r"|to (?:see|know|have))\b|requested\b"
    r"|made (?:this|the|a|your) request\b|wrote to (?:us|ask)\b|wants to know\b))"
)
_RECEIVED = re.compile(
    r"\brequest\b[^.\n]{0,60}\breceived\b[^.\d\n]{0,20}$|\breceived (?:your|the"
    r"|this) request\b[^.\d\n]{0,30}$"
    r"|\breceived (?:it )?on (?:\w+day,? )?$|\b(?:your|the) (?:\w+ )?request (?:of|dated)\s*$",
    re.IGNORECASE,
)
_OTHER_MESSAGE = re.compile(
    r"\b(?:message|reminder|reply|clarification|representations|review|fee|payment"
    r"|e-?mail)\b[^.\n]{0,60}$",
    re.IGNORECASE,
)


def _references(reading: Reading) -> Iterator[tuple[str, int, int, bool]]:
    """Yield what looks like a reference and is not this case's, and whether in the heading."""
    own = (reading.facts.reference or "").strip()
    if not own:
        return
    shape = "".join(r"\d" if c.isdigit() else r"\s?" if c == " " else re.escape(c) for c in own)
    patterns = [_ANY_REFERENCE]
    if sum(c.isdigit() for c in own) > 2 or len(own) > _LONG_REFERENCE:  # noqa: PLR2004 - fewer digits stand anywhere
        patterns.append(re.compile(rf"(?<![\w/-]){shape}(?![\w/-])", re.IGNORECASE))
    allowed = reading.facts.known.lower()
    seen: set[int] = set()
    head = _head_ends(reading)
    for pattern in reversed(patterns):
        for match in pattern.finditer(reading.flat):
            found = match[0].lower()
            bare = re.sub(r"^(?:foia?|eir|sar|rfi|ir|req|cas)[-/ ]?", "", found)
            known = (
                found in own.lower()
                or bare in own.lower()
                or own.lower() in found
                or found in allowed
            )
            if not known and not any(abs(match.start() - place) < 12 for place in seen):  # noqa: PLR2004 - the same mark, read twice
                seen.add(match.start())
                yield match[0], match.start(), match.end(), match.start() < head


def _stands(reading: Reading) -> bool:
    """Tell whether the case's own reference stands in the letter."""
    own = (reading.facts.reference or "").strip().lower()
    return own in re.sub(r"\s+", " ", reading.text.lower())


def _head_ends(reading: Reading) -> int:
    """Return where the heading of the letter ends: with the second line after the salutation."""
    match = _SALUTATION.search(reading.flat)
    start = match.end() if match else 0
    lines = [line for line in reading.lines if line.start > start][:2]
    return (
        lines[-1].end
        if lines and lines[-1].is_heading
        else (lines[0].end if lines and lines[0].is_heading else start)
    )


def _wrong_reference(reading: Reading) -> Found:
    """Find another reference in the heading of the letter."""
    own = (reading.facts.reference or "").strip()
    for found, start, end, heading in _references(reading):
        if heading or not _stands(reading):
            yield f"“{found}” is not the reference of this case, {own}.", start, end


def _other_case(reading: Reading) -> Found:
    """Find the reference or the address of another case within the letter."""
    for found, start, end, heading in _references(reading):
        if not heading and _stands(reading):
            yield f"“{found}” looks like the reference of another case.", start, end


def _no_reference(reading: Reading) -> Found:
    """Find a letter without the reference of its case."""
    reference = reading.facts.reference or ""
    squeezed = re.sub(r"\s+", " ", reading.text.lower())
    if reference and reference.lower() not in squeezed and not reading.is_acknowledgement:
        yield f"The letter does not give the reference of the case, {reference}.", 0, 0


def _names_in(text: str) -> list[str]:
    """Return the words of a name in small letters."""
    return re.findall(r"[\w’'-]+", text.lower())


def _wrong_requester(reading: Reading) -> Found:
    """Find a letter that greets somebody else."""
    match = _SALUTATION.search(reading.text)
    if match is None or _NOBODY.search(match[1]):
        return
    greeted = [word for word in _names_in(match[1]) if word not in _TITLES]
    named = [word for word in _names_in(reading.facts.requester_name or "") if word not in _TITLES]
    # Two names of which the last is another are somebody else of the same first name.
    full = len(greeted) > 1 and len(named) > 1 and greeted[-1] not in named
    if greeted and named and (full or not set(greeted) & set(named)):
        yield f"The letter greets “{match[1].strip()}”, who is not the requester.", *match.span()


def _other_requester(reading: Reading) -> Found:
    """Find somebody else told of as the one who asked, whom the request does not name."""
    own = set(_names_in(reading.facts.requester_name or ""))
    known = own | set(_names_in(reading.facts.known))
    for match in _ANOTHER_ASKS.finditer(reading.flat):
        name = [re.sub(r"['’]s?$", "", word) for word in _names_in(match["name"])]
        if own and name[-1] not in known:
            yield (
                f"“{match['name'].strip()}” is told of as asking, and is not the requester.",
                *match.span("name"),
            )


def _authorities(reading: Reading) -> Iterator[tuple[str, int, int, bool]]:
    """Yield the names of other authorities, where they stand, and whether one speaks here."""
    own = " ".join((reading.facts.authority or "").lower().split())
    allowed = " ".join(reading.facts.known.lower().split())
    head = " ".join(
        " ".join(line.text.lower() for line in reading.lines if line.zone is Zone.FRAME).split()
    )
    for match in _AUTHORITY.finditer(reading.flat):
        name = _ARTICLE.sub("", " ".join(match[0].split()))
        lowered = name.lower()
        if re.search(r"['’]s ", name) or (name.startswith("Office of") and own in head):
            continue
        if len(name.split()) < 2 or lowered in own or own in lowered or lowered in allowed:  # noqa: PLR2004 - a kind of authority is no name
            continue
        if re.search(
            r"\bv\.? |\[\d{4}\]", reading.flat[max(0, match.start() - 6) : match.end() + 40]
        ):
            continue
        if _is_listed(reading.flat, *match.span()):
            continue
        sentence = reading.sentence_at(match.start())
        heads = sentence is None or sentence.zone is Zone.FRAME or sentence.is_heading
        last = reading.sentences and match.start() >= reading.sentences[-1].start - 60
        speaks = (
            heads or bool(last) or bool(_SPEAKS.match(reading.flat[match.end() : match.end() + 40]))
        )
        yield name, match.start(), match.end(), speaks


def _is_listed(text: str, start: int, end: int) -> bool:
    """Tell whether a name is one of several that the letter lists: "A Ltd, B Trust and C plc"."""
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    before, after = text[line:start], text[end : stop if stop >= 0 else len(text)]
    follows = re.match(
        r",\s+(?:the\s+)?[A-Z][\w’'&-]*(?:\s+[A-Z][\w’'&-]*){0,5}(?:,|\s+and\b)", after
    )
    precedes = re.search(r"[A-Z][\w’'&-]*(?P<comma>,)?\s+(?:and\s+)?(?:the\s+)?$", before)
    several = re.search(r"[A-Z][\w’'&-]*,\s", before)
    lists = precedes and (precedes["comma"] or precedes[0].rstrip().endswith(("and", "and the")))
    return bool(follows or (lists and several))


def _same_kind(reading: Reading, name: str) -> bool:
    """Tell whether a name is of an authority of the same kind, where the evidence would know it."""
    own = (reading.facts.authority or "").split()
    return (
        reading.facts.evidence is not None and bool(own) and name.rsplit(maxsplit=1)[-1] == own[-1]
    )


def _wrong_authority(reading: Reading) -> Found:
    """Find another authority named as the one that answers."""
    for name, start, end, speaks in _authorities(reading):
        if speaks or _same_kind(reading, name):
            yield (
                (f"“{name}” is not the authority that answers, {reading.facts.authority}."),
                start,
                end,
            )


def _other_authority(reading: Reading) -> Found:
    """Find another authority mentioned, of which the case knows nothing."""
    for name, start, end, speaks in _authorities(reading):
        if not speaks and not _same_kind(reading, name):
            yield (
                (f"“{name}” is not the authority that answers, {reading.facts.authority}."),
                start,
                end,
            )


def _received(reading: Reading) -> Found:
    """Find a date of receipt that is not the date of receipt."""
    received = reading.facts.received_on
    known = {day for _, _, day in find_dates("\n".join(reading.facts.evidence or ()))}
    for start, end, day in reading.dates:
        before = reading.flat[max(0, start - 80) : start]
        if (
            received
            and day != received
            and day not in known
            and _RECEIVED.search(before)
            and not _OTHER_MESSAGE.search(before)
        ):
            yield (
                f"The request was received on {long_date(received)}, not on this date.",
                start,
                end,
            )


RULES = (
    Rule("wrong-authority", "s.1(1) FOIA", "error", _wrong_authority, ("authority",)),
    Rule("other-authority", "house rule", "warning", _other_authority, ("authority",)),
    Rule("wrong-requester", "data protection", "error", _wrong_requester, ("requester_name",)),
    Rule("other-requester", "data protection", "error", _other_requester, ("requester_name",)),
    Rule("wrong-reference", "s.45 code", "error", _wrong_reference, ("reference",)),
    Rule("other-case-leak", "data protection", "error", _other_case, ("reference",)),
    Rule("no-reference", "s.45 code", "warning", _no_reference, ("reference",)),
    Rule("wrong-date-of-receipt", "s.10(6) FOIA", "error", _received, ("received_on",)),
)
