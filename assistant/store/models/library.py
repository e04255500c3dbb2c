"""The library: earlier responses and approved wording, cut into passages, and the current index."""

from typing import ClassVar

from django.db import models

from assistant.store.models.people import Authority, User


class Wording(models.Model):
    """A version of approved wording; an authority's own stands before what is shipped.

    `gave_way_to` is the version of a newer file that took the place of one that people had made.
    """

    class Status(models.TextChoices):
        """Whether drafts may use it."""

        SUGGESTED = "suggested", "Suggested"
        APPROVED = "approved", "Approved"
        RETIRED = "retired", "Retired"

    authority = models.ForeignKey(
        Authority, on_delete=models.CASCADE, null=True, blank=True, related_name="wordings"
    )
    ident = models.CharField(max_length=100)
    version = models.CharField(max_length=30)
    kind = models.CharField(max_length=50)
    section = models.CharField(max_length=60, blank=True)
    regime = models.CharField(max_length=10, blank=True)
    title = models.CharField(max_length=200)
    owner = models.CharField(max_length=100)
    review_by = models.DateField()
    text = models.TextField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.SUGGESTED)
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    gave_way_to = models.CharField(max_length=30, blank=True)

    class Meta:
        """A version is written once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["authority", "ident", "version"], name="one_row_per_wording_version"
            ),
            models.UniqueConstraint(
                fields=["ident", "version"],
                condition=models.Q(authority__isnull=True),
                name="one_row_per_shipped_wording_version",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ident} {self.version}"


class LibraryDocument(models.Model):
    """An earlier response, whole, with what it decided.

    `text`, `title` and `request` are as they are searched and shown: personal data is masked in
    them. Where request and response came apart, `text` holds both below headings; `request` is what
    was asked in either case. What was imported stands in LibraryOriginal. `figures_to` is the last
    day that its figures reach, `stale_words` the words that say so; `quality` is the score and the
    findings of the letter checks, whose places are those of the response alone.
    """

    class Status(models.TextChoices):
        """How far it may be trusted."""

        EXAMPLE = "example", "Example"
        APPROVED = "approved", "Approved wording"
        SUPERSEDED = "superseded", "Superseded"
        OVERTURNED = "overturned", "Overturned"

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="documents")
    ident = models.CharField(max_length=100)
    version = models.CharField(max_length=64)
    title = models.TextField()
    reference = models.CharField(max_length=100, blank=True)
    dated = models.DateField(null=True)
    outcome = models.CharField(max_length=30, blank=True)
    sections = models.JSONField(default=list, blank=True)
    text = models.TextField()
    request = models.TextField(blank=True)
    authority_name = models.CharField(max_length=200, blank=True)
    source = models.TextField(blank=True)
    kind = models.CharField(max_length=20, blank=True)
    figures_to = models.DateField(null=True, blank=True)
    stale_words = models.CharField(max_length=200, blank=True)
    quality = models.JSONField(default=dict, blank=True)
    content_sha256 = models.CharField(max_length=64)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.EXAMPLE)
    imported_at = models.DateTimeField()

    class Meta:
        """One row a document, and the same content only once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["authority", "ident"], name="one_row_per_document"),
            models.UniqueConstraint(
                fields=["authority", "content_sha256"], name="one_document_per_content"
            ),
        ]

    def __str__(self) -> str:
        return self.ident


class LibraryDecision(models.Model):
    """What a person decided about a document of the library, and why; appended, never changed."""

    document = models.ForeignKey(
        LibraryDocument, on_delete=models.CASCADE, related_name="decisions"
    )
    status = models.CharField(max_length=12, choices=LibraryDocument.Status.choices)
    reason = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The latest last."""

        ordering: ClassVar[list[str]] = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.document}: {self.status}"


class LibraryOriginal(models.Model):
    """A response as it was imported, with the personal data that is masked elsewhere.

    It has a table of its own so that the database, too, can keep it from a role. `masks` are the
    masked places, [start, end, kind], of each of title, request and text. `file_sha256` is that of
    the file or message it was read from, by which it is known again.
    """

    document = models.OneToOneField(
        LibraryDocument, on_delete=models.CASCADE, related_name="original"
    )
    title = models.TextField()
    request = models.TextField(blank=True)
    text = models.TextField()
    masks = models.JSONField(default=dict, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True, db_index=True)

    def __str__(self) -> str:
        return f"Original of {self.document_id}"


class Passage(models.Model):
    """A piece of a document, cut where the document itself divides.

    `kind` says what it does in its letter (domain/library/passages.py has the kinds).
    `terms` is the normalised text that full text search reads: lower case, citations in one
    spelling, words stemmed. `start` and `end` are code points of the document's text.
    """

    document = models.ForeignKey(LibraryDocument, on_delete=models.CASCADE, related_name="passages")
    ident = models.CharField(max_length=140, unique=True)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, blank=True)
    heading = models.TextField(blank=True)
    section = models.CharField(max_length=60, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    terms = models.TextField()

    class Meta:
        """In the order of the document."""

        ordering: ClassVar[list[str]] = ["document", "position"]

    def __str__(self) -> str:
        return self.ident


class LibraryIndex(models.Model):
    """The fit under which an authority's passages stand in Chroma now.

    `through` is the highest id of a passage that was given to it; those above have yet to be.
    """

    authority = models.OneToOneField(Authority, on_delete=models.CASCADE, related_name="index")
    fit_id = models.CharField(max_length=64)
    embedder = models.CharField(max_length=100)
    dimension = models.PositiveIntegerField()
    blob = models.BinaryField()
    built_at = models.DateTimeField()
    passages = models.PositiveIntegerField()
    through = models.BigIntegerField(default=0)
    stale = models.BooleanField(default=False)

    class Meta:
        """Names for people."""

        verbose_name_plural = "library indexes"

    def __str__(self) -> str:
        return f"{self.embedder} {self.fit_id}"
