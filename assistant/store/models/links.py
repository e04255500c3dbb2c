"""Cases that an officer put beside each other, with why."""

from typing import ClassVar

from django.db import models

from assistant.store.models.cases import Case
from assistant.store.models.people import User


class CaseLink(models.Model):
    """A link between two cases, which works both ways; taken away again, never deleted.

    `one` is the case that was opened first. `note` is a person's word why.
    """

    class Why(models.TextChoices):
        """What the link is for."""

        COST = "cost", "Counted together for the cost limit (section 12(4))"
        VEXATIOUS = "vexatious", "Vexatious or repeated requests (section 14)"
        SERIES = "series", "A series of the same requester"
        RELATED = "related", "Related"
        SPLIT = "split", "One was split from the other"
        MERGED = "merged", "One was merged into the other"

    # What a person can choose; a split and a merger say so by themselves.
    BY_HAND: ClassVar[tuple[str, ...]] = (Why.COST, Why.VEXATIOUS, Why.SERIES, Why.RELATED)

    one = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="links_to_later")
    other = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="links_to_earlier")
    why = models.CharField(max_length=20, choices=Why.choices)
    note = models.TextField()
    linked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_reason = models.TextField(blank=True)

    class Meta:
        """Two cases are linked once at a time."""

        ordering: ClassVar[list[str]] = ["linked_at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["one", "other"],
                condition=models.Q(ended_at__isnull=True),
                name="two_cases_linked_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one} and {self.other}: {self.why}"
