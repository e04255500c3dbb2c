"""The parts of a request, each with its own regime, clock, searches, outcome and sections."""

from datetime import date
from typing import ClassVar

from django.db import models

from assistant.domain import case as rules
from assistant.domain.law.acts import Regime
from assistant.store.models.cases import Case, _choices
from assistant.store.models.mail import Message
from assistant.store.models.people import User


class RequestPart(models.Model):
    """One thing asked, as a span of the requester's own text, with what was found and decided.

    `asked_on` is the day (Europe/London) on which it was received, where that is another than the
    case's: it came from another case. `received_on` is the day its clock counts from in the end.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="parts")
    position = models.PositiveIntegerField()
    key = models.CharField(max_length=40)
    label = models.CharField(max_length=40, blank=True)
    parent_label = models.CharField(max_length=40, blank=True)
    message = models.ForeignKey(Message, on_delete=models.PROTECT, null=True, related_name="+")
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    origin = models.TextField(blank=True)
    stem = models.TextField(blank=True)
    text = models.TextField()

    regime = models.CharField(max_length=10, choices=[(r.value, r.value) for r in Regime])
    received_on = models.DateField()
    asked_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True)
    decision_due_on = models.DateField(null=True)
    deadline = models.JSONField(default=dict, blank=True)

    held = models.CharField(max_length=10, choices=_choices(rules.Held), default=rules.Held.UNKNOWN)
    outcome = models.CharField(max_length=30, choices=_choices(rules.Outcome), blank=True)
    sections = models.JSONField(default=list, blank=True)
    facts = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        """Keys and places are unique within a case."""

        ordering: ClassVar[list[str]] = ["case", "position"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "key"], name="one_part_per_key"),
            models.UniqueConstraint(fields=["case", "position"], name="one_part_per_position"),
        ]

    def __str__(self) -> str:
        return f"part {self.key} of {self.case}"

    def asked_in(self, case: Case) -> date:
        """Return the day (Europe/London) on which it was received, as a part of its case."""
        return self.asked_on or case.received_on


class Search(models.Model):
    """A search a person made for a part: what a tribunal asks for first."""

    part = models.ForeignKey(RequestPart, on_delete=models.CASCADE, related_name="searches")
    where = models.TextField()
    who = models.CharField(max_length=200)
    terms = models.TextField(blank=True)
    made_on = models.DateField()
    result = models.TextField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        """Names for people."""

        ordering: ClassVar[list[str]] = ["made_on", "id"]
        verbose_name_plural = "searches"

    def __str__(self) -> str:
        return f"search for {self.part}"
