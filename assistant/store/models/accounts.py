"""What is kept of how people sign in: events of accounts, and counts that all processes share."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from assistant.store.models.people import Authority


class AccountEvent(models.Model):
    """Something that happened to a person's account; `actor` is None where nobody was signed in.

    `person` is None for a rule that holds for everybody. `detail` holds roles and kinds of second
    factor, never a secret and nothing a person wrote.
    """

    class Kind(models.TextChoices):
        """What happened."""

        ADDED = "added", "Added"
        CAME_BY_ISSUER = "came_by_issuer", "Added by signing in with the organisation’s account"
        LINK_GIVEN = "link_given", "One-time link made"
        PASSWORD_CHOSEN = "password_chosen", "Chose a password by the one-time link"
        PASSWORD_CHANGED = "password_changed", "Changed the password"
        NAME_CHANGED = "name_changed", "Name changed"
        ROLE_CHANGED = "role_changed", "Role changed"
        TEAM_CHANGED = "team_changed", "Team changed"
        DEACTIVATED = "deactivated", "Deactivated"
        REACTIVATED = "reactivated", "Activated again"
        FACTOR_ADDED = "factor_added", "Second factor added"
        FACTOR_REMOVED = "factor_removed", "Second factor removed"
        FACTORS_RESET = "factors_reset", "Second factors reset"
        CODES_MADE = "codes_made", "New recovery codes made"
        SIGNED_IN = "signed_in", "Signed in"
        RULE_CHANGED = "rule_changed", "Rule for second factors changed"

    authority = models.ForeignKey(
        Authority, on_delete=models.PROTECT, related_name="account_events"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="account_events",
    )
    kind = models.CharField(max_length=20, choices=Kind.choices)
    detail = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        """The newest first."""

        ordering: ClassVar[list[str]] = ["-at", "-pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "-at"], name="account_events_of_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.at:%Y-%m-%d %H:%M}"


class SharedCache(models.Model):
    """The table of Django's database cache, by which processes count failures to sign in together.

    The columns are those that `createcachetable` would make; nothing but that cache uses them.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        """The name that the settings give."""

        db_table = "store_sharedcache"

    def __str__(self) -> str:
        return self.cache_key
