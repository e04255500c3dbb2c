"""What a person looks for again and again in the list of cases."""

from typing import ClassVar

from django.db import models

from assistant.store.models.people import User


class SavedFilter(models.Model):
    """One person's filter of the list of cases; `query` is the query of its address."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="saved_filters")
    name = models.CharField(max_length=60)
    query = models.TextField()
    saved_at = models.DateTimeField()

    class Meta:
        """A name names one filter of a person."""

        ordering: ClassVar[list[str]] = ["person", "name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "name"], name="one_filter_per_name"),
        ]

    def __str__(self) -> str:
        return self.name
