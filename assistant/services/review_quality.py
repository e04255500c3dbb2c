"""Note what a supervisor thinks of a letter that was sent."""

from assistant.domain.errors import NotAllowed
from assistant.ports import Clock
from assistant.store.models import Letter, Outbox, QualityReview, User

SUPERVISORS_ALONE = "Only a supervisor can review the quality of sent letters."


def review_quality(
    letter_id: int, *, verdict: str, comment: str, by: User, clock: Clock
) -> QualityReview:
    """Add a review to a sent letter of the person's own authority, and return it.

    `verdict` is one of QualityReview.Verdict. Raises NotAllowed where the person does not
    supervise, approved the letter, or it has not been sent; and where a verdict other than the
    best says nothing of the reason.
    """
    letter = Letter.objects.select_related("case", "outbox").get(pk=letter_id)
    if not by.supervises or letter.case.authority_id != by.authority_id:
        raise NotAllowed(SUPERVISORS_ALONE)
    if letter.outbox.stage != Outbox.Stage.SENT:
        raise NotAllowed("Only a letter that was sent is reviewed.")
    if letter.approved_by_id == by.pk:
        raise NotAllowed("You approved this letter. Ask another supervisor to review it.")
    if QualityReview.Verdict(verdict) is not QualityReview.Verdict.SOUND and not comment.strip():
        raise NotAllowed("Say what was wrong with the letter.")
    return QualityReview.objects.create(
        letter=letter, verdict=verdict, comment=comment.strip(), by=by, at=clock.now()
    )
