"""Pieces of letters that officers asked to have put otherwise, and what became of each."""

from typing import ClassVar

from django.db import models

from assistant.store.models.letters import Draft
from assistant.store.models.people import User


class Refinement(models.Model):
    """One piece of a draft that was to be put otherwise, and the words that were proposed.

    `version` is that of the draft that the officer saw; `first` and `past` are its blocks, from 0.
    `material` has what the words may stand on besides what stands there. `standing` and `reasons`
    say what the rules made of the proposal, `sentences` what may be shown of it, and `problem` in
    plain words why there is none. The words as they stood are in the draft's version.
    """

    class State(models.TextChoices):
        """Where it stands."""

        ASKED = "asked", "Being written"
        READY = "ready", "Ready to be looked at"
        TAKEN = "taken", "Taken"
        LEFT = "left", "Left"

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="refinements")
    version = models.PositiveIntegerField()
    action = models.CharField(max_length=10)
    first = models.PositiveIntegerField()
    past = models.PositiveIntegerField()
    before = models.TextField()
    material = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    standing = models.CharField(max_length=10, blank=True)
    reasons = models.JSONField(default=list, blank=True)
    sentences = models.JSONField(default=list, blank=True)
    problem = models.TextField(blank=True)
    model = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        """In the order in which they were asked for."""

        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.action} of {self.draft}"
