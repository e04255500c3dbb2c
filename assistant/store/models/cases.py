"""Cases, who asked, which messages belong to them, and their history."""

from enum import StrEnum
from typing import Any, ClassVar

from django.db import models

from assistant.domain import case as rules
from assistant.domain.errors import NotAllowed
from assistant.domain.law.acts import Regime
from assistant.store.models.mail import Message
from assistant.store.models.people import Authority, User


def _choices(kinds: type[StrEnum]) -> list[tuple[str, str]]:
    """Spell an enum of the domain as Django choices."""
    return [(kind.value, kind.value.replace("_", " ").capitalize()) for kind in kinds]


class CaseNumber(models.Model):
    """The last number given, per authority, prefix and year; counted up under a row lock."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE)
    prefix = models.CharField(max_length=10)
    year = models.PositiveIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        """One counter a year."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["authority", "prefix", "year"], name="one_counter_per_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}: {self.last}"


class Case(models.Model):
    """A request for information and everything about it.

    `received_at` is an instant, `received_on` its date in Europe/London, and `receipt_basis` how
    we know. `version` rises with each change that two people could make at once. `undelivered_at`
    is when we learned that the answer came back: until a person has seen to it, the requester has
    not been answered. `unanswered` says both in one, and is kept by the database. An internal
    review is a case whose `parent` is the request that it is of. `answered_elsewhere` says that the
    answer did not leave from here.
    `merged_into` is the case that a merged one belongs to now: one that stands by itself, never a
    merged one.
    """

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="cases")
    reference = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    state = models.CharField(
        max_length=30, choices=_choices(rules.State), default=rules.State.OPEN, db_index=True
    )
    regime = models.CharField(max_length=10, choices=[(r.value, r.value) for r in Regime])
    regime_reasons = models.JSONField(default=list, blank=True)
    purpose = models.CharField(
        max_length=10, choices=_choices(rules.Purpose), default=rules.Purpose.REQUEST
    )
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )

    received_at = models.DateTimeField()
    received_on = models.DateField()
    receipt_basis = models.CharField(max_length=20, choices=_choices(rules.ReceiptBasis))
    receipt_reason = models.TextField(blank=True)
    due_on = models.DateField(null=True, db_index=True)
    decision_due_on = models.DateField(null=True)
    deadline = models.JSONField(default=dict, blank=True)

    officer = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    version = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    undelivered_at = models.DateTimeField(null=True, db_index=True)
    unanswered = models.GeneratedField(
        expression=models.Case(
            models.When(
                models.Q(state__in=[rules.State.OPEN.value, rules.State.RESPONSE_APPROVED.value])
                | models.Q(undelivered_at__isnull=False),
                then=models.Value(value=True),
            ),
            default=models.Value(value=False),
        ),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    answered_elsewhere = models.BooleanField(default=False)
    retain_until = models.DateField(null=True, blank=True)
    legal_hold = models.BooleanField(default=False)

    messages: "models.ManyToManyField[Message, CaseMessage]" = models.ManyToManyField(
        Message, through="CaseMessage", related_name="cases"
    )

    class Meta:
        """A reference names one case of an authority; each order of the lists has an index."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["authority", "reference"], name="one_case_per_reference"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["authority", "-unanswered", "due_on", "reference"], name="cases_by_due"
            ),
            models.Index(fields=["authority", "received_on", "reference"], name="cases_by_receipt"),
            models.Index(fields=["authority", "title", "reference"], name="cases_by_title"),
            models.Index(fields=["authority", "state", "reference"], name="cases_by_state"),
            models.Index(fields=["authority", "officer", "reference"], name="cases_by_officer"),
        ]

    def __str__(self) -> str:
        return self.reference


class Requester(models.Model):
    """Who asked: personal data, apart from the case so that it can be erased."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="requester")
    name = models.TextField(blank=True)
    address = models.TextField(blank=True)
    postal_address = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"requester of {self.case}"


class CaseWords(models.Model):
    """What a case is found by, as terms (store/terms.py): its request, its letters, its sections.

    The full text index of each database stands on this table (store/case_search.py).
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="words")
    request = models.TextField(blank=True)
    letters = models.TextField(blank=True)
    sections = models.TextField(blank=True)

    class Meta:
        """Names for people."""

        verbose_name_plural = "case words"

    def __str__(self) -> str:
        return f"words of {self.case}"


class RequestSketch(models.Model):
    """One of the numbers by which a near-identical request is found (domain/request/likeness)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="sketch")
    value = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.value} of {self.case}"


class CaseMessage(models.Model):
    """A message's place on a case; one message may stand on several.

    `draft` is the letter that was begun to answer it; `settled_at` is when a person said that it
    needs none, for the reason that the history holds.
    """

    class Part(models.TextChoices):
        """What the message is to the case."""

        REQUEST = "request", "The request"
        REPLY = "reply", "A reply"
        BOUNCE = "bounce", "A delivery failure"
        AUTOMATIC = "automatic", "An automatic message"
        SENT = "sent", "Sent by a colleague"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="case_messages")
    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="case_messages")
    part = models.CharField(max_length=10, choices=Part.choices)
    filed_at = models.DateTimeField()
    draft = models.ForeignKey(
        "store.Draft", on_delete=models.SET_NULL, null=True, blank=True, related_name="answers"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A message stands once on a case."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "message"], name="message_once_per_case"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["part", "filed_at"], name="case_messages_by_part"),
        ]

    def __str__(self) -> str:
        return f"message {self.message_id} on {self.case}"


class Event(models.Model):
    """One thing that happened to a case; appended, never changed, bound to the one before.

    `details` hold ids and hashes only.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40, choices=_choices(rules.EventKind))
    at = models.DateTimeField()
    actor = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    details = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        """Numbered without a gap."""

        ordering: ClassVar[list[str]] = ["case", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "number"], name="one_event_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.number}: {self.kind}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Append; refuse to change what already stands."""
        if self.pk is not None:
            raise NotAllowed("Events are appended, never changed.")
        super().save(*args, **kwargs)

    def delete(self, *_args: object, **_kwargs: object) -> tuple[int, dict[str, int]]:
        """Refuse: the history of a case is never cut."""
        raise NotAllowed("Events are appended, never deleted.")


class EventNote(models.Model):
    """The reason a person gave for an event; apart from it, because words can be erased."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="note")
    text = models.TextField()

    def __str__(self) -> str:
        return f"reason for event {self.event_id}"
