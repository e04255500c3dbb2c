"""Authorities, the people who work for them, and the mailboxes they read."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models


class Authority(models.Model):
    """A public authority; one deployment may serve several.

    Name, addresses, review contact and regulator stand here and not in wording, so that a letter
    never carries another authority's, or an old regulator's, details.
    """

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    address = models.TextField(blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=50, blank=True)
    own_domains = models.JSONField(default=list, blank=True)
    # Names by which its own mail gateway signs Authentication-Results headers (RFC 8601).
    authserv_ids = models.JSONField(default=list, blank=True)
    review_contact = models.TextField(blank=True)
    regulator_name = models.CharField(max_length=200)
    regulator_address = models.TextField()
    regulator_url = models.URLField()
    four_eyes = models.BooleanField(default=False)
    second_person = models.JSONField(default=list, blank=True)
    new_officer_letters = models.PositiveIntegerField(default=0)
    # Roles whose people may do nothing before they have set up a second factor.
    second_factor_roles = models.JSONField(default=list, blank=True)
    # The appropriate limit of section 12 FOIA in pounds (SI 2004/3244 regulation 3).
    cost_limit = models.PositiveIntegerField(default=450)

    class Meta:
        """Names for people."""

        verbose_name_plural = "authorities"

    def __str__(self) -> str:
        return self.name


class Letterhead(models.Model):
    """What stands at the head and foot of an authority's letters."""

    authority = models.OneToOneField(Authority, on_delete=models.CASCADE, related_name="letterhead")
    head = models.TextField(blank=True)
    foot = models.TextField(blank=True)
    signatory = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"Letterhead of {self.authority}"


class User(AbstractUser):
    """A person who signs in: an auditor, an officer, a supervisor or an administrator."""

    class Role(models.TextChoices):
        """What a person may do; an auditor looks, each other may do what the ones before it may."""

        AUDITOR = "auditor", "Auditor"
        OFFICER = "officer", "Officer"
        SUPERVISOR = "supervisor", "Supervisor"
        ADMINISTRATOR = "administrator", "Administrator"

    authority = models.ForeignKey(
        Authority, on_delete=models.PROTECT, null=True, blank=True, related_name="people"
    )
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.OFFICER)
    title = models.CharField(max_length=100, blank=True)
    team = models.CharField(max_length=100, blank=True)
    # Raised by one, it ends every session that the person has; the password need not change for it.
    sessions_ended = models.PositiveIntegerField(default=0)

    REQUIRED_FIELDS: ClassVar[list[str]] = []

    @property
    def supervises(self) -> bool:
        """Whether this person may do what supervisors may."""
        return self.role in {self.Role.SUPERVISOR, self.Role.ADMINISTRATOR}

    @property
    def may_change(self) -> bool:
        """Whether this person may change anything but their own account; an auditor looks."""
        return self.role != self.Role.AUDITOR

    @property
    def oversees(self) -> bool:
        """Whether this person may see who opened what."""
        return self.supervises or self.role == self.Role.AUDITOR

    @property
    def administers(self) -> bool:
        """Whether this person says who may come in."""
        return self.role == self.Role.ADMINISTRATOR

    @property
    def shown_name(self) -> str:
        """The name that colleagues see."""
        return self.get_full_name() or self.username

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        """Return what a session must hold to be this person's still; Django's own, and our count.

        Without the count, somebody activated again would be signed in where they were before.
        """
        told: str = super()._get_session_auth_hash(secret=secret)  # type: ignore[misc]  # no stub
        return f"{told}{self.sessions_ended or ''}"


class Mailbox(models.Model):
    """A mailbox that requests arrive in; its password lives in the settings, never here."""

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="mailboxes")
    address = models.EmailField(unique=True)
    aliases = models.JSONField(default=list, blank=True)
    name = models.CharField(max_length=100, blank=True)

    class Meta:
        """Names for people."""

        verbose_name_plural = "mailboxes"

    def __str__(self) -> str:
        return self.address


class MailboxFolder(models.Model):
    """How far a folder has been read: the UID high-water mark under its UIDVALIDITY (RFC 3501).

    `in_use` is false once the settings name it no longer: what was read of it stays on record, and
    nobody looks at it again unless it is set anew.

    `start` is what was decided about the mail it held when it was first read, at `began_at`: up to
    the UID `old_up_to` it is old, and either left where it is or imported. Where the server has
    renumbered the folder since, what it held then, up to the UID `by_date_up_to`, is old if it was
    received before `began_at`. `counted_at` and the
    three figures above it are the last comparison with the server: the messages it holds, those of
    them that were left alone as old, and those that should be here and are not.
    """

    class Role(models.TextChoices):
        """What a folder is read for."""

        ARRIVALS = "arrivals", "Mail that arrives"
        SENT = "sent", "Mail that colleagues sent"

    class Start(models.TextChoices):
        """What happens to mail that was there before the first start."""

        UNDECIDED = "", "Not decided"
        EVERYTHING = "everything", "Taken in as new mail"
        FROM_NOW = "from_now", "Left where it is"
        IMPORT = "import", "Made into cases, without acknowledgements"

    mailbox = models.ForeignKey(Mailbox, on_delete=models.CASCADE, related_name="folders")
    name = models.CharField(max_length=200)
    uidvalidity = models.BigIntegerField(null=True)
    last_uid = models.BigIntegerField(default=0)
    polled_at = models.DateTimeField(null=True)
    problem = models.TextField(blank=True)
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.ARRIVALS)
    in_use = models.BooleanField(default=True)
    start = models.CharField(
        max_length=10, choices=Start.choices, default=Start.UNDECIDED, blank=True
    )
    began_at = models.DateTimeField(null=True)
    old_up_to = models.BigIntegerField(default=0)
    by_date_up_to = models.BigIntegerField(default=0)
    on_server = models.BigIntegerField(null=True)
    left_alone = models.BigIntegerField(default=0)
    missing = models.BigIntegerField(default=0)
    counted_at = models.DateTimeField(null=True)

    class Meta:
        """One row a folder."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["mailbox", "name"], name="one_row_per_folder"),
        ]

    def __str__(self) -> str:
        return f"{self.mailbox}/{self.name}"


class LeftAlone(models.Model):
    """An old message that was left where it is, by its number in a folder renumbered since."""

    folder = models.ForeignKey(MailboxFolder, on_delete=models.CASCADE, related_name="left")
    uidvalidity = models.BigIntegerField()
    uid = models.BigIntegerField()

    class Meta:
        """One row a message."""

        verbose_name_plural = "messages left alone"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["folder", "uidvalidity", "uid"], name="left_alone_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.folder};{self.uidvalidity}/{self.uid}"
