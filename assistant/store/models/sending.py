"""Who a letter goes to, what mail servers said of it later, and how fast letters may leave."""

from typing import ClassVar

from django.db import models

from assistant.store.models.letters import Letter
from assistant.store.models.mail import Message
from assistant.store.models.people import User


class Addressee(models.Model):
    """One recipient of a letter, and whether our mail server took the letter for them.

    `reply` are the server's last words about this recipient.
    """

    class Place(models.TextChoices):
        """What they are to the letter."""

        REQUESTER = "requester", "The requester"
        COPY = "copy", "A copy"

    class State(models.TextChoices):
        """How far the letter has come for this recipient."""

        WAITING = "waiting", "Waiting"
        LEAVING = "leaving", "Leaving now, or not known"
        TAKEN = "taken", "Taken by the mail server"
        REFUSED = "refused", "Refused"

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="addressees")
    place = models.CharField(max_length=10, choices=Place.choices)
    name = models.TextField(blank=True)
    address = models.TextField(db_index=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    reply = models.TextField(blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        """A letter goes to an address once; the requester comes first."""

        ordering: ClassVar[list[str]] = ["letter", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["letter", "address"], name="once_to_an_address"),
        ]

    def __str__(self) -> str:
        return f"{self.place} of {self.letter}: {self.state}"


class DeliveryReport(models.Model):
    """What a mail server on the way said became of a letter (RFC 3464).

    `message` is the report itself, where it came by mail; `addressee` the recipient it is about,
    where that is known. `settled_at` is when a person saw to a letter that came back.
    """

    class Action(models.TextChoices):
        """What happened, in the words of RFC 3464 section 2.3.3."""

        DELIVERED = "delivered", "Delivered"
        RELAYED = "relayed", "Passed on"
        DELAYED = "delayed", "Late"
        FAILED = "failed", "Came back"

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="reports")
    message = models.ForeignKey(
        Message, on_delete=models.PROTECT, null=True, related_name="delivery_reports"
    )
    addressee = models.ForeignKey(
        Addressee, on_delete=models.PROTECT, null=True, related_name="reports"
    )
    action = models.CharField(max_length=10, choices=Action.choices)
    status = models.CharField(max_length=20, blank=True)
    recipient = models.TextField(blank=True)
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        """One row for what one message says of one recipient."""

        ordering: ClassVar[list[str]] = ["at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["letter", "message", "recipient"], name="one_report_a_recipient"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["action", "settled_at"], name="reports_by_action"),
        ]

    def __str__(self) -> str:
        return f"{self.letter}: {self.action}"


class SendingGate(models.Model):
    """The one row under whose lock all workers share the mail server.

    `closed_until` is when sending may go on after the server asked everybody to slow down, and
    `refusals` how often it did so without a letter leaving in between.
    """

    closed_until = models.DateTimeField(null=True)
    refusals = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"closed until {self.closed_until}" if self.closed_until else "open"


class SendingSlot(models.Model):
    """One connection to the mail server, taken at `taken_at` and free again at `free_at`.

    `free_at` is a lease: a worker that dies gives its slot back when the lease has run out.
    """

    taken_at = models.DateTimeField(db_index=True)
    free_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"from {self.taken_at} to {self.free_at}"
