"""Messages: the raw bytes, where they were delivered, and what became of each."""

from typing import ClassVar

from django.db import models

from assistant.store.models.people import Authority, Mailbox, User


class Message(models.Model):
    """One message an authority received, with exactly one disposition.

    The columns below `disposition` are what reading it gave; they can be computed again from the
    raw bytes at any time. `received_at` is the earliest instant any of our servers had it.
    `imported` is old mail that was there before the first start: it is never acknowledged.
    """

    class Disposition(models.TextChoices):
        """What became of a message."""

        PENDING = "pending", "Not read yet"
        CASE = "case", "New case"
        FILED = "filed", "Filed on a case"
        AUTOMATIC = "automatic", "Automatic message"
        BOUNCE = "bounce", "Delivery failure"
        HELD = "held", "Held for a person"

    class Resolution(models.TextChoices):
        """What a person decided about a held message."""

        NONE = "", "Not decided"
        CASE_OPENED = "case_opened", "Made a case"
        FILED = "filed", "Filed on a case"
        NOT_A_REQUEST = "not_a_request", "Not a request"

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="messages")
    content_sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    received_at = models.DateTimeField(db_index=True)
    queued_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    imported = models.BooleanField(default=False)

    disposition = models.CharField(
        max_length=10, choices=Disposition.choices, default=Disposition.PENDING, db_index=True
    )
    reasons = models.JSONField(default=list, blank=True)
    verdict = models.CharField(max_length=20, blank=True)
    intent = models.CharField(max_length=40, blank=True)
    read_at = models.DateTimeField(null=True)

    message_id = models.TextField(blank=True, db_index=True)
    in_reply_to = models.TextField(blank=True)
    references = models.JSONField(default=list, blank=True)
    sender_name = models.TextField(blank=True)
    sender_address = models.TextField(blank=True, db_index=True)
    # Where an answer goes: Reply-To where it differs and takes mail, else the sender (RFC 5322).
    answer_to = models.TextField(blank=True)
    recipients = models.JSONField(default=list, blank=True)
    subject = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True)
    text = models.TextField(blank=True)
    reply_spans = models.JSONField(default=list, blank=True)
    attachments = models.JSONField(default=list, blank=True)
    removed = models.JSONField(default=list, blank=True)
    defects = models.JSONField(default=list, blank=True)
    # What reads as written for a machine: what, where, and the words (domain/mail/suspicions).
    suspicions = models.JSONField(default=list, blank=True)
    # Of the words that its sender wrote, for finding the same request sent twice.
    words_sha256 = models.CharField(max_length=64, blank=True)

    resolution = models.CharField(
        max_length=20, choices=Resolution.choices, default=Resolution.NONE, blank=True
    )
    resolution_reason = models.TextField(blank=True)
    resolved_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        """The same bytes are one message, however often they are delivered."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["authority", "content_sha256"], name="one_message_per_content"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["words_sha256"], name="message_words"),
            models.Index(
                fields=["authority", "disposition", "resolution", "received_at"],
                name="messages_by_fate",
            ),
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"


class AwaitedMessage(models.Model):
    """A Message-ID that a held reply answers, and that nothing here bears on a case yet."""

    reply = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="awaits")
    message_id = models.TextField(db_index=True)

    class Meta:
        """Each Message-ID once a reply."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["reply", "message_id"], name="awaited_once_by_reply"),
        ]

    def __str__(self) -> str:
        return f"{self.message_id}, awaited by {self.reply}"


class RawMessage(models.Model):
    """The bytes as they came, packed (store/packing.py); what everything else is computed from."""

    message = models.OneToOneField(
        Message, on_delete=models.CASCADE, related_name="raw", primary_key=True
    )
    compressed = models.BinaryField()

    def __str__(self) -> str:
        return f"raw bytes of message {self.pk}"


class AttachmentText(models.Model):
    """The words of one attachment, or in plain words why they could not be read.

    `position` is its place among the message's attachments, from 0.
    """

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachment_texts")
    position = models.PositiveIntegerField()
    name = models.TextField()
    text = models.TextField(blank=True)
    problem = models.TextField(blank=True)

    class Meta:
        """One row an attachment, in their order."""

        ordering: ClassVar[list[str]] = ["message", "position"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["message", "position"], name="one_text_per_attachment"),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.message}"


class Delivery(models.Model):
    """One way a message came; a message sent to two mailboxes has two of these.

    Read by IMAP it has a folder, a UIDVALIDITY and a UID. Handed over by SMTP or LMTP it has none
    of them, and keeps what a server would otherwise write into the message (RFC 5321 section 4.4):
    `recipient` and `sender` of the envelope, the latter empty for the null path and null where it
    is not known, and `handed_over_by`, the server's name and address.
    """

    class Via(models.TextChoices):
        """By which protocol it came."""

        IMAP = "imap", "Read from the mailbox"
        SMTP = "smtp", "Handed over by SMTP"
        LMTP = "lmtp", "Handed over by LMTP"

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="deliveries")
    mailbox = models.ForeignKey(Mailbox, on_delete=models.PROTECT, related_name="deliveries")
    via = models.CharField(max_length=4, choices=Via.choices, default=Via.IMAP)
    folder = models.CharField(max_length=200, blank=True)
    uidvalidity = models.BigIntegerField(null=True)
    uid = models.BigIntegerField(null=True)
    recipient = models.TextField(blank=True)
    sender = models.TextField(null=True)  # noqa: DJ001 - null is "not known", "" the null path
    handed_over_by = models.TextField(blank=True)
    received_at = models.DateTimeField()

    class Meta:
        """A UID under its UIDVALIDITY names one message for ever (RFC 3501 section 2.3.1.1)."""

        verbose_name_plural = "deliveries"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["mailbox", "folder", "uidvalidity", "uid"], name="one_delivery_per_uid"
            ),
        ]

    def __str__(self) -> str:
        if self.uid is None:
            return f"{self.via} for {self.recipient}"
        return f"{self.mailbox}/{self.folder};{self.uidvalidity}/{self.uid}"
