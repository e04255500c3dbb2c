"""Divides a letter into what its lines are about: request, reasons, public interest, rights.

Officers write these in any order, under headings of their own or under none. A line is told by its
heading, by the words that it begins with, or by what it says; what none of these tells belongs to
what stands above it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.domain.letters.checks.sides import serves
from assistant.domain.letters.sentences import sentences


class Zone(StrEnum):
    """What a line of a letter is about."""

    FRAME = "frame"
    REQUEST = "request"
    BODY = "body"
    INTEREST = "interest"
    HELP = "help"
    RIGHTS = "rights"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the letter, unwrapped, without the white space around it.

    `announced` says that a heading, or the words it begins with, tell what it is about.
    """

    start: int
    end: int
    text: str
    zone: Zone
    is_heading: bool
    paragraph: int
    announced: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its place, what it is about, and the paragraph it stands in."""

    start: int
    end: int
    text: str
    zone: Zone
    is_heading: bool
    paragraph: int


_LONGEST_HEADING = 13
_LINE = re.compile(r"[^\n]+")
_DEAR = re.compile(r"^[ \t]*dear\b", re.IGNORECASE | re.MULTILINE)
# "Balance:", "For disclosure.", "Why the exemption applies." at the head of a paragraph.
_LEAD = re.compile(
    r"^(?:[-•*–]\s*|\(?[a-z0-9]{1,3}[.)]\s+)?([A-Z][^.:;?!\n|]{1,85}?)[:.–—][ \t]+\S"
)
_LONGEST_LEAD = 11
_LONGEST_TITLE = 7
_LONGEST_SALUTATION = 90
_LONGEST_SIGNATURE = 8
_SIGN_OFF = re.compile(
    r"^(?:yours\b|(?:with )?(?:kind|best|warm) (?:regards|wishes)|regards\b|sincerely\b"
    r"|faithfully\b|thank you\W*$)",
    re.IGNORECASE,
)
_TABLE = re.compile(r"\||\S {4,}\S|\t")

_INTEREST_TITLE = re.compile(
    r"public[- ]interest|\b(?:these|those|points?) for\b|\bfor (?:the )?(?:maintain|withh|disclos"
    r"|releas|hold|wait|delay|keep)\w*|\bbalanc|\bfactors?\b|\bconsiderations?\b|\barguments?\b"
    r"|\breasons? (?:to|for|in favour of|against) (?!refus)(?:not )?"
    r"(?:disclos|releas|withh|maintain|publish|giv|keep|hold|confirm|neither)"
    r"|^(?:against|in favour|favouring|supporting)\b|\bfavour(?:s|ing)? (?!us\b|you\b)"
    r"|^for(?: (?:the )?(?:public )?(?:interest in )?(?:disclos|releas|maintain|publi|confirm"
    r"|withh|open|giv|non|except|exempt|not|keep|refus|neither|saying)\w*|$)"
    r"|\bin favour of\b|\bweigh(?:ing|ed)?\b"
    r"|\bon the (?:one|other) (?:hand|side)|^pit\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?:why|how|reasons?|the (?:harm|danger|reasons?|exemption|exception|law|prejudice)|harm"
    r"|prejudice|advice|help|background|decision|likelihood)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:we|I|it|they|you|is|are|was|were|holds?|held|refused?)\b", re.IGNORECASE)
_RIGHTS_TITLE = re.compile(
    r"\bcomplain(?:ts?)?\b(?! (?:about|made|received|against|from))|\binternal review\b"
    r"|^(?:\w+ ){0,4}review$|\bright (?:to|of) review\b|\byour (?:further )?rights?\b"
    r"|\brights? (?:of|to) |\bappeal"
    r"|\bunhappy\b|\bdissatisf|\bnot (?:happy|satisfied|content)\b|\bdisagree|\breconsider"
    r"|\bfurther right|\bif you\b.*\b(?:happy|satisfied|content|agree)",
    re.IGNORECASE,
)
_HELP_TITLE = re.compile(
    r"advice|assistance|\bhelp\b|what you (?:can|could|might)|\bnarrow|\brefin|\bsuggest"
    r"|other (?:information|sources)|\bhow you (?:can|could|might)|\bway forward",
    re.IGNORECASE,
)
_REQUEST_TITLE = re.compile(
    r"^(?:(?:your|the|original|text of the) )?(?:foi |information )?(?:request|question)s?\b"
    r"|\byou asked|\bwhat you (?:asked|wanted)|\bwhat you said",
    re.IGNORECASE,
)
_BODY_TITLE = re.compile(
    r"\bwhy\b|\breasons?\b|\bharm\b|\bprejudice\b|exempt|exception|\bsections?\b|\bs\.? ?\d"
    r"|regulation|\breg\.? ?\d|\barticle\b|national security|qualified person|\bopinion\b"
    r"|\bdecision\b|engage|\bdanger|\bresponse\b|\banswers?\b|\breply\b|\boutcome\b"
    r"|\bq(?:uestion)? ?\d"
    r"|\bpart \(?\w\b|\bestimate\b|\bsearch|\blikelihood\b|\bconclusion\b|\binformation\b",
    re.IGNORECASE,
)
_RIGHTS_TEXT = re.compile(
    r"\b(?:ask|request|seek|want|apply|write|right|entitled|may|can|should|address\w*|your"
    r"|for) [^.]{0,60}\binternal review\b|\binternal review\b[^.]{0,40}\b(?:may|can|should|within"
    r"|by|from|is available)\b|^\W*internal review\b|\b(?:request|seek|want|have) (?:a |it )review"
    r"|\b(?:to|may|can|you) appeal\b|\ban appeal (?:should|may|can|must|to)\b|\b(?:challenge"
    r"|contest) (?:this|our|the (?:decision|refusal|response|reply|outcome|answer))\b|\bdisagree\b"
    r"|\bask(?:ing)? (?:us |for )[^.]{0,50}\b(?:review"
    r"|look (?:at )?(?:it |this )?again)"
    r"|\b(?:review|reconsider) (?:it|this|our|the (?:decision|response|handling))\b"
    r"|\breconsider(?:ation|ed)?\b|\bmake representations\b|\b(?:may|can|could|you|to|wish"
    r"|right of|right to|free to) (?:also |then |now |still )?(?:complain|make a complaint)\b"
    r"|\b(?:apply|appeal|write|go|turn|refer)\b[^.]{0,60}\bInformation Commission"
    r"|\bInformation Commissioner['’]s Office\b|\bico\.org\.uk\b|\bICO\b",
    re.IGNORECASE,
)
_RIGHTS_WORD = re.compile(
    r"review|appeal|challenge|contest|disagree|reconsider|representation|complain|Commission|ICO"
    r"|ico"
    r"|look|Appeal|Review|Complain"
)
# "Question 2", "Q2", "Part (b):": what follows answers a part of the request.
_LABELLED = re.compile(
    r"^\W{0,3}(?:(?:questions?|parts?|items?|points?|requests?|q)\W{0,2}(?:\d{1,2}|[a-h]\b|one|two"
    r"|three|four|five)|\(?(?:i|ii|iii|iv|v|vi)\)\s|q\.?\s+\S)",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(r"\bqualified\b", re.IGNORECASE)
_REASONS = re.compile(
    r"\blegitimate interest|\bprejudic|\bexempt (?:under|by|from)|\brefus|\bwithhold|\bsection \d"
    r"|\bregulation \d|\bhold",
    re.IGNORECASE,
)
_BEGINS_ANEW = re.compile(
    r"\b(?:sections?|s\.|regulations?|reg\.?) ?\d|\bexempt(?:ion)? (?:is|under)|\bwe (?:could"
    r"|can) |\byou (?:are welcome|may|can|could|might)\b|\bby way of\b|\bthis (?:letter|is)\b"
    r"|\bplease\b|\bwe (?:hold|do not hold)\b|\b(?:enclosed|attached)\b",
    re.IGNORECASE,
)
_REGULATOR_TEXT = re.compile(
    r"\bInformation Commission|\bico\.org\.uk\b|\bICO\b|\bsection 50\b", re.IGNORECASE
)
_REVIEW = re.compile(r"\breview\b|\breconsider", re.IGNORECASE)
_NOT_YOUR_RIGHTS = re.compile(
    r"\b(?:guidance|decision notice|has (?:said|held|found)|v\.? (?:the )?Information|advises?)\b",
    re.IGNORECASE,
)
_INTEREST_TEXT = re.compile(
    r"^\+ |\bthere is (?:\w+ )?(?:value|merit|force) in\b|\bpublic[- ]interest\b"
    r"|(?<!legitimate )\binterest in (?:knowing|seeing|understanding|openness|transparency"
    r"|accountability)\b|^(?:in favour|against|for (?:disclos|releas|maintain|publish|confirm|hold"
    r"|wait|keep|"
    r"withh|the exe))|\bon (?:the )?one (?:hand|side)\b|\bfactors? (?:for|against|in favour|favour)"
    r"|\bin favour of (?:disclos|releas|confirm|publi|giving|withh|maintain)",
    re.IGNORECASE,
)
# Says that there is no such test, or belongs to the prejudice, not to the weighing.
_NO_INTEREST = re.compile(
    r"\b(?:no|not|without|nor|neither)\b[^.]{0,60}\bpublic[- ]interest (?:test|balanc)"
    r"|\bpublic[- ]interest (?:test )?(?:does not|is not|need not|doesn['’]t)"
    r"|\bdefence\b|\bpublic[- ]interest (?:test )?(?:has not|was not) (?:been )?(?:appl|requir)",
    re.IGNORECASE,
)
_RESTATES = re.compile(
    r"^(?:you (?:asked|wrote|requested|wanted|want|would like)|your (?:request|e-?mail|letter)\b"
    r"|on \d|thank you for|we received|i refer to)",
    re.IGNORECASE,
)


def lines_of(flat: str, *, review: bool = False) -> tuple[Line, ...]:
    """Return the lines of an unwrapped letter with their zones; blank ones are left out.

    `flat` is the letter with its wrapping undone. In a letter about an internal `review` that word
    announces the decision and not the requester's rights.
    """
    head_ends = _salutation_ends(flat)
    found: list[Line] = []
    zone, standing, headed, paragraph, after = Zone.BODY, Zone.BODY, False, 0, 0
    for match in _LINE.finditer(flat):
        text = match[0].strip()
        if not text:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        fresh = flat.count("\n", after, start) > 1 or not found
        paragraph += fresh
        after = match.end()
        if start < head_ends:
            found.append(
                Line(
                    start,
                    start + len(text),
                    text,
                    Zone.FRAME,
                    is_heading=False,
                    paragraph=paragraph,
                )
            )
            continue
        heading = _is_heading(text, fresh=fresh)
        labelled = _LABELLED.match(text) is not None
        if labelled and zone is Zone.INTEREST and _lists(found):
            # "(i)" after "in favour of release:" is a factor, and no part of the request.
            entry = replace(found[-1], start=start, end=start + len(text), text=text)
            found.append(replace(entry, is_heading=False, paragraph=paragraph, announced=True))
            continue
        if labelled and heading:
            zone = standing = Zone.BODY
        elif heading and not any(line.zone is not Zone.FRAME for line in found):
            # The first line after the salutation is what the letter is about.
            zone = Zone.BODY
        elif heading:
            zone = standing = _of_title(text, standing, review=review)
            headed = True
        else:
            zone, headed = _of_line(text, zone, standing, headed=headed, fresh=fresh, review=review)
        found.append(Line(start, start + len(text), text, zone, heading, paragraph, headed))
    return _closed(found)


def _lists(before: list[Line]) -> bool:
    """Tell whether the line before announces a list, or is an entry of one."""
    last = before[-1].text if before else ""
    return last.endswith(":") or (last.endswith((";", ",")) and _LABELLED.match(last) is not None)


def _salutation_ends(text: str) -> int:
    """Return where the salutation ends; the start of the letter where it has none."""
    match = _DEAR.search(text)
    if match is None:
        return 0
    end = text.find("\n", match.end())
    # Some write on after the name, in the same line.
    return end if 0 <= end - match.start() <= _LONGEST_SALUTATION else match.start()


def _closed(lines: list[Line]) -> tuple[Line, ...]:
    """Return the lines with the sign-off at the foot told from the letter."""
    first = len(lines)
    while first > 0 and _signs_off(lines[first - 1]):
        first -= 1
    return tuple(
        replace(line, zone=Zone.FRAME, is_heading=False) if place >= first and place > 0 else line
        for place, line in enumerate(lines)
    )


def _signs_off(line: Line) -> bool:
    """Tell whether a line at the foot is part of the signature: few words and no sentence."""
    if _SIGN_OFF.match(line.text):
        return True
    few = len(line.text.split()) <= _LONGEST_SIGNATURE and not re.match(r"\W*\d", line.text)
    return few and line.text[-1] not in ".:?!;" and not _RIGHTS_TEXT.search(line.text)


def sentences_of(lines: tuple[Line, ...]) -> Iterator[Sentence]:
    """Yield the sentences of the lines; within a paragraph the weighing begins where it begins.

    A paragraph that is told by its words alone may give reasons first and weigh afterwards.
    """
    for line in lines:
        at = line.start
        begun = line.zone is not Zone.INTEREST or line.announced
        for piece in sentences(line.text):
            text = piece.strip()
            titled = line.is_heading or (at == line.start and _is_title(text, line.text))
            begun = begun or _begins_weighing(text)
            zone = line.zone if begun else Zone.BODY
            yield Sentence(at, at + len(piece), text, zone, titled, line.paragraph)
            at += len(piece)


def _begins_weighing(text: str) -> bool:
    """Tell whether a sentence of a paragraph that weighs is the first that does."""
    if _INTEREST_TEXT.search(text):
        return not _NO_INTEREST.search(text)
    return bool(_QUALIFIED.search(text) or serves(text)) and not _REASONS.search(text)


def _is_title(text: str, line: str) -> bool:
    """Tell whether the first sentence of a line is its title: "How the danger would arise."."""
    if len(text) == len(line) or len(text.split()) > _LONGEST_TITLE or text[-1] != ".":
        return False
    told = _INTEREST_TITLE.search(text) or _TITLE.search(text)
    return bool(told) and not _SAYS.search(text)


def _of_line(
    text: str, zone: Zone, standing: Zone, *, headed: bool, fresh: bool, review: bool
) -> tuple[Zone, bool]:
    """Return what a line is about, and whether that was announced and not only said."""
    lead = _lead(text)
    if lead and (told := _of_lead(lead, zone)) is not None:
        return told, True
    said = _of_text(text, review=review)
    if fresh and _LABELLED.match(text):
        # An answer may give its reasons and weigh them in the one paragraph.
        weighs = said is Zone.INTEREST and len(sentences(text)) > 1
        weighing = standing is Zone.INTEREST
        return Zone.INTEREST if weighing or weighs else Zone.BODY, weighing
    if said is not None:
        goes_on = zone is said and ((headed and not fresh) or not _BEGINS_ANEW.search(text))
        return said, standing is said or goes_on
    if not fresh:
        return zone, headed
    if zone is Zone.INTEREST and not _BEGINS_ANEW.search(text):
        # Once the weighing has begun it goes on until something else does.
        return zone, True
    return (zone if zone is Zone.RIGHTS else standing), standing is not Zone.BODY


def _of_title(text: str, standing: Zone, *, review: bool) -> Zone:
    """Return what a heading announces."""
    if _INTEREST_TITLE.search(text) and not _NO_INTEREST.search(text):
        return Zone.INTEREST
    for zone, pattern in (
        (Zone.RIGHTS, _RIGHTS_TITLE),
        (Zone.HELP, _HELP_TITLE),
        (Zone.REQUEST, _REQUEST_TITLE),
        (Zone.BODY, _BODY_TITLE),
    ):
        if pattern.search(text) and not (zone is Zone.RIGHTS and review and _REVIEW.search(text)):
            return zone
    return Zone.INTEREST if standing is Zone.INTEREST else Zone.BODY


def _of_lead(lead: str, zone: Zone) -> Zone | None:
    """Return what the words before a colon or the first full stop announce, if anything."""
    if _RESTATES.search(lead):
        return Zone.BODY
    if _INTEREST_TITLE.search(lead) and not _NO_INTEREST.search(lead):
        return Zone.INTEREST
    short = len(lead.split()) <= _LONGEST_LEAD // 2
    if _HELP_TITLE.search(lead) and short and not _LABELLED.match(lead):
        return Zone.HELP
    if zone is Zone.INTEREST and re.match(
        r"(?:conclusion|decision|our (?:decision|view|conclusion)|weigh|result|outcome|overall)",
        lead,
        re.IGNORECASE,
    ):
        return Zone.INTEREST
    if _RIGHTS_TITLE.search(lead):
        return None
    says = _SAYS.search(lead)
    told = re.search(r"\bwhy\b|\bharm\b|\bexempt|\breason", lead, re.IGNORECASE)
    return Zone.BODY if told and not says else None


def _of_text(text: str, *, review: bool) -> Zone | None:
    """Return what a line is about by what it says, if it says so."""
    rights = _REGULATOR_TEXT if review else _RIGHTS_TEXT
    # Few paragraphs have any of these; the pattern itself is slow.
    if _RIGHTS_WORD.search(text) and rights.search(text) and not _NOT_YOUR_RIGHTS.search(text):
        return Zone.RIGHTS
    if _INTEREST_TEXT.search(text) and not _NO_INTEREST.search(text):
        return Zone.INTEREST
    return None


def _lead(text: str) -> str:
    """Return the words before the first colon or full stop where they are few, else nothing."""
    match = _LEAD.match(text)
    if match is None or len(match[1].split()) > _LONGEST_LEAD:
        return ""
    return match[1]


def _is_heading(text: str, *, fresh: bool) -> bool:
    """Tell whether a line is a heading: short, on its own, and no sentence."""
    words = text.split()
    if not fresh or len(words) > _LONGEST_HEADING or _TABLE.search(text):
        return False
    if text[-1] in ".;,!" or "@" in text or "://" in text or "www." in text or text[:1] in "-•*":
        return False
    if _DEAR.match(text) or not any(c.isalpha() for c in text):
        return False
    return not _SIGN_OFF.match(text)
