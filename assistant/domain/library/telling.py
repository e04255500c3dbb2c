"""Divides an earlier response into what it answers: questions quoted, and what is said to each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.domain.letters.checks.lines import joined, original, unflowed
from assistant.domain.letters.checks.zones import Line, Zone, lines_of
from assistant.domain.letters.sentences import sentences
from assistant.domain.phrases import Phrases

# Letters made by word processors have spaces of other widths; each becomes one plain space.
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u200e\u200f\u200b\ufeff"), " ")
# Shorter lines of a request ("Thank you") stand in many letters by chance.
_FEWEST_QUOTED_WORDS = 4
_LABEL = re.compile(
    r"^[\s>*•·\-–\"“]{0,4}(?:(?:(?:questions?|qu?|parts?|points?|items?)\W{0,2}\d{0,2}[.):–-]{0,2}\s*)?"
    r"\(?(?:\d{1,2}(?:[.]?[a-h]|[.]\d{1,2})?|[a-h]|[ivx]{1,4})(?:[.):\]–-]{1,2}|(?=\s+[–-]\s))"
    r"(?:\s*[–-])?\s*|(?:questions?|qu?) ?\d{1,2}\s+|\d{1,2}\.?[a-h]\s+){0,3}",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"^\W{0,3}(?:our |the )?(?:council['’]?s? )?(?:answers?|responses?|reply|replies|a)\b"
    r"(?: to (?:questions?|q|parts?) ?\w{1,3})?(?:\s*[.:–-]+\s*|\s*$)",
    re.IGNORECASE,
)


_REUSE = re.compile(
    r"\b(?:re-?us(?:e|ing)\b|open government|\bOGL\b|attribution statement|subject to copyright"
    r"|do(?:n['’]t| not) print)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^\W*(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm) (?:regards|wishes)|regards)\b", re.IGNORECASE)
_LINK_TITLE = re.compile(r"^\W*\[\d{1,3}\][^.]{0,120}$")
# How archives of mail list what was attached.
_FILE = re.compile(
    r"^(?:\d+ attachments?|[^.]{1,120}\.(?:pdf|docx?|xlsx?|csv|msg|zip|pptx?|rtf|jpe?g|png|od[ts]|eml)"
    r"(?:\s+[\d.]+ ?[KM]B?)?|[\d.]+ ?[KM]B?|download|view as html)$",
    re.IGNORECASE,
)
_LABEL_ALONE = re.compile(
    r"^\W{0,3}(?:questions?|parts?|points?|items?|requests?|q)\W{0,2}\(?(?:\d{1,2}|[a-h]|one|two|three"
    r"|four|five|six)\)?\W*$",
    re.IGNORECASE,
)
_HEADING_MARK = re.compile(r"^#{1,6}(?= )", re.MULTILINE)
# A decision that stands where the Commissioner was just named is no part of the rights.
_DECIDES = re.compile(
    r"^(?!.*\b(?:if|should|unhappy|dissatisfied|review|complain|appeal)\b).*"
    r"\b(?:is|are) (?:\w+ )?(?:exempt (?:from|under)|withheld|not held|refused)\b",
    re.IGNORECASE | re.DOTALL,
)
_RIGHTS_BEGIN = re.compile(
    r"\b(?:unhappy|dissatisf|not (?:happy|satisfied|content)|internal review|complain|open government"
    r"|re-?use|right (?:of|to) (?:appeal|review|complain)|(?:ask|apply|request|entitled)\b.{0,40}"
    r"\b(?:review|appeal)|(?:your|right of) (?:rights|appeal)|disagree)",
    re.IGNORECASE,
)
_IS_REVIEW = re.compile(
    r"\b(?:I|we) (?:have )?(?:\w+ )?(?:carried out|conducted|completed|undertaken|concluded)"
    r"(?: \w+){0,3} (?:internal )?review\b"
    r"|\b(?:this|below|attached) is (?:\w+ ){0,3}(?:outcome|result|response) (?:\w+ ){0,4}review\b",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")


class Role(StrEnum):
    """What a sentence does in the letter."""

    FRAME = "frame"
    ASKED = "asked"
    COURTESY = "courtesy"
    REASON = "reason"
    WEIGHS = "weighs"
    RIGHTS = "rights"
    HELP = "help"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its role and the unit it stands in; offsets are those of the letter."""

    text: str
    start: int
    end: int
    role: Role
    unit: int


