"""Searching the library, judging what stands in it, and adding to it."""

from django import forms

from assistant.web.forms.base import LONGEST_REASON, PageForm


class LibraryForm(forms.Form):
    """What to look for; the page writes its one field, so that searching stays a plain GET."""

    q = forms.CharField(max_length=2_000, required=False)


class JudgeForm(PageForm):
    """How far an earlier response may be trusted, and why."""

    status = forms.ChoiceField(
        label="How far may it be trusted?",
        choices=(
            ("example", "Example: it shows how such a question was answered"),
            ("approved", "Approved wording: its words may be quoted in drafts"),
            ("superseded", "Superseded: it was right then, and is no longer"),
            ("overturned", "Overturned: a review, the Commissioner or a tribunal said otherwise"),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": "Select how far it may be trusted"},
    )
    reason = forms.CharField(
        label="Why?",
        help_text="Kept with the response.",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter why"},
    )


class PromoteForm(PageForm):
    """What else a person wants masked before a letter joins the library."""

    hidden = forms.CharField(
        label="Mask these words too",
        help_text="One name or phrase a line, wherever it stands in the letter. Leave it empty if "
        "nothing is missing.",
        max_length=LONGEST_REASON,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def hidden_words(self) -> list[str]:
        """Return the words asked for; none where the form is not valid."""
        lines = getattr(self, "cleaned_data", {}).get("hidden", "").splitlines()
        return [line.strip() for line in lines if line.strip()]
