"""Standing approvals of acknowledgements, and what became of each one composed under them."""

from typing import Any, ClassVar

from django.db import models

from assistant.domain.errors import NotAllowed
from assistant.store.models.letters import Draft, Letter
from assistant.store.models.people import Authority, Mailbox, User

# What may be written after the row: that it ended, when, by whom and why.
_ENDING = {"revoked_at", "revoked_by", "revoke_reason"}


class StandingApproval(models.Model):
    """A supervisor's approval of one acknowledgement for one mailbox, until a day.

    `wordings` are what the acknowledgement is made of: id, version, title and the SHA-256 of each
    text. `samples` are what was on the screen, word for word: a regime and the text under it.
    `expires_on` is the last day on which it holds (Europe/London). Rows are the history: a new
    approval ends the one before it, and none is ever changed otherwise.
    """

    authority = models.ForeignKey(
        Authority, on_delete=models.PROTECT, related_name="standing_approvals"
    )
    mailbox = models.ForeignKey(
        Mailbox, on_delete=models.PROTECT, related_name="standing_approvals"
    )
    wordings = models.JSONField()
    samples = models.JSONField()
    reason = models.TextField()
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()
    expires_on = models.DateField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    revoke_reason = models.TextField(blank=True)

    class Meta:
        """At most one of a mailbox stands."""

        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["mailbox"],
                condition=models.Q(revoked_at__isnull=True),
                name="one_standing_approval_a_mailbox",
            ),
        ]

    def __str__(self) -> str:
        return f"standing approval {self.pk} for {self.mailbox}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Append, or write down how it ended; refuse any other change."""
        if self.pk is not None and set(kwargs.get("update_fields") or ()) != _ENDING:
            raise NotAllowed("A standing approval is never changed: end it and give another.")
        super().save(*args, **kwargs)

    def delete(self, *_args: object, **_kwargs: object) -> tuple[int, dict[str, int]]:
        """Refuse: the history of standing approvals is never cut."""
        raise NotAllowed("Standing approvals are ended, never deleted.")


class StandingDecision(models.Model):
    """What became of one composed acknowledgement under a standing approval.

    Either it became `letter`, or it waits for a person, and `why_not` says why in plain words. A
    draft is decided once: composed again later, it waits for a person.
    """

    standing = models.ForeignKey(
        StandingApproval, on_delete=models.PROTECT, related_name="decisions"
    )
    draft = models.OneToOneField(Draft, on_delete=models.CASCADE, related_name="standing_decision")
    letter = models.OneToOneField(
        Letter, on_delete=models.PROTECT, null=True, related_name="standing_decision"
    )
    why_not = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        """In the order they were made."""

        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.draft}: {self.why_not or 'approved'}"
