"""What happened to the clock of a case, or of some of its parts, and on which day."""

from collections.abc import Collection, Sequence
from datetime import date
from textwrap import shorten

from django import forms
from django.core.exceptions import ValidationError

from assistant.store.models import RequestPart
from assistant.web.forms.base import DayField, ReasonForm
from assistant.web.request_text import part_name

LONGEST_EXCERPT = 80


class PartsForm(ReasonForm):
    """A change to a case that may be for some of its parts; one part alone is not asked about."""

    parts = forms.TypedMultipleChoiceField(
        label="Which parts?",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select at least one part"},
    )

    def __init__(self, *args: object, parts: Sequence[RequestPart], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        if len(parts) > 1:
            self.fields["parts"].choices = [(each.position, _excerpt(each)) for each in parts]  # type: ignore[attr-defined]  # a choice field
        else:
            del self.fields["parts"]


class ClockEventForm(PartsForm):
    """The day on which something happened to the clock."""

    on = DayField(label="On which day?", require_all_fields=True)
    field_order = ("version", "on", "parts", "reason")

    def __init__(
        self,
        *args: object,
        today: date,
        parts: Sequence[RequestPart],
        fitting: Collection[int],
        day_hint: str,
        **kwargs: object,
    ) -> None:
        initial = {"on": today, "parts": sorted(fitting)}
        given = kwargs.pop("initial", None)
        if isinstance(given, dict):
            initial |= given
        super().__init__(*args, parts=parts, initial=initial, **kwargs)
        self.today = today
        self.fields["on"].help_text = f"{day_hint} For example, 27 3 2026"
        self.fields["reason"].label = "Note"
        self.fields[
            "reason"
        ].help_text = "What was asked, or where the letter is. Kept in the history of the case."

    def clean_on(self) -> date:
        """Return the day; raises ValidationError for one that has not come."""
        day: date = self.cleaned_data["on"]
        if day > self.today:
            raise ValidationError("The day must be today or in the past")
        return day


def _excerpt(part: RequestPart) -> str:
    """Return what a part is called and how it begins."""
    return f"{part_name(part)}: {shorten(part.text, LONGEST_EXCERPT, placeholder=' …')}"
