"""The day-one actions on a case, and adding one by hand."""

from collections.abc import Iterable, Sequence
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from assistant.domain.case import ReceiptBasis
from assistant.domain.law.acts import Regime
from assistant.store.models import Authority, RequestPart, User
from assistant.web.forms.base import DayField, PageForm, ReasonForm, VersionedForm
from assistant.web.forms.clock import PartsForm
from assistant.web.words import REGIMES


class NotInFuture(PageForm):
    """A form with a date of receipt, which cannot be after today."""

    def __init__(self, *args: object, today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        self.today = today

    def clean_received_on(self) -> date:
        """Return the date; raises ValidationError for a day that has not come."""
        day: date = self.cleaned_data["received_on"]
        if day > self.today:
            raise ValidationError("The date of receipt must be today or in the past")
        return day


class ReceiptForm(NotInFuture, ReasonForm):
    """The date on which a request really reached the authority, and how that is known."""

    received_on = DayField(
        label="Date of receipt",
        help_text="The day it reached any colleague of the authority. For example, 27 3 2026",
        require_all_fields=True,
    )
    field_order = ("version", "received_on", "reason")


class AddressForm(ReasonForm):
    """The address that a requester is answered at."""

    address = forms.EmailField(
        label="E-mail address",
        help_text="Check it letter by letter: what is sent to a stranger cannot be called back.",
        error_messages={
            "required": "Enter an e-mail address",
            "invalid": "Enter an e-mail address in the correct format, such as name@example.org",
        },
    )
    field_order = ("version", "address", "reason")


class RegimeForm(PartsForm):
    """The law that answers the request, or some parts of it."""

    regime = forms.ChoiceField(
        label="Regime",
        choices=REGIMES,
        widget=forms.RadioSelect,
        error_messages={"required": "Select a regime"},
    )
    field_order = ("version", "regime", "parts", "reason")

    def __init__(self, *args: object, parts: Sequence[RequestPart], **kwargs: object) -> None:
        super().__init__(*args, parts=parts, **kwargs)
        if "parts" in self.fields:
            self.fields["parts"].required = False
            self.fields["parts"].help_text = "Choose none for the whole request."


class AssignForm(VersionedForm):
    """Who works on the case."""

    officer = forms.ModelChoiceField(
        label="Officer",
        queryset=User.objects.none(),
        empty_label="Choose an officer",
        error_messages={"required": "Select an officer"},
    )

    def __init__(
        self,
        *args: object,
        authority: Authority,
        without: Iterable[int] = (),
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        offer_people(self.fields["officer"], authority, without)


class ReviewForm(VersionedForm):
    """What asks for an internal review, and who carries it out."""

    message = forms.TypedChoiceField(
        label="Which message asks for it?",
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    received_on = DayField(
        label="On which day was it asked for? (only if no message does)",
        help_text="The day it reached anybody in the authority. For example, 27 3 2026",
        required=False,
        require_all_fields=False,
    )
    text = forms.CharField(
        label="What does the requester want looked at again? (only if no message says so)",
        help_text="In their own words, as they wrote or as you noted them.",
        max_length=200_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    officer = forms.ModelChoiceField(
        label="Who carries it out? (optional)",
        help_text="Somebody who took no part in the decision; those who did are not listed.",
        queryset=User.objects.none(),
        required=False,
        empty_label="Nobody yet",
    )

    def __init__(
        self,
        *args: object,
        messages: Sequence[tuple[int, str]],
        people: Iterable[int],
        authority: Authority,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        other = ("", "None of these: it came by post or by phone")
        self.fields["message"].choices = (*messages, other)  # type: ignore[attr-defined]  # a choice field
        offer_people(self.fields["officer"], authority, without=people)

    def clean(self) -> dict[str, object]:
        """Check that something asks for it; raises ValidationError at the field to mend."""
        given = super().clean() or self.cleaned_data
        if given.get("message") is None:
            if not given.get("received_on") and "received_on" not in self.errors:
                self.add_error("received_on", "Enter the day, or choose a message above")
            if not given.get("text"):
                self.add_error("text", "Enter what was asked, or choose a message above")
        given["message_id"] = given.pop("message", None)
        return given


def offer_people(field: forms.Field, authority: Authority, without: Iterable[int] = ()) -> None:
    """Let a field offer the people of an authority, but for some, by the names they go by."""
    people = User.objects.filter(authority=authority, is_active=True).exclude(pk__in=without)
    field.queryset = people.order_by("username")  # type: ignore[attr-defined]  # a model choice field
    field.label_from_instance = lambda person: person.shown_name  # type: ignore[attr-defined]  # likewise


class NewCaseForm(NotInFuture):
    """A request that did not come by e-mail: a letter, or a spoken request under the EIR."""

    basis = forms.ChoiceField(
        label="How was the request made?",
        help_text="A request under FOI must be in writing (s.8 FOIA); one for environmental "
        "information may be spoken.",
        choices=(
            (ReceiptBasis.POST.value, "In writing, by post or by hand"),
            (ReceiptBasis.SPOKEN.value, "Spoken, for environmental information (EIR)"),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": "Select how the request was made"},
    )
    received_on = DayField(
        label="Date of receipt", help_text="For example, 27 3 2026", require_all_fields=True
    )
    requester_name = forms.CharField(
        label="Name of the requester",
        max_length=200,
        error_messages={"required": "Enter the name of the requester"},
    )
    requester_address = forms.EmailField(
        label="E-mail address (optional)",
        help_text="Letters can leave by e-mail only where there is one.",
        required=False,
        max_length=254,
        error_messages={"invalid": "Enter an e-mail address like name@example.com"},
    )
    postal_address = forms.CharField(
        label="Postal address (optional)",
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    subject = forms.CharField(
        label="Subject", max_length=300, error_messages={"required": "Enter a subject"}
    )
    text = forms.CharField(
        label="The request, word for word",
        help_text="For a spoken request, what was said as you noted it.",
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"required": "Enter the text of the request"},
    )
    regime = forms.ChoiceField(
        label="Regime", choices=REGIMES, error_messages={"required": "Select a regime"}
    )

    def clean(self) -> dict[str, object]:
        """Check what depends on two answers; raises ValidationError at the field to mend."""
        given = super().clean() or self.cleaned_data
        if given.get("basis") == ReceiptBasis.SPOKEN and given.get("regime") == Regime.FOI:
            self.add_error(
                "regime", "A request under FOI must be in writing. Choose EIR, or record a letter"
            )
        if not given.get("requester_address") and not given.get("postal_address"):
            self.add_error(
                "requester_address", "Enter an e-mail address or a postal address to answer to"
            )
        return given


class ListForm(PageForm):
    """A list of the cases that are open in another system."""

    file = forms.FileField(
        label="Choose a CSV file",
        help_text="Its first row names the columns. Received (the day, like 27/3/2026) and request "
        "(the words of it) are needed, and an e-mail or a postal address in each row; reference, "
        "name, subject, regime and officer are read where they are there.",
        error_messages={
            "required": "Choose a CSV file",
            "empty": "The file is empty. Choose another",
            "missing": "Choose a CSV file",
        },
    )
