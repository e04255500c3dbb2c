"""Why two cases cannot be merged, in words for whoever wants to: a table of small functions."""

from collections.abc import Callable

from assistant.domain.case import State
from assistant.domain.letters.blocks import LetterKind
from assistant.store.models import Case, Letter, Outbox

Stage = Outbox.Stage
# A letter in one of these has left, or will not leave any more.
_DONE = (Stage.SENT, Stage.VOID)


def why_not_merge(stays: Case, other: Case) -> list[str]:
    """Return every reason why the other case cannot be merged into the one that stays.

    Each says what to do first. Nothing is left to say where they can be merged.
    """
    if stays.pk == other.pk:
        return ["A case cannot be merged with itself. Choose another."]
    if stays.authority_id != other.authority_id:
        return ["The two cases belong to different authorities and cannot be merged."]
    return [said for rule in RULES for said in rule(stays, other)]


def response_left(case: Case) -> bool:
    """Say whether a response of a case has left, to whomever, even one that was reopened since."""
    return Letter.objects.filter(
        case=case, kind=LetterKind.RESPONSE, outbox__stage__in=[Stage.SENT, Stage.PARTIAL]
    ).exists()


def unsent(case: Case) -> list[str]:
    """Return why a case cannot be changed so far as letters of it are approved and not yet sent."""
    letters = Letter.objects.filter(case=case, voided_at__isnull=True)
    if not letters.exclude(outbox__stage__in=_DONE).exists():
        return []
    return [
        (
            f"A letter of {case.reference} is approved and has not left yet. Wait until it has, or "
            "take the approval back, first."
        )
    ]


def _merged_already(stays: Case, other: Case) -> list[str]:
    return [
        f"{case.reference} was merged into {case.merged_into} already. Choose that one instead."
        for case in (stays, other)
        if case.merged_into
    ]


def _unsent(stays: Case, other: Case) -> list[str]:
    return [*unsent(stays), *unsent(other)]


def _answers(stays: Case, other: Case) -> list[str]:
    """Return what stands against it where a response of the other has left."""
    if not response_left(other):
        return []
    if response_left(stays):
        return [
            (
                "A response has left on both cases, and each answer stands for itself. Link the "
                "cases instead."
            )
        ]
    return [
        (
            f"The response of {other.reference} has left. Let {other.reference} stay, and merge "
            f"{stays.reference} into it."
        )
    ]


def _states(stays: Case, other: Case) -> list[str]:
    if stays.state == State.NOT_A_REQUEST:
        return [f"{stays.reference} is marked as not a request. Reopen it first."]
    if other.state == State.ANSWERED:
        return [f"{other.reference} is answered. Let it stay instead, or reopen it first."]
    return []


def _reviews(stays: Case, other: Case) -> list[str]:
    """Return that a case and its internal review have each a decision and a clock of their own."""
    if stays.parent_id == other.parent_id:
        return []
    return [
        (
            "One of the two belongs to another case, as an internal review does, and is decided by "
            "itself. It cannot be merged."
        )
    ]


RULES: tuple[Callable[[Case, Case], list[str]], ...] = (
    _merged_already,
    _unsent,
    _answers,
    _states,
    _reviews,
)