@dataclass(frozen=True, slots=True)
class Unit:
    """What is said in one go: after one question and before the next, or without any."""

    asked: bool
    sentences: tuple[Told, ...]


_ASKS = Phrases(
    r"(?:please )?(?:can|could|would|will|may) (?:you|i|we) (?:\w+ )?(?:please|kindly|provide|tell"
    r"|confirm|supply|send|give|let|state|have|request|advise|get|list|also|detail)",
    r"(?:and |also |if so |if yes )?,? ?please (?:also |can you |could you |kindly )?(?:provide|supply"
    r"|confirm|state|send (?:me|us)|list|advise|give|tell|detail|include|disclose|specify|break"
    r"|indicate|outline|describe|explain|share|release|forward|identify|furnish|answer|respond"
    r"|publish|name|itemise|breakdown)\b",
    r"(?:how (?:many|much|often|long|is|are|do|does|did|has|have)|what|which|who|whom|whose"
    r"|where|why|when|do you|does (?:the|your)|did (?:the|you)|has (?:the|your)|have (?:the|you)"
    r"|is there|are there|if (?:so|yes|no|not|applicable|available|possible)\b)",
    r"i (?:would (?:like|be)|['’]d like|am (?:requesting|seeking|looking|interested|writing to "
    r"(?:request|ask)|making)|want|wish to|request|hereby|seek|should like|(?:also )?ask)\b",
    r"(?:under|pursuant to|in accordance with) the freedom of information act,? (?:2000,? )?"
    r"(?:i|please|could|can)\b",
    r"for the purposes? of (?:this|my) request",
)
# A thing named without saying anything of it is asked for: "The number of fines in each year".
_NAMES = Phrases(
    r"(?:for (?:each|the|every)|(?:the )?(?:total |average )?(?:number|amount|names?|dates?|value"
    r"|costs?|percentage|breakdown|details|length|location)s? of|total|a copy|copies|any (?:and all )?"
    r"(?:correspondence|documents|emails|information|other)|all (?:correspondence|documents|emails"
    r"|information|recorded)|details of|a list|a breakdown|breakdown|list of)\b",
)
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has been|have been|can|cannot|could|would|will|do|does|did|we|our|attached|below"
    r"|above|shown)\b",
    re.IGNORECASE,
)
# After these words the requester speaks, until the authority does again.
_QUOTES_REQUEST = re.compile(
    r"(?:\byou (?:are|were) (?:seeking|requesting|asking)\b[^.:?]{0,60}|\byour (?:request|question|e-?mail|letter)s?\b[^.:?]{0,60}|\byou (?:have )?(?:asked|requested"
    r"|wrote|stated|said|wanted)\b[^.:?]{0,60}|\brequested the following\b[^.:?]{0,40}"
    r"|\brequest(?:ing|ed)? (?:the following )?information\b[^.:?]{0,40})[:\-–]\s*[\"“]?$"
    r"|\brequest for information (?:concerning|about|regarding|relating to|on|as follows)\b"
    r".{0,40}\b(?:please|could you|can you|i would like|i am|under the)\b",
    re.IGNORECASE,
)
_ANNOUNCES_ANSWER = re.compile(r"\b(?:response|answer|reply|below is|found)", re.IGNORECASE)
_OWN_VOICE = Phrases(
    r"(?:we|our|unfortunately|having|following|in (?:response|reply|accordance|order)|the (?:council"
    r"|authority|department|ministry|trust|force|constabulary|university|information (?:you"
    r"|requested))|i (?:am (?:dealing|writing|pleased|able|sorry|now)|have|can|confirm|attach"
    r"|will|regret)|please (?:find|see|note|contact|accept|be)|thank|(?:our |the )?(?:response"
    r"|answer|reply|decision)|on \d|under|section|as (?:you|we|your)|with regard|your request (?:has"
    r"|is|was|will)|this (?:request|has|is|information)|if you)\b",
)
_ANSWERS_AT_ONCE = re.compile(
    r"^\W{0,4}(?:[\d£]|yes\b|no\b|none\b|nil\b|n/?a\b|zero\b|not\b|we\b|the council\b|unknown\b"
    r"|please (?:see|find)\b|information\b|see\b)",
    re.IGNORECASE,
)
_SHORT = 6
_QUESTION = re.compile(r"\?[\s\"”’)]*$")
_OWN_PLEASE = Phrases(
    r"please (?:find|see|note|contact|quote|refer|be (?:advised|aware)|accept|click|visit|follow|do"
    r"|let (?:us|me)|be|use|feel|email|write|read|remember|consult|go|call|reply|allow)\b",
    before=r"\b",
)
_COURTESY = Phrases(
    r"thank(?:s| you)\b",
    r"(?:further to|with (?:reference|regards?) to|in (?:response|reply|relation) to|i refer to"
    r"|regarding|re:|ref:|reference)\b",
    r"(?:i|we) (?:am|are) (?:writing|now writing|responding|replying|able to respond)",
    r"(?:please|kindly) (?:find|see) (?:below|our response|the (?:council['’]s )?response)",
    r"(?:please (?:find|see) |our |the council['’]s |the |below )[^.:]{0,70}\b(?:response|answer"
    r"|reply)s? (?:to your (?:request|questions?|enquiry) ?)?(?:\w+ ){0,2}(?:is|are|below|as follows"
    r"|to your|set out)",
    r"the reference number\b",
    r"(?:we|i) (?:will|look) (?:\w+ )?(?:forward|be in touch|continue)",
    r"(?:we|i) (?:kindly )?ask (?:for )?your patience",
    r"(?:therefore,? )?you (?:should|can) (?:expect|provide)",
    r"if you\b",
    r"(?:your |our |the |information )?(?:requests?|responses?|reply|answers?|decision|rights|requested"
    r"|questions?)\W*$",
    r"the information (?:that )?you\b[^.]{0,60}:?$",
    r"should you\b",
    r"(?:note: )?(?:please )?(?:do not|don['’]t|leave|keep) (?:hesitate|edit|change|alter|the subject"
    r"|reply)",
    r"please (?:quote|contact|remember|accept|note that (?:all|the information|under))",
    r"(?:i|we) (?:hope|trust|apologi[sz]e|am sorry|are sorry|regret)\b",
    r"(?:my |our )?apologies",
    r"(?:the information (?:you have )?(?:supplied|provided|disclosed) (?:to you )?(?:is|continues"
    r"|may))",
    r"(?:you|it) (?:may|can|could|should) (?:also )?(?:re-?use|be protected|contact|wish)\b",
    r"(?:most of|any) (?:the )?(?:information|documents?) (?:we|that we|supplied)",
    r"(?:copyright|re-?use|open government)\b",
    r"the (?:freedom|foi|act|legislation)\b",
    r"(?:your|this) (?:request|response|email|e-mail|letter|enquiry)\b",
    r"you (?:asked|requested|wrote|have asked|have requested|wanted|submitted|wished)",
    r"(?:yours|kind|best|regards|sincerely|dear|tel|telephone|email|e-mail|fax|website)\b",
    r"(?:the |this )?information (?:you )?(?:have )?requested (?:is|was)?(?: shown)?:?$",
    r"(?:freedom of information|environmental information regulations|data protection) (?:act )?\d{4}$",
    r"(?:information|data protection) (?:governance|management|officer|team|unit|rights)",
)
_REASONS = Phrases(
    r"exempt",
    r"exception",
    r"sections? \d",
    r"s\.? ?\d{2}\b",
    r"regulations? \d",
    r"public interest",
    r"disclos",
    r"prejudic",
    r"withh",
    r"redact",
    r"personal (?:data|information)",
    r"data (?:protection|subject)",
    r"third part",
    r"commercial(?:ly)? (?:interest|sensitiv)",
    r"appropriate limit",
    r"(?:cost|time) limit",
    r"\d+ (?:hours|minutes)",
    r"£(?:450|600|25)\b",
    r"manual",
    r"individual(?:ly)? (?:record|case|file)",
    r"each (?:record|case|file|document)",
    r"interrogat",
    r"vexatious",
    r"burden",
    r"unable",
    r"cannot",
    r"(?:not|n['’]t) (?:\w+ )?(?:hold|held|recorded|able|possible|required|obliged)",
    r"commissioner",
    r"decision notice",
    r"legislation",
    r"the act\b",
    r"freedom of information",
    r"fair(?:ly|ness)?\b",
    r"lawful",
    r"harm",
    r"identifi",
    r"refus",
    r"estimat",
    r"retriev",
    r"extract",
    r"locat(?:e|ing)\b",
    r"narrow",
    r"refin",
    r"reduc(?:e|ing) (?:the )?scope",
    r"clarif",
    r"search(?:ed|es|ing)?\b",
    before=r"\b",
)
_ENDS_REQUEST = frozenset({Zone.RIGHTS, Zone.FRAME, Zone.HELP})


