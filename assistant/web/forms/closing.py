"""What closes a case by another way than a response of ours."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from assistant.services.record_sent_elsewhere import OUTCOMES, SentFile
from assistant.store.models import Authority, User
from assistant.web.forms.base import DayField, ReasonForm, VersionedForm
from assistant.web.forms.cases import offer_people
from assistant.web.words import OUTCOMES as NAMES
from assistant.web.words import WAYS

CLOSING = tuple((value, name) for value, name in NAMES if value in set(OUTCOMES))


class UntilToday(VersionedForm):
    """A form with days that have come."""

    days: tuple[str, ...] = ()

    def __init__(self, *args: object, today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        self.today = today

    def clean(self) -> dict[str, object]:
        """Check each day; raises ValidationError at the one to mend."""
        given = super().clean() or self.cleaned_data
        for name in self.days:
            day = given.get(name)
            if isinstance(day, date) and day > self.today:
                self.add_error(name, ValidationError("The day must be today or in the past"))
        return given


class WithdrawnForm(UntilToday, ReasonForm):
    """When the requester withdrew the request, and how."""

    days = ("withdrawn_on",)
    withdrawn_on = DayField(
        label="On which day did the requester say so?",
        help_text="For example, 27 3 2026",
        require_all_fields=True,
    )
    field_order = ("version", "withdrawn_on", "reason")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        self.fields["reason"].label = "Who withdrew it, and how?"


class TransferredForm(UntilToday, ReasonForm):
    """To whom a request was passed on, and when the requester agreed."""

    days = ("agreed_on", "transferred_on")
    holder = forms.CharField(
        label="Which authority was it passed on to?",
        help_text="Its name, and how to write to it. The letter says so to the requester.",
        max_length=500,
        error_messages={"required": "Enter the name of the authority"},
    )
    agreed_on = DayField(
        label="On which day did the requester agree?",
        help_text="A request is passed on only with the requester’s permission. For example, "
        "27 3 2026",
        require_all_fields=True,
    )
    transferred_on = DayField(
        label="On which day was it passed on?",
        help_text="For example, 27 3 2026",
        require_all_fields=True,
    )
    field_order = ("version", "holder", "agreed_on", "transferred_on", "reason")


class ElsewhereForm(UntilToday):
    """An answer that left by another way: when, how, what it said and what it came to."""

    days = ("on",)
    on = DayField(
        label="On which day did it leave?",
        help_text="The clock stops on this day. For example, 27 3 2026",
        require_all_fields=True,
    )
    how = forms.ChoiceField(
        label="How?",
        choices=tuple(WAYS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Select how it left"},
    )
    answered_by = forms.ModelChoiceField(
        label="Who answered?",
        queryset=User.objects.none(),
        error_messages={"required": "Select who answered"},
    )
    outcome = forms.ChoiceField(
        label="What did it come to?",
        help_text="It is recorded on each part for which nothing is decided yet.",
        choices=(("", "Choose an outcome"), *CLOSING),
        error_messages={"required": "Select an outcome"},
    )
    text = forms.CharField(
        label="What was said?",
        help_text="The words of the letter, or what you said as you noted it. Or add the file.",
        max_length=200_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    file = forms.FileField(
        label="The file that was sent (optional)",
        help_text="A scan or the message, at most 20 MB. It is kept with the case and not sent.",
        required=False,
        max_length=200,
        error_messages={
            "empty": "The file is empty. Choose another",
            "max_length": "The name of the file is too long. Rename it and choose it again",
        },
    )

    def __init__(self, *args: object, authority: Authority, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        offer_people(self.fields["answered_by"], authority)

    def clean(self) -> dict[str, object]:
        """Check that something says what the answer was, and take the file as it came."""
        given = super().clean()
        upload = given.pop("file", None)
        if not given.get("text") and not upload and "file" not in self.errors:
            self.add_error("text", "Enter what was said, or choose the file that was sent")
        if upload is not None:
            given["file"] = SentFile(upload.name, upload.content_type or "", upload.read())  # type: ignore[attr-defined]  # an uploaded file
        return given
