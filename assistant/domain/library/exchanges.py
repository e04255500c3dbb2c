"""Tells request from response in a thread: who speaks, what decides nothing, what answers what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Speaker(StrEnum):
    """Who wrote a turn of a thread."""

    REQUESTER = "requester"
    AUTHORITY = "authority"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a thread; `kind` is what the archive itself calls it, if it does."""

    speaker: Speaker
    text: str
    dated: date | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A response with the request that it answers, and its place in the thread, from 1."""

    request: str
    response: str
    dated: date | None
    position: int


NO_RESPONSE = "There is no response in it."
NOTHING_DECIDED = "It acknowledges or delays and answers nothing."
NOT_OURS = "It was written by a requester; a response keeps it, where there is one."
EMPTY = "There are no words in it."

# What an archive calls a message that answers nothing, in any of its spellings.
_INTERIM_KINDS = re.compile(
    r"ack|holding|apolog|clarif|extension|delay|auto|fee.?notice", re.IGNORECASE
)
_INTERIM = re.compile(
    r"\b(?:is|are) (?:currently |now )?(?:being )?(?:processing|processed|dealing with|considering"
    r"|considered|looking into) your request|\bwill be (?:dealt with|processed|considered|answered"
    r"|responded)|\bhas been (?:logged|received|passed|forwarded|allocated|assigned|registered)"
    r"|\b(?:must|will|shall|aim to|should|hope to|expect to|endeavour to) (?:respond|reply|answer"
    r"|provide (?:you with )?a (?:response|reply)|be in touch|let you)\b"
    r"|\b(?:within|no later than|not later than) (?:20|twenty|40|forty)\b"
    r"|\backnowledg(?:e|ing|ement)\b|\bplease accept (?:this|my|our) (?:e-?mail|apolog)"
    r"|\bapolog(?:i[sz]e|ies)\b[^.]{0,40}\b(?:delay|missing|not complete)"
    r"|\bnot being monitored\b|\bdelay (?:in|to)\b|\bsorry for the delay"
    r"|\b(?:need|require)[^.]{0,40}\b(?:more time|further time|extend|clarif)"
    r"|\b(?:can|could) you (?:please )?(?:clarify|confirm|specify)|\bautomat(?:ed|ic) (?:reply"
    r"|response|message)|\bout of (?:the )?office\b|\bdo not reply\b|\bstill (?:being|waiting"
    r"|working|awaiting)",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:we|i|council|force|trust|department|authority|police) (?:\w+ ){0,3}(?:holds?"
    r"|(?:do|does) not (?:\w+ )?(?:hold|have|record|keep))\b|\b(?:is|are|not) held\b"
    r"|\bno (?:recorded )?information\b|\bplease (?:find|see)\b|\b(?:attached|enclosed|below|"
    r"following)\b[^.]{0,60}\b(?:response|information|answer|repl|data|letter|spreadsheet|document)"
    r"|\b(?:our|the|my|a) (?:formal |full |final )*(?:response|reply|answer)s? (?:is|to"
    r"|below|attached|enclosed|set out)|\bexempt|\brefus|\bwithh[oe]ld|\bsection (?!1\b|8\b|10\b|16"
    r"\b|45\b|50\b)\d|\bregulation 1\d|\binternal review\b[^.]{0,80}\b(?:within|40|two months)"
    r"|\b(?:published|available) (?:on|at|online|here)\b|\bneither confirm\b|\binformation you"
    r"(?: have)? requested\b[^.]{0,60}\b(?:is|are|as)\b|\bwe (?:have )?(?:spent|recorded|received "
    r"\d|employ|paid)|\bdisclos|\bupheld\b|\bconclu",
    re.IGNORECASE,
)
# A letter that says what was decided says more than this; a receipt is short.
_RECEIPT_WORDS = 220
# So many times has a letter to speak as a requester before it surely is a requester's.
_SURELY = 2

_AUTHORITY = re.compile(
    r"\bthank you for (?:your|the) (?:e-?mail|request|enquiry|letter|freedom|foi|information)"
    r"|\b(?:your|the) (?:freedom of information |foi |information )?request "
    r"(?:for information |was |which |has |under |dated |of \d|received|regarding|reference"
    r"|concerning|about)"
    r"|\bin response to your\b|\bwe (?:can )?(?:confirm|hold|do not hold)\b|\bi can confirm\b"
    r"|\bif you are (?:unhappy|dissatisfied|not (?:satisfied|happy|content))\b"
    r"|\bright to (?:ask for|request|appeal)\b|\binformation you (?:have )?requested\b"
    r"|\byou (?:have )?(?:asked|requested)\b|\bref(?:erence)? (?:number )?for your request\b",
    re.IGNORECASE,
)
_REQUESTER = re.compile(
    r"\bi (?:would like to|wish to|am writing to|'d like to|want to|hereby) "
    r"(?:make|request|ask|know|submit|formally)|\bunder the (?:freedom of information|foi"
    r"|environmental)[^.]{0,60}\b(?:i|"
    r"please|could|can)\b|\bplease (?:could you )?(?:provide|supply|send|tell|confirm|let me know|"
    r"state)\b|\b(?:can|could|would) you (?:please )?(?:provide|supply|send|tell|confirm|let me)"
    r"|\bi (?:am|'m) request|\bmy (?:foi |freedom of information )?request\b|\bi look forward to"
    r"|\bpass this on to the person\b",
    re.IGNORECASE,
)


def speaker_of(text: str) -> Speaker:
    """Return who wrote a message, as its words tell; UNKNOWN where they tell both or neither."""
    ours, theirs = len(_AUTHORITY.findall(text)), len(_REQUESTER.findall(text))
    if ours == theirs:
        return Speaker.UNKNOWN
    return Speaker.AUTHORITY if ours > theirs else Speaker.REQUESTER


def why_no_response(text: str) -> str:
    """Return why a letter of unknown origin is no response, or nothing where it may be one.

    In doubt it is one: only a letter that speaks as a requester alone, and a bare receipt, are not.
    """
    if not _AUTHORITY.search(text) and len(_REQUESTER.findall(text)) >= _SURELY:
        return NOT_OURS
    return NOTHING_DECIDED if decides_nothing(text) else ""


def decides_nothing(text: str, kind: str = "") -> bool:
    """Say whether a message of the authority only acknowledges, delays, or asks back.

    The archive's own word decides; without one a short message with the words of a receipt and
    none of an answer is one.
    """
    if kind:
        return bool(_INTERIM_KINDS.search(kind))
    if len(text.split()) > _RECEIPT_WORDS:
        return False
    return bool(_INTERIM.search(text)) and not _DECIDES.search(text)


def exchanges(turns: Sequence[Turn]) -> Iterator[Exchange]:
    """Yield each response of a thread with the request that opened it.

    A later letter of the requester (a chaser, a request for an internal review) opens nothing: what
    was asked stands in the first.
    """
    request = ""
    for position, turn in enumerate(turns, start=1):
        if turn.speaker is Speaker.REQUESTER:
            request = request or turn.text
        elif turn.text.strip() and not decides_nothing(turn.text, turn.kind):
            yield Exchange(request, turn.text, turn.dated, position)
