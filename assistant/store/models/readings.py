"""Who opened what: things by the hour, and the sources and blocks of drafts by the version."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from assistant.store.models.cases import Case
from assistant.store.models.letters import Draft
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


class DraftReading(models.Model):
    """A person opened a source of a draft, or said that they have read a block of it.

    `version` is that of the draft at which they did. `digest` is that of what they saw
    (domain/letters/provenance): it holds at later versions too, as long as that is the same there.
    """

    class What(models.TextChoices):
        """What was looked at."""

        SOURCE = "source", "A source"
        BLOCK = "block", "A block"

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="readings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=6, choices=What.choices)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        """Once at each version."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["draft", "person", "what", "digest", "version"],
                name="one_draft_reading_a_version",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} of {self.draft}"