def units_of(text: str, request: str = "") -> tuple[Unit, ...]:
    """Return what a letter says, cut where it quotes the next question; rights are left out.

    `request` is what was asked, where it is known: its lines are the requester's own.
    """
    told = tuple(_told(text, request))
    numbers = dict.fromkeys(each.unit for each in told)
    return tuple(
        Unit(
            any(each.role is Role.ASKED for each in told if each.unit == number),
            tuple(each for each in told if each.unit == number),
        )
        for number in numbers
    )


def _told(text: str, request: str) -> Iterator[Told]:
    """Yield every sentence with its role; a question after an answer begins the next unit."""
    marked = _HEADING_MARK.sub(lambda mark: " " * len(mark[0]), text.translate(_SPACES))
    plain, moved = unflowed(marked)
    unit, answered = 0, False
    lines = lines_of(joined(plain), review=_IS_REVIEW.search(plain) is not None)
    for line, pieces in _spoken(_until_rights(lines), _quotable(request)):
        at = line.start
        for piece, role in pieces:
            if role is Role.ASKED and answered:
                unit, answered = unit + 1, False
            answered = answered or role in {Role.SAID, Role.REASON}
            end = at + len(piece.rstrip())
            yield Told(piece.strip(), original(at, moved), original(end, moved), role, unit)
            at += len(piece)


