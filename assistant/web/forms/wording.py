"""Finding wording, proposing it, and deciding on what is proposed."""

from django import forms

from assistant.web.forms.base import LONGEST_REASON, DayField, LetterText, PageForm
from assistant.web.wordings import STATUSES
from assistant.web.words import WORDING_KINDS

LONGEST_WORDING = 20_000


class WordingForm(forms.Form):
    """Which wordings to list; a wrong value is read as none."""

    q = forms.CharField(max_length=200, required=False)
    kind = forms.ChoiceField(choices=(("", "Every kind"), *WORDING_KINDS.items()), required=False)
    section = forms.CharField(max_length=100, required=False)
    status = forms.ChoiceField(choices=STATUSES, required=False)

    def chosen(self) -> dict[str, str]:
        """Return what was asked for; where nothing was, what is in use."""
        self.is_valid()
        given = {name: self.cleaned_data.get(name) or "" for name in self.fields}
        return given | {"status": given["status"] or "use"}


class ProposalForm(PageForm):
    """The words that are proposed for a wording there is, and why."""

    base = forms.CharField(widget=forms.HiddenInput, max_length=30)
    text = LetterText(
        label="Proposed words",
        help_text="{name} is filled from the case. {name: what is missing} asks the officer. Lines "
        "of a list begin with “- ”.",
        max_length=LONGEST_WORDING,
        widget=forms.Textarea(attrs={"rows": 16}),
        error_messages={"required": "Enter the words"},
    )
    why = forms.CharField(
        label="Why are these words better?",
        help_text="Leave out anything about a person: it is kept with the wording.",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter why these words are better"},
    )


class NewWordingForm(PageForm):
    """A wording that is not there yet."""

    ident = forms.CharField(
        label="Id",
        help_text="Small letters, digits and hyphens, such as foia-31-1-d-why.",
        max_length=100,
        error_messages={"required": "Enter an id"},
    )
    title = forms.CharField(
        label="Title", max_length=200, error_messages={"required": "Enter a title"}
    )
    kind = forms.ChoiceField(
        label="What is it for?",
        choices=tuple(WORDING_KINDS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Select what it is for"},
    )
    section = forms.CharField(
        label="Section",
        help_text="The provision that it argues, such as s.31(1)(d). Leave it empty for letters.",
        max_length=60,
        required=False,
    )
    text = LetterText(
        label="Proposed words",
        help_text="{name} is filled from the case. {name: what is missing} asks the officer.",
        max_length=LONGEST_WORDING,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"required": "Enter the words"},
    )
    why = forms.CharField(
        label="Why is it needed?",
        help_text="Leave out anything about a person: it is kept with the wording.",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter why it is needed"},
    )


class ApproveWordingForm(PageForm):
    """When the approved wording is looked at again, and what there is to say of it."""

    review_by = DayField(label="Review by", help_text="A day on which somebody reads it again.")
    comment = forms.CharField(
        label="Comment",
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ReturnWordingForm(PageForm):
    """What to change before the words can be approved."""

    comment = forms.CharField(
        label="What should be changed?",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter what should be changed"},
    )
