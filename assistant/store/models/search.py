"""What searching stands on besides the passages: how rare terms are, and when all was checked."""

from typing import ClassVar

from django.db import models

from assistant.store.models.people import Authority


class TermStatistics(models.Model):
    """How many passages an authority's library had when its terms were counted, and how long."""

    authority = models.OneToOneField(
        Authority, on_delete=models.CASCADE, related_name="term_statistics"
    )
    passages = models.PositiveIntegerField()
    mean_length = models.FloatField()
    counted_at = models.DateTimeField()

    class Meta:
        """Names for people."""

        verbose_name_plural = "term statistics"

    def __str__(self) -> str:
        return f"{self.passages} passages"


class TermCount(models.Model):
    """In how many passages a term stands, where it is more than one."""

    authority = models.ForeignKey(
        Authority, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    term = models.CharField(max_length=100)
    passages = models.PositiveIntegerField()

    class Meta:
        """One count a term."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["authority", "term"], name="one_count_a_term"),
        ]

    def __str__(self) -> str:
        return self.term


class LibraryCheck(models.Model):
    """When an authority's library was last held against what searches reach, and what came of it.

    `begun_at` is set before the check and `ended_at` after it; `lacking` counts what was missing,
    out of date or over, and `left` what of it could not be mended.
    """

    authority = models.OneToOneField(
        Authority, on_delete=models.CASCADE, related_name="library_check"
    )
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    lacking = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.lacking} lacking, {self.left} left"
