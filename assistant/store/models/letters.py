"""Drafts and their versions, files, approved letters, and the outbox they leave through."""

from typing import ClassVar

from django.db import models

from assistant.domain.letters.blocks import LetterKind
from assistant.store.models.cases import Case, _choices
from assistant.store.models.people import User


class CaseFile(models.Model):
    """A file an officer added to a case, compressed with zlib."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=200)
    type = models.CharField(max_length=200)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    compressed = models.BinaryField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Draft(models.Model):
    """A letter in the making. It is queued, composed, edited; approval makes a Letter of it.

    Those of a case that was merged are kept to be read, and are letters of it no more.

    `problem` says in plain words why a queued draft is still waiting. `supplied` is what an officer
    answered when the letter was begun, with who and when. `keep_edits` says whether what people
    typed stands when it is composed again; `needs_second` whether a second person approves it;
    `set_aside` are composed words that gave way to theirs, and were put nowhere. `proposing` says
    what became of a language model's proposals, or why none was used; empty where none was asked.
    """

    class State(models.TextChoices):
        """Where a draft stands."""

        QUEUED = "queued", "Being composed"
        READY = "ready", "Ready to edit"
        APPROVED = "approved", "Approved"
        DISCARDED = "discarded", "Discarded"
        KEPT = "kept", "Kept to be read"

    # While it is being written; a case has one such draft of a kind.
    OPEN: ClassVar[tuple[str, ...]] = (State.QUEUED, State.READY)

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="drafts")
    kind = models.CharField(max_length=20, choices=_choices(LetterKind))
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    version = models.PositiveIntegerField(default=0)
    blocks = models.JSONField(default=list)
    findings = models.JSONField(default=list)
    passages = models.JSONField(default=list)
    similar = models.JSONField(default=list)
    pipeline_version = models.CharField(max_length=40, blank=True)
    model = models.CharField(max_length=100, blank=True)
    prompt_sha256 = models.CharField(max_length=64, blank=True)
    proposing = models.JSONField(default=dict, blank=True)
    drafter = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    queued_at = models.DateTimeField()
    composed_at = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True)
    supplied = models.JSONField(default=dict, blank=True)
    needs_second = models.BooleanField(default=False)
    keep_edits = models.BooleanField(default=True)
    set_aside = models.JSONField(default=list, blank=True)
    enclosures: "models.ManyToManyField[CaseFile, models.Model]" = models.ManyToManyField(
        CaseFile, blank=True, related_name="drafts"
    )

    class Meta:
        """A case has one draft of a kind in hand at a time; approved ones stand beside it."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=models.Q(state__in=["queued", "ready"]),
                name="one_open_draft_per_kind",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "case"], name="drafts_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.case}"


class DraftVersion(models.Model):
    """A draft as it stood once: as composed, and after each edit."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    blocks = models.JSONField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        """Numbered within the draft."""

        ordering: ClassVar[list[str]] = ["draft", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["draft", "number"], name="one_row_per_version"),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of {self.draft}"


class Letter(models.Model):
    """An approved letter: the exact message, and who approved which version of the draft.

    `overruled` are the errors of the checks that stood then, by rule and digest. `sender` is the
    address it leaves from; `copies` are the people it goes to besides, as [name, address]. `mark`
    says nothing about the case and stands in the message's X-FOI-Letter header, so that the letter
    is known again where a server gave it another Message-ID.
    `kept` is the share of the composed words that stood until the approval (domain/letters/kept);
    None for letters from before it was measured.
    `unread` is what the approver had not opened and not read then, and of how much
    (services/read_draft); None where it was not recorded, and under a standing approval.
    `standing` is the standing approval under which an acknowledgement was approved by machine; then
    `approved_by` is who gave that.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="letters")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="letters")
    draft_version = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=_choices(LetterKind))
    sender = models.TextField(blank=True)
    recipient = models.TextField()
    copies = models.JSONField(default=list, blank=True)
    subject = models.TextField()
    mark = models.CharField(max_length=32, blank=True)
    message_id = models.CharField(max_length=255, unique=True)
    compressed = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=64)
    overruled = models.JSONField(default=list, blank=True)
    kept = models.FloatField(null=True)
    unread = models.JSONField(null=True)
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()
    standing = models.ForeignKey(
        "store.StandingApproval", on_delete=models.PROTECT, null=True, related_name="letters"
    )
    voided_at = models.DateTimeField(null=True)
    void_reason = models.TextField(blank=True)

    class Meta:
        """At most one approval of a draft stands; a mark names one letter."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["mark"], condition=~models.Q(mark=""), name="one_letter_per_mark"
            ),
            models.UniqueConstraint(
                fields=["draft"],
                condition=models.Q(voided_at__isnull=True),
                name="one_standing_approval",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["-approved_at", "-id"], name="letters_by_approval"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.case}, approved"


class Outbox(models.Model):
    """The one row through which a letter leaves.

    READY may be tried by machine. TRANSMITTING is committed before the first byte of the message
    leaves; a row found so after a crash becomes UNKNOWN and is never tried again by machine.
    STOPPED is reached from READY alone: the checks found something new before the first byte.
    PARTIAL has left to some of its addressees; those who wait are tried alone.

    `failing_since` is when the first of the failures came that no success has ended. `searched_at`
    is when the folder of sent mail was last searched for a letter in doubt; `copy` says what became
    of the copy there.
    """

    class Stage(models.TextChoices):
        """How far the sending has come."""

        READY = "ready", "Waiting to leave"
        TRANSMITTING = "transmitting", "Leaving now"
        SENT = "sent", "Sent"
        PARTIAL = "partial", "Sent to some only"
        STOPPED = "stopped", "Stopped by the checks"
        REFUSED = "refused", "Refused by the mail server"
        UNKNOWN = "unknown", "Not known whether it left"
        VOID = "void", "Approval taken back"

    class Copy(models.TextChoices):
        """What became of the copy in the folder of sent mail."""

        OPEN = "", "Not looked at yet"
        SERVER = "server", "The mail server keeps it"
        APPENDED = "appended", "Put there by us"
        FOUND = "found", "It was there already"

    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, related_name="outbox")
    stage = models.CharField(
        max_length=20, choices=Stage.choices, default=Stage.READY, db_index=True
    )
    attempts = models.PositiveIntegerField(default=0)
    queued_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    reply = models.TextField(blank=True)
    problem = models.TextField(blank=True)
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    failing_since = models.DateTimeField(null=True)
    searched_at = models.DateTimeField(null=True)
    search_problem = models.TextField(blank=True)
    copy = models.CharField(max_length=10, choices=Copy.choices, default=Copy.OPEN, blank=True)
    copy_try_at = models.DateTimeField(null=True)
    copy_problem = models.TextField(blank=True)

    class Meta:
        """Names for people."""

        verbose_name_plural = "outbox"

    def __str__(self) -> str:
        return f"{self.letter}: {self.stage}"
