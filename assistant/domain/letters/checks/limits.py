"""Cost limit, repeated and vexatious requests, and the subsection of section 17 that each needs."""

import re

from assistant.domain.law.acts import Regime
from assistant.domain.law.citations import Act
from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.reading import GROUNDS, Reading
from assistant.domain.letters.checks.zones import Zone

_NOT_COUNTABLE = re.compile(
    r"\bredact\w*|\bblank(?:ed|ing)[- ]?out\b|\b(?:blur|obscur|pixelat)\w*|\bblack(?:ed"
    r"|ing)?[- ]?out\b|\banonymis\w*|\b(?:remov|strip|tak|mask|edit)\w* (?:out )?(?:any "
    r"|the )?(?:\w+ )?(?:names?|personal (?:data|information|details))"
    r"|\b(?:consider\w*|decid\w*|assess\w*|apply\w*|review\w*|check\w*|think\w*"
    r"|look\w*)\b[^.;|]{0,50}\b(?:exempt\w*|public interest|sensitiv\w*)"
    r"|\bexemptions? (?:review|check|consideration|analysis)"
    r"|\bconsult\w* (?:with )?(?:the )?(?:third|other|affected|part|supplier|legal|staff"
    r"|colleague)\w*"
    r"|\b(?:legal|press office) (?:advice|review|clearance|approval|sign-off)|\b(?:obtain|seek"
    r"|tak)\w* (?:legal )?advice\b|\bdraft\w* (?:the |a |our )?(?:response|reply|letter)"
    r"|\b(?:approv|sign)\w*[- ]?(?:off)? (?:of )?(?:the )?(?:response|reply)|\bphotocopy\w*\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\bhours?\b|\bminutes?\b|\btime\b|\bestimat\w*|\binclud\w*|\bcount\w*|\d|\bcost\w*",
    re.IGNORECASE,
)
_NOT_COUNTED = re.compile(
    r"\b(?:not|never|no|without|excluding|exclud\w+|none|nor|leaves? out|apart from|n['’]t)\b",
    re.IGNORECASE,
)
_ACTIVITIES = (
    re.compile(
        r"\bdetermin\w*|\bestablish\w* (?:whether|if)|\bfind(?:ing)? out (?:whether|if)"
        r"|\bwhether (?:\w+ ){1,4}(?:hold|held)",
        re.IGNORECASE,
    ),
    re.compile(r"\blocat\w*|\bsearch\w*|\bfind(?:ing)?\b|\btrac\w+|\bidentify\w*", re.IGNORECASE),
    re.compile(
        r"\bretriev\w*|\bfetch\w*|\bopen(?:ing)?\b|\brecall\w*|\bpull\w*|\bbring\w*|\bcollect\w*",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bextract\w*|\bread(?:ing)?\b|\bcopying\b|\bnoting\b|\bcompil\w*|\bgoing through\b"
        r"|\bgo through\b|\bexamin\w*|\breview\w*",
        re.IGNORECASE,
    ),
)
_AMOUNT = re.compile(
    r"\b(?:\d[\d,.]*|half an?|a quarter|one|two|three|four|five|six|ten|twelve|fifteen|twenty"
    r"|thirty) ?(?:person[- ])?(?:hours?|minutes?|mins?|hrs?|days?|seconds?)\b|\|\s*\d[\d,.]*\s*\|",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"\bsection 16\b|\badvice and assistance\b|\bnarrow\w*|\brefin\w*|\breduc\w* (?:the "
    r"|your )?(?:scope|request|period)|\brestrict\w*|\bwithin (?:the|that) (?:cost )?limit\b"
    r"|\blimit(?:ed|ing)? (?:it|your request|the request|yourself|the period|the scope|to)\b"
    r"|\bif you (?:limit|were to|could|can|ask|asked|chose|choose|want|name|confine|would|focus)"
    r"|\byou (?:could|might|may)(?: \w+)? (?:ask|name|limit|restrict|choose|confine|narrow|like to"
    r"|wish to|consider|focus|prefer|instead|try|shorten)|\bsmaller\b|\bshorter\b|\bbring (?:it"
    r"|this|your request)"
    r"|\b(?:could|can) (?:also |still )?be (?:supplied|given|provided|exported)\b"
    r"|\bwould be of use\b"
    r"|\bwe (?:could|can|would be able to|should be able to) (?:\w+ )?(?:answer|give|provide"
    r"|supply|help|tell|send|offer|look)",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"£\s?(\d[\d,]*(?:\.\d+)?)|\b(\d{1,3})(?:\.\d)?[ -]?hours?\b", re.IGNORECASE)
