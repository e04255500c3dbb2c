"""What every form of the pages shares: GOV.UK markup, dates in three boxes, text kept as typed."""

from datetime import date

from crispy_forms_gds.fields import DateInputField
from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Layout, Size
from django import forms
from django.core.exceptions import ValidationError

LONGEST_REASON = 2_000


class PageForm(forms.Form):
    """A form whose tag, buttons and CSRF token the page writes, and whose fields crispy does.

    `prefix` keeps the names of two forms on one page apart.
    """

    error_css_class = ""
    required_css_class = ""

    @property
    def helper(self) -> FormHelper:
        """How crispy-forms-gds renders it: labels in bold, errors at the field."""
        helper = FormHelper(self)
        helper.form_tag = False
        helper.disable_csrf = True
        helper.label_size = Size.SMALL
        helper.legend_size = Size.SMALL
        helper.layout = self.layout()
        return helper

    def layout(self) -> Layout:
        """Return the fields in their order; a form overrides it to give one a width."""
        return Layout(*self.fields)


class VersionedForm(PageForm):
    """A form made from one version of a row; `attempt` refuses it where another stands now."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class ReasonForm(VersionedForm):
    """A change to a case that the history keeps a reason for."""

    reason = forms.CharField(
        label="Reason",
        help_text="Kept in the history of the case.",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter the reason"},
    )


class DayField(DateInputField):  # type: ignore[misc]  # crispy-forms-gds publishes no types
    """A date in three boxes, with messages that say what to do."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.error_messages["required"] = "Enter a date with day, month and year"

    def compress(self, data_list: list[str]) -> date | None:
        """Make a date of day, month and year; raises ValidationError for 31 February.

        Half a date in a field that may be empty is a slip, not an empty field.
        """
        if any(data_list) and not all(data_list):
            raise ValidationError(self.error_messages["required"])
        try:
            day: date | None = super().compress(data_list)
        except (ValidationError, OverflowError):
            raise ValidationError("Enter a date that exists, such as 27 3 2026") from None
        return day


class LetterText(forms.CharField):
    """Text of a letter, kept as typed but for the line ends that browsers change."""

    widget = forms.Textarea

    def __init__(self, **kwargs: object) -> None:
        super().__init__(strip=False, **kwargs)  # type: ignore[arg-type]  # Django's own arguments

    def to_python(self, value: object) -> str:
        """Return the text with line feeds alone."""
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")
