"""What people propose as wording, and which drafts were made from which wording."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.db import models

from assistant.store.models.letters import Draft
from assistant.store.models.people import Authority, User


class WordingProposal(models.Model):
    """Words that somebody proposes as wording; a supervisor approves them or returns them.

    `base` is the version it starts from, empty for a new wording; `version` is the one that an
    approval made of it. Once decided it is never changed.
    """

    class State(models.TextChoices):
        """What became of it."""

        PROPOSED = "proposed", "Waiting for a supervisor"
        APPROVED = "approved", "Approved"
        RETURNED = "returned", "Returned"

    authority = models.ForeignKey(
        Authority, on_delete=models.CASCADE, related_name="wording_proposals"
    )
    ident = models.CharField(max_length=100)
    base = models.CharField(max_length=30, blank=True)
    kind = models.CharField(max_length=50)
    section = models.CharField(max_length=60, blank=True)
    regime = models.CharField(max_length=10)
    title = models.CharField(max_length=200)
    text = models.TextField()
    why = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    comment = models.TextField(blank=True)
    version = models.CharField(max_length=30, blank=True)

    class Meta:
        """In the order they were made."""

        ordering: ClassVar[list[str]] = ["pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["authority", "state"], name="wording_proposals_waiting"),
        ]

    def __str__(self) -> str:
        return f"proposal {self.pk} for {self.ident}"


class WordingUse(models.Model):
    """A draft that was made from a version of a wording, in one of its own versions at least."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="wording_uses")
    ident = models.CharField(max_length=100)
    version = models.CharField(max_length=30)

    class Meta:
        """One row for a draft and a version of wording."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["ident", "draft", "version"], name="one_row_per_wording_use"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ident} {self.version} in {self.draft}"


def wordings_named(blocks: Iterable[Mapping[str, Any]]) -> set[tuple[str, str]]:
    """Return the id and version of every wording that stored blocks name."""
    return {
        (source["id"], source["version"])
        for block in blocks
        if block["kind"] == "boilerplate"
        for source in block["sources"]
    }
