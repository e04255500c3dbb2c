"""What letters say of an authority: what the settings gave, what people set here, who and why."""

from typing import ClassVar

from django.db import models

from assistant.store.models.people import Authority, User


class AuthorityProfile(models.Model):
    """The values of an authority's profile by field: as the settings gave them, and as set here.

    What is set here counts until it is given back. The values that count stand in Authority and
    Letterhead, where letters take them from.
    """

    authority = models.OneToOneField(Authority, on_delete=models.CASCADE, related_name="profile")
    from_settings = models.JSONField(default=dict)
    set_here = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"profile of {self.authority}"


class AuthorityChange(models.Model):
    """One field of a profile that somebody changed; never changed itself."""

    authority = models.ForeignKey(
        Authority, on_delete=models.CASCADE, related_name="profile_changes"
    )
    field = models.CharField(max_length=50)
    was = models.TextField(blank=True)
    now = models.TextField(blank=True)
    # Whether the settings decide the field again since.
    given_back = models.BooleanField(default=False)
    reason = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """In the order they were made."""

        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.field} of {self.authority}"
