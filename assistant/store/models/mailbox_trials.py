"""Trials of a mailbox: whether it can be signed in to and each folder opened, asked for by hand."""

from typing import ClassVar

from django.db import models

from assistant.store.models.people import Mailbox, User


class MailboxTrial(models.Model):
    """One trial that an administrator asked for; a worker makes it, and it changes nothing there.

    `found` has a row for each folder, and one for the mailbox where no folder was reached: its
    name, whether it works, and what was found or is to be done. Empty while `finished_at` is.
    """

    mailbox = models.ForeignKey(Mailbox, on_delete=models.CASCADE, related_name="trials")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    found = models.JSONField(default=list)

    class Meta:
        """In the order they were asked for."""

        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"trial of {self.mailbox}"

    @property
    def works(self) -> bool:
        """Whether everything that was tried works."""
        return all(row["works"] for row in self.found)
