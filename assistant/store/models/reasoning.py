"""What officers record about why a provision applies, and what complying would cost (s.12 FOIA)."""

from typing import ClassVar

from django.db import models

from assistant.store.models.cases import Case
from assistant.store.models.parts import RequestPart
from assistant.store.models.people import User


class ReasoningRecord(models.Model):
    """Why one provision applies in one case: the prejudice and public interest record.

    The machine writes none of it. `citation` is as the register prints it. The qualified person's
    name, the day and the words of the opinion belong to section 36 (s.36(5) FOIA).
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reasoning")
    citation = models.CharField(max_length=60)
    likelihood = models.CharField(max_length=20, blank=True)
    harm = models.TextField(blank=True)
    causal_link = models.TextField(blank=True)
    why = models.TextField(blank=True)
    legitimate_interests = models.TextField(blank=True)
    for_disclosure = models.TextField(blank=True)
    against = models.TextField(blank=True)
    tips = models.TextField(blank=True)
    qualified_person = models.CharField(max_length=200, blank=True)
    opinion_on = models.DateField(null=True, blank=True)
    opinion = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)
    updated_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField()

    class Meta:
        """A provision is reasoned once in a case."""

        ordering: ClassVar[list[str]] = ["case", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "citation"], name="one_record_per_provision"),
        ]

    def __str__(self) -> str:
        return f"why {self.citation} applies in {self.case}"


class EstimateRow(models.Model):
    """One line of an estimate: a task of one of the four activities that count, and its hours.

    `part` is None where the estimate is for the whole request. The rows of an estimate are
    replaced together, so the highest id among them tells one state of it from the next.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="estimate_rows")
    part = models.ForeignKey(
        RequestPart, on_delete=models.CASCADE, null=True, blank=True, related_name="estimate_rows"
    )
    activity = models.CharField(max_length=60)
    task = models.TextField()
    hours = models.DecimalField(max_digits=7, decimal_places=2)
    position = models.PositiveIntegerField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        """In the order in which they were entered."""

        ordering: ClassVar[list[str]] = ["case", "position", "id"]

    def __str__(self) -> str:
        return f"{self.activity}, {self.hours} hours, for {self.case}"