def _until_rights(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines; what only names the Commissioner or an appeal is no right of the requester.

    The requester's rights begin where the letter says that somebody may be dissatisfied with it.
    """
    begun = False
    for line in lines:
        begun = begun or (line.zone is Zone.RIGHTS and _RIGHTS_BEGIN.search(line.text) is not None)
        yield line if begun or line.zone is not Zone.RIGHTS else replace(line, zone=Zone.BODY)


def _spoken(
    lines: Iterable[Line], asked_before: frozenset[str]
) -> Iterator[tuple[Line, list[tuple[str, Role]]]]:
    """Yield each line in pieces with their roles; after "You asked:" the requester speaks."""
    quoting = listing = signed = goes_on = False
    for line in lines:
        quoting = quoting and not _speaks_again(line)
        listing = listing and not _speaks_again(line) and _is_entry(line.text)
        signed = (signed or _SIGNED.match(line.text) is not None) and not _speaks_again(line)
        goes_on = goes_on and line.text[:1].islower()
        if signed or goes_on or ((quoting or listing) and "?" not in line.text):
            yield line, [(line.text, Role.FRAME if signed else Role.ASKED)]
            continue
        pieces = list(_pieces(line, asked_before))
        yield line, pieces
        asks = bool(pieces) and pieces[-1][1] is Role.ASKED
        goes_on = asks and line.text[-1] not in ".?!:;"
        listing = (asks and line.text.endswith(":")) or (listing and asks)
        quoting = _begins_quotation(line.text) or (quoting and asks)


def _speaks_again(line: Line) -> bool:
    """Tell whether the authority speaks again after the requester's words or its own name."""
    if line.zone in _ENDS_REQUEST:
        return not _SIGNED.match(line.text)
    return bool(_OWN_VOICE.match(line.text) or _ANSWER.match(line.text))


def _is_entry(text: str) -> bool:
    """Tell whether a line is labelled or bulleted."""
    label = _LABEL.match(text)
    return label is not None and bool(label[0].strip()) and not _ANSWERS_AT_ONCE.match(text[label.end() :])


def _begins_quotation(text: str) -> bool:
    """Tell whether a line announces the requester's words, and not the answer to them."""
    return _QUOTES_REQUEST.search(text) is not None and not _ANNOUNCES_ANSWER.search(text)


def _pieces(line: Line, asked_before: frozenset[str]) -> Iterator[tuple[str, Role]]:
    """Yield the pieces of a line with their roles: a question may have its answer behind it."""
    if not _is_asked(line, asked_before):
        yield from ((piece, _role(line, piece)) for piece in sentences(line.text))
        return
    asked_until = 0
    for mark in re.finditer(r"\?[\"”’)]*\s+", line.text):
        behind = line.text[mark.end() :]
        following = re.split(r"(?<=[.?!])\s", behind, maxsplit=1)[0]
        if _ANSWERS_AT_ONCE.match(behind) or len(following.split()) < _SHORT:
            yield line.text[asked_until : mark.end()], Role.ASKED
            end = line.text.find("?", mark.end())
            rest = behind if end < 0 else following
            yield rest, _role(line, rest)
            asked_until = mark.end() + len(rest)
    if line.text[asked_until:].strip():
        yield line.text[asked_until:], Role.ASKED


def _quotable(request: str) -> frozenset[str]:
    """Return the lines of the request that are long enough to be quotations, as plain words."""
    lines = (_words(_LABEL.sub("", line)) for line in request.splitlines())
    return frozenset(line for line in lines if len(line.split()) >= _FEWEST_QUOTED_WORDS)


def _words(text: str) -> str:
    """Return a text's words alone, in small letters."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _is_asked(line: Line, asked_before: frozenset[str]) -> bool:
    """Tell whether a line is the requester's own, quoted."""
    if line.zone in _ENDS_REQUEST:
        return False
    if asked_before and _words(_LABEL.sub("", line.text)) in asked_before:
        return True
    bare = _LABEL.sub("", line.text)
    if _LABEL_ALONE.match(line.text):
        return True
    if _ANSWER.match(line.text) or _OWN_PLEASE.match(bare):
        return False
    if _QUESTION.search(bare) or (line.zone is Zone.REQUEST and _is_entry(line.text)):
        return True
    first = sentences(bare)[0] if bare else ""
    if _NAMES.match(bare) and not _SAYS.search(first):
        return True
    return _ASKS.match(bare) is not None


def _role(line: Line, piece: str) -> Role:
    """Return what a sentence does that the requester did not write."""
    by_zone = {Zone.RIGHTS: Role.RIGHTS, Zone.FRAME: Role.FRAME, Zone.HELP: Role.HELP}
    if line.zone in by_zone and not (line.zone is Zone.RIGHTS and _DECIDES.search(piece)):
        return by_zone[line.zone]
    bare = _LABEL.sub("", _ANSWER.sub("", _FOOTNOTE.sub("", piece))).strip()
    if not re.search(r"\w", bare) or _REUSE.search(bare) or _LINK_TITLE.match(piece) or _FILE.match(bare):
        return Role.FRAME
    if _COURTESY.match(bare):
        return Role.COURTESY
    if line.zone is Zone.INTEREST:
        return Role.WEIGHS
    if _REASONS.occur_in(bare):
        return Role.REASON
    return Role.SAID


def of_roles(units: Sequence[Unit], *roles: Role) -> Iterator[Told]:
    """Yield the sentences of some roles, in the order of the letter."""
    for unit in units:
        yield from (each for each in unit.sentences if each.role in roles)
