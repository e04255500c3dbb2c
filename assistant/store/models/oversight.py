"""What supervisors noted when they read sent letters for their quality."""

from typing import ClassVar

from django.db import models

from assistant.store.models.letters import Letter
from assistant.store.models.people import User


class QualityReview(models.Model):
    """What a supervisor thought of a sent letter, and when; rows are added and never changed."""

    class Verdict(models.TextChoices):
        """How good the letter was."""

        SOUND = "sound", "As it should be"
        MINOR = "minor", "Small faults that made no difference"
        FAULTY = "faulty", "It should have been different"

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="quality_reviews")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    comment = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The newest last."""

        ordering: ClassVar[list[str]] = ["letter", "at", "pk"]

    def __str__(self) -> str:
        return f"{self.verdict}: {self.letter}"
