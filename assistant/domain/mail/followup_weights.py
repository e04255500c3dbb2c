"""Weighs what was found in a message on a case: cues by intent, and what holds between intents."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.mail.cues_deciding import ACTS, HINTS
from assistant.domain.mail.followup_cues import ALL_CUES
from assistant.domain.mail.followup_kinds import Act, Cue, IntentKind
from assistant.domain.phrases import PhraseTable

# Where two intents weigh the same, the one that needs the officer sooner comes first.
ORDER = (
    IntentKind.INTERNAL_REVIEW_REQUEST,
    IntentKind.COMPLAINT_ICO,
    IntentKind.WITHDRAWAL,
    IntentKind.QUESTION_ABOUT_RESPONSE,
    IntentKind.CHASER,
    IntentKind.NEW_REQUEST_IN_THREAD,
    IntentKind.CLARIFICATION_SUPPLIED,
    IntentKind.THANKS,
)
# What is decided in so many words outweighs every number of hints. A review comes before a
# complaint to the Commissioner, who asks for it first, and before the withdrawal of something else.
_DECIDED: Mapping[IntentKind, int] = {
    IntentKind.INTERNAL_REVIEW_REQUEST: 40,
    IntentKind.COMPLAINT_ICO: 30,
    IntentKind.WITHDRAWAL: 20,
}
_HINTED = 5
# A withdrawal is short; who writes more (in characters) asks for something else as well.
_SHORT, _WITHDRAWN_IN_A_LONG_TEXT = 800, 6
_SURE = 3
# These are asked of anything; only beside a mention of the answer do they ask about it.
_OF_ANYTHING = frozenset({"asks why", "asks what the answer means"})
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\u00b6")
_TO_COME = re.compile(r"\b(?:will|shall)\b|'ll\b")
_CONDITION = re.compile(r"\W*(?:if|unless|should you|in the event)\b")
_MENTIONS = {"speaks of an internal review"}
_CUES = PhraseTable(ALL_CUES, lambda cue: cue.pattern)
_ACTS, _HINTS = (PhraseTable(table, lambda act: act.pattern) for table in (ACTS, HINTS))


@dataclass(frozen=True, slots=True)
class Weighed:
    """The weight of each intent, and everything that was found for one."""

    scores: Mapping[IntentKind, int]
    found: Sequence[Cue | Act]

    def best(self) -> IntentKind:
        """Return the intent that weighs most."""
        return max(self.scores, key=lambda kind: (self.scores[kind], -ORDER.index(kind)))

    def reasons(self, kind: IntentKind) -> tuple[str, ...]:
        """Return what was found for an intent, what decides first, then the weightiest."""
        cues = [each for each in self.found if each.kind is kind]
        cues.sort(key=lambda each: -each.weight if isinstance(each, Cue) else -_DECIDED[kind])
        return tuple(dict.fromkeys(f"The sender {each.says}." for each in cues))


def weigh(words: str, subject: str) -> Weighed:
    """Weigh a letter's words (straightened, in lower case) and its subject, in lower case."""
    cues = _CUES.found_in(words)
    acts = _done(_ACTS, words)
    if re.search(r"\binternal review\b", subject) and not _is_after_it(cues, acts):
        acts = [*acts, next(each for each in ACTS if each.says == "asks for a review")]
    scores = dict.fromkeys(ORDER, 0)
    for cue in cues:
        scores[cue.kind] += cue.weight
    _drop_vague(scores, cues)
    for kind in {each.kind for each in acts}:
        scores[kind] += _DECIDED[kind]
    # Who chases a review, or warns, speaks of it too.
    waits = scores[IntentKind.CHASER] >= _SURE
    hints = [] if acts or waits else _done(_HINTS, words)
    for kind in {each.kind for each in hints}:
        scores[kind] += _HINTED
    if len(words) >= _SHORT and scores[IntentKind.WITHDRAWAL] >= _DECIDED[IntentKind.WITHDRAWAL]:
        scores[IntentKind.WITHDRAWAL] = _WITHDRAWN_IN_A_LONG_TEXT
    _keep_thanks_apart(scores, cues, words)
    return Weighed(scores, [*acts, *hints, *cues])


def _done(table: PhraseTable[Act], words: str) -> list[Act]:
    """Return what is done in some sentence; what is to come counts after no condition."""
    possible = table.possible_in(words)
    if not possible:
        return []
    sentences = _SENTENCE_END.split(words)
    found = []
    for before, sentence in zip(["", *sentences], sentences, strict=False):
        if _TO_COME.search(sentence) and _CONDITION.match(before):
            continue
        found += [each for each in possible if each.is_done_in(sentence)]
    return list(dict.fromkeys(found))


def _is_after_it(cues: Sequence[Cue], acts: Sequence[Act]) -> bool:
    """Say whether a letter under a subject that names a review says itself what it is for."""
    sure = any(cue.weight >= _SURE and cue.kind is not IntentKind.THANKS for cue in cues)
    return bool(acts) or sure


def _drop_vague(scores: dict[IntentKind, int], found: Sequence[Cue]) -> None:
    """Take away what does not count beside something surer."""
    about = {cue.says for cue in found if cue.kind is IntentKind.QUESTION_ABOUT_RESPONSE}
    surer = max(scores[IntentKind.CHASER], scores[IntentKind.CLARIFICATION_SUPPLIED])
    if about <= _OF_ANYTHING and surer >= _SURE:
        scores[IntentKind.QUESTION_ABOUT_RESPONSE] = 0
    # Who asks how to narrow the request has not narrowed it (section 16).
    if "asks for help with framing a request" in about:
        scores[IntentKind.NEW_REQUEST_IN_THREAD] = 0
    review = {cue.says for cue in found if cue.kind is IntentKind.INTERNAL_REVIEW_REQUEST}
    # Who chases a review mentions it.
    if review <= _MENTIONS and scores[IntentKind.CHASER]:
        scores[IntentKind.INTERNAL_REVIEW_REQUEST] = 0


def _keep_thanks_apart(scores: dict[IntentKind, int], found: Sequence[Cue], words: str) -> None:
    """Thanks are for politeness unless nothing else is said."""
    wants = sum(scores[kind] for kind in ORDER if kind is not IntentKind.THANKS)
    thanked = any(cue.says == "thanks" for cue in found) and len(words) < _SHORT
    if wants > scores[IntentKind.THANKS] or "?" in words or not thanked:
        scores[IntentKind.THANKS] = 0
