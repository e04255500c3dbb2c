"""Answers that officers gave outside the assistant: by post, by phone, from a mailbox of theirs."""

from typing import ClassVar

from django.db import models

from assistant.domain import case as rules
from assistant.store.models.cases import Case, _choices
from assistant.store.models.letters import CaseFile
from assistant.store.models.people import User


class AnswerElsewhere(models.Model):
    """An answer that left by another way: when (a day in Europe/London), how, and what it said.

    `text` is what was said, `file` what was sent; one of them is there. A case that is reopened
    and answered so again has several.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="answers_elsewhere")
    on = models.DateField()
    how = models.CharField(max_length=20, choices=_choices(rules.Way))
    outcome = models.CharField(max_length=30, choices=_choices(rules.Outcome))
    text = models.TextField(blank=True)
    file = models.ForeignKey(CaseFile, on_delete=models.PROTECT, null=True, related_name="+")
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        """In the order in which they were recorded."""

        ordering: ClassVar[list[str]] = ["case", "pk"]

    def __str__(self) -> str:
        return f"answer to {self.case} {self.how} on {self.on}"
