"""The one box that a question is typed into."""

from django import forms

from assistant.web.forms.base import PageForm

LONGEST = 1_000


class AskForm(PageForm):
    """A question; the page writes the box, so that it stands beside its button."""

    question = forms.CharField(
        label="Your question",
        max_length=LONGEST,
        error_messages={
            "required": "Enter a question",
            "max_length": f"Ask in at most {LONGEST:,} characters",
        },
    )
