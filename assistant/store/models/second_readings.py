"""What a language model read in a message: kept beside it, to be shown, and deciding nothing."""

from typing import ClassVar

from django.db import models

from assistant.store.models.mail import Message


class SecondReading(models.Model):
    """What a language model noticed in a message, by place, and what it takes the message for.

    `places` has a row for each place that stands in the words of the sender: its offsets in the
    message's text, its kind, and of a question what it asks for and under which law. `problem` says
    in plain words why there is none. `settled` has a row for each difference from the parts that an
    officer took or dismissed: its key, which of the two, by whom and when.
    """

    message = models.OneToOneField(
        Message, on_delete=models.CASCADE, related_name="second_reading", primary_key=True
    )
    purpose = models.CharField(max_length=20, blank=True)
    places = models.JSONField(default=list, blank=True)
    model = models.CharField(max_length=300, blank=True)
    problem = models.TextField(blank=True)
    read_at = models.DateTimeField()
    settled = models.JSONField(default=list, blank=True)

    class Meta:
        """In the order of the messages."""

        ordering: ClassVar[list[str]] = ["message"]

    def __str__(self) -> str:
        return f"second reading of {self.message}"
