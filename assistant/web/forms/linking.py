"""Cases put beside each other: which other, what for, and a word why."""

from django import forms

from assistant.store.models import CaseLink
from assistant.web.forms.base import ReasonForm


class LinkForm(ReasonForm):
    """A link from a case to another."""

    other = forms.CharField(
        label="Reference of the other case",
        max_length=40,
        error_messages={"required": "Enter the reference of the other case"},
    )
    why = forms.ChoiceField(
        label="What is the link for?",
        choices=[(why, CaseLink.Why(why).label) for why in CaseLink.BY_HAND],
        widget=forms.RadioSelect,
        error_messages={"required": "Select what the link is for"},
    )
    field_order = ("version", "other", "why", "reason")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        self.fields["reason"].label = "Why"
        self.fields[
            "reason"
        ].help_text = "In a few words. Shown on both cases, and kept in the history of both."