_ABOUT_LIMIT = re.compile(
    r"\bappropriate limit|\bcost limit|\bstatutory limit|\bthe limit\b|\blimit (?:is|of|for|set)"
    r"|\bFees Regulations|\bfee limit|\bthreshold",
    re.IGNORECASE,
)
_CENTRAL = re.compile(
    r"\b(?:department|ministry|home office|cabinet office|treasury|HM |his majesty|office for"
    r"|foreign|parliament|house of|"
    r"northern ireland (?:office|assembly)|welsh government|crown prosecution"
    r"|national crime agency|serious fraud)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:council|police|constabulary|NHS|trust|hospital|school|academy|college|university|fire"
    r"|district|borough|parish|health board|integrated care)\b",
    re.IGNORECASE,
)
_PAIRS = {450: 18, 600: 24}


def _is_limit(reading: Reading) -> bool:
    """Tell whether the letter relies on the cost limit."""
    return any(c.act is Act.FOIA and c.section == "12" for _, _, c in reading.relied)


def _is_burden(reading: Reading) -> bool:
    """Tell whether the letter finds a request too burdensome under the EIR (reg 12(4)(b), 9)."""
    manifestly = any(c.act is Act.EIR and c.path[:2] == ("4", "b") for _, _, c in reading.relied)
    return manifestly and any(
        re.search(r"\bburden|\bhours\b|\bvolume\b|\bminutes\b", each.text)
        for each in reading.body(Zone.BODY)
    )


def _counts_redaction(reading: Reading) -> Found:
    """Find time in an estimate that may not be counted (SI 2004/3244 reg 4(3))."""
    if not _is_limit(reading):
        return
    for sentence in reading.body(Zone.BODY, Zone.REQUEST):
        match = _NOT_COUNTABLE.search(sentence.text)
        if match and _COUNTS.search(sentence.text) and not _NOT_COUNTED.search(sentence.text):
            yield (
                (
                    f"“{match[0]}” may not be counted: only determining whether it is held, "
                    "locating, retrieving and extracting."
                ),
                sentence.start,
                sentence.end,
            )


def _no_breakdown(reading: Reading) -> Found:
    """Find a cost limit without an estimate by activity."""
    if not _is_limit(reading) or not reading.refuses:
        return
    said = [each.text for each in reading.body(Zone.BODY, Zone.REQUEST)]
    measured = [
        text
        for text in said
        if _AMOUNT.search(text)
        and not re.search(
            r"appropriate limit|cost limit|the limit|department that is|authorit(?:y|ies) that is"
            r"|£(?:450|600)",
            text,
            re.IGNORECASE,
        )
    ]
    text = " ".join(said)
    activities = sum(bool(pattern.search(text)) for pattern in _ACTIVITIES)
    only_confirming = any(c.number == "12(2)" for _, _, c in reading.relied)
    amounts = {match[0] for text_ in measured for match in _AMOUNT.finditer(text_)}
    told = any(p.search(each) for p in _ACTIVITIES for each in measured)
    rows = (
        len(amounts) >= (1 if only_confirming and told else 2)
        and len(measured) >= 1
        and activities >= (1 if only_confirming else 2)
    )
    if not rows:
        yield "The letter gives no estimate by activity: hours to locate, retrieve, extract.", 0, 0


def _no_help(reading: Reading) -> Found:
    """Find a cost limit without help to bring the request within it (s.16)."""
    if not (_is_limit(reading) or _is_burden(reading)) or not reading.refuses:
        return
    if not any(
        _HELP.search(each.text)
        for each in reading.sentences
        if each.zone not in {Zone.RIGHTS, Zone.FRAME} and not each.is_heading
    ):
        yield "The letter does not help to bring the request within the limit (s.16).", 0, 0


