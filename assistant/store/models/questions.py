"""What people asked the assistant, and what it answered."""

from typing import ClassVar

from django.db import models

from assistant.store.models.cases import Case
from assistant.store.models.people import Authority, User


class AskedQuestion(models.Model):
    """A question with its answer, as it was given then; appended, never changed.

    `case` is None for one about the library, the law or the work. `kinds` are what it was
    understood to ask (domain/chat/kinds), none where it was not. `blocks` are the answer's
    (domain/chat/answer): they hold no name and no message of the requester's, only where these
    stand.
    """

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="questions")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, related_name="questions")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="questions")
    asked_at = models.DateTimeField()
    question = models.TextField()
    kinds = models.JSONField(default=list, blank=True)
    blocks = models.JSONField(default=list)

    class Meta:
        """The newest first."""

        ordering: ClassVar[list[str]] = ["-asked_at", "-pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["case", "-asked_at"], name="questions_of_a_case"),
            models.Index(fields=["asked_by", "case", "-asked_at"], name="questions_of_a_person"),
        ]

    def __str__(self) -> str:
        return self.question
