"""What a message on a case is for: cues counted by intent, then a few rules between intents.

The answer is a suggestion for an officer, with its reasons; no clock starts or stops by it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.domain.mail.askingwords import ASKS
from assistant.domain.mail.followup_cues import ALL_CUES
from assistant.domain.mail.followup_kinds import Cue, IntentKind
from assistant.domain.mail.machinewords import (
    AUTOMATIC_SUBJECT,
    DAEMON,
    FAILURE_SUBJECT,
    FAILURE_WORDS,
)
from assistant.domain.mail.message import Message
from assistant.domain.mail.notewords import ABSENT, ACKNOWLEDGES, CALLS_ITSELF_AUTOMATIC
from assistant.domain.mail.screening import Screening, Verdict

__all__ = ["Intent", "IntentKind", "intent", "intent_of_text"]

_HEADER = re.compile(r"([A-Za-z][A-Za-z-]{1,40}):[ \t]?(.*)")
_GREETING = re.compile(
    r"\s*(?:(?:dear|hi|hello|good (?:morning|afternoon|evening)|to whom|fao)\b[^\n]{0,80})(?:\n|$)",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"\n\s*(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm|many thanks and kind|with) "
    r"?(?:regards|wishes)?|regards|sincerely|cofion|yn gywir)\b[^\n]{0,40}\n",
    re.IGNORECASE,
)
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
        if absent or CALLS_ITSELF_AUTOMATIC.search(opening) or len(acknowledges or ()) > 1:
            return Intent(IntentKind.OUT_OF_OFFICE_OR_AUTO, ("Its wording is automatic.",))
    return None


def _of_person(text: str, subject: str, *, in_thread: bool) -> Intent:
    """Weigh the cues in what a person wrote."""
    words = _content(text)
    subject_words = _straight(subject).lower()
    found = [cue for cue in ALL_CUES if cue.pattern.occur_in(words)]
    if re.search(r"\binternal review\b", subject_words):
        found += [cue for cue in ALL_CUES if cue.says == "asks for an internal review"]
    scores = _scores(found, words)
    if not in_thread:
        return _first_message(scores, found)
    best = max(scores, key=lambda kind: (scores[kind], -_ORDER.index(kind)))
    if scores[best] < _ENOUGH and _answers_shortly(words):
        return Intent(IntentKind.CLARIFICATION_SUPPLIED, ("It is a few words, as to a question.",))
    if scores[best] < _ENOUGH:
        return Intent(IntentKind.OTHER, ("Nothing says what it is for.",))
    return Intent(best, _reasons(best, found))


# Where two intents weigh the same, the one that needs the officer sooner comes first.
_ORDER = (
    IntentKind.INTERNAL_REVIEW_REQUEST,
    IntentKind.COMPLAINT_ICO,
    IntentKind.WITHDRAWAL,
    IntentKind.QUESTION_ABOUT_RESPONSE,
    IntentKind.CHASER,
    IntentKind.NEW_REQUEST_IN_THREAD,
    IntentKind.CLARIFICATION_SUPPLIED,
    IntentKind.THANKS,
)
_ENOUGH = 2
# A review cue of this weight asks for the review in so many words.
_ASKED = 8
_SURE = 3
_FEW_WORDS = 6
# A withdrawal is short; who writes more (in characters) asks for something else as well.
_SHORT = 800
# These are asked of anything; only beside a mention of the answer do they ask about it.
_OF_ANYTHING = frozenset({"asks why", "asks what the answer means"})
_CONDITION = re.compile(
    r"\b(?:if|unless|otherwise|or i|failing|lack of|before i|next steps?"
    r"|should (?:you|i)|forced to)\b"
)


def _scores(found: list[Cue], words: str) -> dict[IntentKind, int]:
    """Return the weight for each intent after the rules that hold between them."""
    scores = dict.fromkeys(_ORDER, 0)
    for cue in found:
        scores[cue.kind] += cue.weight
    _drop_vague(scores, found)
    # Thanks are for politeness unless nothing else is said.
    wants = sum(scores[kind] for kind in _ORDER if kind is not IntentKind.THANKS)
    thanked = any(cue.says == "thanks" for cue in found) and len(words) < _SHORT
    if wants > scores[IntentKind.THANKS] or "?" in words or not thanked:
        scores[IntentKind.THANKS] = 0
    if scores[IntentKind.COMPLAINT_ICO] and _conditional(words):
        scores[IntentKind.CHASER] += scores[IntentKind.COMPLAINT_ICO]
        scores[IntentKind.COMPLAINT_ICO] = 0
    elif scores[IntentKind.COMPLAINT_ICO]:
        scores[IntentKind.COMPLAINT_ICO] += scores[IntentKind.CHASER]
    review = IntentKind.INTERNAL_REVIEW_REQUEST
    if any(cue.kind is review and cue.weight >= _ASKED for cue in found):
        scores[IntentKind.INTERNAL_REVIEW_REQUEST] += 20
    elif scores[IntentKind.WITHDRAWAL] and len(words) < _SHORT:
        scores[IntentKind.WITHDRAWAL] += 5
    return scores


def _answers_shortly(words: str) -> bool:
    """Say whether a text is a bare answer: a name, a year, a yes."""
    return 0 < len(words.split()) <= _FEW_WORDS and "?" not in words


def _drop_vague(scores: dict[IntentKind, int], found: list[Cue]) -> None:
    """Take away what does not count beside something surer."""
    about = {cue.says for cue in found if cue.kind is IntentKind.QUESTION_ABOUT_RESPONSE}
    surer = max(scores[IntentKind.CHASER], scores[IntentKind.CLARIFICATION_SUPPLIED])
    if about <= _OF_ANYTHING and surer >= _SURE:
        scores[IntentKind.QUESTION_ABOUT_RESPONSE] = 0
    review = {cue.says for cue in found if cue.kind is IntentKind.INTERNAL_REVIEW_REQUEST}
    # Who chases a review mentions it.
    if review == {"speaks of an internal review"} and scores[IntentKind.CHASER]:
        scores[IntentKind.INTERNAL_REVIEW_REQUEST] = 0


def _conditional(words: str) -> bool:
    """Say whether going to the Commissioner is only threatened: the sentence, or the one before."""
    sentences = re.split(r"(?<=[.!?])\s+|\u00b6", words)
    for number, sentence in enumerate(sentences):
        if re.search(r"\bico\b|\bcommissioner\b", sentence):
            before = sentences[max(0, number - 1)]
            if _CONDITION.search(sentence) or "lack of" in before or before.startswith("if "):
                return True
    return False


def _first_message(scores: Mapping[IntentKind, int], found: list[Cue]) -> Intent:
    """Return what a message outside every thread is for: a new request unless it plainly is not."""
    plainly = {
        IntentKind.INTERNAL_REVIEW_REQUEST: 8,
        IntentKind.WITHDRAWAL: 11,
        IntentKind.CHASER: 7,
        IntentKind.COMPLAINT_ICO: 6,
        IntentKind.THANKS: 4,
    }
    for kind, enough in plainly.items():
        if scores[kind] >= enough and scores[kind] >= max(scores.values()):
            return Intent(kind, _reasons(kind, found))
    return Intent(IntentKind.NEW_REQUEST, ("It belongs to no case, and nothing says otherwise.",))


def _reasons(kind: IntentKind, found: list[Cue]) -> tuple[str, ...]:
    """Return what the cues for an intent say, the weightiest first."""
    cues = sorted((cue for cue in found if cue.kind is kind), key=lambda cue: -cue.weight)
    return tuple(dict.fromkeys(f"The sender {cue.says}." for cue in cues))


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
    # A long quotation is the authority's words, or a law's, not the sender's.
    text = _QUOTATION.sub(" ", text)
    # Lines are joined, because phrases run over their ends; a list label keeps a mark before it.
    labelled = re.sub(r"\n\s*(?=\(?(?:\d{1,2}|[a-z])[.):])", " \u00b6", "\n" + text.lower())
    return " ".join(labelled.split())


def _straight(text: str) -> str:
    return " ".join(text.replace("\u2019", "'").split())