def _wrong_limit(reading: Reading) -> Found:
    """Find a limit of another kind of authority, or of none (SI 2004/3244 reg 3)."""
    if not _is_limit(reading):
        return
    own = _own_limit(reading)
    sentences = reading.body(Zone.BODY, Zone.REQUEST, Zone.HELP)
    for number, sentence in enumerate(sentences):
        before = sentences[number - 1].text if number else ""
        follows = re.match(
            r"\W*(?:for|that|this|it)\b", sentence.text, re.IGNORECASE
        ) and _ABOUT_LIMIT.search(before)
        if not (_ABOUT_LIMIT.search(sentence.text) or follows):
            continue
        for start, end, wrong in _wrong_amounts(sentence.text, own):
            yield wrong, sentence.start + start, sentence.start + end


def _own_limit(reading: Reading) -> int | None:
    """Return the authority's limit in pounds, as set or as its name tells, else None."""
    if reading.facts.cost_limit is not None:
        return reading.facts.cost_limit
    name = reading.facts.authority or ""
    if _CENTRAL.search(name):
        return 600
    return 450 if _OTHERS.search(name) else None


def _wrong_amounts(text: str, own: int | None) -> list[tuple[int, int, str]]:
    """Return the amounts in a sentence about the limit that cannot be it."""
    found = []
    for match in _LIMIT.finditer(text):
        after = text[match.end() : match.end() + 24]
        if re.match(r"\s*(?:an?|per|each|/)\s*(?:person[- ])?hour", after) or match[1] == "25":
            continue
        before = text[max(0, match.start() - 60) : match.start()]
        exceeds = re.search(
            r"\b(?:estimat\w+|would (?:take|cost)|takes?|cost(?:s|ing)? (?:about|some|over)"
            r"|total(?:s|ling)?|comes? to|makes|or)\W*\w*\W*$",
            before,
            re.IGNORECASE,
        )
        value = float((match[1] or match[2]).replace(",", ""))
        allowed = {own} if own else {450, 600}
        allowed_hours = {_PAIRS[own]} if own in _PAIRS else set(_PAIRS.values())
        right = value in (allowed if match[1] else allowed_hours)
        if not right and not (
            exceeds and value not in {450, 600, 18, 24} and "limit" not in before[-25:]
        ):
            found.append((match.start(), match.end(), f"{match[0]} is not this authority’s limit."))
    return found


def _wrong_seventeen(reading: Reading) -> Found:
    """Find the subsection of section 17 that does not govern this notice."""
    if reading.regime is Regime.EIR or not reading.is_notice:
        return
    limits = any(
        p.citation.section in GROUNDS and p.citation.act is Act.FOIA for p in reading.provisions
    )
    exemptions = any(p.citation.section not in GROUNDS for p in reading.provisions)
    for start, end, citation in reading.citations:
        if citation.act is not Act.FOIA or citation.section != "17" or not citation.path:
            continue
        limb = citation.path[0]
        here = _governing(reading, start, limits=limits, exemptions=exemptions)
        if limb in {"3", "4", "6", "7"} or limb in here:
            continue
        right = " or ".join(f"17({each})" for each in sorted(here))
        yield f"Section 17({limb}) does not govern this notice; section {right} does.", start, end


def _governing(reading: Reading, place: int, *, limits: bool, exemptions: bool) -> set[str]:
    """Return the subsections that govern the notice at a place of the letter."""
    for answer in reading.answers:
        if answer.start <= place < answer.end:
            here = [c for start, _, c in reading.relied if answer.start <= start < answer.end]
            if here:
                limits = any(c.section in GROUNDS for c in here)
                exemptions = any(c.section not in GROUNDS for c in here)
    governing = {"5"} if limits else set()
    if exemptions:
        governing |= {"1"}
    if reading.is_undecided:
        governing |= {"1", "2"}
    return governing or {"1"}


RULES = (
    Rule("s12-counts-redaction", "SI 2004/3244 reg 4(3)", "error", _counts_redaction),
    Rule("s12-no-breakdown", "s.16 FOIA, s.45 code", "warning", _no_breakdown),
    Rule("no-s16-help", "s.16 FOIA", "error", _no_help),
    Rule("s12-wrong-limit", "SI 2004/3244 reg 3", "error", _wrong_limit),
    Rule("wrong-s17-limb", "s.17(1), (2), (5) FOIA", "error", _wrong_seventeen),
)
