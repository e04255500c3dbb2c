"""Calls of language models: each as it was made, and how many more there may be."""

from decimal import Decimal
from typing import ClassVar

from django.db import models

from assistant.store.models.cases import Case
from assistant.store.models.letters import Draft
from assistant.store.models.people import User


class ModelCall(models.Model):
    """One call of a language model, as it is kept with its case: what was asked, what came back.

    `inputs` has the ids of what the model was shown, `answer` what it said word for word, `problem`
    why that was not used, or what of it was left out. `by` is who asked for it, or nobody where the
    assistant did by itself. `pence` is by the prices of the settings on that day.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, related_name="model_calls")
    draft = models.ForeignKey(
        Draft, on_delete=models.CASCADE, null=True, related_name="model_calls"
    )
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(db_index=True)
    purpose = models.CharField(max_length=40)
    model = models.CharField(max_length=300)
    prompt = models.CharField(max_length=100)
    prompt_version = models.CharField(max_length=40)
    prompt_hash = models.CharField(max_length=64)
    parameters = models.JSONField(default=dict)
    inputs = models.JSONField(default=list)
    answer = models.TextField(blank=True)
    problem = models.TextField(blank=True)
    tokens_in = models.PositiveIntegerField(default=0)
    tokens_out = models.PositiveIntegerField(default=0)
    pence = models.DecimalField(max_digits=14, decimal_places=6, default=Decimal(0))
    milliseconds = models.PositiveIntegerField(default=0)

    class Meta:
        """In the order in which they were made."""

        ordering: ClassVar[list[str]] = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.model}, {self.purpose}, {self.at:%Y-%m-%d %H:%M}"


class ModelSlot(models.Model):
    """A call that began, counted towards its minute and its day; what it took, or is expected to.

    It is counted in its own table, so that the budget holds whatever becomes of the case.
    """

    model = models.CharField(max_length=300)
    at = models.DateTimeField(db_index=True)
    tokens = models.PositiveBigIntegerField()
    pence = models.DecimalField(max_digits=14, decimal_places=6, default=Decimal(0))

    def __str__(self) -> str:
        return f"{self.model}, {self.tokens} tokens"


class ModelGate(models.Model):
    """The one row under whose lock calls are counted; `resting` has instants by model's name."""

    resting = models.JSONField(default=dict)

    def __str__(self) -> str:
        return ", ".join(self.resting) or "open"
