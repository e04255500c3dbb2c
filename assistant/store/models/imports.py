"""Imports into the library that supervisors ask for on a page: the files, how far they are read."""

from typing import ClassVar

from django.db import models

from assistant.store.models.people import Authority, User


class LibraryImport(models.Model):
    """Some files that a supervisor uploaded together; a worker reads them, and counts here.

    `tables` are the disclosure logs among them whose columns have to be agreed to, those with the
    same headings together: the names of the files, the row of the headings (from 0), the headings,
    and for each field the columns that hold it; `agreed` says that somebody has. `taken` counts in
    the transaction that stores, so that it is right whenever a worker is killed; the other counts
    are those of the reading that is under way. Of `files` so many are read, of `bytes_all` bytes
    so many. `run` numbers the readings: an older one that is still going on is told by it to stop;
    `attempts` counts those that came to nothing. `seen_at` is when a worker last told.
    """

    class State(models.TextChoices):
        """How far it has come."""

        QUEUED = "queued", "Waiting for a worker"
        COLUMNS = "columns", "Columns to check"
        READING = "reading", "Being read"
        DONE = "done", "Finished"
        STOPPED = "stopped", "Stopped"
        FAILED = "failed", "Not finished"

    OPEN = (State.QUEUED, State.COLUMNS, State.READING)
    WORKING = (State.QUEUED, State.READING)

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="imports")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    agreed = models.BooleanField(default=False)
    tables = models.JSONField(default=list)
    files = models.PositiveIntegerField(default=0)
    files_read = models.PositiveIntegerField(default=0)
    bytes_all = models.BigIntegerField(default=0)
    bytes_read = models.BigIntegerField(default=0)
    taken = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    run = models.PositiveIntegerField(default=0)
    attempts = models.PositiveIntegerField(default=0)
    stop_asked = models.BooleanField(default=False)
    seen_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        """In the order they were asked for."""

        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"import {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether something is still to come."""
        return self.state in self.OPEN

    @property
    def percent(self) -> int:
        """How much is read, in hundredths of its bytes."""
        return min(100, 100 * self.bytes_read // self.bytes_all) if self.bytes_all else 0


class LibraryUpload(models.Model):
    """A file of an import, as it was uploaded; deleted when the import has ended."""

    of = models.ForeignKey(LibraryImport, on_delete=models.CASCADE, related_name="uploads")
    name = models.CharField(max_length=255)
    size = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        """In the order they were chosen."""

        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return self.name


class LibraryImportItem(models.Model):
    """A file, or a place in one, that stayed outside the library, and why."""

    class What(models.TextChoices):
        """Whether it could not be taken, or is whole and holds no response."""

        REFUSED = "refused", "Refused"
        LEFT_OUT = "left out", "Left out"

    of = models.ForeignKey(LibraryImport, on_delete=models.CASCADE, related_name="items")
    what = models.CharField(max_length=10, choices=What.choices)
    file = models.TextField()
    reason = models.TextField()

    class Meta:
        """In the order they were met."""

        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return self.file
