"""The estimate of what complying would cost: tasks and hours under each activity that counts."""

from collections.abc import Iterable
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError

from assistant.domain.letters.estimate import ACTIVITIES, EstimateRow
from assistant.web.forms.base import VersionedForm

EMPTY_ROWS = 2
MOST_ROWS = 200
LONGEST_TASK = 500


class EstimateVersionForm(VersionedForm):
    """The state of the estimate that the rows were made from."""


class RowForm(forms.Form):
    """One task with its hours; left empty, it is no row."""

    activity = forms.ChoiceField(
        choices=tuple(ACTIVITIES.items()),
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": "Only the four activities of this page count"},
    )
    task = forms.CharField(label="Task", required=False, max_length=LONGEST_TASK)
    hours = forms.DecimalField(
        label="Hours",
        required=False,
        min_value=Decimal("0.01"),
        max_digits=7,
        decimal_places=2,
        error_messages={
            "invalid": "Enter the hours as a number, such as 2.5",
            "min_value": "Enter hours above 0",
            "max_digits": "Enter fewer hours",
            "max_whole_digits": "Enter fewer hours",
            "max_decimal_places": "Enter the hours with at most two decimals",
        },
    )

    def clean(self) -> dict[str, object]:
        """Hold task and hours together; raises ValidationError at the one that is missing."""
        given = super().clean() or {}
        task, hours = given.get("task"), given.get("hours")
        if task and hours is None and "hours" not in self.errors:
            self.add_error("hours", ValidationError(f"Enter the hours for “{task}”"))
        if hours is not None and not task:
            self.add_error("task", ValidationError("Enter what has to be done in these hours"))
        return given

    @property
    def activity_now(self) -> str:
        """The activity the row stands under."""
        return str(self["activity"].value())


RowsOfForm = forms.formset_factory(
    RowForm, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True
)


def initial_rows(rows: Iterable[EstimateRow]) -> list[dict[str, object]]:
    """Return what the page shows: the rows under each activity, and empty ones to fill."""
    listed = list(rows)
    initial: list[dict[str, object]] = []
    for activity in ACTIVITIES:
        initial += [
            {"activity": activity, "task": row.task, "hours": f"{row.hours.normalize():f}"}
            for row in listed
            if row.activity == activity
        ]
        initial += [{"activity": activity}] * EMPTY_ROWS
    return initial


def rows_entered(formset: "forms.BaseFormSet[RowForm]") -> list[EstimateRow]:
    """Return the rows that were filled in, those of one activity together."""
    filled = [form.cleaned_data for form in formset if form.cleaned_data.get("task")]
    return [
        EstimateRow(given["activity"], given["task"], given["hours"])
        for activity in ACTIVITIES
        for given in filled
        if given["activity"] == activity
    ]


def by_activity(formset: "forms.BaseFormSet[RowForm]") -> list[tuple[str, str, list[RowForm]]]:
    """Return the rows of the page under the activity each belongs to."""
    return [
        (name, words, [form for form in formset if form.activity_now == name])
        for name, words in ACTIVITIES.items()
    ]
