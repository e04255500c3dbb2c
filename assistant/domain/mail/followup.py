"""What a message on a case is for: cues counted by intent, then a few rules between intents.

The answer is a suggestion for an officer, with its reasons; no clock starts or stops by it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.domain.mail.askingwords import ASKS
from assistant.domain.mail.followup_kinds import IntentKind
from assistant.domain.mail.followup_weights import Weighed, weigh
from assistant.domain.mail.machinewords import (
    AUTOMATIC_SUBJECT,
    DAEMON,
    FAILURE_SUBJECT,
    FAILURE_WORDS,
)
from assistant.domain.mail.message import Message
from assistant.domain.mail.notewords import ABSENT, ACKNOWLEDGES, CALLS_ITSELF_AUTOMATIC
from assistant.domain.mail.screening import Screening, Verdict
from assistant.domain.phrases import Phrases

__all__ = ["Intent", "IntentKind", "intent", "intent_of_text"]

_HEADER = re.compile(r"([A-Za-z][A-Za-z-]{1,40}):[ \t]?(.*)")
# A greeting ends with its comma or its line; what follows on that line is the letter.
_GREETING = re.compile(
    r"\s*(?:dear|hi|hiya|hello|good (?:morning|afternoon|evening|day)|to whom|fao)\b"
    r"(?:[ \t]+[\w.'/&()\[\]-]+){0,8}[ \t]*(?:,|!|\n(?=\s*\S))",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"\n\s*(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm|many thanks and kind|with) "
    r"?(?:regards|wishes)?|regards|sincerely|cofion|yn gywir)\b[^\n]{0,40}\n",
    re.IGNORECASE,
)
# A person speaks of the automatic reply that came from the authority.
_YOURS = re.compile(r"\b(?:your|an?|the) auto(?:mat(?:ic|ed))?[ -]?\w+", re.IGNORECASE)
_NAME_AT_END = re.compile(r"(?<=\S)\s*\n\s*[A-Z][\w.'-]{0,20}(?: [A-Z][\w.'-]{0,20}){0,2}\s*$")
_QUOTATION = re.compile(r"[\"\u201c][^\"\u201c\u201d]{40,1500}[\"\u201d]")
_LONGEST = 6000
_OPENING = 600


@dataclass(frozen=True, slots=True)
class Intent:
    """What a message is for, and the cues that say so, in words for an officer."""

    value: IntentKind
    reasons: tuple[str, ...]


def intent(message: Message, screening: Screening, *, in_thread: bool) -> Intent:
    """Return what a message is for.

    `in_thread` says whether it belongs to a case that exists. What machines wrote is taken from the
    screening; everything else from what the sender wrote this time.
    """
    details = tuple(reason.detail for reason in screening.reasons)
    if screening.verdict is Verdict.BOUNCE:
        return Intent(IntentKind.BOUNCE, details)
    if screening.verdict is Verdict.AUTOMATIC:
        return Intent(IntentKind.OUT_OF_OFFICE_OR_AUTO, details)
    return _of_person(message.written, message.subject, in_thread=in_thread)


def intent_of_text(text: str, subject: str = "", *, in_thread: bool = True) -> Intent:
    """Return what a text is for, where there is no message to ask.

    The text may begin with header lines ("Subject: ..."), which then count as such.
    """
    headers, body = _headers(text)
    subject = subject or headers.get("subject", "")
    machine = _of_machine(headers, subject, body)
    return machine or _of_person(body, subject, in_thread=in_thread)


def _headers(text: str) -> tuple[Mapping[str, str], str]:
    """Split leading header lines, closed by a blank line, from a text."""
    headers: dict[str, str] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines[:60]):
        found = _HEADER.fullmatch(line.rstrip("\r"))
        if found:
            headers.setdefault(found.group(1).lower(), found.group(2).strip())
        elif not line.strip() and {"subject", "from", "return-path"} & headers.keys():
            return headers, "\n".join(lines[number + 1 :])
        elif not line.startswith((" ", "\t")) or not headers:
            break
    return {}, text


def _of_machine(headers: Mapping[str, str], subject: str, body: str) -> Intent | None:
    """Return bounce or automatic where headers, subject or wording give a machine away."""
    opening = _straight(body)[:3000]
    who = f"{headers.get('from', '')} {headers.get('return-path', '')}"
    failed = FAILURE_SUBJECT.match(subject)
    if headers.get("x-failed-recipients") or (
        (failed or DAEMON.search(who)) and FAILURE_WORDS.search(f"{subject} {opening}")
    ):
        return Intent(IntentKind.BOUNCE, ("It reports a failed or delayed delivery.",))
    submitted = headers.get("auto-submitted", "no").lower()
    if AUTOMATIC_SUBJECT.match(subject) or not submitted.startswith("no"):
        return Intent(IntentKind.OUT_OF_OFFICE_OR_AUTO, ("Its headers are an automatic reply's.",))
    if len(opening) < _OPENING * 3 and not ASKS.search(opening):
        absent = ABSENT.search(opening[:_OPENING])
        acknowledges = re.search(r"\bwe\b", opening, re.IGNORECASE) and ACKNOWLEDGES.findall(
            opening
        )
        called = CALLS_ITSELF_AUTOMATIC.search(_YOURS.sub(" ", opening))
        if absent or called or len(acknowledges or ()) > 1:
            return Intent(IntentKind.OUT_OF_OFFICE_OR_AUTO, ("Its wording is automatic.",))
    return None


def _of_person(text: str, subject: str, *, in_thread: bool) -> Intent:
    """Weigh the cues in what a person wrote."""
    words = _content(text)
    # Whatever its cues weigh, it asks something of its own: most mail of an authority does.
    if not in_thread and _asks_of_its_own(words) and not _REVIEW.occur_in(words):
        return _NEW_REQUEST
    weighed = weigh(words, _straight(subject).lower())
    if not in_thread:
        return _first_message(weighed, words)
    best = weighed.best()
    if weighed.scores[best] >= _ENOUGH:
        return Intent(best, weighed.reasons(best))
    if _answers_shortly(words):
        return Intent(IntentKind.CLARIFICATION_SUPPLIED, ("It is a few words, as to a question.",))
    return Intent(IntentKind.OTHER, ("Nothing says what it is for.",))


_ENOUGH = 2
_FEW_WORDS = 6
# What makes a message outside every thread something else than a new request.
_PLAINLY: Mapping[IntentKind, int] = {
    IntentKind.INTERNAL_REVIEW_REQUEST: 8,
    IntentKind.WITHDRAWAL: 11,
    IntentKind.CHASER: 7,
    IntentKind.COMPLAINT_ICO: 6,
    IntentKind.THANKS: 4,
}


# As many questions or labels make a request of a first message.
_SEVERAL = 3
_ANEW = Phrases(
    r"\bhow (?:many|much)\b|\b(?:following|below) (?:information|questions?|details|data)\b"
    r"|\bunder the (?:freedom|environmental|foi)|\b(?:make|making|submit"
    r"|submitting) an? (?:\w+ )?(?:foi|freedom|request)"
    r"|\b(?:please|could you|can you|would you|grateful if)(?: \w+){0,4} (?:provide|supply"
    r"|disclose|forward|list)\b",
    flags=re.NOFLAG,
)
_EARLIER = Phrases(
    r"\b(?:my|our|the|this|that|above|original|earlier|previous)(?: [\w/-]+){0,4} (?:request|foi"
    r"|foia|eir|enquiry|application)\b"
    r"|\b(?:foi|request|ref|reference)(?: no\.?| number)?:? ?[\w/-]*\d",
    flags=re.NOFLAG,
)
_ANSWER = Phrases(
    r"\b(?:foi|foia|eir|requests?|response|reply|answer|acknowledge?ment)\b", flags=re.NOFLAG
)
_COMMISSIONER = Phrases(r"\bico\b|\bcommissioner\b|\bsection 50\b", flags=re.NOFLAG)
# What a first message has to name, so that no other business is taken for it.
_NAMED: Mapping[IntentKind, Phrases] = {
    IntentKind.INTERNAL_REVIEW_REQUEST: _EARLIER,
    IntentKind.WITHDRAWAL: _EARLIER,
    IntentKind.CHASER: _ANSWER,
    IntentKind.COMPLAINT_ICO: _COMMISSIONER,
    IntentKind.THANKS: _ANSWER,
}
_REVIEW = Phrases(
    r"\binternal review\b.{0,90}\b(?:request|foi|eir|decision|response|refusal|handling|answer)\b"
    r"|\b(?:request|foi|eir|decision|response|refusal|handling|answer)\b.{0,90}\binternal review\b"
    r"|\bconducts\b.{0,40}\breviews\b",
    flags=re.NOFLAG,
)


def _answers_shortly(words: str) -> bool:
    """Say whether a text is a bare answer: a name, a year, a yes."""
    return 0 < len(words.split()) <= _FEW_WORDS and "?" not in words


def _asks_anew(words: str, named: Phrases) -> bool:
    """Say whether a text that belongs to no case asks something itself, or is of other business.

    Who chases, withdraws or complains of a request names it (`named`), and says little else.
    """
    return _asks_of_its_own(words) or not named.occur_in(words)


def _asks_of_its_own(words: str) -> bool:
    """Say whether a text asks several things, or for information in so many words."""
    several = words.count("?") + words.count("\u00b6") >= _SEVERAL
    return several or _ANEW.occur_in(words)


_NEW_REQUEST = Intent(
    IntentKind.NEW_REQUEST, ("It belongs to no case, and nothing says otherwise.",)
)


def _first_message(weighed: Weighed, words: str) -> Intent:
    """Return what a message outside every thread is for: a new request unless it plainly is not."""
    best = weighed.best()
    plainly = best in _PLAINLY and weighed.scores[best] >= _PLAINLY[best]
    if plainly and (_REVIEW.occur_in(words) or not _asks_anew(words, _NAMED[best])):
        return Intent(best, weighed.reasons(best))
    return _NEW_REQUEST


def _content(text: str) -> str:
    """Return the letter without greeting and sign-off, straightened, in lower case."""
    text = text[:_LONGEST].replace("\u2019", "'").replace("\u2018", "'").replace("\r", "")
    greeting = _GREETING.match(text)
    text = text[greeting.end() :] if greeting else text
    signed = None
    for found in _SIGN_OFF.finditer(text + "\n"):
        signed = found
    if signed and signed.start() > len(text) * 0.3:
        text = text[: signed.start()]
    text = _NAME_AT_END.sub("", text)
    # A long quotation is the authority's words, or a law's, not the sender's.
    text = _QUOTATION.sub(" ", text)
    # Lines are joined, because phrases run over their ends; a list label keeps a mark before it.
    labelled = re.sub(r"\n\s*(?=\(?(?:\d{1,2}|[a-z])[.):])", " \u00b6", "\n" + text.lower())
    return " ".join(labelled.split())


def _straight(text: str) -> str:
    return " ".join(text.replace("\u2019", "'").split())
