"""What happens to a case as a letter of it is approved, taken back or sent."""

from collections.abc import Mapping
from typing import Literal

from assistant.domain.case import EventKind, Purpose
from assistant.domain.letters.blocks import LetterKind
from assistant.domain.letters.kinds import KINDS

Step = Literal["approved", "voided", "sent"]

# The letter that a case of each purpose is answered by.
ANSWERS: Mapping[Purpose, LetterKind] = {
    Purpose.REQUEST: LetterKind.RESPONSE,
    Purpose.REVIEW: LetterKind.REVIEW_OUTCOME,
}
# What happens to a case that its letter does not belong to, as an outcome of a review
# that was begun on the request itself, before reviews were cases of their own.
_ELSEWHERE: Mapping[str, EventKind] = {
    "approved": EventKind.LETTER_APPROVED,
    "voided": EventKind.LETTER_VOIDED,
    "sent": EventKind.LETTER_SENT,
}


def event_of(kind: LetterKind, step: Step, purpose: Purpose) -> EventKind:
    """Return what happens to a case of a purpose as a letter is approved, voided or sent."""
    row = KINDS[kind]
    if purpose not in row.purposes:
        return _ELSEWHERE[step]
    return {"approved": row.approved, "voided": row.voided, "sent": row.sent}[step]


def is_answer(kind: str, purpose: str) -> bool:
    """Whether a letter of a kind is what answers a case of a purpose."""
    return kind == ANSWERS[Purpose(purpose)]
