"""The intents that a message may have, and the form of the cues that speak for them.

A cue speaks for one intent. Weights are small whole numbers: 1 a hint, 2 a good sign, 3 enough
alone, 6 the sentence that a form provides for exactly this. A new habit of writing is a new row.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.phrases import Phrases


class IntentKind(StrEnum):
    """What a message on a case, or a first one, is for."""

    NEW_REQUEST = "new_request"
    CHASER = "chaser"
    CLARIFICATION_SUPPLIED = "clarification_supplied"
    INTERNAL_REVIEW_REQUEST = "internal_review_request"
    WITHDRAWAL = "withdrawal"
    THANKS = "thanks"
    NEW_REQUEST_IN_THREAD = "new_request_in_thread"
    QUESTION_ABOUT_RESPONSE = "question_about_response"
    COMPLAINT_ICO = "complaint_ico"
    OUT_OF_OFFICE_OR_AUTO = "out_of_office_or_auto"
    BOUNCE = "bounce"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase (matched in straightened lower-case text), its weight, and what it means."""

    kind: IntentKind
    weight: int
    says: str
    pattern: Phrases


def cues(kind: IntentKind, *rows: tuple[int, str, str]) -> tuple[Cue, ...]:
    """Return the cues for an intent from rows of weight, meaning and pattern."""
    return tuple(
        Cue(kind, weight, says, Phrases(pattern, flags=re.NOFLAG)) for weight, says, pattern in rows
    )


@dataclass(frozen=True, slots=True)
class Act:
    """A sentence that decides something: what stands in it, and what must not stand beside that."""

    kind: IntentKind
    says: str
    pattern: Phrases
    unless: Phrases

    def is_done_in(self, sentence: str) -> bool:
        """Say whether a sentence, straightened and in lower case, does it."""
        return self.pattern.occur_in(sentence) and not self.unless.occur_in(sentence)


def act(kind: IntentKind, says: str, pattern: str, unless: str) -> Act:
    """Return an act from its meaning, its pattern and the pattern of what it is only told by."""
    return Act(kind, says, Phrases(pattern, flags=re.NOFLAG), Phrases(unless, flags=re.NOFLAG))
