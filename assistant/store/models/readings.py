"""Who opened what: one row a person, thing and hour, so that the table grows with people's days."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from assistant.store.models.cases import Case
from assistant.store.models.library import LibraryDocument
from assistant.store.models.mail import Message


class Reading(models.Model):
    """A person opened a case, a letter, a message or an original in the hour that `hour` begins.

    `key` names the thing within the table ("case:5"); one of the three below it leads there.
    """

    class What(models.TextChoices):
        """What was opened."""

        CASE = "case", "The case"
        LETTER = "letter", "A letter"
        MESSAGE = "message", "A message"
        RAW_MESSAGE = "raw_message", "The raw message"
        ATTACHMENT = "attachment", "A file of a message"
        ORIGINAL = "original", "An original of the library"

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="readings"
    )
    what = models.CharField(max_length=12, choices=What.choices)
    key = models.CharField(max_length=40)
    hour = models.DateTimeField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, related_name="readings")
    message = models.ForeignKey(
        Message, on_delete=models.CASCADE, null=True, related_name="readings"
    )
    document = models.ForeignKey(
        LibraryDocument, on_delete=models.CASCADE, null=True, related_name="readings"
    )

    class Meta:
        """Once an hour."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "key", "hour"], name="one_reading_an_hour"),
        ]

    def __str__(self) -> str:
        return f"{self.key}, {self.hour:%Y-%m-%d %H}h"
