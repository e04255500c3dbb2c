"""What files that go out were found to hide, and who answered for it."""

from typing import ClassVar

from django.db import models

from assistant.store.models.cases import Event
from assistant.store.models.letters import CaseFile
from assistant.store.models.people import User


class FileInspection(models.Model):
    """What was seen in a file: rows of [rule, place, count, within], as domain/inspection has them.

    `sha256` is of the bytes that were looked into, `edition` of the rules that were looked for:
    where either differs now, the file is looked into again.
    """

    file = models.OneToOneField(CaseFile, on_delete=models.CASCADE, related_name="inspection")
    sha256 = models.CharField(max_length=64)
    edition = models.PositiveIntegerField()
    sightings = models.JSONField(default=list)
    inspected_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"inspection of {self.file}"


class FindingAcceptance(models.Model):
    """A person lets a file leave with something it hides; why stands beside the event.

    It holds for these bytes (`sha256`) and this finding (`key`), on any letter of the case.
    """

    file = models.ForeignKey(CaseFile, on_delete=models.CASCADE, related_name="acceptances")
    sha256 = models.CharField(max_length=64)
    rule = models.CharField(max_length=40)
    key = models.CharField(max_length=64)
    accepted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField()
    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """A finding of a file is accepted once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["file", "sha256", "key"], name="one_acceptance_per_finding"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} of {self.file}, accepted"
