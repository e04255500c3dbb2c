"""What an authority's clocks run by, and what happened to the clock of a case or of one part."""

from typing import ClassVar

from django.db import models

from assistant.domain.law.clock_rules import OF_AUTHORITIES
from assistant.domain.law.deadline import ClockKind, EventKind
from assistant.store.models.cases import Case, _choices
from assistant.store.models.parts import RequestPart
from assistant.store.models.people import Authority, User


class AuthorityClock(models.Model):
    """The rules of an authority's clocks, as its settings said them at the last start.

    `terms` are pairs of ISO dates; `bank_holidays` is the document of a GOV.UK file, or empty.
    """

    authority = models.OneToOneField(Authority, on_delete=models.CASCADE, related_name="clock")
    kind = models.CharField(
        max_length=10,
        choices=[(kind.value, kind.value) for kind in OF_AUTHORITIES],
        default=ClockKind.FOI.value,
    )
    terms = models.JSONField(default=list, blank=True)
    bank_holidays = models.JSONField(default=dict, blank=True)

    def __str__(self) -> str:
        return f"clock of {self.authority}"


class ClockEvent(models.Model):
    """Something that happened to the clock of a case (no part), or of one part.

    `on` is a day in Europe/London. One that was recorded by mistake is withdrawn, never deleted.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="clock_events")
    part = models.ForeignKey(
        RequestPart, on_delete=models.CASCADE, null=True, blank=True, related_name="clock_events"
    )
    kind = models.CharField(max_length=30, choices=_choices(EventKind))
    on = models.DateField()
    note = models.TextField(blank=True)
    recorded_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        """In the order of their days and, within a day, as they were recorded."""

        ordering: ClassVar[list[str]] = ["case", "on", "id"]

    def __str__(self) -> str:
        return f"{self.kind} on {self.on}"
